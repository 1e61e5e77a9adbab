import { compareWithBootstrap, widthRatio } from "../../scripts/models/bootstrapCheck";
import { bgBbPredictions } from "../../src/models/buyTillYouDie/bgBbPredictions";
import { sbgPredictions } from "../../src/models/contractual/contractPredictions";
import { predictionInterval } from "../../src/models/intervals/predictionInterval";
import { sbgDel } from "../../src/models/contractual/shiftedBetaGeometric";
import { bgNbd } from "../../src/models/buyTillYouDie/bgNbd";
import { bootstrapInterval } from "../../src/models/intervals/bootstrap";
import { compareFits, compareModels } from "../../src/models/forecasts/compareModels";
import type { FitOutcome, FitResult } from "../../src/models/fitting/fit";
import { fitTransactions } from "../../src/models/buyTillYouDie/fitTransactions";
import { forecastCustomers } from "../../src/models/forecasts/forecastCustomers";
import { fitGammaGamma } from "../../src/models/spending/gammaGamma";
import { paretoNbd } from "../../src/models/buyTillYouDie/paretoNbd";
import { predictValue, predictValues } from "../../src/models/forecasts/predictValue";
import { profileInterval } from "../../src/models/intervals/profileInterval";
import { simulateCustomers } from "../../src/models/buyTillYouDie/simulateCustomers";
import { spendIndependence } from "../../src/models/spending/spendIndependence";
import { alive, conditional, dert } from "../../src/models/buyTillYouDie/transactionModel";
import { RandomStream } from "../../src/numerics/random";
import { continuousRate } from "../../src/numerics/timeUnit";
import { Refusal } from "../../src/numerics/refusal";

function fitted(outcome: FitOutcome): FitResult {
  if (outcome instanceof Refusal) throw new Error(outcome.code);
  return outcome;
}
function given<T>(value: T | Refusal): T {
  if (value instanceof Refusal) throw new Error(value.code);
  return value;
}

const plan = { customers: 1200, seed: 2, youngest: 25, oldest: 50, day: 1 / 7 };
const history = simulateCustomers("bgNbd", [0.5, 5, 0.8, 2.5], plan);
const fit = fitted(fitTransactions(bgNbd, history));
const random = new RandomStream(9);
const meanValue = history.x.map((x) => (x === 0 ? 0 : random.gamma(6 * x, random.gamma(4, 15) * x)));
const spendFit = fitted(fitGammaGamma({ x: history.x, meanValue }));

describe("the forecast of all customers", () => {
  it("is that of each one, and its total their sum, with bounds around it", () => {
    const forecast = given(forecastCustomers(bgNbd, fit, history, { horizon: 26, level: 0.95 }));
    for (const i of [0, 5, 77, 1199]) {
      const [x = 0, tx = 0, age = 0] = [history.x[i], history.tx[i], history.age[i]];
      expect(forecast.orders.estimate[i]).toBeCloseTo(
        Number(conditional(bgNbd, fit.parameters, 26, x, tx, age)),
        12,
      );
      expect(forecast.alive.estimate[i]).toBeCloseTo(Number(alive(bgNbd, fit.parameters, x, tx, age)), 12);
    }
    const sum = forecast.orders.estimate.reduce((total, one) => total + one, 0);
    expect(forecast.total.estimate).toBeCloseTo(sum, 8);
    expect(forecast.total.low).toBeLessThan(sum);
    expect(forecast.total.high).toBeGreaterThan(sum);
    forecast.alive.low?.forEach((low, i) => {
      expect(low).toBeGreaterThanOrEqual(0);
      expect(low).toBeLessThanOrEqual((forecast.alive.estimate[i] ?? NaN) + 1e-12);
      expect(forecast.alive.high?.[i]).toBeLessThanOrEqual(1);
    });
  });

  it("has no bounds where only parameters are given", () => {
    const forecast = given(forecastCustomers(bgNbd, fit.parameters, history, { horizon: 26, level: 0.95 }));
    expect(forecast.orders.low).toBeUndefined();
    expect(forecast.total.low).toBeUndefined();
  });
});

