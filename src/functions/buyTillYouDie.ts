/* eslint-disable max-lines -- one theme, one file: each function is its documentation and one call. */
import { bgBbAlive, bgBbConditional, bgBbDert, bgBbExpected, bgBbLogLikelihood } from "../models/bgBb";
import { bgNbd } from "../models/bgNbd";
import { bgCnbdK, mbgCnbdK } from "../models/cnbdK";
import { gammaGammaLogLikelihood, gammaGammaMean } from "../models/gammaGamma";
import { mbgNbd } from "../models/mbgNbd";
import { paretoNbd } from "../models/paretoNbd";
import { alive, conditional, dert, expected, logLikelihood, pmf } from "../models/transactionModel";
import { columnsOf, eachCustomer, fitOf, fitted, paramsOf } from "./modelArguments";
import { withStages } from "./regularBuyers";
import { compareFits, TRANSACTION_MODELS } from "../models/compareModels";
import type { FitRequest } from "../models/fitRequest";
import { forecastCustomers } from "../models/forecastCustomers";
import { createValuePredictor } from "../models/predictValue";
import { spendIndependence } from "../models/spendIndependence";
import { TIME_UNITS, type TimeUnit } from "../numerics/timeUnit";
import { isRefusal, Refusal } from "../numerics/refusal";
import * as take from "./arguments";
import { each, once } from "./broadcast";
import { customerHistory } from "./customerHistory";
import { errorOf } from "./cellError";
import { comparisonTable, holdoutOf, modelOf, outlookTable } from "./modelTables";
import { numbers, optional, together, word } from "./ranges";

const NONE = new Float64Array(0);

/**
 * Customers from orders, as the probability models want them: repeat orders, age at the last order, age now and mean
 * value of the repeat orders. Orders of one date are one order; a negative amount is a return, which is no order but
 * is taken off the value.
 * @customfunction RFM
 * @param customers The customer of each order: a name or number.
 * @param dates The date of each order.
 * @param [amounts] The value of each order, in money; without it the last column stays empty.
 * @param [end] Last day of the observation; the last date when left out. Orders after it do not count.
 * @param [unit] Unit of the ages: "day", "week", "month", "quarter" or "year"; "week" when left out.
 * @returns One row per customer, in the order of first appearance: customer, x, tx, age, mean repeat value.
 * @formula x = dates with an order − 1; tx = last − first; age = end − first, in days / days of the unit
 * @errors #VALUE! when the ranges differ in length or a date is none; #N/A without orders.
 * @example =CLV.RFM({"Ann"; "Ben"; "Ann"; "Ann"}, {100; 107; 114; 128}, {30; 20; 25; 35}, 170) → {"Ann", 2, 4, 10, 30; "Ben", 0, 0, 9, 0}
 * @source Fader, Hardie & Lee 2005: x, t_x and T.
 */
export function rfm(
  customers: unknown[][],
  dates: unknown[][],
  amounts?: unknown[][],
  end?: unknown[][],
  unit?: unknown[][],
): unknown[][] {
  const rows = together({ customers, dates }, { amounts });
  const lines = {
    customers: rows.customers,
    dates: numbers("dates", rows.dates, take.positive),
    amounts: amounts ? numbers("amounts", rows.amounts) : [],
  };
  const last = optional(end, () => take.positive("end", end));
  const history = customerHistory(lines, last, take.single(word<TimeUnit>("unit", unit, TIME_UNITS, "week")));
  return once("plain", history);
}

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
 * @returns Orders for each t.
 * @formula E[(1 − (1 + p t / alpha)^−r) / p], p ~ Beta(a, b)
 * @errors #VALUE! when a parameter is not above 0 or t is negative.
 * @example =CLV.BGNBD.EXPECTED({0.2426, 4.4136, 0.793, 2.4256}, {1, 39, 52}) → {0.05319, 1.195, 1.444}
 * @source Fader, Hardie & Lee 2005; Fader & Hardie, note 004.
 */
export function bgNbdExpected(params: unknown[][], t: unknown[][]): unknown[][] {
  return eachCustomer(params, (row, time = NaN) => expected(bgNbd, row, time), ["t", t]);
}

