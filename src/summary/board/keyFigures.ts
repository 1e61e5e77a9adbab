import {
  churnRate,
  churnValue,
  lifespan,
  orderFrequency,
  orderValue,
  simpleValue,
} from "../../measures/base";
import type { CustomerFigures } from "../customers/customerFigures";
import {
  isAtStart,
  TIMINGS,
  timingOf,
  type InputKey,
  type SummaryInputs,
  type Timing,
} from "../inputs/inputs";

/** The figures of the board's page, as our own engine computes them: the expected values of its formulas. */
export interface KeyFigures {
  readonly customers: number;
  readonly activeCustomers: number;
  readonly orders: number;
  readonly returns: number;
  readonly revenue: number;
  readonly periodYears: number;
  readonly periodCustomers: number;
  readonly periodOrders: number;
  readonly periodRevenue: number;
  readonly orderValue: number;
  readonly frequency: number;
  /** The first purchase of all; 0 where there is none. */
  readonly firstOrder: number;
  /** Customers who counted as active when the period began, and those of them who still do. */
  readonly startCustomers: number;
  readonly keptCustomers: number;
  /** Per year; null where nobody was active when the period began, or nobody could be lost by now. */
  readonly churnMeasured: number | null;
  readonly churn: number;
  readonly retention: number;
  /** 1 ÷ churn, or the horizon where nobody leaves. */
  readonly expectedLifespan: number;
  readonly lifespan: number;
  readonly revenuePerYear: number;
  readonly profitPerYear: number;
  readonly simpleRevenue: number;
  readonly simpleProfit: number;
  readonly churnRevenue: number;
  readonly churnProfit: number;
  /** Retention ÷ (1 + discount rate). */
  readonly discountRatio: number;
  /** Σ ratioᵗ, t = 0 … horizon − 1. */
  readonly annuity: number;
  readonly timingWeights: readonly number[];
  readonly timingWeight: number;
  readonly discountedBeforeAcquisition: number;
  readonly discounted: number;
  readonly ltvToCac: number | null;
  readonly paybackMonths: number | null;
  /** Discounted years still to come of a customer who is active now. */
  /** What the cash of the first year to come is multiplied by. */
  readonly firstDiscount: number;
  readonly residualFactor: number;
  readonly equity: number;
  readonly oneTimeCustomers: number;
}

/** One customer's value still to come and in all; arrays along the customers. */
export interface CustomerValues {
  readonly futureRevenue: Float64Array;
  readonly futureProfit: Float64Array;
  readonly clvRevenue: Float64Array;
  readonly clvProfit: Float64Array;
}

/** The number behind an input; `otherwise` where it is empty. */
export function inputNumber(inputs: SummaryInputs, key: InputKey, otherwise = 0): number {
  const { value } = inputs[key];
  return typeof value === "number" ? value : otherwise;
}

export const MONTHS_PER_YEAR = 12;

const sum = (values: Float64Array): number => values.reduce((total, value) => total + value, 0);
const count = (values: Float64Array, test: (value: number) => boolean): number => values.filter(test).length;
const money = (amount: number, decimals: number): number =>
  Math.round(amount * 10 ** decimals) / 10 ** decimals;

/** The measure's answer, or what the sheet's formula shows where there is none. */
const answered = (outcome: unknown, otherwise: number): number =>
  typeof outcome === "number" ? outcome : otherwise;

export function keyFigures(base: CustomerFigures, inputs: SummaryInputs): KeyFigures {
  const given = (key: InputKey): number => inputNumber(inputs, key);
  const decimals = given("decimals");
  const horizon = given("horizon");
  const periodYears = (given("asOf") - given("periodStart") + 1) / given("daysPerYear");
  const counts = baseCounts(base, decimals);
  const value = answered(orderValue(counts.periodRevenue, counts.periodOrders), 0);
  const frequency = answered(orderFrequency(counts.periodOrders, counts.periodCustomers, periodYears), 0);
  const churnMeasured = lossesCanBeSeen(counts.firstOrder, inputs)
    ? yearlyChurn(counts.startCustomers, counts.keptCustomers, periodYears)
    : null;
  const churn = inputNumber(inputs, "churn", churnMeasured ?? 1);
  const expectedLifespan = answered(lifespan(churn), horizon);
  const years = inputNumber(inputs, "lifespan", expectedLifespan);
  const margin = given("grossMargin");
  const upkeep = frequency * given("costPerOrder") + given("retentionCost");
  const acquisition = given("acquisitionCost");
  const costOver = (time: number): number => acquisition + upkeep * time;
  const revenuePerYear = value * frequency;
  const profitPerYear = revenuePerYear * margin - upkeep;
  const timing = timingOf(inputs);
  const later = discounting(1 - churn, given("discountRate"), horizon, timing);
  const timingWeight = later.timingWeights[TIMINGS.indexOf(timing)] ?? 0;
  const discountedBeforeAcquisition = profitPerYear * later.annuity * timingWeight;
  const residual = customerValues(base, inputs, { lifespan: years, residualFactor: later.residualFactor });
  return {
    ...counts,
    periodYears,
    orderValue: value,
    frequency,
    churnMeasured,
    churn,
    retention: 1 - churn,
    expectedLifespan,
    lifespan: years,
    revenuePerYear,
    profitPerYear,
    simpleRevenue: answered(simpleValue(value, frequency, years), 0),
    simpleProfit: answered(simpleValue(value, frequency, years), 0) * margin - costOver(years),
    churnRevenue: answered(churnValue(value, frequency, 1, churn), revenuePerYear * expectedLifespan),
    churnProfit: answered(
      churnValue(value, frequency, margin, churn, costOver(expectedLifespan)),
      revenuePerYear * margin * expectedLifespan - costOver(expectedLifespan),
    ),
    ...later,
    timingWeight,
    discountedBeforeAcquisition,
    discounted: discountedBeforeAcquisition - acquisition,
    ltvToCac: acquisition > 0 ? discountedBeforeAcquisition / acquisition : null,
    paybackMonths:
      acquisition > 0 && profitPerYear > 0 ? (acquisition / profitPerYear) * MONTHS_PER_YEAR : null,
    equity: sum(residual.futureProfit),
  };
}

