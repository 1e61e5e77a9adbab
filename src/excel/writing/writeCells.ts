import type { Area, PlanCell } from "../../summary/plan";
import type { PlanRows, PlanSource } from "../../summary/planOutline";
import { addressOf } from "../../summary/layout/cellAddress";
import { intersection, sameFormula, withoutAll } from "../address";
import { gatherPieces } from "./cellPieces";
import type { CellGathering, Piece, WrittenRows } from "./cellPieces";
import { putPieces, readPieces } from "./cellRequests";
import { written } from "./cellText";
import type { Written } from "./cellText";
import type { Journal } from "../journal";
import { ExcelProblem, throwIfCancelled } from "../problem";
import type { Target } from "./survey";

/** Rows fetched from the plan at once. */
const ROWS_PER_FETCH = 2_000;

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
  const blocks = gatheringFor(writing, target, writing.onRows);
  for (const [block, area] of target.layout.blocks.entries()) {
    await gatherBlock(writing, target, block, area, blocks);
  }
  await blocks.flush();
  await emptyLeftovers(writing, target);
}

/** Writes the heading row of each table of a sheet, so that tables can be made before anything refers to them. */
export async function writeHeadings(writing: CellWriting, target: Target): Promise<void> {
  const headings = gatheringFor(writing, target);
  for (const { area } of target.layout.tables) {
    const heading = { ...area, rows: 1 };
    for (const [block, there] of target.layout.blocks.entries()) {
      const shared = intersection(there, heading);
      if (shared === undefined) continue;
      const rows = await plannedRows(writing, target, block, shared.row - there.row, 1);
      const from = shared.column - there.column;
      for (const row of rows) {
        const cells = row.slice(from, from + shared.columns);
        await headings.add(
          shared.row,
          shared.column,
          writtenRow(cells, () => null),
        );
      }
    }
  }
  await headings.flush();
}

const gatheringFor = (writing: CellWriting, target: Target, onRows?: (rows: number) => void): CellGathering =>
  gatherPieces(writing.rowsPerRequest, async (pieces) => {
    await writePieces(writing, target, pieces);
    onRows?.(pieces.reduce((sum, { area }) => sum + area.rows, 0));
  });

async function gatherBlock(
  writing: CellWriting,
  target: Target,
  block: number,
  area: Area,
  blocks: CellGathering,
): Promise<void> {
  const empty = emptyFor(target, area);
  for (let from = 0; from < area.rows; from += ROWS_PER_FETCH) {
    const count = Math.min(ROWS_PER_FETCH, area.rows - from);
    const rows = await plannedRows(writing, target, block, from, count);
    for (const [index, row] of rows.entries()) {
      const at = area.row + from + index;
      const cells = writtenRow(row, (column) => empty(at, area.column + column));
      await blocks.add(at, area.column, cells);
    }
  }
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

/** Writes pieces of a sheet in one request; those that are as planned already are left alone. */
async function writePieces(writing: CellWriting, target: Target, pieces: readonly Piece[]): Promise<void> {
  const { context, signal, journal } = writing;
  const sheet = target.layout.name;
  throwIfCancelled(signal);
  let changed = pieces;
  if (target.exists) {
    const before = await readPieces(
      context,
      sheet,
      pieces.map(({ area }) => area),
    );
    const pairs = pieces.map((piece, at) => ({ piece, there: before[at] ?? piece }));
    for (const { piece, there } of pairs) guardForeignCells(target, piece, there.rows);
    const different = pairs.filter(({ piece, there }) => !isAsPlanned(piece.rows, there.rows));
    if (different.length === 0) return;
    const back = different.map(({ piece, there }) => onlyWhereWritten(there, piece.rows));
    journal.push((undoing) => putPieces(undoing, sheet, back));
    changed = different.map(({ piece }) => piece);
  }
  throwIfCancelled(signal);
  await putPieces(context, sheet, changed);
  writing.onCells(changed.reduce((sum, { area }) => sum + area.rows * area.columns, 0));
}

/** Cells as they were, less those that the plan leaves alone. */
function onlyWhereWritten({ area, rows, formats }: Piece, planned: WrittenRows): Piece {
  const kept = <T>(cells: readonly (readonly T[])[]): (T | null)[][] =>
    cells.map((row, r) => row.map((cell, c) => (planned[r]?.[c] === null ? null : cell)));
  return { area, rows: kept(rows), ...(formats && { formats: kept(formats) }) };
}

/** A refresh that would grow over something the user wrote beside our cells stops before it does. */
function guardForeignCells(target: Target, { area, rows }: Piece, before: WrittenRows): void {
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

const isAsPlanned = (planned: WrittenRows, there: WrittenRows): boolean =>
  planned.every((row, r) => row.every((cell, c) => cell === null || sameCell(cell, there[r]?.[c])));

const isFormula = (cell: unknown): cell is string => typeof cell === "string" && cell.startsWith("=");

const sameCell = (a: Written, b: Written | undefined): boolean =>
  a === b || (isFormula(a) && isFormula(b) && sameFormula(a, b));

/** Empties the cells that an earlier run wrote and this one does not. */
async function emptyLeftovers(writing: CellWriting, target: Target): Promise<void> {
  if (!target.exists || target.memory === null) return;
  const leftovers = gatheringFor(writing, target);
  for (const area of withoutAll(target.memory.layout.blocks, target.layout.blocks)) {
    const cleared = Array<Written>(area.columns).fill("");
    for (let row = 0; row < area.rows; row++) await leftovers.add(area.row + row, area.column, cleared);
  }
  await leftovers.flush();
}