/**
 * Orders to expect of each customer in the next t, given the history, by BG/NBD.
 * @customfunction BGNBD.CONDITIONAL
 * @param params The row r, alpha, a, b of CLV.BGNBD.FIT.
 * @param t Time ahead, in the unit of the ages.
 * @param x Repeat orders of each customer: orders after the first, at most one a day.
 * @param tx Age of each customer at the last order, 0 where x is 0.
 * @param age Age of each customer now, in the same unit as tx; weeks are days / 7.
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
): unknown[][] {
  return eachCustomer(
    params,
    (row, t = NaN, x = NaN, tx = NaN, age = NaN) => conditional(bgNbd, row, t, x, tx, age),
    ["t", t],
    ["x", x],
    ["tx", tx],
    ["age", age],
  );
}

/**
 * Probability that each customer is still a customer, by BG/NBD. A customer with x = 0 is always alive in this model.
 * @customfunction BGNBD.ALIVE
 * @param params The row r, alpha, a, b of CLV.BGNBD.FIT.
 * @param x Repeat orders of each customer: orders after the first, at most one a day.
 * @param tx Age of each customer at the last order, 0 where x is 0.
 * @param age Age of each customer now, in the same unit as tx; weeks are days / 7.
 * @returns A probability per customer.
 * @formula likelihood of the history with the customer still there / likelihood of the history
 * @errors #VALUE! when a parameter is not above 0, x is not 0, 1, 2 … or tx is above age.
 * @example =CLV.BGNBD.ALIVE({0.2426, 4.4136, 0.793, 2.4256}, {2, 0}, {30.43, 0}, 38.86) → {0.7266, 1}
 * @source Fader, Hardie & Lee 2005; Fader & Hardie, note 004.
 */
export function bgNbdAlive(
  params: unknown[][],
  x: unknown[][],
  tx: unknown[][],
  age: unknown[][],
): unknown[][] {
  return eachCustomer(
    params,
    (row, x = NaN, tx = NaN, age = NaN) => alive(bgNbd, row, x, tx, age),
    ["x", x],
    ["tx", tx],
    ["age", age],
  );
}

/**
 * Probability that a new customer places n repeat orders within a time t, by BG/NBD.
 * @customfunction BGNBD.PMF
 * @param params The row r, alpha, a, b of CLV.BGNBD.FIT.
 * @param n Number of repeat orders: 0, 1, 2 …
 * @param t Time ahead, in the unit of the ages.
 * @returns A probability for each n.
 * @formula P(n orders by t), whether still a customer or gone before
 * @errors #VALUE! when a parameter is not above 0, n is not 0, 1, 2 … or t is negative.
 * @example =CLV.BGNBD.PMF({0.243, 4.414, 0.793, 2.426}, 0, 39) → 0.5738
 * @source Fader, Hardie & Lee 2005; Fader & Hardie, note 004.
 */
export function bgNbdPmf(params: unknown[][], n: unknown[][], t: unknown[][]): unknown[][] {
  return eachCustomer(
    params,
    (row, count = NaN, time = NaN) => pmf(bgNbd, row, count, time),
    ["n", n],
    ["t", t],
  );
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
): unknown[][] {
  return eachCustomer(
    params,
    (row, x = NaN, tx = NaN, age = NaN, delta = NaN) => dert(bgNbd, row, x, tx, age, delta),
    ["x", x],
    ["tx", tx],
    ["age", age],
    ["delta", delta],
  );
}

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
 * @returns Orders for each t.
 * @formula E[(1 − p) (1 − (1 + p t / alpha)^−r) / p], p ~ Beta(a, b)
 * @errors #VALUE! when a parameter is not above 0 or t is negative.
 * @example =CLV.MBGNBD.EXPECTED({0.525, 6.183, 0.891, 1.614}, {1, 39, 52}) → {0.05308, 1.183, 1.42}
 * @source Batislam, Denizel & Filiztekin 2007.
 */
export function mbgNbdExpected(params: unknown[][], t: unknown[][]): unknown[][] {
  return eachCustomer(params, (row, time = NaN) => expected(mbgNbd, row, time), ["t", t]);
}

/**
 * Orders to expect of each customer in the next t, given the history, by MBG/NBD.
 * @customfunction MBGNBD.CONDITIONAL
 * @param params The row r, alpha, a, b of CLV.MBGNBD.FIT.
 * @param t Time ahead, in the unit of the ages.
 * @param x Repeat orders of each customer: orders after the first, at most one a day.
 * @param tx Age of each customer at the last order, 0 where x is 0.
 * @param age Age of each customer now, in the same unit as tx; weeks are days / 7.
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
): unknown[][] {
  return eachCustomer(
    params,
    (row, t = NaN, x = NaN, tx = NaN, age = NaN) => conditional(mbgNbd, row, t, x, tx, age),
    ["t", t],
    ["x", x],
    ["tx", tx],
    ["age", age],
  );
}

/**
 * Probability that each customer is still a customer, by MBG/NBD. A customer with x = 0 may be gone.
 * @customfunction MBGNBD.ALIVE
 * @param params The row r, alpha, a, b of CLV.MBGNBD.FIT.
 * @param x Repeat orders of each customer: orders after the first, at most one a day.
 * @param tx Age of each customer at the last order, 0 where x is 0.
 * @param age Age of each customer now, in the same unit as tx; weeks are days / 7.
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
): unknown[][] {
  return eachCustomer(
    params,
    (row, x = NaN, tx = NaN, age = NaN) => alive(mbgNbd, row, x, tx, age),
    ["x", x],
    ["tx", tx],
    ["age", age],
  );
}

/**
 * Probability that a new customer places n repeat orders within a time t, by MBG/NBD.
 * @customfunction MBGNBD.PMF
 * @param params The row r, alpha, a, b of CLV.MBGNBD.FIT.
 * @param n Number of repeat orders: 0, 1, 2 …
 * @param t Time ahead, in the unit of the ages.
 * @returns A probability for each n.
 * @formula P(n orders by t), whether still a customer or gone before
 * @errors #VALUE! when a parameter is not above 0, n is not 0, 1, 2 … or t is negative.
 * @example =CLV.MBGNBD.PMF({0.525, 6.183, 0.891, 1.614}, 0, 39) → 0.5825
 * @source Batislam, Denizel & Filiztekin 2007.
 */
