import * as measures from "../measures/base";
import { Refusal } from "../numerics/refusal";
import * as take from "./arguments";
import { each, once } from "./broadcast";

/**
 * Average order value: what one order brings in, before any costs.
 * @customfunction AOV
 * @param revenue Revenue of the period, in money.
 * @param orders Number of orders in the same period, above 0.
 * @returns Revenue per order, in money.
 * @formula revenue / orders
 * @errors #DIV/0! when there are no orders.
 * @example =CLV.AOV(500000, 20000) → 25
 * @source Farris et al., Marketing Metrics, ch. 5.
 */
export function aov(revenue: unknown[][], orders: unknown[][]): unknown[][] {
  return each(
    "plain",
    measures.orderValue,
    take.money("revenue", revenue),
    take.notNegative("orders", orders),
  );
}

/**
 * Orders per customer and year. Five orders in two years are 2.5 a year: give the number of years.
 * @customfunction FREQUENCY
 * @param orders Number of orders.
 * @param customers Number of different customers who placed them.
 * @param [years] Years that the orders cover; 1 when left out.
 * @returns Orders per customer and year.
 * @formula orders / customers / years
 * @errors #DIV/0! when customers or years is 0.
 * @example =CLV.FREQUENCY(20000, 5000) → 4
 * @example =CLV.FREQUENCY(1000000, 200000, 2) → 2.5
 * @source Farris et al., Marketing Metrics, ch. 5.
 */
export function frequency(orders: unknown[][], customers: unknown[][], years?: unknown[][]): unknown[][] {
  return each(
    "plain",
    measures.orderFrequency,
    take.notNegative("orders", orders),
    take.notNegative("customers", customers),
    take.notNegative("years", years, 1),
  );
}

/**
 * Gross margin: the share of revenue left after the cost of goods and other variable costs.
 * @customfunction GROSSMARGIN
 * @param revenue Revenue, in money.
 * @param cogs Cost of goods sold, as a positive number.
 * @param [other_costs] Other costs that grow with sales, as a positive number; 0 when left out.
 * @returns A share of revenue: 0.4 is 40%. Negative where sales lose money.
 * @formula (revenue − cogs − other_costs) / revenue
 * @errors #DIV/0! when revenue is 0; #VALUE! when it is negative: a share of less than nothing says nothing.
 * @example =CLV.GROSSMARGIN(500000, 300000) → 0.4
 * @source Farris et al., Marketing Metrics, ch. 3.
 */
export function grossMargin(revenue: unknown[][], cogs: unknown[][], other_costs?: unknown[][]): unknown[][] {
  return each(
    "percent",
    measures.grossMargin,
    take.money("revenue", revenue),
    take.notNegative("cogs", cogs),
    take.notNegative("other_costs", other_costs, 0),
  );
}

/**
 * Contribution: the money left of revenue after the costs that come with it. This is profit, not revenue.
 * @customfunction CONTRIBUTION
 * @param revenue Revenue, in money.
 * @param cogs Cost of goods sold, as a positive number.
 * @param [shipping] Shipping costs, as a positive number; 0 when left out.
 * @param [fulfilment] Picking, packing and handling costs, as a positive number; 0 when left out.
 * @param [operating] Other operating costs of these sales, as a positive number; 0 when left out.
 * @returns Money. Negative where sales lose money.
 * @formula revenue − cogs − shipping − fulfilment − operating
 * @errors #VALUE! when a cost is negative.
 * @example =CLV.CONTRIBUTION(500000, 300000) → 200000
 * @example =CLV.CONTRIBUTION(500000, 300000, 20000, 10000, 5000) → 165000
 * @source Derived: revenue less the costs that vary with it (Farris et al., Marketing Metrics, ch. 3).
 */
export function contribution(
  revenue: unknown[][],
  cogs: unknown[][],
  shipping?: unknown[][],
  fulfilment?: unknown[][],
  operating?: unknown[][],
): unknown[][] {
  return each(
    "plain",
    measures.contribution,
    take.money("revenue", revenue),
    take.notNegative("cogs", cogs),
    take.notNegative("shipping", shipping, 0),
    take.notNegative("fulfilment", fulfilment, 0),
    take.notNegative("operating", operating, 0),
  );
}

/**
 * Churn rate: the share of the customers at the start who are gone at the end. Without new_customers it is a net
 * rate: new customers hide those who left, and a growing base gives a negative rate.
 * @customfunction CHURNRATE
 * @param customers_start Customers at the start of the period, above 0.
 * @param customers_end Customers at the end of the period.
 * @param [new_customers] Customers at the end who joined during the period; 0 when left out.
 * @returns A share per period: 0.1 is 10%.
 * @formula 1 − (customers_end − new_customers) / customers_start
 * @errors #DIV/0! when there were no customers at the start; #VALUE! when the three numbers contradict one another.
 * @example =CLV.CHURNRATE(5000, 4500) → 0.1
 * @example =CLV.CHURNRATE(5000, 5200, 700) → 0.1
 * @source Farris et al., Marketing Metrics, ch. 5.
 */
