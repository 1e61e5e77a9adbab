import { LOCALES } from "../../src/locales/locale";
import { modelWords } from "../../src/locales/modelWords";
import { standingText } from "../../src/locales/standingText";
import { fitBgBb } from "../../src/models/buyTillYouDie/bgBb";
import { bgNbd } from "../../src/models/buyTillYouDie/bgNbd";
import type { FitOutcome, FitResult } from "../../src/models/fitting/fit";
import { fitTransactions } from "../../src/models/buyTillYouDie/fitTransactions";
import { fitGammaGamma } from "../../src/models/spending/gammaGamma";
import { mbgNbd } from "../../src/models/buyTillYouDie/mbgNbd";
import { paretoNbd } from "../../src/models/buyTillYouDie/paretoNbd";
import { simulateCustomers } from "../../src/models/buyTillYouDie/simulateCustomers";
import { standingFacts } from "../../src/models/fitting/standingFacts";
import type { FourParameters, TransactionModel } from "../../src/models/buyTillYouDie/transactionModel";

/*
 * Fits whose customers are alike both in how they order and in how they leave. That the model named is the one they
 * have turned into is shown by its likelihood, written down from its story and maximised here by halving steps.
 */

function fitted(outcome: FitOutcome): FitResult {
  if (!("parameters" in outcome)) throw new Error(`refused: ${outcome.code}`);
  return outcome;
}

/** The largest value of f of some logarithms: coordinate by coordinate, with ever smaller steps. */
function highest(f: (at: readonly number[]) => number, start: readonly number[]): number {
  let at = [...start];
  let best = f(at);
  for (let step = 1; step > 1e-7;) {
    const moves = at.flatMap((_, i) => [-step, step].map((by) => at.map((v, k) => (k === i ? v + by : v))));
    const better = moves.find((move) => f(move) > best);
    if (better === undefined) step /= 2;
    else [at, best] = [better, f(better)];
  }
  return best;
}

/** One customer's likelihood with the rate λ and, for leaving, a chance p or a rate μ. */
type Likelihood = (rate: number, leaving: number, x: number, tx: number, age: number) => number;

/** Orders at one rate; after each repeat order everyone leaves with the chance p. */
const geometricPoisson: Likelihood = (rate, p, x, tx, age) =>
  rate ** x *
  ((1 - p) ** x * Math.exp(-rate * age) + (x > 0 ? p * (1 - p) ** (x - 1) * Math.exp(-rate * tx) : 0));

/** The same where everyone leaves with that chance after the first order too. */
const geometricPoissonFromFirst: Likelihood = (rate, p, x, tx, age) =>
  rate ** x * ((1 - p) ** (x + 1) * Math.exp(-rate * age) + p * (1 - p) ** x * Math.exp(-rate * tx));

/** The share p leaves at once, the others never. */
const zeroInflatedPoisson: Likelihood = (rate, p, x, _tx, age) =>
  (1 - p) * rate ** x * Math.exp(-rate * age) + (x === 0 ? p : 0);

/** Everyone leaves at the rate μ. */
const exponentialPoisson: Likelihood = (rate, mu, x, tx, age) =>
  (rate ** x / (rate + mu)) * (mu * Math.exp(-(rate + mu) * tx) + rate * Math.exp(-(rate + mu) * age));

const drawn = (model: TransactionModel, truth: FourParameters, seed: number) => {
  if (model.name !== "bgNbd" && model.name !== "mbgNbd" && model.name !== "paretoNbd") throw new Error();
  return simulateCustomers(model.name, truth, { customers: 60, seed, youngest: 20, oldest: 40 });
};

