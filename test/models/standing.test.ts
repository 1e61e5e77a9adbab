import fc from "fast-check";
import { fitBetaDiscreteWeibull } from "../../src/models/contractual/betaDiscreteWeibull";
import { fitBgBb } from "../../src/models/buyTillYouDie/bgBb";
import { bgNbd } from "../../src/models/buyTillYouDie/bgNbd";
import type { FitOutcome, FitResult } from "../../src/models/fitting/fit";
import { fitCnbdK } from "../../src/models/buyTillYouDie/fitCnbdK";
import { fitTransactions } from "../../src/models/buyTillYouDie/fitTransactions";
import { fitGammaGamma } from "../../src/models/spending/gammaGamma";
import { mbgNbd } from "../../src/models/buyTillYouDie/mbgNbd";
import { paretoNbd } from "../../src/models/buyTillYouDie/paretoNbd";
import { fitShiftedBetaGeometric } from "../../src/models/contractual/shiftedBetaGeometric";
import { simulateCustomers } from "../../src/models/buyTillYouDie/simulateCustomers";
import { RandomStream } from "../../src/numerics/random";

function fitted(outcome: FitOutcome): FitResult {
  if (!("parameters" in outcome)) throw new Error(`refused: ${outcome.code}`);
  return outcome;
}

const models = [bgNbd, mbgNbd, paretoNbd];
const plan = { customers: 1500, seed: 11, youngest: 20, oldest: 60, day: 1 / 7 };
const sample = simulateCustomers("bgNbd", [0.5, 5, 0.8, 2.5], plan);

describe("a fit", () => {
  it.each(models)("of $name is the same however often, and in whatever order the customers come", (model) => {
    const first = fitted(fitTransactions(model, sample));
    expect(fitted(fitTransactions(model, sample)).parameters).toEqual(first.parameters);
    const backwards = {
      x: sample.x.slice().reverse(),
      tx: sample.tx.slice().reverse(),
      age: sample.age.slice().reverse(),
    };
    const second = fitted(fitTransactions(model, backwards));
    second.parameters.forEach((value, i) => expect(value / (first.parameters[i] ?? NaN)).toBeCloseTo(1, 4));
    expect(second.logLikelihood).toBeCloseTo(first.logLikelihood, 5);
  });

  it.each(models)("of $name is the same in days and in weeks", (model) => {
    const weeks = fitted(fitTransactions(model, sample));
    const days = fitted(
      fitTransactions(model, {
        x: sample.x,
        tx: sample.tx.map((t) => t * 7),
        age: sample.age.map((t) => t * 7),
      }),
    );
    const times = model === paretoNbd ? [1, 7, 1, 7] : [1, 7, 1, 1];
    times.forEach((factor, i) => {
      expect((days.parameters[i] ?? NaN) / factor / (weeks.parameters[i] ?? NaN)).toBeCloseTo(1, 4);
    });
    expect(days.standing.kind).toBe(weeks.standing.kind);
  });

  it("of rows with counts is the fit of the rows repeated", () => {
    const rows = { x: [0, 1, 2, 4], tx: [0, 9, 25, 37], age: [39, 39, 39, 39], counts: [6, 3, 2, 2] };
    const repeated = (column: number[]): number[] =>
      column.flatMap((value, i) => new Array<number>(rows.counts[i] ?? 0).fill(value));
    const all = { x: repeated(rows.x), tx: repeated(rows.tx), age: repeated(rows.age) };
    const options = { weakPrior: true };
    expect(fitted(fitTransactions(bgNbd, rows, options)).parameters).toEqual(
      fitted(fitTransactions(bgNbd, all, options)).parameters,
    );
  });

  it("stops when it is told to", () => {
    const controller = new AbortController();
    controller.abort(new Error("enough"));
    expect(() => fitTransactions(paretoNbd, sample, { signal: controller.signal })).toThrow("enough");
  });
});

