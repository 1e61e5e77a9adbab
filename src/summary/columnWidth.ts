import type { MoneyStyle } from "./request";

/** How much wider the figures of the board are: 14 points and bold, against 11. */
export const BOARD = 1.35;

/** Parentheses or their room, and the cell's own margins. */
const ROOM = 3;

/** Bold letters against digits, the cell's margins, and the button of a table's filter beside the words. */
const BOLD_LETTER = 1.1;
const BUTTON = 3;

/** A heading may break between its words, never within one. */
export const headerWidth = (header: string, width: number): number =>
  Math.max(width, ...header.split(/\s+/).map((word) => Math.ceil(word.length * BOLD_LETTER) + BUTTON));

/** Characters that a column needs so that a sum of money never shows as ####, even when it grows tenfold. */
export function moneyWidth({ symbol, digits }: MoneyStyle, largest: number, scale = 1): number {
  const whole = Math.max(1, Math.floor(Math.log10(Math.max(1, Math.abs(largest)))) + 2);
  const separators = Math.floor((whole - 1) / 3);
  const decimals = digits > 0 ? digits + 1 : 0;
  const sign = symbol === "" ? 0 : symbol.length + 1;
  return Math.ceil((whole + separators + decimals + sign) * scale + ROOM);
}
