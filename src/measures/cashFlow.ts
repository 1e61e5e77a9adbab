import { CompensatedSum, sumOf } from "../numerics/compensatedSum";
import { Refusal, type Outcome } from "../numerics/refusal";
import { DAYS_PER_YEAR } from "./base";
import { finite } from "./finite";
import { lengthsDiffer, outOfRange, tooFew } from "./refusals";
import { TIMING, periodsUntil, renewalsBefore, type Timing } from "./timing";

/** One payment of a customer's expected cash flow. */
export interface Payment {
  /** When it arrives, in periods from now. */
  readonly time: number;
  /** The probability that the customer is still there to make it. */
  readonly survival: number;
  /** Margin × survival. */
  readonly expected: number;
  readonly discountFactor: number;
  readonly presentValue: number;
  /** Present values up to here; the last one is `finiteValue`. */
  readonly cumulative: number;
}

/** The expected payments 1 … `periods` of one customer, discounted and added up: a budget line by line. */
export function cashFlow(
  margin: number,
  retention: number,
  discount: number,
  periods: number,
  timing: Timing = TIMING.paid,
): Payment[] {
  const cumulative = new CompensatedSum();
  return Array.from({ length: periods }, (_, i) => {
    const time = periodsUntil(i + 1, timing);
    const survival = retention ** renewalsBefore(i + 1, timing);
    const discountFactor = (1 + discount) ** -time;
    const expected = margin * survival;
    const presentValue = expected * discountFactor;
    cumulative.add(presentValue);
    return { time, survival, expected, discountFactor, presentValue, cumulative: cumulative.total };
  });
}

/**
 * Present value of margins that differ by period, each weighted by the probability of getting it.
 * @param retentions One rate for all periods, or one per period: the k-th is the chance to renew after period k − 1
 *   (timings paid and renewal) or after period k (end and begin, where the last one is not needed).
 * @example netPresentValue(0.1, [100, 100], [0.8]) // 80 ÷ 1.1 + 64 ÷ 1.21
 */
export function netPresentValue(
  discount: number,
  margins: ArrayLike<number>,
  retentions: ArrayLike<number> = [1],
  timing: Timing = TIMING.paid,
  cost = 0,
): Outcome {
  const n = margins.length;
  if (n === 0) return tooFew("margins", 0, 1);
  const given = retentions.length;
  if (given !== 1 && given !== n && given !== renewalsBefore(n, timing))
    return lengthsDiffer("retention", given, "margins", n);
  const rates = Array.from({ length: n }, (_, i) => retentions[given === 1 ? 0 : i] ?? 1);
  let survival = 1;
  const values = Array.from(margins, (margin, i) => {
    const renewed = renewalsBefore(i + 1, timing);
    if (renewed > 0) survival *= rates[renewed - 1] ?? 1;
    return (margin * survival) / (1 + discount) ** periodsUntil(i + 1, timing);
  });
  return finite(sumOf(values) - cost, "margins");
}

/**
 * Present value of dated margins, as Excel's XNPV, times the probability that the customer is still there.
 * @param annualRetention Retention over 365 days.
 * @returns Refused where a date lies before the first one, from which time counts.
 */
export function datedPresentValue(
  annualRate: number,
  margins: ArrayLike<number>,
  dates: ArrayLike<number>,
  annualRetention = 1,
): Outcome {
  if (margins.length === 0) return tooFew("margins", 0, 1);
  if (dates.length !== margins.length) return lengthsDiffer("dates", dates.length, "margins", margins.length);
  const start = dates[0] ?? 0;
  const early = Array.from(dates).find((date) => date < start);
  if (early !== undefined) return outOfRange("dates", early, `≥ ${start}`);
  const factor = annualRetention / (1 + annualRate);
  const values = Array.from(margins, (margin, i) => {
    const days = (dates[i] ?? start) - start;
    return days === 0 ? margin : margin * factor ** (days / DAYS_PER_YEAR);
  });
  return finite(sumOf(values), "margins");
}

/**
 * Residual value of a customer of known tenure and unknown kind: each segment's residual value, weighted by the
 * probability that a customer who has renewed `tenure` times comes from it (Fader & Hardie 2010).
 * @param sizes How many customers each segment had when acquired; any unit.
 * @example mixtureValue(100, [0.9, 0.5], [5000, 10000], 0.1, 2) // 341.07…
 */
export function mixtureValue(
  margin: number,
  retentions: ArrayLike<number>,
  sizes: ArrayLike<number>,
  discount: number,
  tenure: number,
): Outcome {
  if (retentions.length === 0) return tooFew("retentions", 0, 1);
  if (sizes.length !== retentions.length)
    return lengthsDiffer("sizes", sizes.length, "retentions", retentions.length);
  let left = 0;
  let value = 0;
  for (let i = 0; i < retentions.length; i++) {
    const retention = retentions[i] ?? 0;
    const survivors = (sizes[i] ?? 0) * retention ** tenure;
    if (survivors === 0) continue;
    if (retention >= 1 + discount)
      return new Refusal("invalid", "retentionNotBelowDiscount", { retention, discount });
    left += survivors;
    value += (survivors * margin * retention * (1 + discount)) / (1 + discount - retention);
  }
  return left === 0
    ? new Refusal("divisionByZero", "zeroDivisor", { argument: "sizes" })
    : finite(value / left, "margin");
}
