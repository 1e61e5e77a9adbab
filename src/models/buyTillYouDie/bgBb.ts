import { type Outcome, outOfRange, Refusal } from "../../numerics/refusal";
import { logSumExp } from "../../numerics/logSumExp";
import { lnRising } from "../../numerics/risingFactorial";
import { bgBbOfN, checkCount, logTerms, MOST_OPPORTUNITIES, opportunitiesAlive } from "./bgBbModel";
import type { FitOptions, FitOutcome } from "../fitting/fit";
import { fitTransactions } from "./fitTransactions";
import {
  alive,
  checkHistory,
  checkParameters,
  conditional,
  dert,
  logOddsAlive,
  type FourParameters,
} from "./transactionModel";

/** x opportunities used, t_x the last one used (0 if none), n opportunities in all; `counts` customers per row. */
export interface OpportunityHistory {
  readonly x: ArrayLike<number>;
  readonly tx: ArrayLike<number>;
  readonly n: ArrayLike<number>;
  readonly counts?: ArrayLike<number>;
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
export function bgBbLogLikelihood(values: readonly number[], x: number, tx: number, n: number): Outcome {
  const parameters = checkParameters(bgBbOfN, values);
  if (parameters instanceof Refusal) return parameters;
  const wrong = checkHistory(bgBbOfN, x, tx, n);
  if (wrong !== undefined) return wrong;
  const bought = x === 0 ? boughtBy(parameters, n) : 1;
  return bought < 0.5 ? Math.log1p(-bought) : logSumExp(logTerms(parameters, x, tx, n));
}

/** The probability that the customer is alive at the next opportunity, n + 1 (eq. 11). */
export const bgBbAlive = (values: readonly number[], x: number, tx: number, n: number): Outcome =>
  alive(bgBbOfN, values, x, tx, n);

/** ln of the odds to be alive at the next opportunity. */
export const bgBbLogOddsAlive = (values: readonly number[], x: number, tx: number, n: number): Outcome =>
  logOddsAlive(bgBbOfN, values, x, tx, n);

/** Expected purchases of a new customer in n opportunities (eq. 9, as a sum: no edge at gamma = 1). */
export function bgBbExpected(values: readonly number[], n: number): Outcome {
  const parameters = checkParameters(bgBbOfN, values);
  if (parameters instanceof Refusal) return parameters;
  const wrong = checkCount("n", n, 1e7);
  if (wrong !== undefined) return wrong;
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
  return checkCount("t", t, 1e7) ?? conditional(bgBbOfN, values, t, x, tx, n);
}

/** P(count purchases in n opportunities) of a new customer (eq. 8). */
export function bgBbPmf(values: readonly number[], count: number, n: number): Outcome {
  const parameters = checkParameters(bgBbOfN, values);
  if (parameters instanceof Refusal) return parameters;
  const wrong = checkCount("n", n, MOST_OPPORTUNITIES) ?? checkCount("count", count, Infinity);
  if (wrong !== undefined) return wrong;
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
  return dert(bgBbOfN, values, x, tx, n, Math.log1p(discount));
}

/** Fits the model by maximum likelihood. All x = 0 teaches nothing and is refused. */
export const fitBgBb = ({ n, ...history }: OpportunityHistory, options: FitOptions = {}): FitOutcome =>
  fitTransactions(bgBbOfN, { ...history, age: n }, options);
