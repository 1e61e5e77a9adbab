import { bgBbLogLikelihood } from "../../models/buyTillYouDie/bgBb";
import { bgBbPredictions } from "../../models/buyTillYouDie/bgBbPredictions";
import { eachCustomer, fitted, predicted } from "../modelArguments";

/**
 * Fits BG/BB to customers with regular opportunities to order (a yearly appeal, a monthly box): a living customer
 * uses each with a probability of their own, and before each may leave with a probability of their own.
 * @customfunction BGBB.FIT
 * @param x Opportunities that each customer used.
 * @param tx The last opportunity used, counted from 1; 0 where x is 0.
 * @param n Opportunities that each customer had.
 * @param [customers] How many customers each row stands for; 1 when left out.
 * @param [stats] TRUE adds standard errors, log-likelihood, AIC, BIC, customers, distinct rows, iterations and the standing of the fit.
 * @param [weak_prior] TRUE steadies a fit that the data hardly determine.
 * @returns A row: alpha, beta, gamma, delta.
 * @formula maximum of the sum of CLV.BGBB.LL over customers
 * @errors #N/A when no opportunity was used; #VALUE! when a parameter is not above 0, or x, tx, n are not whole numbers with x ≤ tx ≤ n.
 * @example =CLV.BGBB.FIT({3; 2; 1; 2; 1; 1; 0}, {3; 3; 3; 2; 2; 1; 0}, {3; 3; 3; 3; 3; 3; 3}, {240; 150; 60; 110; 60; 130; 450}) → {2.413, 1.413, 0.2144, 0.5817}
 * @source Fader, Hardie & Shang 2010.
 * @cancelable
 */
export function bgBbFit(
  x: unknown[][],
  tx: unknown[][],
  n: unknown[][],
  customers: unknown[][] | undefined,
  stats: unknown[][] | undefined,
  weak_prior: unknown[][] | undefined,
  invocation: CustomFunctions.CancelableInvocation,
): Promise<unknown[][]> {
  return fitted({
    model: "bgBb",
    columns: { x, tx, n },
    customers,
    stats,
    weakPrior: weak_prior,
    invocation,
  });
}

/**
 * Log-likelihood of each customer's history under BG/BB.
 * @customfunction BGBB.LL
 * @param params The row alpha, beta, gamma, delta of CLV.BGBB.FIT.
 * @param x Opportunities that each customer used.
 * @param tx The last opportunity used, counted from 1; 0 where x is 0.
 * @param n Opportunities that each customer had.
 * @returns One value per customer.
 * @formula ln of the sum over the opportunities after which they may have left
 * @errors #VALUE! when a parameter is not above 0, or x, tx, n are not whole numbers with x ≤ tx ≤ n.
 * @example =CLV.BGBB.LL({1.204, 0.75, 0.657, 2.783}, 3, 4, 6) → -5.059
 * @source Fader, Hardie & Shang 2010.
 */
export function bgBbLogLikelihoodOf(
  params: unknown[][],
  x: unknown[][],
  tx: unknown[][],
  n: unknown[][],
): unknown[][] {
  return eachCustomer(
    params,
    (row, x = NaN, tx = NaN, n = NaN) => bgBbLogLikelihood(row, x, tx, n),
    ["x", x],
    ["tx", tx],
    ["n", n],
  );
}

/**
 * Orders to expect of a new customer in n opportunities, by BG/BB.
 * @customfunction BGBB.EXPECTED
 * @param params The row alpha, beta, gamma, delta of CLV.BGBB.FIT.
 * @param n Number of opportunities ahead.
 * @param [level] Level of an interval, 0.95 say: each answer is then value, low, high. Give the whole block of the FIT function with stats TRUE as params.
 * @returns Orders for each n.
 * @formula alpha / (alpha + beta) × Σ P(alive at t), t = 1 … n
 * @errors #VALUE! when a parameter is not above 0 or n is not 0, 1, 2 …
 * @example =CLV.BGBB.EXPECTED({1.204, 0.75, 0.657, 2.783}, 6) → 2.22
 * @source Fader, Hardie & Shang 2010.
 */
export function bgBbExpectedOf(params: unknown[][], n: unknown[][], level?: unknown[][]): unknown[][] {
  return predicted(bgBbPredictions.expected, params, level, ["n", n]);
}

