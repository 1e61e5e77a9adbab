import { at } from "../numerics/at";
import { minimise, type Minimum, type SmoothFunction } from "../numerics/newton";
import { Refusal } from "../numerics/refusal";
import { halfWidth, type Interval } from "./deltaMethod";
import type { FitResult } from "./fit";
import { collapseHistory } from "./fitTransactions";
import { boxOf, objective, type Box } from "./likelihoodSearch";
import type { PurchaseHistory } from "./purchaseHistory";
import type { TransactionModel } from "./transactionModel";

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
 * 0 or infinite.
 */
export function profileInterval(
  model: TransactionModel,
  history: PurchaseHistory,
  fit: FitResult,
  index: number,
  level = 0.95,
): Interval | Refusal {
  const rows = collapseHistory(history);
  if (rows instanceof Refusal) return rows;
  const estimate = fit.parameters[index];
  if (estimate === undefined) {
    const details = { argument: "parameter", value: index + 1, range: `1 … ${fit.parameters.length}` };
    return new Refusal("invalid", "outOfRange", details);
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
  const excess = (value: number): number => bestAt(value).evaluation.value - peak - allowed;
  const guess = halfWidth(level) * ((fit.standardErrors?.[index] ?? estimate) / estimate);
  const bound = (direction: 1 | -1): number => {
    start = without(best, index);
    const open = direction > 0 ? Infinity : 0;
    const limit = direction > 0 ? at(box.upper, index) : at(box.lower, index);
    let inside = from;
    let outside = from;
    for (let reach = Math.max(0.01, guess); ; reach *= 1.5) {
      outside = direction > 0 ? Math.min(limit, from + reach) : Math.max(limit, from - reach);
      if (excess(outside) > 0) break;
      if (outside === limit) return open;
      inside = outside;
    }
    for (let i = 0; i < 50 && Math.abs(outside - inside) > 1e-7; i++) {
      const middle = 0.5 * (inside + outside);
      if (excess(middle) > 0) outside = middle;
      else inside = middle;
    }
    if (pressure(bestAt(inside), options) > LEAST_PRESSURE * allowed) return open;
    return Math.exp(0.5 * (inside + outside));
  };
  return { estimate, low: bound(-1), high: bound(1) };
}
