/**
 * The entry of a typed column at an index that the caller's loop keeps within bounds. The compiler cannot see
 * such bounds (`noUncheckedIndexedAccess`); this is the one place where we tell it.
 */
export const at = (values: Float64Array, index: number): number => values[index] as number;

/** The same for integer columns: a function of its own, so that each stays fast. */
export const codeAt = (codes: Int32Array, index: number): number => codes[index] as number;

/** Adds to an entry of a column. */
export function addAt(values: Float64Array, index: number, amount: number): void {
  values[index] = (values[index] as number) + amount;
}
