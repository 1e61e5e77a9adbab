import { at } from "../../numerics/at";
import { Refusal } from "../../numerics/refusal";
import { continuousRate } from "../../numerics/timeUnit";
import { boundedInterval, halfWidth, STEP, type Interval } from "./deltaMethod";
import { meanValuePrediction } from "../spending/gammaGamma";
import { variance, type FittedRow } from "./predictionInterval";
import {
  createValuePredictor,
  type ValuedCustomer,
  type ValuePredictor,
  type ValueTerms,
} from "../forecasts/predictValue";
import type { ForecastModel } from "../buyTillYouDie/transactionModel";

/** A value, of one customer or of many, and how it moves with the logarithms of the parameters of both fits. */
export interface ValueSlope {
  readonly value: number;
  /** What it would be if every opportunity to order were used; infinite where orders have no end. */
  readonly most: number;
  readonly byOrders: Float64Array;
  readonly bySpend: Float64Array;
}

/** Gives one customer's value and slope. */
export type SlopeOfValue = (customer: ValuedCustomer, terms: ValueTerms) => ValueSlope | Refusal;

/** The value as `createValuePredictor` finds it, with the slope: by differences for the orders, exact for the spend. */
export function createValueSlope(
  model: ForecastModel,
  fit: FittedRow,
  spend: FittedRow,
): SlopeOfValue | Refusal {
  const n = Math.sqrt(fit.logCovariance.length);
  const predictor = (k: number, by: number): ValuePredictor | Refusal =>
    createValuePredictor(
      model,
      fit.parameters.map((value, i) => (i === k ? value * Math.exp(by) : value)),
      spend.parameters,
    );
  const predict = predictor(0, 0);
  if (predict instanceof Refusal) return predict;
  const pairs = Array.from({ length: n }, (_, k) => [predictor(k, STEP), predictor(k, -STEP)] as const);
  const mostOf = (
    { x, meanValue }: ValuedCustomer,
    { margin, annualRate, unit, horizon }: ValueTerms,
  ): number => {
    const { opportunities } = model;
    if (opportunities === undefined) return Infinity;
    const mean = meanValuePrediction.value(spend.parameters, x, meanValue);
    return typeof mean === "number"
      ? margin * mean * opportunities.most(horizon, continuousRate(annualRate, unit))
      : Infinity;
  };
  return (customer, terms) => {
    const value = predict(customer, terms);
    if (value instanceof Refusal) return value;
    const byOrders = new Float64Array(n);
    for (const [k, [above, below]] of pairs.entries()) {
      if (above instanceof Refusal) return above;
      if (below instanceof Refusal) return below;
      const [up, down] = [above(customer, terms), below(customer, terms)];
      if (up instanceof Refusal) return up;
      if (down instanceof Refusal) return down;
      byOrders[k] = (up - down) / (2 * STEP);
    }
    const ofMean = meanValuePrediction.gradient?.(spend.parameters, customer.x, customer.meanValue);
    const bySpend = (ofMean ?? new Float64Array(0)).map((slope) => value * slope);
    return { value, most: mostOf(customer, terms), byOrders, bySpend };
  };
}

/** Adds up values and their slopes, each times its count: customers share the parameters, and so their uncertainty. */
export function totalSlope(slopes: readonly ValueSlope[], counts?: Float64Array): ValueSlope {
  const sum = (of: (slope: ValueSlope) => number): number =>
    slopes.reduce((total, slope, i) => {
      const count = counts === undefined ? 1 : at(counts, i);
      return count === 0 ? total : total + count * of(slope);
    }, 0);
  const sums = (of: (slope: ValueSlope) => Float64Array): Float64Array =>
    Float64Array.from(slopes[0] ? of(slopes[0]) : [], (_, k) => sum((slope) => at(of(slope), k)));
  return {
    value: sum(({ value }) => value),
    most: sum(({ most }) => most),
    byOrders: sums(({ byOrders }) => byOrders),
    bySpend: sums(({ bySpend }) => bySpend),
  };
}

/**
 * Bounds of a value by the delta method. Value is orders times their mean value, and both fits are taken as
 * independent, as the Gamma-Gamma model assumes: of each factor alone there are bounds on its own scale (the orders
 * have an upper end at opportunities), and their distances from the value, as logarithms, are added by squares (Zou &
 * Donner 2008). Without an upper end that is the delta method on the logarithm of the value. A loss (a margin below 0)
 * has the bounds of the gain, with the sign turned.
 */
export function valueInterval(
  { value, most, byOrders, bySpend }: ValueSlope,
  fit: FittedRow,
  spend: FittedRow,
  level: number,
): Interval {
  const size = Math.abs(value);
  if (!(size > 0)) return { estimate: value, low: value, high: value };
  const z = halfWidth(level);
  const ordersError = Math.sqrt(variance(byOrders, fit.logCovariance));
  const orders = boundedInterval(size, ordersError, z, Math.abs(most));
  const ofSpend = (z * Math.sqrt(variance(bySpend, spend.logCovariance))) / size;
  const away = (bound = NaN): number => Math.exp(Math.hypot(Math.log(bound / size), ofSpend));
  const [low, high] = [size / away(orders.low), size * away(orders.high)];
  return value < 0 ? { estimate: value, low: -high, high: -low } : { estimate: value, low, high };
}
