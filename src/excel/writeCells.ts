import { addressOf } from "../summary/cellAddress";
import type { Area, PlanCell } from "../summary/plan";
import type { PlanRows, PlanSource } from "../summary/planOutline";
import { intersection, rangeOf, sameFormula, withoutAll } from "./address";
import { restored, written } from "./cellText";
import type { Written } from "./cellText";
import type { Journal } from "./journal";
import { ExcelProblem, problemOf, throwIfCancelled } from "./problem";
import { rowsPerBlock } from "./readBlocks";
import type { Target } from "./survey";

/** A request may carry 5 MB on the web; texts outside of ASCII and escaping need room. */
const CHARACTERS_PER_REQUEST = 1_200_000;
export const ROWS_PER_REQUEST = 20_000;
/** Rows fetched from the plan at once. */
const ROWS_PER_FETCH = 2_000;

type WrittenRows = readonly (readonly Written[])[];

/** What writing cells needs at hand. */
export interface CellWriting {
  readonly context: Excel.RequestContext;
  readonly source: PlanSource;
  readonly journal: Journal;
  readonly signal: AbortSignal | undefined;
  readonly rowsPerRequest: number;
  /** Called after each request with the rows it covered. */
  readonly onRows: (rows: number) => void;
  /** Called with the number of cells that were really written. */
  readonly onCells: (cells: number) => void;
}

/** Writes all blocks of a sheet, then empties what an earlier run left outside of them. */
export async function writeCells(writing: CellWriting, target: Target): Promise<void> {
  for (const [block, area] of target.layout.blocks.entries()) {
    await writeBlock(writing, target, block, area);
  }
  await emptyLeftovers(writing, target);
}

/** Writes the heading row of each table of a sheet, so that tables can be made before anything refers to them. */
export async function writeHeadings(writing: CellWriting, target: Target): Promise<void> {
  const quiet = { ...writing, onRows: () => undefined };
  for (const { area } of target.layout.tables) {
    const heading = { ...area, rows: 1 };
    for (const [block, there] of target.layout.blocks.entries()) {
      const shared = intersection(there, heading);
      if (shared === undefined) continue;
      const rows = await plannedRows(writing, target, block, shared.row - there.row, 1);
      const from = shared.column - there.column;
      const cells = rows.map((row) => writtenRow(row.slice(from, from + shared.columns), () => null));
      await writeRows(quiet, target, shared, cells);
    }
  }
}

async function writeBlock(writing: CellWriting, target: Target, block: number, area: Area): Promise<void> {
  const empty = emptyFor(target, area);
  let pending: (readonly Written[])[] = [];
  let size = 0;
  let first = 0;
  const flush = async (): Promise<void> => {
    if (pending.length === 0) return;
    await writeRows(writing, target, { ...area, row: area.row + first, rows: pending.length }, pending);
    writing.onRows(pending.length);
    first += pending.length;
    pending = [];
    size = 0;
  };
  for (let from = 0; from < area.rows; from += ROWS_PER_FETCH) {
    const count = Math.min(ROWS_PER_FETCH, area.rows - from);
    const rows = await plannedRows(writing, target, block, from, count);
    for (const [index, row] of rows.entries()) {
      const tokens = writtenRow(row, (column) => empty(area.row + from + index, area.column + column));
      pending.push(tokens);
      size += charactersIn(tokens);
      if (size >= CHARACTERS_PER_REQUEST || pending.length >= writing.rowsPerRequest) await flush();
    }
  }
  await flush();
}

/** Rows of the plan, if they are as many and as wide as the outline says. */
async function plannedRows(
  { source }: CellWriting,
  target: Target,
  block: number,
  from: number,
  count: number,
): Promise<PlanRows> {
  const rows = await source.rows(target.index, block, from, count);
  const columns = target.layout.blocks[block]?.columns;
  if (rows.length !== count || rows.some((row) => row.length !== columns)) {
    throw new ExcelProblem("invalidPlan", { reason: "rows", what: target.layout.name });
  }
  return rows;
}

const writtenRow = (row: readonly PlanCell[], empty: (column: number) => "" | null): readonly Written[] =>
  row.map((cell, column) => written(cell, cell === null ? empty(column) : null));

/**
 * What is written where the plan has nothing: a cell of an earlier run is emptied, any other left alone. Where the
 * memory of the earlier run is lost, the cells of our blocks count as ours.
 */
function emptyFor(target: Target, area: Area): (row: number, column: number) => "" | null {
  if (!target.exists) return () => null;
  if (target.memory === null) return () => "";
  const before = target.memory.layout.blocks.filter((old) => intersection(old, area) !== undefined);
  return (row, column) => (before.some((old) => holds(old, row, column)) ? "" : null);
}

const holds = (area: Area, row: number, column: number): boolean =>
  row >= area.row &&
  row < area.row + area.rows &&
  column >= area.column &&
  column < area.column + area.columns;

/** Length as JSON, roughly: what a request's limit is about. */
const charactersIn = (row: readonly Written[]): number =>
  row.reduce<number>((sum, cell) => sum + (typeof cell === "string" ? cell.length + 4 : 18), 2);

