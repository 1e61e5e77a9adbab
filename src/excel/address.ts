import type { Area } from "../summary/plan";

/** Zero-based column of letters: "A" is 0. */
export const columnOfLetters = (letters: string): number =>
  [...letters.toUpperCase()].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;

const CELLS = /^\$?([A-Z]{1,3})\$?(\d{1,7})(?::\$?([A-Z]{1,3})\$?(\d{1,7}))?$/i;

/** The area of an address without its sheet; undefined where it is not one block of cells. */
export function areaOfAddress(address: string): Area | undefined {
  const parts = CELLS.exec(address);
  const [, firstLetters, firstRow, lastLetters = firstLetters, lastRow = firstRow] = parts ?? [];
  if (firstLetters === undefined || lastLetters === undefined) return undefined;
  const column = columnOfLetters(firstLetters);
  const row = Number(firstRow) - 1;
  const area = {
    row,
    column,
    rows: Number(lastRow) - row,
    columns: columnOfLetters(lastLetters) - column + 1,
  };
  return isOnSheet(area) ? area : undefined;
}

/** An address without its sheet: `'My orders'!A1:D9` is `A1:D9`. */
export const withoutSheet = (address: string): string =>
  address.slice(address.lastIndexOf("!") + 1).replaceAll("$", "");

/** A formula without the marks around sheet names; texts keep theirs. */
const withoutSheetQuotes = (formula: string): string =>
  formula.replace(/"(?:[^"]|"")*"|'/g, (part) => (part === "'" ? "" : part));

/** Whether two formulas say the same: Excel leaves out the marks that a sheet's name does not need. */
export const sameFormula = (a: string, b: string): boolean =>
  a === b || withoutSheetQuotes(a) === withoutSheetQuotes(b);

export const MAX_ROWS = 1_048_576;
export const MAX_COLUMNS = 16_384;

/** Whether an area has whole numbers and lies within a worksheet. */
export const isOnSheet = (area: Area): boolean =>
  [area.row, area.column, area.rows, area.columns].every(Number.isInteger) &&
  area.row >= 0 &&
  area.column >= 0 &&
  area.rows >= 1 &&
  area.columns >= 1 &&
  area.row + area.rows <= MAX_ROWS &&
  area.column + area.columns <= MAX_COLUMNS;

/** The cells two areas share; undefined where there are none. */
export function intersection(a: Area, b: Area): Area | undefined {
  const row = Math.max(a.row, b.row);
  const column = Math.max(a.column, b.column);
  const rows = Math.min(a.row + a.rows, b.row + b.rows) - row;
  const columns = Math.min(a.column + a.columns, b.column + b.columns) - column;
  return rows > 0 && columns > 0 ? { row, column, rows, columns } : undefined;
}

/** `a` without the cells of `b`, as up to four areas. */
function without(a: Area, b: Area): readonly Area[] {
  const shared = intersection(a, b);
  if (shared === undefined) return [a];
  const parts: Area[] = [
    { row: a.row, column: a.column, rows: shared.row - a.row, columns: a.columns },
    {
      row: shared.row + shared.rows,
      column: a.column,
      rows: a.row + a.rows - shared.row - shared.rows,
      columns: a.columns,
    },
    { row: shared.row, column: a.column, rows: shared.rows, columns: shared.column - a.column },
    {
      row: shared.row,
      column: shared.column + shared.columns,
      rows: shared.rows,
      columns: a.column + a.columns - shared.column - shared.columns,
    },
  ];
  return parts.filter((part) => part.rows > 0 && part.columns > 0);
}

/** `areas` without the cells of any of `others`. */
export const withoutAll = (areas: readonly Area[], others: readonly Area[]): readonly Area[] =>
  others.reduce<readonly Area[]>((rest, other) => rest.flatMap((area) => without(area, other)), areas);

export const rangeOf = (sheet: Excel.Worksheet, area: Area): Excel.Range =>
  sheet.getRangeByIndexes(area.row, area.column, area.rows, area.columns);
