import { mbgNbd } from "../../models/buyTillYouDie/mbgNbd";
import { logLikelihood } from "../../models/buyTillYouDie/transactionModel";
import { massOf, predictionsOf } from "../../models/buyTillYouDie/transactionPredictions";
import { eachCustomer, fitted, predicted } from "../modelArguments";

const PREDICTIONS = predictionsOf(mbgNbd);
const MASS = massOf(mbgNbd);

/**
 * Fits MBG/NBD: as BG/NBD, but a customer may leave right after the first order, so that one who never came back may
 * be gone.
 * @customfunction MBGNBD.FIT
 * @param x Repeat orders of each customer: orders after the first, at most one a day.
 * @param tx Age of each customer at the last order, 0 where x is 0.
 * @param age Age of each customer now, in the same unit as tx; weeks are days / 7.
 * @param [stats] TRUE adds standard errors, log-likelihood, AIC, BIC, customers, distinct rows, iterations and the standing of the fit.
 * @param [customers] How many customers each row stands for; 1 when left out.
 * @param [weak_prior] TRUE steadies a fit that the data hardly determine.
 * @returns A row: r, alpha, a, b. The other MBGNBD functions take it as params.
 * @formula maximum of the sum of CLV.MBGNBD.LL over customers
 * @errors #N/A when no customer has ordered again, because nothing can be learnt; #VALUE! when a history is impossible (tx above age) or the ranges differ in length; #NUM! when the search does not end.
 * @example =CLV.MBGNBD.FIT({0; 1; 1; 2; 2; 3; 4; 7; 12}, {0; 4; 20; 10; 30; 24; 36; 35; 38}, {39; 39; 39; 39; 39; 39; 39; 39; 39}, FALSE, {600; 90; 60; 40; 40; 30; 25; 20; 15}) → {2.287, 23.35, 0.7007, 0.437}
 * @source Batislam, Denizel & Filiztekin 2007.
 * @cancelable
 */
export function mbgNbdFit(
  x: unknown[][],
  tx: unknown[][],
  age: unknown[][],
  stats: unknown[][] | undefined,
  customers: unknown[][] | undefined,
  weak_prior: unknown[][] | undefined,
  invocation: CustomFunctions.CancelableInvocation,
): Promise<unknown[][]> {
  return fitted({
    model: "mbgNbd",
    columns: { x, tx, age },
    customers,
    stats,
    weakPrior: weak_prior,
    invocation,
  });
}

/**
 * Log-likelihood of each customer's history under MBG/NBD: their sum tells how well parameters fit.
 * @customfunction MBGNBD.LL
 * @param params The row r, alpha, a, b of CLV.MBGNBD.FIT.
 * @param x Repeat orders of each customer: orders after the first, at most one a day.
 * @param tx Age of each customer at the last order, 0 where x is 0.
 * @param age Age of each customer now, in the same unit as tx; weeks are days / 7.
 * @returns One value per customer; SUM gives that of all.
 * @formula ln of as CLV.BGNBD.LL with b + 1 in the place of b, and the second part for x = 0 too
 * @errors #VALUE! when a parameter is not above 0, x is not 0, 1, 2 … or tx is above age.
 * @example =CLV.MBGNBD.LL({0.525, 6.183, 0.891, 1.614}, 2, 30.43, 38.86) → -9.486
 * @source Batislam, Denizel & Filiztekin 2007.
 */
export function mbgNbdLogLikelihood(
  params: unknown[][],
  x: unknown[][],
  tx: unknown[][],
  age: unknown[][],
): unknown[][] {
  return eachCustomer(
    params,
    (row, x = NaN, tx = NaN, age = NaN) => logLikelihood(mbgNbd, row, x, tx, age),
    ["x", x],
    ["tx", tx],
    ["age", age],
  );
}

/**
 * Repeat orders to expect of a new customer within a time t, by MBG/NBD.
 * @customfunction MBGNBD.EXPECTED
 * @param params The row r, alpha, a, b of CLV.MBGNBD.FIT.
 * @param t Time ahead, in the unit of the ages.
 * @param [level] Level of an interval, 0.95 say: each answer is then value, low, high. Give the whole block of the FIT function with stats TRUE as params.
 * @returns Orders for each t.
 * @formula E[(1 − p) (1 − (1 + p t / alpha)^−r) / p], p ~ Beta(a, b)
 * @errors #VALUE! when a parameter is not above 0 or t is negative.
 * @example =CLV.MBGNBD.EXPECTED({0.525, 6.183, 0.891, 1.614}, {1, 39, 52}) → {0.05308, 1.183, 1.42}
 * @source Batislam, Denizel & Filiztekin 2007.
 */
export function mbgNbdExpected(params: unknown[][], t: unknown[][], level?: unknown[][]): unknown[][] {
  return predicted(PREDICTIONS.expected, params, level, ["t", t]);
}

