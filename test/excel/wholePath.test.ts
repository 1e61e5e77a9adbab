/** @jest-environment jsdom */
import { addressOf } from "../../src/summary/layout/cellAddress";
import { sampleOrders } from "../../src/orders/sample/sampleOrders";
import { writePlan } from "../../src/excel/writing/writePlan";
import type { PlanCell } from "../../src/summary/plan";
import { CHOICES } from "../../src/summary/request";
import { createEngine } from "../../src/worker/createEngine";
import { startOffice } from "../workbench/officeHarness";
import type { OfficeHarness } from "../workbench/officeHarness";
import { planSelected, startRows } from "./summaryRun";
import type { PlannedRun } from "./summaryRun";
import { workbookImage } from "./workbookImage";

/** Every cell of the plan whose value our own engine knows, with the value that the workbook calculates. */
async function disagreements(
  excel: OfficeHarness,
  { source }: PlannedRun,
): Promise<{ compared: number; wrong: string[] }> {
  // ROWS(A$26:A26) in A26 itself is no circle in Excel; the grid needs a second look at what depends on it.
  await excel.calculated();
  await excel.backend.calculate();
  await excel.calculated();
  const wrong: string[] = [];
  let compared = 0;
  for (const [index, sheet] of source.outline.sheets.entries()) {
    for (const [block, area] of sheet.blocks.entries()) {
      const planned = await source.rows(index, block, 0, area.rows);
      const there = excel.values(`'${sheet.name}'!${addressOf(area)}`);
      planned.forEach((row, r) => {
        row.forEach((cell, c) => {
          if (cell === null) return;
          const expected = typeof cell === "object" ? cell.expected : cell;
          if (expected === undefined || isBeyondTheGrid(cell)) return;
          compared++;
          const value = there[r]?.[c] ?? "";
          if (!same(value, expected ?? "")) {
            const at = addressOf({ row: area.row + r, column: area.column + c, rows: 1, columns: 1 });
            wrong.push(
              `${sheet.name}!${at}: ${String(value)} instead of ${String(expected)} ${typeof cell === "object" ? cell.formula : ""}`,
            );
          }
        });
      });
    }
  }
  return { compared, wrong };
}

/** Links the grid does not calculate; test/summary compares them with LibreOffice. */
const isBeyondTheGrid = (cell: PlanCell): boolean =>
  typeof cell === "object" && cell !== null && /HYPERLINK\(/.test(cell.formula);

const same = (value: unknown, expected: unknown): boolean =>
  typeof value === "number" && typeof expected === "number"
    ? Math.abs(value - expected) <= 1e-9 * Math.max(1, Math.abs(expected))
    : value === expected;

describe("from the selection of the sample orders to the summary in the workbook", () => {
  let excel: OfficeHarness;
  let run: PlannedRun;

  beforeAll(async () => {
    excel = await startOffice({
      sheets: [{ name: "Orders", rows: startRows(sampleOrders({ customers: 70 })) }],
    });
    excel.select("Orders!A1");
    run = await planSelected(createEngine(), CHOICES);
  }, 60_000);
  afterAll(() => {
    excel.stop();
  });

  it("takes the whole region for one selected cell", () => {
    expect(run.selection).toMatchObject({ origin: "region", toLastRow: true, tableName: null });
    expect(run.overview).toMatchObject({ obstacle: null });
    expect(run.overview.usedRows + run.overview.excludedRows).toBe(run.overview.sourceRows);
  });

  it("writes cells that calculate to what our own engine expects", async () => {
    const start = performance.now();
    const orders = excel.formulas("Orders!A1:H3600");
    const report = await writePlan(run.source);
    console.log(
      `summary of ${run.overview.usedRows} orders: ${report.cells} cells in ${Math.round(performance.now() - start)} ms`,
    );
    const { compared, wrong } = await disagreements(excel, run);
    expect(wrong.slice(0, 20)).toEqual([]);
    expect(compared).toBeGreaterThan(1_000);
    expect(excel.formulas("Orders!A1:H3600")).toEqual(orders);
  }, 240_000);

  it("writes nothing when it is made a second time", async () => {
    const before = await workbookImage(excel);
    const report = await writePlan(run.source);
    expect(report).toMatchObject({ created: [], cells: 0 });
    expect(await workbookImage(excel)).toEqual(before);
  }, 240_000);
});
