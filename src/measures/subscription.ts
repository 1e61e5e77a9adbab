import { sumOf } from "../numerics/compensatedSum";
import { isRefusal, type Outcome } from "../numerics/refusal";
import { churnValue } from "./base";
import { finite, quotient } from "./finite";
import { lengthsDiffer, outOfRange, tooFew } from "./refusals";

/**
 * Annual recurring revenue: each fee × how often it is charged in a year.
 * @param periodsPerYear One number for all fees, or one per fee: 12 monthly, 4 quarterly, 1 yearly.
 * @example annualRecurringRevenue([10, 300], [12, 1]) // 420
 */
export function annualRecurringRevenue(
  fees: ArrayLike<number>,
  periodsPerYear: ArrayLike<number> = [12],
): Outcome {
  if (fees.length === 0) return tooFew("fees", 0, 1);
  if (periodsPerYear.length !== 1 && periodsPerYear.length !== fees.length)
    return lengthsDiffer("periods_per_year", periodsPerYear.length, "fees", fees.length);
  const yearly = Array.from(
    fees,
    (fee, i) => fee * (periodsPerYear[periodsPerYear.length === 1 ? 0 : i] ?? 0),
  );
  return finite(sumOf(yearly), "fees");
}

/** Monthly recurring revenue: a twelfth of the annual. */
export function monthlyRecurringRevenue(
  fees: ArrayLike<number>,
  periodsPerYear?: ArrayLike<number>,
): Outcome {
  const annual = annualRecurringRevenue(fees, periodsPerYear);
  return typeof annual === "number" ? annual / 12 : annual;
}

/** Average revenue per user. */
export const revenuePerUser = (revenue: number, customers: number): Outcome =>
  quotient(revenue, customers, "customers");

/** Lost ÷ what there was at the start. More than there was cannot be lost: such numbers do not belong together. */
function shareLost(lost: number, start: number, lostName: string, startName: string): Outcome {
  return start > 0 && lost > start
    ? outOfRange(lostName, lost, `0 – ${start}`)
    : quotient(lost, start, startName);
}

/**
 * Net revenue retention: what the customers of the start pay now, more and less, ÷ what they paid then.
 * @returns Refused where more was lost than there was and came, which no customers can do.
 * @example netRevenueRetention(27000, 8000, 0, 5000) // 1.111…
 */
export function netRevenueRetention(
  start: number,
  expansion: number,
  contraction: number,
  churned: number,
): Outcome {
  const [had, lost] = [start + expansion, contraction + churned];
  if (start > 0 && lost > had) return outOfRange("contraction + churned", lost, `0 – ${had}`);
  return quotient(had - lost, start, "start");
}

/**
 * Gross revenue retention: the same without what was added, so from 0 to 1.
 * @example grossRevenueRetention(27000, 0, 5000) // 0.8148…
 */
export function grossRevenueRetention(start: number, contraction: number, churned: number): Outcome {
  const lost = shareLost(contraction + churned, start, "contraction + churned", "start");
  return isRefusal(lost) ? lost : quotient(start - contraction - churned, start, "start");
}

/**
 * Recurring revenue gained ÷ lost.
 * @example quickRatio(20, 8, 3, 5) // 3.5
 */
export const quickRatio = (
  gained: number,
  expansion: number,
  contraction: number,
  churned: number,
): Outcome => quotient(gained + expansion, contraction + churned, "contraction + churned");

/** The share of customers lost in the period, whatever they paid. */
export const logoChurn = (customersStart: number, lost: number): Outcome =>
  shareLost(lost, customersStart, "lost", "customers_start");

/** The share of recurring revenue lost in the period, by leaving and by paying less. */
export const revenueChurn = (start: number, churned: number, contraction = 0): Outcome =>
  shareLost(churned + contraction, start, "churned + contraction", "start");

/**
 * Value of a subscriber: revenue per account × margin ÷ churn, all of one period.
 * @example accountValue(500, 0.75, 0.025) // 15000
 */
export const accountValue = (arpa: number, margin: number, churn: number): Outcome =>
  churnValue(arpa, 1, margin, churn);

/**
 * New annual recurring revenue per unit of sales and marketing spending: the quarter's gain in revenue × 4 ÷ spending
 * of the quarter before.
 * @example salesEfficiency(1200, 1000, 800) // 1
 */
export const salesEfficiency = (revenueNow: number, revenueBefore: number, spend: number): Outcome =>
  quotient(4 * (revenueNow - revenueBefore), spend, "spend");
