import { at } from "../numerics/at";
import { minimise, type Minimum, type SmoothFunction } from "../numerics/newton";
import { Refusal } from "../numerics/refusal";
import { eigenSymmetric, inversePositive } from "../numerics/symmetric";
import type { FitOptions, FitOutcome, Standing } from "./fit";
import type { LikelihoodProblem, ModelLimit } from "./likelihoodProblem";

/** The search goes this far from the centre, in units of the logarithm: a factor of 160,000 either way. */
const BOX = 12;
/** Standard deviation of the weak prior on each log-parameter. */
const PRIOR_SPREAD = 3;
/** A fit is weak where a log-parameter's standard error is larger: a factor of e³ = 20 either way. */
const WEAK_STANDARD_ERROR = 3;
/** A limit is reached where going on towards it costs less log-likelihood than this. */
const LIMIT_TOLERANCE = 1e-4;

/** Minus the mean log-likelihood as a function of the log-parameters, with the prior's part where asked. */
export function objective(
  problem: LikelihoodProblem,
  logLikelihood: SmoothFunction,
  options: FitOptions,
): SmoothFunction {
  const n = problem.centre.length;
  const scale = 1 / problem.customers;
  const precision = options.weakPrior ? scale / (PRIOR_SPREAD * PRIOR_SPREAD) : 0;
  const centre = problem.centre.map(Math.log);
  return (theta) => {
    options.signal?.throwIfAborted();
    const parameters = theta.map(Math.exp);
    const natural = logLikelihood(parameters);
    let value = -natural.value * scale;
    const gradient = new Float64Array(n);
    const hessian = new Float64Array(n * n);
    for (let i = 0; i < n; i++) {
      const p = at(parameters, i);
      const away = at(theta, i) - (centre[i] ?? 0);
      value += 0.5 * precision * away * away;
      const slope = -at(natural.gradient, i) * p * scale;
      gradient[i] = slope + precision * away;
      for (let j = 0; j < n; j++) {
        hessian[i * n + j] = -at(natural.hessian, i * n + j) * p * at(parameters, j) * scale;
      }
      hessian[i * n + i] = at(hessian, i * n + i) + slope + precision;
    }
    return { value, gradient, hessian };
  };
}

interface Box {
  readonly lower: Float64Array;
  readonly upper: Float64Array;
}

export function boxOf(problem: LikelihoodProblem): Box {
  const centre = Float64Array.from(problem.centre, Math.log);
  return { lower: centre.map((c) => c - BOX), upper: centre.map((c) => c + BOX) };
}

const touches = (theta: Float64Array, box: Box): boolean =>
  theta.some((value, i) => value <= at(box.lower, i) + 1e-6 || value >= at(box.upper, i) - 1e-6);

/** Standard errors of the log-parameters; undefined where the likelihood is not curved in every direction. */
function logCovarianceOf(minimum: Minimum, customers: number): Float64Array | undefined {
  const inverse = inversePositive(minimum.evaluation.hessian, minimum.at.length);
  return inverse?.map((value) => value / customers);
}

function widest(covariance: Float64Array | undefined, n: number): number {
  if (covariance === undefined) return Infinity;
  let most = 0;
  for (let i = 0; i < n; i++) most = Math.max(most, at(covariance, i * n + i));
  return Math.sqrt(most);
}

/** A clean maximum inside the box, well determined: nothing more need be tried. */
const isClean = (minimum: Minimum, box: Box, customers: number): boolean =>
  minimum.converged &&
  !touches(minimum.at, box) &&
  widest(logCovarianceOf(minimum, customers), minimum.at.length) <= WEAK_STANDARD_ERROR;

/** A step that promises less log-likelihood than this is the last one; being Newton's, it leaves far less to gain. */
const NEGLIGIBLE_GAIN = 1e-6;

const minimiseIn = (f: SmoothFunction, start: Float64Array, box: Box, customers: number): Minimum =>
  minimise(f, start, {
    ...box,
    tolerance: NEGLIGIBLE_GAIN / customers,
    toleranceOnBound: LIMIT_TOLERANCE / customers,
  });