export function churnRate(
  customers_start: unknown[][],
  customers_end: unknown[][],
  new_customers?: unknown[][],
): unknown[][] {
  return each(
    "percent",
    measures.churnRate,
    take.notNegative("customers_start", customers_start),
    take.notNegative("customers_end", customers_end),
    take.notNegative("new_customers", new_customers, 0),
  );
}

/**
 * Retention rate: the share of the customers at the start who are still there at the end. It says who stayed, not
 * who ordered again: that is the repeat rate.
 * @customfunction RETENTIONRATE
 * @param customers_start Customers at the start of the period, above 0.
 * @param customers_end Customers at the end of the period.
 * @param [new_customers] Customers at the end who joined during the period; 0 when left out.
 * @returns A share per period: 0.9 is 90%.
 * @formula (customers_end − new_customers) / customers_start
 * @errors #DIV/0! when there were no customers at the start; #VALUE! when the three numbers contradict one another.
 * @example =CLV.RETENTIONRATE(5000, 4500) → 0.9
 * @example =CLV.RETENTIONRATE(40875, 27955) → 0.684
 * @source Farris et al., Marketing Metrics, ch. 5.
 */
export function retentionRate(
  customers_start: unknown[][],
  customers_end: unknown[][],
  new_customers?: unknown[][],
): unknown[][] {
  return each(
    "percent",
    measures.retentionRate,
    take.notNegative("customers_start", customers_start),
    take.notNegative("customers_end", customers_end),
    take.notNegative("new_customers", new_customers, 0),
  );
}

/**
 * Mean customer lifespan: how many periods a customer stays on average when the churn rate is constant.
 * @customfunction LIFESPAN
 * @param churn_rate Share of customers who leave per period, above 0 and at most 1.
 * @returns Periods of the churn rate.
 * @formula 1 / churn_rate
 * @errors #VALUE! when the rate is outside 0 to 1; #DIV/0! when it is 0, because then nobody ever leaves.
 * @example =CLV.LIFESPAN(0.1) → 10
 * @source Mean of the geometric distribution; Farris et al., Marketing Metrics, ch. 5.
 */
export function lifespan(churn_rate: unknown[][]): unknown[][] {
  return each("plain", measures.lifespan, take.rate("churn_rate", churn_rate));
}

/**
 * Median customer lifespan: after how many periods half of the customers are gone.
 * @customfunction LIFESPAN.MEDIAN
 * @param retention Share of customers who stay per period, from 0 to below 1.
 * @returns Periods of the retention rate.
 * @formula ln(0.5) / ln(retention)
 * @errors #VALUE! when the rate is outside 0 to 1; #DIV/0! when it is 1, because then nobody ever leaves.
 * @example =CLV.LIFESPAN.MEDIAN(0.95) → 13.51
 * @example =CLV.LIFESPAN.MEDIAN(0.9) → 6.58
 * @source Median of the geometric distribution: the t at which retention^t is one half.
 */
export function lifespanMedian(retention: unknown[][]): unknown[][] {
  return each("plain", measures.medianLifespan, take.rate("retention", retention));
}

/**
 * Simple customer lifetime value: order value times orders per period times periods, less the cost of acquiring and
 * keeping the customer. It is revenue unless the order value is already a profit.
 * @customfunction SIMPLE
 * @param aov Average order value, in money.
 * @param frequency Orders per customer and period: a rate, not the total over the lifespan.
 * @param lifespan Periods that a customer stays.
 * @param [cost] Mean cost of acquiring and keeping one customer, in money; 0 when left out.
 * @returns Money per customer over the lifespan.
 * @formula aov × frequency × lifespan − cost
 * @errors #VALUE! when a cell is not a number or frequency, lifespan or cost is negative.
 * @example =CLV.SIMPLE(25, 4, 10) → 1000
 * @example =CLV.SIMPLE(200000, 2.5, 2) → 1000000
 * @example =CLV.SIMPLE(60, 4, 3) → 720
 * @source The product owner's sources: order value × frequency × lifespan − cost of acquiring and keeping.
 */
export function simple(
  aov: unknown[][],
  frequency: unknown[][],
  lifespan: unknown[][],
  cost?: unknown[][],
): unknown[][] {
  return each(
    "plain",
    measures.simpleValue,
    take.money("aov", aov),
    take.notNegative("frequency", frequency),
    take.notNegative("lifespan", lifespan),
    take.notNegative("cost", cost, 0),
  );
}

