import { at } from "../../numerics/at";
import { minimise, type Minimum, type SmoothFunction } from "../../numerics/newton";
import { inversePositive } from "../../numerics/symmetric";
import type { FitOptions } from "./fit";
import type { LikelihoodProblem } from "./likelihoodProblem";

/** The search goes this far from the centre, in units of the logarithm: a factor of 160,000 either way. */
const BOX = 12;
/** Standard deviation of the weak prior on each log-parameter. */
const PRIOR_SPREAD = 3;
/** A fit is weak where a log-parameter's standard error is larger: a factor of e³ = 20 either way. */
const WEAK_STANDARD_ERROR = 3;
/** A limit is reached where going on towards it costs less log-likelihood than this. */
export const LIMIT_TOLERANCE = 1e-4;

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

export interface Box {
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
export function logCovarianceOf(minimum: Minimum, customers: number): Float64Array | undefined {
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
export const isClean = (minimum: Minimum, box: Box, customers: number): boolean =>
  minimum.converged &&
  !touches(minimum.at, box) &&
  widest(logCovarianceOf(minimum, customers), minimum.at.length) <= WEAK_STANDARD_ERROR;

/** A step that promises less log-likelihood than this is the last one; being Newton's, it leaves far less to gain. */
const NEGLIGIBLE_GAIN = 1e-6;

const minimiseIn = (
  f: SmoothFunction,
  start: Float64Array,
  box: Box,
  customers: number,
  maxIterations?: number,
): Minimum =>
  minimise(f, start, {
    ...box,
    tolerance: NEGLIGIBLE_GAIN / customers,
    toleranceOnBound: LIMIT_TOLERANCE / customers,
    maxIterations,
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

/** The logarithms of starts, drawn into the box: a step from outside it would lead nowhere. */
const within = ({ lower, upper }: Box, starts: readonly (readonly number[])[]): readonly Float64Array[] =>
  starts.map((start) =>
    Float64Array.from(start, (value, i) => Math.min(at(upper, i), Math.max(at(lower, i), Math.log(value)))),
  );

/** Another search of so few rows costs next to nothing: all other regions are searched to the end. */
const hasFewRows = ({ distinctRows }: LikelihoodProblem): boolean => distinctRows <= 100;

/** Where the search begins: the starts in the order to be followed, and those in other regions that are worth it. */
interface Itinerary {
  readonly starts: readonly Float64Array[];
  readonly rivals: () => readonly Float64Array[];
}

/** A rival is worth a search of its own where on the sample it is no further below the best, per customer. */
const WORTH_TRYING = 0.01;

/** A search in another region is given up where after so many steps it is no better than the best. */
const RIVAL_STEPS = 30;

/**
 * The starts where there is a sample: its maximum if that is a clean one; else the starts that lead to different ends
 * there, for one of each kind is enough. The search never begins at such an end itself: on an edge to which a sample
 * leads there is hardly a slope to find the way back by.
 */
function planOnSample(rough: SmoothFunction, problem: LikelihoodProblem, box: Box): Itinerary {
  const { customers } = problem;
  const all = ranked(rough, within(box, problem.starts));
  const different: { readonly start: Float64Array; readonly end: Minimum }[] = [];
  let clean: Float64Array | undefined;
  for (const start of all) {
    const end = minimiseIn(rough, start, box, customers);
    if (!different.some((known) => agree(known.end, end, customers))) different.push({ start, end });
    if (isClean(end, box, customers)) {
      clean = end.at;
      break;
    }
  }
  const best = Math.min(...different.map(({ end }) => end.evaluation.value));
  const wanted = clean === undefined || problem.severalMaxima ? problem.rivalStarts : undefined;
  const rivals = (): readonly Float64Array[] =>
    ranked(rough, within(box, wanted ?? [])).filter((start) => {
      const end = minimiseIn(rough, start, box, customers, RIVAL_STEPS);
      return (
        end.evaluation.value < best + WORTH_TRYING &&
        !different.some((known) => agree(known.end, end, customers))
      );
    });
  return { starts: clean ? [clean, ...all] : different.map(({ start }) => start), rivals };
}

function planSearch(problem: LikelihoodProblem, f: SmoothFunction, box: Box, options: FitOptions): Itinerary {
  const { sample, starts, rivalStarts = [], rivalStartsOfFew = [] } = problem;
  if (sample !== undefined) return planOnSample(objective(problem, sample, options), problem, box);
  const others = hasFewRows(problem) ? [...rivalStarts, ...rivalStartsOfFew] : rivalStarts;
  return { starts: ranked(f, within(box, starts)), rivals: () => ranked(f, within(box, others)) };
}

/** The better of a minimum and what is found from starts in other regions, until one leads to a clean one again. */
function challenged(
  problem: LikelihoodProblem,
  f: SmoothFunction,
  known: Minimum,
  rivals: readonly Float64Array[],
  box: Box,
): Minimum {
  const { customers } = problem;
  const all = hasFewRows(problem);
  let best = known;
  for (const start of rivals) {
    const early = minimiseIn(f, start, box, customers, RIVAL_STEPS);
    const agreed = agree(early, best, customers);
    if (agreed && !all && isClean(best, box, customers)) break;
    if (agreed || early.evaluation.value > best.evaluation.value) continue;
    best = early.converged ? early : minimiseIn(f, early.at, box, customers);
  }
  return best;
}

/** The highest maximum of the likelihood that a search finds, as the minimum of `f`. */
export function findMaximum(
  problem: LikelihoodProblem,
  f: SmoothFunction,
  box: Box,
  options: FitOptions,
): Minimum {
  const { starts, rivals } = planSearch(problem, f, box, options);
  const { customers, severalMaxima = false } = problem;
  const found = search(f, starts, box, customers);
  if (isClean(found, box, customers) && !severalMaxima && !hasFewRows(problem)) return found;
  return challenged(problem, f, found, rivals(), box);
}