export function mbgNbdPmf(params: unknown[][], n: unknown[][], t: unknown[][]): unknown[][] {
  return eachCustomer(
    params,
    (row, count = NaN, time = NaN) => pmf(mbgNbd, row, count, time),
    ["n", n],
    ["t", t],
  );
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
): unknown[][] {
  return eachCustomer(
    params,
    (row, x = NaN, tx = NaN, age = NaN, delta = NaN) => dert(mbgNbd, row, x, tx, age, delta),
    ["x", x],
    ["tx", tx],
    ["age", age],
    ["delta", delta],
  );
}

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
 * @returns Orders for each t.
 * @formula r beta / (alpha (s − 1)) × (1 − (beta / (beta + t))^(s − 1))
 * @errors #VALUE! when a parameter is not above 0 or t is negative.
 * @example =CLV.PARETO.EXPECTED({0.5533, 10.5777, 0.6062, 11.6687}, {1, 39, 52}) → {0.05101, 1.213, 1.474}
 * @source Schmittlein, Morrison & Colombo 1987; Fader & Hardie 2005, note 008.
 */
export function paretoExpected(params: unknown[][], t: unknown[][]): unknown[][] {
  return eachCustomer(params, (row, time = NaN) => expected(paretoNbd, row, time), ["t", t]);
}

/**
 * Orders to expect of each customer in the next t, given the history, by Pareto/NBD.
 * @customfunction PARETO.CONDITIONAL
 * @param params The row r, alpha, s, beta of CLV.PARETO.FIT.
 * @param t Time ahead, in the unit of the ages.
 * @param x Repeat orders of each customer: orders after the first, at most one a day.
 * @param tx Age of each customer at the last order, 0 where x is 0.
 * @param age Age of each customer now, in the same unit as tx; weeks are days / 7.
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
): unknown[][] {
  return eachCustomer(
    params,
    (row, t = NaN, x = NaN, tx = NaN, age = NaN) => conditional(paretoNbd, row, t, x, tx, age),
    ["t", t],
    ["x", x],
    ["tx", tx],
    ["age", age],
  );
}

/**
 * Probability that each customer is still a customer, by Pareto/NBD. The longer the silence against the customer's
 * own rhythm, the lower.
 * @customfunction PARETO.ALIVE
 * @param params The row r, alpha, s, beta of CLV.PARETO.FIT.
 * @param x Repeat orders of each customer: orders after the first, at most one a day.
 * @param tx Age of each customer at the last order, 0 where x is 0.
 * @param age Age of each customer now, in the same unit as tx; weeks are days / 7.
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
): unknown[][] {
  return eachCustomer(
    params,
    (row, x = NaN, tx = NaN, age = NaN) => alive(paretoNbd, row, x, tx, age),
    ["x", x],
    ["tx", tx],
    ["age", age],
  );
}

/**
 * Probability that a new customer places n repeat orders within a time t, by Pareto/NBD.
 * @customfunction PARETO.PMF
 * @param params The row r, alpha, s, beta of CLV.PARETO.FIT.
 * @param n Number of repeat orders: 0, 1, 2 …
 * @param t Time ahead, in the unit of the ages.
 * @returns A probability for each n.
 * @formula P(n orders by t), whether still a customer or gone before
 * @errors #VALUE! when a parameter is not above 0, n is not 0, 1, 2 … or t is negative.
 * @example =CLV.PARETO.PMF({0.5533, 10.5777, 0.6062, 11.6687}, 0, 39) → 0.5935
 * @source Schmittlein, Morrison & Colombo 1987; Fader & Hardie 2005, note 008.
 */
export function paretoPmf(params: unknown[][], n: unknown[][], t: unknown[][]): unknown[][] {
  return eachCustomer(
    params,
    (row, count = NaN, time = NaN) => pmf(paretoNbd, row, count, time),
    ["n", n],
    ["t", t],
  );
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
): unknown[][] {
  return eachCustomer(
    params,
    (row, x = NaN, tx = NaN, age = NaN, delta = NaN) => dert(paretoNbd, row, x, tx, age, delta),
    ["x", x],
    ["tx", tx],
    ["age", age],
    ["delta", delta],
  );
}

