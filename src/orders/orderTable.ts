/** How amounts in several currencies became one, so that sheets can do it again with other rates. */
export interface Conversion {
  /** The currency of `amount`. */
  readonly into: string;
  /** The currencies that occur; `rates` and `origins` go along with them. The rate is 1 for that of `amount`. */
  readonly currencies: readonly string[];
  readonly rates: readonly number[];
  readonly origins: readonly string[];
  /** Per order: index into `currencies`. */
  readonly currency: Uint32Array;
  /** Per order: the amount in its own currency, as in the source. */
  readonly ownAmount: Float64Array;
}

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
  /** Names of the groups; the empty name is that of rows without one. */
  readonly groupIds?: readonly string[];
  /**
   * Per row: the place in this table of the first line of its order. There only where an order has several lines; all
   * of them have the day of the first.
   */
  readonly firstLine?: Uint32Array;
  /** Where amounts were converted. */
  readonly conversion?: Conversion;
  /** How the row's cells stand in the source: bits of SOURCE_FORM. Without it the sheets hold parsed values. */
  readonly form?: Uint8Array;
}

/**
 * What a formula may refer to directly, row by row: a summary's sheet then follows the source without the add-in.
 */
export const SOURCE_FORM = {
  /** The date cell is a number that INT() turns into the day (a 1900 serial, with or without a time). */
  dateIsSerial: 1,
  /** The amount cell (or both quantity and price) is a number, and equals the amount before any conversion. */
  amountIsNumber: 2,
  /** TRIM() of the id cell equals the customer's id, letters' case aside. */
  idIsPlain: 4,
  /** The same of the group's cell and the group's name. */
  groupIsPlain: 8,
} as const;
