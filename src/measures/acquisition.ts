import { Refusal, isRefusal, type Outcome } from "../numerics/refusal";
import { finite, quotient } from "./finite";
import { outOfRange } from "./refusals";
import { marginTimes, retentionMultiple } from "./retention";
import { TIMING, type Timing } from "./timing";

/**
 * Customer acquisition cost: what was spent ÷ the customers it brought.
 * @example acquisitionCost(60000, 5847) // 10.26…
 */
export const acquisitionCost = (spend: number, newCustomers: number): Outcome =>
  quotient(spend, newCustomers, "new_customers");

/**
 * Retention spending per customer retained.
 * @example retentionCost(25000, 17828) // 1.40…
 */
export const retentionCost = (spend: number, retained: number): Outcome =>
  quotient(spend, retained, "retained");

/**
 * How many times a customer's value covers its acquisition cost.
 * @example valueToCost(15000, 6000) // 2.5
 */
export const valueToCost = (value: number, cac: number): Outcome => quotient(value, cac, "cac");

/**
 * Return on acquisition spending: (value − cost) ÷ cost.
 * @example acquisitionReturn(15000, 6000) // 1.5
 */
export const acquisitionReturn = (value: number, cac: number): Outcome => quotient(value - cac, cac, "cac");

/**
 * How many payments it takes until the margins have paid the acquisition cost; a part of a payment counts in part.
 * @returns Refused where the margins never add up to the cost.
 * @example payback(1000, 80) // 12.5
 */
export function payback(
  cac: number,
  margin: number,
  retention = 1,
  discount = 0,
  timing: Timing = TIMING.begin,
): Outcome {
  if (cac <= 0) return 0;
  if (margin < 0) return outOfRange("margin", margin, "≥ 0");
  const first = retentionMultiple(retention, discount, timing, 0, 1);
  if (isRefusal(first)) return first;
  const payments = cac / (margin * first);
  const decay = (1 + discount - retention) / (1 + discount);
  // Invert (1 − (1 − decay)ⁿ) ÷ decay = payments.
  const periods = decay === 0 ? payments : Math.log1p(-decay * payments) / Math.log1p(-decay);
  if (margin * first > 0 && periods >= 0 && Number.isFinite(periods)) return periods;
  const value = marginTimes(margin, retentionMultiple(retention, discount, timing), 0);
  return new Refusal("invalid", "neverPaysBack", { cac, value: isRefusal(value) ? margin : value });
}

/**
 * The most that may be spent on acquiring a customer: its value, first payment at once, ÷ the LTV:CAC aimed at.
 * @example maximumCost(100, 0.8, 0.1) // 366.67
 */
export function maximumCost(margin: number, retention: number, discount: number, targetRatio = 1): Outcome {
  const value = marginTimes(margin, retentionMultiple(retention, discount, TIMING.begin), 0);
  return isRefusal(value) ? value : quotient(value, targetRatio, "target_ratio");
}

/**
 * Expected gain from one prospect: rate × (first margin + value after it) − cost.
 * @example prospectValue(0.012, 5, 30, 60000 / 90000) // −0.2467
 */
export const prospectValue = (
  acquisitionRate: number,
  initialMargin: number,
  value: number,
  costPerProspect: number,
): Outcome => finite(acquisitionRate * (initialMargin + value) - costPerProspect, "clv");

/**
 * The acquisition rate at which prospecting neither gains nor loses. Above 1 it cannot be reached.
 * @example breakEvenAcquisition(5, 30, 0.6667) // 0.01905
 */
export function breakEvenAcquisition(initialMargin: number, value: number, cost: number): Outcome {
  const gained = initialMargin + value;
  if (gained < 0) return outOfRange("initial_margin + clv", gained, "> 0");
  return quotient(cost, gained, "initial_margin + clv");
}

/**
 * The lowest retention rate at which a customer is worth `cost`; 0 where the margin covers it without any.
 * @returns Refused where even customers who never leave are worth less.
 * @example breakEvenRetention(100, 300, 0.1) // 0.7333…
 */
