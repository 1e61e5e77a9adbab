import { at, codeAt } from "../../numerics/at";
import { type Outcome, outOfRange, Refusal } from "../../numerics/refusal";
import { continuousRate, type TimeUnit } from "../../numerics/timeUnit";
import { doubles } from "../fitting/columns";
import {
  halfWidth,
  logGradients,
  positiveInterval,
  standardErrors,
  type Interval,
} from "../intervals/deltaMethod";
import { discountedOrdersIfAlive } from "./discountedOrders";
import type { FitResult } from "../fitting/fit";
import {
  aliveOfRows,
  distinctCustomers,
  expectedOfRows,
  four,
  spread,
  type DistinctCustomers,
  type RowEstimates,
} from "./forecastCustomers";
import { checkSpendParameters, gammaGammaMeanOf, type ThreeParameters } from "../spending/gammaGamma";
import type { PurchaseHistory } from "../buyTillYouDie/purchaseHistory";
import {
  checkHistory,
  checkHorizon,
  checkParameters,
  timeScale,
  type ForecastModel,
  type FourParameters,
  type TransactionModel,
} from "../buyTillYouDie/transactionModel";

/** How money is made of orders. */
export interface ValueTerms {
  /** Margin as a share of the order's value. */
  readonly margin: number;
  /** Discount rate per year, whatever the unit of time. */
  readonly annualRate: number;
  /** Unit of the ages and of the horizon. */
  readonly unit: TimeUnit;
  /** Time ahead; without it, for ever. */
  readonly horizon?: number;
}

/** One customer: history and mean value of the repeat orders (ignored where x = 0). */
export interface ValuedCustomer {
  readonly x: number;
  readonly tx: number;
  readonly age: number;
  readonly meanValue: number;
}

function checkTerms(model: ForecastModel, terms: ValueTerms): Refusal | undefined {
  const { margin, annualRate, horizon } = terms;
  if (!Number.isFinite(margin)) return outOfRange("margin", margin, "finite");
  if (!(annualRate >= 0 && Number.isFinite(annualRate))) return outOfRange("discount", annualRate, "≥ 0");
  if (horizon === undefined) {
    return annualRate > 0 ? undefined : new Refusal("noConvergence", "neverEnds", { discount: annualRate });
  }
  return checkHorizon(model, horizon);
}

/** Values customers one by one; what the same state and terms give is remembered. */
export type ValuePredictor = (customer: ValuedCustomer, terms: ValueTerms) => Outcome;

/**
 * What a customer's future orders are worth today: margin × expected order value × discounted expected orders
 * (Fader, Hardie & Lee 2005, "RFM and CLV"). The parameters are checked once.
 */
export function createValuePredictor(
  model: ForecastModel,
  parameters: readonly number[],
  spendParameters: readonly number[],
): ValuePredictor | Refusal {
  const p = checkParameters(model, parameters);
  if (p instanceof Refusal) return p;
  const spend = checkSpendParameters(spendParameters);
  if (spend instanceof Refusal) return spend;
  const known = new Map<string, number>();
  return ({ x, tx, age, meanValue }, terms) => {
    const wrong = checkTerms(model, terms) ?? checkHistory(model, x, tx, age) ?? checkMeanValue(x, meanValue);
    if (wrong !== undefined) return wrong;
    const mean = gammaGammaMeanOf(spend, x, meanValue);
    if (Number.isNaN(mean)) return new Refusal("noConvergence", "noFiniteMean", { q: spend[1] });
    const delta = continuousRate(terms.annualRate, terms.unit);
    const state = [x, model.recencyMatters ? tx : 0, age, delta, terms.horizon].join();
    const orders = known.get(state) ?? discountedOrdersIfAlive(model, p, x, tx, age, delta, terms.horizon);
    known.set(state, orders);
    return terms.margin * mean * model.alive(p, x, tx, age) * orders;
  };
}

/** The same for one customer. */
export function predictValue(
  model: TransactionModel,
  parameters: readonly number[],
  spendParameters: readonly number[],
  customer: ValuedCustomer,
  terms: ValueTerms,
): Outcome {
  const predict = createValuePredictor(model, parameters, spendParameters);
  return predict instanceof Refusal ? predict : predict(customer, terms);
}

function checkMeanValue(x: number, meanValue: number): Refusal | undefined {
  return x === 0 || (meanValue > 0 && Number.isFinite(meanValue))
    ? undefined
    : outOfRange("mean_value", meanValue, "> 0");
}

export interface ValueForecast {
  /** Value of each row's customer. */
  readonly value: RowEstimates;
  /** Discounted expected orders of each row's customer. */
  readonly discountedOrders: Float64Array;
  /** Expected mean order value of each row's customer. */
  readonly meanValue: Float64Array;
  /** Value of all customers together. */
  readonly total: Interval;
}

