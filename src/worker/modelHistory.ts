import type { PurchaseHistory } from "../models/buyTillYouDie/purchaseHistory";
import type { CustomerBase } from "../orders/customers/customerBase";

const DAYS_PER_WEEK = 7;

/** Days as weeks, the models' unit of time. */
export const weeks = (days: number): number => days / DAYS_PER_WEEK;

/** What the models of purchases know of customers. */
export const historyOf = ({ frequency, recency, age }: CustomerBase): PurchaseHistory => ({
  x: frequency,
  tx: recency.map(weeks),
  age: age.map(weeks),
});

export interface Spending {
  readonly x: Float64Array;
  readonly meanValue: Float64Array;
}

/** Customers with repeat orders of some value; the others teach nothing about spending. */
export const spendHistoryOf = ({ frequency, meanRepeatValue }: CustomerBase): Spending => ({
  x: Float64Array.from(frequency, (x, customer) => ((meanRepeatValue[customer] ?? 0) > 0 ? x : 0)),
  meanValue: meanRepeatValue,
});
