import { bgBbConditional } from "../../src/models/buyTillYouDie/bgBb";
import { bgNbd } from "../../src/models/buyTillYouDie/bgNbd";
import type { FitOutcome, FitResult } from "../../src/models/fitting/fit";
import { fitTransactions } from "../../src/models/buyTillYouDie/fitTransactions";
import { fitGammaGamma, gammaGammaMean } from "../../src/models/spending/gammaGamma";
import { mbgNbd } from "../../src/models/buyTillYouDie/mbgNbd";
import { paretoNbd } from "../../src/models/buyTillYouDie/paretoNbd";
import { fitShiftedBetaGeometric, sbgSurvival } from "../../src/models/contractual/shiftedBetaGeometric";
import { conditional } from "../../src/models/buyTillYouDie/transactionModel";

function fitted(outcome: FitOutcome): FitResult {
  if (!("parameters" in outcome)) throw new Error(`refused: ${outcome.code}`);
  return outcome;
}

const isNear = (found: unknown, value: number, tolerance: number): void => {
  expect(Math.abs(Number(found) / value - 1)).toBeLessThan(tolerance);
};

describe("at its limit a model is the simpler one:", () => {
  it.each([
    ["BG/NBD, a to 0", bgNbd, [0.5, 6, 1e-10, 2.4]],
    ["BG/NBD, b to infinity", bgNbd, [0.5, 6, 0.8, 1e10]],
    ["MBG/NBD, a to 0", mbgNbd, [0.5, 6, 1e-10, 2.4]],
    ["Pareto/NBD, s to 0", paretoNbd, [0.5, 6, 1e-10, 12]],
    ["Pareto/NBD, beta to infinity", paretoNbd, [0.5, 6, 0.8, 1e10]],
  ])("nobody leaves, as in the NBD (%s), to 1e-7", (_, model, parameters) => {
    isNear(conditional(model, parameters, 39, 2, 30.43, 38.86), ((0.5 + 2) / (6 + 38.86)) * 39, 1e-7);
  });

  it("BG/BB, gamma to 0: nobody leaves, as in the beta-binomial, to 1e-7", () => {
    isNear(bgBbConditional([1.2, 0.75, 1e-10, 3], 5, 2, 6, 6), (5 * (1.2 + 2)) / (1.2 + 0.75 + 6), 1e-7);
  });

  it("shifted-beta-geometric, alpha and beta to infinity: one chance of leaving, 0.8^t, to 1e-6", () => {
    isNear(sbgSurvival(10, [2e9, 8e9]), 0.8 ** 10, 1e-6);
  });

  it("Gamma-Gamma, q and gamma to infinity: one mean order value for all, to 1e-6", () => {
    isNear(gammaGammaMean([5, 1e9, 4e9], 3, 50), 20, 1e-6);
  });
});

describe("a fit at a boundary predicts what its limit does:", () => {
  it("customers who never leave are forecast as the NBD does, to 1 in 1,000", () => {
    const x = Array.from({ length: 300 }, (_, i) => 2 + (i % 17));
    const history = { x, tx: x.map(() => 50), age: x.map(() => 50) };
    const fit = fitted(fitTransactions(bgNbd, history));
    expect(fit.standing).toMatchObject({ kind: "boundary", limits: ["nobodyLeaves"] });
    const [r = NaN, alpha = NaN] = fit.parameters;
    isNear(conditional(bgNbd, fit.parameters, 26, 9, 50, 50), ((r + 9) / (alpha + 50)) * 26, 1e-3);
  });

  it("a cohort that loses a fifth every period goes on as the geometric does, to 1 in 1,000", () => {
    const active = Array.from({ length: 9 }, (_, t) => Math.round(1e6 * 0.8 ** t));
    const fit = fitted(fitShiftedBetaGeometric(active));
    expect(fit.standing).toMatchObject({ kind: "boundary", limits: ["identicalDropout"] });
    isNear(sbgSurvival(12, fit.parameters), 0.8 ** 12, 1e-3);
  });
});

describe("awkward data", () => {
  const histories: readonly (readonly [string, Record<"x" | "tx" | "age", number[]>])[] = [
    ["two customers", { x: [0, 3], tx: [0, 20], age: [30, 30] }],
    ["one customer", { x: [4], tx: [20], age: [30] }],
    [
      "ten customers",
      {
        x: [0, 0, 0, 1, 0, 2, 0, 1, 5, 0],
        tx: [0, 0, 0, 3, 0, 9, 0, 20, 29, 0],
        age: Array(10).fill(30) as number[],
      },
    ],
    [
      "all the same",
      {
        x: Array(50).fill(2) as number[],
        tx: Array(50).fill(10) as number[],
        age: Array(50).fill(30) as number[],
      },
    ],
    [
      "an enormous spread",
      { x: [0, 1, 1000, 2, 0, 30], tx: [0, 1e-3, 1e6, 5, 0, 900], age: [1e6, 1, 1e6, 10, 1e-3, 1000] },
    ],
  ];

  it.each(histories)("of %s never break a fit, which is finite and says what it is worth", (_, history) => {
    for (const model of [bgNbd, mbgNbd, paretoNbd]) {
      const outcome = fitTransactions(model, history);
      if (!("parameters" in outcome)) {
        expect(outcome.code).toBe("fitNotConverged");
        continue;
      }
      expect(["fitted", "weak", "boundary"]).toContain(outcome.standing.kind);
      expect([...outcome.parameters, outcome.logLikelihood].every(Number.isFinite)).toBe(true);
    }
  });

  it.each([
    ["two customers", [1, 2], [10, 20]],
    ["all the same", [2, 2, 2, 2], [10, 10, 10, 10]],
    ["an enormous spread", [1, 1000, 2, 1], [1e-3, 1e6, 20, 3]],
  ])("of %s never break Gamma-Gamma", (_, x, meanValue) => {
    const outcome = fitGammaGamma({ x, meanValue });
    if (!("parameters" in outcome)) return expect(outcome.code).toBe("fitNotConverged");
    expect(["fitted", "weak", "boundary"]).toContain(outcome.standing.kind);
    expect([...outcome.parameters, outcome.logLikelihood].every(Number.isFinite)).toBe(true);
  });
});
