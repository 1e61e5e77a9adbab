import * as measures from "../measures/subscription";
import * as take from "./arguments";
import { each, once } from "./broadcast";
import { withEach } from "./ranges";

function recurring(
  measure: typeof measures.annualRecurringRevenue,
  fees: unknown[][],
  periodsPerYear: unknown[][] | undefined,
): unknown[][] {
  const often = periodsPerYear ?? [[12]];
  const [charged, times] = withEach(["fees", fees, take.money], ["periods_per_year", often, take.positive]);
  return once("plain", measure(charged, times));
}

/**
 * Monthly recurring revenue: all fees, brought to a month.
 * @customfunction MRR
 * @param fees Fees of the current subscriptions, in money.
 * @param [periods_per_year] How often a fee is charged in a year, one number or one per fee: 12 monthly, 1 yearly; 12 when left out.
 * @returns Money per month. This is revenue, not profit.
 * @formula Σ fee × periods_per_year / 12
 * @errors #VALUE! when there are neither one nor as many periods_per_year as fees; #N/A without fees.
 * @example =CLV.MRR({10; 300}, {12; 1}) → 35
 * @source Skok, SaaS Metrics 2.0.
 */
export function mrr(fees: unknown[][], periods_per_year?: unknown[][]): unknown[][] {
  return recurring(measures.monthlyRecurringRevenue, fees, periods_per_year);
}

/**
 * Annual recurring revenue: all fees, brought to a year.
 * @customfunction ARR
 * @param fees Fees of the current subscriptions, in money.
 * @param [periods_per_year] How often a fee is charged in a year, one number or one per fee: 12 monthly, 1 yearly; 12 when left out.
 * @returns Money per year. This is revenue, not profit.
 * @formula Σ fee × periods_per_year
 * @errors #VALUE! when there are neither one nor as many periods_per_year as fees; #N/A without fees.
 * @example =CLV.ARR({10; 300}, {12; 1}) → 420
 * @source Skok, SaaS Metrics 2.0.
 */
export function arr(fees: unknown[][], periods_per_year?: unknown[][]): unknown[][] {
  return recurring(measures.annualRecurringRevenue, fees, periods_per_year);
}

/**
 * Average revenue per user.
 * @customfunction ARPU
 * @param revenue Revenue of the period, in money.
 * @param customers Customers of the period.
 * @returns Money per customer and period. This is revenue, not profit.
 * @formula revenue / customers
 * @errors #DIV/0! when there are no customers.
 * @example =CLV.ARPU(27000, 300) → 90
 * @source Farris et al., Marketing Metrics, ch. 5.
 */
export function arpu(revenue: unknown[][], customers: unknown[][]): unknown[][] {
  return each(
    "plain",
    measures.revenuePerUser,
    take.money("revenue", revenue),
    take.notNegative("customers", customers),
  );
}

/**
 * Net revenue retention: what the customers of the start pay now, against what they paid then. New customers do not
 * count.
 * @customfunction NRR
 * @param start Recurring revenue at the start, in money.
 * @param expansion What these customers pay more, in money.
 * @param contraction What these customers pay less, as a positive number.
 * @param churned What those who left had paid, as a positive number.
 * @returns A share; above 1 when expansion makes up for the losses.
 * @formula (start + expansion − contraction − churned) / start
 * @errors #DIV/0! when there is no revenue at the start; #VALUE! when a number is negative or more is lost than there was.
 * @example =CLV.NRR(27000, 8000, 0, 5000) → 1.111
 * @source Skok, SaaS Metrics 2.0.
 */
export function nrr(
  start: unknown[][],
  expansion: unknown[][],
  contraction: unknown[][],
  churned: unknown[][],
): unknown[][] {
  return each(
    "percent",
    measures.netRevenueRetention,
    take.notNegative("start", start),
    take.notNegative("expansion", expansion),
    take.notNegative("contraction", contraction),
    take.notNegative("churned", churned),
  );
}

/**
 * Gross revenue retention: what is kept of the revenue at the start, without what was added. Never above 1.
 * @customfunction GRR
 * @param start Recurring revenue at the start, in money.
 * @param contraction What these customers pay less, as a positive number.
 * @param churned What those who left had paid, as a positive number.
 * @returns A share.
 * @formula (start − contraction − churned) / start
 * @errors #DIV/0! when there is no revenue at the start; #VALUE! when a number is negative or more is lost than there was.
 * @example =CLV.GRR(27000, 0, 5000) → 0.815
 * @source Skok, SaaS Metrics 2.0.
 */
export function grr(start: unknown[][], contraction: unknown[][], churned: unknown[][]): unknown[][] {
  return each(
    "percent",
    measures.grossRevenueRetention,
    take.notNegative("start", start),
    take.notNegative("contraction", contraction),
    take.notNegative("churned", churned),
  );
}

