import { at, codeAt } from "../../numerics/at";
import { Refusal } from "../../numerics/refusal";
import { collapseRows, type CollapsedRows } from "../fitting/collapseRows";
import {
  boundedInterval,
  halfWidth,
  logGradients,
  logOddsInterval,
  standardErrors,
  type Interval,
} from "../intervals/deltaMethod";
import type { FitResult } from "../fitting/fit";
import { collapseHistory } from "../buyTillYouDie/fitTransactions";
import type { PurchaseHistory } from "../buyTillYouDie/purchaseHistory";
import { tabulateByAge } from "./tabulateByAge";
import {
  checkHorizon,
  checkParameters,
  isFourParameters,
  timeScale,
  type FourParameters,
  type ForecastModel,
} from "../buyTillYouDie/transactionModel";

/** A quantity for each row of a history, with bounds where they were asked for and the fit gives them. */
export interface RowEstimates {
  readonly estimate: Float64Array;
  readonly low?: Float64Array;
  readonly high?: Float64Array;
}

export interface CustomerForecast {
  /** P(alive) at the end of the observation. */
  readonly alive: RowEstimates;
  /** Expected orders within the horizon. */
  readonly orders: RowEstimates;
  /** Expected orders of all customers together; its interval is of the mean, without the luck of the draw. */
  readonly total: Interval;
}

export interface ForecastOptions {
  /** Time ahead, in the unit of the history. */
  readonly horizon: number;
  /** Level of the intervals, 0.95 say; without it there are none, and the work is a ninth. */
  readonly level?: number;
}

/** Distinct (x, t_x, T) and, among them, the distinct states on which the future of a living customer depends. */
export interface DistinctCustomers {
  readonly rows: CollapsedRows;
  readonly states: CollapsedRows;
}

/** Collapses customers for prediction: "given alive" depends on (x, T) only, t_x enters through P(alive). */
export function distinctCustomers(
  model: ForecastModel,
  history: PurchaseHistory,
): DistinctCustomers | Refusal {
  const rows = collapseHistory(model, history);
  if (rows instanceof Refusal) return rows;
  const recency = model.recencyMatters ? rows.b : new Float64Array(rows.length);
  return { rows, states: collapseRows(rows.a, recency, rows.c) };
}

/** P(alive) of each distinct row. */
export function aliveOfRows(
  model: ForecastModel,
  parameters: FourParameters,
  rows: CollapsedRows,
): Float64Array {
  const alive = new Float64Array(rows.length);
  for (let i = 0; i < rows.length; i++) {
    alive[i] = model.alive(parameters, at(rows.a, i), at(rows.b, i), at(rows.c, i));
  }
  return alive;
}

/** ln of the odds of being alive, of each distinct row. */
const logOddsOfRows = (model: ForecastModel, parameters: FourParameters, rows: CollapsedRows): Float64Array =>
  rows.a.map((x, i) => model.logOddsAlive(parameters, x, at(rows.b, i), at(rows.c, i)));

/** P(alive) times what a living customer is expected to do, for each distinct row; the latter once per state. */
export function expectedOfRows(
  { states }: DistinctCustomers,
  alive: Float64Array,
  scale: number,
  ifAlive: (x: number, tx: number, age: number) => number,
): Float64Array {
  const table = tabulateByAge(states, scale, ifAlive);
  return alive.map((probability, i) =>
    probability === 0 ? 0 : probability * at(table, codeAt(states.index, i)),
  );
}

/** Values of the distinct rows spread out over the source rows. */
export function spread(values: Float64Array, index: Int32Array): Float64Array {
  const out = new Float64Array(index.length);
  for (let i = 0; i < index.length; i++) out[i] = at(values, codeAt(index, i));
  return out;
}

/** Σ counts × values. */
const weightedTotal = (counts: Float64Array, values: Float64Array): number =>
  values.reduce((sum, value, i) => sum + value * at(counts, i), 0);

/** Estimates with bounds for the source rows, from those of the distinct rows. */
function rowEstimates(
  places: Float64Array,
  errors: Float64Array,
  index: Int32Array,
  z: number,
  interval: (place: number, error: number, z: number) => Interval,
): RowEstimates {
  const estimate = new Float64Array(places.length);
  const low = new Float64Array(places.length);
  const high = new Float64Array(places.length);
  for (let i = 0; i < places.length; i++) {
    const bounds = interval(at(places, i), at(errors, i), z);
    estimate[i] = bounds.estimate;
    low[i] = bounds.low ?? NaN;
    high[i] = bounds.high ?? NaN;
  }
  return { estimate: spread(estimate, index), low: spread(low, index), high: spread(high, index) };
}

/** The same four numbers, known to be four; the differences of the delta method never leave the positive. */
export function four(parameters: readonly number[]): FourParameters {
  if (!isFourParameters(parameters)) throw new RangeError("four parameters");
  return parameters;
}

/**
 * What to expect of every customer within a horizon: P(alive), orders, and the total over customers.
 *
 * Identical customers are computed once: a million customers take well under a second. A row's `counts` weighs in the
 * total. Intervals (delta method) need a fit with standard errors; they say how well the mean is known, not how far a
 * single customer will stray from it.
 *
 * @param fit a fit, or the row of parameters alone (then without intervals)
 */
export function forecastCustomers(
  model: ForecastModel,
  fit: FitResult | readonly number[],
  history: PurchaseHistory,
  { horizon, level }: ForecastOptions,
): CustomerForecast | Refusal {
  const values = "parameters" in fit ? fit.parameters : fit;
  const parameters = checkParameters(model, values);
  if (parameters instanceof Refusal) return parameters;
  const wrong = checkHorizon(model, horizon);
  if (wrong !== undefined) return wrong;
  const distinct = distinctCustomers(model, history);
  if (distinct instanceof Refusal) return distinct;
  const { rows } = distinct;
  const predict = (p: FourParameters): { alive: Float64Array; orders: Float64Array } => {
    const alive = aliveOfRows(model, p, rows);
    const ifAlive = (x: number, tx: number, age: number): number =>
      model.expectedIfAlive(p, horizon, x, tx, age);
    return { alive, orders: expectedOfRows(distinct, alive, timeScale(model, p), ifAlive) };
  };
  const { alive, orders } = predict(parameters);
  const total = weightedTotal(rows.counts, orders);
  const covariance = "parameters" in fit ? fit.logCovariance : undefined;
  if (level === undefined || covariance === undefined) {
    return {
      alive: { estimate: spread(alive, rows.index) },
      orders: { estimate: spread(orders, rows.index) },
      total: { estimate: total },
    };
  }
  const z = halfWidth(level);
  const most = model.opportunities?.most(horizon, 0) ?? Infinity;
  const ordersInterval = (estimate: number, error: number): Interval =>
    boundedInterval(estimate, error, z, most);
  const logOdds = logOddsOfRows(model, parameters, rows);
  const oddsGradients = logGradients((moved) => logOddsOfRows(model, four(moved), rows), parameters);
  const orderGradients = logGradients((moved) => predict(four(moved)).orders, parameters);
  const totalGradients = orderGradients.map((column) => Float64Array.of(weightedTotal(rows.counts, column)));
  const oddsErrors = standardErrors(oddsGradients, covariance);
  const orderErrors = standardErrors(orderGradients, covariance);
  const totalError = at(standardErrors(totalGradients, covariance), 0);
  return {
    alive: rowEstimates(logOdds, oddsErrors, rows.index, z, logOddsInterval),
    orders: rowEstimates(orders, orderErrors, rows.index, z, ordersInterval),
    total: boundedInterval(total, totalError, z, most * rows.total),
  };
}
