import type { OrderTable } from "../orders/orderTable";
import type { CustomerFigures } from "./customerFigures";

/** More cohorts than this cannot be read on one page. */
const MOST_COHORTS = 24;

/** Customers by the period of their first order, and what they did in each period since. */
export interface CohortFigures {
  /** Months per period: 1, 3, 6 or 12. */
  readonly months: number;
  /** The first cohort's period: INT((year × 12 + month − 1) ÷ months). */
  readonly firstPeriod: number;
  readonly count: number;
  readonly size: readonly number[];
  /** [cohort][age]; ages that lie beyond the as-of day are absent. */
  readonly active: readonly (readonly number[])[];
  /** Revenue of that age, not added up. */
  readonly revenue: readonly (readonly number[])[];
  /** Period of each customer's first order. */
  readonly ofCustomer: Int32Array;
  /** Per order: its age in periods, and 1 where it is its customer's first line (not a return) in that period. */
  readonly age: Int32Array;
  readonly firstInPeriod: Uint8Array;
}

/** The period of a day serial. Serials are days in UTC: no zone can move them. */
export function periodOf(serial: number, months: number): number {
  // 25569 is 1970-01-01.
  const date = new Date((serial - 25569) * 86_400_000);
  return Math.floor((date.getUTCFullYear() * 12 + date.getUTCMonth()) / months);
}

/** The first day of a period. */
export function dayOfPeriod(period: number, months: number): number {
  const month = period * months;
  return Date.UTC(Math.floor(month / 12), month % 12, 1) / 86_400_000 + 25569;
}

export function cohortFigures(
  orders: OrderTable,
  base: CustomerFigures,
  asOf: number,
  decimals: number,
): CohortFigures {
  const first = base.first.reduce((low, day) => (day > 0 && day < low ? day : low), asOf);
  const months = [1, 3, 6].find((m) => periodOf(asOf, m) - periodOf(first, m) < MOST_COHORTS) ?? 12;
  const firstPeriod = periodOf(first, months);
  const count = periodOf(asOf, months) - firstPeriod + 1;
  const triangle = (): number[][] =>
    Array.from({ length: count }, (_, c) => Array<number>(count - c).fill(0));
  const figures = {
    months,
    firstPeriod,
    count,
    size: Array<number>(count).fill(0),
    active: triangle(),
    revenue: triangle(),
    ofCustomer: Int32Array.from(base.first, (day) => periodOf(day, months)),
    age: new Int32Array(orders.length),
    firstInPeriod: new Uint8Array(orders.length),
  };
  for (const period of figures.ofCustomer) raise(figures.size, period - firstPeriod, 1);
  fill(figures, orders, 10 ** decimals);
  return figures;
}

const raise = (row: number[] | undefined, index: number, by: number): void => {
  if (row !== undefined && index >= 0 && index < row.length) row[index] = (row[index] ?? 0) + by;
};

function fill(
  figures: { -readonly [K in keyof CohortFigures]: CohortFigures[K] } & {
    readonly active: number[][];
    readonly revenue: number[][];
  },
  orders: OrderTable,
  scale: number,
): void {
  const seen = new Set<number>();
  for (let row = 0; row < orders.length; row++) {
    const customer = orders.customer[row] ?? 0;
    const cohort = figures.ofCustomer[customer] ?? 0;
    // A return dated before the first order counts with the first period.
    const age = Math.max(0, periodOf(orders.day[row] ?? 0, figures.months) - cohort);
    const amount = orders.amount[row] ?? 0;
    figures.age[row] = age;
    raise(figures.revenue[cohort - figures.firstPeriod], age, Math.round(amount * scale));
    if (amount < 0) continue;
    const key = customer * figures.count + age;
    if (seen.has(key)) continue;
    seen.add(key);
    figures.firstInPeriod[row] = 1;
    raise(figures.active[cohort - figures.firstPeriod], age, 1);
  }
  for (const line of figures.revenue) line.forEach((units, age) => (line[age] = units / scale));
}
