import type { Area, Block, PlanCell, SheetPlan, WorkbookPlan } from "./plan";

/** A sheet's plan without its cells: small, however many customers there are. */
export type SheetOutline = Omit<SheetPlan, "blocks"> & { readonly blocks: readonly Area[] };

/** A workbook's plan without its cells. */
export type WorkbookOutline = Omit<WorkbookPlan, "sheets"> & {
  readonly sheets: readonly SheetOutline[];
};

/** Rows of one block, by the place of sheet and block in the outline. */
export type PlanRows = readonly (readonly PlanCell[])[];

/**
 * A plan whose cells are fetched in pieces, so that a hundred thousand rows never cross from the worker to the pane
 * in one message that blocks it.
 */
export interface PlanSource {
  readonly outline: WorkbookOutline;
  rows(sheet: number, block: number, from: number, count: number): Promise<PlanRows>;
}

const areaOf = (block: Block): Area => ({
  row: block.row,
  column: block.column,
  rows: block.cells.length,
  columns: block.cells[0]?.length ?? 0,
});

export function outlineOf(plan: WorkbookPlan): WorkbookOutline {
  return {
    ...plan,
    sheets: plan.sheets.map((sheet) => ({ ...sheet, blocks: sheet.blocks.map(areaOf) })),
  };
}

/** `count` rows of a block of the plan, from row `from` of the block on; none where there is no such block. */
export function rowsOf(
  plan: WorkbookPlan,
  sheet: number,
  block: number,
  from: number,
  count: number,
): PlanRows {
  return plan.sheets[sheet]?.blocks[block]?.cells.slice(from, from + count) ?? [];
}

/** A plan that is at hand in full. */
export const planSourceOf = (plan: WorkbookPlan): PlanSource => ({
  outline: outlineOf(plan),
  rows: (sheet, block, from, count) => Promise.resolve(rowsOf(plan, sheet, block, from, count)),
});
