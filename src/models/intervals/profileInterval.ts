import { at } from "../../numerics/at";
import { minimise, type Minimum, type SmoothFunction } from "../../numerics/newton";
import { outOfRange, Refusal } from "../../numerics/refusal";
import { halfWidth, type Interval } from "./deltaMethod";
import type { FitResult } from "../fitting/fit";
import { collapseHistory } from "../buyTillYouDie/fitTransactions";
import { boxOf, objective, type Box } from "../fitting/likelihoodSearch";
import type { PurchaseHistory } from "../buyTillYouDie/purchaseHistory";
import type { ForecastModel } from "../buyTillYouDie/transactionModel";

/** The function with one coordinate held fast. */
function held(f: SmoothFunction, index: number, value: number): SmoothFunction {
  return (rest) => {
    const whole = new Float64Array(rest.length + 1);
    whole.set(rest.subarray(0, index));
    whole[index] = value;
    whole.set(rest.subarray(index), index + 1);
    const n = whole.length;
    const { value: height, gradient, hessian } = f(whole);
    const others = Array.from({ length: n }, (_, i) => i).filter((i) => i !== index);
    return {
      value: height,
      gradient: Float64Array.from(others, (i) => at(gradient, i)),
      hessian: Float64Array.from(others.flatMap((i) => others.map((j) => at(hessian, i * n + j)))),
    };
  };
}

const without = (values: Float64Array, index: number): Float64Array => values.filter((_, i) => i !== index);

type Point = readonly [place: number, height: number];

/** Where a function crosses 0 between two points, by false position (Illinois: an end that stays counts half). */
function root(f: (place: number) => number, under: Point, over: Point, tolerance: number): number {
  let [[low, below], [high, above]] = [under, over];
  let middle = low;
  for (let i = 0, last = 0; i < 60 && Math.abs(high - low) > 1e-10; i++) {
    middle = low + ((high - low) * below) / (below - above);
    const height = f(middle);
    if (Math.abs(height) < tolerance) break;
    const side = Math.sign(height);
    if (side > 0) {
      [high, above] = [middle, height];
      if (last === side) below /= 2;
    } else {
      [low, below] = [middle, height];
      if (last === side) above /= 2;
    }
    last = side;
  }
  return middle;
}

/** How fast the function would fall per unit of logarithm if the box in which a minimum was sought were wider. */
const pressure = ({ at: place, evaluation }: Minimum, { lower, upper }: Box): number =>
  place.reduce((sum, value, i) => {
    const slope = at(evaluation.gradient, i);
    return (
      sum + (value >= at(upper, i) ? Math.max(0, -slope) : value <= at(lower, i) ? Math.max(0, slope) : 0)
    );
  }, 0);

/** A bound is the box's and not the data's where a wider box would give back this share of what may be lost. */
const LEAST_PRESSURE = 0.01;

/**
 * Profile-likelihood interval of one parameter: the values that the likelihood-ratio test does not reject, the others
 * refitted each time. Right where the delta method is not: s and beta of Pareto/NBD have skewed likelihoods. A bound
 * that does not exist (the likelihood never falls far enough, or only because another parameter can go no further) is
 * 0 or infinite; so is one where the profile jumps past the allowed height, from one maximum to another.
 */
export function profileInterval(
  model: ForecastModel,
  history: PurchaseHistory,
  fit: FitResult,
  index: number,
  level = 0.95,
): Interval | Refusal {
  const rows = collapseHistory(model, history);
  if (rows instanceof Refusal) return rows;
  const estimate = fit.parameters[index];
  if (estimate === undefined) {
    return outOfRange("parameter", index + 1, `1 … ${fit.parameters.length}`);
  }
  const problem = model.problem(rows);
  const f = objective(problem, problem.logLikelihood, { weakPrior: fit.weakPrior });
  const box = boxOf(problem);
  const options = {
    lower: without(box.lower, index),
    upper: without(box.upper, index),
    tolerance: 1e-9 / problem.customers,
  };
  const best = Float64Array.from(fit.parameters, Math.log);
  const peak = f(best).value;
  const allowed = (0.5 * halfWidth(level) ** 2) / problem.customers;
  const from = Math.log(estimate);
  /** How far above the allowed height the profile lies; the last solution is the next start. */
  let start = without(best, index);
  const bestAt = (value: number): Minimum => {
    const found = minimise(held(f, index, value), start, options);
    start = found.at;
    return found;
  };
  const goal = Math.sqrt(allowed);
  /** By its root the height is nearly straight, so that few steps find where it is the allowed one. */
  const excess = (value: number): number =>
    Math.sqrt(Math.max(0, bestAt(value).evaluation.value - peak)) - goal;
  const guess = halfWidth(level) * ((fit.standardErrors?.[index] ?? estimate) / estimate);
  const bound = (direction: 1 | -1): number => {
    start = without(best, index);
    const open = direction > 0 ? Infinity : 0;
    const limit = direction > 0 ? at(box.upper, index) : at(box.lower, index);
    let [inside, below] = [from, -goal];
    let [outside, above] = [from, 0];
    for (let reach = Math.max(0.01, guess); ; reach *= 1.5) {
      outside = direction > 0 ? Math.min(limit, from + reach) : Math.max(limit, from - reach);
      above = excess(outside);
      if (above > 0) break;
      if (outside === limit) return open;
      [inside, below] = [outside, above];
    }
    const crossing = root(excess, [inside, below], [outside, above], 1e-8 * goal);
    const there = bestAt(crossing);
    const jumps = Math.abs(there.evaluation.value - peak - allowed) > 0.001 * allowed;
    return jumps || pressure(there, options) > LEAST_PRESSURE * allowed ? open : Math.exp(crossing);
  };
  return { estimate, low: bound(-1), high: bound(1) };
}
