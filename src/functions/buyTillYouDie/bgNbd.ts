import { bgNbd } from "../../models/buyTillYouDie/bgNbd";
import { logLikelihood } from "../../models/buyTillYouDie/transactionModel";
import { massOf, predictionsOf } from "../../models/buyTillYouDie/transactionPredictions";
import { eachCustomer, fitted, predicted } from "../modelArguments";

const PREDICTIONS = predictionsOf(bgNbd);
const MASS = massOf(bgNbd);

/**
 * Fits BG/NBD to customers who are free to come and go: each orders at random at a rate of their own, and after each
 * repeat order leaves for good with a probability of their own.
 * @customfunction BGNBD.FIT
 * @param x Repeat orders of each customer: orders after the first, at most one a day.
 * @param tx Age of each customer at the last order, 0 where x is 0.
 * @param age Age of each customer now, in the same unit as tx; weeks are days / 7.
 * @param [stats] TRUE adds standard errors, log-likelihood, AIC, BIC, customers, distinct rows, iterations and the standing of the fit.
 * @param [customers] How many customers each row stands for; 1 when left out.
 * @param [weak_prior] TRUE steadies a fit that the data hardly determine.
 * @returns A row: r, alpha, a, b. The other BGNBD functions take it as params.
 * @formula maximum of the sum of CLV.BGNBD.LL over customers
 * @errors #N/A when no customer has ordered again, because nothing can be learnt; #VALUE! when a history is impossible (tx above age) or the ranges differ in length; #NUM! when the search does not end.
 * @example =CLV.BGNBD.FIT({0; 1; 1; 2; 2; 3; 4; 7; 12}, {0; 4; 20; 10; 30; 24; 36; 35; 38}, {39; 39; 39; 39; 39; 39; 39; 39; 39}, FALSE, {600; 90; 60; 40; 40; 30; 25; 20; 15}) → {0.2319, 6.942, 0.2388, 0.591}
 * @source Fader, Hardie & Lee 2005, Counting your customers the easy way.
 * @cancelable
 */
export function bgNbdFit(
  x: unknown[][],
  tx: unknown[][],
  age: unknown[][],
  stats: unknown[][] | undefined,
  customers: unknown[][] | undefined,
  weak_prior: unknown[][] | undefined,
  invocation: CustomFunctions.CancelableInvocation,
): Promise<unknown[][]> {
  return fitted({
    model: "bgNbd",
    columns: { x, tx, age },
    customers,
    stats,
    weakPrior: weak_prior,
    invocation,
  });
}

/**
 * Log-likelihood of each customer's history under BG/NBD: their sum tells how well parameters fit.
 * @customfunction BGNBD.LL
 * @param params The row r, alpha, a, b of CLV.BGNBD.FIT.
 * @param x Repeat orders of each customer: orders after the first, at most one a day.
 * @param tx Age of each customer at the last order, 0 where x is 0.
 * @param age Age of each customer now, in the same unit as tx; weeks are days / 7.
 * @returns One value per customer; SUM gives that of all.
 * @formula ln of Gamma(r + x) alpha^r / Gamma(r) × B(a, b + x) / B(a, b) × [(alpha + age)^−(r+x) + a / (b + x − 1) × (alpha + tx)^−(r+x), where x > 0]
 * @errors #VALUE! when a parameter is not above 0, x is not 0, 1, 2 … or tx is above age.
 * @example =CLV.BGNBD.LL({0.2426, 4.4136, 0.793, 2.4256}, 2, 30.43, 38.86) → -9.46
 * @source Fader, Hardie & Lee 2005; Fader & Hardie, note 004.
 */
export function bgNbdLogLikelihood(
  params: unknown[][],
  x: unknown[][],
  tx: unknown[][],
  age: unknown[][],
): unknown[][] {
  return eachCustomer(
    params,
    (row, x = NaN, tx = NaN, age = NaN) => logLikelihood(bgNbd, row, x, tx, age),
    ["x", x],
    ["tx", tx],
    ["age", age],
  );
}

/**
 * Repeat orders to expect of a new customer within a time t, by BG/NBD.
 * @customfunction BGNBD.EXPECTED
 * @param params The row r, alpha, a, b of CLV.BGNBD.FIT.
 * @param t Time ahead, in the unit of the ages.
 * @param [level] Level of an interval, 0.95 say: each answer is then value, low, high. Give the whole block of the FIT function with stats TRUE as params.
 * @returns Orders for each t.
 * @formula E[(1 − (1 + p t / alpha)^−r) / p], p ~ Beta(a, b)
 * @errors #VALUE! when a parameter is not above 0 or t is negative.
 * @example =CLV.BGNBD.EXPECTED({0.2426, 4.4136, 0.793, 2.4256}, {1, 39, 52}) → {0.05319, 1.195, 1.444}
 * @source Fader, Hardie & Lee 2005; Fader & Hardie, note 004.
 */
export function bgNbdExpected(params: unknown[][], t: unknown[][], level?: unknown[][]): unknown[][] {
  return predicted(PREDICTIONS.expected, params, level, ["t", t]);
}

