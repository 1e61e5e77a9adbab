import { sumOf } from "../numerics/compensatedSum";
import type { Refusal } from "../numerics/refusal";
import { type Outcome } from "../numerics/refusal";
import { finite, quotient } from "./finite";
import { lengthsDiffer, outOfRange, tooFew } from "./refusals";

/**
 * The change per period of the straight line through the values (least squares).
 * @param times When each value was measured; 1, 2, 3 … when absent.
 * @example trend([100, 110, 130]) // 15
 */
export function trend(values: ArrayLike<number>, times?: ArrayLike<number>): Outcome {
  const n = values.length;
  if (n < 2) return tooFew("values", n, 2);
  if (times && times.length !== n) return lengthsDiffer("periods", times.length, "values", n);
  const ts = times ? Array.from(times) : Array.from({ length: n }, (_, i) => i + 1);
  const meanTime = sumOf(ts) / n;
  const meanValue = sumOf(Array.from(values)) / n;
  const spread = sumOf(ts.map((t) => (t - meanTime) ** 2));
  const together = sumOf(ts.map((t, i) => (t - meanTime) * ((values[i] ?? 0) - meanValue)));
  return quotient(together, spread, "periods");
}

/**
 * Compound growth per period from the first value to the last: (last ÷ first)^(1 ÷ periods) − 1.
 * @example compoundGrowth(100, 121, 2) // 0.1
 */
export function compoundGrowth(first: number, last: number, periods: number): Outcome {
  if (first === 0) return quotient(last, 0, "first");
  if (periods === 0) return quotient(1, 0, "periods");
  if (last / first < 0) return outOfRange("last", last, first > 0 ? "≥ 0" : "≤ 0");
  return finite((last / first) ** (1 / periods) - 1, "periods");
}

export interface Change {
  /** Change against the value before, as a share of its size; null for the first value and after a 0. */
  readonly share: number | null;
  /** Whether the change is as large as the threshold or larger, up or down. */
  readonly alert: boolean;
}

/** The change from each value to the next, with an alert where it reaches the threshold. */
export function changes(values: ArrayLike<number>, threshold: number): Change[] | Refusal {
  if (values.length === 0) return tooFew("values", 0, 1);
  return Array.from(values, (value, i) => {
    const before = i === 0 ? 0 : (values[i - 1] ?? 0);
    if (before === 0) return { share: null, alert: i > 0 && value !== 0 };
    const share = (value - before) / Math.abs(before);
    return { share, alert: Math.abs(share) >= threshold };
  });
}

/**
 * The mean number of days between orders: from first to last, ÷ the number of gaps. Orders of one day are one.
 * @example orderInterval([0, 30, 60]) // 30
 */
export function orderInterval(dates: ArrayLike<number>): Outcome {
  const days = [...new Set(Array.from(dates, Math.floor))].sort((a, b) => a - b);
  if (days.length < 2) return tooFew("dates", days.length, 2);
  return ((days.at(-1) ?? 0) - (days[0] ?? 0)) / (days.length - 1);
}

/** When the next order is due: the last one + the mean interval, as a date serial. */
export const nextOrder = (lastOrder: number, meanInterval: number): Outcome =>
  finite(lastOrder + meanInterval, "mean_interval");

/** The day from which a silent customer counts as lost: the last order + a multiple of the mean interval. */
export const churnDate = (lastOrder: number, meanInterval: number, multiple = 3): Outcome =>
  finite(lastOrder + multiple * meanInterval, "mean_interval");
