import type { Check } from "../checks/checksBlock";
import { periodStartFormula } from "./cohortColumns";
import { dayOfPeriod } from "./cohortFigures";
import type { Context } from "../context";
import { inputNumber } from "../board/keyFigures";

/** The cohorts hold once every customer who has bought, and every amount of theirs. */
export function cohortChecks(context: Context): Check[] {
  const { words, base } = context;
  const { firstPeriod, count, months } = context.cohorts();
  const scale = 10 ** inputNumber(context.request.inputs, "decimals");
  const units = base.revenue.reduce(
    (sum, revenue, c) => sum + ((base.orders[c] ?? 0) > 0 ? Math.round(revenue * scale) : 0),
    0,
  );
  const checks: Check[] = [
    {
      label: words.cohorts.checkCustomers,
      expected: 'COUNTIF(clv_customer_orders,">0")',
      actual: "SUM(clv_cohort_sizes)",
      value: base.orders.filter((orders) => orders > 0).length,
      isMoney: false,
    },
    {
      // The ages end with the as-of day's period: what comes later has no column.
      label: words.cohorts.checkReach,
      expected: periodStartFormula("clv_as_of"),
      actual: "MAX(clv_cohort_periods)",
      value: dayOfPeriod(firstPeriod + count - 1, months),
      isMoney: false,
      isDate: true,
    },
  ];
  if (!context.live) return checks;
  return [
    ...checks,
    {
      label: words.cohorts.checkRevenue,
      expected: 'ROUND(SUMIFS(clv_customer_revenue,clv_customer_orders,">0"),clv_decimals)',
      actual: "ROUND(SUMPRODUCT(SUMIFS(clv_order_amount,clv_order_cohort,clv_cohort_periods)),clv_decimals)",
      value: units / scale,
      isMoney: true,
    },
  ];
}