/**
 * Orders to expect of each customer in the next t, given the history, by BG/NBD.
 * @customfunction BGNBD.CONDITIONAL
 * @param params The row r, alpha, a, b of CLV.BGNBD.FIT.
 * @param t Time ahead, in the unit of the ages.
 * @param x Repeat orders of each customer: orders after the first, at most one a day.
 * @param tx Age of each customer at the last order, 0 where x is 0.
 * @param age Age of each customer now, in the same unit as tx; weeks are days / 7.
 * @param [level] Level of an interval, 0.95 say: each answer is then value, low, high. Give the whole block of the FIT function with stats TRUE as params.
 * @returns Orders, one value per customer.
 * @formula P(alive) × orders expected of a living customer in t
 * @errors #VALUE! when a parameter is not above 0, x is not 0, 1, 2 … or tx is above age.
 * @example =CLV.BGNBD.CONDITIONAL({0.2426, 4.4136, 0.793, 2.4256}, 39, 2, 30.43, 38.86) → 1.226
 * @source Fader, Hardie & Lee 2005; Fader & Hardie, note 004.
 */
export function bgNbdConditional(
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
 * Probability that each customer is still a customer, by BG/NBD. A customer with x = 0 is always alive in this model.
 * @customfunction BGNBD.ALIVE
 * @param params The row r, alpha, a, b of CLV.BGNBD.FIT.
 * @param x Repeat orders of each customer: orders after the first, at most one a day.
 * @param tx Age of each customer at the last order, 0 where x is 0.
 * @param age Age of each customer now, in the same unit as tx; weeks are days / 7.
 * @param [level] Level of an interval, 0.95 say: each answer is then value, low, high. Give the whole block of the FIT function with stats TRUE as params.
 * @returns A probability per customer.
 * @formula likelihood of the history with the customer still there / likelihood of the history
 * @errors #VALUE! when a parameter is not above 0, x is not 0, 1, 2 … or tx is above age.
 * @example =CLV.BGNBD.ALIVE({0.2426, 4.4136, 0.793, 2.4256}, {2, 0}, {30.43, 0}, 38.86) → {0.7266, 1}
 * @example =CLV.BGNBD.ALIVE(CLV.BGNBD.FIT({0; 1; 1; 2; 2; 3; 4; 7; 12}, {0; 4; 20; 10; 30; 24; 36; 35; 38}, {39; 39; 39; 39; 39; 39; 39; 39; 39}, TRUE, {600; 90; 60; 40; 40; 30; 25; 20; 15}), 2, 30, 39, 0.95) → {0.8037, 0.7196, 0.8673}
 * @source Fader, Hardie & Lee 2005; Fader & Hardie, note 004.
 */
export function bgNbdAlive(
  params: unknown[][],
  x: unknown[][],
  tx: unknown[][],
  age: unknown[][],
  level?: unknown[][],
): unknown[][] {
  return predicted(PREDICTIONS.alive, params, level, ["x", x], ["tx", tx], ["age", age]);
}

/**
 * Probability that a new customer places n repeat orders within a time t, by BG/NBD.
 * @customfunction BGNBD.PMF
 * @param params The row r, alpha, a, b of CLV.BGNBD.FIT.
 * @param n Number of repeat orders: 0, 1, 2 …
 * @param t Time ahead, in the unit of the ages.
 * @param [level] Level of an interval, 0.95 say: each answer is then value, low, high. Give the whole block of the FIT function with stats TRUE as params.
 * @returns A probability for each n.
 * @formula P(n orders by t), whether still a customer or gone before
 * @errors #VALUE! when a parameter is not above 0, n is not 0, 1, 2 … or t is negative.
 * @example =CLV.BGNBD.PMF({0.243, 4.414, 0.793, 2.426}, 0, 39) → 0.5738
 * @source Fader, Hardie & Lee 2005; Fader & Hardie, note 004.
 */
export function bgNbdPmf(
  params: unknown[][],
  n: unknown[][],
  t: unknown[][],
  level?: unknown[][],
): unknown[][] {
  return predicted(MASS, params, level, ["n", n], ["t", t]);
}

/**
 * Discounted expected residual transactions by BG/NBD: all orders still to come, each worth less the later it comes.
 * Times margin and order value it is the customer's residual value.
 * @customfunction BGNBD.DERT
 * @param params The row r, alpha, a, b of CLV.BGNBD.FIT.
 * @param x Repeat orders of each customer: orders after the first, at most one a day.
 * @param tx Age of each customer at the last order, 0 where x is 0.
 * @param age Age of each customer now, in the same unit as tx; weeks are days / 7.
 * @param delta Continuous discount rate per unit of the ages: CLV.RATE(0.15, 52, TRUE) for 15% a year and weeks.
 * @param [level] Level of an interval, 0.95 say: each answer is then value, low, high. Give the whole block of the FIT function with stats TRUE as params.
 * @returns Discounted orders, one value per customer.
 * @formula ∫ e^(−delta t) dE[orders by t | history], t from 0 without end
 * @errors #VALUE! when a parameter is not above 0, x is not 0, 1, 2 … or tx is above age; delta must be above 0.
 * @example =CLV.BGNBD.DERT({0.2426, 4.4136, 0.793, 2.4256}, 2, 30.43, 38.86, 0.0027) → 5.156
 * @source Fader, Hardie & Lee 2005; Fader & Hardie, note 004.
 */
export function bgNbdDert(
  params: unknown[][],
  x: unknown[][],
  tx: unknown[][],
  age: unknown[][],
  delta: unknown[][],
  level?: unknown[][],
): unknown[][] {
  return predicted(PREDICTIONS.dert, params, level, ["x", x], ["tx", tx], ["age", age], ["delta", delta]);
}
