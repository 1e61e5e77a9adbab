import { outOfRange, Refusal, type Outcome } from "../../numerics/refusal";
import type { CollapsedRows } from "../fitting/collapseRows";
import type { LikelihoodProblem } from "../fitting/likelihoodProblem";
import type { ModelName } from "../fitting/modelName";
import { positiveParameters } from "../fitting/modelParameters";

/** The parameters in the order of `parameterNames`. */
export type FourParameters = readonly [number, number, number, number];

/** Where time runs in opportunities, each used or not: ages and horizons are whole numbers, and orders have an end. */
export interface Opportunities {
  /** Why x, t_x and T cannot belong to a customer; undefined where they can. */
  checkHistory(x: number, tx: number, age: number): Refusal | undefined;
  checkHorizon(horizon: number): Refusal | undefined;
  /** Orders of a living customer in the next `horizon` opportunities, discounted at the rate delta for each. */
  discountedWithin(
    parameters: FourParameters,
    horizon: number,
    x: number,
    age: number,
    delta: number,
  ): number;
  /** The same of a customer who uses them all: nobody can order more. Without a horizon, for ever. */
  most(horizon: number | undefined, delta: number): number;
}

/**
 * A model that is fitted to histories and forecasts whole bases: unchecked arithmetic on finite positive parameters,
 * whole x ≥ 0 and 0 ≤ t_x ≤ T.
 */
export interface ForecastModel {
  readonly name: ModelName;
  /** Erlang stages between orders, for the CNBD-k models. */
  readonly stages?: number;
  readonly parameterNames: readonly [string, string, string, string];
  /** Whether what is expected of a customer who is alive depends on when the last order was. */
  readonly recencyMatters: boolean;
  /** For BG/BB. */
  readonly opportunities?: Opportunities;
  alive(parameters: FourParameters, x: number, tx: number, age: number): number;
  /** ln of the odds "still a customer" : "left"; infinite where nobody with such a history can have left. */
  logOddsAlive(parameters: FourParameters, x: number, tx: number, age: number): number;
  /** Expected orders in the next t of a customer who is alive. */
  expectedIfAlive(parameters: FourParameters, t: number, x: number, tx: number, age: number): number;
  /** The same without end, discounted at the continuous rate delta per unit of time. */
  discountedIfAlive(parameters: FourParameters, x: number, tx: number, age: number, delta: number): number;
  problem(rows: CollapsedRows): LikelihoodProblem;
}

/** A buy-till-you-die model in continuous time. The functions below check and then call it. */
export interface TransactionModel extends ForecastModel {
  logLikelihood(parameters: FourParameters, x: number, tx: number, age: number): number;
  /** Expected repeat orders of a new customer by t. */
  expected(parameters: FourParameters, t: number): number;
  /** P(n repeat orders by t) of a new customer. */
  pmf(parameters: FourParameters, n: number, t: number): number;
}

/** The age at which a model's expectations begin to change slowly: they are smooth in ln(scale + age). */
export const timeScale = (model: ForecastModel, [, alpha, , beta]: FourParameters): number =>
  model.name === "paretoNbd" ? Math.min(alpha, beta) : alpha;

/** Whether numbers can be the parameters of a model of four. */
export function isFourParameters(values: readonly number[]): values is FourParameters {
  return values.length === 4 && values.every((value) => value > 0 && Number.isFinite(value));
}

/** The parameters, or why they cannot be. */
export const checkParameters = (model: ForecastModel, values: readonly number[]): FourParameters | Refusal =>
  positiveParameters<FourParameters>(model.parameterNames, values);

/** Why x, t_x and T cannot belong to a customer; undefined where they can. */
export function checkHistory(model: ForecastModel, x: number, tx: number, age: number): Refusal | undefined {
  if (model.opportunities) return model.opportunities.checkHistory(x, tx, age);
  if (!(x >= 0 && Number.isInteger(x))) return outOfRange("x", x, "0, 1, 2, …");
  if (!(age >= 0 && Number.isFinite(age))) return outOfRange("age", age, "≥ 0");
  if (!(tx >= 0 && tx <= age)) return outOfRange("tx", tx, "0 … age");
  if (x === 0 && tx !== 0) return outOfRange("tx", tx, "0 (x = 0)");
  return undefined;
}

