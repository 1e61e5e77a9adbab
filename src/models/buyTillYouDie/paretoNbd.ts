import { at } from "../../numerics/at";
import { scaledExponentialIntegral } from "../../numerics/exponentialIntegral";
import { integrateAdaptive } from "../../numerics/gaussLegendre";
import { log1pExp, oneOver1pExp } from "../../numerics/logistic";
import { negativeBinomialPmf } from "../../numerics/negativeBinomial";
import { lnRising } from "../../numerics/risingFactorial";
import { historySizes, LIMITS } from "./bgNbdProblem";
import { thinRows, type CollapsedRows } from "../fitting/collapseRows";
import type { LikelihoodProblem } from "../fitting/likelihoodProblem";
import { paretoNbdLogLikelihood } from "./paretoNbdLikelihood";
import { emptyPlan, planPanels } from "./paretoQuadrature";
import type { FourParameters, TransactionModel } from "./transactionModel";

const SAMPLE_ABOVE = 400;
/** Where fewer customers than this came back, a clean maximum may be a lower one. */
const FEW_RETURN = 0.3;

const plan = emptyPlan();

/** ln of the odds "left since the last order" : "still a customer", by the quadrature of the likelihood. */
function logOddsLeft([r, alpha, s, beta]: FourParameters, x: number, tx: number, age: number): number {
  if (!(age > tx)) return -Infinity;
  const alphaSmaller = alpha <= beta;
  const start = Math.min(alpha, beta) + tx;
  const apart = Math.abs(alpha - beta);
  planPanels(plan, r + x, s, start, Math.min(alpha, beta) + age, apart, alphaSmaller);
  const { nodes, weights } = plan.rule;
  const half = 0.5 * plan.width;
  const logTerm = (y: number, near: number): number => {
    const far = near + apart;
    const besideAlpha = alphaSmaller ? near : far;
    const besideBeta = alphaSmaller ? far : near;
    return (
      (r + x) * Math.log1p((age - y) / besideAlpha) +
      s * Math.log1p((age - y) / besideBeta) +
      Math.log(near / besideBeta)
    );
  };
  const scale = logTerm(tx, start);
  let sum = 0;
  for (let panel = 0; panel < plan.panels; panel++) {
    for (let j = 0; j < nodes.length; j++) {
      const ahead = half * (2 * panel + 1 + at(nodes, j));
      const past = start * Math.expm1(ahead);
      sum += at(weights, j) * Math.exp(logTerm(tx + past, start + past) - scale);
    }
  }
  return Math.log(s * half * sum) + scale;
}

/** P(a first repeat order by `age`): the same integral with the parts of ordering and leaving exchanged. */
function orderedBy([r, alpha, s, beta]: FourParameters, age: number): number {
  const odds = logOddsLeft([s, beta, r, alpha], 0, 0, age);
  return Math.exp(odds - r * Math.log1p(age / alpha) - s * Math.log1p(age / beta));
}

/** (1 − e^{−(s−1)L}) / (s − 1), which is L at s = 1. */
function meanLifetimeFactor(s: number, length: number): number {
  const e = (s - 1) * length;
  return Math.abs(e) < 1e-9 ? length * (1 - e / 2) : -Math.expm1(-e) / (s - 1);
}

/** Orders in the next t at a Gamma(shape, scale) rate over a Pareto(s, beta) lifetime. */
const ordersInLifetime = (shape: number, scale: number, s: number, beta: number, t: number): number =>
  (shape / scale) * beta * meanLifetimeFactor(s, Math.log1p(t / beta));

