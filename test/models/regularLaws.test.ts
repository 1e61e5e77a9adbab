import fc from "fast-check";
import { bdwProbability, bdwRetention, bdwSurvival } from "../../src/models/contractual/betaDiscreteWeibull";
import { bgNbd } from "../../src/models/buyTillYouDie/bgNbd";
import { bgCnbdK, mbgCnbdK } from "../../src/models/buyTillYouDie/cnbdK";
import { mbgNbd } from "../../src/models/buyTillYouDie/mbgNbd";
import { paretoNbd } from "../../src/models/buyTillYouDie/paretoNbd";
import {
  alive,
  conditional,
  expected,
  logLikelihood,
  pmf,
  type TransactionModel,
} from "../../src/models/buyTillYouDie/transactionModel";
import { lnGamma } from "../../src/numerics/gammaFunctions";

/** Laws of regular buyers (CNBD-k) and of contracts whose churn changes (beta-discrete-Weibull). */

const logUniform = (low: number, high: number): fc.Arbitrary<number> =>
  fc.double({ min: Math.log(low), max: Math.log(high), noNaN: true }).map(Math.exp);
const shape = logUniform(0.05, 30);
const four = fc.tuple(shape, logUniform(0.3, 300), shape, shape);
const REGULAR = [bgCnbdK(1), mbgCnbdK(1), bgCnbdK(2), mbgCnbdK(2), bgCnbdK(4), mbgCnbdK(4)].map(
  (model) => [`${model.name}, k = ${model.stages}`, model] as const,
);

describe.each(REGULAR)("%s", (_, model) => {
  /**
   * The weight of all histories of x orders, the last at tx: the likelihood, and the room for the gaps, which
   * is tx^(kx − 1) / Γ(kx) (Dirichlet's integral of Π gap^(k − 1) / Γ(k) over gaps that add up to tx).
   */
  const weigh = (p: readonly number[], x: number, tx: number, age: number): number => {
    const passed = x * (model.stages ?? NaN);
    const room = x === 0 ? 0 : (passed - 1) * Math.log(tx) - lnGamma(passed);
    return Math.exp(Number(logLikelihood(model, p, x, tx, age)) + room);
  };

  it("has CONDITIONAL and P(alive) average to EXPECTED over an unknown customer's histories", () => {
    const p = [0.8, 3, 0.9, 2.4];
    const [age, t, steps] = [4, 6, 120];
    let whole = weigh(p, 0, 0, age);
    let average = whole * Number(conditional(model, p, t, 0, 0, age));
    for (let x = 1; x < 30; x++) {
      for (let i = 0; i < steps; i++) {
        const tx = ((i + 0.5) * age) / steps;
        const weight = weigh(p, x, tx, age) * (age / steps);
        whole += weight;
        average += weight * Number(conditional(model, p, t, x, tx, age));
      }
    }
    expect(whole).toBeCloseTo(1, 4);
    const direct = Number(expected(model, p, age + t)) - Number(expected(model, p, age));
    expect(average).toBeCloseTo(direct, 4);
  });

  it("gives each number of orders the mass of its histories", () => {
    const p = [0.8, 3, 0.9, 2.4];
    const [age, steps] = [4, 400];
    expect(weigh(p, 0, 0, age)).toBeCloseTo(Number(pmf(model, p, 0, age)), 9);
    for (const x of [1, 2, 5]) {
      let sum = 0;
      for (let i = 0; i < steps; i++) sum += weigh(p, x, ((i + 0.5) * age) / steps, age) * (age / steps);
      expect(sum).toBeCloseTo(Number(pmf(model, p, x, age)), 5);
    }
  });

  it("has masses that sum to one", () => {
    fc.assert(
      fc.property(fc.tuple(shape, fc.constant(5), shape, shape), logUniform(0.1, 5), (p, t) => {
        let sum = 0;
        for (let n = 0; n < 400; n++) sum += Number(pmf(model, p, n, t));
        expect(sum).toBeCloseTo(1, 8);
      }),
      { numRuns: 15, seed: 3 },
    );
  });

  it("gives a later last order, all else the same, a higher P(alive)", () => {
    fc.assert(
      fc.property(four, fc.integer({ min: 1, max: 40 }), logUniform(0.5, 500), (p, x, age) => {
        let before = 0;
        for (const share of [0.01, 0.1, 0.3, 0.5, 0.7, 0.9, 0.99, 1]) {
          const found = Number(alive(model, p, x, share * age, age));
          expect(found).toBeGreaterThanOrEqual(before - 1e-12);
          expect(found).toBeLessThanOrEqual(1);
          before = found;
        }
      }),
      { numRuns: 60, seed: 5 },
    );
  });
});

