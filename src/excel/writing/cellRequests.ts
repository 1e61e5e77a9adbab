import { addressOf } from "../../summary/layout/cellAddress";
import type { Area } from "../../summary/plan";
import { rangeOf } from "../address";
import type { Piece } from "./cellPieces";
import { restored } from "./cellText";
import { ExcelProblem, problemOf } from "../problem";

/**
 * Cells as they must be written to be as they are, with their number formats: where a formula gives a date, Excel
 * turns a General cell into one for dates as it is written
 * (https://learn.microsoft.com/office/vba/api/excel.range.formula), and emptying the cell does not turn it back.
 */
export async function readPieces(
  context: Excel.RequestContext,
  sheet: string,
  areas: readonly Area[],
): Promise<readonly Piece[]> {
  const worksheet = context.workbook.worksheets.getItem(sheet);
  const ranges = areas.map((area) => rangeOf(worksheet, area).load("formulas,values,numberFormat"));
  try {
    await context.sync();
  } catch (error) {
    const problem = problemOf(error, { sheet });
    const [only] = areas;
    if (problem.code !== "payloadTooLarge" || only === undefined) throw problem;
    const [first, second] = halvesOf(areas, halved);
    if (first.length === 0) throw problem;
    const found = [
      ...(await readPieces(context, sheet, first)),
      ...(await readPieces(context, sheet, second)),
    ];
    return areas.length === 1 ? [joined(only, found)] : found;
  }
  return areas.map((area, at) => pieceOf(sheet, area, ranges[at]));
}

/** Writes pieces in one request, or in halves where Excel finds that too much. */
export async function putPieces(
  context: Excel.RequestContext,
  sheet: string,
  pieces: readonly Piece[],
): Promise<void> {
  context.application.suspendScreenUpdatingUntilNextSync();
  context.application.suspendApiCalculationUntilNextSync();
  const worksheet = context.workbook.worksheets.getItem(sheet);
  for (const { area, rows, formats } of pieces) {
    const range = rangeOf(worksheet, area);
    range.formulas = rows.map((row) => [...row]);
    // After the formulas, which may have changed them.
    if (formats) range.numberFormat = formats.map((row) => [...row]);
  }
  try {
    await context.sync();
  } catch (error) {
    const [only] = pieces;
    const problem = problemOf(error, {
      sheet,
      ...(only && pieces.length === 1 && { address: addressOf(only.area) }),
    });
    const [first, second] = halvesOf(pieces, halvedPiece);
    if (problem.code !== "payloadTooLarge" || first.length === 0) throw refusal(problem);
    await putPieces(context, sheet, first);
    await putPieces(context, sheet, second);
  }
}

/** While writing cells, an invalid argument means that Excel did not understand a formula. */
const refusal = (problem: ExcelProblem): ExcelProblem =>
  problem.details.hostCode === "InvalidArgument"
    ? new ExcelProblem("formulaRefused", problem.details, { cause: problem })
    : problem;

type Halves<T> = readonly [readonly T[], readonly T[]];

/** Half of the pieces each, or half of the rows of a single one; nothing in the first where there is nothing to halve. */
function halvesOf<T>(items: readonly T[], halve: (item: T) => Halves<T>): Halves<T> {
  const [only] = items;
  if (items.length === 1 && only !== undefined) return halve(only);
  const middle = Math.floor(items.length / 2);
  return [items.slice(0, middle), items.slice(middle)];
}

function halved(area: Area): Halves<Area> {
  const rows = Math.floor(area.rows / 2);
  if (rows === 0) return [[], [area]];
  return [[{ ...area, rows }], [{ ...area, row: area.row + rows, rows: area.rows - rows }]];
}

function halvedPiece({ area, rows, formats }: Piece): Halves<Piece> {
  const part = (half: Area): Piece => {
    const from = half.row - area.row;
    const to = from + half.rows;
    return { area: half, rows: rows.slice(from, to), ...(formats && { formats: formats.slice(from, to) }) };
  };
  const [upper, lower] = halved(area);
  return [upper.map(part), lower.map(part)];
}

const joined = (area: Area, parts: readonly Piece[]): Piece => ({
  area,
  rows: parts.flatMap(({ rows }) => rows),
  formats: parts.flatMap(({ formats = [] }) => formats),
});

function pieceOf(sheet: string, area: Area, range: Excel.Range | undefined): Piece {
  const formulas = rowsOf(range?.formulas);
  const values = rowsOf(range?.values);
  const formats = rowsOf(range?.numberFormat);
  if (formulas?.length !== area.rows || values?.length !== area.rows || formats?.length !== area.rows) {
    throw new ExcelProblem("valuesMissing", { sheet, address: addressOf(area) });
  }
  return {
    area,
    rows: formulas.map((row, r) => row.map((formula, c) => restored(formula, values[r]?.[c]))),
    formats: formats.map((row) => row.map((format) => (typeof format === "string" ? format : null))),
  };
}

/** Too large a range may come back as null without an error [office-js 6781]. */
const rowsOf = (cells: unknown): readonly (readonly unknown[])[] | undefined =>
  Array.isArray(cells) && cells.every((row) => Array.isArray(row)) ? (cells as unknown[][]) : undefined;
