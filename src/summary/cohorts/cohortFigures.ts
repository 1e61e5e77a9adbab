import type { OrderTable } from "../../orders/orderTable";
import type { CustomerFigures } from "../customers/customerFigures";

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
  /** Period of each customer's first order; 0 for those who only returned, who belong to no cohort. */
  readonly ofCustomer: Int32Array;
  /** Per order: its age in periods, and 1 where it is its customer's first line (not a return) in that period. */
  readonly age: Int32Array;
  readonly firstInPeriod: Uint8Array;
}

/** The period of a day serial. Serials are days in UTC: no zone can move them. */
function periodOf(serial: number, months: number): number {
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
  const periods = periodsByDay(orders, months);
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
    ofCustomer: Int32Array.from(base.first, (day) => (day > 0 ? periods.of(day) : 0)),
    age: new Int32Array(orders.length),
    firstInPeriod: new Uint8Array(orders.length),
  };
  for (const period of figures.ofCustomer) raise(figures.size, period - firstPeriod, 1);
  fill(figures, orders, periods, 10 ** decimals);
  return figures;
}

interface Periods {
  readonly of: (day: number) => number;
  /** Of the last day with an order. */
  readonly last: number;
}

/** The periods of the days between the first and the last order: the calendar is asked once for each. */
function periodsByDay({ day, length }: OrderTable, months: number): Periods {
  let [first, last] = [day[0] ?? 0, day[0] ?? 0];
  for (let row = 0; row < length; row++) {
    const one = day[row] ?? 0;
    if (one < first) first = one;
    if (one > last) last = one;
  }
  const periods = Int32Array.from({ length: last - first + 1 }, (_, at) => periodOf(first + at, months));
  return { of: (one) => periods[one - first] ?? periodOf(one, months), last: periodOf(last, months) };
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
  periods: Periods,
  scale: number,
): void {
  // An as-of day before the last order leaves ages beyond the table, which have their firsts all the same.
  const ages = Math.max(1, periods.last - figures.firstPeriod + 1);
  const seen = new Uint8Array(figures.ofCustomer.length * ages);
  for (let row = 0; row < orders.length; row++) {
    const customer = orders.customer[row] ?? 0;
    const cohort = figures.ofCustomer[customer] ?? 0;
    // A return dated before the first order counts with the first period.
    const age = cohort === 0 ? 0 : Math.max(0, periods.of(orders.day[row] ?? 0) - cohort);
    const amount = orders.amount[row] ?? 0;
    figures.age[row] = age;
    raise(figures.revenue[cohort - figures.firstPeriod], age, Math.round(amount * scale));
    if (amount < 0) continue;
    const key = customer * ages + age;
    if (seen[key] === 1) continue;
    seen[key] = 1;
    figures.firstInPeriod[row] = 1;
    raise(figures.active[cohort - figures.firstPeriod], age, 1);
  }
  for (const line of figures.revenue) line.forEach((units, age) => (line[age] = units / scale));
}
