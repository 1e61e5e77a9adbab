import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { scaledExponentialIntegral } from "../../src/numerics/exponentialIntegral";
import {
  digamma,
  digammaDifference,
  lnBeta,
  lnGamma,
  trigamma,
  trigammaDifference,
} from "../../src/numerics/gammaFunctions";
import { incompleteBeta } from "../../src/numerics/incompleteBeta";
import { negativeBinomialPmf, negativeBinomialTail } from "../../src/numerics/negativeBinomial";
import { Refusal, type Outcome } from "../../src/numerics/refusal";
import { lnRising } from "../../src/numerics/risingFactorial";
import {
  bgBbAlive,
  bgBbConditional,
  bgBbDert,
  bgBbExpected,
  bgBbLogLikelihood,
  bgBbPmf,
} from "../../src/models/buyTillYouDie/bgBb";
import { bdwProbability, bdwRetention, bdwSurvival } from "../../src/models/contractual/betaDiscreteWeibull";
import { bgNbd } from "../../src/models/buyTillYouDie/bgNbd";
import { bgCnbdK, mbgCnbdK } from "../../src/models/buyTillYouDie/cnbdK";
import { discountedOrdersIfAlive } from "../../src/models/forecasts/discountedOrders";
import { gammaGammaLogLikelihood, gammaGammaMean } from "../../src/models/spending/gammaGamma";
import { mbgNbd } from "../../src/models/buyTillYouDie/mbgNbd";
import { paretoNbd } from "../../src/models/buyTillYouDie/paretoNbd";
import {
  sbgDel,
  sbgDerl,
  sbgProbability,
  sbgRetention,
  sbgSurvival,
} from "../../src/models/contractual/shiftedBetaGeometric";
import {
  alive,
  checkParameters,
  conditional,
  dert,
  expected,
  logLikelihood,
  pmf,
  type TransactionModel,
} from "../../src/models/buyTillYouDie/transactionModel";

/** Written by scripts/models/referenceGrid.py: high-precision values by the textbook formulas. */
const FOLDER = path.join(__dirname, "reference");

type Row = readonly (number | readonly number[])[];
type Compute = (params: readonly number[], args: readonly number[]) => Outcome;

const ofModel = (model: TransactionModel): Record<string, Compute> => ({
  [`${model.name}.ll`]: (p, [x = NaN, tx = NaN, age = NaN]) => logLikelihood(model, p, x, tx, age),
  [`${model.name}.alive`]: (p, [x = NaN, tx = NaN, age = NaN]) => alive(model, p, x, tx, age),
  [`${model.name}.expected`]: (p, [t = NaN]) => expected(model, p, t),
  [`${model.name}.conditional`]: (p, [t = NaN, x = NaN, tx = NaN, age = NaN]) =>
    conditional(model, p, t, x, tx, age),
  [`${model.name}.pmf`]: (p, [n = NaN, t = NaN]) => pmf(model, p, n, t),
  [`${model.name}.dert`]: (p, [x = NaN, tx = NaN, age = NaN, delta = NaN]) =>
    dert(model, p, x, tx, age, delta),
});

/** What CLV.PREDICT takes of a model: the orders of a horizon, discounted. */
const discounted = (model: TransactionModel): Record<string, Compute> => ({
  [`${model.name}.discounted`]: (p, [x = NaN, tx = NaN, age = NaN, delta = NaN, horizon = NaN]) => {
    const parameters = checkParameters(model, p);
    if (parameters instanceof Refusal) return parameters;
    const toCome = discountedOrdersIfAlive(model, parameters, x, tx, age, delta, horizon);
    return Number(alive(model, p, x, tx, age)) * toCome;
  },
});

/** The same, with the number of stages before the other arguments. */
const ofStages = (create: (stages: number) => TransactionModel): Record<string, Compute> =>
  Object.fromEntries(
    Object.keys(ofModel(create(1))).map((name) => [
      name,
      (p: readonly number[], [k = NaN, ...args]: readonly number[]) =>
        ofModel(create(k))[name]?.(p, args) ?? NaN,
    ]),
  );