/**
 * Fits Gamma-Gamma to the order values of customers with repeat orders: each customer's orders vary about a mean of
 * their own, and the means vary between customers. It assumes that value and frequency are independent: see
 * CLV.SPENDCHECK.
 * @customfunction GAMMAGAMMA.FIT
 * @param x Repeat orders of each customer; customers with 0 are passed over.
 * @param mean_value Mean value of those orders, in money.
 * @param [stats] TRUE adds standard errors, log-likelihood, AIC, BIC, customers, distinct rows, iterations and the standing of the fit.
 * @param [customers] How many customers each row stands for; 1 when left out.
 * @param [weak_prior] TRUE steadies a fit that the data hardly determine.
 * @returns A row: p, q, gamma.
 * @formula maximum of the sum of CLV.GAMMAGAMMA.LL
 * @errors #N/A when nobody has ordered again; #VALUE! when a mean value is not above 0; #NUM! when the search does not end.
 * @example =CLV.GAMMAGAMMA.FIT({1; 1; 2; 3; 1; 4; 6; 5}, {15; 60; 30; 45; 90; 28; 33; 70}) → {2.96, 16.4, 232.4}
 * @source Fader & Hardie, note 025; Colombo & Jiang 1999.
 * @cancelable
 */
export function gammaGammaFit(
  x: unknown[][],
  mean_value: unknown[][],
  stats: unknown[][] | undefined,
  customers: unknown[][] | undefined,
  weak_prior: unknown[][] | undefined,
  invocation: CustomFunctions.CancelableInvocation,
): Promise<unknown[][]> {
  return fitted({
    model: "gammaGamma",
    columns: { x, mean_value },
    customers,
    stats,
    weakPrior: weak_prior,
    invocation,
  });
}

/**
 * Log-likelihood of each customer's mean order value under Gamma-Gamma; 0 for a customer without repeat orders.
 * @customfunction GAMMAGAMMA.LL
 * @param params The row p, q, gamma of CLV.GAMMAGAMMA.FIT.
 * @param x Repeat orders of each customer.
 * @param mean_value Mean value of those orders, in money; anything where x is 0.
 * @returns One value per customer.
 * @formula −ln B(p x, q) + q ln(gamma / (gamma + x m)) + p x ln(x m / (gamma + x m)) − ln m
 * @errors #VALUE! when a parameter or a mean value is not above 0.
 * @example =CLV.GAMMAGAMMA.LL({6.25, 3.74, 15.44}, 2, 22.345) → -3.551
 * @source Fader & Hardie, note 025.
 */
export function gammaGammaLl(params: unknown[][], x: unknown[][], mean_value: unknown[][]): unknown[][] {
  return eachCustomer(
    params,
    (row, orders = NaN, mean = NaN) => gammaGammaLogLikelihood(row, orders, mean),
    ["x", x],
    ["mean_value", mean_value],
  );
}

/**
 * Mean order value to expect of each customer: their own mean, drawn towards that of all customers, the more the fewer
 * their orders. With x = 0 it is the mean of all customers.
 * @customfunction GAMMAGAMMA.MEAN
 * @param params The row p, q, gamma of CLV.GAMMAGAMMA.FIT.
 * @param x Repeat orders of each customer.
 * @param mean_value Mean value of those orders, in money; anything where x is 0.
 * @returns Money, one value per customer.
 * @formula p (gamma + x m) / (p x + q − 1)
 * @errors #VALUE! when a parameter or a mean value is not above 0; #NUM! when the mean is infinite (x = 0 and q at most 1).
 * @example =CLV.GAMMAGAMMA.MEAN({6.25, 3.74, 15.44}, {2, 0}, {22.345, 0}) → {24.66, 35.22}
 * @source Fader & Hardie, note 025.
 */
export function gammaGammaMeanOf(params: unknown[][], x: unknown[][], mean_value: unknown[][]): unknown[][] {
  return eachCustomer(
    params,
    (row, orders = NaN, mean = NaN) => gammaGammaMean(row, orders, mean),
    ["x", x],
    ["mean_value", mean_value],
  );
}

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
 * @returns Orders for each n.
 * @formula alpha / (alpha + beta) × Σ P(alive at t), t = 1 … n
 * @errors #VALUE! when a parameter is not above 0 or n is not 0, 1, 2 …
 * @example =CLV.BGBB.EXPECTED({1.204, 0.75, 0.657, 2.783}, 6) → 2.22
 * @source Fader, Hardie & Shang 2010.
 */
export function bgBbExpectedOf(params: unknown[][], n: unknown[][]): unknown[][] {
  return eachCustomer(params, (row, n = NaN) => bgBbExpected(row, n), ["n", n]);
}

