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

/** How fast the logarithm of the integrand falls in u where min(alpha, beta) + y is `near`. */
function fallAt(near: number, shape: number, s: number, apart: number, alphaSmaller: boolean): number {
  const share = near / (apart + near);
  return alphaSmaller ? shape + (s + 1) * share - 1 : shape * share + s;
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
  const first = fallAt(start, shape, s, apart, alphaSmaller);
  let length = Math.log1p((end - start) / start);
  if (first * length > NEGLIGIBLE) length = NEGLIGIBLE / first;
  const last = fallAt(start * Math.exp(length), shape, s, apart, alphaSmaller);
  const steepest = Math.max(Math.abs(first), Math.abs(last));
  plan.panels = Math.max(1, Math.ceil(Math.max(length / 3, (steepest * length) / 14)));
  plan.width = length / plan.panels;
  const wide = Math.max(plan.width, (steepest * plan.width) / 3.5);
  plan.rule = plan.width <= 1 && steepest * plan.width <= 3 ? EIGHT : wide <= 2 ? TWELVE : SIXTEEN;
}

export const emptyPlan = (): PanelPlan => ({ panels: 0, width: 0, rule: EIGHT });
