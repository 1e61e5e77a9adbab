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
  if (rule.a !== a || rule.b !== b) rule = createRule(a, b);
  const { centre, step, up, down } = rule;
  const left = Math.min(centre, -flatBelow);
  const right = Math.max(centre, 40);
  const smallest = 1e-19;

  let total = 0;
  const walk = (points: Points, direction: 1 | -1, shape: number): void => {
    for (let i = direction === 1 ? 0 : 1; ; i++) {
      const y = centre + direction * i * step;
      const atTail = direction === 1 ? y > right : y < left;
      const [weight, p, q] = points.at(i);
      const term = weight * g(p, q);
      if (atTail) {
        total += term / -Math.expm1(-step * shape);
        return;
      }
      total += term;
      if (i * step * shape > NEGLIGIBLE && term < smallest * total) return;
    }
  };
  walk(up, 1, b);
  walk(down, -1, a);
  return step * total;
}

/** Weight, p and 1 − p of the points on one side of the centre, each computed when first asked for. */
interface Points {
  at(i: number): readonly [number, number, number];
}

interface Rule {
  readonly a: number;
  readonly b: number;
  readonly centre: number;
  readonly step: number;
  readonly up: Points;
  readonly down: Points;
}

function createRule(a: number, b: number): Rule {
  const centre = Math.log(a / b);
  const step = Math.min(0.22, Math.sqrt(1 / a + 1 / b) / 2);
  const logBeta = lnBeta(a, b);
  const side = (direction: 1 | -1): Points => {
    const known: (readonly [number, number, number])[] = [];
    return {
      at(i) {
        for (let k = known.length; k <= i; k++) {
          const y = centre + direction * k * step;
          const tail = Math.log1p(Math.exp(-Math.abs(y)));
          const logP = y < 0 ? y - tail : -tail;
          const logQ = y < 0 ? -tail : -y - tail;
          const weight = Math.exp(a * logP + b * logQ - logBeta);
          known.push([weight, 1 / (1 + Math.exp(-y)), 1 / (1 + Math.exp(y))]);
        }
        return known[i] ?? [0, 0, 1];
      },
    };
  };
  return { a, b, centre, step, up: side(1), down: side(-1) };
}

/** The last rule: an integral over time asks for the same shapes again and again. */
let rule = createRule(1, 1);