const FUNCTIONS: Record<string, Compute> = {
  ...ofModel(bgNbd),
  ...ofModel(mbgNbd),
  ...ofModel(paretoNbd),
  ...discounted(bgNbd),
  ...discounted(mbgNbd),
  ...discounted(paretoNbd),
  ...ofStages(bgCnbdK),
  ...ofStages(mbgCnbdK),
  "bdw.survival": (p, [t = NaN]) => bdwSurvival(t, p),
  "bdw.retention": (p, [t = NaN]) => bdwRetention(t, p),
  "bdw.prob": (p, [t = NaN]) => bdwProbability(t, p),
  "gammaGamma.ll": (p, [x = NaN, m = NaN]) => gammaGammaLogLikelihood(p, x, m),
  "gammaGamma.mean": (p, [x = NaN, m = NaN]) => gammaGammaMean(p, x, m),
  "bgBb.ll": (p, [x = NaN, tx = NaN, n = NaN]) => bgBbLogLikelihood(p, x, tx, n),
  "bgBb.alive": (p, [x = NaN, tx = NaN, n = NaN]) => bgBbAlive(p, x, tx, n),
  "bgBb.expected": (p, [n = NaN]) => bgBbExpected(p, n),
  "bgBb.conditional": (p, [t = NaN, x = NaN, tx = NaN, n = NaN]) => bgBbConditional(p, t, x, tx, n),
  "bgBb.dert": (p, [x = NaN, tx = NaN, n = NaN, d = NaN]) => bgBbDert(p, x, tx, n, d),
  "bgBb.pmf": (p, [count = NaN, n = NaN]) => bgBbPmf(p, count, n),
  "sbg.survival": (p, [t = NaN]) => sbgSurvival(t, p),
  "sbg.prob": (p, [t = NaN]) => sbgProbability(t, p),
  "sbg.retention": (p, [t = NaN]) => sbgRetention(t, p),
  "sbg.del": (p, [d = NaN]) => sbgDel(p, d),
  "sbg.derl": (p, [d = NaN, n = NaN]) => sbgDerl(p, d, n),
  lnRising: (_, [v = NaN, n = NaN]) => lnRising(v, n),
  negativeBinomialPmf: (_, [r = NaN, odds = NaN, n = NaN]) => negativeBinomialPmf(r, odds, n),
  negativeBinomialTail: (_, [r = NaN, odds = NaN, n = NaN]) => negativeBinomialTail(r, odds, n),
  lnGamma: (_, [x = NaN]) => lnGamma(x),
  digamma: (_, [x = NaN]) => digamma(x),
  digammaDifference: (_, [x = NaN, step = NaN]) => digammaDifference(x, step),
  trigamma: (_, [x = NaN]) => trigamma(x),
  trigammaDifference: (_, [x = NaN, step = NaN]) => trigammaDifference(x, step),
  lnBeta: (_, [a = NaN, b = NaN]) => lnBeta(a, b),
  scaledExponentialIntegral: (_, [s = NaN, z = NaN]) => scaledExponentialIntegral(s, z),
  incompleteBeta: (_, [a = NaN, b = NaN, x = NaN]) => incompleteBeta(a, b, x, 1 - x),
};

const files = existsSync(FOLDER) ? readdirSync(FOLDER).filter((file) => file.endsWith(".json")) : [];

function relativeError(name: string, row: Row): number {
  const truth = row.at(-1);
  const compute = FUNCTIONS[name];
  if (typeof truth !== "number" || compute === undefined) return NaN;
  const params = row.flatMap((entry) => (typeof entry === "number" ? [] : [entry]))[0] ?? [];
  const args = row.slice(0, -1).filter((entry): entry is number => typeof entry === "number");
  return Math.abs(Number(compute(params, args)) / truth - 1);
}

describe("against high-precision arithmetic, over the whole domain", () => {
  it("has a file for every function", () => {
    expect(files.map((file) => file.replace(".json", "")).sort()).toEqual(Object.keys(FUNCTIONS).sort());
  });

  it.each(files.map((file) => [file.replace(".json", "")]))("%s agrees to 1e-9", (name) => {
    const { rows } = JSON.parse(readFileSync(path.join(FOLDER, `${name}.json`), "utf8")) as { rows: Row[] };
    expect(rows.length).toBeGreaterThan(10);
    const wrong = rows
      .map((row) => ({ row, error: relativeError(name, row) }))
      .filter(({ error }) => !(error <= 1e-9))
      .map(({ row, error }) => `${JSON.stringify(row)} is off by ${error.toExponential(1)}`);
    expect(wrong).toEqual([]);
  });
});
