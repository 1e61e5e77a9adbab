import type { FormulaCell, PlanCell, SheetPlan, WorkbookPlan } from "../../../src/summary/plan";

export interface PlacedFormula extends FormulaCell {
  readonly sheet: SheetPlan;
  readonly row: number;
  readonly column: number;
}

export const isFormula = (cell: PlanCell): cell is FormulaCell => typeof cell === "object" && cell !== null;

/** Every formula of a plan with its place. */
export function formulasOf(plan: WorkbookPlan): PlacedFormula[] {
  return plan.sheets.flatMap((sheet) =>
    sheet.blocks.flatMap((block) =>
      block.cells.flatMap((line, r) =>
        line.flatMap((cell, c) =>
          isFormula(cell) ? [{ ...cell, sheet, row: block.row + r, column: block.column + c }] : [],
        ),
      ),
    ),
  );
}

/** A formula without its texts and quoted sheet names: what is left is names, functions, cells, numbers and signs. */
export const bare = (text: string): string =>
  text.replace(/"(?:[^"]|"")*"/g, '""').replace(/'(?:[^']|'')*'!/g, "SHEET!");

/** The cell of a sheet, after recalculation or in the plan. */
export const cellAt = (rows: unknown[][] | undefined, row: number, column: number): unknown =>
  rows?.[row]?.[column];
