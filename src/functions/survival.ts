import { UNITS } from "../measures/calendar";
import { COHORT_MEASURES, cohortTable } from "../measures/cohortTable";
import * as measures from "../measures/survival";
import { isRefusal } from "../numerics/refusal";
import * as take from "./arguments";
import { each, once } from "./broadcast";
import { along, labels, leading, numbers, perValue, together, word } from "./ranges";

/**
 * Survival curve: the share of a cohort that is still active after each period.
 * @customfunction SURVIVAL
 * @param active_counts Customers of one cohort still active at the start and after 1, 2, 3 … periods.
 * @returns One share per count, in the shape of the range.
 * @formula count(t) / count(0)
 * @errors #VALUE! when a count is above the one before; #DIV/0! when the cohort starts empty; #N/A without counts.
 * @example =CLV.SURVIVAL({1000, 631, 468, 382, 326}) → {1, 0.631, 0.468, 0.382, 0.326}
 * @source Fader & Hardie 2007.
 */
export function survival(active_counts: unknown[][]): unknown[][] {
  return once("plain", perValue("active_counts", active_counts, measures.survivalCurve, take.notNegative));
}

/**
 * Retention rates of a cohort, period by period: who stayed of those there one period before. They usually rise,
 * because the less loyal leave first.
 * @customfunction RETENTION.CURVE
 * @param active_counts Customers of one cohort still active at the start and after 1, 2, 3 … periods.
 * @returns One rate per period, one fewer than counts; empty once everyone has left.
 * @formula count(t) / count(t − 1)
 * @errors #VALUE! when a count is above the one before; #DIV/0! when the cohort starts empty; #N/A with fewer than two counts.
 * @example =CLV.RETENTION.CURVE({1000, 631, 468, 382, 326}) → {0.631, 0.742, 0.816, 0.853}
 * @source Fader & Hardie 2007.
 */
export function retentionCurve(active_counts: unknown[][]): unknown[][] {
  const counts = leading("active_counts", active_counts, take.notNegative);
  return once("plain", along(active_counts, measures.retentionCurve(counts)));
}

/**
 * Expected tenure within the horizon of a survival curve, discounted if a rate is given. What comes after the end of
 * the curve is left out.
 * @customfunction TENURE
 * @param survival Share of customers still there after 0, 1, 2 … periods: 1, 0.8, 0.7 …
 * @param [discount] Discount rate per period; 0 when left out.
 * @returns Periods.
 * @formula Σ survival(t) / (1 + discount)^t, t = 0, 1, 2 …
 * @errors #VALUE! when a share is outside 0 to 1 or above the one before; #N/A without shares.
 * @example =CLV.TENURE({1, 0.631, 0.468, 0.382, 0.326}) → 2.807
 * @source Derived: the mean of a lifetime is the sum of its survival curve.
 */
export function tenure(survival: unknown[][], discount?: unknown[][]): unknown[][] {
  const curve = leading("survival", survival, take.rate);
  return each(
    "plain",
    (rate: number) => measures.expectedTenure(curve, rate),
    take.interest("discount", discount, 0),
  );
}

/**
 * Survival curve of customers some of whom are still there. Those count as long as they were seen.
 * @customfunction KAPLANMEIER
 * @param durations How long each customer was seen.
 * @param churned TRUE or 1 where the customer left then, FALSE or 0 where the customer was still there.
 * @param [times] Times at which survival is wanted; all at which someone left when left out.
 * @returns With times, survival at each. Without, a row per time: time, survival, standard error, customers at risk, customers who left.
 * @formula Π (1 − left / at risk)
 * @errors #VALUE! when the ranges differ in length; #N/A without durations, or when nobody left and no times are given.
 * @example =CLV.KAPLANMEIER({9,13,13,18,23,28,31,34,45,48,161}, {1,1,0,1,1,0,1,1,0,1,0}, {9,13,18,23,31,34,48}) → {0.909, 0.818, 0.716, 0.614, 0.491, 0.368, 0.184}
 * @example =CLV.KAPLANMEIER({1; 2; 2}, {1; 1; 0}) → {1, 0.667, 0.272, 3, 1; 2, 0.333, 0.272, 2, 1}
 * @source Kaplan & Meier 1958; Greenwood 1926.
 */
