import { lnBeta } from "./gammaFunctions";

/** How far (in units of the logarithm) a weight may fall below its peak before it no longer counts. */
const NEGLIGIBLE = 44;

/**
 * E[g(p)] for p ~ Beta(a, b): the trapezium rule in logit p over the whole line, which is accurate to rounding
 * because g has no singularity nearer than a quarter turn. It replaces the hypergeometric function: nothing cancels
 * at a = 1 or a + b < 1, and no series is long.
 *
 * Where logit p < −`flatBelow` g is taken as constant, and p = 1 where logit p > 40: there the tails are geometric
 * series and are summed exactly, so that shapes as small as 0.001 cost no more.
 *
 * @param g function of p, given p and 1 − p (so that neither is lost to rounding)
 * @param flatBelow g(p) does not change to 1e-16 below p = e^{−flatBelow}
 */
export function betaExpectation(
  a: number,
  b: number,
  g: (p: number, q: number) => number,
  flatBelow: number,
): number {
  const centre = Math.log(a / b);
  const spread = Math.sqrt(1 / a + 1 / b);
  const step = Math.min(0.22, spread / 2);
  const logBeta = lnBeta(a, b);
  const weight = (y: number): number => {
    const tail = Math.log1p(Math.exp(-Math.abs(y)));
    const logP = y < 0 ? y - tail : -tail;
    const logQ = y < 0 ? -tail : -y - tail;
    return Math.exp(a * logP + b * logQ - logBeta);
  };
  const left = Math.min(centre, -flatBelow);
  const right = Math.max(centre, 40);
  const smallest = 1e-19;

  let total = 0;
  const walk = (direction: 1 | -1): void => {
    for (let i = direction === 1 ? 0 : 1; ; i++) {
      const y = centre + direction * i * step;
      const w = weight(y);
      const atTail = direction === 1 ? y > right : y < left;
      const term = w * g(1 / (1 + Math.exp(-y)), 1 / (1 + Math.exp(y)));
      if (atTail) {
        total += term / -Math.expm1(-step * (direction === 1 ? b : a));
        return;
      }
      total += term;
      const shape = direction === 1 ? b : a;
      if (i * step * shape > NEGLIGIBLE && term < smallest * total) return;
    }
  };
  walk(1);
  walk(-1);
  return step * total;
}
