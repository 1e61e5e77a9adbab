import { cashFlow, datedPresentValue, mixtureValue, netPresentValue } from "../measures/cashFlow";
import * as measures from "../measures/retention";
import { TIMING, type Timing } from "../measures/timing";
import * as take from "./arguments";
import { each, once } from "./broadcast";
import { list, numbers, timingOf, together } from "./ranges";

/**
 * Value of a customer who stays with the same probability each period, for as long as it lasts. With the default
 * timing the first payment comes now: what an acquisition may cost at most.
 * @customfunction RETENTION
 * @param margin Profit per customer and period, in money. Revenue here gives a value in revenue.
 * @param retention Share of customers who stay from one period to the next, 0 to 1.
 * @param discount Discount rate of the same period: 0.1 or 10%.
 * @param [timing] 0 cash at period ends, 1 first payment now, 2 has just paid, 3 about to renew; 1 when left out.
 * @param [acquisition_cost] Cost of acquiring the customer, taken off the value; 0 when left out.
 * @returns Present value per customer, in money.
 * @formula margin × (1 + discount) / (1 + discount − retention) − acquisition_cost, with timing 1
 * @errors #VALUE! when a rate is out of range, or retention is not below 1 + discount: then the value has no end.
 * @example =CLV.RETENTION(17.95, 0.995, 0.01, 1) → 1208.63
 * @example =CLV.RETENTION(100, 0.8, 0.1) → 366.67
 * @source Gupta & Lehmann 2003; Fader & Hardie, note 024, on the four timings.
 */
export function retention(
  margin: unknown[][],
  retention: unknown[][],
  discount: unknown[][],
  timing?: unknown[][],
  acquisition_cost?: unknown[][],
): unknown[][] {
  return each(
    "plain",
    measures.retentionValue,
    take.money("margin", margin),
    take.rate("retention", retention),
    take.interest("discount", discount),
    timingOf(timing, TIMING.begin),
    take.notNegative("acquisition_cost", acquisition_cost, 0),
  );
}

/**
 * Margin multiple: how many times the margin of one period a customer is worth.
 * @customfunction MULTIPLE
 * @param retention Share of customers who stay from one period to the next, 0 to 1.
 * @param discount Discount rate of the same period: 0.1 or 10%.
 * @param [timing] 0 cash at period ends, 1 first payment now, 2 has just paid, 3 about to renew; 2 when left out.
 * @param [growth] Growth of the margin per period; 0 when left out.
 * @returns A number of margins.
 * @formula retention / (1 + discount − retention), with timing 2; with growth, discount becomes (discount − growth) / (1 + growth)
 * @errors #VALUE! when a rate is out of range, or retention × (1 + growth) is not below 1 + discount.
 * @example =CLV.MULTIPLE(0.995, 0.01, 1) → 67.33
 * @example =CLV.MULTIPLE(0.8, 0.1) → 2.667
 * @source Gupta & Lehmann 2003.
 */
export function multiple(
  retention: unknown[][],
  discount: unknown[][],
  timing?: unknown[][],
  growth?: unknown[][],
): unknown[][] {
  return each(
    "multiple",
    (r: number, d: number, when: Timing, g: number) => measures.retentionMultiple(r, d, when, g),
    take.rate("retention", retention),
    take.interest("discount", discount),
    timingOf(timing, TIMING.paid),
    take.interest("growth", growth, 0),
  );
}

/**
 * Value of a customer over a fixed number of payments. With the default timing the first payment is one that the
 * customer still has to renew for.
 * @customfunction FINITE
 * @param margin Profit per customer and period, in money.
 * @param retention Share of customers who stay from one period to the next, 0 to 1.
 * @param discount Discount rate of the same period: 0.1 or 10%.
 * @param periods Number of payments counted.
 * @param [timing] 0 cash at period ends, 1 first payment now, 2 has just paid, 3 about to renew; 2 when left out.
 * @param [acquisition_cost] Cost of acquiring the customer, taken off the value; 0 when left out.
 * @returns Present value per customer, in money.
 * @formula Σ margin × retention^t / (1 + discount)^t − acquisition_cost, t = 1 … periods, with timing 2
 * @errors #VALUE! when a rate is out of range or periods is no whole number.
 * @example =CLV.FINITE(15, 0.95833333, 0.12, 24, 2, 5) → 81.81
 * @example =CLV.FINITE(100, 1, 0, 12) → 1200
 * @source Berger & Nasr 1998; Gupta & Lehmann 2003.
 */
