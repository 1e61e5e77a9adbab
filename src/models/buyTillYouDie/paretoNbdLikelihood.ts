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
    let sum = Math.exp(-scale);
    let g0 = 0;
    let g1 = 0;
    let g2 = 0;
    let g3 = 0;
    let h00 = 0;
    let h01 = 0;
    let h02 = 0;
    let h03 = 0;
    let h11 = 0;
    let h12 = 0;
    let h13 = 0;
    let h22 = 0;
    let h23 = 0;
    let h33 = 0;
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
        const a1 = shape * stepAlpha;
        const a2 = inverseS + overBeta;
        const a3 = s * stepBeta - inverseBeta;
        sum += term;
        g0 += term * a0;
        g1 += term * a1;
        g2 += term * a2;
        g3 += term * a3;
        h00 += term * a0 * a0;
        h01 += term * (a0 * a1 + stepAlpha);
        h02 += term * a0 * a2;
        h03 += term * a0 * a3;
        h11 += term * (a1 * a1 - a1 * (inverseAlphaAge + inverseAlpha));
        h12 += term * a1 * a2;
        h13 += term * a1 * a3;
        h22 += term * (a2 * a2 - inverseS * inverseS);
        h23 += term * (a2 * a3 + stepBeta);
        h33 += term * (a3 * a3 - s * stepBeta * (inverseBetaAge + inverseBeta) + inverseBeta * inverseBeta);
      }
    }
    const inverse = 1 / sum;
    g0 *= inverse;
    g1 *= inverse;
    g2 *= inverse;
    g3 *= inverse;
    out[0] = g0;
    out[1] = g1;
    out[2] = g2;
    out[3] = g3;
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
