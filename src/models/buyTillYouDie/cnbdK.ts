import { betaExpectation } from "../../numerics/betaExpectation";
import { lnGamma } from "../../numerics/gammaFunctions";
import { negativeBinomialPmf, negativeBinomialTail } from "../../numerics/negativeBinomial";
import { logSumExp } from "../../numerics/logSumExp";
import { lnRising } from "../../numerics/risingFactorial";
import { bgNbdSearch, historySizes, type HistorySizes } from "./bgNbdProblem";
import { cnbdKLikelihood } from "./cnbdKLikelihood";
import { ordersFromStages } from "./ordersFromStages";
import type { FourParameters, TransactionModel } from "./transactionModel";

/** ln of the terms "still there, j stages since the last order" (j < k), then "left at the last order". */
function logTerms(
  [r, alpha, a, b]: FourParameters,
  stages: number,
  off: 0 | 1,
  x: number,
  tx: number,
  age: number,
): { still: number[]; left: number } {
  const passed = stages * x;
  const since = (age - tx) / (alpha + age);
  const still = Array.from({ length: stages }, (_, j) =>
    j === 0 ? 0 : lnRising(r + passed, j) - lnRising(1, j) + j * Math.log(since),
  );
  const left =
    x + off === 0
      ? -Infinity
      : Math.log(a / (b + (x + off - 1))) + (r + passed) * Math.log1p((age - tx) / (alpha + tx));
  return { still, left };
}

/**
 * Expected orders before leaving without end, discounted at delta: E[ρ^(k−ahead) / (1 − (1−p) ρ^k)] over the chance p of leaving and
 * ρ = λ / (λ + δ), λ ~ Gamma(shape, scale), by the trapezium rule in ln λ.
 */
function discountedFromStages(
  shape: number,
  scale: number,
  stages: number,
  ahead: number,
  a: number,
  b: number,
  delta: number,
): number {
  const centre = Math.log(shape / scale);
  const step = Math.min(0.25, 1 / Math.sqrt(shape) / 1.6);
  const constant = shape * Math.log(scale) - lnGamma(shape);
  const at = (y: number): number => {
    const lambda = Math.exp(y);
    const weight = Math.exp(shape * y - scale * lambda + constant);
    if (weight === 0) return 0;
    const logRho = -Math.log1p(delta / lambda);
    const leaves = -Math.expm1(stages * logRho);
    const returns = 1 - leaves;
    const flat = Math.max(0, -Math.log(leaves)) + 38;
    const inner = betaExpectation(a, b, (p) => 1 / (leaves + p * returns), flat);
    return weight * Math.exp((stages - ahead) * logRho) * inner;
  };
  let sum = at(centre);
  for (const direction of [1, -1]) {
    for (let i = 1; i < 2000; i++) {
      const term = at(centre + direction * i * step);
      sum += term;
      if (term < 1e-17 * sum) break;
    }
  }
  return step * sum;
}

/** Weighs an expectation over the stages that may have passed since the last order. */
function overStages(terms: readonly number[], value: (j: number) => number): number {
  const total = logSumExp(terms);
  return terms.reduce((sum, term, j) => {
    const weight = Math.exp(term - total);
    return weight === 0 ? sum : sum + weight * value(j);
  }, 0);
}

/** The sizes with stages in the place of orders. */
const inStages = (sizes: HistorySizes, stages: number): HistorySizes => ({
  ...sizes,
  rate: stages * sizes.rate,
  rateOfReturning: stages * sizes.rateOfReturning,
  rateWhileOrdering: stages * sizes.rateWhileOrdering,
});

function createModel(stages: number, mayLeaveAtOnce: boolean): TransactionModel {
  const off = mayLeaveAtOnce ? 1 : 0;
  const first = ([, , a, b]: FourParameters): number => (mayLeaveAtOnce ? b / (a + b) : 1);
  return {
    name: mayLeaveAtOnce ? "mbgCnbdK" : "bgCnbdK",
    stages,
    parameterNames: ["r", "alpha", "a", "b"],
    recencyMatters: stages > 1,

    logLikelihood(parameters, x, tx, age) {
      const [r, alpha, a, b] = parameters;
      // Of a customer who most probably has not ordered yet, the probability is 1 less almost nothing.
      const ordered = x === 0 ? first(parameters) * negativeBinomialTail(r, age / alpha, stages) : 1;
      if (ordered < 0.5) return Math.log1p(-ordered);
      const { still, left } = logTerms(parameters, stages, off, x, tx, age);
      const passed = stages * x;
      return (
        lnRising(r, passed) -
        r * Math.log1p(age / alpha) -
        (x === 0 ? 0 : passed * Math.log(alpha + age)) +
        (lnRising(b, x + off) - lnRising(a + b, x + off)) +
        logSumExp([...still, left])
      );
    },

    alive(parameters, x, tx, age) {
      const { still, left } = logTerms(parameters, stages, off, x, tx, age);
      return Math.exp(logSumExp(still) - logSumExp([...still, left]));
    },

    logOddsAlive(parameters, x, tx, age) {
      const { still, left } = logTerms(parameters, stages, off, x, tx, age);
      return logSumExp(still) - left;
    },

    expectedIfAlive(parameters, t, x, tx, age) {
      const [r, alpha, a, b] = parameters;
      const { still } = logTerms(parameters, stages, off, x, tx, age);
      return overStages(still, (j) =>
        ordersFromStages({
          shape: r + stages * x + j,
          odds: t / (alpha + age),
          stages,
          ahead: j,
          a,
          b: b + x + off,
        }),
      );
    },

    discountedIfAlive(parameters, x, tx, age, delta) {
      const [r, alpha, a, b] = parameters;
      const { still } = logTerms(parameters, stages, off, x, tx, age);
      return overStages(still, (j) =>
        discountedFromStages(r + stages * x + j, alpha + age, stages, j, a, b + x + off, delta),
      );
    },

    expected(parameters, t) {
      const [r, alpha, a, b] = parameters;
      return (
        first(parameters) * ordersFromStages({ shape: r, odds: t / alpha, stages, ahead: 0, a, b: b + off })
      );
    },

    pmf([r, alpha, a, b], n, t) {
      if (t === 0) return n === 0 ? 1 : 0;
      const odds = t / alpha;
      const stays = Math.exp(lnRising(b, n + off) - lnRising(a + b, n + off));
      let within = 0;
      for (let j = 0; j < stages; j++) within += negativeBinomialPmf(r, odds, n * stages + j);
      const leaves =
        n + off === 0 ? 0 : (a / (b + (n + off - 1))) * stays * negativeBinomialTail(r, odds, n * stages);
      return stays * within + leaves;
    },

    problem(rows) {
      const sizes = inStages(historySizes(rows), stages);
      return {
        model: mayLeaveAtOnce ? "mbgCnbdK" : "bgCnbdK",
        stages,
        parameterNames: ["r", "alpha", "a", "b"],
        customers: rows.total,
        distinctRows: rows.length,
        logLikelihood: cnbdKLikelihood(rows, stages, mayLeaveAtOnce),
        ...bgNbdSearch(sizes, mayLeaveAtOnce),
      };
    },
  };
}

/**
 * BG/CNBD-k (Platzer & Reutterer 2016): as BG/NBD, but orders come more regularly: each takes k stages, and
 * Gamma(r, alpha) is the rate of the stages. k = 1 is BG/NBD.
 */
export const bgCnbdK = (stages: number): TransactionModel => createModel(stages, false);

/** MBG/CNBD-k: the same for MBG/NBD, where a customer may leave right after the first order. */
export const mbgCnbdK = (stages: number): TransactionModel => createModel(stages, true);
