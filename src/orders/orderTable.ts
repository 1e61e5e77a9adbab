/**
 * The orders that count, as typed columns of equal length, in the order of the source rows.
 * `amount` is in money; a return is negative. `sourceRow` is the zero-based row on the source sheet.
 */
export interface OrderTable {
  readonly length: number;
  /** Index into `customerIds`. */
  readonly customer: Uint32Array;
  /** The customers' ids as written at their first appearance, trimmed. */
  readonly customerIds: readonly string[];
  /** Excel day serial (1900 system), whole days. */
  readonly day: Int32Array;
  readonly amount: Float64Array;
  readonly sourceRow: Uint32Array;
  /** Index into `groupIds`, where a group column was chosen. */
  readonly group?: Uint32Array;
  readonly groupIds?: readonly string[];
}
