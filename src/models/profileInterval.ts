import { at } from "../numerics/at";
import { minimise, type SmoothFunction } from "../numerics/newton";
import { Refusal } from "../numerics/refusal";
import { halfWidth, type Interval } from "./deltaMethod";
import type { FitResult } from "./fit";
import { collapseHistory } from "./fitTransactions";
import { boxOf, objective } from "./likelihoodSearch";
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

/**
 * Profile-likelihood interval of one parameter: the values that the likelihood-ratio test does not reject, the others
 * refitted each time. Right where the delta method is not: s and beta of Pareto/NBD have skewed likelihoods. A bound
 * that does not exist (the likelihood never falls far enough) is 0 or infinite.
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
  const excess = (value: number): number => {
    const found = minimise(held(f, index, value), start, options);
    start = found.at;
    return found.evaluation.value - peak - allowed;
  };
  const guess = halfWidth(level) * ((fit.standardErrors?.[index] ?? estimate) / estimate);
  const bound = (direction: 1 | -1): number => {
    start = without(best, index);
    const limit = direction > 0 ? at(box.upper, index) : at(box.lower, index);
    let inside = from;
    let outside = from;
    for (let reach = Math.max(0.01, guess); ; reach *= 1.5) {
      outside = direction > 0 ? Math.min(limit, from + reach) : Math.max(limit, from - reach);
      if (excess(outside) > 0) break;
      if (outside === limit) return direction > 0 ? Infinity : 0;
      inside = outside;
    }
    for (let i = 0; i < 50 && Math.abs(outside - inside) > 1e-7; i++) {
      const middle = 0.5 * (inside + outside);
      if (excess(middle) > 0) outside = middle;
      else inside = middle;
    }
    return Math.exp(0.5 * (inside + outside));
  };
  return { estimate, low: bound(-1), high: bound(1) };
}