describe("a fit at two limits at once", () => {
  const oneChance: FourParameters = [500, 500 / 0.3, 500, 4500];
  const oneRateOfLeaving: FourParameters = [500, 500 / 0.3, 500, 500 / 0.03];

  it.each([
    ["geometricPoisson", "identicalDropout", bgNbd, drawn(bgNbd, oneChance, 7), geometricPoisson],
    ["geometricPoisson", "identicalDropout", mbgNbd, drawn(mbgNbd, oneChance, 6), geometricPoissonFromFirst],
    [
      "zeroInflatedPoisson",
      "leavesAtOnceOrNever",
      mbgNbd,
      drawn(mbgNbd, [500, 500 / 0.3, 0.001, 0.002], 2),
      zeroInflatedPoisson,
    ],
    [
      "exponentialPoisson",
      "identicalDropout",
      paretoNbd,
      drawn(paretoNbd, oneRateOfLeaving, 8),
      exponentialPoisson,
    ],
  ] as const)(
    "names both, and is as likely as the model named (%s)",
    (name, leaving, model, history, likelihood) => {
      const fit = fitted(fitTransactions(model, history));
      expect(standingFacts(fit)).toEqual({
        kind: "boundary",
        limits: ["identicalRates", leaving],
        model: name,
      });
      const logLikelihood = ([rate = NaN, odds = NaN]: readonly number[]): number => {
        const chance = name === "exponentialPoisson" ? Math.exp(odds) : 1 / (1 + Math.exp(-odds));
        return history.x.reduce(
          (sum, x, i) =>
            sum +
            Math.log(likelihood(Math.exp(rate), chance, x, history.tx[i] ?? NaN, history.age[i] ?? NaN)),
          0,
        );
      };
      // The search ends at a factor of e^12, a little before the limit.
      expect(Math.abs(fit.logLikelihood - highest(logLikelihood, [-1, -2]))).toBeLessThan(1e-3);
    },
  );

  const steady = { x: [3, 3, 3, 3], tx: [29, 30, 30, 29.5], age: [30, 30, 30, 30] };

  it.each([bgNbd, mbgNbd, paretoNbd])("of $name is the Poisson model where nobody leaves", (model) => {
    const fit = fitted(fitTransactions(model, steady));
    expect(standingFacts(fit)).toEqual({
      kind: "boundary",
      limits: ["nobodyLeaves", "identicalRates"],
      model: "poisson",
    });
    // 12 orders in 120 units of time: ln (0.1^12 e^-12)
    expect(Math.abs(fit.logLikelihood - (12 * Math.log(0.1) - 12))).toBeLessThan(1e-4);
  });

  it("of BG/BB is the binomial where nobody leaves", () => {
    const fit = fitted(fitBgBb({ x: [3, 3, 3], tx: [6, 6, 6], n: [6, 6, 6] }));
    expect(standingFacts(fit)).toMatchObject({
      limits: ["nobodyLeaves", "identicalRates"],
      model: "binomial",
    });
    expect(Math.abs(fit.logLikelihood - 18 * Math.log(0.5))).toBeLessThan(1e-4);
  });

  it("of Gamma-Gamma says that all orders of all customers have one value, which has no model's name", () => {
    const fit = fitted(fitGammaGamma({ x: [1, 2, 3], meanValue: [50, 50, 50] }));
    expect(standingFacts(fit)).toEqual({
      kind: "boundary",
      limits: ["identicalValues", "noSpreadWithinCustomer"],
      model: undefined,
    });
  });

  it("is told in one sentence in five languages", () => {
    const facts = standingFacts(fitted(fitTransactions(bgNbd, steady)));
    for (const locale of LOCALES) {
      const words = modelWords(locale);
      const text = standingText(facts, locale);
      expect(text).toContain(words.limits.nobodyLeaves);
      expect(text).toContain(words.limits.identicalRates);
      expect(text).toContain(words.limitingModels.poisson);
      expect(text).not.toMatch(/[{}]/u);
    }
    expect(standingText(facts, "en")).toBe(
      "at a boundary: nobody leaves, and all customers order at the same rate; limiting model: Poisson",
    );
  });

  it("names one limit only where the data say nothing of the other", () => {
    const x = Array.from({ length: 300 }, (_, i) => 2 + (i % 17));
    const spread = { x, tx: x.map(() => 50), age: x.map(() => 50) };
    expect(fitted(fitTransactions(bgNbd, spread)).standing).toMatchObject({ limits: ["nobodyLeaves"] });
  });
});
