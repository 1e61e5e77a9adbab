import { paretoNbd } from "../../models/buyTillYouDie/paretoNbd";
import { logLikelihood } from "../../models/buyTillYouDie/transactionModel";
import { massOf, predictionsOf } from "../../models/buyTillYouDie/transactionPredictions";
import { eachCustomer, fitted, predicted } from "../modelArguments";

const PREDICTIONS = predictionsOf(paretoNbd);
const MASS = massOf(paretoNbd);

/**
 * Fits Pareto/NBD: each customer orders at random at a rate of their own and leaves unseen after a lifetime of their
 * own, at any moment.
 * @customfunction PARETO.FIT
 * @param x Repeat orders of each customer: orders after the first, at most one a day.
 * @param tx Age of each customer at the last order, 0 where x is 0.
 * @param age Age of each customer now, in the same unit as tx; weeks are days / 7.
 * @param [stats] TRUE adds standard errors, log-likelihood, AIC, BIC, customers, distinct rows, iterations and the standing of the fit.
 * @param [customers] How many customers each row stands for; 1 when left out.
 * @param [weak_prior] TRUE steadies a fit that the data hardly determine.
 * @returns A row: r, alpha, s, beta. The other PARETO functions take it as params.
 * @formula maximum of the sum of CLV.PARETO.LL over customers
 * @errors #N/A when no customer has ordered again, because nothing can be learnt; #VALUE! when a history is impossible (tx above age) or the ranges differ in length; #NUM! when the search does not end.
 * @example =CLV.PARETO.FIT({0; 1; 1; 2; 2; 3; 4; 7; 12}, {0; 4; 20; 10; 30; 24; 36; 35; 38}, {39; 39; 39; 39; 39; 39; 39; 39; 39}, FALSE, {600; 90; 60; 40; 40; 30; 25; 20; 15}) → {0.5322, 14.49, 0.972, 23.23}
 * @source Schmittlein, Morrison & Colombo 1987; Fader & Hardie, note 009.
 * @cancelable
 */
export function paretoFit(
  x: unknown[][],
  tx: unknown[][],
  age: unknown[][],
  stats: unknown[][] | undefined,
  customers: unknown[][] | undefined,
  weak_prior: unknown[][] | undefined,
  invocation: CustomFunctions.CancelableInvocation,
): Promise<unknown[][]> {
  return fitted({
    model: "paretoNbd",
    columns: { x, tx, age },
    customers,
    stats,
    weakPrior: weak_prior,
    invocation,
  });
}

/**
 * Log-likelihood of each customer's history under Pareto/NBD: their sum tells how well parameters fit.
 * @customfunction PARETO.LL
 * @param params The row r, alpha, s, beta of CLV.PARETO.FIT.
 * @param x Repeat orders of each customer: orders after the first, at most one a day.
 * @param tx Age of each customer at the last order, 0 where x is 0.
 * @param age Age of each customer now, in the same unit as tx; weeks are days / 7.
 * @returns One value per customer; SUM gives that of all.
 * @formula ln of Gamma(r + x) alpha^r beta^s / Gamma(r) × [(alpha + age)^−(r+x) (beta + age)^−s + s ∫ (alpha + y)^−(r+x) (beta + y)^−(s+1) dy, from tx to age]
 * @errors #VALUE! when a parameter is not above 0, x is not 0, 1, 2 … or tx is above age.
 * @example =CLV.PARETO.LL({0.5533, 10.5777, 0.6062, 11.6687}, 2, 30.43, 38.86) → -9.554
 * @source Schmittlein, Morrison & Colombo 1987; Fader & Hardie 2005, note 008.
 */
export function paretoLogLikelihood(
  params: unknown[][],
  x: unknown[][],
  tx: unknown[][],
  age: unknown[][],
): unknown[][] {
  return eachCustomer(
    params,
    (row, x = NaN, tx = NaN, age = NaN) => logLikelihood(paretoNbd, row, x, tx, age),
    ["x", x],
    ["tx", tx],
    ["age", age],
  );
}

/**
 * Repeat orders to expect of a new customer within a time t, by Pareto/NBD.
 * @customfunction PARETO.EXPECTED
 * @param params The row r, alpha, s, beta of CLV.PARETO.FIT.
 * @param t Time ahead, in the unit of the ages.
 * @param [level] Level of an interval, 0.95 say: each answer is then value, low, high. Give the whole block of the FIT function with stats TRUE as params.
 * @returns Orders for each t.
 * @formula r beta / (alpha (s − 1)) × (1 − (beta / (beta + t))^(s − 1))
 * @errors #VALUE! when a parameter is not above 0 or t is negative.
 * @example =CLV.PARETO.EXPECTED({0.5533, 10.5777, 0.6062, 11.6687}, {1, 39, 52}) → {0.05101, 1.213, 1.474}
 * @source Schmittlein, Morrison & Colombo 1987; Fader & Hardie 2005, note 008.
 */
export function paretoExpected(params: unknown[][], t: unknown[][], level?: unknown[][]): unknown[][] {
  return predicted(PREDICTIONS.expected, params, level, ["t", t]);
}

