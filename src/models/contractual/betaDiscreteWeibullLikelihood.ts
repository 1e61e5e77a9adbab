import { addAt, at } from "../../numerics/at";
import {
  digamma,
  digammaDifference,
  lnBeta,
  lnGamma,
  trigamma,
  trigammaDifference,
} from "../../numerics/gammaFunctions";
import type { SmoothFunction } from "../../numerics/newton";
import type { CohortLosses } from "./cohortLosses";

export type BdwParameters = readonly [alpha: number, beta: number, c: number];

/** Whether t^c outweighs alpha and beta so far that B(alpha, beta + t^c) is Γ(alpha) t^(−c alpha) to the last digit. */
const outweighs = ([alpha, beta, c]: BdwParameters, t: number): boolean =>
  t ** c > 1e17 * (alpha + beta + 1) * (alpha + 1);

/** ln S(t) = ln B(alpha, beta + t^c) − ln B(alpha, beta). */
export function logSurvival(p: BdwParameters, t: number): number {
  if (t === 0) return 0;
  const [alpha, beta, c] = p;
  const power = outweighs(p, t) ? lnGamma(alpha) - alpha * c * Math.log(t) : lnBeta(alpha, beta + t ** c);
  return power - lnBeta(alpha, beta);
}

/** ln S(t), its gradient, and its Hessian row by row. */
interface Survival {
  readonly log: number;
  readonly gradient: readonly number[];
  readonly hessian: readonly number[];
}

const CERTAIN: Survival = { log: 0, gradient: Array<number>(3).fill(0), hessian: Array<number>(9).fill(0) };

function survivalAt(p: BdwParameters, t: number): Survival {
  if (t === 0) return CERTAIN;
  const [alpha, beta, c] = p;
  const log = logSurvival(p, t);
  const logT = Math.log(t);
  const rise = digammaDifference(beta, alpha);
  const bend = trigammaDifference(beta, alpha);
  if (outweighs(p, t)) {
    const sum = trigamma(alpha + beta);
    const gradient = [digamma(alpha + beta) - c * logT, rise, -alpha * logT];
    return { log, gradient, hessian: [sum, sum, -logT, sum, -bend, 0, -logT, 0, 0] };
  }
  const u = t ** c;
  const byC = u * logT;
  const riseLater = digammaDifference(beta + u, alpha);
  const bendLater = trigammaDifference(beta + u, alpha);
  const sum = trigammaDifference(alpha + beta, u);
  const alphaC = -trigamma(alpha + beta + u) * byC;
  const betaC = bendLater * byC;
  return {
    log,
    gradient: [-digammaDifference(alpha + beta, u), rise - riseLater, -riseLater * byC],
    hessian: [
      ...[sum, sum, alphaC],
      ...[sum, bendLater - bend, betaC],
      ...[alphaC, betaC, betaC * byC - riseLater * byC * logT],
    ],
  };
}

/**
 * The log-likelihood of a cohort's losses with gradient and Hessian in alpha, beta, c: who leaves in period t adds
 * ln S(t − 1) + ln(1 − e^Δ), Δ = ln S(t) − ln S(t − 1).
 */
export function bdwLikelihood({ lost, survivors }: CohortLosses): SmoothFunction {
  return (parameters) => {
    const p: BdwParameters = [at(parameters, 0), at(parameters, 1), at(parameters, 2)];
    let value = 0;
    const gradient = new Float64Array(3);
    const hessian = new Float64Array(9);
    const addLog = ({ log, ...slopes }: Survival, count: number): void => {
      value += count * log;
      slopes.gradient.forEach((slope, k) => addAt(gradient, k, count * slope));
      slopes.hessian.forEach((curve, k) => addAt(hessian, k, count * curve));
    };
    let before = CERTAIN;
    for (let t = 1; t <= lost.length; t++) {
      const after = survivalAt(p, t);
      const count = at(lost, t - 1);
      if (count > 0) {
        addLog(before, count);
        const gone = -Math.expm1(after.log - before.log);
        const odds = (1 - gone) / gone;
        value += count * Math.log(gone);
        const falls = before.gradient.map((slope, k) => slope - (after.gradient[k] ?? 0));
        falls.forEach((fall, k) => {
          addAt(gradient, k, count * odds * fall);
          falls.forEach((other, l) => {
            const bends = (before.hessian[3 * k + l] ?? 0) - (after.hessian[3 * k + l] ?? 0);
            addAt(hessian, 3 * k + l, count * odds * (bends - (1 + odds) * fall * other));
          });
        });
      }
      before = after;
    }
    addLog(before, survivors);
    return { value, gradient, hessian };
  };
}
