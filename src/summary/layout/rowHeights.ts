import type { Area, Block, Format, RowHeight, StyleName } from "../plan";
import { textsIn } from "./planTexts";

/** Points of one line of 11-point text, as Excel sets it; letters of the Arabic script reach further down and up. */
const LINE = { leftToRight: 15, rightToLeft: 18 } as const;
/** A column of n characters is 7n + 5 pixels wide (Excel's standard font); 5 of them are the cell's margins. */
const PIXELS_PER_CHARACTER = 7;
/** A table of more rows keeps the height that Excel gives them: setting it would take a request's room for nothing. */
const LONG_BLOCK = 400;

/** Larger print against 11 points, and the height of one line of it with a little air. */
const LARGE: Partial<Record<StyleName, { readonly scale: number; readonly points: number }>> = {
  title: { scale: 18 / 11, points: 27 },
  heading: { scale: 13 / 11, points: 21 },
  boardFigure: { scale: 14 / 11, points: 20 },
};

/** Bold print is wider. */
const BOLD = new Set<StyleName | undefined>(["tableHeader", "heading", "title", "boardFigure", "total"]);
const BOLDER = { leftToRight: 1.08, rightToLeft: 1.25 } as const;

/**
 * Mean widths in pixels at 11 points: a little more than the widest of the usual fonts needs, because a line too many
 * is air and a line too few is a text that nobody can read.
 */
interface Letters {
  readonly letter: number;
  /** Spaces and points, where they differ enough to matter. */
  readonly narrow: number;
}

function lettersOf(text: string): Letters {
  if (/[\u0530-\u058F]/.test(text)) return { letter: 10, narrow: 5 };
  const letter = /[\u0600-\u06FF]/.test(text) ? 6.8 : 6.4;
  return { letter, narrow: letter };
}

function pixels(text: string, { letter, narrow }: Letters): number {
  const points = text.match(/[\s.,()]/g)?.length ?? 0;
  return (text.length - points) * letter + points * narrow;
}

/** About how wide a text in a style is, in characters of a column. */
export function textWidth(text: string, style: StyleName): number {
  const scale = (LARGE[style]?.scale ?? 1) * (BOLD.has(style) ? BOLDER.rightToLeft : 1);
  return (pixels(text, lettersOf(text)) * scale) / PIXELS_PER_CHARACTER;
}

/** Into how many lines a text falls, broken between words. */
export function lineCount(text: string, width: number, scale = 1): number {
  const letters = lettersOf(text);
  const space = letters.narrow * scale;
  let lines = 1;
  let used = 0;
  for (const word of text.split(/\s+/)) {
    const needed = pixels(word, letters) * scale;
    const joined = used === 0 ? needed : used + space + needed;
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
  readonly rightToLeft: boolean;
}

/** Excel's own width of a column that nobody has set. */
const STANDARD_WIDTH = 8.43;

/** The rows that need more than one line's height, and how much; equal neighbours together. */
export function rowHeights({ blocks, formats, merges, columnWidths, rightToLeft }: Laid): RowHeight[] {
  const direction = rightToLeft ? "rightToLeft" : "leftToRight";
  const line = LINE[direction];
  const heights = new Map<number, number>();
  const atLeast = (row: number, points: number): void => {
    if (points > (heights.get(row) ?? LINE.leftToRight)) heights.set(row, points);
  };
  const widthFrom = (column: number, columns: number): number =>
    Array.from({ length: columns }, (_, i) => columnWidths[column + i] ?? STANDARD_WIDTH).reduce(
      (sum, width) => sum + width * PIXELS_PER_CHARACTER,
      0,
    );
  const columnsOf = (row: number, column: number): number =>
    merges.find((area) => area.row === row && area.column === column)?.columns ?? 1;
  for (const { row, cells } of blocks) {
    if (cells.length <= LONG_BLOCK) cells.forEach((_, i) => atLeast(row + i, line));
  }
  for (const { area, style, wrap, indent = 0 } of formats) {
    const large = style === undefined ? undefined : LARGE[style];
    if (large !== undefined) for (let i = 0; i < area.rows; i++) atLeast(area.row + i, large.points);
    if (wrap !== true) continue;
    const scale = (large?.scale ?? 1) * (BOLD.has(style) ? BOLDER[direction] : 1);
    for (const { row, column, text } of textsIn(blocks, area)) {
      const width = widthFrom(column, columnsOf(row, column)) - indent * INDENT_PIXELS;
      const lines = lineCount(text, width, scale);
      if (lines > 1) atLeast(row, lines * line * (large?.scale ?? 1) + 1);
    }
  }
  return joined([...heights].sort(([a], [b]) => a - b));
}

const INDENT_PIXELS = 9;

function joined(heights: readonly (readonly [row: number, points: number])[]): RowHeight[] {
  const runs: RowHeight[] = [];
  for (const [row, points] of heights) {
    const last = runs.at(-1);
    if (last !== undefined && last.points === points && last.row + last.rows === row)
      runs[runs.length - 1] = { ...last, rows: last.rows + 1 };
    else runs.push({ row, rows: 1, points });
  }
  return runs;
}
