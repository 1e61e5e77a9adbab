import { sumOf } from "../numerics/compensatedSum";
import type { Refusal } from "../numerics/refusal";
import { type Outcome } from "../numerics/refusal";
import { finite, quotient } from "./finite";
import { lengthsDiffer, nobodyLeaves, outOfRange, tooFew } from "./refusals";

/** Days in a year where money grows by the day, as in Excel's XNPV. */
export const DAYS_PER_YEAR = 365;

/**
 * Average order value: revenue ÷ orders, in money per order.
 * @example orderValue(500000, 20000) // 25
 */
export const orderValue = (revenue: number, orders: number): Outcome => quotient(revenue, orders, "orders");

/**
 * Orders per customer and year.
 * @param years How many years the orders were counted over: five orders in two years are 2.5 a year.
 * @example orderFrequency(20000, 5000) // 4
 */
export function orderFrequency(orders: number, customers: number, years = 1): Outcome {
  if (years === 0) return quotient(orders, years, "years");
  return quotient(orders / years, customers, "customers");
}

/**
 * The share of revenue that is left after the cost of goods and other variable costs. Negative at a loss.
 * @example grossMargin(500000, 300000) // 0.4
 */
export const grossMargin = (revenue: number, cogs: number, otherCosts = 0): Outcome =>
  revenue < 0
    ? outOfRange("revenue", revenue, "> 0")
    : quotient(revenue - cogs - otherCosts, revenue, "revenue");

/**
 * The money that is left of revenue after the costs that come with it. Costs are positive numbers.
 * @example contribution(500000, 300000) // 200000
 */
export const contribution = (
  revenue: number,
  cogs: number,
  shipping = 0,
  fulfilment = 0,
  operating = 0,
): Outcome => finite(sumOf([revenue, -cogs, -shipping, -fulfilment, -operating]), "revenue");

/**
 * The share of the customers at the start who are gone at the end.
 * Without `joined` the rate is net: newcomers hide leavers, and a growing base gives a negative rate.
 * @param joined How many of the customers at the end were not there at the start.
 * @example churnRate(5000, 4500) // 0.1
 * @example churnRate(5000, 5200, 700) // 0.1
 */
export function churnRate(start: number, end: number, joined = 0): Outcome {
  return contradiction(start, end, joined) ?? quotient(start - (end - joined), start, "customers_start");
}

/**
 * The share of the customers at the start who are still there at the end: 1 − `churnRate`.
 * It says who stayed, not who ordered again: that is the repeat rate.
 * @example retentionRate(5000, 4500) // 0.9
 */
export function retentionRate(start: number, end: number, joined = 0): Outcome {
  return contradiction(start, end, joined) ?? quotient(end - joined, start, "customers_start");
}

/** Once newcomers are told apart, those who stayed are neither fewer than none nor more than there were. */
function contradiction(start: number, end: number, joined: number): Refusal | undefined {
  if (joined === 0 || (end - joined >= 0 && end - joined <= start)) return undefined;
  return outOfRange("new_customers", joined, `${Math.max(0, end - start)} – ${end}`);
}

/**
 * The mean number of periods until a customer leaves: 1 ÷ churn, in the periods of the churn rate.
 * @example lifespan(0.1) // 10
 */
export const lifespan = (churn: number): Outcome =>
  churn === 0 ? nobodyLeaves() : quotient(1, churn, "churn_rate");

/**
 * The number of periods after which half of the customers are gone: ln 0.5 ÷ ln retention.
 * @example medianLifespan(0.9) // 6.5788…
 */
export const medianLifespan = (retention: number): Outcome =>
  retention === 1 ? nobodyLeaves() : finite(Math.log(0.5) / Math.log(retention), "retention");

/**
 * Order value × orders per period × periods − cost: revenue, unless the order value is already a profit.
 * @param frequency Orders per period: a rate, not the total over the lifespan.
 * @param cost The mean cost of acquiring and keeping one customer.
 * @example simpleValue(25, 4, 10) // 1000
 */
export const simpleValue = (averageOrder: number, frequency: number, periods: number, cost = 0): Outcome =>
  finite(averageOrder * frequency * periods - cost, "aov");

/**
 * Order value × orders per period × gross margin ÷ churn − cost: profit over the mean lifespan.
 * @param frequency Orders in one period of the churn rate.
 * @example churnValue(25, 4, 0.4, 0.1) // 400
 */
export function churnValue(
  averageOrder: number,
  frequency: number,
  margin: number,
  churn: number,
  cost = 0,
): Outcome {
  if (churn === 0) return nobodyLeaves();
  return finite((averageOrder * frequency * margin) / churn - cost, "churn_rate");
}

/**
 * A subscription fee over a fixed number of years.
 * @param fee The fee of one period (of `periodsPerYear` in a year).
 * @example subscriptionValue(10, 3) // 360
 */
export const subscriptionValue = (fee: number, years: number, periodsPerYear = 12, margin = 1): Outcome =>
  finite(fee * periodsPerYear * years * margin, "fee");

/**
 * LTV of a group: the mean of its customers' individual values.
 * @example meanValue([100, 200, 600]) // 300
 */
export function meanValue(values: ArrayLike<number>): Outcome {
  if (values.length === 0) return tooFew("customer_values", 0, 1);
  return finite(sumOf(Array.from(values)) / values.length, "customer_values");
}

/** When past payments came, and at what annual rate they have grown since. */
export interface Ageing {
  /** One date serial per amount. */
  readonly dates: ArrayLike<number>;
  readonly annualRate: number;
  /** The day to compound to; the last date when absent. */
  readonly asOf?: number;
}

/**
 * Past customer value: what a customer's payments so far have earned (Kumar 2008, past customer value).
 * @param ageing Compounds each payment by whole days to one day; without it payments are added as they are.
 * @example historicValue([800, 50, 50, 30, 20], 0.3) // 285
 */
export function historicValue(amounts: ArrayLike<number>, margin = 1, ageing?: Ageing): Outcome {
  if (amounts.length === 0) return tooFew("amounts", 0, 1);
  if (!ageing) return finite(margin * sumOf(Array.from(amounts)), "amounts");
  const { dates, annualRate } = ageing;
  if (dates.length !== amounts.length) return lengthsDiffer("dates", dates.length, "amounts", amounts.length);
  const days = Array.from(dates);
  const asOf = ageing.asOf ?? days.reduce((latest, day) => Math.max(latest, day), -Infinity);
  const grown = Array.from(amounts, (amount, i) => {
    const age = (asOf - (days[i] ?? asOf)) / DAYS_PER_YEAR;
    return amount * (1 + annualRate) ** age;
  });
  return finite(margin * sumOf(grown), "annual_rate");
}
