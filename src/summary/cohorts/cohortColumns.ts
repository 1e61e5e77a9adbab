import { columnLetters } from "../layout/cellAddress";
import { dayOfPeriod } from "./cohortFigures";
import type { Column } from "../layout/columnTable";
import type { Context } from "../context";
import { LIVE_FIRSTS } from "../liveLimits";
import type { CustomerColumn } from "../customers/customersSheet";
import { formula } from "../layout/sheetDraft";

/** The first row of the orders' table, one-based, and the columns that the cohort formulas look at. */
const FIRST_LINE = 5;
const COHORT_OFFSET = 9;

/** The first day of the period that a day is in. Periods of 1, 3, 6 or 12 months begin with the year. */
export const periodStartFormula = (day: string): string =>
  `DATE(YEAR(${day}),INT((MONTH(${day})-1)/clv_cohort_months)*clv_cohort_months+1,1)`;

/** The cohort's first day, as a cell shows it; whoever only returned is in none. */
const COHORT_FORMAT = 'yyyy-mm;;"–"';

/** The customer's cohort: the period of the first order. */
export function cohortCustomerColumns({ cohorts, words }: Context): CustomerColumn[] {
  return [
    {
      key: "cohort",
      header: words.cohorts.customerCohort,
      width: 9,
      format: { style: "formula", numberFormat: COHORT_FORMAT },
      values: Array.from(cohorts().ofCustomer, (period) => cohortDay(period, cohorts().months)),
      // Whoever only returned has bought in no period, and Excel's and other calendars differ on day 0.
      formula: (cell) => `IF(${cell("first")}>0,${periodStartFormula(cell("first"))},0)`,
    },
  ];
}

const cohortDay = (period: number, months: number): number =>
  period === 0 ? 0 : dayOfPeriod(period, months);

/** Per order: its customer's cohort, its age in periods, and whether it is the customer's first in that period. */
export function cohortOrderColumns(context: Context): Column[] {
  const { words, formats, request } = context;
  const figures = context.cohorts();
  const { orders } = request;
  const format = { style: "formula", numberFormat: formats.number } as const;
  const isLive = orders.length <= LIVE_FIRSTS;
  const cohort = columnLetters(COHORT_OFFSET);
  const age = columnLetters(COHORT_OFFSET + 1);
  const above = (letter: string, line: number): string => `${letter}$${FIRST_LINE}:${letter}${line}`;
  return [
    {
      header: words.cohorts.orderCohort,
      width: 9,
      format: { ...format, numberFormat: COHORT_FORMAT },
      name: "clv_order_cohort",
      cell: (i, line) =>
        formula(
          `=INDEX(clv_customer_cohort,B${line})`,
          cohortDay(figures.ofCustomer[orders.customer[i] ?? 0] ?? 0, figures.months),
        ),
    },
    {
      header: words.cohorts.orderAge,
      width: 8,
      format,
      name: "clv_order_age",
      cell: (i, line) =>
        formula(
          `=IF(${cohort}${line}>0,MAX(0,INT(((YEAR(D${line})-YEAR(${cohort}${line}))*clv_months_per_year+MONTH(D${line})-MONTH(${cohort}${line}))/clv_cohort_months)),0)`,
          figures.age[i] ?? 0,
        ),
    },
    {
      header: words.cohorts.orderFirst,
      width: 11,
      format: isLive ? format : { ...format, style: "modelValue" },
      name: "clv_order_first",
      cell: (i, line) => {
        const value = figures.firstInPeriod[i] ?? 0;
        if (!isLive) return value;
        const before = `COUNTIFS(${above("B", line)},B${line},${above(age, line)},${age}${line},${above("E", line)},">=0")`;
        return formula(`=IF(E${line}<0,0,IF(${before}=1,1,0))`, value);
      },
    },
  ];
}