/** Why a time ahead is none that the model forecasts; undefined where it is. */
export const checkHorizon = ({ opportunities }: ForecastModel, horizon: number): Refusal | undefined =>
  opportunities
    ? opportunities.checkHorizon(horizon)
    : horizon >= 0 && Number.isFinite(horizon)
      ? undefined
      : outOfRange("horizon", horizon, "≥ 0");

const finite = (value: number): Outcome =>
  Number.isFinite(value) ? value : new Refusal("noConvergence", "notFinite", { argument: "params" });

function forCustomer(
  model: ForecastModel,
  values: readonly number[],
  x: number,
  tx: number,
  age: number,
  compute: (parameters: FourParameters) => number,
): Outcome {
  const parameters = checkParameters(model, values);
  if (parameters instanceof Refusal) return parameters;
  return checkHistory(model, x, tx, age) ?? finite(compute(parameters));
}

function forTime(
  model: TransactionModel,
  values: readonly number[],
  t: number,
  compute: (parameters: FourParameters) => number,
): Outcome {
  const parameters = checkParameters(model, values);
  if (parameters instanceof Refusal) return parameters;
  if (!(t >= 0 && Number.isFinite(t))) return outOfRange("t", t, "≥ 0");
  return finite(compute(parameters));
}

/** The log-likelihood of one customer. */
export const logLikelihood = (
  model: TransactionModel,
  parameters: readonly number[],
  x: number,
  tx: number,
  age: number,
): Outcome => forCustomer(model, parameters, x, tx, age, (p) => model.logLikelihood(p, x, tx, age));

/** P(alive): the probability that a customer with this history is still a customer. */
export const alive = (
  model: ForecastModel,
  parameters: readonly number[],
  x: number,
  tx: number,
  age: number,
): Outcome => forCustomer(model, parameters, x, tx, age, (p) => model.alive(p, x, tx, age));

/** ln of the odds of being alive. */
export const logOddsAlive = (
  model: ForecastModel,
  parameters: readonly number[],
  x: number,
  tx: number,
  age: number,
): Outcome => {
  const p = checkParameters(model, parameters);
  if (p instanceof Refusal) return p;
  return checkHistory(model, x, tx, age) ?? model.logOddsAlive(p, x, tx, age);
};

/** Expected orders in the next t, given the history. */
export function conditional(
  model: ForecastModel,
  parameters: readonly number[],
  t: number,
  x: number,
  tx: number,
  age: number,
): Outcome {
  if (!(t >= 0 && Number.isFinite(t))) return outOfRange("t", t, "≥ 0");
  return forCustomer(
    model,
    parameters,
    x,
    tx,
    age,
    (p) => model.alive(p, x, tx, age) * model.expectedIfAlive(p, t, x, tx, age),
  );
}

/**
 * Discounted expected residual transactions (DERT; Fader, Hardie & Lee 2005): all orders still to come, each
 * discounted at the continuous rate delta per unit of time. An annual rate i and weeks: delta = ln(1 + i) / 52.18.
 */
export function dert(
  model: ForecastModel,
  parameters: readonly number[],
  x: number,
  tx: number,
  age: number,
  delta: number,
): Outcome {
  if (!(delta > 0 && Number.isFinite(delta))) return outOfRange("delta", delta, "> 0");
  return forCustomer(
    model,
    parameters,
    x,
    tx,
    age,
    (p) => model.alive(p, x, tx, age) * model.discountedIfAlive(p, x, tx, age, delta),
  );
}

/** Expected repeat orders of a new customer by t. */
export const expected = (model: TransactionModel, parameters: readonly number[], t: number): Outcome =>
  forTime(model, parameters, t, (p) => model.expected(p, t));

/** P(n repeat orders by t) of a new customer. */
export function pmf(model: TransactionModel, parameters: readonly number[], n: number, t: number): Outcome {
  if (!(n >= 0 && Number.isInteger(n))) return outOfRange("n", n, "0, 1, 2, …");
  return forTime(model, parameters, t, (p) => Math.min(1, model.pmf(p, n, t)));
}