/**
 * Whoever was active when the period began and is lost at its end bought last between "lost after" days before the
 * one and before the other. Where these days lie before the first order of all, nobody can be seen to leave, and a
 * churn of 0 would say that customers stay for ever.
 */
function lossesCanBeSeen(firstOrder: number, inputs: SummaryInputs): boolean {
  const given = (key: InputKey): number => inputNumber(inputs, key);
  const [lostAfter, start] = [given("lostAfter"), given("periodStart")];
  return lostAfter <= given("asOf") - start + 1 || firstOrder <= start - lostAfter;
}

const firstDay = (first: Float64Array): number => {
  const day = first.reduce((low, each) => (each > 0 && each < low ? each : low), Infinity);
  return Number.isFinite(day) ? day : 0;
};

function baseCounts(base: CustomerFigures, decimals: number) {
  return {
    customers: base.length,
    activeCustomers: sum(base.active),
    firstOrder: firstDay(base.first),
    orders: sum(base.orders),
    returns: sum(base.returns),
    revenue: money(sum(base.revenue), decimals),
    periodCustomers: count(base.periodOrders, (orders) => orders > 0),
    periodOrders: sum(base.periodOrders),
    periodRevenue: money(sum(base.periodRevenue), decimals),
    startCustomers: sum(base.activeBefore),
    keptCustomers: sum(base.activeBefore.map((before, c) => before * (base.active[c] ?? 0))),
    oneTimeCustomers: count(base.orders, (orders) => orders === 1),
  };
}

/**
 * Of the customers who were active when the period began, the share that is gone at its end, as a rate per year.
 * Whoever joined meanwhile is in neither number. Keeping the share k over y years is keeping k^(1/y) each year.
 */
export function yearlyChurn(start: number, kept: number, years: number): number | null {
  if (start === 0) return null;
  return 1 - (1 - answered(churnRate(start, kept), 0)) ** (1 / years);
}

/** The present value of 1 a year over the horizon, per timing (FUNCTIONS.md, shared enum `timing`). */
function discounting(retention: number, rate: number, horizon: number, timing: Timing) {
  const ratio = retention / (1 + rate);
  const annuity = ratio === 1 ? horizon : (1 - ratio ** horizon) / (1 - ratio);
  const firstDiscount = isAtStart(timing) ? 1 : 1 / (1 + rate);
  return {
    discountRatio: ratio,
    annuity,
    timingWeights: [1 / (1 + rate), 1, ratio, retention],
    firstDiscount,
    // A customer one has renews before each payment still to come: Gupta & Lehmann 2003, Fader & Hardie 2010.
    residualFactor: annuity * retention * firstDiscount,
  };
}

/** What each customer brings still and in all, before acquisition cost; lost customers bring nothing more. */
export function customerValues(
  base: CustomerFigures,
  inputs: SummaryInputs,
  rates: { readonly lifespan: number; readonly residualFactor: number },
): CustomerValues {
  const given = (key: InputKey): number => inputNumber(inputs, key);
  const years = (given("asOf") - given("periodStart") + 1) / given("daysPerYear");
  const [margin, costPerOrder, upkeep] = [
    given("grossMargin"),
    given("costPerOrder"),
    given("retentionCost"),
  ];
  const profit = (revenue: number, orders: number): number => revenue * margin - orders * costPerOrder;
  const of = (values: Float64Array, c: number): number => values[c] ?? 0;
  const futureRevenue = base.active.map((active, c) =>
    active === 1 ? (of(base.periodRevenue, c) / years) * rates.lifespan : 0,
  );
  const futureProfit = base.active.map((active, c) =>
    active === 1
      ? (profit(of(base.periodRevenue, c), of(base.periodOrders, c)) / years - upkeep) * rates.residualFactor
      : 0,
  );
  return {
    futureRevenue,
    futureProfit,
    clvRevenue: futureRevenue.map((future, c) => of(base.revenue, c) + future),
    clvProfit: futureProfit.map((future, c) => profit(of(base.revenue, c), of(base.orders, c)) + future),
  };
}