/**
 * Orders to expect of each customer in the next t opportunities, given the history, by BG/BB.
 * @customfunction BGBB.CONDITIONAL
 * @param params The row alpha, beta, gamma, delta of CLV.BGBB.FIT.
 * @param t Number of opportunities ahead.
 * @param x Opportunities that each customer used.
 * @param tx The last opportunity used, counted from 1; 0 where x is 0.
 * @param n Opportunities that each customer had.
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
): unknown[][] {
  return eachCustomer(
    params,
    (row, t = NaN, x = NaN, tx = NaN, n = NaN) => bgBbConditional(row, t, x, tx, n),
    ["t", t],
    ["x", x],
    ["tx", tx],
    ["n", n],
  );
}

/**
 * Probability that each customer is alive at the next opportunity, n + 1, by BG/BB.
 * @customfunction BGBB.ALIVE
 * @param params The row alpha, beta, gamma, delta of CLV.BGBB.FIT.
 * @param x Opportunities that each customer used.
 * @param tx The last opportunity used, counted from 1; 0 where x is 0.
 * @param n Opportunities that each customer had.
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
): unknown[][] {
  return eachCustomer(
    params,
    (row, x = NaN, tx = NaN, n = NaN) => bgBbAlive(row, x, tx, n),
    ["x", x],
    ["tx", tx],
    ["n", n],
  );
}

/**
 * Discounted expected residual transactions by BG/BB: all orders after opportunity n, each discounted to it.
 * @customfunction BGBB.DERT
 * @param params The row alpha, beta, gamma, delta of CLV.BGBB.FIT.
 * @param x Opportunities that each customer used.
 * @param tx The last opportunity used, counted from 1; 0 where x is 0.
 * @param n Opportunities that each customer had.
 * @param discount Discount rate per opportunity, above 0.
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
): unknown[][] {
  return eachCustomer(
    params,
    (row, x = NaN, tx = NaN, n = NaN, discount = NaN) => bgBbDert(row, x, tx, n, discount),
    ["x", x],
    ["tx", tx],
    ["n", n],
    ["discount", discount],
  );
}

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
 * @returns Orders for each t.
 * @formula Σ P(n-th order by t), n = 1, 2, 3 …
 * @errors #VALUE! when a parameter is not above 0, k is not 1, 2, 3 …, x is not 0, 1, 2 … or tx is above age.
 * @example =CLV.BGCNBD.EXPECTED({0.5, 2, 0.9, 1.6, 2}, {39, 52}) → {1.864, 2.186}
 * @source Platzer & Reutterer 2016.
 */
export function bgCnbdExpected(params: unknown[][], t: unknown[][]): unknown[][] {
  return eachCustomer(
    params,
    (row, time = NaN) => withStages(bgCnbdK, row, (model, four) => expected(model, four, time)),
    ["t", t],
  );
}

/**
 * Orders to expect of each customer in the next t, given the history, by BG/CNBD-k.
 * @customfunction BGCNBD.CONDITIONAL
 * @param params The row r, alpha, a, b, k of CLV.BGCNBD.FIT.
 * @param t Time ahead, in the unit of the ages.
 * @param x Repeat orders of each customer: orders after the first, at most one a day.
 * @param tx Age of each customer at the last order, 0 where x is 0.
 * @param age Age of each customer now, in the same unit as tx; weeks are days / 7.
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
): unknown[][] {
  return eachCustomer(
    params,
    (row, t = NaN, x = NaN, tx = NaN, age = NaN) =>
      withStages(bgCnbdK, row, (model, four) => conditional(model, four, t, x, tx, age)),
    ["t", t],
    ["x", x],
    ["tx", tx],
    ["age", age],
  );
}

/**
 * Probability that each customer is still a customer, by BG/CNBD-k: a long silence of a regular buyer weighs more
 * than in BG/NBD.
 * @customfunction BGCNBD.ALIVE
 * @param params The row r, alpha, a, b, k of CLV.BGCNBD.FIT.
 * @param x Repeat orders of each customer: orders after the first, at most one a day.
 * @param tx Age of each customer at the last order, 0 where x is 0.
 * @param age Age of each customer now, in the same unit as tx; weeks are days / 7.
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
): unknown[][] {
  return eachCustomer(
    params,
    (row, x = NaN, tx = NaN, age = NaN) =>
      withStages(bgCnbdK, row, (model, four) => alive(model, four, x, tx, age)),
    ["x", x],
    ["tx", tx],
    ["age", age],
  );
}

/**
 * Fits MBG/CNBD-k for regular buyers: as MBG/NBD, but an order takes k stages, so that orders come more evenly the
 * larger k is. k is chosen by likelihood; 1 says that MBG/NBD serves.
 * @customfunction MBGCNBD.FIT
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
 * @example =CLV.MBGCNBD.FIT({0; 1; 1; 2; 2; 3; 3; 4; 6}, {0; 5; 25; 9; 30; 14; 36; 20; 38}, {39; 39; 39; 39; 39; 39; 39; 39; 39}, {0; 1.61; 3.22; 2.6; 5; 4; 6.8; 5.5; 10}, FALSE, {300; 120; 30; 50; 30; 30; 30; 20; 60}) → {10.55, 38.89, 1.485, 1.781, 2}
 * @source Platzer & Reutterer 2016, Ticking away the moments.
 * @cancelable
 */
export function mbgCnbdFit(
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
  return fitted({ model: "mbgCnbdK", columns, customers, stats, weakPrior: weak_prior, invocation });
}

