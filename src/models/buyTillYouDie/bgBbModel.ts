import { betaExpectation } from "../../numerics/betaExpectation";
import { outOfRange, type Refusal } from "../../numerics/refusal";
import { logSumExp } from "../../numerics/logSumExp";
import { lnRising } from "../../numerics/risingFactorial";
import { bgBbLikelihood } from "./bgBbLikelihood";
import type { CollapsedRows } from "../fitting/collapseRows";
import type { LikelihoodProblem, ModelLimit } from "../fitting/likelihoodProblem";
import { type ForecastModel, type FourParameters } from "./transactionModel";

/*
 * BG/BB (Fader, Hardie & Shang 2010): at each of n opportunities (a yearly appeal, a monthly mailing) a customer who
 * is alive buys with a probability of her own, Beta(alpha, beta); before each she leaves with a probability of her
 * own, Beta(gamma, delta).
 */

export const BG_BB_PARAMETERS = ["alpha", "beta", "gamma", "delta"] as const;

const LIMITS: readonly ModelLimit[] = [
  { limit: "nobodyLeaves", direction: [0, 0, -1, 0] },
  { limit: "nobodyLeaves", direction: [0, 0, 0, 1] },
  { limit: "everybodyLeavesAtOnce", direction: [0, 0, 0, -1] },
  { limit: "everybodyLeavesAtOnce", direction: [0, 0, 1, 0] },
  { limit: "identicalRates", direction: [1, 1, 0, 0] },
  { limit: "identicalRates", direction: [0, -1, 0, 0] },
  { limit: "identicalDropout", direction: [0, 0, 1, 1] },
  { limit: "leavesAtOnceOrNever", direction: [0, 0, -1, -1] },
  { limit: "ordersAlwaysOrNever", direction: [-1, -1, 0, 0] },
];

const isCount = (value: number): boolean => value >= 0 && Number.isInteger(value);

/**
 * Opportunities that a history may hold: 27 years of days. A likelihood is a sum over them, one after the other, so
 * that a million (a date in the wrong column, say) would take minutes and more memory than there is.
 */
export const MOST_OPPORTUNITIES = 10_000;

/** Why a number is no count of opportunities up to `most`; undefined where it is. */
export const checkCount = (name: string, value: number, most: number): Refusal | undefined =>
  isCount(value) && value <= most
    ? undefined
    : outOfRange(name, value, `0, 1, 2, …${most === Infinity ? "" : ` ${most}`}`);

/** Why x, t_x and n cannot belong to a customer; `name` is what the worksheet calls n. */
function checkOpportunities(x: number, tx: number, n: number, name: string): Refusal | undefined {
  const wrong = checkCount(name, n, MOST_OPPORTUNITIES);
  if (wrong !== undefined) return wrong;
  if (!(isCount(tx) && tx <= n)) return outOfRange("tx", tx, `0 … ${name}`);
  if (!(isCount(x) && x <= tx)) return outOfRange("x", x, "0 … tx");
  return x === 0 && tx > 0 ? outOfRange("tx", tx, "0 (x = 0)") : undefined;
}

/** ln of the likelihood's terms: "still there" first, then "left after opportunity m" for m = t_x … n − 1. */
export function logTerms(
  [alpha, beta, gamma, delta]: FourParameters,
  x: number,
  tx: number,
  n: number,
): number[] {
  const used = lnRising(alpha, x);
  const bought = (m: number): number => used + lnRising(beta, m - x) - lnRising(alpha + beta, m);
  const terms = [bought(n) + lnRising(delta, n) - lnRising(gamma + delta, n)];
  for (let m = tx; m < n; m++) {
    terms.push(bought(m) + Math.log(gamma) + lnRising(delta, m) - lnRising(gamma + delta, m + 1));
  }
  return terms;
}

/** Σ of the chances to be alive at each of the next t opportunities, for dropout Beta(gamma, delta). */
export function opportunitiesAlive(gamma: number, delta: number, t: number): number {
  let alive = 1;
  let sum = 0;
  for (let i = 0; i < t; i++) {
    alive *= (delta + i) / (gamma + delta + i);
    sum += alive;
  }
  return sum;
}

/** ln of the odds to be alive at the next opportunity (eq. 11). */
function logOddsAlive(parameters: FourParameters, x: number, tx: number, n: number): number {
  const [, , gamma, delta] = parameters;
  const [still = NaN, ...left] = logTerms(parameters, x, tx, n);
  const stays = Math.log(delta + n);
  if (left.length === 0) return stays - Math.log(gamma);
  return stays - logSumExp([Math.log(gamma), Math.log(gamma + delta + n) + logSumExp(left) - still]);
}

/** The likelihood of distinct x, t_x and n, and where to look for its maximum. */
const bgBbProblem = (rows: CollapsedRows): LikelihoodProblem => ({
  model: "bgBb",
  parameterNames: BG_BB_PARAMETERS,
  customers: rows.total,
  distinctRows: rows.length,
  logLikelihood: bgBbLikelihood(rows),
  centre: [1, 1, 1, 1],
  starts: [
    [1, 1, 0.7, 3],
    [0.5, 2, 0.5, 5],
    [2, 1, 1, 10],
    [4, 8, 0.3, 2],
  ],
  rivalStarts: [
    [0.02, 0.02, 0.7, 3],
    [1, 1, 0.002, 0.02],
  ],
  limits: LIMITS,
});

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

/** The model, with the worksheet's name for the number of opportunities. "Alive" is alive at the next one. */
const createBgBb = (nameOfN: string): ForecastModel => ({
  name: "bgBb",
  parameterNames: BG_BB_PARAMETERS,
  recencyMatters: false,
  problem: bgBbProblem,
  logOddsAlive,

  alive(parameters, x, tx, n) {
    const [, , gamma, delta] = parameters;
    const terms = logTerms(parameters, x, tx, n);
    return (Math.exp((terms[0] ?? NaN) - logSumExp(terms)) * (delta + n)) / (gamma + delta + n);
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
    checkHistory: (x, tx, n) => checkOpportunities(x, tx, n, nameOfN),
    checkHorizon: (horizon) => checkCount("horizon", horizon, MOST_OPPORTUNITIES),
    discountedWithin(parameters, horizon, x, n, rate) {
      const [, , gamma, delta] = parameters;
      return chanceToOrder(parameters, x, n) * discountedPresence(gamma, delta + n, horizon, rate);
    },
    most(horizon, rate) {
      if (rate === 0) return horizon ?? Infinity;
      return (horizon === undefined ? 1 : -Math.expm1(-rate * horizon)) / Math.expm1(rate);
    },
  },
});

/** BG/BB of histories x, tx, n. */
export const bgBbOfN = createBgBb("n");

/** The same beside the other models, which call n the age. */
export const bgBb = createBgBb("age");
