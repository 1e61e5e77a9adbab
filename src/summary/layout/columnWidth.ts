import type { Area, SheetPlan, StyleName } from "../plan";
import { textsIn } from "./planTexts";
import { textWidth } from "./rowHeights";
import type { MoneyStyle } from "../request";

/** How much wider the figures of the board are: 14 points and bold, against 11. */
export const BOARD = 1.35;

/** Parentheses or their room, and the cell's own margins. */
const ROOM = 3;

/** Bold letters against digits; those of Armenian are wider. */
const boldLetter = (word: string): number => (/[\u0530-\u058F]/.test(word) ? 1.45 : 1.08);
/** The button of a table's filter beside the words. */
const BUTTON = 2;

/** A heading may break between its words, never within one. */
const wordWidth = (header: string): number =>
  Math.max(...header.split(/\s+/).map((word) => Math.ceil(word.length * boldLetter(word)) + 1));

/** The width of a column of a table that can be filtered. */
export const headerWidth = (header: string, width: number): number =>
  Math.max(width, wordWidth(header) + BUTTON);

/** The columns' widths, widened where a word of a heading would break. */
export function widthsForHeadings({
  blocks,
  formats,
  merges,
  columnWidths,
}: Pick<SheetPlan, "blocks" | "formats" | "columnWidths"> & { readonly merges: readonly Area[] }): number[] {
  const widths = [...columnWidths];
  for (const { area, style } of formats) {
    if (style !== "tableHeader") continue;
    for (const { row, column, text } of textsIn(blocks, area)) {
      const isSpanned = merges.some((merged) => merged.row === row && merged.column === column);
      const width = widths[column];
      if (!isSpanned && width !== undefined) widths[column] = Math.max(width, wordWidth(text));
    }
  }
  return widths;
}

/** Characters that a column needs so that none of these words in its cells is cut off. */
export const widthForWords = (words: readonly string[], style: StyleName = "formula"): number =>
  Math.max(...words.map((word) => Math.ceil(textWidth(word, style)) + 1));

/** Characters that a column needs so that a sum of money never shows as ####, even when it grows tenfold. */
export function moneyWidth({ symbol, digits }: MoneyStyle, largest: number, scale = 1): number {
  const whole = Math.max(1, Math.floor(Math.log10(Math.max(1, Math.abs(largest)))) + 2);
  const separators = Math.floor((whole - 1) / 3);
  const decimals = digits > 0 ? digits + 1 : 0;
  const sign = symbol === "" ? 0 : symbol.length + 1;
  return Math.ceil((whole + separators + decimals + sign) * scale + ROOM);
}