export function breakEvenRetention(
  margin: number,
  cost: number,
  discount: number,
  timing: Timing = TIMING.begin,
): Outcome {
  const later = timing === TIMING.begin || timing === TIMING.renewal ? 1 + discount : 1;
  const certain = timing === TIMING.end || timing === TIMING.begin;
  if (cost <= 0 || (certain && margin * later >= cost * (1 + discount))) return 0;
  // cost = margin × later × (r or 1) ÷ (1 + d − r), solved for r.
  const retention = certain
    ? 1 + discount - (margin * later) / cost
    : (cost * (1 + discount)) / (margin * later + cost);
  if (margin > 0 && retention <= 1) return retention;
  return new Refusal("invalid", "noBreakEven", { argument: "retention", cost });
}

/**
 * The highest churn rate at which a customer is worth `cost`: 1 − `breakEvenRetention`.
 * @example breakEvenChurn(100, 300, 0.1) // 0.2667 (timing begin)
 */
export function breakEvenChurn(margin: number, cost: number, discount: number, timing?: Timing): Outcome {
  const retention = breakEvenRetention(margin, cost, discount, timing);
  return isRefusal(retention) ? retention : 1 - retention;
}

/**
 * The margin per period at which a customer is worth `cost`.
 * @example breakEvenMargin(0.8, 300, 0.1) // 81.82
 */
export function breakEvenMargin(
  retention: number,
  cost: number,
  discount: number,
  timing: Timing = TIMING.begin,
): Outcome {
  const multiple = retentionMultiple(retention, discount, timing);
  return isRefusal(multiple) ? multiple : quotient(cost, multiple, "retention");
}

/**
 * Expected gain from trying to win back a lost customer: probability × value − cost.
 * @example winBackValue(500, 0.2, 30) // 70
 */
export const winBackValue = (value: number, probability: number, cost: number): Outcome =>
  finite(probability * value - cost, "clv");

/** How a rate answers to spending: `ceiling` × (1 − e^(−kA)), through one point that management knows. */
export interface ResponseCurve {
  readonly ceiling: number;
  readonly rateNow: number;
  readonly spendNow: number;
}

/** The steepness k of a response curve (Blattberg & Deighton 1996), from the rate at today's spending. */
function steepness({ ceiling, rateNow, spendNow }: ResponseCurve): Outcome {
  if (!(rateNow > 0 && rateNow < ceiling))
    return outOfRange("rate_now", rateNow, `0 < rate_now < ${ceiling}`);
  if (!(spendNow > 0)) return outOfRange("spend_now", spendNow, "> 0");
  return finite(-Math.log1p(-rateNow / ceiling) / spendNow, "spend_now");
}

/**
 * The acquisition or retention rate to expect at a spending per head (Blattberg & Deighton 1996).
 * @example response(20, { ceiling: 0.4, rateNow: 0.2, spendNow: 10 }) // 0.3
 */
export function response(spend: number, curve: ResponseCurve): Outcome {
  const k = steepness(curve);
  return isRefusal(k) ? k : -curve.ceiling * Math.expm1(-k * spend);
}

/**
 * The spending per prospect that gains most from acquisition: where rate × value − spending is highest.
 * @param value What an acquired customer is worth, before acquisition cost.
 */
export function optimalAcquisition(value: number, curve: ResponseCurve): Outcome {
  const k = steepness(curve);
  if (isRefusal(k)) return k;
  const gain = curve.ceiling * k * value;
  return gain <= 1 ? 0 : Math.log(gain) / k;
}

/**
 * The spending per customer and period that gains most from retention: where the residual value
 * (margin × r − spending) ÷ (1 + d − r) is highest, r being the rate at that spending.
 */
export function optimalRetention(margin: number, discount: number, curve: ResponseCurve): Outcome {
  const k = steepness(curve);
  if (isRefusal(k)) return k;
  // The sign of the derivative of the value: concave over convex, so it changes once.
  const rises = (spend: number): boolean => {
    const rate = -curve.ceiling * Math.expm1(-k * spend);
    const slope = curve.ceiling * k * Math.exp(-k * spend);
    return (margin * slope - 1) * (1 + discount - rate) + (margin * rate - spend) * slope > 0;
  };
  if (curve.ceiling >= 1 + discount)
    return new Refusal("invalid", "retentionNotBelowDiscount", { retention: curve.ceiling, discount });
  if (margin <= 0 || !rises(0)) return 0;
  let [low, high] = [0, margin * curve.ceiling];
  for (let i = 0; i < 200 && low < high; i++) {
    const middle = (low + high) / 2;
    if (middle === low || middle === high) break;
    if (rises(middle)) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}
