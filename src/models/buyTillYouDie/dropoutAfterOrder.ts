import { betaExpectation } from "../../numerics/betaExpectation";
import { scaledExponentialIntegral } from "../../numerics/exponentialIntegral";

/** Expectations in the models where a customer may leave after each order with a chance p of her own, Beta(a, b). */

/** Terms of the series up to which it is quicker than the integral. */
const SHORT_SERIES = 200;

/**
 * The series Σ P(N ≥ n) (b)_(n−1) / (a+b)_(n−1) over n ≥ 1, N the negative binomial number of orders she would
 * place: every term positive.
 */
function series(shape: number, odds: number, a: number, b: number): number {
  const z = odds / (1 + odds);
  let probability = Math.exp(-shape * Math.log1p(odds));
  let stays = 1;
  let staying = 0;
  let sum = 0;
  for (let n = 0; n < 100000; n++) {
    staying += stays;
    stays *= (b + n) / (a + b + n);
    probability *= ((shape + n) / (n + 1)) * z;
    const term = probability * staying;
    sum += term;
    const ratio = ((shape + n + 1) / (n + 2)) * z * (1 + 1 / (n + 1));
    if (ratio < 1 && term * ratio < 1e-17 * (1 - ratio) * sum) break;
  }
  return sum;
}

/**
 * Orders that a customer with Gamma(shape) rate places before she leaves, in a time of `odds` of the rate's scale:
 * E[(1 − (1 + p·odds)^−shape) / p] over p ~ Beta(a, b). The closed form divides by a − 1 and needs a hypergeometric
 * function that fails at a + b < 1; this has no such edges.
 */
export function ordersBeforeDropout(shape: number, odds: number, a: number, b: number): number {
  if (odds === 0) return 0;
  if (shape * odds + 12 * Math.sqrt(shape * odds * (1 + odds)) + 40 * odds < SHORT_SERIES) {
    return series(shape, odds, a, b);
  }
  const flat = Math.log1p(shape * odds) + Math.log1p(odds) + 38;
  return betaExpectation(a, b, (p) => -Math.expm1(-shape * Math.log1p(p * odds)) / p, flat);
}

/**
 * The same without end and discounted: shape × E[∫ e^{−zu} (1 + pu)^−(shape+1) du], z the continuous rate times the
 * rate's scale.
 */
export function discountedOrdersBeforeDropout(shape: number, z: number, a: number, b: number): number {
  // Below p = e^{−flat} the customer never leaves within any discounted time: (1 + pu) is 1.
  const flat = Math.log1p((shape + 1) / z) + 38;
  return shape * betaExpectation(a, b, (p) => scaledExponentialIntegral(shape + 1, z / p) / p, flat);
}
