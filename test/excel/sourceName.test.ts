/** @jest-environment jsdom */
import { readOwnSheet, resolveSheetNames } from "../../src/excel/ownSheets";
import { describeSource } from "../../src/excel/source/selection";
import type { LastRun } from "../../src/excel/settings/settings";
import { writePlan } from "../../src/excel/writing/writePlan";
import type { SheetPlan, WorkbookPlan } from "../../src/summary/plan";
import { defaultInputs } from "../../src/summary/inputs/defaultInputs";
import { requestFrom } from "../summary/support/requests";
import { startOffice } from "../workbench/officeHarness";
import type { OfficeHarness } from "../workbench/officeHarness";
import { codeOf } from "./problemCode";
import { smallPlan } from "./smallPlan";
import { workbookImage } from "./workbookImage";

const ROWS = [
  ["Customer", "Date", "Amount"],
  ["Ada", 45_000, 12],
  ["Bob", 45_010, 7],
  ["Cid", 45_020, 9],
];

const RUN: LastRun = {
  version: 1,
  when: 46_000,
  locale: "en",
  source: { sheet: "Orders", address: "A1:C4", tableName: null, toLastRow: true },
  columns: requestFrom(ROWS).columns,
  headings: { customer: "Customer", date: "Date", amount: "Amount" },
  rules: {
    lastDay: null,
    returns: "net",
    zeroAmounts: "keep",
    duplicates: "keep",
    orderLines: "apart",
    customerIds: "caseless",
    currency: { kind: "undecided" },
  },
  inputs: defaultInputs(requestFrom(ROWS).orders),
  money: { symbol: "", digits: 2, symbolAfter: false },
  sheets: [],
};

const onSheet = (name: string, change: (sheet: Excel.Worksheet) => void): Promise<void> =>
  Excel.run(async (context) => {
    change(context.workbook.worksheets.getItem(name));
    await context.sync();
  });

describe("the orders of the last run", () => {
  let excel: OfficeHarness;

  beforeEach(async () => {
    excel = await startOffice({
      sheets: [
        { name: "Orders", rows: ROWS },
        { name: "Notes", rows: [] },
      ],
    });
    await writePlan(smallPlan({ customers: [["Ada", 12]] }), { remember: RUN });
  });
  afterEach(() => {
    excel.stop();
  });

  it.each<[string, () => Promise<void>, { sheet: string; address: string }]>([
    [
      "their sheet is renamed",
      () => onSheet("Orders", (sheet) => (sheet.name = "Sales 2025")),
      { sheet: "Sales 2025", address: "A1:C4" },
    ],
    [
      "rows are inserted above",
      () => onSheet("Orders", (sheet) => sheet.getRange("1:2").insert("Down")),
      { sheet: "Orders", address: "A3:C6" },
    ],
    [
      "a column is inserted before them",
      () => onSheet("Orders", (sheet) => sheet.getRange("A:A").insert("Right")),
      { sheet: "Orders", address: "B1:D4" },
    ],
    [
      "a column is inserted among them",
      () => onSheet("Orders", (sheet) => sheet.getRange("B:B").insert("Right")),
      { sheet: "Orders", address: "A1:D4" },
    ],
  ])("are found again when %s", async (_, change, place) => {
    await change();
    expect((await describeSource(RUN.source)).place).toMatchObject(place);
  });

  it("are missed in words when their sheet was deleted", async () => {
    await onSheet("Orders", (sheet) => sheet.delete());
    expect(await codeOf(describeSource(RUN.source))).toBe("sourceMissing");
  });

  it("are followed from the new place after the next run, and no name is left over", async () => {
    const other = { ...RUN, source: { ...RUN.source, address: "A1:C3" } };
    await writePlan(smallPlan({ customers: [["Ada", 12]] }), { remember: other });
    expect((await describeSource({ ...RUN.source, toLastRow: false })).place.address).toBe("A1:C3");
    const names = await Excel.run(async (context) => {
      const found = context.workbook.names.load("items/name,items/visible");
      await context.sync();
      return found.items
        .filter(({ name }) => name.startsWith("_clv"))
        .map(({ name, visible }) => [name, visible]);
    });
    expect(names).toEqual([["_clv_source", false]]);
  });

  it("are followed as before where the next run is taken back", async () => {
    const before = await workbookImage(excel);
    const other = { ...RUN, source: { ...RUN.source, sheet: "Notes", address: "A1:C3" } };
    const stop = new AbortController();
    const plan = smallPlan({ customers: [["Bob", 3]] });
    const writing = writePlan(plan, {
      remember: other,
      signal: stop.signal,
      onProgress: ({ phase, done, total }) => {
        if (phase === "formatting" && done === total) stop.abort();
      },
    });
    expect(await codeOf(writing)).toBe("cancelled");
    expect(await workbookImage(excel)).toEqual(before);
    expect((await describeSource(RUN.source)).place).toMatchObject({ sheet: "Orders", address: "A1:C4" });
  });
});

describe("a history that is left to the user", () => {
  let excel: OfficeHarness;

  /** The small plan with a history sheet of one line. */
  const plan = (name: string, value: number): WorkbookPlan => {
    const small = smallPlan({ customers: [["Ada", 12]] });
    const [, customers] = small.sheets;
    if (customers === undefined) throw new Error("no second sheet");
    const print = { ...customers.print, area: { row: 0, column: 0, rows: 1, columns: 2 } };
    const history: SheetPlan = {
      ...customers,
      ...{ key: "history", name, print },
      ...{
        tables: [],
        charts: [],
        formats: [],
        merges: [],
        validations: [],
        conditionalFormats: [],
        links: [],
      },
      blocks: [{ row: 0, column: 0, cells: [["History", value]] }],
    };
    return { ...small, sheets: [...small.sheets, history] };
  };
  const keyed = (): Promise<string | undefined> =>
    readOwnSheet("history", "CLV History").then((sheet) => sheet?.name);

  beforeEach(async () => {
    excel = await startOffice({ sheets: [{ name: "Orders", rows: ROWS }] });
    await writePlan(plan("CLV History", 1));
  });
  afterEach(() => {
    excel.stop();
  });

  it("keeps its name, so that the next gets a free one", async () => {
    const wanted = [{ key: "history" as const, name: "CLV History" }];
    expect(await resolveSheetNames(wanted)).toEqual({ history: { name: "CLV History", exists: true } });
    expect(await resolveSheetNames(wanted, ["history"])).toEqual({
      history: { name: "CLV History (2)", exists: false },
    });
  });

  it("stays as it is, and the next is ours", async () => {
    await writePlan(plan("CLV History (2)", 2), { leave: ["history"] });
    expect(excel.values("'CLV History'!A1:B1")).toEqual([["History", 1]]);
    expect(excel.values("'CLV History (2)'!A1:B1")).toEqual([["History", 2]]);
    expect(await keyed()).toBe("CLV History (2)");
  });

  it("is ours again where the writing is cancelled", async () => {
    const before = await workbookImage(excel);
    const stop = new AbortController();
    const writing = writePlan(plan("CLV History (2)", 2), {
      leave: ["history"],
      signal: stop.signal,
      onProgress: ({ phase }) => {
        if (phase === "formatting") stop.abort();
      },
    });
    expect(await codeOf(writing)).toBe("cancelled");
    expect(await workbookImage(excel)).toEqual(before);
    expect(await keyed()).toBe("CLV History");
  });
});
