/**
 * What the buy-till-you-die models know of customers, column by column: `x` repeat orders, `tx` age at the last
 * order, `age` age now (T), all times in one unit; `counts` how many customers each row stands for (1 by default).
 */
export interface PurchaseHistory {
  readonly x: ArrayLike<number>;
  readonly tx: ArrayLike<number>;
  readonly age: ArrayLike<number>;
  readonly counts?: ArrayLike<number>;
}
