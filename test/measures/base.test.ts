import fc from "fast-check";
import {
  churnRate,
  churnValue,
  contribution,
  grossMargin,
  historicValue,
  lifespan,
  meanValue,
  medianLifespan,
  orderFrequency,
  orderValue,
  retentionRate,
  simpleValue,
  subscriptionValue,
} from "../../src/measures/base";
import { isRefusal, type Outcome } from "../../src/numerics/refusal";

const code = (outcome: Outcome): string => (isRefusal(outcome) ? outcome.code : `answered ${outcome}`);

describe("the worked examples of the catalogue (S: printed in the source articles)", () => {
  test("average order value: 500,000 of 20,000 orders is 25 (S)", () => {
    expect(orderValue(500000, 20000)).toBe(25);
  });
  test("frequency: 20,000 orders of 5,000 customers is 4 (S)", () => {
    expect(orderFrequency(20000, 5000)).toBe(4);
  });
  test("five purchases in two years are 2.5 a year (S), a rate and not a total", () => {
    expect(orderFrequency(5, 1, 2)).toBe(2.5);
    expect(simpleValue(200000, 2.5, 2)).toBe(1000000);
  });
  test("gross margin: 500,000 less 300,000 is 0.4 (S), and 200,000 in money (C)", () => {
    expect(grossMargin(500000, 300000)).toBe(0.4);
    expect(contribution(500000, 300000)).toBe(200000);
    expect(contribution(500000, 300000, 20000, 10000, 5000)).toBe(165000);
  });
  test("churn: of 5,000 customers 4,500 stay: 0.1, and retention 0.9 (S)", () => {
    expect(churnRate(5000, 4500)).toBe(0.1);
    expect(retentionRate(5000, 4500)).toBe(0.9);
  });
  test("retention: 40,875 customers, 27,955 retained: 68.4 % (P)", () => {
    expect(retentionRate(40875, 27955)).toBeCloseTo(0.684, 3);
  });
  test("lifespan of churn 0.1 is 10 periods (S); the median lifespan of 0.95 is 13.51, of 0.9 6.58 (C: ln 0.5 / ln r)", () => {
    expect(lifespan(0.1)).toBe(10);
    expect(medianLifespan(0.95)).toBeCloseTo(13.51, 2);
    expect(medianLifespan(0.9)).toBeCloseTo(6.58, 2);
  });
  test("simple value: 25 × 4 × 10 = 1,000 (S); 60 × 4 × 3 = 720 (T)", () => {
    expect(simpleValue(25, 4, 10)).toBe(1000);
    expect(simpleValue(60, 4, 3)).toBe(720);
    expect(simpleValue(25, 4, 10, 120)).toBe(880);
  });
  test("churn-based value: 25 × 4 × 0.4 / 0.1 = 400 (S)", () => {
    expect(churnValue(25, 4, 0.4, 0.1)).toBe(400);
    expect(churnValue(25, 4, 0.4, 0.1, 50)).toBe(350);
  });
  test("subscription: 10 a month for 3 years is 360 (S), 25 for 2 years 600 (T)", () => {
    expect(subscriptionValue(10, 3)).toBe(360);
    expect(subscriptionValue(25, 2)).toBe(600);
  });
  test("past customer value: 800, 50, 50, 30, 20 at 30 %, five to one periods ago, 1.25 % a period: 302.01 (check)", () => {
    const ageing = { dates: [0, 365, 730, 1095, 1460], annualRate: 0.0125, asOf: 1825 };
    expect(historicValue([800, 50, 50, 30, 20], 0.3, ageing)).toBeCloseTo(302.01, 2);
  });
});