describe("intervals of three kinds", () => {
  it("agree where the likelihood is near normal: delta, profile and bootstrap for r of BG/NBD", () => {
    const [r = NaN, error = NaN] = [fit.parameters[0], fit.standardErrors?.[0]];
    const profile = given(profileInterval(bgNbd, history, fit, 0));
    const boot = given(
      bootstrapInterval(bgNbd, history, ({ parameters }) => parameters[0] ?? NaN, {
        seed: 1,
        replicates: 200,
      }),
    );
    expect(profile.estimate).toBe(r);
    for (const { low = NaN, high = NaN } of [profile, boot]) {
      expect((high - low) / (2 * 1.96 * error)).toBeGreaterThan(0.8);
      expect((high - low) / (2 * 1.96 * error)).toBeLessThan(1.3);
      expect(low).toBeLessThan(r);
      expect(high).toBeGreaterThan(r);
    }
  });

  it("bootstrap with the same seed gives the same bounds", () => {
    const once = (): unknown =>
      bootstrapInterval(bgNbd, history, ({ parameters }) => parameters[1] ?? NaN, {
        seed: 7,
        replicates: 20,
      });
    expect(once()).toEqual(once());
  });

  it("bootstrap draws every customer, those of the first row too, who are most of this base", () => {
    const base = {
      x: [0, 1, 2, 4, 9],
      tx: [0, 9, 25, 37, 38],
      age: [39, 39, 39, 39, 39],
      counts: [600, 90, 60, 40, 30],
    };
    const boot = given(
      bootstrapInterval(bgNbd, base, ({ parameters: [r = NaN, alpha = NaN] }) => r / alpha, {
        seed: 2,
        replicates: 60,
      }),
    );
    expect(boot.low).toBeLessThan(boot.estimate);
    expect(boot.high).toBeGreaterThan(boot.estimate);
  });

  it("profile bounds of s are skewed to the right, and none where the data set no upper bound", () => {
    const lapsing = simulateCustomers("paretoNbd", [0.55, 10.6, 0.6, 11.7], plan);
    const pareto = fitted(fitTransactions(paretoNbd, lapsing));
    const { estimate, low = NaN, high = NaN } = given(profileInterval(paretoNbd, lapsing, pareto, 2));
    expect(low).toBeLessThan(estimate);
    expect(high - estimate).toBeGreaterThan(estimate - low);
  });
});

describe("intervals of predictions", () => {
  it("of a discounted lifetime reach up to that of one who never leaves, and not beyond", () => {
    const row = { parameters: [0.05, 50], logCovariance: Float64Array.of(0.04, 0, 0, 0.04) };
    const {
      estimate,
      low = NaN,
      high = NaN,
    } = given(predictionInterval(sbgPredictions.del, row, 0.95, [0.5]));
    expect(estimate).toBeCloseTo(Number(sbgDel([0.05, 50], 0.5)), 12);
    expect(low).toBeLessThan(estimate);
    expect(high).toBeGreaterThan(estimate);
    expect(high).toBeLessThan(1.5 / 0.5);
  });

  it("of discounted purchases reach up to one at every opportunity, and not beyond", () => {
    const parameters = [50, 0.1, 0.05, 500];
    const row = {
      parameters,
      logCovariance: Float64Array.from({ length: 16 }, (_, i) => (i % 5 === 0 ? 4 : 0)),
    };
    const known = [6, 6, 6, 0.5];
    const {
      estimate,
      low = NaN,
      high = NaN,
    } = given(predictionInterval(bgBbPredictions.dert, row, 0.95, known));
    expect(low).toBeLessThan(estimate);
    expect(high).toBeGreaterThan(estimate);
    expect(high).toBeLessThan(1 / 0.5);
    expect(high).toBeGreaterThan(0.999 / 0.5);
  });

  it("by the delta method are those of the bootstrap", () => {
    const found = compareWithBootstrap({
      model: bgNbd,
      truth: [0.6, 5, 0.8, 2.5],
      customers: 500,
      replicates: 100,
    });
    expect(found.map(({ what }) => what)).toHaveLength(5);
    for (const each of found) {
      // With 100 replicates a bound is uncertain by about a tenth of the width.
      expect(widthRatio(each)).toBeGreaterThan(0.75);
      expect(widthRatio(each)).toBeLessThan(1.35);
      const { low = NaN, high = NaN } = each.delta;
      const reach = 0.3 * (high - low);
      expect(Math.abs((each.bootstrap.low ?? NaN) - low)).toBeLessThan(reach);
      expect(Math.abs((each.bootstrap.high ?? NaN) - high)).toBeLessThan(reach);
    }
  });
});

