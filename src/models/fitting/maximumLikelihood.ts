import { at } from "../../numerics/at";
import type { Minimum, SmoothFunction } from "../../numerics/newton";
import { Refusal } from "../../numerics/refusal";
import { eigenSymmetric } from "../../numerics/symmetric";
import type { FitOptions, FitOutcome, Standing } from "./fit";
import type { LikelihoodProblem, ModelLimit } from "./likelihoodProblem";
import {
  boxOf,
  findMaximum,
  isClean,
  LIMIT_TOLERANCE,
  logCovarianceOf,
  objective,
  type Box,
} from "./likelihoodSearch";
import { LIMIT_SUBJECTS } from "./modelName";

/** Whether going on towards some limits at once costs no likelihood. */
function costsNothing(
  problem: LikelihoodProblem,
  f: SmoothFunction,
  minimum: Minimum,
  limits: readonly ModelLimit[],
): boolean {
  const most = minimum.evaluation.value + LIMIT_TOLERANCE / problem.customers;
  return [4, 8].every((distance) => {
    const step = (i: number): number => limits.reduce((sum, { direction }) => sum + (direction[i] ?? 0), 0);
    return f(minimum.at.map((value, i) => value + distance * step(i))).value <= most;
  });
}

/**
 * The limits towards which the likelihood does not fall say where the parameters run. Named are the first of them and
 * the first on another subject that can be had with it.
 */
function boundary(problem: LikelihoodProblem, f: SmoothFunction, minimum: Minimum): Standing | undefined {
  const free = (...limits: readonly ModelLimit[]): boolean => costsNothing(problem, f, minimum, limits);
  const limits = problem.limits.filter((limit) => free(limit));
  const [first] = limits;
  if (first === undefined) return undefined;
  const second = limits.find(
    (other) => LIMIT_SUBJECTS[other.limit] !== LIMIT_SUBJECTS[first.limit] && free(first, other),
  );
  const runs = (i: number, sign: number): boolean =>
    limits.some(({ direction }) => Math.sign(direction[i] ?? 0) === sign);
  const parameters = problem.parameterNames.flatMap((parameter, i) => [
    ...(runs(i, -1) ? [{ parameter, towards: "zero" } as const] : []),
    ...(runs(i, 1) ? [{ parameter, towards: "infinity" } as const] : []),
  ]);
  return { kind: "boundary", limits: second ? [first.limit, second.limit] : [first.limit], parameters };
}

/** The flattest direction of the likelihood and the standard error along it. */
function weak(problem: LikelihoodProblem, hessian: Float64Array): Standing {
  const n = problem.parameterNames.length;
  const { values, vectors } = eigenSymmetric(hessian, n);
  const flattest = values.indexOf(Math.min(...values));
  const direction = problem.parameterNames.map((parameter, i) => ({
    parameter,
    weight: at(vectors, i * n + flattest),
  }));
  const curvature = at(values, flattest) * problem.customers;
  return { kind: "weak", direction, width: curvature > 0 ? 1 / Math.sqrt(curvature) : Infinity };
}

function standingOf(
  problem: LikelihoodProblem,
  f: SmoothFunction,
  minimum: Minimum,
  box: Box,
): Standing | Refusal {
  if (isClean(minimum, box, problem.customers)) return { kind: "fitted" };
  const atBoundary = boundary(problem, f, minimum);
  if (atBoundary !== undefined) return atBoundary;
  if (!minimum.converged) return new Refusal("noConvergence", "fitNotConverged");
  return weak(problem, minimum.evaluation.hessian);
}

/** Fits a model by maximum likelihood and says what the result is worth. Deterministic. */
export function maximiseLikelihood(problem: LikelihoodProblem, options: FitOptions = {}): FitOutcome {
  const box = boxOf(problem);
  const f = objective(problem, problem.logLikelihood, options);
  const minimum = findMaximum(problem, f, box, options);
  if (!Number.isFinite(minimum.evaluation.value)) return new Refusal("noConvergence", "fitNotConverged");
  const standing = standingOf(problem, f, minimum, box);
  if (standing instanceof Refusal) return standing;
  return describe(problem, minimum, standing, options);
}

function describe(
  problem: LikelihoodProblem,
  minimum: Minimum,
  standing: Standing,
  options: FitOptions,
): FitOutcome {
  const n = problem.parameterNames.length;
  const parameters = Array.from(minimum.at, Math.exp);
  const logLikelihood = options.weakPrior
    ? problem.logLikelihood(Float64Array.from(parameters)).value
    : -minimum.evaluation.value * problem.customers;
  const logCovariance =
    standing.kind === "boundary" ? undefined : logCovarianceOf(minimum, problem.customers);
  return {
    model: problem.model,
    stages: problem.stages,
    parameterNames: problem.parameterNames,
    parameters,
    standardErrors:
      logCovariance && parameters.map((value, i) => value * Math.sqrt(at(logCovariance, i * n + i))),
    logCovariance,
    logLikelihood,
    aic: 2 * n - 2 * logLikelihood,
    bic: n * Math.log(problem.customers) - 2 * logLikelihood,
    customers: problem.customers,
    distinctRows: problem.distinctRows,
    iterations: minimum.iterations,
    standing,
    weakPrior: options.weakPrior ?? false,
  };
}
