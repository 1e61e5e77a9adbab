import { columnLetters } from "./cellAddress";
import type { Column } from "./columnTable";
import { LIVE_FIRSTS, type Context } from "./context";
import type { CustomerColumn } from "./customersSheet";
import { formula } from "./sheetDraft";

/** The first row of the orders' table, one-based, and the columns that the cohort formulas look at. */
const FIRST_LINE = 5;
const COHORT_OFFSET = 9;

/** The period of a date cell: INT((year × 12 + month − 1) ÷ months per cohort). */
const periodFormula = (cell: string): string =>
  `INT((YEAR(${cell})*clv_months_per_year+MONTH(${cell})-1)/clv_cohort_months)`;

/** The customer's cohort: the period of the first order. */
export function cohortCustomerColumns({ cohorts, words, formats }: Context): CustomerColumn[] {
  return [
    {
      key: "cohort",
      header: words.cohorts.customerCohort,
      width: 9,
      format: { style: "formula", numberFormat: formats.number },
      values: cohorts().ofCustomer,
      // Whoever only returned has bought in no period, and Excel's and other calendars differ on day 0.
      formula: (cell) => `IF(${cell("first")}>0,${periodFormula(cell("first"))},0)`,
    },
  ];
}

/** Per order: its customer's cohort, its age in periods, and whether it is the customer's first in that period. */
export function cohortOrderColumns(context: Context): Column[] {
  const { words, formats, request } = context;
  const figures = context.cohorts();
  const { orders } = request;
  const format = { style: "formula", numberFormat: formats.number } as const;
  const isLive = orders.length <= LIVE_FIRSTS;
  const age = columnLetters(COHORT_OFFSET + 1);
  const above = (letter: string, line: number): string => `${letter}$${FIRST_LINE}:${letter}${line}`;
  return [
    {
      header: words.cohorts.orderCohort,
      width: 9,
      format,
      name: "clv_order_cohort",
      cell: (i, line) =>
        formula(`=INDEX(clv_customer_cohort,B${line})`, figures.ofCustomer[orders.customer[i] ?? 0] ?? 0),
    },
    {
      header: words.cohorts.orderAge,
      width: 8,
      format,
      name: "clv_order_age",
      cell: (i, line) =>
        formula(
          `=IF(${columnLetters(COHORT_OFFSET)}${line}>0,MAX(0,${periodFormula(`D${line}`)}-${columnLetters(COHORT_OFFSET)}${line}),0)`,
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
