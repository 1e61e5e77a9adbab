import { log1pExp, oneOver1pExp } from "../../numerics/logistic";
import { negativeBinomialPmf, negativeBinomialTail } from "../../numerics/negativeBinomial";
import { lnRising } from "../../numerics/risingFactorial";
import { bgNbdProblem } from "./bgNbdProblem";
import { discountedOrdersBeforeDropout, ordersBeforeDropout } from "./dropoutAfterOrder";
import type { FourParameters, TransactionModel } from "./transactionModel";

/** ln of the odds "left at the last order" : "still a customer". */
function logOddsLeft([r, alpha, a, b]: FourParameters, x: number, tx: number, age: number): number {
  return Math.log(a / (b + x)) + (r + x) * Math.log1p((age - tx) / (alpha + tx));
}

/**
 * MBG/NBD (Batislam, Denizel & Filiztekin 2007): as BG/NBD, but a customer may leave right after the first order too,
 * so that one who never came back may be gone.
 */
export const mbgNbd: TransactionModel = {
  name: "mbgNbd",
  parameterNames: ["r", "alpha", "a", "b"],
  recencyMatters: false,

  logLikelihood(parameters, x, tx, age) {
    const [r, alpha, a, b] = parameters;
    if (x === 0) return Math.log1p((b / (a + b)) * Math.expm1(-r * Math.log1p(age / alpha)));
    return (
      lnRising(r, x) -
      r * Math.log1p(age / alpha) -
      x * Math.log(alpha + age) +
      (lnRising(b, x + 1) - lnRising(a + b, x + 1)) +
      log1pExp(logOddsLeft(parameters, x, tx, age))
    );
  },

  alive: (parameters, x, tx, age) => oneOver1pExp(logOddsLeft(parameters, x, tx, age)),

  logOddsAlive: (parameters, x, tx, age) => -logOddsLeft(parameters, x, tx, age),

  expectedIfAlive: ([r, alpha, a, b], t, x, _tx, age) =>
    ordersBeforeDropout(r + x, t / (alpha + age), a, b + x + 1),

  discountedIfAlive: ([r, alpha, a, b], x, _tx, age, delta) =>
    discountedOrdersBeforeDropout(r + x, delta * (alpha + age), a, b + x + 1),

  expected: ([r, alpha, a, b], t) => (b / (a + b)) * ordersBeforeDropout(r, t / alpha, a, b + 1),

  pmf([r, alpha, a, b], n, t) {
    const stays = Math.exp(lnRising(b, n + 1) - lnRising(a + b, n + 1));
    const leaves = (a / (b + n)) * stays;
    if (t === 0) return n === 0 ? 1 : 0;
    const odds = t / alpha;
    return stays * negativeBinomialPmf(r, odds, n) + leaves * negativeBinomialTail(r, odds, n);
  },

  problem: (rows) => bgNbdProblem("mbgNbd", rows, true),
};