export function finite(
  margin: unknown[][],
  retention: unknown[][],
  discount: unknown[][],
  periods: unknown[][],
  timing?: unknown[][],
  acquisition_cost?: unknown[][],
): unknown[][] {
  return each(
    "plain",
    measures.finiteValue,
    take.money("margin", margin),
    take.rate("retention", retention),
    take.interest("discount", discount),
    take.whole("periods", periods, 0, 1e6),
    timingOf(timing, TIMING.paid),
    take.notNegative("acquisition_cost", acquisition_cost, 0),
  );
}

/**
 * Present value of margins that differ by period, each weighted by the probability that the customer is still there.
 * @customfunction NPV
 * @param discount Discount rate per period: 0.1 or 10%.
 * @param margins Margin of each period, in order. An empty cell is a period without margin.
 * @param [retention] One retention rate for all periods, or one per period; 1 when left out.
 * @param [timing] 0 cash at period ends, 1 first payment now, 2 has just paid, 3 about to renew; 2 when left out.
 * @param [acquisition_cost] Cost of acquiring the customer, taken off the value; 0 when left out.
 * @returns Present value, in money.
 * @formula Σ margin(t) × survival(t) / (1 + discount)^t − acquisition_cost; survival(t) = product of the retention rates up to t
 * @errors #VALUE! when a rate is out of range or there are neither one nor as many retention rates as margins.
 * @example =CLV.NPV(0.1, {100, 100}, 0.8) → 125.62
 * @example =CLV.NPV(0.1, {100; 100; 100}, {0.9; 0.8; 0.7}, 1) → 241.32
 * @source Berger & Nasr 1998. With retention 1 it is Excel's NPV.
 */
export function npv(
  discount: unknown[][],
  margins: unknown[][],
  retention?: unknown[][],
  timing?: unknown[][],
  acquisition_cost?: unknown[][],
): unknown[][] {
  const flows = take.all(take.money("margins", margins));
  const rates = list("retention", retention ?? [[1]], take.rate);
  return each(
    "plain",
    (d: number, when: Timing, cost: number) => netPresentValue(d, flows, rates, when, cost),
    take.interest("discount", discount),
    timingOf(timing, TIMING.paid),
    take.notNegative("acquisition_cost", acquisition_cost, 0),
  );
}

/**
 * Present value of dated margins, each weighted by the probability that the customer is still there.
 * @customfunction XNPV
 * @param annual_rate Discount rate per year: 0.1 or 10%.
 * @param margins Margins in money; a cost is negative.
 * @param dates One date per margin. Time counts from the first, and none may lie before it.
 * @param [annual_retention] Share of customers who stay for a year; 1 when left out.
 * @returns Present value on the first date, in money.
 * @formula Σ margin × (annual_retention / (1 + annual_rate))^(days / 365)
 * @errors #VALUE! when margins and dates differ in number or a date lies before the first.
 * @example =CLV.XNPV(9%, {-10000; 2750; 4250; 3250; 2750}, {39448; 39508; 39751; 39859; 39904}) → 2086.6476
 * @source Excel's XNPV, times survival.
 */
export function xnpv(
  annual_rate: unknown[][],
  margins: unknown[][],
  dates: unknown[][],
  annual_retention?: unknown[][],
): unknown[][] {
  const rows = together({ margins, dates });
  const amounts = numbers("margins", rows.margins);
  const when = numbers("dates", rows.dates, take.day);
  return each(
    "plain",
    (rate: number, stay: number) => datedPresentValue(rate, amounts, when, stay),
    take.interest("annual_rate", annual_rate),
    take.rate("annual_retention", annual_retention, 1),
  );
}

/**
 * Value of a customer whose margin grows by the same share each period.
 * @customfunction GROWTH
 * @param margin Today's profit per customer and period, in money.
 * @param growth Growth of the margin per period: 0.03 or 3%.
 * @param retention Share of customers who stay from one period to the next, 0 to 1.
 * @param discount Discount rate of the same period: 0.1 or 10%.
 * @param [timing] 0 cash at period ends, 1 first payment now, 2 has just paid, 3 about to renew; 1 when left out.
 * @returns Present value per customer, in money.
 * @formula as RETENTION, with (discount − growth) / (1 + growth) in place of discount
 * @errors #VALUE! when a rate is out of range, or retention × (1 + growth) is not below 1 + discount.
 * @example =CLV.GROWTH(100, 0.03, 0.8, 0.1) → 398.55
 * @source Gupta & Lehmann 2003, whose margin starts to grow one payment later: give margin / (1 + growth) for theirs.
 */
