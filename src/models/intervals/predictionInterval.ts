import { at } from "../../numerics/at";
import { logistic } from "../../numerics/logistic";
import { Refusal, type Outcome } from "../../numerics/refusal";
import { halfWidth, STEP, type Interval } from "./deltaMethod";

/** Fitted parameters with what an interval needs of their fit. */
export interface FittedRow {
  /** The estimates and, after them, what is taken as known (the stages of CNBD-k). */
  readonly parameters: readonly number[];
  /** Covariance of the logarithms of the estimates, row by row. */
  readonly logCovariance: Float64Array;
}

/**
 * A quantity that follows from parameters and from what is `known` of a customer, and its counterpart on a scale
 * without ends, where the delta method works: bounds taken there stay within the quantity's range.
 */
export interface Prediction {
  value(this: void, parameters: readonly number[], ...known: number[]): Outcome;
  unbounded(this: void, parameters: readonly number[], ...known: number[]): Outcome;
  /** The quantity at a place on the scale. */
  fromUnbounded(this: void, place: number, ...known: number[]): number;
  /** Gradient of the place in the logarithms of the parameters, where it is known; else by differences. */
  gradient?(this: void, parameters: readonly number[], ...known: number[]): Float64Array;
}

type Compute = Prediction["value"];

const after =
  (compute: Compute, change: (value: number, ...known: number[]) => number): Compute =>
  (parameters, ...known) => {
    const value = compute(parameters, ...known);
    return typeof value === "number" ? change(value, ...known) : value;
  };

/** A quantity above 0: bounds on its logarithm. */
export const positive = (value: Compute, gradient?: Prediction["gradient"]): Prediction => ({
  value,
  unbounded: after(value, Math.log),
  fromUnbounded: Math.exp,
  gradient,
});

/** A probability, by its log-odds: they are exact where the probability itself is 1 but for its last digits. */
export const probability = (logOdds: Compute): Prediction => ({
  value: after(logOdds, logistic),
  unbounded: logOdds,
  fromUnbounded: logistic,
});

/** A quantity between two ends: bounds on the logarithm of its distances from them; the upper may be infinite. */
export const between = (
  value: Compute,
  ends: (...known: number[]) => readonly [low: number, high: number],
): Prediction => ({
  value,
  unbounded: after(value, (found, ...known) => {
    const [low, high] = ends(...known);
    const above = Math.log(Math.max(0, found - low));
    return high === Infinity ? above : above - Math.log(Math.max(0, high - found));
  }),
  fromUnbounded: (place, ...known) => {
    const [low, high] = ends(...known);
    return high === Infinity ? low + Math.exp(place) : low + (high - low) * logistic(place);
  },
});

/** A share of a whole. */
export const share = (value: Compute): Prediction => between(value, () => [0, 1]);

/** The gradient in the logarithms of the first n parameters, by central differences. */
function gradientOf(
  compute: (parameters: readonly number[]) => Outcome,
  row: readonly number[],
  n: number,
): Float64Array | Refusal {
  const gradient = new Float64Array(n);
  for (let k = 0; k < n; k++) {
    const moved = (by: number): Outcome =>
      compute(row.map((value, i) => (i === k ? value * Math.exp(by) : value)));
    const above = moved(STEP);
    if (above instanceof Refusal) return above;
    const below = moved(-STEP);
    if (below instanceof Refusal) return below;
    gradient[k] = (above - below) / (2 * STEP);
  }
  return gradient;
}

/** gᵀ Σ g. */
export function variance(gradient: Float64Array, covariance: Float64Array): number {
  const n = gradient.length;
  let sum = 0;
  for (let i = 0; i < n; i++) {
    for (let j = 0; j < n; j++) sum += at(gradient, i) * at(covariance, i * n + j) * at(gradient, j);
  }
  return Math.max(0, sum);
}

/**
 * The bounds of a prediction at a level, by the delta method: place ± z √(gᵀ Σ g) on the scale without ends, g the
 * gradient in the logarithms of the parameters. A prediction that no parameter can change (P(alive) of a customer
 * with x = 0 under BG/NBD), or that is at an end but for its last digit, is its own bounds.
 */
export function predictionInterval(
  prediction: Prediction,
  { parameters, logCovariance }: FittedRow,
  level: number,
  known: readonly number[],
): Interval | Refusal {
  const { value, unbounded, fromUnbounded } = prediction;
  const estimate = value(parameters, ...known);
  if (estimate instanceof Refusal) return estimate;
  const place = unbounded(parameters, ...known);
  if (place instanceof Refusal) return place;
  if (!Number.isFinite(place)) return { estimate, low: estimate, high: estimate };
  const n = Math.sqrt(logCovariance.length);
  const gradient =
    prediction.gradient?.(parameters, ...known) ??
    gradientOf((row) => unbounded(row, ...known), parameters, n);
  if (gradient instanceof Refusal) return gradient;
  if (!gradient.every(Number.isFinite)) return { estimate, low: estimate, high: estimate };
  const reach = halfWidth(level) * Math.sqrt(variance(gradient, logCovariance));
  return {
    estimate,
    low: Math.min(estimate, fromUnbounded(place - reach, ...known)),
    high: Math.max(estimate, fromUnbounded(place + reach, ...known)),
  };
}