/** P(n orders, having left before t): ∫ P(n orders by y) dP(left by y), over ln y. */
function pmfOfLeavers([r, alpha, s, beta]: FourParameters, n: number, t: number): number {
  const logT = Math.log(t);
  const integrand = (u: number): number => {
    const y = Math.exp(u);
    return Math.exp(u - (s + 1) * Math.log1p(y / beta)) * negativeBinomialPmf(r, y / alpha, n);
  };
  // Below this y, where the integrand falls as y^(n+1), it adds nothing.
  const low = Math.min(logT, Math.log(beta), Math.log(alpha * Math.max(n, 1))) - 42 / (n + 1) - 5;
  return (s / beta) * integrateAdaptive(integrand, low, logT, Math.ceil((logT - low) / 4));
}

/**
 * Pareto/NBD (Schmittlein, Morrison & Colombo 1987): orders at random with a rate Gamma(r, alpha) of each customer's
 * own, until she leaves unseen after a lifetime with a rate Gamma(s, beta) of her own.
 */
export const paretoNbd: TransactionModel = {
  name: "paretoNbd",
  parameterNames: ["r", "alpha", "s", "beta"],
  recencyMatters: false,

  logLikelihood(parameters, x, tx, age) {
    const [r, alpha, s, beta] = parameters;
    if (x === 0) {
      const ordered = orderedBy(parameters, age);
      if (ordered < 0.5) return Math.log1p(-ordered);
    }
    return (
      lnRising(r, x) -
      r * Math.log1p(age / alpha) -
      (x === 0 ? 0 : x * Math.log(alpha + age)) -
      s * Math.log1p(age / beta) +
      log1pExp(logOddsLeft(parameters, x, tx, age))
    );
  },

  alive: (parameters, x, tx, age) => oneOver1pExp(logOddsLeft(parameters, x, tx, age)),

  logOddsAlive: (parameters, x, tx, age) => -logOddsLeft(parameters, x, tx, age),

  expectedIfAlive: ([r, alpha, s, beta], t, x, _tx, age) =>
    ordersInLifetime(r + x, alpha + age, s, beta + age, t),

  discountedIfAlive: ([r, alpha, s, beta], x, _tx, age, delta) =>
    ((r + x) / (alpha + age)) * (beta + age) * scaledExponentialIntegral(s, delta * (beta + age)),

  expected: ([r, alpha, s, beta], t) => ordersInLifetime(r, alpha, s, beta, t),

  pmf(parameters, n, t) {
    if (t === 0) return n === 0 ? 1 : 0;
    const [r, alpha, s, beta] = parameters;
    const stayed = Math.exp(-s * Math.log1p(t / beta)) * negativeBinomialPmf(r, t / alpha, n);
    return stayed + pmfOfLeavers(parameters, n, t);
  },

  problem: (rows: CollapsedRows): LikelihoodProblem => {
    const { meanAge, rate, returning, rateOfReturning } = historySizes(rows);
    // Much the same rate for all who stay, and beta such that the share who came back outlived its age.
    const rival = (s: number): readonly number[] => [
      2,
      2 / rateOfReturning,
      s,
      meanAge * Math.max(1e-4, Math.min(returning, 0.9) ** (1 / s)),
    ];
    const size = Math.max(200, Math.min(4000, rows.length / 16));
    return {
      model: "paretoNbd",
      parameterNames: ["r", "alpha", "s", "beta"],
      customers: rows.total,
      distinctRows: rows.length,
      logLikelihood: paretoNbdLogLikelihood(rows),
      sample: rows.length > SAMPLE_ABOVE ? paretoNbdLogLikelihood(thinRows(rows, size)) : undefined,
      centre: [1, meanAge, 1, meanAge],
      starts: [
        [0.6, 0.4 / rate, 0.6, meanAge / 2],
        [1, 0.8 / rate, 1, 2 * meanAge],
        [0.3, 0.15 / rate, 0.5, meanAge / 4],
        [4, 4 / rate, 1.5, 4 * meanAge],
      ],
      rivalStarts: [0.1, 0.3].map(rival),
      rivalStartsOfFew: [rival(0.01)],
      severalMaxima: returning < FEW_RETURN,
      limits: LIMITS,
    };
  },
};
