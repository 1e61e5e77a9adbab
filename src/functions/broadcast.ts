import { isRefusal, type Outcome, type Refusal } from "../numerics/refusal";
import type { Argument } from "./arguments";
import { errorOf, isCellError, notAvailable } from "./cellError";
import { blockOf, cellOf, finished, type NumberForm } from "./result";

type Arguments<Values extends readonly unknown[]> = { [K in keyof Values]: Argument<Values[K]> };

/**
 * Calculates once for every cell of the result. Arguments meet as in native formulas: a single value or a single
 * row or column repeats; where one block is shorter than another, the rest is #N/A.
 */
export function each<Values extends readonly unknown[]>(
  form: NumberForm,
  compute: (...values: Values) => Outcome | string,
  ...args: Arguments<Values>
): unknown[][] {
  const list = args as readonly Argument<unknown>[];
  const [rows, columns] = sizeOf(list);
  const values: unknown[] = new Array(list.length);
  const cells: unknown[][] = new Array(rows);
  for (let row = 0; row < rows; row++) {
    const line: unknown[] = new Array(columns);
    for (let column = 0; column < columns; column++) {
      const error = gather(list, row, column, values);
      line[column] = error ?? cellOf(compute(...(values as unknown as Values)), form);
    }
    cells[row] = line;
  }
  return finished(cells);
}

/**
 * The same with several results for each: beside one another, or below one another where the arguments are a single
 * row. What refuses all results for the only one asked is thrown, for then Excel shows its words.
 */
export function eachSeveral<Values extends readonly unknown[]>(
  form: NumberForm,
  count: number,
  compute: (...values: Values) => readonly (Outcome | undefined)[] | Refusal,
  ...args: Arguments<Values>
): unknown[][] {
  const list = args as readonly Argument<unknown>[];
  const [rows, columns] = sizeOf(list);
  const across = rows === 1 && columns > 1;
  const values: unknown[] = new Array(list.length);
  const cells = Array.from({ length: across ? count : rows }, () => new Array<unknown>());
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      const error = gather(list, row, column, values);
      const results = error ?? compute(...(values as unknown as Values));
      for (let k = 0; k < count; k++) {
        const result = Array.isArray(results) ? (results as unknown[])[k] : results;
        cells[across ? k : row]?.push(cellOf(result, form));
      }
    }
  }
  const only = rows === 1 && columns === 1 ? cells[0]?.[0] : undefined;
  if (isCellError(only)) throw only;
  return finished(cells);
}

/** Rows and columns of the result. */
const sizeOf = (list: readonly Argument<unknown>[]): readonly [rows: number, columns: number] => [
  Math.max(...list.map((argument) => argument.rows)),
  Math.max(...list.map((argument) => argument.columns)),
];

/** Puts the arguments of one cell into `values`; gives the first error among them. */
function gather(
  list: readonly Argument<unknown>[],
  row: number,
  column: number,
  values: unknown[],
): CustomFunctions.Error | null {
  for (let k = 0; k < list.length; k++) {
    const argument = list[k] as Argument<unknown>;
    const r = argument.rows === 1 ? 0 : row;
    const c = argument.columns === 1 ? 0 : column;
    if (r >= argument.rows || c >= argument.columns) return notAvailable();
    const value = argument.values[r * argument.columns + c];
    if (typeof value === "object" && isCellError(value)) return value;
    values[k] = value;
  }
  return null;
}

/** What a whole-range measure gives: one number or word, a table, or the reason why there is none. */
export type Spilled = number | string | Refusal | readonly (readonly (Outcome | string | boolean | null)[])[];

/** Calculates once for the whole call; a table spills. */
export function once(form: NumberForm, result: Spilled): unknown[][] {
  if (isRefusal(result)) throw errorOf(result);
  return blockOf(typeof result === "object" ? result : [[result]], form);
}

/** A list as a column that spills downwards. */
export const asColumn = (values: ArrayLike<number> | Refusal): Spilled =>
  isRefusal(values) ? values : Array.from(values, (value) => [value]);

/** A list as a row that spills to the right. */
export const asRow = (values: ArrayLike<number> | Refusal): Spilled =>
  isRefusal(values) ? values : [Array.from(values)];