async function writeRows(writing: CellWriting, target: Target, area: Area, rows: WrittenRows): Promise<void> {
  throwIfCancelled(writing.signal);
  if (target.exists) {
    const before = await readRestorable(writing.context, target.layout.name, area);
    guardForeignCells(target, area, before, rows);
    const asItIs = rows.map((row, r) => row.map((cell, c) => cell ?? before[r]?.[c] ?? ""));
    if (sameRows(asItIs, before)) return;
    journalCells(writing.journal, target.layout.name, area, before, rows);
  }
  throwIfCancelled(writing.signal);
  await setRows(writing.context, target.layout.name, area, rows);
  writing.onCells(area.rows * area.columns);
}

/** How the cells come back: only those that are written now. */
function journalCells(
  journal: Journal,
  sheet: string,
  area: Area,
  before: WrittenRows,
  rows: WrittenRows,
): void {
  const back = before.map((row, r) => row.map((cell, c) => (rows[r]?.[c] === null ? null : cell)));
  journal.push((context) => setRows(context, sheet, area, back));
}

/** A refresh that would grow over something the user wrote beside our cells stops before it does. */
function guardForeignCells(target: Target, area: Area, before: WrittenRows, rows: WrittenRows): void {
  if (target.memory === null) return;
  const foreign = withoutAll([area], target.memory.layout.blocks);
  for (const part of foreign) {
    for (let row = part.row; row < part.row + part.rows; row++) {
      for (let column = part.column; column < part.column + part.columns; column++) {
        const there = before[row - area.row]?.[column - area.column];
        const planned = rows[row - area.row]?.[column - area.column];
        if (there === "" || planned === null || there === planned) continue;
        const address = addressOf({ row, column, rows: 1, columns: 1 });
        throw new ExcelProblem("cellsInTheWay", { sheet: target.layout.name, address });
      }
    }
  }
}

const sameRows = (a: WrittenRows, b: WrittenRows): boolean =>
  a.every((row, r) => row.every((cell, c) => sameCell(cell, b[r]?.[c])));

const isFormula = (cell: unknown): cell is string => typeof cell === "string" && cell.startsWith("=");

const sameCell = (a: Written, b: Written | undefined): boolean =>
  a === b || (isFormula(a) && isFormula(b) && sameFormula(a, b));

/** Cells as they must be written to be as they are. */
export async function readRestorable(
  context: Excel.RequestContext,
  sheet: string,
  area: Area,
): Promise<WrittenRows> {
  const range = rangeOf(context.workbook.worksheets.getItem(sheet), area).load("formulas,values");
  try {
    await context.sync();
  } catch (error) {
    const problem = problemOf(error, { sheet });
    if (problem.code !== "payloadTooLarge" || area.rows === 1) throw problem;
    const [upper, lower] = halves(area);
    return [
      ...(await readRestorable(context, sheet, upper)),
      ...(await readRestorable(context, sheet, lower)),
    ];
  }
  const values: unknown = range.values;
  const formulas: unknown = range.formulas;
  if (!Array.isArray(values) || !Array.isArray(formulas)) {
    throw new ExcelProblem("valuesMissing", { sheet, address: addressOf(area) });
  }
  return formulas.map((row: unknown, r) => {
    const valueRow: unknown = values[r];
    return (Array.isArray(row) ? row : []).map((formula: unknown, c) =>
      restored(formula, Array.isArray(valueRow) ? valueRow[c] : undefined),
    );
  });
}

/** Writes rows in one request, or in halves where Excel finds that too much. */
export async function setRows(
  context: Excel.RequestContext,
  sheet: string,
  area: Area,
  rows: WrittenRows,
): Promise<void> {
  context.application.suspendScreenUpdatingUntilNextSync();
  context.application.suspendApiCalculationUntilNextSync();
  const range = rangeOf(context.workbook.worksheets.getItem(sheet), area);
  range.formulas = rows.map((row) => [...row]);
  try {
    await context.sync();
  } catch (error) {
    const problem = problemOf(error, { sheet, address: addressOf(area) });
    if (problem.code !== "payloadTooLarge" || area.rows === 1) throw refusal(problem);
    const [upper, lower] = halves(area);
    await setRows(context, sheet, upper, rows.slice(0, upper.rows));
    await setRows(context, sheet, lower, rows.slice(upper.rows));
  }
}

/** While writing cells, an invalid argument means that Excel did not understand a formula. */
const refusal = (problem: ExcelProblem): ExcelProblem =>
  problem.details.hostCode === "InvalidArgument"
    ? new ExcelProblem("formulaRefused", problem.details, { cause: problem })
    : problem;

function halves(area: Area): readonly [Area, Area] {
  const rows = Math.floor(area.rows / 2);
  return [
    { ...area, rows },
    { ...area, row: area.row + rows, rows: area.rows - rows },
  ];
}

/** Empties the cells that an earlier run wrote and this one does not. */
async function emptyLeftovers(writing: CellWriting, target: Target): Promise<void> {
  if (!target.exists || target.memory === null) return;
  const left = withoutAll(target.memory.layout.blocks, target.layout.blocks);
  for (const area of left) {
    const size = rowsPerBlock(area.columns);
    for (let done = 0; done < area.rows; done += size) {
      const rows = Math.min(size, area.rows - done);
      const part = { ...area, row: area.row + done, rows };
      const cleared = Array.from({ length: rows }, () => Array<Written>(area.columns).fill(""));
      await writeRows(writing, { ...target, memory: null }, part, cleared);
    }
  }
}