/**
 * Orders to expect of each customer in the next t opportunities, given the history, by BG/BB.
 * @customfunction BGBB.CONDITIONAL
 * @param params The row alpha, beta, gamma, delta of CLV.BGBB.FIT.
 * @param t Number of opportunities ahead.
 * @param x Opportunities that each customer used.
 * @param tx The last opportunity used, counted from 1; 0 where x is 0.
 * @param n Opportunities that each customer had.
 * @param [level] Level of an interval, 0.95 say: each answer is then value, low, high. Give the whole block of the FIT function with stats TRUE as params.
 * @returns Orders, one value per customer.
 * @formula P(alive) × (alpha + x) / (alpha + beta + n) × Σ P(still alive)
 * @errors #VALUE! when a parameter is not above 0, or x, tx, n are not whole numbers with x ≤ tx ≤ n.
 * @example =CLV.BGBB.CONDITIONAL({1.204, 0.75, 0.657, 2.783}, 5, {6, 0}, {6, 0}, 6) → {3.752, 0.0728}
 * @source Fader, Hardie & Shang 2010.
 */
export function bgBbConditionalOf(
  params: unknown[][],
  t: unknown[][],
  x: unknown[][],
  tx: unknown[][],
  n: unknown[][],
  level?: unknown[][],
): unknown[][] {
  return predicted(bgBbPredictions.conditional, params, level, ["t", t], ["x", x], ["tx", tx], ["n", n]);
}

/**
 * Probability that each customer is alive at the next opportunity, n + 1, by BG/BB.
 * @customfunction BGBB.ALIVE
 * @param params The row alpha, beta, gamma, delta of CLV.BGBB.FIT.
 * @param x Opportunities that each customer used.
 * @param tx The last opportunity used, counted from 1; 0 where x is 0.
 * @param n Opportunities that each customer had.
 * @param [level] Level of an interval, 0.95 say: each answer is then value, low, high. Give the whole block of the FIT function with stats TRUE as params.
 * @returns A probability per customer.
 * @formula P(alive at n | history) × (delta + n) / (gamma + delta + n)
 * @errors #VALUE! when a parameter is not above 0, or x, tx, n are not whole numbers with x ≤ tx ≤ n.
 * @example =CLV.BGBB.ALIVE({1.204, 0.75, 0.657, 2.783}, {6, 0}, {6, 0}, 6) → {0.9304, 0.108}
 * @source Fader, Hardie & Shang 2010.
 */
export function bgBbAliveOf(
  params: unknown[][],
  x: unknown[][],
  tx: unknown[][],
  n: unknown[][],
  level?: unknown[][],
): unknown[][] {
  return predicted(bgBbPredictions.alive, params, level, ["x", x], ["tx", tx], ["n", n]);
}

/**
 * Discounted expected residual transactions by BG/BB: all orders after opportunity n, each discounted to it.
 * @customfunction BGBB.DERT
 * @param params The row alpha, beta, gamma, delta of CLV.BGBB.FIT.
 * @param x Opportunities that each customer used.
 * @param tx The last opportunity used, counted from 1; 0 where x is 0.
 * @param n Opportunities that each customer had.
 * @param discount Discount rate per opportunity, above 0.
 * @param [level] Level of an interval, 0.95 say: each answer is then value, low, high. Give the whole block of the FIT function with stats TRUE as params.
 * @returns Discounted orders, one value per customer.
 * @formula Σ E[orders at n + t | history] / (1 + discount)^t, t = 1, 2, 3 …
 * @errors #VALUE! when a parameter is not above 0, or x, tx, n are not whole numbers with x ≤ tx ≤ n.
 * @example =CLV.BGBB.DERT({0.66, 5.19, 173.76, 1882.93}, {4, 3, 2, 1}, 4, 4, 0.1) → {2.35, 1.85, 1.34, 0.84}
 * @source Fader, Hardie & Shang 2010.
 */
export function bgBbDertOf(
  params: unknown[][],
  x: unknown[][],
  tx: unknown[][],
  n: unknown[][],
  discount: unknown[][],
  level?: unknown[][],
): unknown[][] {
  return predicted(
    bgBbPredictions.dert,
    params,
    level,
    ["x", x],
    ["tx", tx],
    ["n", n],
    ["discount", discount],
  );
}
