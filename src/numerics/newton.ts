import { addAt, at } from "./at";
import { eigenSymmetric } from "./symmetric";

/** A function's value with its exact gradient and Hessian (row by row). */
export interface Evaluation {
  readonly value: number;
  readonly gradient: Float64Array;
  readonly hessian: Float64Array;
}

export type SmoothFunction = (at: Float64Array) => Evaluation;

export interface NewtonOptions {
  /** The search stays in this box. */
  readonly lower: Float64Array;
  readonly upper: Float64Array;
  /** Predicted decrease of the function below which one more step ends the search. */
  readonly tolerance: number;
  /** The same once a coordinate is held on its bound, where the rest may fall for ever; as `tolerance` if left out. */
  readonly toleranceOnBound?: number;
  readonly maxIterations?: number;
}

export interface Minimum {
  readonly at: Float64Array;
  readonly evaluation: Evaluation;
  readonly iterations: number;
  readonly converged: boolean;
}

/** No coordinate (a log-parameter) moves further than this in one step. */
const LONGEST_STEP = 2;

const largest = (values: Float64Array): number =>
  values.reduce((most, value) => Math.max(most, Math.abs(value)), 0);

/** A coordinate this near its bound is taken to be on it. */
const ON_BOUND = 1e-9;

const snapped = (value: number, lower: number, upper: number): number =>
  value <= lower + ON_BOUND ? lower : value >= upper - ON_BOUND ? upper : value;

/** Whether a coordinate stands on its bound and would leave the box by going `towards`. */
const presses = (x: Float64Array, i: number, towards: number, { lower, upper }: NewtonOptions): boolean =>
  (towards < 0 && at(x, i) <= at(lower, i)) || (towards > 0 && at(x, i) >= at(upper, i));

/** The gradient without the coordinates that press against the box. */
const freeGradient = (x: Float64Array, gradient: Float64Array, options: NewtonOptions): Float64Array =>
  gradient.map((slope, i) => (presses(x, i, -slope, options) ? 0 : slope));

interface Step {
  readonly step: Float64Array;
  /** Slope of the function along the step. */
  readonly slope: number;
  readonly convex: boolean;
  /** Whether a coordinate is held on its bound. */
  readonly onBound: boolean;
}

/**
 * Newton's step in the coordinates that are not held, with the absolute values of the Hessian's eigenvalues, so that
 * it descends at a saddle too.
 */
function newtonStep(evaluation: Evaluation, held: readonly boolean[]): Step {
  const n = held.length;
  const gradient = evaluation.gradient.map((slope, i) => (held[i] ? 0 : slope));
  const hessian = evaluation.hessian.slice();
  for (let i = 0; i < n; i++) {
    if (!held[i]) continue;
    for (let k = 0; k < n; k++) hessian[i * n + k] = hessian[k * n + i] = 0;
    hessian[i * n + i] = 1;
  }
  const { values, vectors } = eigenSymmetric(hessian, n);
  const floor = Math.max(largest(values) * 1e-9, 1e-14);
  const step = new Float64Array(n);
  for (let m = 0; m < n; m++) {
    let along = 0;
    for (let i = 0; i < n; i++) along += at(vectors, i * n + m) * at(gradient, i);
    const length = along / Math.max(Math.abs(at(values, m)), floor);
    for (let i = 0; i < n; i++) addAt(step, i, -length * at(vectors, i * n + m));
  }
  return {
    step,
    slope: dot(step, gradient),
    convex: values.every((value) => value > 0),
    onBound: held.includes(true),
  };
}

/** Newton's step with every coordinate held that stands on its bound and would leave the box. */
function boundedStep(x: Float64Array, evaluation: Evaluation, options: NewtonOptions): Step {
  const held = Array.from(evaluation.gradient, (slope, i) => presses(x, i, -slope, options));
  for (;;) {
    const found = newtonStep(evaluation, held);
    const leaving = held.map((isHeld, i) => !isHeld && presses(x, i, at(found.step, i), options));
    if (!leaving.includes(true)) return found;
    leaving.forEach((leaves, i) => (held[i] ||= leaves));
  }
}

/**
 * How much of a step to take at first: no coordinate further than the longest step, and none beyond its bound. The
 * whole step is shortened, not the one coordinate: along a narrow valley that would lead up its side.
 */
function firstFraction(x: Float64Array, step: Float64Array, { lower, upper }: NewtonOptions): number {
  let fraction = Math.min(1, LONGEST_STEP / largest(step));
  step.forEach((by, i) => {
    if (by !== 0) fraction = Math.min(fraction, ((by > 0 ? at(upper, i) : at(lower, i)) - at(x, i)) / by);
  });
  return fraction;
}

const moved = (x: Float64Array, step: Float64Array, fraction: number, options: NewtonOptions): Float64Array =>
  x.map((value, i) => snapped(value + fraction * at(step, i), at(options.lower, i), at(options.upper, i)));

const dot = (a: Float64Array, b: Float64Array): number =>
  a.reduce((sum, value, i) => sum + value * at(b, i), 0);

/**
 * Damped Newton search for a minimum. It ends when the decrease that the next step promises is below the tolerance
 * (or the function's rounding noise), after one polishing step: a strict line search would stall on that noise.
 */
export function minimise(f: SmoothFunction, start: Float64Array, options: NewtonOptions): Minimum {
  let x = start;
  let now = f(x);
  const maxIterations = options.maxIterations ?? 200;
  for (let iterations = 1; iterations <= maxIterations; iterations++) {
    const { step, slope, convex, onBound } = boundedStep(x, now, options);
    const tolerance = (onBound ? options.toleranceOnBound : undefined) ?? options.tolerance;
    let fraction = firstFraction(x, step, options);
    if (-0.5 * slope < Math.max(tolerance, 2e-13 * Math.abs(now.value)) && convex) {
      const polished = moved(x, step, fraction, options);
      const then = f(polished);
      if (Number.isFinite(then.value) && largest(then.gradient) < largest(now.gradient)) {
        x = polished;
        now = then;
      }
      return { at: x, evaluation: now, iterations, converged: true };
    }
    let accepted = false;
    for (let trial = 0; trial < 30 && !accepted; trial++, fraction *= 0.4) {
      const next = moved(x, step, fraction, options);
      const then = f(next);
      const enough = now.value + 1e-4 * fraction * slope + 4e-15 * Math.abs(now.value);
      if (
        Number.isFinite(then.value) &&
        then.value <= enough &&
        next.some((value, i) => value !== at(x, i))
      ) {
        accepted = true;
        x = next;
        now = then;
      }
    }
    if (!accepted) {
      const still = largest(freeGradient(x, now.gradient, options)) < 1e-6;
      return { at: x, evaluation: now, iterations, converged: still };
    }
  }
  return { at: x, evaluation: now, iterations: maxIterations, converged: false };
}
