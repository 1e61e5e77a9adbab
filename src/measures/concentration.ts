import { CompensatedSum, sumOf } from "../numerics/compensatedSum";
import { isRefusal, Refusal, type Outcome } from "../numerics/refusal";
import { finite, quotient } from "./finite";
import { lengthsDiffer, outOfRange, tooFew } from "./refusals";

const descending = (values: ArrayLike<number>): number[] =>
  Array.from(Float64Array.from(values).sort()).reverse();

/** Refused: shares of a total that is 0 or negative say nothing. */
const noTotal = (argument: string, total: number): Refusal =>
  total === 0
    ? new Refusal("divisionByZero", "zeroDivisor", { argument })
    : new Refusal("invalid", "negativeTotal", { argument, total });

/** One point of a whale curve. */
export interface WhalePoint {
  readonly customers: number;
  /** Cumulative share of profit: above 1 where the rest of the customers lose money. */
  readonly profit: number;
}

/** The whale curve: what share of all profit the best customers bring, from the most profitable down. */
export function whaleCurve(profit: ArrayLike<number>): WhalePoint[] | Refusal {
  const n = profit.length;
  if (n === 0) return tooFew("profit", 0, 1);
  const sorted = descending(profit);
  const total = sumOf(sorted);
  if (total <= 0) return noTotal("profit", total);
  const sum = new CompensatedSum();
  return sorted.map((value, i) => {
    sum.add(value);
    return { customers: (i + 1) / n, profit: sum.total / total };
  });
}

/**
 * The share of the total that the top customers bring; where `top` cuts through a customer, in part.
 * @param top Share of the customers, from 0 to 1.
 * @example concentration([50, 20, 10, 10, 10], 0.2) // 0.5
 */
export function concentration(values: ArrayLike<number>, top = 0.2): Outcome {
  const shareOf = topShares(values);
  return isRefusal(shareOf) ? shareOf : shareOf(top);
}

/** The same for many top shares of one list, which is sorted once. */
export function topShares(values: ArrayLike<number>): ((top: number) => number) | Refusal {
  if (values.length === 0) return tooFew("values", 0, 1);
  const curve = descending(values);
  const total = sumOf(curve);
  if (total <= 0) return noTotal("values", total);
  const sum = new CompensatedSum();
  const sums = curve.map((value) => {
    sum.add(value);
    return sum.total;
  });
  return (top) => {
    // The margin keeps 0.2 × 15 from being a little less than 3 customers.
    const whole = Math.min(Math.floor(top * curve.length + 1e-9), curve.length);
    const part = Math.max(0, top * curve.length - whole) * (curve[whole] ?? 0);
    return ((sums[whole - 1] ?? 0) + part) / total;
  };
}

/**
 * The Gini coefficient of the values: 0 where all are equal, close to 1 where one customer has all.
 * @returns Refused for negative values, for which it is not defined.
 * @example gini([1, 2, 3, 4, 5]) // 0.2667
 */
export function gini(values: ArrayLike<number>): Outcome {
  const n = values.length;
  if (n === 0) return tooFew("values", 0, 1);
  const sorted = Float64Array.from(values).sort();
  const smallest = sorted[0] ?? 0;
  if (smallest < 0) return outOfRange("values", smallest, "≥ 0");
  const total = sumOf(sorted);
  return quotient(sumOf(sorted.map((value, i) => (2 * i + 1 - n) * value)), n * total, "values");
}

/** One tenth of the customers, from the most profitable. */
export interface Decile {
  readonly decile: number;
  readonly customers: number;
  readonly profit: number;
  readonly share: number;
  readonly cumulativeShare: number;
  /** Transactions per customer, spend per transaction, profit per spend: the decomposition of profit, where given. */
  readonly frequency: Outcome | null;
  readonly orderValue: Outcome | null;
  readonly margin: Outcome | null;
}

/**
 * Customers in tenths by profit, most profitable first (Fader, Hardie & Ross, customer-base audit). Tenths differ by
 * at most one customer; customers of equal profit stay in their order.
 */
