import { at } from "../../numerics/at";
import { betaExpectation } from "../../numerics/betaExpectation";
import { type Outcome, outOfRange, Refusal } from "../../numerics/refusal";
import { emptyRisingTable, fillRisingTable, lnRising } from "../../numerics/risingFactorial";
import type { SmoothFunction } from "../../numerics/newton";
import type { FitOptions, FitOutcome } from "../fitting/fit";
import { CHURN_LIMITS, lossesOf, type CohortLosses } from "./cohortLosses";
import { maximiseLikelihood } from "../fitting/maximumLikelihood";
import { forPeriod as forPeriodOf, positiveParameters } from "../fitting/modelParameters";

/*
 * The shifted-beta-geometric model (Fader & Hardie 2007): at the end of each contract period a customer leaves with a
 * probability of her own, Beta(alpha, beta), the same in all periods. Retention rises with tenure because the
 * fickle leave first.
 */

export type TwoParameters = readonly [number, number];

export const SBG_PARAMETERS = ["alpha", "beta"] as const;

const forPeriod = (
  values: readonly number[],
  t: number,
  from: 0 | 1,
  compute: (parameters: TwoParameters) => number,
): Outcome => forPeriodOf(SBG_PARAMETERS, values, t, from, compute);

/** S(t): the share of a cohort still there after t periods (eq. 6). With (1, 1): .5, .333, .25, .2. */
export const sbgSurvival = (t: number, parameters: readonly number[]): Outcome =>
  forPeriod(parameters, t, 0, ([alpha, beta]) => Math.exp(lnRising(beta, t) - lnRising(alpha + beta, t)));

/** P(t): the share that leaves in period t (eq. 5). With (1, 1): .5, .167, .083, .05. */
export const sbgProbability = (t: number, parameters: readonly number[]): Outcome =>
  forPeriod(parameters, t, 1, ([alpha, beta]) =>
    alpha === 0 ? 0 : alpha * Math.exp(lnRising(beta, t - 1) - lnRising(alpha + beta, t)),
  );

/** r(t): the share of those there at t − 1 that stays in period t (eq. 8). */
export const sbgRetention = (t: number, parameters: readonly number[]): Outcome =>
  forPeriod(parameters, t, 1, ([alpha, beta]) => (beta + (t - 1)) / (alpha + beta + (t - 1)));

/** Why a discount rate gives no finite sum, or is none. */
function checkDiscount(discount: number, alpha: number): Refusal | undefined {
  if (!(discount >= 0 && Number.isFinite(discount))) {
    return outOfRange("discount", discount, "≥ 0");
  }
  return discount === 0 && alpha <= 1 ? new Refusal("noConvergence", "neverEnds", { discount }) : undefined;
}

/** E[(1 − θ)^renewing (1 + d) / (d + θ)], θ ~ Beta(alpha, beta). */
function discountedPeriods(alpha: number, beta: number, discount: number, renewing: boolean): number {
  const flat = 40 - Math.log(Math.max(discount, 1e-280));
  return betaExpectation(
    alpha,
    beta,
    (theta, stays) => ((renewing ? stays : 1) * (1 + discount)) / (discount + theta),
    flat,
  );
}

/**
 * Discounted expected lifetime of a new customer, in periods, the first one paid now: Σ S(t) / (1 + d)^t from t = 0
 * (Fader & Hardie 2010, eq. 5, there by a hypergeometric function).
 */
export function sbgDel(values: readonly number[], discount: number): Outcome {
  const parameters = positiveParameters<TwoParameters>(SBG_PARAMETERS, values);
  if (parameters instanceof Refusal) return parameters;
  const [alpha, beta] = parameters;
  return checkDiscount(discount, alpha) ?? discountedPeriods(alpha, beta, discount, false);
}

/**
 * Discounted expected residual lifetime just before the n-th renewal decision (n = 1, 2, …) of a customer who has
 * renewed n − 1 times (Fader & Hardie 2010, eq. 6).
 * With 3.80, 15.20 and 10 %: 3.31, 3.45, 3.59, 3.72, 3.84 for n = 1 … 5.
 */
export function sbgDerl(values: readonly number[], discount: number, renewal: number): Outcome {
  const periodic = forPeriod(values, renewal, 1, ([alpha]) => alpha);
  if (periodic instanceof Refusal) return periodic;
  const parameters = positiveParameters<TwoParameters>(SBG_PARAMETERS, values);
  if (parameters instanceof Refusal) return parameters;
  const [alpha, beta] = parameters;
  return checkDiscount(discount, alpha) ?? discountedPeriods(alpha, beta + (renewal - 1), discount, true);
}

/** Log-likelihood of the losses with gradient and Hessian in alpha, beta. */
export function sbgLogLikelihood({ lost, survivors }: CohortLosses): SmoothFunction {
  const periods = lost.length;
  const counts = Float64Array.from({ length: periods + 1 }, (_, t) => t);
  const riseBeta = emptyRisingTable(periods + 1);
  const riseSum = emptyRisingTable(periods + 1);
  return (parameters) => {
    const [alpha, beta] = [at(parameters, 0), at(parameters, 1)];
    fillRisingTable(riseBeta, beta, counts);
    fillRisingTable(riseSum, alpha + beta, counts);
    let value = survivors * (at(riseBeta.value, periods) - at(riseSum.value, periods));
    let gSum = -survivors * at(riseSum.first, periods);
    let gBeta = survivors * at(riseBeta.first, periods);
    let hSum = -survivors * at(riseSum.second, periods);
    let hBeta = survivors * at(riseBeta.second, periods);
    let gone = 0;
    for (let t = 1; t <= periods; t++) {
      const count = at(lost, t - 1);
      gone += count;
      value += count * (Math.log(alpha) + at(riseBeta.value, t - 1) - at(riseSum.value, t));
      gSum -= count * at(riseSum.first, t);
      gBeta += count * at(riseBeta.first, t - 1);
      hSum -= count * at(riseSum.second, t);
      hBeta += count * at(riseBeta.second, t - 1);
    }
    return {
      value,
      gradient: Float64Array.of(gone / alpha + gSum, gBeta + gSum),
      hessian: Float64Array.of(-gone / (alpha * alpha) + hSum, hSum, hSum, hBeta + hSum),
    };
  };
}

/**
 * Fits the model to the customers of one cohort still there after 0, 1, 2, … periods.
 * 1000, 869, 743, 653, 593, 551, 517, 491 gives alpha .668, beta 3.806, log-likelihood −1611.2.
 *
 * @returns the fit, or a refusal: counts that rise, fewer than two periods, or nobody left
 */
export function fitShiftedBetaGeometric(active: ArrayLike<number>, options: FitOptions = {}): FitOutcome {
  const losses = lossesOf(active, 2);
  if (losses instanceof Refusal) return losses;
  return maximiseLikelihood(
    {
      model: "shiftedBetaGeometric",
      parameterNames: SBG_PARAMETERS,
      customers: losses.customers,
      distinctRows: losses.lost.length + 1,
      logLikelihood: sbgLogLikelihood(losses),
      centre: [1, 1],
      starts: [
        [1, 3],
        [0.5, 0.5],
        [5, 50],
      ],
      limits: CHURN_LIMITS,
    },
    options,
  );
}