describe("what cannot be answered is refused, with its reason", () => {
  test.each<[string, Outcome, string]>([
    ["no orders", orderValue(100, 0), "zeroDivisor"],
    ["no customers", orderFrequency(10, 0), "zeroDivisor"],
    ["no time", orderFrequency(10, 5, 0), "zeroDivisor"],
    ["no revenue", grossMargin(0, 10), "zeroDivisor"],
    ["revenue below nothing", grossMargin(-100, 50), "outOfRange"],
    ["no customers at the start", churnRate(0, 10), "zeroDivisor"],
    ["no customers at the start, retention", retentionRate(0, 10), "zeroDivisor"],
    ["nobody leaves: no lifespan", lifespan(0), "churnNotPositive"],
    ["nobody leaves: no median", medianLifespan(1), "churnNotPositive"],
    ["nobody leaves: no churn-based value", churnValue(25, 4, 0.4, 0), "churnNotPositive"],
    ["an overflow", simpleValue(1e308, 10, 10), "notFinite"],
    ["an overflow of a quotient", orderValue(1e308, 1e-10), "notFinite"],
    ["no values", meanValue([]), "tooFewValues"],
    ["no amounts", historicValue([]), "tooFewValues"],
    ["dates that do not match", historicValue([1, 2], 1, { dates: [1], annualRate: 0.1 }), "lengthsDiffer"],
    ["more joined than are there", churnRate(100, 50, 60), "outOfRange"],
    ["more stayed than there were", retentionRate(100, 150, 10), "outOfRange"],
  ])("%s", (_, outcome, expected) => {
    expect(code(outcome)).toBe(expected);
  });
});

describe("limits and signs", () => {
  test("without newcomers a growing base has a negative net churn, and retention above 1", () => {
    expect(churnRate(5000, 5200)).toBe(-0.04);
    expect(retentionRate(5000, 5200)).toBe(1.04);
  });
  test("with newcomers told apart the same base shows who left", () => {
    expect(churnRate(5000, 5200, 700)).toBe(0.1);
    expect(retentionRate(5000, 5200, 700)).toBe(0.9);
  });
  test("a loss on every order gives a negative margin and a negative value", () => {
    expect(grossMargin(100, 150)).toBe(-0.5);
    expect(churnValue(25, 4, -0.5, 0.1)).toBe(-500);
  });
  test("nobody stays: the median lifespan is 0, the mean one period", () => {
    expect(medianLifespan(0)).toBe(0);
    expect(lifespan(1)).toBe(1);
  });
  test("with no dates past amounts are added without growth", () => {
    expect(historicValue([800, 50, 50, 30, 20], 0.3)).toBe(285);
  });
  test("the last date is the day to compound to when none is given", () => {
    expect(historicValue([100, 100], 1, { dates: [0, 365], annualRate: 0.1 })).toBeCloseTo(210, 10);
  });
});

describe("laws", () => {
  const money = fc.double({ min: 0.01, max: 1e9, noNaN: true });
  const rate = fc.double({ min: 0.001, max: 1, noNaN: true });
  test("churn and retention add to 1, newcomers or not", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 1e6 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.nat(1e6),
        (start, share, joined) => {
          const end = Math.round(start * share) + joined;
          expect(
            Number(churnRate(start, end, joined)) + Number(retentionRate(start, end, joined)),
          ).toBeCloseTo(1, 12);
        },
      ),
    );
  });
  test("the churn-based value is the simple value of the mean lifespan, times the margin", () => {
    fc.assert(
      fc.property(
        money,
        fc.double({ min: 0.01, max: 365, noNaN: true }),
        rate,
        rate,
        (aov, frequency, margin, churn) => {
          const simple = Number(simpleValue(aov, frequency, Number(lifespan(churn)))) * margin;
          const value = Number(churnValue(aov, frequency, margin, churn));
          expect(Math.abs(value - simple)).toBeLessThanOrEqual(1e-12 * Math.abs(simple));
        },
      ),
    );
  });
  test("half of the customers are there after the median lifespan", () => {
    fc.assert(
      fc.property(fc.double({ min: 0.01, max: 0.999, noNaN: true }), (retention) => {
        expect(retention ** Number(medianLifespan(retention))).toBeCloseTo(0.5, 9);
      }),
    );
  });
  test("the mean does not depend on the order of the values", () => {
    fc.assert(
      fc.property(fc.array(money, { minLength: 1 }), (values) => {
        const mean = Number(meanValue(values));
        expect(Number(meanValue([...values].reverse()))).toBeCloseTo(
          mean,
          6 - Math.ceil(Math.log10(mean + 1)) + 3,
        );
      }),
    );
  });
});