describe("customer value", () => {
  const terms = { margin: 0.3, annualRate: 0.1, unit: "week" } as const;

  it("is margin × expected order value × DERT without a horizon", () => {
    const customer = { x: 2, tx: 30, age: 39, meanValue: 22 };
    const value = Number(predictValue(bgNbd, fit.parameters, spendFit.parameters, customer, terms));
    const delta = continuousRate(0.1, "week");
    const [p = 0, q = 0, gamma = 0] = spendFit.parameters;
    const mean = (p * (gamma + 2 * 22)) / (p * 2 + q - 1);
    expect(value).toBeCloseTo(0.3 * mean * Number(dert(bgNbd, fit.parameters, 2, 30, 39, delta)), 9);
  });

  it.each([-0.1, NaN, Infinity])("asks for a discount rate that is one, not %d", (annualRate) => {
    const customer = { x: 2, tx: 30, age: 39, meanValue: 22 };
    const value = predictValue(bgNbd, fit.parameters, spendFit.parameters, customer, {
      ...terms,
      annualRate,
    });
    expect(value).toMatchObject({ code: "outOfRange", details: { argument: "discount" } });
  });

  it("grows with the horizon towards the value without end", () => {
    const customer = { x: 2, tx: 30, age: 39, meanValue: 22 };
    const at = (horizon?: number): number =>
      Number(
        predictValue(paretoNbd, [0.55, 10.6, 0.6, 11.7], [6.25, 3.74, 15.44], customer, {
          ...terms,
          horizon,
        }),
      );
    expect(at(52)).toBeLessThan(at(520));
    expect(at(520)).toBeLessThan(at());
    expect(at(20000) / at()).toBeCloseTo(1, 8);
    expect(at(0)).toBe(0);
  });

  it("without discount and with a horizon is margin × value × expected orders", () => {
    const customer = { x: 2, tx: 30, age: 39, meanValue: 22 };
    const value = Number(
      predictValue(bgNbd, fit.parameters, [6.25, 3.74, 15.44], customer, {
        ...terms,
        annualRate: 0,
        horizon: 26,
      }),
    );
    const mean = (6.25 * (15.44 + 44)) / (12.5 + 2.74);
    expect(value).toBeCloseTo(0.3 * mean * Number(conditional(bgNbd, fit.parameters, 26, 2, 30, 39)), 10);
    expect(
      predictValue(bgNbd, fit.parameters, [6, 4, 15], customer, { ...terms, annualRate: 0 }),
    ).toMatchObject({
      code: "neverEnds",
    });
  });

  it("of all customers is the sum of each one's, with bounds", () => {
    const all = given(
      predictValues(bgNbd, fit, spendFit, { ...history, meanValue }, { ...terms, horizon: 52 }, 0.95),
    );
    const sum = all.value.estimate.reduce((total, one) => total + one, 0);
    expect(all.total.estimate).toBeCloseTo(sum, 6);
    expect(all.total.low).toBeLessThan(sum);
    const i = history.x.findIndex((x) => x > 2);
    const customer = {
      x: history.x[i] ?? 0,
      tx: history.tx[i] ?? 0,
      age: history.age[i] ?? 0,
      meanValue: meanValue[i] ?? 0,
    };
    const one = predictValue(bgNbd, fit.parameters, spendFit.parameters, customer, { ...terms, horizon: 52 });
    expect(all.value.estimate[i]).toBeCloseTo(Number(one), 9);
    expect(all.value.low?.[i]).toBeLessThan(Number(one));
  });
});

describe("what is assumed is tested", () => {
  it("value that hangs together with frequency is found, and value that does not is left in peace", () => {
    const independent = given(spendIndependence({ x: history.x, meanValue }));
    expect(Math.abs(independent.correlation)).toBeLessThan(0.15);
    const hanging = meanValue.map((value, i) => value * (1 + (history.x[i] ?? 0)));
    const found = given(spendIndependence({ x: history.x, meanValue: hanging }));
    expect(found.correlation).toBeGreaterThan(0.4);
    expect(found.pValue).toBeLessThan(1e-6);
  });

  it("correlation of {1,2,3,4} and {2,4,5,9} is .956 (by hand: 11 / √(5 × 26))", () => {
    const { correlation } = given(spendIndependence({ x: [1, 2, 3, 4], meanValue: [2, 4, 5, 9] }));
    expect(correlation).toBeCloseTo(11 / Math.sqrt(5 * 26), 12);
  });

  it("a comparison never recommends a fit at a boundary, nor a weak one beside a fitted one", () => {
    const weak = { ...fit, bic: fit.bic - 5, standing: { kind: "weak", direction: [], width: 4 } } as const;
    const edge = {
      ...fit,
      bic: fit.bic - 9,
      standing: { kind: "boundary", limits: ["nobodyLeaves"], parameters: [] },
    } as const;
    const best = (...fits: readonly FitResult[]): unknown =>
      given(
        compareFits(
          fits.map((each) => ({ model: bgNbd, fit: each })),
          history,
        ),
      ).best?.fit;
    expect(best(edge, weak, fit)).toBe(fit);
    expect(best(edge, weak)).toBe(weak);
    expect(best(edge)).toBeUndefined();
  });

  it("a comparison without a holdout recommends by BIC and claims nothing more", () => {
    const found = given(compareModels(history));
    const bics = found.trials.map(({ fit: each }) => fitted(each).bic);
    expect(fitted(found.best?.fit ?? new Refusal("tooLittleData", "noData")).bic).toBe(Math.min(...bics));
    expect(found.earnsItsPlace).toBeUndefined();
    expect(found.naive).toEqual([]);
  });
});