/** Two searches agree where what they found differs by no more than a likelihood without a maximum lets it. */
const agree = (one: Minimum, other: Minimum, customers: number): boolean =>
  Math.abs(one.evaluation.value - other.evaluation.value) * customers < LIMIT_TOLERANCE;

/**
 * Follows the starts, each of which costs a whole search, until one ends at a clean maximum (100 of 100 random starts
 * agreed where there was one) or it agrees with the best before it.
 */
function search(f: SmoothFunction, starts: readonly Float64Array[], box: Box, customers: number): Minimum {
  let best: Minimum | undefined;
  for (const start of starts) {
    const found = minimiseIn(f, start, box, customers);
    const agreed = best !== undefined && agree(best, found, customers);
    if (best === undefined || found.evaluation.value < best.evaluation.value) best = found;
    if (agreed || isClean(best, box, customers)) break;
  }
  return best ?? minimiseIn(f, box.lower, box, customers);
}

/** The starts by likelihood, the best first; those where it is not finite left out. */
const ranked = (f: SmoothFunction, starts: readonly Float64Array[]): readonly Float64Array[] =>
  starts
    .map((start) => ({ start, value: f(start).value }))
    .filter(({ value }) => Number.isFinite(value))
    .sort((p, q) => p.value - q.value)
    .map(({ start }) => start);

/**
 * Where the search begins, in the order to be followed. Where there is a sample, it begins at the sample's maximum if
 * that is a clean one; else at the starts that lead to different ends there, for one of each kind is enough. It never
 * begins at such an end itself: on an edge to which a sample leads there is hardly a slope to find the way back by.
 */
function startsFor(
  problem: LikelihoodProblem,
  f: SmoothFunction,
  box: Box,
  options: FitOptions,
): readonly Float64Array[] {
  const starts = problem.starts.map((start) => Float64Array.from(start, Math.log));
  const { sample, customers } = problem;
  if (sample === undefined) return ranked(f, starts);
  const rough = objective(problem, sample, options);
  const best = ranked(rough, starts);
  const different: { readonly start: Float64Array; readonly end: Minimum }[] = [];
  for (const start of best) {
    const end = minimiseIn(rough, start, box, customers);
    if (isClean(end, box, customers)) return [end.at, ...best];
    if (!different.some((known) => agree(known.end, end, customers))) different.push({ start, end });
  }
  return different.map(({ start }) => start);
}

/** The limit towards which the likelihood does not fall, if there is one. */
function limitAt(problem: LikelihoodProblem, f: SmoothFunction, minimum: Minimum): ModelLimit | undefined {
  const tolerance = LIMIT_TOLERANCE / problem.customers;
  return problem.limits.find(({ direction }) =>
    [4, 8].every((distance) => {
      const there = minimum.at.map((value, i) => value + distance * (direction[i] ?? 0));
      return f(there).value <= minimum.evaluation.value + tolerance;
    }),
  );
}

function boundary(problem: LikelihoodProblem, { limit, direction }: ModelLimit): Standing {
  const parameters = problem.parameterNames.flatMap((parameter, i) => {
    const towards = direction[i] ?? 0;
    return towards === 0 ? [] : [{ parameter, towards: towards > 0 ? "infinity" : "zero" } as const];
  });
  return { kind: "boundary", limit, parameters };
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
  const limit = limitAt(problem, f, minimum);
  if (limit !== undefined) return boundary(problem, limit);
  if (!minimum.converged) return new Refusal("noConvergence", "fitNotConverged");
  return weak(problem, minimum.evaluation.hessian);
}

/** Fits a model by maximum likelihood and says what the result is worth. Deterministic. */
export function maximiseLikelihood(problem: LikelihoodProblem, options: FitOptions = {}): FitOutcome {
  const box = boxOf(problem);
  const f = objective(problem, problem.logLikelihood, options);
  const minimum = search(f, startsFor(problem, f, box, options), box, problem.customers);
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