describe("at its limit a model is the simpler one:", () => {
  /** Expected orders by t where nobody leaves: Σ P(at least nk stages), stages negative binomial. */
  function withoutLeaving(r: number, alpha: number, k: number, t: number): number {
    const share = t / (alpha + t);
    let mass = (alpha / (alpha + t)) ** r;
    let sum = 0;
    for (let stages = 0; stages < 4000; stages++) {
      sum += Math.floor(stages / k) * mass;
      mass *= ((r + stages) / (stages + 1)) * share;
    }
    return sum;
  }

  const near = (found: unknown, value: number, tolerance: number): void => {
    expect(Math.abs(Number(found) / value - 1)).toBeLessThan(tolerance);
  };

  const LOYAL: readonly (readonly [string, TransactionModel, readonly number[]])[] = [
    ["MBG/NBD, b to infinity", mbgNbd, [0.5, 6, 0.8, 1e10]],
    ["BG/CNBD-3, a to 0", bgCnbdK(3), [0.5, 6, 1e-10, 2.4]],
    ["BG/CNBD-3, b to infinity", bgCnbdK(3), [0.5, 6, 0.8, 1e10]],
    ["MBG/CNBD-2, a to 0", mbgCnbdK(2), [0.5, 6, 1e-10, 2.4]],
    ["MBG/CNBD-2, b to infinity", mbgCnbdK(2), [0.5, 6, 0.8, 1e10]],
  ];
  it.each(LOYAL)("nobody leaves (%s), to 1e-7", (_, model, p) => {
    near(expected(model, p, 39), withoutLeaving(0.5, 6, model.stages ?? 1, 39), 1e-7);
    near(alive(model, p, 2, 5, 39), 1, 1e-6);
  });

  it("MBG/NBD and MBG/CNBD-2, b to 0: all leave at once and nobody orders again", () => {
    for (const model of [mbgNbd, mbgCnbdK(2)]) {
      expect(Number(expected(model, [0.5, 6, 0.8, 1e-10], 39))).toBeLessThan(1e-8);
      near(pmf(model, [0.5, 6, 0.8, 1e-10], 0, 39), 1, 1e-8);
    }
  });

  it("BG/CNBD-2, b to 0: all leave after the first repeat order", () => {
    const p = [0.5, 6, 0.8, 1e-10];
    near(expected(bgCnbdK(2), p, 39), 1 - Number(pmf(bgCnbdK(2), p, 0, 39)), 1e-8);
  });

  it.each([0.6, 1, 1.8])(
    "beta-discrete-Weibull, alpha and beta to infinity: 0.8^(t^c), c = %d, to 1e-6",
    (c) => near(bdwSurvival(5, [2e9, 8e9, c]), 0.8 ** (5 ** c), 1e-6),
  );

  it("beta-discrete-Weibull, c to 0: after the first period nobody leaves", () => {
    near(bdwSurvival(50, [0.7, 3, 1e-12]), 3 / 3.7, 1e-9);
  });

  it("beta-discrete-Weibull, alpha to 0 as c goes to infinity: t^(−c alpha)", () => {
    near(bdwSurvival(5, [1e-4, 2, 1e4]), 1 / 5, 1e-3);
    near(bdwSurvival(5, [1e-4, 2, 1e5]), 5 ** -10, 1e-2);
  });
});

describe("the beta-discrete-Weibull", () => {
  it("has a survival that falls from 1, and shares of leavers that add up to what is lost", () => {
    fc.assert(
      fc.property(shape, shape, logUniform(0.1, 8), (alpha, beta, c) => {
        const p = [alpha, beta, c];
        let [before, gone] = [Number(bdwSurvival(0, p)), 0];
        expect(before).toBe(1);
        for (let t = 1; t < 30; t++) {
          const survival = Number(bdwSurvival(t, p));
          gone += Number(bdwProbability(t, p));
          expect(survival).toBeLessThanOrEqual(before);
          expect(survival).toBeGreaterThanOrEqual(0);
          expect(gone + survival).toBeCloseTo(1, 10);
          if (before > 1e-200) expect(Number(bdwRetention(t, p)) * before).toBeCloseTo(survival, 12);
          before = survival;
        }
      }),
      { numRuns: 60, seed: 7 },
    );
  });

  it("loses ever fewer where c is below 1, and ever more in a cohort that is all alike where it is above", () => {
    const retention = (p: readonly number[]): number[] =>
      Array.from({ length: 12 }, (_, i) => Number(bdwRetention(i + 1, p)));
    retention([0.7, 3, 0.6]).reduce((before, now) => (expect(now).toBeGreaterThan(before), now), 0);
    retention([2e4, 8e4, 1.6]).reduce((before, now) => (expect(now).toBeLessThan(before), now), 1);
  });
});

describe("a later last order, all else the same, makes P(alive) higher:", () => {
  it.each([bgNbd, mbgNbd, paretoNbd])("$name", (model) => {
    fc.assert(
      fc.property(four, fc.integer({ min: 1, max: 40 }), logUniform(0.5, 500), (p, x, age) => {
        let before = 0;
        for (const share of [0.01, 0.3, 0.7, 0.99, 1]) {
          const found = Number(alive(model, p, x, share * age, age));
          expect(found).toBeGreaterThanOrEqual(before - 1e-12);
          before = found;
        }
      }),
      { numRuns: 60, seed: 5 },
    );
  });
});