/**
 * Quick ratio of a subscription business: recurring revenue gained against lost.
 * @customfunction QUICKRATIO
 * @param new_revenue Recurring revenue of new customers, in money.
 * @param expansion What existing customers pay more, in money.
 * @param contraction What existing customers pay less, as a positive number.
 * @param churned What those who left had paid, as a positive number.
 * @returns A multiple; below 1 the business shrinks.
 * @formula (new_revenue + expansion) / (contraction + churned)
 * @errors #DIV/0! when nothing was lost; #VALUE! when a number is negative.
 * @example =CLV.QUICKRATIO(20, 8, 3, 5) → 3.5
 * @source Mamoon Hamid, Social Capital.
 */
export function quickRatio(
  new_revenue: unknown[][],
  expansion: unknown[][],
  contraction: unknown[][],
  churned: unknown[][],
): unknown[][] {
  return each(
    "multiple",
    measures.quickRatio,
    take.notNegative("new_revenue", new_revenue),
    take.notNegative("expansion", expansion),
    take.notNegative("contraction", contraction),
    take.notNegative("churned", churned),
  );
}

/**
 * Logo churn: the share of customers lost in the period, whatever they paid.
 * @customfunction LOGOCHURN
 * @param customers_start Customers at the start of the period.
 * @param lost Those of them who left during the period.
 * @returns A share per period.
 * @formula lost / customers_start
 * @errors #DIV/0! when there were no customers at the start; #VALUE! when more are lost than there were.
 * @example =CLV.LOGOCHURN(300, 15) → 0.05
 * @source Skok, SaaS Metrics 2.0.
 */
export function logoChurn(customers_start: unknown[][], lost: unknown[][]): unknown[][] {
  return each(
    "percent",
    measures.logoChurn,
    take.notNegative("customers_start", customers_start),
    take.notNegative("lost", lost),
  );
}

/**
 * Revenue churn: the share of recurring revenue lost in the period, by leaving and by paying less.
 * @customfunction REVENUECHURN
 * @param start Recurring revenue at the start, in money.
 * @param churned What those who left had paid, as a positive number.
 * @param [contraction] What those who stayed pay less, as a positive number; 0 when left out.
 * @returns A share per period.
 * @formula (churned + contraction) / start
 * @errors #DIV/0! when there is no revenue at the start; #VALUE! when a number is negative or more is lost than there was.
 * @example =CLV.REVENUECHURN(27000, 5000) → 0.185
 * @source Skok, SaaS Metrics 2.0.
 */
export function revenueChurn(
  start: unknown[][],
  churned: unknown[][],
  contraction?: unknown[][],
): unknown[][] {
  return each(
    "percent",
    measures.revenueChurn,
    take.notNegative("start", start),
    take.notNegative("churned", churned),
    take.notNegative("contraction", contraction, 0),
  );
}

/**
 * Value of a subscriber: revenue per account times margin, over churn, all of one period.
 * @customfunction SAAS
 * @param arpa Average revenue per account and period, in money.
 * @param margin Share of revenue left after costs: 0.75 or 75%. Without it the value would be revenue.
 * @param churn Share of accounts that leave per period, above 0.
 * @returns Profit per account, in money.
 * @formula arpa × margin / churn
 * @errors #DIV/0! when churn is 0, because nobody ever leaves; #VALUE! when a rate is out of range.
 * @example =CLV.SAAS(500, 0.75, 0.025) → 15000
 * @source Skok, SaaS Metrics 2.0.
 */
export function saas(arpa: unknown[][], margin: unknown[][], churn: unknown[][]): unknown[][] {
  return each(
    "plain",
    measures.accountValue,
    take.money("arpa", arpa),
    take.margin("margin", margin),
    take.rate("churn", churn),
  );
}

/**
 * Magic number: new annual recurring revenue per unit of sales and marketing spending.
 * @customfunction MAGICNUMBER
 * @param revenue_now Recurring revenue of this quarter, in money.
 * @param revenue_before Recurring revenue of the quarter before, in money.
 * @param spend Sales and marketing spending of the quarter before, in money.
 * @returns A multiple.
 * @formula 4 × (revenue_now − revenue_before) / spend
 * @errors #DIV/0! when nothing was spent.
 * @example =CLV.MAGICNUMBER(1200, 1000, 800) → 1
 * @source Scale Venture Partners 2008.
 */
export function magicNumber(
  revenue_now: unknown[][],
  revenue_before: unknown[][],
  spend: unknown[][],
): unknown[][] {
  return each(
    "multiple",
    measures.salesEfficiency,
    take.money("revenue_now", revenue_now),
    take.money("revenue_before", revenue_before),
    take.notNegative("spend", spend),
  );
}
