import { addAt, at, codeAt } from "../../numerics/at";
import { digamma, lnBeta, trigamma } from "../../numerics/gammaFunctions";
import type { SmoothFunction } from "../../numerics/newton";
import { dictionaryOf, type CollapsedRows } from "../fitting/collapseRows";

/** ln p(mean value m of x orders): written so that large q and gamma cancel nothing (note 025, eq. 1a). */
export function gammaGammaTerm(p: number, q: number, gamma: number, x: number, m: number): number {
  const total = x * m;
  return -lnBeta(p * x, q) - q * Math.log1p(total / gamma) - p * x * Math.log1p(gamma / total) - Math.log(m);
}

/** The log-likelihood of Gamma-Gamma over rows (x, mean value), with gradient and Hessian in p, q, gamma. */
export function gammaGammaLikelihood(rows: CollapsedRows): SmoothFunction {
  const orders = dictionaryOf(rows.a);
  const byOrders = new Float64Array(orders.values.length);
  const totals = rows.a.map((x, i) => x * at(rows.b, i));
  let constant = 0;
  for (let i = 0; i < rows.length; i++) {
    addAt(byOrders, codeAt(orders.codes, i), at(rows.counts, i));
    constant -= at(rows.counts, i) * Math.log(at(rows.b, i));
  }
  return (parameters) => {
    const [p, q, gamma] = [at(parameters, 0), at(parameters, 1), at(parameters, 2)];
    const digammaQ = digamma(q);
    const trigammaQ = trigamma(q);
    let value = constant;
    let gP = 0;
    let gQ = 0;
    let gGamma = 0;
    let hPP = 0;
    let hPQ = 0;
    let hPGamma = 0;
    let hQQ = 0;
    let hQGamma = 0;
    let hGammaGamma = 0;
    for (let k = 0; k < orders.values.length; k++) {
      const x = at(orders.values, k);
      const count = at(byOrders, k);
      const digammaSum = digamma(p * x + q);
      const trigammaSum = trigamma(p * x + q);
      value -= count * lnBeta(p * x, q);
      gP += count * x * (digammaSum - digamma(p * x));
      gQ += count * (digammaSum - digammaQ);
      hPP += count * x * x * (trigammaSum - trigamma(p * x));
      hPQ += count * x * trigammaSum;
      hQQ += count * (trigammaSum - trigammaQ);
    }
    for (let i = 0; i < rows.length; i++) {
      const x = at(rows.a, i);
      const total = at(totals, i);
      const count = at(rows.counts, i);
      const inverse = 1 / (gamma + total);
      const logQ = Math.log1p(total / gamma);
      const logP = logQ + Math.log(gamma / total);
      const slopeQ = (total / gamma) * inverse;
      value -= count * (q * logQ + p * x * logP);
      gP -= count * x * logP;
      gQ -= count * logQ;
      gGamma += count * (q * slopeQ - p * x * inverse);
      hPGamma -= count * x * inverse;
      hQGamma += count * slopeQ;
      hGammaGamma += count * (p * x * inverse * inverse - q * slopeQ * (inverse + 1 / gamma));
    }
    return {
      value,
      gradient: Float64Array.of(gP, gQ, gGamma),
      hessian: Float64Array.of(
        ...[hPP, hPQ, hPGamma],
        ...[hPQ, hQQ, hQGamma],
        ...[hPGamma, hQGamma, hGammaGamma],
      ),
    };
  };
}
