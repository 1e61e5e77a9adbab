/** @jest-environment jsdom */
import { countClvFormulas, freezeFormulas } from "../../src/excel/freezing/freeze";
import { restoreFormulas } from "../../src/excel/freezing/restoreFormulas";
import { startOffice } from "../workbench/officeHarness";
import type { OfficeHarness } from "../workbench/officeHarness";
import { workbookImage } from "./workbookImage";

/** Where no function of ours is known, this is a CLV formula that shows `value`. */
const clv = (value: string): string => `=IFERROR(CLV.NONE(1),${value})`;

let excel: OfficeHarness;

/** A column filled down, a formula over a whole column, one that spills, and one on another sheet. */
async function open(): Promise<void> {
  const rows = [10, 20, 30, 40, 50].map((value, row) => [value, clv(`A${row + 2}*$D$1`), row % 2]);
  excel = await startOffice({
    sheets: [
      { name: "Data", rows: [["Value", "CLV", "Odd", 2], ...rows], formulas: true },
      {
        name: "Board",
        rows: [
          [clv(`SUM(Data!A2:A6)&" of 'Data'!A2"`)],
          [clv("SUM(A9:A10)&Data!B3")],
          [clv("SEQUENCE(3)*Data!$D$1")],
        ],
        formulas: true,
      },
    ],
  });
  await excel.calculated();
}

beforeEach(open);
afterEach(() => excel.stop());

const inExcel = (work: (workbook: Excel.Workbook) => void): Promise<void> =>
  Excel.run(async (context) => {
    work(context.workbook);
    await context.sync();
  });

const insert = (sheet: string, cells: string): Promise<void> =>
  inExcel(({ worksheets }) => {
    const range = worksheets.getItem(sheet).getRange(cells);
    (/\d/.test(cells) ? range.getEntireRow() : range.getEntireColumn()).insert("Down");
  });

const remove = (sheet: string, cells: string): Promise<void> =>
  inExcel(({ worksheets }) => {
    const range = worksheets.getItem(sheet).getRange(cells);
    (/\d/.test(cells) ? range.getEntireRow() : range.getEntireColumn()).delete("Up");
  });

const rename = (sheet: string, name: string): Promise<void> =>
  inExcel(({ worksheets }) => {
    worksheets.getItem(sheet).name = name;
  });

const allFormulas = (): unknown[] =>
  excel
    .sheetNames()
    .map((sheet) => [sheet, excel.formulas(`${sheet}!A1:F12`), excel.values(`${sheet}!A1:F12`)]);

it.each<[string, number, () => Promise<void>]>([
  ["a row inserted above", 8, () => insert("Data", "1:1")],
  ["rows inserted among them", 8, () => insert("Data", "4:5")],
  ["a column inserted before what they refer to", 8, () => insert("Data", "A:A")],
  ["a column inserted between them and what they refer to", 8, () => insert("Data", "B:B")],
  ["a sheet renamed to a name that needs quotes", 8, () => rename("Data", "My own data")],
  ["a sheet moved", 8, () => inExcel(({ worksheets }) => (worksheets.getItem("Board").position = 0))],
  ["a row deleted that held one of them", 7, () => remove("Data", "5:5")],
  [
    "all of that",
    7,
    async () => {
      await insert("Data", "1:2");
      await rename("Data", "Figures 2024");
      await insert("Figures 2024", "B:B");
      await remove("Figures 2024", "7:7");
      await insert("Board", "1:1");
    },
  ],
])("after %s, formulas are as if they had never been away", async (_, restored, change) => {
  await change();
  await excel.calculated();
  const living = allFormulas();
  excel.stop();
  await open();
  await freezeFormulas();
  await change();
  expect(await restoreFormulas()).toEqual({ restored, left: [], gone: 8 - restored });
  await excel.calculated();
  expect(allFormulas()).toEqual(living);
  expect(excel.parts.names).toEqual([]);
  expect([...excel.parts.settings.keys()]).toEqual([]);
});

it("brings the formulas of a sorted list back to their rows", async () => {
  await freezeFormulas();
  const rows = excel.values("Data!A2:C6");
  excel.type("Data!A2:C6", [...rows].reverse());
  expect(await restoreFormulas()).toMatchObject({ restored: 8, left: [] });
  await excel.calculated();
  expect(excel.formulas("Data!B2:B6").flat()).toEqual([2, 3, 4, 5, 6].map((row) => clv(`A${row}*$D$1`)));
  expect(excel.values("Data!B2:B6").flat()).toEqual([100, 80, 60, 40, 20]);
});

