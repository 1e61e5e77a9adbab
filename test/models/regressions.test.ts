import { bgBbExpected } from "../../src/models/buyTillYouDie/bgBb";
import { bgNbd } from "../../src/models/buyTillYouDie/bgNbd";
import { fitTransactions } from "../../src/models/buyTillYouDie/fitTransactions";
import { fitGammaGamma, gammaGammaMean } from "../../src/models/spending/gammaGamma";
import { mbgNbd } from "../../src/models/buyTillYouDie/mbgNbd";
import { paretoNbd } from "../../src/models/buyTillYouDie/paretoNbd";
import { continuousRate } from "../../src/numerics/timeUnit";
import {
  alive,
  conditional,
  dert,
  expected,
  logLikelihood,
} from "../../src/models/buyTillYouDie/transactionModel";

/** Each of these broke a library that people use; the values are of scripts/models/referenceGrid.py's arithmetic. */
describe("peers fail:", () => {
  it("lifetimes gives NaN for BG/NBD at a + b < 1: here the expectation is finite and rises", () => {
    const [early, late] = [39, 52].map((t) => Number(expected(bgNbd, [0.25, 4.4, 0.4, 0.2], t)));
    expect(early).toBeGreaterThan(0);
    expect(late).toBeGreaterThan(early ?? NaN);
    expect(Number(conditional(bgNbd, [0.25, 4.4, 0.5, 0.3], 39, 0, 0, 38.86))).toBeGreaterThan(0);
  });

  it.each([bgNbd, mbgNbd])(
    "every library divides by zero at a = 1: here $name runs smoothly through it",
    (model) => {
      const at = (a: number): number =>
        Number(conditional(model, [0.24, 4.41, a, 2.43], 39, 2, 30.43, 38.86));
      expect(at(1)).toBeCloseTo(0.5 * (at(1 - 1e-6) + at(1 + 1e-6)), 10);
      expect(at(1)).toBeCloseTo(at(1 + 1e-12), 10);
    },
  );

  it("every library divides by zero at s = 1: here Pareto/NBD runs smoothly through it", () => {
    const at = (s: number): number => Number(conditional(paretoNbd, [0.55, 10, s, 11], 39, 2, 30.43, 38.86));
    expect(at(1)).toBeCloseTo(0.5 * (at(1 - 1e-6) + at(1 + 1e-6)), 10);
    const whole = (s: number): number => Number(dert(paretoNbd, [0.55, 10, s, 11], 2, 30.43, 38.86, 0.0027));
    expect(whole(1)).toBeCloseTo(0.5 * (whole(1 - 1e-6) + whole(1 + 1e-6)), 8);
    expect(whole(2)).toBeCloseTo(0.5 * (whole(2 - 1e-6) + whole(2 + 1e-6)), 8);
  });

  it("BG/BB runs smoothly through gamma = 1", () => {
    const at = (gamma: number): number => Number(bgBbExpected([1.2, 0.75, gamma, 2.78], 6));
    expect(at(1)).toBeCloseTo(0.5 * (at(1 - 1e-6) + at(1 + 1e-6)), 10);
  });

  it("BTYD underflows from x = 133: here the likelihood stays finite to x = 1000 and falls without a jump", () => {
    const values = [131, 132, 133, 134, 300, 1000].map((x) =>
      Number(logLikelihood(paretoNbd, [0.55, 10.58, 0.61, 11.67], x, 38, 38.86)),
    );
    values.forEach((value) => expect(Number.isFinite(value)).toBe(true));
    const [a = 0, b = 0, c = 0, d = 0] = values;
    expect(b - a).toBeCloseTo(c - b, 1);
    expect(c - b).toBeCloseTo(d - c, 1);
  });

  it("Pareto/NBD does not care whether alpha is above, at or below beta", () => {
    const at = (alpha: number): number =>
      Number(logLikelihood(paretoNbd, [0.55, alpha, 0.6, 10], 3, 20, 38.86));
    expect(at(10)).toBeCloseTo(0.5 * (at(10 - 1e-7) + at(10 + 1e-7)), 9);
    expect(at(10)).toBeCloseTo(at(10 + 1e-12), 11);
  });

  it("a T of a million and an order on the very last day keep P(alive) in [0, 1]", () => {
    for (const model of [bgNbd, mbgNbd, paretoNbd]) {
      expect(Number(alive(model, [0.5, 10, 0.8, 3], 7, 1e6, 1e6))).toBeGreaterThan(0.5);
      const silent = Number(alive(model, [0.5, 10, 0.8, 3], 300, 10, 1e6));
      expect(silent).toBeGreaterThanOrEqual(0);
      expect(silent).toBeLessThan(1e-6);
    }
  });

  it("CLVTools reads an annual rate per week: here 15 % a year are .00268 a week, as the papers' .0027", () => {
    expect(continuousRate(0.15, "week")).toBeCloseTo(0.0027, 4);
    expect(continuousRate(0.15, "year")).toBeCloseTo(Math.log(1.15), 15);
    expect(continuousRate(0.15, "day") * 7).toBeCloseTo(continuousRate(0.15, "week"), 15);
  });

  it("lifetimes returns a negative mean order value at q below 1: here it is refused, with the reason", () => {
    expect(gammaGammaMean([2, 0.8, 30], 0, 0)).toMatchObject({ code: "noFiniteMean", kind: "noConvergence" });
    expect(gammaGammaMean([2, 1, 30], 0, 0)).toMatchObject({ code: "noFiniteMean" });
    expect(Number(gammaGammaMean([2, 0.8, 30], 3, 25))).toBeGreaterThan(0);
  });

  it("all customers with x = 0 give no parameters anywhere: here they are refused instead of invented", () => {
    const history = { x: [0, 0, 0], tx: [0, 0, 0], age: [10, 20, 30] };
    for (const model of [bgNbd, mbgNbd, paretoNbd]) {
      expect(fitTransactions(model, history)).toMatchObject({
        kind: "tooLittleData",
        code: "noRepeatOrders",
      });
    }
    expect(fitGammaGamma({ x: [0, 0], meanValue: [0, 0] })).toMatchObject({ code: "noRepeatOrders" });
  });
});