/**
 * Repeat orders to expect of a new customer within a time t, by MBG/CNBD-k.
 * @customfunction MBGCNBD.EXPECTED
 * @param params The row r, alpha, a, b, k of CLV.MBGCNBD.FIT.
 * @param t Time ahead, in the unit of the ages.
 * @returns Orders for each t.
 * @formula Σ P(n-th order by t), n = 1, 2, 3 …
 * @errors #VALUE! when a parameter is not above 0, k is not 1, 2, 3 …, x is not 0, 1, 2 … or tx is above age.
 * @example =CLV.MBGCNBD.EXPECTED({0.5, 2, 0.9, 1.6, 2}, {39, 52}) → {1.42, 1.693}
 * @source Platzer & Reutterer 2016.
 */
export function mbgCnbdExpected(params: unknown[][], t: unknown[][]): unknown[][] {
  return eachCustomer(
    params,
    (row, time = NaN) => withStages(mbgCnbdK, row, (model, four) => expected(model, four, time)),
    ["t", t],
  );
}

/**
 * Orders to expect of each customer in the next t, given the history, by MBG/CNBD-k.
 * @customfunction MBGCNBD.CONDITIONAL
 * @param params The row r, alpha, a, b, k of CLV.MBGCNBD.FIT.
 * @param t Time ahead, in the unit of the ages.
 * @param x Repeat orders of each customer: orders after the first, at most one a day.
 * @param tx Age of each customer at the last order, 0 where x is 0.
 * @param age Age of each customer now, in the same unit as tx; weeks are days / 7.
 * @returns Orders, one value per customer.
 * @formula P(alive) × orders expected of a living customer in t, over the stages since the last order
 * @errors #VALUE! when a parameter is not above 0, k is not 1, 2, 3 …, x is not 0, 1, 2 … or tx is above age.
 * @example =CLV.MBGCNBD.CONDITIONAL({0.5, 2, 0.9, 1.6, 2}, 39, 2, 30.43, 38.86) → 1.454
 * @source Platzer & Reutterer 2016.
 */
export function mbgCnbdConditional(
  params: unknown[][],
  t: unknown[][],
  x: unknown[][],
  tx: unknown[][],
  age: unknown[][],
): unknown[][] {
  return eachCustomer(
    params,
    (row, t = NaN, x = NaN, tx = NaN, age = NaN) =>
      withStages(mbgCnbdK, row, (model, four) => conditional(model, four, t, x, tx, age)),
    ["t", t],
    ["x", x],
    ["tx", tx],
    ["age", age],
  );
}

/**
 * Probability that each customer is still a customer, by MBG/CNBD-k: a long silence of a regular buyer weighs more
 * than in MBG/NBD.
 * @customfunction MBGCNBD.ALIVE
 * @param params The row r, alpha, a, b, k of CLV.MBGCNBD.FIT.
 * @param x Repeat orders of each customer: orders after the first, at most one a day.
 * @param tx Age of each customer at the last order, 0 where x is 0.
 * @param age Age of each customer now, in the same unit as tx; weeks are days / 7.
 * @returns A probability per customer.
 * @formula likelihood of the history with the customer still there / likelihood of the history
 * @errors #VALUE! when a parameter is not above 0, k is not 1, 2, 3 …, x is not 0, 1, 2 … or tx is above age.
 * @example =CLV.MBGCNBD.ALIVE({0.5, 2, 0.9, 1.6, 2}, 2, 30.43, 38.86) → 0.7317
 * @source Platzer & Reutterer 2016.
 */
export function mbgCnbdAlive(
  params: unknown[][],
  x: unknown[][],
  tx: unknown[][],
  age: unknown[][],
): unknown[][] {
  return eachCustomer(
    params,
    (row, x = NaN, tx = NaN, age = NaN) =>
      withStages(mbgCnbdK, row, (model, four) => alive(model, four, x, tx, age)),
    ["x", x],
    ["tx", tx],
    ["age", age],
  );
}

/**
 * Tests what Gamma-Gamma assumes: that the value of a customer's orders is independent of their number. A correlation
 * near 0 is good; from about 0.3 up or down the model misjudges frequent buyers.
 * @customfunction SPENDCHECK
 * @param x Repeat orders of each customer; customers with 0 are passed over.
 * @param mean_value Mean value of those orders, in money.
 * @param [customers] How many customers each row stands for; 1 when left out.
 * @returns A row: correlation, probability of one as large by chance, customers.
 * @formula Pearson's correlation; Fisher's z for its probability
 * @errors #N/A with fewer than four customers with repeat orders, or when all are alike.
 * @example =CLV.SPENDCHECK({1; 1; 2; 3; 1; 4; 6; 5}, {15; 60; 30; 45; 90; 28; 33; 70}) → {-0.1353, 0.7608, 8}
 * @source Fader & Hardie, note 025.
 */
export function spendCheck(x: unknown[][], mean_value: unknown[][], customers?: unknown[][]): unknown[][] {
  const { columns, counts } = columnsOf({ x, mean_value }, customers);
  const [orders = new Float64Array(0), meanValue = new Float64Array(0)] = columns;
  const found = spendIndependence({ x: orders, meanValue, counts });
  return once("plain", isRefusal(found) ? found : [[found.correlation, found.pValue, found.customers]]);
}

