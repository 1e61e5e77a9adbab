import { columnLetters, quotedSheet } from "../../summary/layout/cellAddress";
import type { Area } from "../../summary/plan";
import { columnOfLetters, isOnSheet, MAX_COLUMNS, MAX_ROWS } from "../address";

/** One corner of a reference: `A$1` has both, the ends of `A:C` and `2:5` only one. */
interface Corner {
  readonly column: number | null;
  readonly row: number | null;
  readonly columnFixed: boolean;
  readonly rowFixed: boolean;
}

/** A reference to cells as it stands in a formula. */
export interface Reference {
  readonly start: number;
  readonly end: number;
  /** null where the formula names none: its own sheet. */
  readonly sheet: string | null;
  readonly area: Area;
  readonly corners: readonly [Corner] | readonly [Corner, Corner];
}

const SHEET = String.raw`'(?:[^']|'')+'|[\p{L}_][\p{L}\p{N}_.]*`;
const CELL = String.raw`\$?[A-Z]{1,3}\$?[1-9]\d{0,6}`;
const ADDRESS = String.raw`${CELL}(?::${CELL})?|\$?[A-Z]{1,3}:\$?[A-Z]{1,3}|\$?[1-9]\d*:\$?[1-9]\d*`;
const IN_BRACKETS = String.raw`\[(?:[^[\]']|'.|\[(?:[^[\]']|'.)*\])*\]`;

/**
 * One piece of a formula after the other, so that nothing within texts, table references (`Orders[A1]`), names and
 * functions (`LOG10`) is taken for cells. Cells of several sheets (`Jan:Mar!A1`) and of other workbooks are passed over.
 */
const PIECE = new RegExp(
  [
    String.raw`"(?:[^"]|"")*"`,
    String.raw`(?:${SHEET})?${IN_BRACKETS}(?:[\p{L}\p{N}_.]*!(?:${ADDRESS}))?`,
    String.raw`(?:${SHEET}):(?:${SHEET})!(?:${ADDRESS})`,
    String.raw`(?:(?<sheet>${SHEET})!)?(?<address>${ADDRESS})(?![\p{L}\p{N}_.(!\\])`,
    String.raw`'(?:[^']|'')+'`,
    String.raw`[\p{L}_\\][\p{L}\p{N}_.\\?]*`,
    String.raw`\d+(?:\.\d+)?(?:E[+-]?\d+)?`,
  ].join("|"),
  "giu",
);

/** The references of a formula to cells of its own workbook, in their order. */
export function referencesIn(formula: string): readonly Reference[] {
  return [...formula.matchAll(PIECE)].flatMap((piece): Reference[] => {
    const { sheet, address } = piece.groups ?? {};
    if (address === undefined) return [];
    const [first, last] = address.split(":").map(cornerOf);
    if (first === undefined || isElsewhere(sheet)) return [];
    const area = areaBetween(first, last ?? first);
    if (!isOnSheet(area)) return [];
    return [
      {
        start: piece.index,
        end: piece.index + piece[0].length,
        sheet: sheet === undefined ? null : plainName(sheet),
        area,
        corners: last === undefined ? [first] : [first, last],
      },
    ];
  });
}

/** `'[Book 1.xlsx]Orders'` is in another workbook, `'Jan:Mar'` several sheets. */
const isElsewhere = (sheet: string | undefined): boolean => sheet !== undefined && /[[\]:]/.test(sheet);

const plainName = (sheet: string): string =>
  sheet.startsWith("'") ? sheet.slice(1, -1).replaceAll("''", "'") : sheet;

function cornerOf(text: string): Corner {
  const [, before = "", letters = "", between = "", digits = ""] =
    /^(\$?)([A-Z]*)(\$?)(\d*)$/i.exec(text) ?? [];
  return {
    column: letters === "" ? null : columnOfLetters(letters),
    row: digits === "" ? null : Number(digits) - 1,
    columnFixed: letters !== "" && before === "$",
    rowFixed: (letters === "" ? before : between) === "$",
  };
}

function areaBetween(first: Corner, last: Corner): Area {
  const [row, column] = [first.row ?? 0, first.column ?? 0];
  return {
    row,
    column,
    rows: (last.row ?? MAX_ROWS - 1) - row + 1,
    columns: (last.column ?? MAX_COLUMNS - 1) - column + 1,
  };
}

/** Cells on a sheet. */
export interface Place {
  readonly sheet: string;
  readonly area: Area;
}

/** Where a reference leads now: a sheet of null is the formula's own. */
export interface Target {
  readonly sheet: string | null;
  readonly area: Area;
}

/** A formula with its references led elsewhere, null for those that stay; its `$` signs remain. */
export function withReferences(
  formula: string,
  target: (reference: Reference, index: number) => Target | null,
): string {
  let text = "";
  let done = 0;
  for (const [index, reference] of referencesIn(formula).entries()) {
    const to = target(reference, index);
    if (to === null) continue;
    text += formula.slice(done, reference.start);
    text += (to.sheet === null ? "" : `${quotedSheet(to.sheet)}!`) + addressLike(reference, to.area);
    done = reference.end;
  }
  return text + formula.slice(done);
}

function addressLike({ corners: [first, last] }: Reference, area: Area): string {
  const start = cornerText(first, area.row, area.column);
  if (last === undefined) return start;
  return `${start}:${cornerText(last, area.row + area.rows - 1, area.column + area.columns - 1)}`;
}

const cornerText = (
  { column, row, columnFixed, rowFixed }: Corner,
  toRow: number,
  toColumn: number,
): string =>
  (column === null ? "" : `${columnFixed ? "$" : ""}${columnLetters(toColumn)}`) +
  (row === null ? "" : `${rowFixed ? "$" : ""}${toRow + 1}`);

/** Whether a formula filled down keeps this reference as it is. */
export const staysInFill = ({ corners }: Reference): boolean =>
  corners.every(({ row, rowFixed }) => row === null || rowFixed);

/** Whether a formula in this row, filled down, always refers to its own row here. */
export const isOwnRow = ({ corners }: Reference, row: number): boolean =>
  corners.every((corner) => corner.row === row && !corner.rowFixed);
