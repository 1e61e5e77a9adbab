/** @jest-environment jsdom */
import type { PlanSource } from "../../src/summary/planOutline";
import { planSourceOf } from "../../src/summary/planOutline";
import type { WorkbookPlan } from "../../src/summary/plan";
import type { Progress } from "../../src/excel/progress";
import { writePlan } from "../../src/excel/writing/writePlan";
import { startOffice } from "../workbench/officeHarness";
import type { OfficeHarness } from "../workbench/officeHarness";
import { codeOf } from "./problemCode";
import { CUSTOMERS, MORE, START, smallPlan } from "./smallPlan";
import { workbookImage } from "./workbookImage";

describe("writing a plan", () => {
  let excel: OfficeHarness;

  beforeEach(async () => {
    excel = await startOffice(START);
  });
  afterEach(() => {
    excel.stop();
  });

  it("makes the sheets, and their formulas calculate", async () => {
    const report = await writePlan(smallPlan({ customers: CUSTOMERS }));
    expect(report).toMatchObject({ created: ["CLV Summary", "CLV Customers"], refreshed: [] });
    await excel.calculated();
    expect(excel.sheetNames()).toEqual(["Orders", "CLV Summary", "CLV Customers"]);
    expect(excel.values("CLV Summary!B2:B5")).toEqual([[0.4], [200], [80], [48]]);
    expect(await workbookImage(excel)).toMatchObject({ front: "CLV Summary" });
  });

  it("sends the small blocks of a sheet together", async () => {
    await writePlan(smallPlan({ customers: CUSTOMERS }));
    const withCells = excel.host.log.filter(({ actions }) => actions.includes("Formulas"));
    // The heading of the table, then each of the two sheets.
    expect(withCells).toHaveLength(3);
  });

  it("writes texts as texts, whatever they look like", async () => {
    await writePlan(smallPlan({ customers: MORE }));
    const ids = MORE.map(([id]) => [id]);
    expect(excel.values("CLV Customers!A2:A7")).toEqual(ids);
    expect(excel.values("CLV Summary!C5")).toEqual([["=1+1"]]);
  });

  it("changes nothing when the same plan is written again", async () => {
    await writePlan(smallPlan({ customers: CUSTOMERS }));
    const before = await workbookImage(excel);
    const report = await writePlan(smallPlan({ customers: CUSTOMERS }));
    expect(report).toEqual({ created: [], refreshed: ["CLV Summary", "CLV Customers"], cells: 0 });
    expect(await workbookImage(excel)).toEqual(before);
  });

  it.each([
    ["grows", CUSTOMERS, MORE],
    ["shrinks", MORE, CUSTOMERS],
  ])("gives the same workbook by a refresh that %s as from nothing", async (_, first, second) => {
    await writePlan(smallPlan({ customers: first, title: "Before" }));
    await writePlan(smallPlan({ customers: second, title: "After" }));
    const refreshed = await workbookImage(excel);
    excel.stop();
    excel = await startOffice(START);
    await writePlan(smallPlan({ customers: second, title: "After" }));
    expect(refreshed).toEqual(await workbookImage(excel));
  });

  it("keeps formulas of other sheets and the user's notes beside ours alive through a refresh", async () => {
    await writePlan(smallPlan({ customers: CUSTOMERS }));
    excel.type("Orders!D1:D3", [
      ["='CLV Summary'!B3"],
      ["=SUM(ClvCustomers[Revenue])"],
      ["=clv_gross_margin"],
    ]);
    excel.type("CLV Summary!F2", [["a note of mine"]]);
    await writePlan(smallPlan({ customers: MORE }));
    await excel.calculated();
    expect(excel.values("Orders!D1:D3")).toEqual([[222], [222], [0.4]]);
    expect(excel.values("CLV Summary!F2")).toEqual([["a note of mine"]]);
  });

  it("does not write over something the user put where new rows would go", async () => {
    await writePlan(smallPlan({ customers: CUSTOMERS }));
    excel.type("CLV Customers!A6", [["mine"]]);
    const before = await workbookImage(excel);
    expect(await codeOf(writePlan(smallPlan({ customers: MORE })))).toBe("cellsInTheWay");
    expect(await workbookImage(excel)).toEqual(before);
  });

  it("reports progress up to the end", async () => {
    const steps: Progress[] = [];
    await writePlan(smallPlan({ customers: CUSTOMERS }), { onProgress: (step) => steps.push(step) });
    expect(steps.filter(({ phase }) => phase === "writing").at(-1)).toEqual({
      phase: "writing",
      done: 9,
      total: 9,
    });
    expect(steps.at(-1)).toEqual({ phase: "formatting", done: 2, total: 2 });
  });
});

