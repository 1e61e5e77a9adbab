import { bgCnbdK } from "../../models/buyTillYouDie/cnbdK";
import { fitted, predicted } from "../modelArguments";
import { stagedPredictionsOf } from "./regularBuyers";

const PREDICTIONS = stagedPredictionsOf(bgCnbdK);

/**
 * Fits BG/CNBD-k for regular buyers: as BG/NBD, but an order takes k stages, so that orders come more evenly the
 * larger k is. k is chosen by likelihood; 1 says that BG/NBD serves.
 * @customfunction BGCNBD.FIT
 * @param x Repeat orders of each customer: orders after the first, at most one a day.
 * @param tx Age of each customer at the last order, 0 where x is 0.
 * @param age Age of each customer now, in the same unit as tx; weeks are days / 7.
 * @param sum_log_gaps For each customer the sum of the natural logarithms of the gaps between orders, in the unit of the ages; 0 where x is 0.
 * @param [stats] TRUE adds standard errors, log-likelihood, AIC, BIC, customers, distinct rows, iterations and the standing of the fit.
 * @param [customers] How many customers each row stands for; 1 when left out.
 * @param [weak_prior] TRUE steadies a fit that the data hardly determine.
 * @returns A row: r, alpha, a, b, k.
 * @formula maximum over k of the likelihood with Erlang-k gaps
 * @errors #N/A when no customer has ordered again, because nothing can be learnt; #VALUE! when a history is impossible (tx above age) or the ranges differ in length; #NUM! when the search does not end.
 * @example =CLV.BGCNBD.FIT({0; 1; 1; 2; 2; 3; 3; 4; 6}, {0; 5; 25; 9; 30; 14; 36; 20; 38}, {39; 39; 39; 39; 39; 39; 39; 39; 39}, {0; 1.61; 3.22; 2.6; 5; 4; 6.8; 5.5; 10}, FALSE, {300; 120; 30; 50; 30; 30; 30; 20; 60}) → {0.4927, 3.142, 1.069, 2.095, 2}
 * @source Platzer & Reutterer 2016, Ticking away the moments.
 * @cancelable
 */
export function bgCnbdFit(
  x: unknown[][],
  tx: unknown[][],
  age: unknown[][],
  sum_log_gaps: unknown[][],
  stats: unknown[][] | undefined,
  customers: unknown[][] | undefined,
  weak_prior: unknown[][] | undefined,
  invocation: CustomFunctions.CancelableInvocation,
): Promise<unknown[][]> {
  const columns = { x, tx, age, sum_log_gaps };
  return fitted({ model: "bgCnbdK", columns, customers, stats, weakPrior: weak_prior, invocation });
}

/**
 * Repeat orders to expect of a new customer within a time t, by BG/CNBD-k.
 * @customfunction BGCNBD.EXPECTED
 * @param params The row r, alpha, a, b, k of CLV.BGCNBD.FIT.
 * @param t Time ahead, in the unit of the ages.
 * @param [level] Level of an interval, 0.95 say: each answer is then value, low, high. Give the whole block of the FIT function with stats TRUE as params.
 * @returns Orders for each t.
 * @formula Σ P(n-th order by t), n = 1, 2, 3 …
 * @errors #VALUE! when a parameter is not above 0, k is not 1, 2, 3 …, x is not 0, 1, 2 … or tx is above age.
 * @example =CLV.BGCNBD.EXPECTED({0.5, 2, 0.9, 1.6, 2}, {39, 52}) → {1.864, 2.186}
 * @source Platzer & Reutterer 2016.
 */
export function bgCnbdExpected(params: unknown[][], t: unknown[][], level?: unknown[][]): unknown[][] {
  return predicted(PREDICTIONS.expected, params, level, ["t", t]);
}

/**
 * Orders to expect of each customer in the next t, given the history, by BG/CNBD-k.
 * @customfunction BGCNBD.CONDITIONAL
 * @param params The row r, alpha, a, b, k of CLV.BGCNBD.FIT.
 * @param t Time ahead, in the unit of the ages.
 * @param x Repeat orders of each customer: orders after the first, at most one a day.
 * @param tx Age of each customer at the last order, 0 where x is 0.
 * @param age Age of each customer now, in the same unit as tx; weeks are days / 7.
 * @param [level] Level of an interval, 0.95 say: each answer is then value, low, high. Give the whole block of the FIT function with stats TRUE as params.
 * @returns Orders, one value per customer.
 * @formula P(alive) × orders expected of a living customer in t, over the stages since the last order
 * @errors #VALUE! when a parameter is not above 0, k is not 1, 2, 3 …, x is not 0, 1, 2 … or tx is above age.
 * @example =CLV.BGCNBD.CONDITIONAL({0.5, 2, 0.9, 1.6, 2}, 39, 2, 30.43, 38.86) → 1.273
 * @source Platzer & Reutterer 2016.
 */
export function bgCnbdConditional(
  params: unknown[][],
  t: unknown[][],
  x: unknown[][],
  tx: unknown[][],
  age: unknown[][],
  level?: unknown[][],
): unknown[][] {
  return predicted(PREDICTIONS.conditional, params, level, ["t", t], ["x", x], ["tx", tx], ["age", age]);
}

/**
 * Probability that each customer is still a customer, by BG/CNBD-k: a long silence of a regular buyer weighs more
 * than in BG/NBD.
 * @customfunction BGCNBD.ALIVE
 * @param params The row r, alpha, a, b, k of CLV.BGCNBD.FIT.
 * @param x Repeat orders of each customer: orders after the first, at most one a day.
 * @param tx Age of each customer at the last order, 0 where x is 0.
 * @param age Age of each customer now, in the same unit as tx; weeks are days / 7.
 * @param [level] Level of an interval, 0.95 say: each answer is then value, low, high. Give the whole block of the FIT function with stats TRUE as params.
 * @returns A probability per customer.
 * @formula likelihood of the history with the customer still there / likelihood of the history
 * @errors #VALUE! when a parameter is not above 0, k is not 1, 2, 3 …, x is not 0, 1, 2 … or tx is above age.
 * @example =CLV.BGCNBD.ALIVE({0.5, 2, 0.9, 1.6, 2}, 2, 30.43, 38.86) → 0.6632
 * @source Platzer & Reutterer 2016.
 */
export function bgCnbdAlive(
  params: unknown[][],
  x: unknown[][],
  tx: unknown[][],
  age: unknown[][],
  level?: unknown[][],
): unknown[][] {
  return predicted(PREDICTIONS.alive, params, level, ["x", x], ["tx", tx], ["age", age]);
}
