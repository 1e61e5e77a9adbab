import { gaussLegendre, type Quadrature } from "../../numerics/gaussLegendre";

const EIGHT = gaussLegendre(8);
const TWELVE = gaussLegendre(12);
const SIXTEEN = gaussLegendre(16);

/** Past this fall of the logarithm the integrand adds nothing to a double. */
const NEGLIGIBLE = 42;

/**
 * How to integrate (alpha+y)^−(r+x) (beta+y)^−(s+1) over t_x ≤ y ≤ T: in u = ln(min(alpha, beta) + y), where the
 * integrand falls at a rate that hardly changes, on equal panels, cut where it no longer counts.
 */
export interface PanelPlan {
  panels: number;
  width: number;
  rule: Quadrature;
}

/**
 * How the logarithm of the integrand falls over u from where min(alpha, beta) + y is `start`:
 * slow · u + quick · ln(1 + share (e^u − 1)), at a rate that only grows.
 */
interface Fall {
  readonly slow: number;
  readonly quick: number;
  readonly share: number;
}

/** Its rate at u. */
function rateAt({ slow, quick, share }: Fall, u: number): number {
  const grown = share * Math.exp(u);
  return slow + (quick * grown) / (grown + (1 - share));
}

/**
 * A length up to which nothing counts that falls by more than is negligible: by its first rate, by the slow part alone,
 * or by the quick part alone. The first alone would go far too far where it is next to nothing: at many orders soon
 * after the first, with alpha far above beta, the fall begins late and is then a cliff of a hundred thousand panels.
 */
function lengthThatCounts({ slow, quick, share }: Fall, whole: number): number {
  const first = slow + quick * share;
  const rise = slow < 0 ? -slow * whole : 0;
  return Math.min(
    whole,
    first > 0 ? NEGLIGIBLE / first : Infinity,
    slow > 0 ? NEGLIGIBLE / slow : Infinity,
    Math.log1p(Math.expm1((NEGLIGIBLE + rise) / quick) / share),
  );
}

/**
 * @param shape r + x
 * @param start min(alpha, beta) + t_x
 * @param end min(alpha, beta) + T
 * @param apart |alpha − beta|
 * @param alphaSmaller whether alpha is the smaller
 */
export function planPanels(
  plan: PanelPlan,
  shape: number,
  s: number,
  start: number,
  end: number,
  apart: number,
  alphaSmaller: boolean,
): void {
  const fall = {
    slow: alphaSmaller ? shape - 1 : s,
    quick: alphaSmaller ? s + 1 : shape,
    share: start / (start + apart),
  };
  const length = lengthThatCounts(fall, Math.log1p((end - start) / start));
  const steepest = Math.max(Math.abs(rateAt(fall, 0)), Math.abs(rateAt(fall, length)));
  plan.panels = Math.max(1, Math.ceil(Math.max(length / 3, (steepest * length) / 14)));
  plan.width = length / plan.panels;
  const wide = Math.max(plan.width, (steepest * plan.width) / 3.5);
  plan.rule = plan.width <= 1 && steepest * plan.width <= 3 ? EIGHT : wide <= 2 ? TWELVE : SIXTEEN;
}

export const emptyPlan = (): PanelPlan => ({ panels: 0, width: 0, rule: EIGHT });
