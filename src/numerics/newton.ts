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

/** The gradient without the coordinates that press against the box. */
function freeGradient(x: Float64Array, gradient: Float64Array, options: NewtonOptions): Float64Array {
  return gradient.map((slope, i) => {
    const held =
      (slope > 0 && at(x, i) <= at(options.lower, i)) || (slope < 0 && at(x, i) >= at(options.upper, i));
    return held ? 0 : slope;
  });
}

/** Newton's step with the absolute values of the Hessian's eigenvalues, so that it descends at a saddle too. */
function newtonStep(evaluation: Evaluation, gradient: Float64Array): { step: Float64Array; convex: boolean } {
  const n = gradient.length;
  const hessian = evaluation.hessian.slice();
  for (let i = 0; i < n; i++) {
    if (at(gradient, i) !== 0 || at(evaluation.gradient, i) === 0) continue;
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
  return { step, convex: values.every((value) => value > 0) };
}

function moved(x: Float64Array, step: Float64Array, fraction: number, options: NewtonOptions): Float64Array {
  return x.map((value, i) =>
    Math.min(at(options.upper, i), Math.max(at(options.lower, i), value + fraction * at(step, i))),
  );
}

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
    const gradient = freeGradient(x, now.gradient, options);
    const { step, convex } = newtonStep(now, gradient);
    const slope = dot(step, gradient);
    if (-0.5 * slope < Math.max(options.tolerance, 2e-13 * Math.abs(now.value)) && convex) {
      const polished = moved(x, step, 1, options);
      const then = f(polished);
      if (Number.isFinite(then.value) && largest(then.gradient) < largest(now.gradient)) {
        x = polished;
        now = then;
      }
      return { at: x, evaluation: now, iterations, converged: true };
    }
    const tooLong = largest(step) / LONGEST_STEP;
    let fraction = tooLong > 1 ? 1 / tooLong : 1;
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
