/**
 * One entry per customer, in the order of `ids`. Orders are counted per customer and calendar day
 * (`frequency`) for the probability models and one by one (`orders`) for the key figures.
 */
export interface CustomerBase {
  readonly length: number;
  readonly ids: readonly string[];
  /** The customer's number in the order table. */
  readonly numbers: Uint32Array;
  /** Last day of the observation, Excel day serial: every age ends here. */
  readonly asOf: number;
  /** Orders with a line that is no return: amount 0 or more. */
  readonly orders: Uint32Array;
  /** Lines of negative amount. */
  readonly returns: Uint32Array;
  /** Net revenue: orders less returns, in money, exact to the cent. */
  readonly revenue: Float64Array;
  readonly firstDay: Int32Array;
  readonly lastDay: Int32Array;
  /** Repeat purchase days: distinct days with an order, after the first (x). */
  readonly frequency: Uint32Array;
  /** Age at the last order, in days: last day − first day (t_x). */
  readonly recency: Float64Array;
  /** Age now, in days: asOf − first day (T). */
  readonly age: Float64Array;
  /** Mean revenue of the repeat purchase days; 0 where there is none. */
  readonly meanRepeatValue: Float64Array;
}
