import * as budgets from "../measures/budget";
import * as measures from "../measures/trend";
import { isRefusal } from "../numerics/refusal";
import * as take from "./arguments";
import { each, once } from "./broadcast";
import { list, numbers, optional, together } from "./ranges";

/**
 * Trend: the change per period of the straight line through the values.
 * @customfunction TREND
 * @param values Values of successive periods.
 * @param [periods] When each value was measured; 1, 2, 3 … when left out.
 * @returns Change per period, in the unit of the values.
 * @formula least squares: Σ (t − t̄)(value − mean) / Σ (t − t̄)²
 * @errors #N/A with fewer than two values; #DIV/0! when all were measured at one time; #VALUE! when the ranges differ in length.
 * @example =CLV.TREND({100; 110; 130}) → 15
 * @source Least squares; Excel's SLOPE gives the same.
 */
export function trend(values: unknown[][], periods?: unknown[][]): unknown[][] {
  // Without times an empty cell is a period without a value, not one period fewer.
  const times = periods ?? [(values ?? []).flat().map((_, i) => i + 1)];
  const rows = together({ values, periods: times });
  const seen = (_: unknown, i: number): boolean => !take.isBlank(rows.values[i]);
  return once(
    "plain",
    measures.trend(
      numbers("values", rows.values.filter(seen)),
      numbers("periods", rows.periods.filter(seen)),
    ),
  );
}

/**
 * Compound growth per period from a first value to a last.
 * @customfunction CAGR
 * @param first First value.
 * @param last Last value, of the same sign.
 * @param periods Periods between the two.
 * @returns A share per period: 0.1 is 10%.
 * @formula (last / first)^(1 / periods) − 1
 * @errors #DIV/0! when the first value or the number of periods is 0; #VALUE! when the signs differ.
 * @example =CLV.CAGR(100, 121, 2) → 0.1
 * @source Farris et al., Marketing Metrics, ch. 4.
 */
export function cagr(first: unknown[][], last: unknown[][], periods: unknown[][]): unknown[][] {
  return each(
    "percent",
    measures.compoundGrowth,
    take.money("first", first),
    take.money("last", last),
    take.notNegative("periods", periods),
  );
}

/**
 * Change from each value to the next, with an alert where it is large, up or down.
 * @customfunction CHANGE
 * @param values Values of successive periods.
 * @param threshold Change that is an alert, as a share: 0.2 or 20%.
 * @returns A row per value: change as a share of the value before (empty for the first, and after a 0), TRUE where it is an alert. Empty cells stay empty.
 * @formula (value − value before) / |value before|
 * @errors #VALUE! when the threshold is negative; #N/A without values.
 * @example =CLV.CHANGE({100; 120; 90}, 0.25) → {"", FALSE; 0.2, FALSE; -0.25, TRUE}
 * @source Derived.
 */
export function change(values: unknown[][], threshold: unknown[][]): unknown[][] {
  const lines = measures.changes(
    list("values", values),
    take.single(take.notNegative("threshold", threshold)),
  );
  if (isRefusal(lines)) return once("plain", lines);
  let next = 0;
  return once(
    "plain",
    values.flat().map((cell) => {
      const line = take.isBlank(cell) ? undefined : lines[next++];
      return [line?.share ?? null, line?.alert ?? null];
    }),
  );
}

/**
 * Mean number of days between a customer's orders. Orders of one day count once.
 * @customfunction ORDERINTERVAL
 * @param dates Dates of one customer's orders, in any order.
 * @returns Days.
 * @formula (last date − first date) / (days with orders − 1)
 * @errors #N/A with orders on fewer than two days; #VALUE! when a cell is not a date.
 * @example =CLV.ORDERINTERVAL({45000; 45030; 45060}) → 30
 * @source Derived.
 */
export function orderInterval(dates: unknown[][]): unknown[][] {
  return once("plain", measures.orderInterval(numbers("dates", together({ dates }).dates, take.day)));
}

/**
 * When a customer's next order is due.
 * @customfunction NEXTORDER
 * @param last_order Date of the last order.
 * @param mean_interval Mean days between orders, as from CLV.ORDERINTERVAL.
 * @returns A date.
 * @formula last_order + mean_interval
 * @errors #VALUE! when a cell is not a number.
 * @example =CLV.NEXTORDER(45000, 30) → 45030
 * @source Derived.
 */
export function nextOrder(last_order: unknown[][], mean_interval: unknown[][]): unknown[][] {
  return each(
    "date",
    measures.nextOrder,
    take.day("last_order", last_order),
    take.notNegative("mean_interval", mean_interval),
  );
}

/**
 * The day from which a silent customer counts as lost: so many mean intervals after the last order.
 * @customfunction CHURNDATE
 * @param last_order Date of the last order.
 * @param mean_interval Mean days between orders, as from CLV.ORDERINTERVAL.
 * @param [multiple] Intervals of silence that count as loss; 3 when left out.
 * @returns A date.
 * @formula last_order + multiple × mean_interval
 * @errors #VALUE! when a cell is not a number.
 * @example =CLV.CHURNDATE(45000, 30) → 45090
 * @source A rule of thumb; the models of theme 5 give the probability instead.
 */
export function churnDate(
  last_order: unknown[][],
  mean_interval: unknown[][],
  multiple?: unknown[][],
): unknown[][] {
  return each(
    "date",
    measures.churnDate,
    take.day("last_order", last_order),
    take.notNegative("mean_interval", mean_interval),
    take.notNegative("multiple", multiple, 3),
  );
}

