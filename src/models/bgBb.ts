import { at } from "../numerics/at";
import { betaExpectation } from "../numerics/betaExpectation";
import { Refusal, type Outcome } from "../numerics/refusal";
import { lnRising } from "../numerics/risingFactorial";
import { bgBbLikelihood } from "./bgBbLikelihood";
import { collapseRows, type CollapsedRows } from "./collapseRows";
import { checkCounts, checkLengths, doubles, inRow } from "./columns";
import type { FitOptions, FitOutcome } from "./fit";
import type { LikelihoodProblem, ModelLimit } from "./likelihoodProblem";
import { maximiseLikelihood } from "./maximumLikelihood";
import type { FourParameters } from "./transactionModel";

/*
 * BG/BB (Fader, Hardie & Shang 2010): at each of n opportunities (a yearly appeal, a monthly mailing) a customer who
 * is alive buys with a probability of her own, Beta(alpha, beta); before each she leaves with a probability of her
 * own, Beta(gamma, delta).
 */

export const BG_BB_PARAMETERS = ["alpha", "beta", "gamma", "delta"] as const;

/** x opportunities used, t_x the last one used (0 if none), n opportunities in all; `counts` customers per row. */
export interface OpportunityHistory {
  readonly x: ArrayLike<number>;
  readonly tx: ArrayLike<number>;
  readonly n: ArrayLike<number>;
  readonly counts?: ArrayLike<number>;
}

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

const outOfRange = (argument: string, value: number, range: string): Refusal =>
  new Refusal("invalid", "outOfRange", { argument, value, range });

function checkFour(values: readonly number[]): FourParameters | Refusal {
  const [alpha, beta, gamma, delta] = values;
  if (alpha === undefined || beta === undefined || gamma === undefined || delta === undefined) {
    return new Refusal("invalid", "tooFewValues", { argument: "params", needed: 4, given: values.length });
  }
  const four: FourParameters = [alpha, beta, gamma, delta];
  const wrong = four.findIndex((value) => !(value > 0 && Number.isFinite(value)));
  return wrong < 0 ? four : outOfRange(BG_BB_PARAMETERS[wrong] ?? "params", four[wrong] ?? NaN, "> 0");
}

const isCount = (value: number): boolean => value >= 0 && Number.isInteger(value);

/**
 * Opportunities that a history may hold: 27 years of days. A likelihood is a sum over them, one after the other, so
 * that a million (a date in the wrong column, say) would take minutes and more memory than there is.
 */
export const MOST_OPPORTUNITIES = 10_000;