export function kaplanMeier(durations: unknown[][], churned: unknown[][], times?: unknown[][]): unknown[][] {
  const rows = together({ durations, churned });
  const ended = numbers("churned", rows.churned, take.notNegative).map((value) => value !== 0);
  const steps = measures.kaplanMeier(numbers("durations", rows.durations, take.notNegative), ended);
  if (isRefusal(steps)) return once("plain", steps);
  if (times)
    return once(
      "plain",
      perValue("times", times, (at) => at.map((time) => measures.survivalAt(steps, time))),
    );
  return once(
    "plain",
    steps.map((step) => [step.time, step.survival, step.standardError, step.atRisk, step.left]),
  );
}

/**
 * Cohort table: customers by the period of their first order, and what they did at each age. Cells past the data are
 * empty. The last period may be incomplete, and young cohorts look weaker for it.
 * @customfunction COHORT
 * @param customers Customer of each order.
 * @param dates Date of each order.
 * @param [amounts] Amount of each order, for revenue and cumulative.
 * @param [unit] "day", "week", "month", "quarter" or "year"; "month" when left out.
 * @param [measure] "active" customers, "share" of the cohort (a repeat rate by age, not a retention rate), "revenue", or "cumulative" revenue per customer; "active" when left out.
 * @returns A heading row with the ages; then per cohort the first day of its period (format it as a date), its customers, and a value per age.
 * @formula active: customers with an order at that age; share: active / customers; cumulative: revenue so far / customers
 * @errors #VALUE! when the ranges differ in length, a cell is empty or a word is unknown; #N/A when amounts are missing.
 * @example =CLV.COHORT({"a";"b";"a";"c"}, {45658;45670;45720;45690}) → {"cohort", "customers", 0, 1, 2; 45658, 2, 2, 0, 1; 45689, 1, 1, 0, ""}
 * @source Fader, Hardie & Ross, The Customer-Base Audit (2022); note 047.
 */
export function cohort(
  customers: unknown[][],
  dates: unknown[][],
  amounts?: unknown[][],
  unit?: unknown[][],
  measure?: unknown[][],
): unknown[][] {
  const rows = together({ customers, dates }, { amounts });
  const cohorts = cohortTable(
    labels("customers", rows.customers),
    numbers("dates", rows.dates, take.day),
    amounts ? numbers("amounts", rows.amounts) : undefined,
    take.single(word("unit", unit, UNITS, "month")),
    take.single(word("measure", measure, COHORT_MEASURES, "active")),
  );
  if (isRefusal(cohorts)) return once("plain", cohorts);
  const ages = (cohorts[0]?.values ?? []).map((_, age) => age);
  const lines = cohorts.map(({ start, customers: size, values }) => [start, size, ...values]);
  return once("plain", [["cohort", "customers", ...ages], ...lines]);
}

/**
 * Repeat rate: the share of customers who have ordered more than once. It is not a retention rate, which says who is
 * still there from one period to the next: do not use it as one.
 * @customfunction REPEATRATE
 * @param repeat_customers Customers with two orders or more.
 * @param customers All customers with an order.
 * @returns A share of the customers.
 * @formula repeat_customers / customers
 * @errors #DIV/0! when there are no customers; #VALUE! when more repeat than there are.
 * @example =CLV.REPEATRATE(50, 200) → 0.25
 * @source Common in e-commerce as repeat purchase rate. A cumulative share: it can only grow with time.
 */
export function repeatRate(repeat_customers: unknown[][], customers: unknown[][]): unknown[][] {
  return each(
    "percent",
    measures.repeatRate,
    take.notNegative("repeat_customers", repeat_customers),
    take.notNegative("customers", customers),
  );
}