describe("a workbook that cannot be written", () => {
  let excel: OfficeHarness;
  let plan: WorkbookPlan | PlanSource;

  beforeEach(async () => {
    excel = await startOffice(START);
    plan = smallPlan({ customers: CUSTOMERS });
  });
  afterEach(() => {
    excel.stop();
  });

  const refused = async (code: string): Promise<void> => {
    const before = await workbookImage(excel);
    expect(await codeOf(writePlan(plan))).toBe(code);
    expect(await workbookImage(excel)).toEqual(before);
  };

  it("is not touched while a cell is being edited", async () => {
    excel.faults.editMode = true;
    await refused("editMode");
  });

  it("is not touched when its structure is protected", async () => {
    excel.faults.protectedStructure = true;
    await refused("protectedWorkbook");
  });

  it("is not touched when every request with cells is too large", async () => {
    excel.faults.payloadLimit = 1_500;
    await refused("payloadTooLarge");
  });

  it("is written in smaller pieces when requests are refused as too large", async () => {
    const customers = Array.from({ length: 400 }, (_, row) => [`Customer ${row}`, row] as const);
    plan = smallPlan({ customers, charts: false });
    excel.faults.payloadLimit = 12_000;
    await writePlan(plan);
    await excel.calculated();
    expect(excel.values("CLV Summary!B3")).toEqual([[79_800]]);
  });

  it("is refreshed, and taken back, in smaller pieces when requests are refused as too large", async () => {
    const customers = Array.from({ length: 400 }, (_, row) => [`Customer ${row}`, row] as const);
    await writePlan(smallPlan({ customers, charts: false }));
    const before = await workbookImage(excel);
    excel.faults.payloadLimit = 12_000;
    const other = customers.map(([id, amount]) => [`${id}!`, amount + 1] as const);
    const stop = new AbortController();
    const work = writePlan(smallPlan({ customers: other, charts: false }), {
      signal: stop.signal,
      onProgress: ({ phase }) => {
        if (phase === "formatting") stop.abort();
      },
    });
    expect(await codeOf(work)).toBe("cancelled");
    expect(await workbookImage(excel)).toEqual(before);
    await writePlan(smallPlan({ customers: other, charts: false }));
    await excel.calculated();
    expect(excel.values("CLV Summary!B3")).toEqual([[80_200]]);
  });

  it("keeps a sheet of the user's that has the planned name", async () => {
    excel.host.backend.addSheet("CLV Summary");
    excel.type("CLV Summary!A1", [["mine"]]);
    await refused("sheetExists");
  });

  it("keeps a name of the user's", async () => {
    await Excel.run(async (context) => {
      const cell = context.workbook.worksheets.getItem("Orders").getRange("B2");
      context.workbook.names.add("clv_gross_margin", cell);
      await context.sync();
    });
    await refused("nameTaken");
  });

  it("keeps a table of the user's", async () => {
    await Excel.run(async (context) => {
      const table = context.workbook.worksheets.getItem("Orders").tables.add("A1:B2", true);
      table.name = "ClvCustomers";
      await context.sync();
    });
    await refused("tableTaken");
  });

  it("is not touched by a plan that Excel would refuse", async () => {
    const good = smallPlan({ customers: CUSTOMERS });
    plan = { ...good, sheets: good.sheets.map((sheet) => ({ ...sheet, name: "a/b" })) };
    await refused("invalidPlan");
    const broken = planSourceOf(good);
    plan = { ...broken, rows: () => Promise.resolve([["too short"]]) };
    await refused("invalidPlan");
  });

  it("comes back when a sheet is deleted under our feet", async () => {
    excel.faults.deleteSheet = { name: "CLV Summary", atRequest: 12 };
    await refused("sheetMissing");
  });
});