/**
 * Churn-based customer lifetime value: the profit of a customer over the mean lifespan 1 / churn rate, less cost.
 * @customfunction CHURN
 * @param aov Average order value, in money.
 * @param frequency Orders per customer in one period of the churn rate.
 * @param gross_margin Share of revenue left after costs: 0.4 or 40%.
 * @param churn_rate Share of customers who leave per period, above 0 and at most 1.
 * @param [cost] Mean cost of acquiring one customer, in money; 0 when left out.
 * @returns Profit per customer over the mean lifespan, in money.
 * @formula aov × frequency × gross_margin / churn_rate − cost
 * @errors #VALUE! when a rate is outside its range; #DIV/0! when the churn rate is 0, because nobody ever leaves.
 * @example =CLV.CHURN(25, 4, 0.4, 0.1) → 400
 * @source The product owner's sources: order value × frequency × gross margin / churn rate.
 */
export function churn(
  aov: unknown[][],
  frequency: unknown[][],
  gross_margin: unknown[][],
  churn_rate: unknown[][],
  cost?: unknown[][],
): unknown[][] {
  return each(
    "plain",
    measures.churnValue,
    take.money("aov", aov),
    take.notNegative("frequency", frequency),
    take.margin("gross_margin", gross_margin),
    take.rate("churn_rate", churn_rate),
    take.notNegative("cost", cost, 0),
  );
}

/**
 * Subscription value: a fee over a fixed number of years, without churn and without discount.
 * @customfunction SUBSCRIPTION
 * @param fee Fee per period, in money.
 * @param years Years that the subscription lasts.
 * @param [periods_per_year] Fees per year; 12 when left out.
 * @param [margin] Share of the fee that is left after costs; 1 when left out, and the result is revenue.
 * @returns Money over all the years.
 * @formula fee × periods_per_year × years × margin
 * @errors #VALUE! when a cell is not a number or out of range.
 * @example =CLV.SUBSCRIPTION(10, 3) → 360
 * @example =CLV.SUBSCRIPTION(25, 2) → 600
 * @source The product owner's sources: monthly fee × 12 × years.
 */
export function subscription(
  fee: unknown[][],
  years: unknown[][],
  periods_per_year?: unknown[][],
  margin?: unknown[][],
): unknown[][] {
  return each(
    "plain",
    measures.subscriptionValue,
    take.money("fee", fee),
    take.notNegative("years", years),
    take.positive("periods_per_year", periods_per_year, 12),
    take.margin("margin", margin, 1),
  );
}

/**
 * LTV of a group of customers: the mean of their individual values. CLV is one customer's, LTV the average.
 * @customfunction LTV
 * @param customer_values One value per customer; empty cells do not count.
 * @returns Money per customer.
 * @formula sum of customer_values / number of customers
 * @errors #N/A when there is no value; #VALUE! when a cell is not a number.
 * @example =CLV.LTV({100; 200; 600}) → 300
 * @source Derived: the arithmetic mean (AVERAGE gives the same).
 */
export function ltv(customer_values: unknown[][]): unknown[][] {
  return once(
    "plain",
    measures.meanValue(take.all(take.money("customer_values", take.filled(customer_values)))),
  );
}

/**
 * Historic customer value: the margin that a customer's past payments have earned, each compounded from its date to
 * one day when dates and a rate are given.
 * @customfunction HISTORIC
 * @param amounts Past payments, in money.
 * @param [margin] Share of the payments that is left after costs; 1 when left out, and the result is revenue.
 * @param [dates] One date per payment; without dates the payments are added as they are.
 * @param [annual_rate] Rate at which past money grows per year; 0 when left out.
 * @param [as_of] Day to compound to; the last of the dates when left out.
 * @returns Money at the given day.
 * @formula margin × Σ amount × (1 + annual_rate)^((as_of − date) / 365)
 * @errors #VALUE! when amounts and dates differ in number; #N/A when there is no amount.
 * @example =CLV.HISTORIC({800, 50, 50, 30, 20}, 0.3) → 285
 * @example =CLV.HISTORIC({800, 50, 50, 30, 20}, 0.3, {43000, 43365, 43730, 44095, 44460}, 1.25%, 44825) → 302.01
 * @source Kumar, Customer Lifetime Value (2008): past customer value.
 */
export function historic(
  amounts: unknown[][],
  margin?: unknown[][],
  dates?: unknown[][],
  annual_rate?: unknown[][],
  as_of?: unknown[][],
): unknown[][] {
  const values = take.all(take.money("amounts", dates ? amounts : take.filled(amounts)));
  const share = take.single(take.margin("margin", margin, 1));
  if (!dates) {
    // A rate without dates would be dropped without a word.
    if (annual_rate && take.single(take.interest("annual_rate", annual_rate)) !== 0)
      return once("plain", new Refusal("invalid", "argumentMissing", { argument: "dates" }));
    return once("plain", measures.historicValue(values, share));
  }
  if (dates.flat().some(take.isBlank))
    return once("plain", new Refusal("invalid", "argumentMissing", { argument: "dates" }));
  return once(
    "plain",
    measures.historicValue(values, share, {
      dates: take.all(take.notNegative("dates", dates)),
      annualRate: take.single(take.interest("annual_rate", annual_rate, 0)),
      asOf: as_of ? take.single(take.whole("as_of", as_of, 0, 2958465)) : undefined,
    }),
  );
}
