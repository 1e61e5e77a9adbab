import { at } from "../../numerics/at";
import { logistic } from "../../numerics/logistic";
import { normalQuantile } from "../../numerics/normal";

/*
 * The delta method: a smooth function of fitted parameters has the standard error √(gᵀ Σ g), g its gradient and Σ the
 * covariance of the (log-)parameters. Bounds are taken on the logarithm of what is positive and on the logit of a
 * probability, so that they stay in range.
 */

/** An estimate with its bounds; the bounds are missing where the fit gives no standard errors. */
export interface Interval {
  readonly estimate: number;
  readonly low?: number;
  readonly high?: number;
}

/** Step of the central differences in log-parameters: error 1e-8 of a gradient. */
export const STEP = 1e-4;

/** √(gᵀ Σ g) for each row, with gradient entry k of row i in `gradients[k][i]`. */
export function standardErrors(gradients: readonly Float64Array[], covariance: Float64Array): Float64Array {
  const n = gradients.length;
  const rows = gradients[0]?.length ?? 0;
  const errors = new Float64Array(rows);
  for (let k = 0; k < n; k++) {
    for (let l = 0; l < n; l++) {
      const entry = at(covariance, k * n + l);
      const [first, second] = [gradients[k], gradients[l]];
      if (first === undefined || second === undefined || entry === 0) continue;
      for (let i = 0; i < rows; i++) errors[i] = at(errors, i) + entry * at(first, i) * at(second, i);
    }
  }
  return errors.map((variance) => Math.sqrt(Math.max(0, variance)));
}

/** Gradients of several functions at once in the logarithms of the parameters, by central differences. */
export function logGradients(
  compute: (parameters: readonly number[]) => Float64Array,
  parameters: readonly number[],
): Float64Array[] {
  return parameters.map((_, k) => {
    const moved = (by: number): Float64Array =>
      compute(parameters.map((value, i) => (i === k ? value * Math.exp(by) : value)));
    const above = moved(STEP);
    const below = moved(-STEP);
    return above.map((value, i) => (value - at(below, i)) / (2 * STEP));
  });
}

/** How many standard errors lie on each side of an interval of this level: 1.96 for 0.95. */
export const halfWidth = (level: number): number => normalQuantile(0.5 + level / 2);

/** Bounds of a positive quantity: estimate × e^{±z·se/estimate}. */
export function positiveInterval(estimate: number, standardError: number, z: number): Interval {
  if (!(estimate > 0)) return { estimate, low: estimate, high: estimate };
  const factor = Math.exp((z * standardError) / estimate);
  return { estimate, low: estimate / factor, high: estimate * factor };
}

/** Bounds of a quantity between 0 and `most`, on the logit of its share; where `most` is infinite, on its logarithm. */
export function boundedInterval(estimate: number, standardError: number, z: number, most: number): Interval {
  if (most === Infinity || estimate === 0) return positiveInterval(estimate, standardError, z);
  const { low = NaN, high = NaN } = probabilityInterval(estimate / most, standardError / most, z);
  return { estimate, low: low * most, high: high * most };
}

/** Bounds of a probability, from its log-odds and their standard error. */
export function logOddsInterval(logOdds: number, standardError: number, z: number): Interval {
  const estimate = logistic(logOdds);
  if (!Number.isFinite(logOdds)) return { estimate, low: estimate, high: estimate };
  const reach = z * standardError;
  return { estimate, low: logistic(logOdds - reach), high: logistic(logOdds + reach) };
}

/** Bounds of a probability, on the logit. */
export function probabilityInterval(estimate: number, standardError: number, z: number): Interval {
  const spread = estimate * (1 - estimate);
  if (!(spread > 0)) return { estimate, low: estimate, high: estimate };
  const factor = Math.exp((z * standardError) / spread);
  const odds = estimate / (1 - estimate);
  const low = odds / factor;
  return { estimate, low: low / (1 + low), high: 1 - 1 / (1 + odds * factor) };
}