export function deciles(
  profit: ArrayLike<number>,
  transactions?: ArrayLike<number>,
  spend?: ArrayLike<number>,
): Decile[] | Refusal {
  const n = profit.length;
  if (n < 10) return tooFew("profit", n, 10);
  if (transactions && transactions.length !== n)
    return lengthsDiffer("transactions", transactions.length, "profit", n);
  if (spend && spend.length !== n) return lengthsDiffer("spend", spend.length, "profit", n);
  const total = sumOf(Array.from(profit));
  if (total <= 0) return noTotal("profit", total);
  const order = Array.from({ length: n }, (_, i) => i).sort((a, b) => (profit[b] ?? 0) - (profit[a] ?? 0));
  let cumulative = 0;
  return Array.from({ length: 10 }, (_, k) => {
    const members = order.slice(Math.ceil((k * n) / 10), Math.ceil(((k + 1) * n) / 10));
    const sum = (values: ArrayLike<number>): number => sumOf(members.map((i) => values[i] ?? 0));
    const earned = sum(profit);
    const orders = transactions && sum(transactions);
    const spent = spend && sum(spend);
    cumulative += earned;
    return {
      decile: k + 1,
      customers: members.length,
      profit: earned,
      share: earned / total,
      cumulativeShare: cumulative / total,
      frequency: orders === undefined ? null : orders / members.length,
      orderValue:
        orders === undefined || spent === undefined ? null : quotient(spent, orders, "transactions"),
      margin: spent === undefined ? null : quotient(earned, spent, "spend"),
    };
  });
}

/** Total profit taken apart: customers × transactions per customer × spend per transaction × margin. */
export interface Decomposition {
  readonly customers: number;
  readonly frequency: Outcome;
  readonly orderValue: Outcome;
  readonly margin: Outcome;
}

/** Profit as the product of its four drivers, from totals. */
export const decompose = (
  customers: number,
  transactions: number,
  spend: number,
  profit: number,
): Decomposition => ({
  customers,
  frequency: quotient(transactions, customers, "customers"),
  orderValue: quotient(spend, transactions, "transactions"),
  margin: quotient(profit, spend, "spend"),
});

/** How the customers of one kind moved between two periods. */
export interface Movement {
  readonly kind: "new" | "lost" | "up" | "down" | "same";
  readonly customers: number;
  readonly before: number;
  readonly after: number;
  readonly change: number;
}

/**
 * Where the difference between two periods comes from: customers who are new, lost, up, down or the same.
 * A customer is new or lost by an amount of 0 in the other period.
 * @param before One amount per customer; `after` in the same order.
 */
export function movements(before: ArrayLike<number>, after: ArrayLike<number>): Movement[] | Refusal {
  const n = before.length;
  if (n === 0) return tooFew("before", 0, 1);
  if (after.length !== n) return lengthsDiffer("after", after.length, "before", n);
  const kindOf = (i: number): Movement["kind"] => {
    const [was, is] = [before[i] ?? 0, after[i] ?? 0];
    if (was === is) return "same";
    if (was === 0) return "new";
    if (is === 0) return "lost";
    return is > was ? "up" : "down";
  };
  const kinds = Array.from({ length: n }, (_, i) => kindOf(i));
  return (["new", "lost", "up", "down", "same"] as const).map((kind) => {
    const members = kinds.flatMap((each, i) => (each === kind ? [i] : []));
    const was = sumOf(members.map((i) => before[i] ?? 0));
    const is = sumOf(members.map((i) => after[i] ?? 0));
    const counted = members.filter((i) => before[i] !== 0 || after[i] !== 0).length;
    return { kind, customers: counted, before: was, after: is, change: is - was };
  });
}

/**
 * The Herfindahl-Hirschman index of concentration: the sum of squared shares, from 1 ÷ N to 1.
 * @example herfindahl([50, 50]) // 0.5
 */
export function herfindahl(values: ArrayLike<number>): Outcome {
  if (values.length === 0) return tooFew("values", 0, 1);
  const negative = Array.from(values).find((value) => value < 0);
  if (negative !== undefined) return outOfRange("values", negative, "≥ 0");
  const total = sumOf(Array.from(values));
  if (total === 0) return noTotal("values", 0);
  return finite(sumOf(Array.from(values, (value) => (value / total) ** 2)), "values");
}
