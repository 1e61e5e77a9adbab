import { incompleteBeta } from "./incompleteBeta";
import { lnRising } from "./risingFactorial";

/** P(N = n) for N Poisson with a Gamma(shape) mean of scale `odds`: the negative binomial with mean shape × odds. */
export function negativeBinomialPmf(shape: number, odds: number, n: number): number {
  const successes = n === 0 ? 0 : -n * Math.log1p(1 / odds);
  return Math.exp(lnRising(shape, n) - lnRising(1, n) - shape * Math.log1p(odds) + successes);
}

/** P(N ≥ n) of the same. */
export function negativeBinomialTail(shape: number, odds: number, n: number): number {
  return n === 0 ? 1 : incompleteBeta(n, shape, odds / (1 + odds), 1 / (1 + odds));
}
