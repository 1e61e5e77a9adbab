/** @jest-environment jsdom */
import { onCalculated, onSelectionChanged } from "../../src/excel/events";
import { describeSelection, describeSource } from "../../src/excel/source/selection";
import { writePlan } from "../../src/excel/writing/writePlan";
import { startOffice } from "../workbench/officeHarness";
import type { OfficeHarness } from "../workbench/officeHarness";
import { codeOf } from "./problemCode";
import { smallPlan } from "./smallPlan";
import { workbookImage } from "./workbookImage";
import { until } from "../until";

const ORDERS = [
  ["Customer", "Date", "Amount"],
  ["Ada", 45_000, 12],
  ["Bob", 45_010, 30],
  ["Ada", 45_020, 8],
];

let excel: OfficeHarness;

beforeEach(async () => {
  excel = await startOffice({
    sheets: [
      { name: "Orders", rows: ORDERS },
      { name: "Empty", rows: [] },
    ],
  });
});
afterEach(() => {
  excel.stop();
});

describe("a selection that can hold orders", () => {
  it("is described with its place, its first rows and their number formats", async () => {
    excel.select("Orders!A1:C4");
    expect(await describeSelection()).toEqual({
      place: { sheet: "Orders", address: "A1:C4", firstRow: 0, firstColumn: 0, rowCount: 4, columnCount: 3 },
      origin: "selection",
      selected: "A1:C4",
      tableName: null,
      tableColumns: null,
      toLastRow: true,
      hasHiddenRows: false,
      head: ORDERS,
      headFormats: ORDERS.map((row) => row.map(() => "General")),
    });
  });

  it("is the used part of whole columns", async () => {
    excel.select("Orders!A:C");
    const found = await describeSelection();
    expect(found).toMatchObject({ origin: "usedRange", place: { address: "A1:C4" } });
  });

  it("is the region around a single cell", async () => {
    excel.select("Orders!B2");
    expect(await describeSelection()).toMatchObject({
      origin: "region",
      selected: "B2",
      place: { address: "A1:C4" },
    });
  });

  it("is the region's rows in all columns where an empty column stands in the list", async () => {
    const rows = [
      ["Sales report", "", "", ""],
      ["Customer", "", "Date", "Amount"],
    ];
    const orders = ORDERS.slice(1).map(([customer = "", day = 0, amount = 0]) => [customer, "", day, amount]);
    excel.type("Empty!B1:E5", [...rows, ...orders]);
    for (const cell of ["B3", "D4"]) {
      excel.select(`Empty!${cell}`);
      const { place, origin } = await describeSelection();
      expect(origin).toBe("region");
      expect(place.address).toBe(cell === "B3" ? "B1:E5" : "B2:E5");
    }
  });

  it("says that rows of it are hidden, one or all", async () => {
    const hide = (rows: string, hidden: boolean): Promise<void> =>
      Excel.run(async (context) => {
        context.workbook.worksheets.getItem("Orders").getRange(rows).rowHidden = hidden;
        await context.sync();
      });
    excel.select("Orders!A1:C4");
    await hide("3:3", true);
    expect(await describeSelection()).toMatchObject({
      hasHiddenRows: true,
      place: { rowCount: 4 },
      head: ORDERS,
    });
    await hide("1:4", true);
    expect(await describeSelection()).toMatchObject({ hasHiddenRows: true });
    await hide("1:4", false);
    await hide("5:9", true);
    expect(await describeSelection()).toMatchObject({ hasHiddenRows: false });
  });

  it("is known not to grow where rows follow below it", async () => {
    excel.select("Orders!A1:C3");
    expect(await describeSelection()).toMatchObject({ toLastRow: false, place: { address: "A1:C3" } });
  });

  it("is the table, headings included, where its rows are selected", async () => {
    await makeTable();
    excel.select("Orders!A2:C4");
    expect(await describeSelection()).toMatchObject({
      origin: "table",
      tableName: "Sales",
      place: { address: "A1:C4" },
    });
    excel.select("Orders!A1:C4");
    expect(await describeSelection()).toMatchObject({ origin: "selection", tableName: "Sales" });
    excel.select("Orders!B3");
    expect(await describeSelection()).toMatchObject({ origin: "table", tableName: "Sales" });
  });

  it("gives at most 200 rows to recognise columns from", async () => {
    const rows = Array.from({ length: 300 }, (_, row) => [`C${row}`, 45_000 + row, row]);
    excel.type("Orders!A5:C304", rows);
    excel.select("Orders!A1:C304");
    const found = await describeSelection();
    expect(found.head).toHaveLength(200);
    expect(found.place.rowCount).toBe(304);
  });
});

