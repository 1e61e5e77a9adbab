import { log1pExp, oneOver1pExp } from "../../numerics/logistic";
import { negativeBinomialPmf, negativeBinomialTail } from "../../numerics/negativeBinomial";
import { lnRising } from "../../numerics/risingFactorial";
import { bgNbdProblem } from "./bgNbdProblem";
import { discountedOrdersBeforeDropout, ordersBeforeDropout } from "./dropoutAfterOrder";
import type { FourParameters, TransactionModel } from "./transactionModel";

/** ln of the odds "left at the last order" : "still a customer". */
function logOddsLeft([r, alpha, a, b]: FourParameters, x: number, tx: number, age: number): number {
  return Math.log(a / (b + (x - 1))) + (r + x) * Math.log1p((age - tx) / (alpha + tx));
}

/**
 * BG/NBD (Fader, Hardie & Lee 2005): orders at random with a rate Gamma(r, alpha) of each customer's own; after each
 * repeat order she leaves with a probability Beta(a, b) of her own.
 */
export const bgNbd: TransactionModel = {
  name: "bgNbd",
  parameterNames: ["r", "alpha", "a", "b"],
  recencyMatters: false,

  logLikelihood(parameters, x, tx, age) {
    const [r, alpha, a, b] = parameters;
    const base = -r * Math.log1p(age / alpha);
    if (x === 0) return base;
    return (
      base -
      x * Math.log(alpha + age) +
      lnRising(r, x) +
      (lnRising(b, x) - lnRising(a + b, x)) +
      log1pExp(logOddsLeft(parameters, x, tx, age))
    );
  },

  alive: (parameters, x, tx, age) => (x === 0 ? 1 : oneOver1pExp(logOddsLeft(parameters, x, tx, age))),

  logOddsAlive: (parameters, x, tx, age) => (x === 0 ? Infinity : -logOddsLeft(parameters, x, tx, age)),

  expectedIfAlive: ([r, alpha, a, b], t, x, _tx, age) =>
    ordersBeforeDropout(r + x, t / (alpha + age), a, b + x),

  discountedIfAlive: ([r, alpha, a, b], x, _tx, age, delta) =>
    discountedOrdersBeforeDropout(r + x, delta * (alpha + age), a, b + x),

  expected: ([r, alpha, a, b], t) => ordersBeforeDropout(r, t / alpha, a, b),

  pmf([r, alpha, a, b], n, t) {
    if (t === 0) return n === 0 ? 1 : 0;
    const odds = t / alpha;
    if (n === 0) return negativeBinomialPmf(r, odds, 0);
    const stays = Math.exp(lnRising(b, n) - lnRising(a + b, n));
    const leaves = (a / (b + (n - 1))) * stays;
    return stays * negativeBinomialPmf(r, odds, n) + leaves * negativeBinomialTail(r, odds, n);
  },

  problem: (rows) => bgNbdProblem("bgNbd", rows, false),
};
