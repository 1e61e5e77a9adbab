import { addAt, at, codeAt } from "../../numerics/at";
import type { SmoothFunction } from "../../numerics/newton";
import { emptyRisingTable, fillRisingTable } from "../../numerics/risingFactorial";
import { dictionaryOf, type CollapsedRows } from "../fitting/collapseRows";
import { fullHessian } from "../fitting/fourByFour";
import { emptyPlan, planPanels } from "./paretoQuadrature";

/** Number of entries of the upper triangle of the Hessian, after 4 of the gradient. */
const MOMENTS = 14;

/**
 * ln Z with its gradient (entries 0–3) and Hessian (4–13, upper triangle by rows) for one row, where 1/Z = P(alive):
 * Z = 1 + s ∫ ((α+T)/(α+y))^(r+x) ((β+T)/(β+y))^s dy / (β+y) over t_x ≤ y ≤ T.
 *
 * All terms are positive: no difference of two hypergeometric functions, and nothing special at alpha = beta. The
 * derivatives are means under the same nodes: with weights p_j and log-terms B_j, the gradient is Σ p B′ and the
 * Hessian Σ p (B″ + B′B′ᵀ) less the gradient's square.
 */
function createDropoutTerm(): (
  parameters: Float64Array,
  x: number,
  tx: number,
  age: number,
  out: Float64Array,
) => number {
  const plan = emptyPlan();
  return (parameters, x, tx, age, out) => {
    const r = at(parameters, 0);
    const alpha = at(parameters, 1);
    const s = at(parameters, 2);
    const beta = at(parameters, 3);
    out.fill(0);
    if (!(age > tx)) return 0;
    const alphaSmaller = alpha <= beta;
    const smaller = alphaSmaller ? alpha : beta;
    const apart = Math.abs(alpha - beta);
    const shape = r + x;
    const start = smaller + tx;
    const logStart = Math.log(start);
    planPanels(plan, shape, s, start, smaller + age, apart, alphaSmaller);
    const logAlphaAge = Math.log(alpha + age);
    const logBetaAge = Math.log(beta + age);
    const inverseAlphaAge = 1 / (alpha + age);
    const inverseBetaAge = 1 / (beta + age);
    const inverseS = 1 / s;
    const logS = Math.log(s);
    const logOther = Math.log(start + apart);
    const logAlphaStart = alphaSmaller ? logStart : logOther;
    const logBetaStart = alphaSmaller ? logOther : logStart;
    // The terms are scaled by the integrand at t_x, their largest or near it.
    const scale = Math.max(
      0,
      logS +
        shape * (logAlphaAge - logAlphaStart) +
        s * (logBetaAge - logBetaStart) -
        logBetaStart +
        logStart,
    );
    // Where the integral is the larger part, slopes are taken from those at t_x: the Hessian is a small difference of
    // means, and loses the digits that they have in common.
    const shifted = scale > 0 ? 1 : 0;
    const c0 = shifted * (logAlphaAge - logAlphaStart);
    const c1 = shifted * shape * (inverseAlphaAge - Math.exp(-logAlphaStart));
    const c2 = shifted * (inverseS + logBetaAge - logBetaStart);
    const c3 = shifted * (s * inverseBetaAge - (s + 1) * Math.exp(-logBetaStart));
    let sum = Math.exp(-scale);
    let g0 = -c0 * sum;
    let g1 = -c1 * sum;
    let g2 = -c2 * sum;
    let g3 = -c3 * sum;
    let h00 = -c0 * g0;
    let h01 = -c0 * g1;
    let h02 = -c0 * g2;
    let h03 = -c0 * g3;
    let h11 = -c1 * g1;
    let h12 = -c1 * g2;
    let h13 = -c1 * g3;
    let h22 = -c2 * g2;
    let h23 = -c2 * g3;
    let h33 = -c3 * g3;
    const { nodes, weights } = plan.rule;
    const half = 0.5 * plan.width;
    for (let panel = 0; panel < plan.panels; panel++) {
      const middle = half * (2 * panel + 1);
      const nearMiddle = start * Math.exp(middle);
      // The nodes lie in pairs about the middle: the last half first, each with its mirror image.
      let growth = 1;
      for (let k = 0; k < nodes.length; k++) {
        const mirrored = k % 2 === 1;
        const j = mirrored ? (k - 1) / 2 : nodes.length - 1 - k / 2;
        if (!mirrored) growth = Math.exp(half * at(nodes, j));
        const near = mirrored ? nearMiddle / growth : nearMiddle * growth;
        const logNear = logStart + middle + half * at(nodes, j);
        const far = near + apart;
        const logFar = apart === 0 ? logNear : Math.log(far);
        const inverseAlpha = 1 / (alphaSmaller ? near : far);
        const inverseBeta = 1 / (alphaSmaller ? far : near);
        const logBeta = alphaSmaller ? logFar : logNear;
        const a0 = logAlphaAge - (alphaSmaller ? logNear : logFar);
        const overBeta = logBetaAge - logBeta;
        const term =
          half * at(weights, j) * Math.exp(logS + shape * a0 + s * overBeta - logBeta + logNear - scale);
        const stepAlpha = inverseAlphaAge - inverseAlpha;
        const stepBeta = inverseBetaAge - inverseBeta;
        const b0 = a0 - c0;
        const slopeAlpha = shape * stepAlpha;
        const b1 = slopeAlpha - c1;
        const b2 = inverseS + overBeta - c2;
        const b3 = s * stepBeta - inverseBeta - c3;
        sum += term;
        g0 += term * b0;
        g1 += term * b1;
        g2 += term * b2;
        g3 += term * b3;
        h00 += term * b0 * b0;
        h01 += term * (b0 * b1 + stepAlpha);
        h02 += term * b0 * b2;
        h03 += term * b0 * b3;
        h11 += term * (b1 * b1 - slopeAlpha * (inverseAlphaAge + inverseAlpha));
        h12 += term * b1 * b2;
        h13 += term * b1 * b3;
        h22 += term * (b2 * b2 - inverseS * inverseS);
        h23 += term * (b2 * b3 + stepBeta);
        h33 += term * (b3 * b3 - s * stepBeta * (inverseBetaAge + inverseBeta) + inverseBeta * inverseBeta);
      }
    }
    const inverse = 1 / sum;
    g0 *= inverse;
    g1 *= inverse;
    g2 *= inverse;
    g3 *= inverse;
    out[0] = g0 + c0;
    out[1] = g1 + c1;
    out[2] = g2 + c2;
    out[3] = g3 + c3;
    out[4] = h00 * inverse - g0 * g0;
    out[5] = h01 * inverse - g0 * g1;
    out[6] = h02 * inverse - g0 * g2;
    out[7] = h03 * inverse - g0 * g3;
    out[8] = h11 * inverse - g1 * g1;
    out[9] = h12 * inverse - g1 * g2;
    out[10] = h13 * inverse - g1 * g3;
    out[11] = h22 * inverse - g2 * g2;
    out[12] = h23 * inverse - g2 * g3;
    out[13] = h33 * inverse - g3 * g3;
    return scale + Math.log(sum);
  };
}