/** Discounted orders of every distinct customer, per parameters. */
function discountedOrdersOf(
  model: TransactionModel,
  distinct: DistinctCustomers,
  terms: ValueTerms,
): (parameters: readonly number[]) => Float64Array {
  const delta = continuousRate(terms.annualRate, terms.unit);
  return (parameters) => {
    const p: FourParameters = four(parameters);
    return expectedOfRows(distinct, aliveOfRows(model, p, distinct.rows), timeScale(model, p), (x, tx, age) =>
      discountedOrdersIfAlive(model, p, x, tx, age, delta, terms.horizon),
    );
  };
}

/** Expected order value of every row; NaN where it has no finite mean. */
function meanValuesOf(
  x: Float64Array,
  meanValue: Float64Array,
): (parameters: readonly number[]) => Float64Array {
  return (parameters) => {
    const spend: ThreeParameters = [parameters[0] ?? NaN, parameters[1] ?? NaN, parameters[2] ?? NaN];
    return x.map((orders, i) => gammaGammaMeanOf(spend, orders, at(meanValue, i)));
  };
}

/**
 * The same for a whole base, with the total and, at a `level`, intervals by the delta method over both fits (taken
 * as independent, as the Gamma-Gamma model assumes; see `spendIndependence`).
 */
export function predictValues(
  model: TransactionModel,
  fit: FitResult,
  spendFit: FitResult,
  history: PurchaseHistory & { readonly meanValue: ArrayLike<number> },
  terms: ValueTerms,
  level?: number,
): ValueForecast | Refusal {
  const wrong = checkTerms(model, terms) ?? checkedFits(model, fit, spendFit);
  if (wrong !== undefined) return wrong;
  const distinct = distinctCustomers(model, history);
  if (distinct instanceof Refusal) return distinct;
  const x = doubles(history.x);
  const given = doubles(history.meanValue);
  const badValue = x.findIndex((orders, i) => checkMeanValue(orders, at(given, i)) !== undefined);
  if (badValue >= 0) return outOfRange(`mean_value[${badValue + 1}]`, at(given, badValue), "> 0");
  const { index } = distinct.rows;
  const ordersAt = discountedOrdersOf(model, distinct, terms);
  const meansAt = meanValuesOf(x, given);
  const orders = spread(ordersAt(fit.parameters), index);
  const means = meansAt(spendFit.parameters);
  if (means.some(Number.isNaN)) {
    return new Refusal("noConvergence", "noFiniteMean", { q: spendFit.parameters[1] ?? NaN });
  }
  const value = orders.map((count, i) => terms.margin * count * at(means, i));
  const counts = history.counts && doubles(history.counts);
  const totalOf = (values: Float64Array): number =>
    values.reduce((sum, one, i) => sum + one * (counts === undefined ? 1 : at(counts, i)), 0);
  const result = { discountedOrders: orders, meanValue: means };
  const covariance = jointCovariance(fit, spendFit);
  if (level === undefined || covariance === undefined) {
    return { ...result, value: { estimate: value }, total: { estimate: totalOf(value) } };
  }
  const gradients = [
    ...logGradients(ordersAt, fit.parameters).map((column) =>
      means.map((mean, i) => terms.margin * mean * at(column, codeAt(index, i))),
    ),
    ...logGradients(meansAt, spendFit.parameters).map((column) =>
      orders.map((count, i) => terms.margin * count * at(column, i)),
    ),
  ];
  const z = halfWidth(level);
  const errors = standardErrors(gradients, covariance);
  const totalError = at(
    standardErrors(
      gradients.map((column) => Float64Array.of(totalOf(column))),
      covariance,
    ),
    0,
  );
  const low = new Float64Array(value.length);
  const high = new Float64Array(value.length);
  for (let i = 0; i < value.length; i++) {
    const bounds = positiveInterval(at(value, i), at(errors, i), z);
    low[i] = bounds.low ?? NaN;
    high[i] = bounds.high ?? NaN;
  }
  return {
    ...result,
    value: { estimate: value, low, high },
    total: positiveInterval(totalOf(value), totalError, z),
  };
}

function checkedFits(model: TransactionModel, fit: FitResult, spendFit: FitResult): Refusal | undefined {
  const p = checkParameters(model, fit.parameters);
  if (p instanceof Refusal) return p;
  const spend = checkSpendParameters(spendFit.parameters);
  return spend instanceof Refusal ? spend : undefined;
}

/** Covariance of both fits' log-parameters, one after the other; undefined where either has none. */
function jointCovariance(fit: FitResult, spendFit: FitResult): Float64Array | undefined {
  const [first, second] = [fit.logCovariance, spendFit.logCovariance];
  if (first === undefined || second === undefined) return undefined;
  const [m, n] = [fit.parameters.length, spendFit.parameters.length];
  const joint = new Float64Array((m + n) * (m + n));
  for (let i = 0; i < m; i++) for (let j = 0; j < m; j++) joint[i * (m + n) + j] = at(first, i * m + j);
  for (let i = 0; i < n; i++) {
    for (let j = 0; j < n; j++) joint[(m + i) * (m + n) + m + j] = at(second, i * n + j);
  }
  return joint;
}
