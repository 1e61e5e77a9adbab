import { digammaDifference } from "../../numerics/gammaFunctions";
import { integratePanel } from "../../numerics/gaussLegendre";
import { Refusal, type Outcome } from "../../numerics/refusal";
import { bdwLikelihood, logSurvival, type BdwParameters } from "./betaDiscreteWeibullLikelihood";
import { lossesOf } from "./cohortLosses";
import type { FitOptions, FitOutcome } from "../fitting/fit";
import { maximiseLikelihood } from "../fitting/maximumLikelihood";
import { forPeriod as forPeriodOf } from "../fitting/modelParameters";
import { fitShiftedBetaGeometric } from "./shiftedBetaGeometric";

/*
 * The beta-discrete-Weibull model (Fader, Hardie, Liu, Davin & Steenburgh 2018): as the shifted-beta-geometric, but a
 * customer's own chance of leaving rises (c > 1) or falls (c < 1) with tenure: S(t) = B(alpha, beta + t^c) / B(alpha,
 * beta). It fits contracts whose churn does not fall steadily.
 */

export const BDW_PARAMETERS = ["alpha", "beta", "c"] as const;

const forPeriod = (
  values: readonly number[],
  t: number,
  from: 0 | 1,
  compute: (parameters: BdwParameters) => number,
): Outcome => forPeriodOf(BDW_PARAMETERS, values, t, from, compute);

/** S(t): the share of a cohort still there after t periods. */
export const bdwSurvival = (t: number, parameters: readonly number[]): Outcome =>
  forPeriod(parameters, t, 0, (p) => Math.exp(logSurvival(p, t)));

/** r(t): the share of those there at t − 1 that stays in period t. */
export const bdwRetention = (t: number, parameters: readonly number[]): Outcome =>
  forPeriod(parameters, t, 1, (p) => Math.exp(logSurvival(p, t) - logSurvival(p, t - 1)));

/**
 * ln S(t − 1) − ln S(t), as the integral of ψ(alpha + v) − ψ(v) over v = beta + (t − 1)^c … beta + t^c, in ln v: with c
 * far below 1 the two survivals agree in almost all their digits.
 */
function logLoss([alpha, beta, c]: BdwParameters, t: number): number {
  const before = beta + (t - 1) ** c;
  const step = t === 1 ? 1 : -(t ** c) * Math.expm1(c * Math.log1p(-1 / t));
  const length = Math.log1p(step / before);
  const panels = Math.max(1, Math.ceil(length));
  let sum = 0;
  for (let i = 0; i < panels; i++) {
    sum += integratePanel(
      (u) => before * Math.exp(u) * digammaDifference(before * Math.exp(u), alpha),
      (i * length) / panels,
      ((i + 1) * length) / panels,
    );
  }
  return sum;
}

/** P(t): the share that leaves in period t. */
export const bdwProbability = (t: number, parameters: readonly number[]): Outcome =>
  forPeriod(parameters, t, 1, (p) => -Math.exp(logSurvival(p, t - 1)) * Math.expm1(-logLoss(p, t)));

/**
 * Fits the model to the customers of one cohort still there after 0, 1, 2, … periods; at least three periods.
 * c near 1 with a wide error says that the shifted-beta-geometric serves as well.
 */
export function fitBetaDiscreteWeibull(active: ArrayLike<number>, options: FitOptions = {}): FitOutcome {
  const losses = lossesOf(active, 3);
  if (losses instanceof Refusal) return losses;
  const plain = fitShiftedBetaGeometric(active, options);
  const plainStart =
    plain instanceof Refusal ? [1, 3] : plain.parameters.map((v) => Math.min(1e3, Math.max(1e-3, v)));
  return maximiseLikelihood(
    {
      model: "betaDiscreteWeibull",
      parameterNames: BDW_PARAMETERS,
      customers: losses.customers,
      distinctRows: losses.lost.length + 1,
      logLikelihood: bdwLikelihood(losses),
      centre: [1, 1, 1],
      starts: [
        [...plainStart, 1],
        [0.5, 1, 1.5],
        [2, 10, 0.7],
      ],
      rivalStarts: [[0.02, 0.1, 8]],
      limits: [
        { limit: "identicalDropout", direction: [1, 1, 0] },
        { limit: "nobodyLeaves", direction: [-1, 0, 0] },
        { limit: "everybodyLeavesAtOnce", direction: [0, -1, 0] },
        { limit: "leavesAtOnceOrNever", direction: [-1, -1, 0] },
      ],
    },
    options,
  );
}