/** Why x, t_x and n cannot belong to a customer; `name` is what the worksheet calls n. */
export function checkOpportunities(x: number, tx: number, n: number, name = "n"): Refusal | undefined {
  if (!(isCount(n) && n <= MOST_OPPORTUNITIES))
    return outOfRange(name, n, `0, 1, 2, … ${MOST_OPPORTUNITIES}`);
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

export function logSum(terms: readonly number[]): number {
  const most = Math.max(...terms);
  return most + Math.log(terms.reduce((sum, term) => sum + Math.exp(term - most), 0));
}

function forDonor(
  values: readonly number[],
  x: number,
  tx: number,
  n: number,
  compute: (parameters: FourParameters, aliveAtLast: number, logLikelihood: number) => number,
): Outcome {
  const parameters = checkFour(values);
  if (parameters instanceof Refusal) return parameters;
  const wrong = checkOpportunities(x, tx, n);
  if (wrong !== undefined) return wrong;
  const terms = logTerms(parameters, x, tx, n);
  const total = logSum(terms);
  return compute(parameters, Math.exp((terms[0] ?? NaN) - total), total);
}

/** P(at least one purchase in n opportunities): the sum over the first one. */
function boughtBy([alpha, beta, gamma, delta]: FourParameters, n: number): number {
  let waits = alpha / (alpha + beta);
  let alive = 1;
  let sum = 0;
  for (let m = 0; m < n; m++) {
    alive *= (delta + m) / (gamma + delta + m);
    sum += waits * alive;
    waits *= (beta + m) / (alpha + beta + m + 1);
  }
  return sum;
}

/** The log-likelihood of one customer (eq. 5); of one who never bought, from the chance to have bought. */
export const bgBbLogLikelihood = (values: readonly number[], x: number, tx: number, n: number): Outcome =>
  forDonor(values, x, tx, n, (parameters, _alive, logLikelihood) => {
    const bought = x === 0 ? boughtBy(parameters, n) : 1;
    return bought < 0.5 ? Math.log1p(-bought) : logLikelihood;
  });

/** The probability that the customer is alive at the next opportunity, n + 1 (eq. 11). */
export const bgBbAlive = (values: readonly number[], x: number, tx: number, n: number): Outcome =>
  forDonor(
    values,
    x,
    tx,
    n,
    ([, , gamma, delta], aliveAtLast) => (aliveAtLast * (delta + n)) / (gamma + delta + n),
  );

/** ln of the odds to be alive at the next opportunity. */
export function bgBbLogOddsAlive(values: readonly number[], x: number, tx: number, n: number): Outcome {
  const parameters = checkFour(values);
  if (parameters instanceof Refusal) return parameters;
  return checkOpportunities(x, tx, n) ?? logOddsAliveNext(parameters, x, tx, n);
}

/** Unchecked: the same. */
export function logOddsAliveNext(parameters: FourParameters, x: number, tx: number, n: number): number {
  const [, , gamma, delta] = parameters;
  const [still = NaN, ...left] = logTerms(parameters, x, tx, n);
  const stays = Math.log(delta + n);
  if (left.length === 0) return stays - Math.log(gamma);
  return stays - logSum([Math.log(gamma), Math.log(gamma + delta + n) + logSum(left) - still]);
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

/** Expected purchases of a new customer in n opportunities (eq. 9, as a sum: no edge at gamma = 1). */
export function bgBbExpected(values: readonly number[], n: number): Outcome {
  const parameters = checkFour(values);
  if (parameters instanceof Refusal) return parameters;
  if (!(isCount(n) && n <= 1e7)) return outOfRange("n", n, "0, 1, 2, … 10000000");
  const [alpha, beta, gamma, delta] = parameters;
  return (alpha / (alpha + beta)) * opportunitiesAlive(gamma, delta, n);
}

/** Expected purchases in the next t opportunities (eq. 13). */
export function bgBbConditional(
  values: readonly number[],
  t: number,
  x: number,
  tx: number,
  n: number,
): Outcome {
  if (!(isCount(t) && t <= 1e7)) return outOfRange("t", t, "0, 1, 2, … 10000000");
  return forDonor(
    values,
    x,
    tx,
    n,
    ([alpha, beta, gamma, delta], alive) =>
      ((alive * (alpha + x)) / (alpha + beta + n)) * opportunitiesAlive(gamma, delta + n, t),
  );
}

/** P(count purchases in n opportunities) of a new customer (eq. 8). */
export function bgBbPmf(values: readonly number[], count: number, n: number): Outcome {
  const parameters = checkFour(values);
  if (parameters instanceof Refusal) return parameters;
  if (!(isCount(n) && n <= MOST_OPPORTUNITIES)) return outOfRange("n", n, `0, 1, 2, … ${MOST_OPPORTUNITIES}`);
  if (!isCount(count)) return outOfRange("count", count, "0, 1, 2, …");
  if (count > n) return 0;
  const ways = (m: number): number => lnRising(m - count + 1, count) - lnRising(1, count);
  const terms = logTerms(parameters, count, count, n);
  return terms.reduce((sum, term, i) => sum + Math.exp(term + ways(i === 0 ? n : count + i - 1)), 0);
}

/**
 * Discounted expected residual transactions: all purchases after opportunity n, each discounted to it at the rate d
 * per opportunity (eq. 14, there by a hypergeometric function). Here E[(1 − θ) / (d + θ)], θ the chance of leaving.
 */
export function bgBbDert(
  values: readonly number[],
  x: number,
  tx: number,
  n: number,
  discount: number,
): Outcome {
  if (!(discount > 0 && Number.isFinite(discount))) return outOfRange("discount", discount, "> 0");
  return forDonor(values, x, tx, n, ([alpha, beta, gamma, delta], alive) => {
    const flat = 40 - Math.log(discount);
    const toCome = betaExpectation(gamma, delta + n, (theta, stays) => stays / (discount + theta), flat);
    return ((alive * (alpha + x)) / (alpha + beta + n)) * toCome;
  });
}

/** Fits the model by maximum likelihood. All x = 0 teaches nothing and is refused. */
export function fitBgBb(history: OpportunityHistory, options: FitOptions = {}): FitOutcome {
  const { x, tx, n, counts } = history;
  const lengths = checkLengths({ x, tx, n, counts });
  if (lengths !== undefined) return lengths;
  const columns = [doubles(x), doubles(tx), doubles(n)] as const;
  for (let i = 0; i < columns[0].length; i++) {
    const wrong = checkOpportunities(at(columns[0], i), at(columns[1], i), at(columns[2], i));
    if (wrong !== undefined) return inRow(wrong, i);
  }
  const weights = counts && doubles(counts);
  const wrongCount = checkCounts(weights);
  if (wrongCount !== undefined) return wrongCount;
  const rows = collapseRows(...columns, weights);
  if (rows.total === 0) return new Refusal("tooLittleData", "noData");
  if (rows.a.every((orders, i) => orders === 0 || at(rows.counts, i) === 0)) {
    return new Refusal("tooLittleData", "noRepeatOrders");
  }
  return maximiseLikelihood(bgBbProblem(rows), options);
}

/** The likelihood of distinct x, t_x and n, and where to look for its maximum. */
export const bgBbProblem = (rows: CollapsedRows): LikelihoodProblem => ({
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
