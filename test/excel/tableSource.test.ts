/** @jest-environment jsdom */
import "../workbench/browserGlobals";
import { freezeFormulas } from "../../src/excel/freezing/freeze";
import { restoreFormulas } from "../../src/excel/freezing/restoreFormulas";
import { writePlan } from "../../src/excel/writing/writePlan";
import { sampleOrders } from "../../src/orders/sample/sampleOrders";
import { saveWorkbook } from "../../src/workbench/xlsx/saveWorkbook";
import { createEngine } from "../../src/worker/createEngine";
import { itWithLibreOffice, recalculated } from "../workbench/libreOffice";
import { startOffice } from "../workbench/officeHarness";
import type { OfficeHarness } from "../workbench/officeHarness";
import { planSelected, startRows } from "./summaryRun";

/** Headings that need brackets and escapes in a structured reference. */
const HEADINGS = ["Order, no.", "Customer's ID [crm]", "Order date", "Region", "Amount (€) #1"];
const [, ...ROWS] = startRows(sampleOrders({ customers: 20, dirt: false }));
const LAST = ROWS.length + 1;
const ROWS_CHECK = "CLV Checks!A5:F5";
const SUM_CHECK = "CLV Checks!A6:F6";
const ID_COLUMN = "[[Customer''s ID '[crm']]]";

jest.setTimeout(60_000);

let excel: OfficeHarness;

async function refresh(): Promise<number> {
  excel.select("Orders!A1");
  const { source } = await planSelected(createEngine(), ["checks"]);
  const { cells } = await writePlan(source);
  await excel.calculated();
  return cells;
}

const formulaOf = (check: string): unknown => excel.formulas(check)[0]?.[1];
const failed = (): unknown =>
  excel
    .values("CLV Checks!F1:F40")
    .flat()
    .filter((result) => result === "FAIL").length;

const red = (): unknown[] =>
  excel.values("CLV Checks!A1:F40").flatMap(([label, , , , , result]) => (result === "FAIL" ? [label] : []));

/** As somebody types it below the table, which Excel then stretches over it. */
async function addOrder(amount: number): Promise<void> {
  excel.type(`Orders!A${LAST + 1}:E${LAST + 1}`, [[99_999, "C-NEW", 46_000, "North", amount]]);
  await resize(LAST + 1);
  await excel.calculated();
}

const resize = (rows: number): Promise<void> =>
  Excel.run(async (context) => {
    context.workbook.tables.getItem("Orders_table").resize(`A1:E${rows}`);
    await context.sync();
  });

beforeEach(async () => {
  excel = await startOffice({ sheets: [{ name: "Orders", rows: [HEADINGS, ...ROWS] }] });
  await Excel.run(async (context) => {
    context.workbook.worksheets.getItem("Orders").tables.add(`A1:E${LAST}`, true).name = "Orders_table";
    await context.sync();
  });
  await refresh();
});
afterEach(() => {
  excel.stop();
});

it("is referred to by its columns' names, whatever these hold, and written once", async () => {
  expect(excel.values(ROWS_CHECK)).toEqual([
    ["Rows of the table = rows used + rows left out (if not: refresh)", LAST - 1, LAST - 1, 0, 0, "pass"],
  ]);
  expect(formulaOf(ROWS_CHECK)).toBe(`=ROWS(Orders_table${ID_COLUMN})`);
  expect(formulaOf(SUM_CHECK)).toBe(`=ROUND(SUM(Orders!E2:E${LAST}),clv_decimals)`);
  expect(failed()).toBe(0);
  expect(await refresh()).toBe(0);
});

it("is followed when it grows, without the add-in: one check says how many rows were added and asks for a refresh", async () => {
  const sum = Number(excel.values(SUM_CHECK)[0]?.[1]);
  await addOrder(100);
  expect(excel.values(ROWS_CHECK)).toEqual([
    ["Rows added to the orders since: 1. Press “Refresh” in the pane", LAST, LAST - 1, -1, 0, "FAIL"],
  ]);
  // The sum is that of the rows that were read, and what stands below them is the table's.
  expect(excel.values(SUM_CHECK)[0]?.[1]).toBeCloseTo(sum, 9);
  expect(failed()).toBe(1);
  await refresh();
  expect(excel.values(ROWS_CHECK)[0]?.slice(1)).toEqual([LAST, LAST, 0, 0, "pass"]);
  expect(failed()).toBe(0);
});

it("has its other checks fail for reasons of their own: cells below it that it does not take in, an amount that is none", async () => {
  excel.type(`Orders!A${LAST + 1}`, [["a remark"]]);
  await excel.calculated();
  expect(red()).toEqual(["Nothing added below the source range (if not: refresh)"]);
  excel.type(`Orders!A${LAST + 1}`, [[""]]);
  await addOrder(100);
  excel.type(`Orders!E${LAST}`, [["twelve"]]);
  await excel.calculated();
  expect(red()).toEqual([
    "Rows added to the orders since: 1. Press “Refresh” in the pane",
    "No customer changed in the source, no date or amount emptied",
  ]);
});

it("keeps its formulas when it or a column is renamed, and a refresh finds them so", async () => {
  await Excel.run(async (context) => {
    context.workbook.tables.getItem("Orders_table").name = "Sales";
    await context.sync();
  });
  excel.type("Orders!B1", [["Client"]]);
  await excel.calculated();
  expect(formulaOf(ROWS_CHECK)).toBe("=ROWS(Sales[Client])");
  expect(failed()).toBe(0);
  await refresh();
  expect(formulaOf(ROWS_CHECK)).toBe("=ROWS(Sales[Client])");
  expect(failed()).toBe(0);
});

it("is a plain range to the formulas where it shows totals, which were read as a row", async () => {
  await Excel.run(async (context) => {
    context.workbook.tables.getItem("Orders_table").showTotals = true;
    await context.sync();
  });
  await refresh();
  expect(formulaOf(ROWS_CHECK)).toBe(`=ROWS(Orders!B2:B${LAST})`);
  expect(excel.values(ROWS_CHECK)[0]?.[0]).toBe("Source rows = rows used + rows left out");
});

it("may stand in a formula that is replaced by its value and brought back", async () => {
  const formula = `=ROWS(Orders_table${ID_COLUMN})+IFERROR(CLV.NONE(1),0)`;
  excel.type("Orders!H1", [[formula]]);
  await excel.calculated();
  expect(await freezeFormulas()).toEqual({ changed: 1, sheets: 1 });
  expect(excel.formulas("Orders!H1")).toEqual([[LAST - 1]]);
  await addOrder(5);
  await restoreFormulas();
  await excel.calculated();
  expect(excel.formulas("Orders!H1")).toEqual([[formula]]);
  expect(excel.values("Orders!H1")).toEqual([[LAST]]);
});

itWithLibreOffice("gives the same figures in LibreOffice, before and after it grew", async () => {
  const checks = (): unknown[] => excel.values("CLV Checks!B5:D6").flat();
  for (const grow of [false, true]) {
    if (grow) await addOrder(100);
    const file = recalculated(await saveWorkbook(excel.host));
    const there = (file.get("CLV Checks") ?? []).slice(4, 6).flatMap((row) => row.slice(1, 4));
    expect(there.map((cell) => Number(Number(cell).toFixed(9)))).toEqual(
      checks().map((cell) => Number(Number(cell).toFixed(9))),
    );
  }
});