/**
 * New customers needed in a period, to replace those who leave and to reach a target.
 * @customfunction REPLACEMENTS
 * @param customers Customers at the start.
 * @param churn_rate Share of customers who leave in the period, 0 to 1.
 * @param [target] Customers wanted at the end; as many as at the start when left out.
 * @returns A number of customers; negative where the base stays above the target without any.
 * @formula target − customers × (1 − churn_rate)
 * @errors #VALUE! when the rate is outside 0 to 1.
 * @example =CLV.REPLACEMENTS(5000, 0.1) → 500
 * @example =CLV.REPLACEMENTS(5000, 0.1, 5200) → 700
 * @source The product owner's sources: customers × churn rate.
 */
export function replacements(
  customers: unknown[][],
  churn_rate: unknown[][],
  target?: unknown[][],
): unknown[][] {
  const count = take.notNegative("customers", customers);
  return each(
    "plain",
    budgets.replacements,
    count,
    take.rate("churn_rate", churn_rate),
    target ? take.notNegative("target", target) : count,
  );
}

/**
 * Leavers of each period, and the joiners that it takes to keep the base or to let it grow.
 * @customfunction REPLACEMENT.PLAN
 * @param customers Customers at the start.
 * @param churn_rate Share of customers who leave per period, 0 to 1.
 * @param periods Number of periods, 1 to 10000.
 * @param [growth] Growth of the base per period; 0 when left out.
 * @returns A row per period: number, customers at the start, leavers, joiners, customers at the end.
 * @formula leavers = start × churn_rate; joiners = end − start + leavers; end = start × (1 + growth)
 * @errors #VALUE! when a rate is out of range or an argument is not a single value.
 * @example =CLV.REPLACEMENT.PLAN(5000, 0.1, 2, 10%) → {1, 5000, 500, 1000, 5500; 2, 5500, 550, 1100, 6050}
 * @source Derived.
 */
export function replacementPlan(
  customers: unknown[][],
  churn_rate: unknown[][],
  periods: unknown[][],
  growth?: unknown[][],
): unknown[][] {
  const lines = budgets.replacementPlan(
    take.single(take.notNegative("customers", customers)),
    take.single(take.rate("churn_rate", churn_rate)),
    take.single(take.whole("periods", periods, 1, 10000)),
    take.single(take.interest("growth", growth, 0)),
  );
  return once(
    "plain",
    lines.map((line) => [line.period, line.start, line.leavers, line.joiners, line.end]),
  );
}

/**
 * Budget for customers to be acquired: a share of their value each, and no more than they cost.
 * @customfunction BUDGET
 * @param customers Customers to be acquired.
 * @param clv Value of a customer before acquisition cost, in money.
 * @param share Share of that value that may be spent on acquiring it, 0 to 1.
 * @param [cac] What acquiring one customer costs, if known; then the budget does not exceed it.
 * @returns Money.
 * @formula customers × MAX(0, MIN(clv × share, cac))
 * @errors #VALUE! when the share is outside 0 to 1.
 * @example =CLV.BUDGET(100, 300, 0.25) → 7500
 * @example =CLV.BUDGET(100, 300, 0.25, 50) → 5000
 * @source Derived.
 */
export function budget(
  customers: unknown[][],
  clv: unknown[][],
  share: unknown[][],
  cac?: unknown[][],
): unknown[][] {
  return each(
    "plain",
    budgets.acquisitionBudget,
    take.notNegative("customers", customers),
    take.money("clv", clv),
    take.rate("share", share),
    take.notNegative("cac", cac, Number.MAX_VALUE),
  );
}

/**
 * Revenue (not profit) of a customer base by period. Customers order while they are there; new ones from the next
 * period on.
 * @customfunction FORECAST
 * @param customers Customers at the start.
 * @param churn_rate Share of customers who leave per period, 0 to 1.
 * @param aov Average order value, in money.
 * @param frequency Orders per customer and period.
 * @param periods Number of periods, 1 to 10000.
 * @param [joiners] New customers at the end of each period; 0 when left out.
 * @returns A row per period: number, customers at its start, revenue, cumulative revenue.
 * @formula revenue = customers at the start × aov × frequency
 * @errors #VALUE! when the rate is outside 0 to 1 or an argument is not a single value.
 * @example =CLV.FORECAST(1000, 0.1, 25, 4, 3) → {1, 1000, 100000, 100000; 2, 900, 90000, 190000; 3, 810, 81000, 271000}
 * @source Derived.
 */
export function forecast(
  customers: unknown[][],
  churn_rate: unknown[][],
  aov: unknown[][],
  frequency: unknown[][],
  periods: unknown[][],
  joiners?: unknown[][],
): unknown[][] {
  const lines = budgets.revenueForecast(
    take.single(take.notNegative("customers", customers)),
    take.single(take.rate("churn_rate", churn_rate)),
    take.single(take.money("aov", aov)),
    take.single(take.notNegative("frequency", frequency)),
    take.single(take.whole("periods", periods, 1, 10000)),
    optional(joiners, () => take.notNegative("joiners", joiners)),
  );
  return once(
    "plain",
    lines.map((line) => [line.period, line.customers, line.revenue, line.cumulative]),
  );
}