const makeTable = (): Promise<void> =>
  Excel.run(async (context) => {
    const table = context.workbook.worksheets.getItem("Orders").tables.add("A1:C4", true);
    table.name = "Sales";
    await context.sync();
  });

describe("a selection that cannot hold orders", () => {
  const refused = async (code: string): Promise<void> => {
    const before = await workbookImage(excel);
    expect(await codeOf(describeSelection())).toBe(code);
    expect(await workbookImage(excel)).toEqual(before);
  };

  it("is an empty sheet's cells", async () => {
    excel.select("Empty!A1:C9");
    await refused("emptySelection");
  });

  it("is a cell on its own", async () => {
    excel.type("Empty!B2", [["alone"]]);
    excel.select("Empty!B2");
    await refused("oneCell");
  });

  it("is a single row", async () => {
    excel.select("Orders!A1:C1");
    await refused("oneRow");
  });

  it("is a chart", async () => {
    excel.select("Orders!A1:C4");
    excel.faults.chartSelected = true;
    await refused("chartSelected");
  });

  it("is several areas", async () => {
    const { backend } = excel;
    const areas = backend.selection();
    const [first] = areas;
    if (first === undefined) throw new Error("nothing is selected");
    jest.spyOn(backend, "selection").mockReturnValue([first, { ...first, column: 2 }]);
    await refused("severalAreas");
  });

  it("is on one of our own sheets", async () => {
    await writePlan(smallPlan({ customers: [["Ada", 1]] }));
    excel.select("CLV Customers!A1:C2");
    await refused("ownSheetSelected");
  });

  it("is anything while a cell is being edited", async () => {
    excel.select("Orders!A1:C4");
    excel.faults.editMode = true;
    expect(await codeOf(describeSelection())).toBe("editMode");
  });
});

describe("the source of an earlier run", () => {
  const source = { sheet: "Orders", address: "A1:C4", tableName: null, toLastRow: true };

  it("includes rows that were added below", async () => {
    excel.type("Orders!A5:C5", [["Cid", 45_030, 5]]);
    expect(await describeSource(source)).toMatchObject({ place: { address: "A1:C5" } });
  });

  it("stays as it was where it did not reach the last row", async () => {
    expect(await describeSource({ ...source, address: "A1:C3", toLastRow: false })).toMatchObject({
      place: { address: "A1:C3" },
    });
  });

  it("is the table as long as it is now", async () => {
    await makeTable();
    await Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem("Orders");
      sheet.getRange("A5:C5").values = [["Cid", 45_030, 5]];
      context.workbook.tables.getItem("Sales").resize("A1:C5");
      await context.sync();
    });
    const grown = await describeSource({ ...source, tableName: "Sales", toLastRow: false });
    expect(grown).toMatchObject({ tableName: "Sales", place: { address: "A1:C5" } });
  });

  it("is missing when its sheet or its cells are gone", async () => {
    expect(await codeOf(describeSource({ ...source, sheet: "Gone" }))).toBe("sourceMissing");
    expect(await codeOf(describeSource({ ...source, sheet: "Empty" }))).toBe("sourceMissing");
    expect(await codeOf(describeSource({ ...source, address: "A1:ZZZZ9" }))).toBe("sourceMissing");
  });
});

it("tells of changes of the selection until it is told to stop", async () => {
  const seen = jest.fn();
  const stop = await onSelectionChanged(seen);
  excel.select("Orders!B2");
  await until(() => seen.mock.calls.length > 0);
  await stop();
  const before = seen.mock.calls.length;
  const still = jest.fn();
  const stopToo = await onSelectionChanged(still);
  excel.select("Orders!C3");
  await until(() => still.mock.calls.length > 0);
  expect(seen).toHaveBeenCalledTimes(before);
  await stopToo();
});

it("tells of calculations until it is told to stop", async () => {
  const seen = jest.fn();
  const stop = await onCalculated(seen);
  excel.type("Orders!F2", [["=1+1"]]);
  await until(() => seen.mock.calls.length > 0);
  await stop();
  const before = seen.mock.calls.length;
  const still = jest.fn();
  const stopToo = await onCalculated(still);
  excel.type("Orders!F3", [["=2+2"]]);
  await until(() => still.mock.calls.length > 0);
  expect(seen).toHaveBeenCalledTimes(before);
  await stopToo();
});