it("names every cell that was edited since, leaves it alone, and brings its formula when the value is back", async () => {
  await freezeFormulas();
  excel.type("Data!B3", [[99]]);
  // A neighbour's value copied over: also an edit, although the value is one of those that were frozen.
  excel.type("Data!B5", [[100]]);
  excel.type("Data!B6", [[""]]);
  excel.type("Board!A4", [[7]]);
  const report = await restoreFormulas();
  expect(report.restored).toBe(4);
  expect(report.left.map(({ sheet, address }) => [sheet, address])).toEqual([
    ["Data", "B3"],
    ["Data", "B5"],
    ["Data", "B6"],
    ["Board", "A3"],
  ]);
  await excel.calculated();
  expect(excel.values("Data!B3:B6").flat()).toEqual([99, 60, 100, ""]);
  expect(excel.values("Board!A3:A5").flat()).toEqual([2, 7, 6]);
  expect(await countClvFormulas()).toEqual({ live: 4, frozen: 4 });
  await insert("Data", "1:1");
  excel.type("Data!B4", [[40]]);
  expect(await restoreFormulas()).toMatchObject({ restored: 1 });
  expect(excel.formulas("Data!B4")).toEqual([[clv("A4*$D$2")]]);
});

it("keeps the value where cells that the formula refers to were deleted, and says so", async () => {
  await freezeFormulas();
  await remove("Data", "A:A");
  const report = await restoreFormulas();
  expect(report.left).toContainEqual({ sheet: "Data", address: "A2:A6", formulas: 5, why: "lost" });
  expect(excel.values("Data!A2:A6").flat()).toEqual([20, 40, 60, 80, 100]);
  expect(report.restored + report.left.reduce((sum, { formulas }) => sum + formulas, 0)).toBe(8);
});

it("forgets the formulas of a sheet that was deleted, and keeps those that refer to it as values", async () => {
  await freezeFormulas();
  await inExcel(({ worksheets }) => worksheets.getItem("Data").delete());
  expect(await restoreFormulas()).toEqual({
    restored: 0,
    left: ["A1", "A2", "A3:A5"].map((address) => ({ sheet: "Board", address, formulas: 1, why: "lost" })),
    gone: 5,
  });
});

it("works on hidden sheets, and refuses a protected one by name", async () => {
  const before = await workbookImage(excel);
  await inExcel(({ worksheets }) => (worksheets.getItem("Data").visibility = "VeryHidden"));
  await freezeFormulas();
  expect(excel.formulas("Data!B2:B3")).toEqual([[20], [40]]);
  await inExcel(({ worksheets }) => worksheets.getItem("Data").protection.protect());
  await expect(restoreFormulas()).rejects.toMatchObject({
    code: "protectedSheet",
    details: { sheet: "Data" },
  });
  await inExcel(({ worksheets }) => {
    worksheets.getItem("Data").protection.unprotect();
    worksheets.getItem("Data").visibility = "Visible";
  });
  expect(await restoreFormulas()).toMatchObject({ restored: 8 });
  expect(await workbookImage(excel)).toEqual(before);
});

it("keeps formulas in a table, and leaves values where Excel refuses them because the table was renamed", async () => {
  await inExcel(({ tables }) => {
    const table = tables.add("Data!A1:C6", true);
    table.name = "Orders";
  });
  excel.type(
    "Data!B2:B6",
    Array.from({ length: 5 }, () => [clv("[@Value]*3")]),
  );
  excel.type("Board!C1", [[clv("SUM(Orders[Value])")]]);
  await freezeFormulas();
  await inExcel(({ tables }) => (tables.getItem("Orders").name = "Sales"));
  const report = await restoreFormulas();
  expect(report.left).toEqual([{ sheet: "Board", address: "C1", formulas: 1, why: "refused" }]);
  expect(report.restored).toBe(8);
  expect(excel.formulas("Data!B2:B6").flat()).toEqual(Array(5).fill(clv("[@Value]*3")));
  expect(excel.values("Board!C1")).toEqual([[150]]);
});

it("finds formulas again by their address where a program has removed the hidden names", async () => {
  const before = await workbookImage(excel);
  await freezeFormulas();
  expect(excel.parts.names.every(({ visible }) => !visible)).toBe(true);
  await inExcel(({ names }) => {
    for (const { name } of [...excel.parts.names]) names.getItem(name).delete();
  });
  expect(await restoreFormulas()).toMatchObject({ restored: 8 });
  expect(await workbookImage(excel)).toEqual(before);
});

it("does not freeze a formula that has no value yet", async () => {
  excel.type("Board!E5", [[clv('"#BUSY!"')]]);
  const before = await workbookImage(excel);
  await expect(freezeFormulas()).rejects.toMatchObject({
    code: "stillCalculating",
    details: { sheet: "Board", address: "E5" },
  });
  expect(await workbookImage(excel)).toEqual(before);
});