/**
 * Orders to expect of each customer in the next t, given the history, by Pareto/NBD.
 * @customfunction PARETO.CONDITIONAL
 * @param params The row r, alpha, s, beta of CLV.PARETO.FIT.
 * @param t Time ahead, in the unit of the ages.
 * @param x Repeat orders of each customer: orders after the first, at most one a day.
 * @param tx Age of each customer at the last order, 0 where x is 0.
 * @param age Age of each customer now, in the same unit as tx; weeks are days / 7.
 * @param [level] Level of an interval, 0.95 say: each answer is then value, low, high. Give the whole block of the FIT function with stats TRUE as params.
 * @returns Orders, one value per customer.
 * @formula P(alive) × orders expected of a living customer in t
 * @errors #VALUE! when a parameter is not above 0, x is not 0, 1, 2 … or tx is above age.
 * @example =CLV.PARETO.CONDITIONAL({0.5533, 10.5777, 0.6062, 11.6687}, 39, 2, 30.43, 38.86) → 1.455
 * @source Schmittlein, Morrison & Colombo 1987; Fader & Hardie 2005, note 008.
 */
export function paretoConditional(
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
 * Probability that each customer is still a customer, by Pareto/NBD. The longer the silence against the customer's
 * own rhythm, the lower.
 * @customfunction PARETO.ALIVE
 * @param params The row r, alpha, s, beta of CLV.PARETO.FIT.
 * @param x Repeat orders of each customer: orders after the first, at most one a day.
 * @param tx Age of each customer at the last order, 0 where x is 0.
 * @param age Age of each customer now, in the same unit as tx; weeks are days / 7.
 * @param [level] Level of an interval, 0.95 say: each answer is then value, low, high. Give the whole block of the FIT function with stats TRUE as params.
 * @returns A probability per customer.
 * @formula likelihood of the history with the customer still there / likelihood of the history
 * @errors #VALUE! when a parameter is not above 0, x is not 0, 1, 2 … or tx is above age.
 * @example =CLV.PARETO.ALIVE({0.5533, 10.5777, 0.6062, 11.6687}, {2, 0}, {30.43, 0}, 38.86) → {0.8691, 0.2951}
 * @source Schmittlein, Morrison & Colombo 1987; Fader & Hardie 2005, note 008.
 */
export function paretoAlive(
  params: unknown[][],
  x: unknown[][],
  tx: unknown[][],
  age: unknown[][],
  level?: unknown[][],
): unknown[][] {
  return predicted(PREDICTIONS.alive, params, level, ["x", x], ["tx", tx], ["age", age]);
}

/**
 * Probability that a new customer places n repeat orders within a time t, by Pareto/NBD.
 * @customfunction PARETO.PMF
 * @param params The row r, alpha, s, beta of CLV.PARETO.FIT.
 * @param n Number of repeat orders: 0, 1, 2 …
 * @param t Time ahead, in the unit of the ages.
 * @param [level] Level of an interval, 0.95 say: each answer is then value, low, high. Give the whole block of the FIT function with stats TRUE as params.
 * @returns A probability for each n.
 * @formula P(n orders by t), whether still a customer or gone before
 * @errors #VALUE! when a parameter is not above 0, n is not 0, 1, 2 … or t is negative.
 * @example =CLV.PARETO.PMF({0.5533, 10.5777, 0.6062, 11.6687}, 0, 39) → 0.5935
 * @source Schmittlein, Morrison & Colombo 1987; Fader & Hardie 2005, note 008.
 */
export function paretoPmf(
  params: unknown[][],
  n: unknown[][],
  t: unknown[][],
  level?: unknown[][],
): unknown[][] {
  return predicted(MASS, params, level, ["n", n], ["t", t]);
}

/**
 * Discounted expected residual transactions by Pareto/NBD: all orders still to come, each worth less the later it
 * comes. Times margin and order value it is the customer's residual value.
 * @customfunction PARETO.DERT
 * @param params The row r, alpha, s, beta of CLV.PARETO.FIT.
 * @param x Repeat orders of each customer: orders after the first, at most one a day.
 * @param tx Age of each customer at the last order, 0 where x is 0.
 * @param age Age of each customer now, in the same unit as tx; weeks are days / 7.
 * @param delta Continuous discount rate per unit of the ages: CLV.RATE(0.15, 52, TRUE) for 15% a year and weeks.
 * @param [level] Level of an interval, 0.95 say: each answer is then value, low, high. Give the whole block of the FIT function with stats TRUE as params.
 * @returns Discounted orders, one value per customer.
 * @formula ∫ e^(−delta t) dE[orders by t | history], t from 0 without end
 * @errors #VALUE! when a parameter is not above 0, x is not 0, 1, 2 … or tx is above age; delta must be above 0.
 * @example =CLV.PARETO.DERT({0.5533, 10.5777, 0.6062, 11.6687}, 2, 30.43, 38.86, 0.0027) → 6.482
 * @example =CLV.PARETO.DERT({0.563, 12.559, 0.4081, 10.5148}, 7, 35, 77.86, 0.0027) → 1.864
 * @source Schmittlein, Morrison & Colombo 1987; Fader & Hardie 2005, note 008.
 */
export function paretoDert(
  params: unknown[][],
  x: unknown[][],
  tx: unknown[][],
  age: unknown[][],
  delta: unknown[][],
  level?: unknown[][],
): unknown[][] {
  return predicted(PREDICTIONS.dert, params, level, ["x", x], ["tx", tx], ["age", age], ["delta", delta]);
}