describe("the standing of a fit", () => {
  it("is a boundary where nobody ever leaves, with the limiting model named and no standard errors", () => {
    const age = new Float64Array(400).fill(50);
    const random = new RandomStream(3);
    const x = age.map(() => 1 + random.negativeBinomial(2, 0.2));
    const outcome = fitted(fitTransactions(bgNbd, { x, tx: age.map(() => 50), age }));
    expect(outcome.standing).toMatchObject({ kind: "boundary", limits: ["nobodyLeaves"] });
    expect(outcome.standardErrors).toBeUndefined();
    expect(outcome.logCovariance).toBeUndefined();
  });

  it("is a boundary where all customers order at one rate", () => {
    const random = new RandomStream(5);
    const age = new Float64Array(4000).fill(40);
    const x = new Float64Array(4000);
    const tx = new Float64Array(4000);
    age.forEach((end, i) => {
      for (let t = random.exponential() / 0.2; t <= end; t += random.exponential() / 0.2) {
        x[i] = (x[i] ?? 0) + 1;
        tx[i] = t;
        if (random.uniform() < 0.1) break;
      }
    });
    const { standing } = fitted(fitTransactions(bgNbd, { x, tx, age }));
    expect(standing.kind).toBe("boundary");
  });

  it("is weak where a handful of customers hardly determine it, and says in which direction", () => {
    const few = { x: [0, 1, 2, 0, 3, 1], tx: [0, 12, 20, 0, 25, 30], age: [30, 31, 32, 33, 34, 35] };
    const { standing } = fitted(fitTransactions(paretoNbd, few));
    expect(["weak", "boundary"]).toContain(standing.kind);
    const steadied = fitted(fitTransactions(paretoNbd, few, { weakPrior: true }));
    expect(steadied.standardErrors?.every((error) => Number.isFinite(error))).toBe(true);
    expect(steadied.weakPrior).toBe(true);
  });

  it("names the direction in which a weak fit is flat: the widest one, of length 1", () => {
    const small = simulateCustomers("bgNbd", [0.5, 5, 0.8, 2.5], { ...plan, seed: 4, customers: 60 });
    const weak = [bgNbd, mbgNbd, paretoNbd]
      .map((model) => fitted(fitTransactions(model, small)))
      .find(({ standing }) => standing.kind === "weak");
    if (weak?.standing.kind !== "weak" || weak.logCovariance === undefined) throw new Error("no weak fit");
    const { direction, width } = weak.standing;
    const weights = direction.map(({ weight }) => weight);
    expect(weights.reduce((sum, weight) => sum + weight * weight, 0)).toBeCloseTo(1, 10);
    // Σ v = width² v: the covariance's longest axis.
    weights.forEach((weight, i) => {
      const across = weights.reduce((sum, w, k) => sum + (weak.logCovariance?.[4 * i + k] ?? NaN) * w, 0);
      expect(across / (width * width)).toBeCloseTo(weight, 6);
    });
    expect(width).toBeGreaterThan(3 / 2);
  });

  it("is never silently nonsense: 100 small random data sets", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1e6 }), fc.integer({ min: 2, max: 25 }), (seed, customers) => {
        const small = simulateCustomers("bgNbd", [0.5, 5, 0.8, 2.5], { ...plan, seed, customers });
        for (const model of models) {
          const outcome = fitTransactions(model, small);
          if (!("parameters" in outcome)) {
            expect(["noRepeatOrders", "fitNotConverged"]).toContain(outcome.code);
            continue;
          }
          expect(outcome.parameters.every((value) => value > 0 && Number.isFinite(value))).toBe(true);
          expect(Number.isFinite(outcome.logLikelihood)).toBe(true);
          if (outcome.standing.kind === "fitted") {
            expect(outcome.standardErrors?.every((error) => error > 0)).toBe(true);
          }
        }
      }),
      { numRuns: 100, seed: 17 },
    );
  });

  it("is impossible where a cohort has lost nobody, or is too short", () => {
    expect(fitShiftedBetaGeometric([100, 100, 100])).toMatchObject({
      kind: "tooLittleData",
      code: "nobodyLeft",
    });
    expect(fitShiftedBetaGeometric([100, 90])).toMatchObject({
      kind: "tooLittleData",
      details: { needed: 3, given: 2 },
    });
    expect(fitShiftedBetaGeometric([-1, 90, 80])).toMatchObject({
      code: "outOfRange",
      details: { argument: "active_counts[1]" },
    });
    expect(fitShiftedBetaGeometric([100, 90, 95])).toMatchObject({ code: "countsRise" });
    expect(fitBetaDiscreteWeibull([100, 90, 80])).toMatchObject({ kind: "tooLittleData" });
  });

  it("is a boundary where a cohort loses the same share every period", () => {
    const active = Array.from({ length: 9 }, (_, t) => Math.round(1e6 * 0.8 ** t));
    expect(fitted(fitShiftedBetaGeometric(active)).standing).toMatchObject({
      kind: "boundary",
      limits: ["identicalDropout"],
    });
  });

  it("is a boundary where all customers spend alike on average (means spread less than orders allow)", () => {
    const random = new RandomStream(8);
    const x = new Float64Array(3000).map(() => 1 + random.poisson(3));
    const meanValue = x.map((orders) => 50 * (random.gamma(4 * orders ** 2) / (4 * orders ** 2)));
    const { standing } = fitted(fitGammaGamma({ x, meanValue }));
    expect(["boundary", "weak"]).toContain(standing.kind);
  });

  it("is refused where no opportunity was used", () => {
    expect(fitBgBb({ x: [0, 0], tx: [0, 0], n: [6, 6] })).toMatchObject({ code: "noRepeatOrders" });
  });
});

describe("regular buyers", () => {
  it("are found out: three stages where gaps are Erlang-3, one where they are random", () => {
    const draw = (stages: number): { x: number[]; tx: number[]; age: number[]; sumLogGaps: number[] } => {
      const random = new RandomStream(21);
      const rows = Array.from({ length: 1500 }, () => {
        const rate = random.gamma(2, 10) * stages;
        const chance = random.beta(1, 6);
        let [x, tx, sumLogGaps] = [0, 0, 0];
        for (;;) {
          const gap = random.gamma(stages, rate);
          if (tx + gap > 40) break;
          [x, tx, sumLogGaps] = [x + 1, tx + gap, sumLogGaps + Math.log(gap)];
          if (random.uniform() < chance) break;
        }
        return { x, tx, sumLogGaps };
      });
      return {
        x: rows.map((row) => row.x),
        tx: rows.map((row) => row.tx),
        age: rows.map(() => 40),
        sumLogGaps: rows.map((row) => row.sumLogGaps),
      };
    };
    const regular = fitted(fitCnbdK("bgCnbdK", draw(3)));
    expect(regular.stages).toBe(3);
    // k was chosen too: five parameters.
    expect(regular.aic).toBeCloseTo(10 - 2 * regular.logLikelihood, 8);
    expect(regular.bic).toBeCloseTo(5 * Math.log(1500) - 2 * regular.logLikelihood, 8);
    expect((regular.parameters[0] ?? NaN) / 2).toBeCloseTo(1, 0);
    expect(fitted(fitCnbdK("bgCnbdK", draw(1))).stages).toBe(1);
  });
});