/**
 * Value of each customer's future orders today: margin × expected order value × discounted expected orders. The
 * discount rate is per year, whatever the unit of the ages.
 * @customfunction PREDICT
 * @param model The model of params: "bgnbd", "mbgnbd" or "pareto".
 * @param params The row of the model's FIT function.
 * @param spend_params The row p, q, gamma of CLV.GAMMAGAMMA.FIT.
 * @param x Repeat orders of each customer: orders after the first, at most one a day.
 * @param tx Age of each customer at the last order, 0 where x is 0.
 * @param age Age of each customer now, in the same unit as tx; weeks are days / 7.
 * @param mean_value Mean value of each customer's repeat orders, in money; anything where x is 0.
 * @param margin Margin as a share of the order's value.
 * @param discount Discount rate per year.
 * @param [horizon] Time ahead, in the unit of the ages; without end when left out.
 * @param [unit] Unit of the ages: "day", "week", "month", "quarter" or "year"; "week" when left out.
 * @returns Money, one value per customer.
 * @formula margin × E[order value] × P(alive) × ∫ e^(−delta t) dE[orders by t], delta = ln(1 + discount) per unit
 * @errors #VALUE! when an argument is out of range; #NUM! when the expected order value is infinite (x = 0 and q at most 1), or without horizon the discount rate is 0.
 * @example =CLV.PREDICT("pareto", {0.5533, 10.5777, 0.6062, 11.6687}, {6.25, 3.74, 15.44}, {2, 0}, {30.43, 0}, 38.86, {22.345, 0}, 0.3, 0.1, 52) → {13.11, 1.377}
 * @source Fader, Hardie & Lee 2005, RFM and CLV.
 */
export function predict(
  model: unknown[][],
  params: unknown[][],
  spend_params: unknown[][],
  x: unknown[][],
  tx: unknown[][],
  age: unknown[][],
  mean_value: unknown[][],
  margin: unknown[][],
  discount: unknown[][],
  horizon?: unknown[][],
  unit?: unknown[][],
): unknown[][] {
  const value = createValuePredictor(
    modelOf(model),
    paramsOf("params", params),
    paramsOf("spend_params", spend_params),
  );
  if (isRefusal(value)) throw errorOf(value);
  const of = take.single(word<TimeUnit>("unit", unit, TIME_UNITS, "week"));
  return each(
    "plain",
    (orders, last, now, meanValue, share: number, annualRate: number, ahead: number) =>
      value(
        { x: orders, tx: last, age: now, meanValue },
        { margin: share, annualRate, unit: of, horizon: ahead < 0 ? undefined : ahead },
      ),
    take.notNegative("x", x),
    take.notNegative("tx", tx),
    take.notNegative("age", age),
    take.notNegative("mean_value", mean_value),
    take.margin("margin", margin),
    take.interest("discount", discount),
    horizon ? take.notNegative("horizon", horizon) : take.money("horizon", null, -1),
  );
}

/**
 * Compares the models on one history: how well each fits and, with a holdout, how well it forecast what came, against
 * two forecasts that need no model (the rate so far goes on; nothing more comes).
 * @customfunction COMPARE
 * @param x Repeat orders of each customer: orders after the first, at most one a day.
 * @param tx Age of each customer at the last order, 0 where x is 0.
 * @param age Age of each customer now, in the same unit as tx; weeks are days / 7.
 * @param [holdout_orders] Orders of each customer after the history ended.
 * @param [holdout_length] How long that was, in the unit of the ages; needed with holdout_orders.
 * @param [customers] How many customers each row stands for; 1 when left out.
 * @returns A table with headings: model, log-likelihood, AIC, BIC, expected and actual orders, mean absolute error, root mean squared error, standing. The lowest BIC fits best; the lowest errors forecast best.
 * @formula AIC = 2k − 2 LL; BIC = k ln n − 2 LL
 * @errors #N/A when no customer has ordered again, because nothing can be learnt; #VALUE! when a history is impossible (tx above age) or the ranges differ in length; #NUM! when the search does not end.
 * @example =CLV.COMPARE({0; 1; 1; 2; 2; 3; 4; 7; 12}, {0; 4; 20; 10; 30; 24; 36; 35; 38}, {39; 39; 39; 39; 39; 39; 39; 39; 39}, , , {600; 90; 60; 40; 40; 30; 25; 20; 15}) → {"model", "log-likelihood", "AIC", "BIC", "expected orders", "actual orders", "mean absolute error", "root mean squared error", "standing"; "BG/NBD", -3444, 6895, 6915, "", "", "", "", "fitted"; "MBG/NBD", -3431, 6870, 6889, "", "", "", "", "fitted"; "Pareto/NBD", -3433, 6874, 6893, "", "", "", "", "fitted"}
 * @source Burnham & Anderson 2002 (AIC, BIC); Wübben & Wangenheim 2008 (naive rules against models).
 * @cancelable
 */
