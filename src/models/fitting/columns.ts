import { at } from "../../numerics/at";
import { outOfRange, Refusal } from "../../numerics/refusal";

/** A column as doubles, without a copy where it is so already. */
export const doubles = (column: ArrayLike<number>): Float64Array =>
  column instanceof Float64Array ? column : Float64Array.from(column);

/** Why columns cannot belong together: they differ in length. Undefined where they can. */
export function checkLengths(
  columns: Readonly<Record<string, ArrayLike<unknown> | undefined>>,
): Refusal | undefined {
  const given = Object.entries(columns).flatMap(([name, column]) =>
    column === undefined ? [] : [{ name, length: column.length }],
  );
  const first = given[0];
  const other = given.find(({ length }) => length !== first?.length);
  if (first === undefined || other === undefined) return undefined;
  return new Refusal("invalid", "lengthsDiffer", {
    argument: first.name,
    length: first.length,
    other: other.name,
    otherLength: other.length,
  });
}

/** A refusal of one row, which names its argument as `x[3]`. */
export function inRow({ kind, code, details }: Refusal, row: number): Refusal {
  const { argument } = details;
  return new Refusal(kind, code, argument ? { ...details, argument: `${argument}[${row + 1}]` } : details);
}

/** Counts of customers may be any numbers from 0 up. */
export function checkCounts(counts: Float64Array | undefined): Refusal | undefined {
  const wrong = counts?.findIndex((count) => !(count >= 0 && Number.isFinite(count))) ?? -1;
  if (counts === undefined || wrong < 0) return undefined;
  return inRow(outOfRange("customers", at(counts, wrong), "≥ 0"), wrong);
}