export function growth(
  margin: unknown[][],
  growth: unknown[][],
  retention: unknown[][],
  discount: unknown[][],
  timing?: unknown[][],
): unknown[][] {
  return each(
    "plain",
    measures.growthValue,
    take.money("margin", margin),
    take.interest("growth", growth),
    take.rate("retention", retention),
    take.interest("discount", discount),
    timingOf(timing, TIMING.begin),
  );
}

/**
 * Residual value of a customer who is about to decide on renewal: what is still to come. It does not depend on how
 * long the customer has been there, as long as the retention rate does not.
 * @customfunction RESIDUAL
 * @param margin Profit per customer and period, in money.
 * @param retention Share of customers who stay from one period to the next, 0 to 1.
 * @param discount Discount rate of the same period: 0.1 or 10%.
 * @returns Present value per customer, in money.
 * @formula margin × retention × (1 + discount) / (1 + discount − retention)
 * @errors #VALUE! when a rate is out of range, or retention is not below 1 + discount.
 * @example =CLV.RESIDUAL(100, 0.9, 0.1) → 495
 * @example =CLV.RESIDUAL(100, 0.5, 0.1) → 91.7
 * @source Fader & Hardie 2010.
 */
export function residual(margin: unknown[][], retention: unknown[][], discount: unknown[][]): unknown[][] {
  return each(
    "plain",
    (m: number, r: number, d: number) => measures.retentionValue(m, r, d, TIMING.renewal),
    take.money("margin", margin),
    take.rate("retention", retention),
    take.interest("discount", discount),
  );
}

/**
 * Residual value of a customer of known tenure when customers differ in retention: the longer someone has stayed, the
 * more likely it is that they are of the loyal kind. One average rate undervalues a base of such customers.
 * @customfunction MIXTURE
 * @param margin Profit per customer and period, in money.
 * @param retentions Retention rate of each kind of customer.
 * @param sizes How many customers of each kind were acquired.
 * @param discount Discount rate of the same period: 0.1 or 10%.
 * @param tenure How many times the customer has renewed so far.
 * @returns Present value per customer, in money.
 * @formula Σ share(i) × residual value(i); share(i) in proportion to size(i) × retention(i)^tenure
 * @errors #VALUE! when retentions and sizes differ in number; #DIV/0! when nobody would be left.
 * @example =CLV.MIXTURE(100, {0.9, 0.5}, {5000, 10000}, 0.1, 2) → 341.1
 * @source Fader & Hardie 2010.
 */
export function mixture(
  margin: unknown[][],
  retentions: unknown[][],
  sizes: unknown[][],
  discount: unknown[][],
  tenure: unknown[][],
): unknown[][] {
  const rows = together({ retentions, sizes });
  const kinds = numbers("retentions", rows.retentions, take.rate);
  const weights = numbers("sizes", rows.sizes, take.notNegative);
  return each(
    "plain",
    (m: number, d: number, n: number) => mixtureValue(m, kinds, weights, d, n),
    take.money("margin", margin),
    take.interest("discount", discount),
    take.notNegative("tenure", tenure),
  );
}

/**
 * Yearly rate of interest or discount as the rate of a shorter period. A monthly rate is not a twelfth of it.
 * @customfunction RATE
 * @param rate Rate per year: 0.15 or 15%.
 * @param periods_per_year Periods in a year: 12 months, 52 weeks, 4 quarters.
 * @param [continuous] TRUE for a rate that compounds continuously, as CLV.CONTINUOUS takes it; FALSE when left out.
 * @returns Rate per period.
 * @formula (1 + rate)^(1 / periods_per_year) − 1, or ln(1 + rate) / periods_per_year
 * @errors #VALUE! when the rate is not between −100% and 100% or periods_per_year is not above 0.
 * @example =CLV.RATE(15%, 52, TRUE) → 0.0027
 * @example =CLV.RATE(12%, 12) → 0.009489
 * @source Fader, Hardie & Lee 2005 for the weekly rate.
 */
export function rate(
  rate: unknown[][],
  periods_per_year: unknown[][],
  continuous?: unknown[][],
): unknown[][] {
  return each(
    "plain",
    measures.periodRate,
    take.interest("rate", rate),
    take.positive("periods_per_year", periods_per_year),
    take.flag("continuous", continuous, false),
  );
}