/**
 * Orders to expect of each customer in the next t, given the history, by MBG/NBD.
 * @customfunction MBGNBD.CONDITIONAL
 * @param params The row r, alpha, a, b of CLV.MBGNBD.FIT.
 * @param t Time ahead, in the unit of the ages.
 * @param x Repeat orders of each customer: orders after the first, at most one a day.
 * @param tx Age of each customer at the last order, 0 where x is 0.
 * @param age Age of each customer now, in the same unit as tx; weeks are days / 7.
 * @param [level] Level of an interval, 0.95 say: each answer is then value, low, high. Give the whole block of the FIT function with stats TRUE as params.
 * @returns Orders, one value per customer.
 * @formula P(alive) × orders expected of a living customer in t
 * @errors #VALUE! when a parameter is not above 0, x is not 0, 1, 2 … or tx is above age.
 * @example =CLV.MBGNBD.CONDITIONAL({0.525, 6.183, 0.891, 1.614}, 39, 2, 30.43, 38.86) → 1.263
 * @source Batislam, Denizel & Filiztekin 2007.
 */
export function mbgNbdConditional(
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
 * Probability that each customer is still a customer, by MBG/NBD. A customer with x = 0 may be gone.
 * @customfunction MBGNBD.ALIVE
 * @param params The row r, alpha, a, b of CLV.MBGNBD.FIT.
 * @param x Repeat orders of each customer: orders after the first, at most one a day.
 * @param tx Age of each customer at the last order, 0 where x is 0.
 * @param age Age of each customer now, in the same unit as tx; weeks are days / 7.
 * @param [level] Level of an interval, 0.95 say: each answer is then value, low, high. Give the whole block of the FIT function with stats TRUE as params.
 * @returns A probability per customer.
 * @formula likelihood of the history with the customer still there / likelihood of the history
 * @errors #VALUE! when a parameter is not above 0, x is not 0, 1, 2 … or tx is above age.
 * @example =CLV.MBGNBD.ALIVE({0.525, 6.183, 0.891, 1.614}, {2, 0}, {30.43, 0}, 38.86) → {0.7062, 0.3897}
 * @source Batislam, Denizel & Filiztekin 2007.
 */
export function mbgNbdAlive(
  params: unknown[][],
  x: unknown[][],
  tx: unknown[][],
  age: unknown[][],
  level?: unknown[][],
): unknown[][] {
  return predicted(PREDICTIONS.alive, params, level, ["x", x], ["tx", tx], ["age", age]);
}

/**
 * Probability that a new customer places n repeat orders within a time t, by MBG/NBD.
 * @customfunction MBGNBD.PMF
 * @param params The row r, alpha, a, b of CLV.MBGNBD.FIT.
 * @param n Number of repeat orders: 0, 1, 2 …
 * @param t Time ahead, in the unit of the ages.
 * @param [level] Level of an interval, 0.95 say: each answer is then value, low, high. Give the whole block of the FIT function with stats TRUE as params.
 * @returns A probability for each n.
 * @formula P(n orders by t), whether still a customer or gone before
 * @errors #VALUE! when a parameter is not above 0, n is not 0, 1, 2 … or t is negative.
 * @example =CLV.MBGNBD.PMF({0.525, 6.183, 0.891, 1.614}, 0, 39) → 0.5825
 * @source Batislam, Denizel & Filiztekin 2007.
 */
export function mbgNbdPmf(
  params: unknown[][],
  n: unknown[][],
  t: unknown[][],
  level?: unknown[][],
): unknown[][] {
  return predicted(MASS, params, level, ["n", n], ["t", t]);
}

/**
 * Discounted expected residual transactions by MBG/NBD: all orders still to come, each worth less the later it comes.
 * Times margin and order value it is the customer's residual value.
 * @customfunction MBGNBD.DERT
 * @param params The row r, alpha, a, b of CLV.MBGNBD.FIT.
 * @param x Repeat orders of each customer: orders after the first, at most one a day.
 * @param tx Age of each customer at the last order, 0 where x is 0.
 * @param age Age of each customer now, in the same unit as tx; weeks are days / 7.
 * @param delta Continuous discount rate per unit of the ages: CLV.RATE(0.15, 52, TRUE) for 15% a year and weeks.
 * @param [level] Level of an interval, 0.95 say: each answer is then value, low, high. Give the whole block of the FIT function with stats TRUE as params.
 * @returns Discounted orders, one value per customer.
 * @formula ∫ e^(−delta t) dE[orders by t | history], t from 0 without end
 * @errors #VALUE! when a parameter is not above 0, x is not 0, 1, 2 … or tx is above age; delta must be above 0.
 * @example =CLV.MBGNBD.DERT({0.525, 6.183, 0.891, 1.614}, 2, 30.43, 38.86, 0.0027) → 4.913
 * @source Batislam, Denizel & Filiztekin 2007.
 */
export function mbgNbdDert(
  params: unknown[][],
  x: unknown[][],
  tx: unknown[][],
  age: unknown[][],
  delta: unknown[][],
  level?: unknown[][],
): unknown[][] {
  return predicted(PREDICTIONS.dert, params, level, ["x", x], ["tx", tx], ["age", age], ["delta", delta]);
}
