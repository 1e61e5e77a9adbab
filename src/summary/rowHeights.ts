import type { Area, Block, Format, PlanCell, RowHeight, StyleName } from "./plan";

/** Points of one line of 11-point text, as Excel sets it. */
const LINE = 15;
/** A column of n characters is 7n + 5 pixels wide (Excel's standard font); 5 of them are the cell's margins. */
const PIXELS_PER_CHARACTER = 7;

/** Rows of larger print, with a little air. */
const LARGE: Partial<Record<StyleName, number>> = { title: 27, heading: 21, boardFigure: 20 };

/** Bold print is wider. */
const BOLD = new Set<StyleName | undefined>(["tableHeader", "heading", "title", "boardFigure", "total"]);

/**
 * Mean width of a letter in pixels at 11 points: a little more than the widest of the usual fonts needs, because a line
 * too many is air and a line too few is a text that nobody can read.
 */
function letterWidth(text: string): number {
  if (/[\u0530-\u058F]/.test(text)) return 7.2;
  return /[\u0600-\u06FF]/.test(text) ? 5.8 : 6.4;
}

/** Into how many lines a text falls, broken between words. */
export function lineCount(text: string, width: number, isBold = false): number {
  const letter = letterWidth(text) * (isBold ? 1.08 : 1);
  let lines = 1;
  let used = 0;
  for (const word of text.split(/\s+/)) {
    const needed = word.length * letter;
    const joined = used === 0 ? needed : used + letter + needed;
    if (joined <= width) {
      used = joined;
      continue;
    }
    if (used > 0) lines += 1;
    lines += Math.max(0, Math.ceil(needed / width) - 1);
    used = needed % width === 0 ? width : needed % width;
  }
  return lines;
}

interface Laid {
  readonly blocks: readonly Block[];
  readonly formats: readonly Format[];
  readonly merges: readonly Area[];
  readonly columnWidths: readonly number[];
}

/** Excel's own width of a column that nobody has set. */
const STANDARD_WIDTH = 8.43;

/** The rows that need more than one line's height, and how much. */
export function rowHeights({ blocks, formats, merges, columnWidths }: Laid): RowHeight[] {
  const heights = new Map<number, number>();
  const atLeast = (row: number, points: number): void => {
    if (points > (heights.get(row) ?? LINE)) heights.set(row, points);
  };
  const widthFrom = (column: number, columns: number): number =>
    Array.from({ length: columns }, (_, i) => columnWidths[column + i] ?? STANDARD_WIDTH).reduce(
      (sum, width) => sum + width * PIXELS_PER_CHARACTER,
      0,
    );
  const columnsOf = (row: number, column: number): number =>
    merges.find((area) => area.row === row && area.column === column)?.columns ?? 1;
  for (const { area, style, wrap, indent = 0 } of formats) {
    const large = style === undefined ? undefined : LARGE[style];
    if (large !== undefined) for (let i = 0; i < area.rows; i++) atLeast(area.row + i, large);
    if (wrap !== true) continue;
    for (const { row, column, text } of textsIn(blocks, area)) {
      const width = widthFrom(column, columnsOf(row, column)) - indent * 9;
      const lines = lineCount(text, width, BOLD.has(style));
      if (lines > 1) atLeast(row, lines * LINE + 1);
    }
  }
  return [...heights].map(([row, points]) => ({ row, points })).sort((a, b) => a.row - b.row);
}

const textOf = (cell: PlanCell | undefined): string | undefined => {
  const value = typeof cell === "object" && cell !== null ? cell.expected : cell;
  return typeof value === "string" && value !== "" ? value : undefined;
};

/** The texts of the blocks within an area. */
function textsIn(blocks: readonly Block[], area: Area): { row: number; column: number; text: string }[] {
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
