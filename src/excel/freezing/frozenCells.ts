import { formulaNow } from "./frozenBlocks";
import { comparable, fingerprint } from "./frozenFormulas";
import type { FrozenBlock, FrozenValue } from "./frozenFormulas";
import type { Place } from "./references";

/** What the cells of a block hold now. */
export interface CellsNow {
  readonly values: readonly (readonly unknown[])[];
  readonly formulas: readonly (readonly unknown[])[];
}

/** A formula for a row of the block, counted from its first as it is now. */
export interface RowFormula {
  readonly offset: number;
  readonly formula: string;
}

/** What can be brought back of a block. */
export interface Findings {
  readonly back: readonly RowFormula[];
  /** Cells that were changed since, with the value that their formula was replaced by. */
  readonly changed: readonly (RowFormula & { readonly value: FrozenValue })[];
  /** The formula refers to cells that are gone. */
  readonly lost: boolean;
  /** Formulas whose cells were deleted. */
  readonly gone: number;
}

const NOTHING: Findings = { back: [], changed: [], lost: false, gone: 0 };

/** Compares the cells of a block with what was left in them. `places` are those of block and references now. */
export function findingsIn(
  block: FrozenBlock,
  places: readonly (Place | undefined)[],
  now: CellsNow,
): Findings {
  const formulas = now.values.flatMap((_, offset) => formulaNow(block, places, offset) ?? []);
  if (formulas.length < now.values.length) return { ...NOTHING, lost: true };
  const at = (offset: number): RowFormula => ({ offset, formula: formulas[offset] ?? block.formula });
  if (block.spills) {
    const [value = ""] = block.values;
    const same = fingerprint(now.values) === value && !now.values.some((_, row) => holdsFormula(now, row));
    return same ? { ...NOTHING, back: [at(0)] } : { ...NOTHING, changed: [{ ...at(0), value }] };
  }
  const { unchanged, changed, deleted } = compared(block.values, now);
  return {
    back: unchanged.map(at),
    changed: changed.map(({ offset, value }) => ({ ...at(offset), value })),
    lost: false,
    gone: deleted.length,
  };
}

const holdsFormula = ({ values, formulas }: CellsNow, row: number): boolean =>
  (formulas[row] ?? []).some(
    (formula, column) =>
      typeof formula === "string" && formula.startsWith("=") && formula !== values[row]?.[column],
  );

interface Comparison {
  readonly unchanged: readonly number[];
  readonly changed: readonly { readonly offset: number; readonly value: FrozenValue }[];
  readonly deleted: readonly FrozenValue[];
}

/**
 * Finds the frozen values again in a column that may be shorter or longer by now, or sorted. All of its rows have the
 * same formula, so that it does not matter which of equal values is which.
 */
function compared(frozen: readonly FrozenValue[], now: CellsNow): Comparison {
  const cells = now.values.map((row, offset) => (holdsFormula(now, offset) ? null : comparable(row[0])));
  const { unchanged, changed, deleted } = inOrder(frozen, cells);
  const values = changed.map(({ value }) => value);
  const sorted =
    changed.length > 1 &&
    areAmong(
      changed.map(({ offset }) => cells[offset] ?? null),
      [...values, ...deleted],
    );
  if (!sorted) return { unchanged, changed, deleted };
  const found = [...unchanged, ...changed.map(({ offset }) => offset)].sort((a, b) => a - b);
  return { unchanged: found, changed: [], deleted };
}

/** Row by row: rows that are missing or additional are passed over, others that differ were changed. */
function inOrder(frozen: readonly FrozenValue[], cells: readonly (string | null)[]): Comparison {
  const unchanged: number[] = [];
  const changed: { offset: number; value: FrozenValue }[] = [];
  const deleted: FrozenValue[] = [];
  const wanted = frozen.map(comparable);
  let missing = Math.max(0, frozen.length - cells.length);
  let additional = Math.max(0, cells.length - frozen.length);
  let at = 0;
  for (let offset = 0; offset < cells.length; offset++) {
    const cell = cells[offset];
    const skipped = ahead(wanted, at, missing, cell);
    const inserted = ahead(cells, offset, additional, wanted[at]);
    if (skipped !== undefined) {
      deleted.push(...frozen.slice(at, at + skipped));
      at += skipped;
      missing -= skipped;
      unchanged.push(offset);
    } else if (at < frozen.length && inserted !== undefined) {
      offset += inserted;
      additional -= inserted;
      unchanged.push(offset);
    } else {
      const value = frozen[at];
      if (value !== undefined) changed.push({ offset, value });
    }
    at++;
  }
  deleted.push(...frozen.slice(at));
  return { unchanged, changed, deleted };
}

/** How far ahead a value comes, within reach. */
function ahead<T>(list: readonly T[], from: number, reach: number, value: T | undefined): number | undefined {
  for (let distance = 0; distance <= reach && from + distance < list.length; distance++) {
    if (list[from + distance] === value) return distance;
  }
  return undefined;
}

/** Whether each of these cells has one of the values, and no value is needed twice. */
function areAmong(cells: readonly (string | null)[], values: readonly FrozenValue[]): boolean {
  const left = new Map<string, number>();
  for (const value of values) left.set(comparable(value), (left.get(comparable(value)) ?? 0) + 1);
  return cells.every((cell) => {
    if (cell === null) return false;
    const count = left.get(cell) ?? 0;
    left.set(cell, count - 1);
    return count > 0;
  });
}
