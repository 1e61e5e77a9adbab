import { gammaGammaLogLikelihood, meanValuePrediction } from "../../models/spending/gammaGamma";
import { columnsOf, eachCustomer, fitted, predicted } from "../modelArguments";
import { spendIndependence } from "../../models/spending/spendIndependence";
import { isRefusal } from "../../numerics/refusal";
import { once } from "../broadcast";

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
 * @param [level] Level of an interval, 0.95 say: each answer is then value, low, high. Give the whole block of the FIT function with stats TRUE as params.
 * @returns Money, one value per customer.
 * @formula p (gamma + x m) / (p x + q − 1)
 * @errors #VALUE! when a parameter or a mean value is not above 0; #NUM! when the mean is infinite (x = 0 and q at most 1).
 * @example =CLV.GAMMAGAMMA.MEAN({6.25, 3.74, 15.44}, {2, 0}, {22.345, 0}) → {24.66, 35.22}
 * @source Fader & Hardie, note 025.
 */
export function gammaGammaMeanOf(
  params: unknown[][],
  x: unknown[][],
  mean_value: unknown[][],
  level?: unknown[][],
): unknown[][] {
  return predicted(meanValuePrediction, params, level, ["x", x], ["mean_value", mean_value]);
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
