import { bdwProbability, bdwRetention, bdwSurvival } from "./betaDiscreteWeibull";
import { between, share } from "../intervals/predictionInterval";
import { sbgDel, sbgDerl, sbgProbability, sbgRetention, sbgSurvival } from "./shiftedBetaGeometric";

/** Discounted payments without end, the first one now: what nobody's lifetime can exceed. */
const perpetuity = (discount: number): number => (discount > 0 ? (1 + discount) / discount : Infinity);

/** What the shifted-beta-geometric model predicts, each with the scale for its bounds. */
export const sbgPredictions = {
  survival: share((p, t = NaN) => sbgSurvival(t, p)),
  probability: share((p, t = NaN) => sbgProbability(t, p)),
  retention: share((p, t = NaN) => sbgRetention(t, p)),
  del: between(
    (p, discount = NaN) => sbgDel(p, discount),
    (discount = NaN) => [1, perpetuity(discount)],
  ),
  derl: between(
    (p, discount = NaN, renewals = NaN) => sbgDerl(p, discount, renewals),
    (discount = NaN) => [0, perpetuity(discount)],
  ),
};

/** What the beta-discrete-Weibull model predicts. */
export const bdwPredictions = {
  survival: share((p, t = NaN) => bdwSurvival(t, p)),
  probability: share((p, t = NaN) => bdwProbability(t, p)),
  retention: share((p, t = NaN) => bdwRetention(t, p)),
};