/**
 * The log-likelihood of Pareto/NBD (Schmittlein, Morrison & Colombo 1987; Fader & Hardie 2005, note 009), with
 * gradient and Hessian in r, alpha, s, beta: that of a customer still there, times 1/P(alive).
 */
export function paretoNbdLogLikelihood(rows: CollapsedRows): SmoothFunction {
  const orders = dictionaryOf(rows.a);
  const byOrders = new Float64Array(orders.values.length);
  for (let i = 0; i < rows.length; i++) addAt(byOrders, codeAt(orders.codes, i), at(rows.counts, i));
  const rise = emptyRisingTable(orders.values.length);
  const dropoutTerm = createDropoutTerm();
  const term = new Float64Array(MOMENTS);

  return (parameters) => {
    const r = at(parameters, 0);
    const alpha = at(parameters, 1);
    const s = at(parameters, 2);
    const beta = at(parameters, 3);
    fillRisingTable(rise, r, orders.values);
    const sums = new Float64Array(MOMENTS);
    let value = 0;
    for (let k = 0; k < orders.values.length; k++) {
      const count = at(byOrders, k);
      value += count * at(rise.value, k);
      addAt(sums, 0, count * at(rise.first, k));
      addAt(sums, 4, count * at(rise.second, k));
    }
    for (let i = 0; i < rows.length; i++) {
      const count = at(rows.counts, i);
      const x = at(rows.a, i);
      const age = at(rows.c, i);
      const logAlpha = Math.log1p(age / alpha);
      const logBeta = Math.log1p(age / beta);
      const inverseAlpha = 1 / (alpha + age);
      const inverseBeta = 1 / (beta + age);
      const ratioAlpha = (age / alpha) * inverseAlpha;
      const ratioBeta = (age / beta) * inverseBeta;
      const logZ = dropoutTerm(parameters, x, at(rows.b, i), age, term);
      value += count * (logZ - r * logAlpha - x * Math.log(alpha + age) - s * logBeta);
      // What the integral does not hold: the likelihood of a customer still there.
      addAt(term, 0, -logAlpha);
      addAt(term, 1, r * ratioAlpha - x * inverseAlpha);
      addAt(term, 2, -logBeta);
      addAt(term, 3, s * ratioBeta);
      addAt(term, 5, ratioAlpha);
      addAt(term, 8, x * inverseAlpha * inverseAlpha - r * ratioAlpha * (inverseAlpha + 1 / alpha));
      addAt(term, 12, ratioBeta);
      addAt(term, 13, -s * ratioBeta * (inverseBeta + 1 / beta));
      for (let k = 0; k < MOMENTS; k++) addAt(sums, k, count * at(term, k));
    }
    return { value, gradient: sums.slice(0, 4), hessian: fullHessian(sums) };
  };
}