export async function compare(
  x: unknown[][],
  tx: unknown[][],
  age: unknown[][],
  holdout_orders: unknown[][] | undefined,
  holdout_length: unknown[][] | undefined,
  customers: unknown[][] | undefined,
  invocation: CustomFunctions.CancelableInvocation,
): Promise<unknown[][]> {
  const { columns, counts } = columnsOf({ x, tx, age }, customers);
  const holdout = holdoutOf(holdout_orders, holdout_length);
  const request = (model: FitRequest["model"]): FitRequest => ({ model, columns, counts, weakPrior: false });
  const outcomes = await fitOf(
    TRANSACTION_MODELS.map(({ name }) => request(name as FitRequest["model"])),
    invocation,
  );
  const [orders = NONE, last = NONE, now = NONE] = columns;
  const fits = TRANSACTION_MODELS.map((model, i) => ({
    model,
    fit: outcomes[i] ?? new Refusal("noConvergence", "fitNotConverged"),
  }));
  const refused = fits.map(({ fit }) => fit).find(isRefusal);
  if (refused !== undefined && fits.every(({ fit }) => isRefusal(fit))) throw errorOf(refused);
  const comparison = compareFits(fits, { x: orders, tx: last, age: now, counts }, holdout);
  return once("plain", isRefusal(comparison) ? comparison : comparisonTable(comparison));
}

/**
 * Fits a model and looks ahead: for all customers together and for each, the probability of being a customer and the
 * orders expected within a horizon, with bounds that tell how well the data determine them (not how far one customer
 * may stray).
 * @customfunction OUTLOOK
 * @param model The model: "bgnbd", "mbgnbd" or "pareto".
 * @param x Repeat orders of each customer: orders after the first, at most one a day.
 * @param tx Age of each customer at the last order, 0 where x is 0.
 * @param age Age of each customer now, in the same unit as tx; weeks are days / 7.
 * @param horizon Time ahead, in the unit of the ages.
 * @param [level] Level of the bounds; 0.95 when left out.
 * @param [customers] How many customers each row stands for; 1 when left out.
 * @param [weak_prior] TRUE steadies a fit that the data hardly determine.
 * @returns A table with headings: the total with its bounds, then one row per customer: P(alive), expected orders, lower and upper bound. No bounds at a boundary.
 * @formula orders × e^(± z × standard error / orders), by the delta method
 * @errors #N/A when no customer has ordered again, because nothing can be learnt; #VALUE! when a history is impossible (tx above age) or the ranges differ in length; #NUM! when the search does not end.
 * @example =CLV.OUTLOOK("bgnbd", {0; 1; 1; 2; 2; 3; 4; 7; 12}, {0; 4; 20; 10; 30; 24; 36; 35; 38}, {39; 39; 39; 39; 39; 39; 39; 39; 39}, 26, 0.95, {600; 90; 60; 40; 40; 30; 25; 20; 15}) → {"P(alive)", "expected orders", "low", "high"; "all customers", 427.7, 392.1, 466.5; 1, 0.1209, 0.104, 0.1404; 0.2971, 0.1934, 0.1457, 0.2568; 0.5619, 0.3659, 0.3114, 0.4299; 0.4182, 0.4954, 0.3603, 0.6812; 0.8037, 0.9521, 0.8444, 1.073; 0.7515, 1.292, 1.092, 1.528; 0.9187, 2.07, 1.905, 2.249; 0.9346, 3.604, 3.328, 3.902; 0.9737, 6.357, 5.983, 6.754}
 * @source Fader, Hardie & Lee 2005; delta method: Casella & Berger 2002, 5.5.4.
 * @cancelable
 */
export async function outlook(
  model: unknown[][],
  x: unknown[][],
  tx: unknown[][],
  age: unknown[][],
  horizon: unknown[][],
  level: unknown[][] | undefined,
  customers: unknown[][] | undefined,
  weak_prior: unknown[][] | undefined,
  invocation: CustomFunctions.CancelableInvocation,
): Promise<unknown[][]> {
  const chosen = modelOf(model);
  const { columns, counts } = columnsOf({ x, tx, age }, customers);
  const ahead = take.single(take.notNegative("horizon", horizon));
  const confidence = take.single(take.rate("level", level, 0.95));
  const weakPrior = take.single(take.flag("weak_prior", weak_prior, false));
  const request: FitRequest = { model: chosen.name as FitRequest["model"], columns, counts, weakPrior };
  const [fit = new Refusal("noConvergence", "fitNotConverged")] = await fitOf([request], invocation);
  if (isRefusal(fit)) throw errorOf(fit);
  const [orders = NONE, last = NONE, now = NONE] = columns;
  const history = { x: orders, tx: last, age: now, counts };
  const forecast = forecastCustomers(chosen, fit, history, { horizon: ahead, level: confidence });
  return once("plain", isRefusal(forecast) ? forecast : outlookTable(forecast));
}