describe("histories that cannot be", () => {
  it.each([
    [{ x: [1], tx: [5], age: [4] }, "tx[1]"],
    [{ x: [1, 0], tx: [2, 3], age: [4, 4] }, "tx[2]"],
    [{ x: [1.5], tx: [2], age: [4] }, "x[1]"],
    [{ x: [-1], tx: [0], age: [4] }, "x[1]"],
    [{ x: [1], tx: [2], age: [NaN] }, "age[1]"],
  ])("are refused with their row: %j", (history, argument) => {
    expect(fitTransactions(bgNbd, history)).toMatchObject({ kind: "invalid", details: { argument } });
  });

  it("are refused when the columns differ in length or a count is negative", () => {
    expect(fitTransactions(bgNbd, { x: [1, 2], tx: [1], age: [3, 3] })).toMatchObject({
      code: "lengthsDiffer",
    });
    expect(fitTransactions(bgNbd, { x: [1], tx: [1], age: [3], counts: [-1] })).toMatchObject({
      code: "outOfRange",
      details: { argument: "customers[1]" },
    });
  });

  it("are refused one by one in predictions too", () => {
    expect(alive(bgNbd, [0.2, 4, 0.8, 2.4], 1, 5, 4)).toMatchObject({ code: "outOfRange" });
    expect(alive(bgNbd, [0.2, 4, 0, 2.4], 1, 3, 4)).toMatchObject({ details: { argument: "a" } });
    expect(alive(bgNbd, [0.2, 4], 1, 3, 4)).toMatchObject({ code: "tooFewValues" });
    expect(gammaGammaMean([6, 4], 1, 20)).toMatchObject({ code: "tooFewValues" });
    expect(dert(bgNbd, [0.2, 4, 1, 2.4], 1, 3, 4, 0)).toMatchObject({ details: { argument: "delta" } });
  });
});
