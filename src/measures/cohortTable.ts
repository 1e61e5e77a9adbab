import type { Refusal } from "../numerics/refusal";
import { periodNumber, periodStart, UNITS, type Unit } from "./calendar";
import { lengthsDiffer, outOfRange, tooFew } from "./refusals";
import type { Label } from "./transitions";

/** What a cohort table shows at each age. */
export const COHORT_MEASURES = ["active", "share", "revenue", "cumulative"] as const;
export type CohortMeasure = (typeof COHORT_MEASURES)[number];

/** More cells than this Excel does not take as one result (5 MB). */
const MOST_CELLS = 500000;

export interface Cohort {
  /** The first day of the period in which these customers ordered first. */
  readonly start: number;
  readonly customers: number;
  /** By age 0, 1, 2 … in periods; null, never 0, past the last period of the data. */
  readonly values: (number | null)[];
}

/** Customers by the period of their first order, and what they did at each age. */
interface Counted {
  readonly customers: number;
  readonly active: number[];
  readonly revenue: number[];
}

/**
 * Cohorts by age. The last period of the data may be incomplete, and the cohorts that reach it look weaker for it.
 * @param amounts One per order; needed by "revenue" and "cumulative" (revenue so far per customer of the cohort).
 * @param measure "active": customers who ordered at that age; "share": the same as a share of the cohort, which is a
 *   repeat rate by age and no retention rate unless customers who stay order in every period.
 */
export function cohortTable(
  customers: readonly Label[],
  dates: readonly number[],
  amounts: readonly number[] | undefined,
  unit: Unit = "month",
  measure: CohortMeasure = "active",
): Cohort[] | Refusal {
  const n = customers.length;
  if (n === 0) return tooFew("customers", 0, 1);
  if (dates.length !== n) return lengthsDiffer("dates", dates.length, "customers", n);
  if (amounts && amounts.length !== n) return lengthsDiffer("amounts", amounts.length, "customers", n);
  if (!amounts && (measure === "revenue" || measure === "cumulative")) return tooFew("amounts", 0, n);
  const periods = dates.map((date) => periodNumber(date, unit));
  const counted = count(customers, periods, amounts ?? []);
  const last = periods.reduce((latest, period) => Math.max(latest, period), -Infinity);
  const first = Math.min(...counted.keys());
  if (counted.size * (last - first + 1) > MOST_CELLS || last - first >= 16382)
    return outOfRange("unit", unit, UNITS.slice(UNITS.indexOf(unit) + 1).join(", "));
  return [...counted.keys()]
    .sort((a, b) => a - b)
    .map((period) => ({
      start: periodStart(period, unit),
      customers: counted.get(period)?.customers ?? 0,
      values: [
        ...byAge(counted.get(period), last - period + 1, measure),
        ...new Array<null>(period - first).fill(null),
      ],
    }));
}

function count(
  customers: readonly Label[],
  periods: readonly number[],
  amounts: readonly number[],
): Map<number, Counted> {
  const births = new Map<Label, number>();
  customers.forEach((customer, i) => {
    const period = periods[i] ?? 0;
    births.set(customer, Math.min(births.get(customer) ?? Infinity, period));
  });
  const cohorts = new Map<number, { customers: number; active: number[]; revenue: number[] }>();
  for (const birth of births.values()) {
    const cohort = cohorts.get(birth);
    if (cohort) cohort.customers++;
    else cohorts.set(birth, { customers: 1, active: [], revenue: [] });
  }
  const seen = new Map<Label, Set<number>>();
  customers.forEach((customer, i) => {
    const birth = births.get(customer) ?? 0;
    const cohort = cohorts.get(birth);
    if (!cohort) return;
    const age = (periods[i] ?? birth) - birth;
    cohort.revenue[age] = (cohort.revenue[age] ?? 0) + (amounts[i] ?? 0);
    const ages = seen.get(customer) ?? new Set<number>();
    if (!ages.has(age)) cohort.active[age] = (cohort.active[age] ?? 0) + 1;
    seen.set(customer, ages.add(age));
  });
  return cohorts;
}

function byAge(cohort: Counted | undefined, ages: number, measure: CohortMeasure): number[] {
  const size = cohort?.customers ?? 1;
  const source = (measure === "active" || measure === "share" ? cohort?.active : cohort?.revenue) ?? [];
  let total = 0;
  return Array.from({ length: ages }, (_, age) => {
    const value = source[age] ?? 0;
    total += value;
    return measure === "share" ? value / size : measure === "cumulative" ? total / size : value;
  });
}
