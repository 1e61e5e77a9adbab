import type { Area } from "../../summary/plan";
import { fingerprint } from "./frozenFormulas";
import type { FrozenBlock, FrozenValue } from "./frozenFormulas";
import { isOwnRow, referencesIn, staysInFill, withReferences } from "./references";
import type { Place, Reference } from "./references";

/** A formula in a cell, what it shows, and how many cells it fills. */
export interface CellFormula {
  readonly row: number;
  readonly column: number;
  readonly formula: string;
  readonly rows: number;
  readonly columns: number;
  /** All of its values; `values[0][0]` stands in its own cell. */
  readonly values: readonly (readonly FrozenValue[])[];
}

/** A block to be frozen, with what is written into its cells and what was there. */
export interface NewBlock {
  readonly block: FrozenBlock;
  readonly values: readonly (readonly FrozenValue[])[];
  /** One per row; of a spill only the first. */
  readonly formulas: readonly string[];
  /** Its cells, then those of each reference, in the order of the formula. */
  readonly places: readonly Place[];
}

/** More rows than this would be too much for one request. */
const MOST_ROWS = 5_000;

/** Formulas of one sheet as blocks: those filled down a column stand together, so that sorting them does no harm. */
export function blocksOf(
  sheet: string,
  formulas: readonly CellFormula[],
  nameOf: (index: number) => string,
): readonly NewBlock[] {
  const inOrder = [...formulas].sort((a, b) => a.column - b.column || a.row - b.row);
  const groups: { readonly key: string | null; readonly cells: CellFormula[] }[] = [];
  for (const cell of inOrder) {
    const key = spills(cell) ? null : fillKey(cell);
    const group = groups.at(-1);
    if (key !== null && group?.key === key && follows(cell, group.cells)) group.cells.push(cell);
    else groups.push({ key, cells: [cell] });
  }
  return groups.map(({ cells }, index) => newBlock(sheet, cells, nameOf(index)));
}

const spills = ({ rows, columns }: CellFormula): boolean => rows * columns > 1;

const follows = (cell: CellFormula, cells: readonly CellFormula[]): boolean => {
  const above = cells.at(-1);
  return above?.column === cell.column && above.row + 1 === cell.row && cells.length < MOST_ROWS;
};

/**
 * The same for two formulas of a column if filling down makes one of the other, whatever rows stand between: they
 * refer to their own row or to fixed rows only. Null for any other formula.
 */
function fillKey({ formula, row }: CellFormula): string | null {
  const references = referencesIn(formula);
  if (!references.every((reference) => staysInFill(reference) || isOwnRow(reference, row))) return null;
  return withReferences(formula, ({ sheet, area }, index) => {
    const reference = references[index];
    return reference && isOwnRow(reference, row) ? { sheet, area: { ...area, row: 0 } } : null;
  });
}

function newBlock(sheet: string, cells: readonly CellFormula[], name: string): NewBlock {
  const [first] = cells;
  if (first === undefined) throw new Error("a block without cells");
  const { row, column, columns, formula } = first;
  const spill = spills(first);
  const values = spill ? first.values : cells.map((cell) => [cell.values[0]?.[0] ?? ""]);
  const block: FrozenBlock = {
    name,
    sheet,
    row,
    column,
    rows: values.length,
    columns,
    formula,
    spills: spill,
    values: spill ? [fingerprint(values)] : values.map(([value]) => value ?? ""),
  };
  return { block, values, formulas: cells.map((cell) => cell.formula), places: placesOf(block) };
}

/** Where a block and the cells of its references were when it was frozen: for own rows those of the whole block. */
export function placesOf(block: FrozenBlock): readonly Place[] {
  const { sheet, row, column, rows, columns } = block;
  return [
    { sheet, area: { row, column, rows, columns } },
    ...referencesIn(block.formula).map((reference) => ({
      sheet: reference.sheet ?? sheet,
      area: followsRows(block, reference) ? { ...reference.area, rows } : reference.area,
    })),
  ];
}

/** Whether a reference is another for each row of a block. */
const followsRows = ({ spills: spill, rows, row }: FrozenBlock, reference: Reference): boolean =>
  !spill && rows > 1 && isOwnRow(reference, row);

/**
 * The formula for the row of a block at this distance from its first, as its cells and those it refers to are placed
 * now; undefined where cells that it refers to are gone, or are no longer beside it.
 */
export function formulaNow(
  block: FrozenBlock,
  [place, ...targets]: readonly (Place | undefined)[],
  offset: number,
): string | undefined {
  if (place === undefined || targets.length < referencesIn(block.formula).length) return undefined;
  let lost = false;
  const text = withReferences(block.formula, (reference, index) => {
    const target = targets[index];
    const moves = followsRows(block, reference);
    if (target === undefined || (moves && target.area.rows !== place.area.rows)) {
      lost = true;
      return null;
    }
    const area = moves ? { ...target.area, row: target.area.row + offset, rows: 1 } : target.area;
    const sheet = reference.sheet === null && target.sheet === place.sheet ? null : target.sheet;
    return sheet === reference.sheet && sameArea(area, reference.area) ? null : { sheet, area };
  });
  return lost ? undefined : text;
}

const sameArea = (a: Area, b: Area): boolean =>
  a.row === b.row && a.column === b.column && a.rows === b.rows && a.columns === b.columns;
