import { betaExpectation } from "../numerics/betaExpectation";
import {
  BG_BB_PARAMETERS,
  bgBbProblem,
  checkOpportunities,
  logOddsAliveNext,
  logSum,
  logTerms,
  MOST_OPPORTUNITIES,
  opportunitiesAlive,
} from "./bgBb";
import type { ForecastModel, FourParameters } from "./transactionModel";

/** The chance that a customer uses the next opportunity, if alive at it. */
const chanceToOrder = ([alpha, beta]: FourParameters, x: number, n: number): number =>
  (alpha + x) / (alpha + beta + n);

/** Σ e^{−δt} over opportunities t = 1 … horizon of the chance to be there still, for one who is there at the first. */
function discountedPresence(gamma: number, delta: number, horizon: number, rate: number): number {
  let alive = 1;
  let sum = 0;
  for (let t = 1; t <= horizon; t++) {
    sum += Math.exp(-rate * t) * alive;
    alive *= (delta + t) / (gamma + delta + t);
  }
  return sum;
}

/**
 * BG/BB as a model that forecasts whole bases: x opportunities used of T, t_x the last one used. "Alive" is alive at
 * the next opportunity.
 */
export const bgBb: ForecastModel = {
  name: "bgBb",
  parameterNames: BG_BB_PARAMETERS,
  recencyMatters: false,
  problem: bgBbProblem,
  logOddsAlive: logOddsAliveNext,

  alive(parameters, x, tx, n) {
    const [, , gamma, delta] = parameters;
    const terms = logTerms(parameters, x, tx, n);
    return (Math.exp((terms[0] ?? NaN) - logSum(terms)) * (delta + n)) / (gamma + delta + n);
  },

  expectedIfAlive(parameters, t, x, _tx, n) {
    const [, , gamma, delta] = parameters;
    return t === 0
      ? 0
      : chanceToOrder(parameters, x, n) * (1 + opportunitiesAlive(gamma, delta + n + 1, t - 1));
  },

  discountedIfAlive(parameters, x, _tx, n, rate) {
    const [, , gamma, delta] = parameters;
    const discount = Math.expm1(rate);
    const flat = 40 - Math.log(discount);
    return (
      chanceToOrder(parameters, x, n) *
      betaExpectation(gamma, delta + n + 1, (theta) => 1 / (discount + theta), flat)
    );
  },

  opportunities: {
    checkHistory: (x, tx, n) => checkOpportunities(x, tx, n, "age"),
    longestHorizon: MOST_OPPORTUNITIES,
    discountedWithin(parameters, horizon, x, n, rate) {
      const [, , gamma, delta] = parameters;
      return chanceToOrder(parameters, x, n) * discountedPresence(gamma, delta + n, horizon, rate);
    },
    most(horizon, rate) {
      if (rate === 0) return horizon ?? Infinity;
      return (horizon === undefined ? 1 : -Math.expm1(-rate * horizon)) / Math.expm1(rate);
    },
  },
};
