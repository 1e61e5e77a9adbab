import { betaExpectation } from "../numerics/betaExpectation";
import { lnGamma } from "../numerics/gammaFunctions";
import { negativeBinomialPmf, negativeBinomialTail } from "../numerics/negativeBinomial";
import { lnRising } from "../numerics/risingFactorial";
import { BG_NBD_LIMITS, bgNbdStarts, historySizes } from "./bgNbdProblem";
import { cnbdKLikelihood } from "./cnbdKLikelihood";
import type { FourParameters, TransactionModel } from "./transactionModel";

/** Past this many stages a sum is given up: the answer would take seconds. */
const MOST_TICKS = 2e6;

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
      : Math.log(a / (b + x + off - 1)) + (r + passed) * Math.log1p((age - tx) / (alpha + tx));
  return { still, left };
}

function logSumExp(terms: readonly number[]): number {
  const most = Math.max(...terms);
  return most + Math.log(terms.reduce((sum, term) => sum + Math.exp(term - most), 0));
}

/**
 * Expected orders before leaving: stages pass as a negative binomial count N, every k-th is an order, `ahead` are
 * passed already; Σ P(N = c) S((c + ahead) div k), S(n) the expected orders among the next n.
 */
function ordersFromTicks(
  shape: number,
  odds: number,
  stages: number,
  ahead: number,
  a: number,
  b: number,
): number {
  if (odds === 0) return 0;
  const mean = shape * odds;
  if (mean + 40 * Math.sqrt(mean * (1 + odds)) > MOST_TICKS) return NaN;
  const z = odds / (1 + odds);
  let stays = 1;
  let staying = 0;
  let orders = 0;
  let sum = 0;
  let logProbability = -shape * Math.log1p(odds);
  for (let ticks = 0; ticks < MOST_TICKS; ticks++) {
    for (; orders < Math.floor((ticks + ahead) / stages); orders++) {
      staying += stays;
      stays *= (b + orders) / (a + b + orders);
    }
    const term = Math.exp(logProbability) * staying;
    sum += term;
    const ratio = ((shape + ticks) / (ticks + 1)) * z;
    if (ticks > mean + stages && term * ratio < 1e-17 * (1 - Math.min(ratio, 1)) * sum) return sum;
    logProbability += Math.log(ratio);
  }
  return NaN;
}

/**
 * The same without end and discounted at delta: E[ρ^(k−ahead) / (1 − (1−p) ρ^k)] over the chance p of leaving and
 * ρ = λ / (λ + δ), λ ~ Gamma(shape, scale), by the trapezium rule in ln λ.
 */
function discountedFromTicks(
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

    expectedIfAlive(parameters, t, x, tx, age) {
      const [r, alpha, a, b] = parameters;
      const { still } = logTerms(parameters, stages, off, x, tx, age);
      return overStages(still, (j) =>
        ordersFromTicks(r + stages * x + j, t / (alpha + age), stages, j, a, b + x + off),
      );
    },

    discountedIfAlive(parameters, x, tx, age, delta) {
      const [r, alpha, a, b] = parameters;
      const { still } = logTerms(parameters, stages, off, x, tx, age);
      return overStages(still, (j) =>
        discountedFromTicks(r + stages * x + j, alpha + age, stages, j, a, b + x + off, delta),
      );
    },

    expected(parameters, t) {
      const [r, alpha, a, b] = parameters;
      return first(parameters) * ordersFromTicks(r, t / alpha, stages, 0, a, b + off);
    },

    pmf([r, alpha, a, b], n, t) {
      if (t === 0) return n === 0 ? 1 : 0;
      const odds = t / alpha;
      const stays = Math.exp(lnRising(b, n + off) - lnRising(a + b, n + off));
      let within = 0;
      for (let j = 0; j < stages; j++) within += negativeBinomialPmf(r, odds, n * stages + j);
      const leaves =
        n + off === 0 ? 0 : (a / (b + n + off - 1)) * stays * negativeBinomialTail(r, odds, n * stages);
      return stays * within + leaves;
    },

    problem(rows) {
      const sizes = historySizes(rows);
      return {
        model: mayLeaveAtOnce ? "mbgCnbdK" : "bgCnbdK",
        stages,
        parameterNames: ["r", "alpha", "a", "b"],
        customers: rows.total,
        distinctRows: rows.length,
        logLikelihood: cnbdKLikelihood(rows, stages, mayLeaveAtOnce),
        centre: [1, sizes.meanAge, 1, 1],
        starts: bgNbdStarts({ meanAge: sizes.meanAge, rate: stages * sizes.rate }),
        limits: BG_NBD_LIMITS,
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
