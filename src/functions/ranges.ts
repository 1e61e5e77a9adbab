import { isRefusal, Refusal } from "../numerics/refusal";
import { TIMING, type Timing } from "../measures/timing";
import { all, choice, isBlank, money, single, type Argument, type Cells } from "./arguments";
import type { Spilled } from "./broadcast";
import { errorInCell, errorOf } from "./cellError";

type Reader<T> = (name: string, cells: Cells) => Argument<T>;

/** The four timings of cash flows; without the argument, `fallback`. */
export const timingOf = (cells: Cells, fallback: Timing): Argument<Timing> =>
  choice("timing", cells, Object.values(TIMING), fallback);

const cellsOf = (cells: Cells): unknown[] => cells?.flat() ?? [];

/** Cells up to the last that is filled. */
const trimmed = (cells: unknown[]): unknown[] =>
  cells.slice(0, cells.findLastIndex((cell) => !isBlank(cell)) + 1);

/** The values of one range in reading order, empty cells not counting. */
export function list(name: string, cells: Cells, read: Reader<number> = money): number[] {
  if (!cells) return all(read(name, cells));
  const kept = cellsOf(cells).filter((cell) => !isBlank(cell));
  return kept.length === 0 ? [] : all(read(name, [kept]));
}

/**
 * The values of a range up to its last filled cell, where the place of a value says what it is (a parameter, a
 * period): an empty cell in between is 0, and moves nothing.
 */
export function leading(name: string, cells: Cells, read: Reader<number> = money): number[] {
  const kept = trimmed(cellsOf(cells));
  return cells && kept.length === 0 ? [] : all(read(name, cells && [kept]));
}

/**
 * Ranges that belong together, value by value, as rows of cells without the places where all of them are empty: so
 * whole columns may be selected longer than their data. Ranges of different length lose only their empty ends.
 * @param required The ranges by their arguments' names; one left out is refused by name.
 * @param optional Ranges that may be left out, and then are empty rows.
 */
export function together<K extends string, O extends string = never>(
  required: Readonly<Record<K, Cells>>,
  optional?: Readonly<Record<O, Cells>>,
): Record<K | O, unknown[]> {
  const ranges: [string, Cells][] = [
    ...Object.entries<Cells>(required),
    ...Object.entries<Cells>(optional ?? {}),
  ];
  for (const [argument, cells] of ranges.slice(0, Object.keys(required).length))
    if (!cells) throw errorOf(new Refusal("invalid", "argumentMissing", { argument }));
  // No day is 0, so beside dates a row of zeros is a row of empty cells as Excel on the desktop hands it over.
  const dated = ranges.some(([name]) => name === "dates");
  let lists = ranges.map(([, cells]) => cellsOf(cells));
  const alike = (): boolean =>
    new Set(lists.filter((_, k) => ranges[k]?.[1]).map((each) => each.length)).size <= 1;
  if (!alike()) lists = lists.map(trimmed);
  if (alike()) {
    const filled = (_: unknown, i: number): boolean =>
      lists.some((each) => !isBlank(each[i]) && !(dated && each[i] === 0));
    lists = lists.map((each) => each.filter(filled));
  }
  return Object.fromEntries(ranges.map(([name], k) => [name, lists[k]])) as Record<K | O, unknown[]>;
}

/** A row of cells read as numbers; empty when there are none. */
export const numbers = (
  name: string,
  cells: readonly unknown[] | undefined,
  read: Reader<number> = money,
): number[] => (!cells || cells.length === 0 ? [] : all(read(name, [[...cells]])));

/** A row of cells read as names of customers, periods or states: numbers and text, of which none may be missing. */
export function labels(name: string, cells: readonly unknown[] | undefined): (string | number)[] {
  return (cells ?? []).map((cell, i) => {
    const error = errorInCell(cell);
    if (error) throw error;
    if (isBlank(cell)) throw errorOf(new Refusal("invalid", "cellEmpty", { argument: name, index: i + 1 }));
    return typeof cell === "number" ? cell : String(cell);
  });
}

/** One of a few English words, in any case: the same in every language, so that a workbook travels. */
export function word<T extends string>(
  name: string,
  cells: Cells,
  words: readonly T[],
  fallback: T,
): Argument<T> {
  const read = (cell: unknown): T | CustomFunctions.Error => {
    const found = words.find(
      (each) =>
        each ===
        String(cell ?? "")
          .trim()
          .toLowerCase(),
    );
    const unknown = { argument: name, value: String(cell ?? ""), names: words.join(", ") };
    return errorInCell(cell) ?? found ?? errorOf(new Refusal("invalid", "unknownName", unknown));
  };
  if (!cells) return { name, rows: 1, columns: 1, values: [fallback] };
  return { name, rows: cells.length, columns: cells[0]?.length ?? 0, values: cells.flat().map(read) };
}

/** One result for each value of a range, in the range's own shape; empty cells stay empty. */
export function perValue(
  name: string,
  cells: Cells,
  compute: (values: number[]) => readonly (number | null)[] | Refusal,
  read: Reader<number> = money,
): Spilled {
  const values = list(name, cells, read);
  const results = compute(values);
  if (isRefusal(results)) return results;
  let next = 0;
  return (cells ?? []).map((row) => row.map((cell) => (isBlank(cell) ? null : (results[next++] ?? null))));
}

/** A list laid out as its source: a row from a single row, else a column. */
export function along(cells: Cells, values: readonly (number | null)[] | Refusal): Spilled {
  if (isRefusal(values)) return values;
  return cells?.length === 1 && (cells[0]?.length ?? 0) > 1 ? [[...values]] : values.map((value) => [value]);
}

/** The one value of an argument that may be left out without a default. */
export const optional = <T>(cells: Cells, read: () => Argument<T>): T | undefined =>
  cells ? single(read()) : undefined;

/** A range and what goes with its values: one number for all of them, or one for each. */
export function withEach(
  [name, cells, read]: readonly [string, Cells, Reader<number>],
  [other, otherCells, readOther]: readonly [string, Cells, Reader<number>],
): [number[], number[]] {
  if (otherCells?.length === 1 && otherCells[0]?.length === 1)
    return [list(name, cells, read), all(readOther(other, otherCells))];
  const rows = together({ [name]: cells, [other]: otherCells });
  return [numbers(name, rows[name], read), numbers(other, rows[other], readOther)];
}
