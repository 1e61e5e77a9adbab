import { hostError } from "./host/errors";

/** A rectangle of cells on one sheet, zero-based; `sheet` is the sheet's id. */
export interface Rect {
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
}

/** Size of an Excel sheet: https://support.microsoft.com/office/excel-specifications-and-limits */
export const SHEET_ROWS = 1_048_576;
export const SHEET_COLUMNS = 16_384;

/** `columnNumber("AA")` is 26. */
function columnNumber(letters: string): number {
  let number = 0;
  for (const letter of letters.toUpperCase()) number = number * 26 + letter.charCodeAt(0) - 64;
  return number - 1;
}

/** `columnLetters(26)` is `AA`. */
export function columnLetters(column: number): string {
  let letters = "";
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  }
  return letters;
}

/** `A1`, `A1:C9`, `A:C`, `3:5`, with or without dollars. The sheet's name, if any, is left out. */
const ADDRESS = /^\$?([A-Z]{1,3})?\$?(\d{1,7})?(?::\$?([A-Z]{1,3})?\$?(\d{1,7})?)?$/i;

/** Splits `'My sheet'!A1` into the sheet's name and the cells; the name is null where there is none. */
export function splitAddress(address: string): { sheetName: string | null; cells: string } {
  const at = address.lastIndexOf("!");
  if (at < 0) return { sheetName: null, cells: address };
  const name = address.slice(0, at);
  const quoted = name.startsWith("'") && name.endsWith("'");
  return { sheetName: quoted ? name.slice(1, -1).replaceAll("''", "'") : name, cells: address.slice(at + 1) };
}

/** Reads an A1 address; throws InvalidArgument for anything that is none. */
export function rectOf(sheet: string, address: string): Rect {
  const match = ADDRESS.exec(address.trim());
  const [, fromColumn, fromRow, toColumn = fromColumn, toRow = fromRow] = match ?? [];
  const isRange = address.includes(":");
  if (!match || (!fromColumn && !fromRow) || (!isRange && !(fromColumn && fromRow))) {
    throw hostError("InvalidArgument", `The address "${address}" isn't valid.`);
  }
  const columns =
    fromColumn && toColumn ? [columnNumber(fromColumn), columnNumber(toColumn)] : [0, SHEET_COLUMNS - 1];
  const rows = fromRow && toRow ? [Number(fromRow) - 1, Number(toRow) - 1] : [0, SHEET_ROWS - 1];
  const row = Math.min(...rows);
  const column = Math.min(...columns);
  const rect = {
    sheet,
    row,
    column,
    rows: Math.max(...rows) - row + 1,
    columns: Math.max(...columns) - column + 1,
  };
  assertOnSheet(rect);
  return rect;
}

/** Excel answers InvalidArgument to a range that would leave the sheet. */
export function assertOnSheet(rect: Rect): void {
  const inside =
    rect.row >= 0 &&
    rect.column >= 0 &&
    rect.rows > 0 &&
    rect.columns > 0 &&
    rect.row + rect.rows <= SHEET_ROWS &&
    rect.column + rect.columns <= SHEET_COLUMNS;
  if (!inside) throw hostError("InvalidArgument", "The range is outside the worksheet.");
}

/** `A1:C9`, or `A:C` and `3:5` for whole columns and rows, as Excel writes addresses. */
export function addressOf(rect: Rect): string {
  const first = columnLetters(rect.column);
  const last = columnLetters(rect.column + rect.columns - 1);
  if (rect.rows === SHEET_ROWS) return `${first}:${last}`;
  if (rect.columns === SHEET_COLUMNS) return `${rect.row + 1}:${rect.row + rect.rows}`;
  const from = `${first}${rect.row + 1}`;
  const to = `${last}${rect.row + rect.rows}`;
  return from === to ? from : `${from}:${to}`;
}

/** `$A$1:$C$9`. */
export function absoluteAddressOf(rect: Rect): string {
  return addressOf(rect).replace(/[A-Z]+|\d+/g, "$$$&");
}

/** `Orders` stays, `My orders` becomes `'My orders'`. */
export function quoteSheetName(name: string): string {
  const plain = /^[\p{L}_][\p{L}\p{N}_.]*$/u.test(name) && !/^[A-Z]{1,3}\d+$/i.test(name);
  return plain ? name : `'${name.replaceAll("'", "''")}'`;
}

export function intersection(a: Rect, b: Rect): Rect | null {
  if (a.sheet !== b.sheet) return null;
  const row = Math.max(a.row, b.row);
  const column = Math.max(a.column, b.column);
  const rows = Math.min(a.row + a.rows, b.row + b.rows) - row;
  const columns = Math.min(a.column + a.columns, b.column + b.columns) - column;
  return rows > 0 && columns > 0 ? { sheet: a.sheet, row, column, rows, columns } : null;
}

export const cellCount = (rect: Rect): number => rect.rows * rect.columns;

/** Whole rows or columns are unbounded: Excel gives null for their cells. */
export const isUnbounded = (rect: Rect): boolean =>
  rect.rows === SHEET_ROWS || rect.columns === SHEET_COLUMNS;