/**
 * Churn rate over several periods, or over a part of one: 2% a month is 21.5% a year, not 24%.
 * @customfunction CHURNRATE.PERIODS
 * @param churn_rate Share of customers who leave per period, 0 to 1.
 * @param periods Number of periods: 12 from months to a year, 1/12 from a year to a month.
 * @returns A share of the customers.
 * @formula 1 − (1 − churn_rate)^periods
 * @errors #VALUE! when the rate is outside 0 to 1 or periods is negative.
 * @example =CLV.CHURNRATE.PERIODS(2%, 12) → 0.2153
 * @source Survival of the geometric distribution.
 */
export function churnRatePeriods(churn_rate: unknown[][], periods: unknown[][]): unknown[][] {
  return each(
    "percent",
    measures.churnOver,
    take.rate("churn_rate", churn_rate),
    take.notNegative("periods", periods),
  );
}

/**
 * Retention rate over several periods, or over a part of one.
 * @customfunction RETENTIONRATE.PERIODS
 * @param retention Share of customers who stay from one period to the next, 0 to 1.
 * @param periods Number of periods: 12 from months to a year, 1/12 from a year to a month.
 * @returns A share of the customers.
 * @formula retention^periods
 * @errors #VALUE! when the rate is outside 0 to 1 or periods is negative.
 * @example =CLV.RETENTIONRATE.PERIODS(98%, 12) → 0.7847
 * @source Survival of the geometric distribution.
 */
export function retentionRatePeriods(retention: unknown[][], periods: unknown[][]): unknown[][] {
  return each(
    "percent",
    measures.retentionOver,
    take.rate("retention", retention),
    take.notNegative("periods", periods),
  );
}

/**
 * Value of a customer who pays, leaves and is discounted continuously.
 * @customfunction CONTINUOUS
 * @param margin Profit per customer and unit of time, in money.
 * @param hazard Rate at which customers leave, per unit of time: −ln(retention).
 * @param delta Discount rate that compounds continuously: ln(1 + discount).
 * @returns Present value per customer, in money.
 * @formula margin / (hazard + delta)
 * @errors #VALUE! when a rate is negative or both are 0: then the value has no end.
 * @example =CLV.CONTINUOUS(100, 0.05, 0.1) → 666.67
 * @source Derived: ∫ margin × e^(−(hazard + delta) t) dt.
 */
export function continuous(margin: unknown[][], hazard: unknown[][], delta: unknown[][]): unknown[][] {
  return each(
    "plain",
    measures.continuousValue,
    take.money("margin", margin),
    take.notNegative("hazard", hazard),
    take.notNegative("delta", delta),
  );
}

/**
 * The budget of one customer, payment by payment. The last cumulative value is CLV.FINITE of the same arguments.
 * @customfunction CASHFLOW
 * @param margin Profit per customer and period, in money.
 * @param retention Share of customers who stay from one period to the next, 0 to 1.
 * @param discount Discount rate of the same period: 0.1 or 10%.
 * @param periods Number of payments, 1 to 10000.
 * @param [timing] 0 cash at period ends, 1 first payment now, 2 has just paid, 3 about to renew; 2 when left out.
 * @returns A row per payment: periods from now, probability of being there, expected margin, discount factor, present value, cumulative present value.
 * @formula expected margin = margin × retention^t; present value = expected margin × (1 + discount)^−t
 * @errors #VALUE! when a rate is out of range or an argument is not a single value.
 * @example =CLV.CASHFLOW(100, 0.8, 0.1, 2) → {1, 0.8, 80, 0.9091, 72.73, 72.73; 2, 0.64, 64, 0.8264, 52.89, 125.62}
 * @source As CLV.FINITE.
 */
export function cashflow(
  margin: unknown[][],
  retention: unknown[][],
  discount: unknown[][],
  periods: unknown[][],
  timing?: unknown[][],
): unknown[][] {
  const payments = cashFlow(
    take.single(take.money("margin", margin)),
    take.single(take.rate("retention", retention)),
    take.single(take.interest("discount", discount)),
    take.single(take.whole("periods", periods, 1, 10000)),
    take.single(timingOf(timing, TIMING.paid)),
  );
  return once(
    "plain",
    payments.map((p) => [p.time, p.survival, p.expected, p.discountFactor, p.presentValue, p.cumulative]),
  );
}
