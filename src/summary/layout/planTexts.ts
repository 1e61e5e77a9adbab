import type { Area, Block, PlanCell } from "../plan";

const textOf = (cell: PlanCell | undefined): string | undefined => {
  const value = typeof cell === "object" && cell !== null ? cell.expected : cell;
  return typeof value === "string" && value !== "" ? value : undefined;
};

/** A text with its place. */
export interface PlacedText {
  readonly row: number;
  readonly column: number;
  readonly text: string;
}

/** The texts of the blocks within an area; of a formula, what it is expected to give. */
export function textsIn(blocks: readonly Block[], area: Area): PlacedText[] {
  return blocks.flatMap((block) => {
    const from = Math.max(area.row, block.row);
    const to = Math.min(area.row + area.rows, block.row + block.cells.length);
    const rows = Array.from({ length: Math.max(0, to - from) }, (_, i) => from + i);
    return rows.flatMap((row) =>
      (block.cells[row - block.row] ?? []).flatMap((cell, offset) => {
        const column = block.column + offset;
        const isInside = column >= area.column && column < area.column + area.columns;
        const text = isInside ? textOf(cell) : undefined;
        return text === undefined ? [] : [{ row, column, text }];
      }),
    );
  });
}
