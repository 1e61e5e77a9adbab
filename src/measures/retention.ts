import { Refusal, isRefusal, type Outcome } from "../numerics/refusal";
import { finite, quotient } from "./finite";
import { TIMING, periodsUntil, renewalsBefore, type Timing } from "./timing";

/** The discount rate that does to a constant margin what `discount` does to one that grows: (d − g) ÷ (1 + g). */
export const netDiscount = (discount: number, growth: number): number => (discount - growth) / (1 + growth);

/**
 * What 1 of margin per period is worth: the multiple of Gupta & Lehmann (2003), in four timings.
 * @param growth Growth of the margin per period; today's margin arrives grown by as many periods as it waits.
 * @param periods How many payments are counted; all of them when absent.
 * @returns Refused where the sum has no end: retention × (1 + growth) at or above 1 + discount.
 * @example retentionMultiple(0.995, 0.01, TIMING.begin) // 67.33…
 */
export function retentionMultiple(
  retention: number,
  discount: number,
  timing: Timing = TIMING.paid,
  growth = 0,
  periods = Infinity,
): Outcome {
  const net = netDiscount(discount, growth);
  const first = retention ** renewalsBefore(1, timing) / (1 + net) ** periodsUntil(1, timing);
  // 1 − r/(1+d), without the loss of digits of a difference of quotients.
  const decay = (1 + net - retention) / (1 + net);
  if (periods !== Infinity) {
    if (periods === 0) return 0;
    const payments = decay === 0 ? periods : -Math.expm1(periods * Math.log1p(-decay)) / decay;
    return finite(first * payments, "periods");
  }
  if (decay > 0) return finite(first / decay, "discount");
  return growth === 0
    ? new Refusal("invalid", "retentionNotBelowDiscount", { retention, discount })
    : new Refusal("invalid", "growthNotBelowDiscount", { retention, growth, discount });
}

/** `margin` × a multiple − `cost`, or the refusal of the multiple. */
export const marginTimes = (margin: number, multiple: Outcome, cost: number): Outcome =>
  isRefusal(multiple) ? multiple : finite(margin * multiple - cost, "margin");

/**
 * Value of a customer who stays with the same probability each period, for as long as it lasts.
 * @param margin Profit (not revenue) of one period.
 * @example retentionValue(17.95, 0.995, 0.01) // 1208.63…
 */
export const retentionValue = (
  margin: number,
  retention: number,
  discount: number,
  timing: Timing = TIMING.begin,
  cost = 0,
): Outcome => marginTimes(margin, retentionMultiple(retention, discount, timing), cost);

/**
 * The same over a fixed number of payments: Σ m rᵗ ÷ (1 + d)ᵗ − cost, t = 1 … n, with timing "paid".
 * @example finiteValue(7, 59 / 60, 0.12, 60, TIMING.paid, 10) // 40.345…
 */
export const finiteValue = (
  margin: number,
  retention: number,
  discount: number,
  periods: number,
  timing: Timing = TIMING.paid,
  cost = 0,
): Outcome => marginTimes(margin, retentionMultiple(retention, discount, timing, 0, periods), cost);

/**
 * Value where the margin grows each period, margin being today's level.
 * @example growthValue(100, 0.03, 0.8, 0.1) // 398.55…
 */
export const growthValue = (
  margin: number,
  growth: number,
  retention: number,
  discount: number,
  timing: Timing = TIMING.begin,
): Outcome => marginTimes(margin, retentionMultiple(retention, discount, timing, growth), 0);

/**
 * Value of a customer who leaves and is discounted continuously: margin ÷ (hazard + delta).
 * @example continuousValue(100, 0.05, 0.1) // 666.67
 */
export function continuousValue(margin: number, hazard: number, delta: number): Outcome {
  if (hazard + delta > 0) return quotient(margin, hazard + delta, "hazard");
  return new Refusal("invalid", "retentionNotBelowDiscount", { retention: 1 - hazard, discount: delta });
}

/**
 * A yearly rate as the rate of one of `periodsPerYear` periods that compounds to it.
 * @param continuous Gives the force of interest of one period instead: ln(1 + rate) ÷ n.
 * @example periodRate(0.15, 52, true) // 0.0026877…
 */
export function periodRate(rate: number, periodsPerYear: number, continuous = false): Outcome {
  if (periodsPerYear === 0) return quotient(rate, 0, "periods_per_year");
  const force = Math.log1p(rate) / periodsPerYear;
  return finite(continuous ? force : Math.expm1(force), "rate");
}

/**
 * Retention over several periods, or over a part of one: retention ^ periods.
 * @example retentionOver(0.98, 12) // 0.7847…
 */
export const retentionOver = (retention: number, periods: number): Outcome =>
  finite(retention ** periods, "periods");

/**
 * Churn over several periods, or over a part of one: 1 − (1 − churn) ^ periods.
 * @example churnOver(0.02, 12) // 0.2153…, not 0.24
 */
export const churnOver = (churn: number, periods: number): Outcome =>
  periods === 0 ? 0 : finite(-Math.expm1(periods * Math.log1p(-churn)), "periods");
