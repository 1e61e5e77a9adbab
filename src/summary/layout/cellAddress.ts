import type { Area } from "../plan";

/** Cells as formulas name them. */

/** Letters of a zero-based column: 0 is A, 26 is AA. */
export function columnLetters(column: number): string {
  let letters = "";
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  }
  return letters;
}

/** `D17` for zero-based row 16 and column 3. */
export const cellAddress = (row: number, column: number): string => `${columnLetters(column)}${row + 1}`;

/** `A2:A900`; a single cell where the area is one. */
export function addressOf({ row, column, rows, columns }: Area): string {
  const first = cellAddress(row, column);
  return rows === 1 && columns === 1
    ? first
    : `${first}:${cellAddress(row + rows - 1, column + columns - 1)}`;
}

/** `$A$2:$A$900` */
export const absoluteAddress = (area: Area): string => addressOf(area).replace(/[A-Z]+|\d+/g, "$$$&");

/** A name that needs no quotes, and one that would then be read as a cell, in either way of writing them. */
const PLAIN_NAME = /^[A-Z_][A-Z0-9_.]*$/i;
const LIKE_A_CELL = /^([A-Z]{1,3}\d+|R\d*C?\d*|C\d*|TRUE|FALSE)$/i;

/** A sheet's name in quotes, which a formula always understands: `'Bob''s orders'`. */
export const inQuotes = (name: string): string => `'${name.replaceAll("'", "''")}'`;

/**
 * A sheet's name as formulas write it: `Orders`, `'Bob''s orders'`. Quotes that are not needed do not survive in a
 * cell, so that a formula with them would look changed at the next refresh.
 */
export const quotedSheet = (name: string): string =>
  PLAIN_NAME.test(name) && !LIKE_A_CELL.test(name) ? name : inQuotes(name);
