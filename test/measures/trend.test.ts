import fc from "fast-check";
import { acquisitionBudget, replacementPlan, replacements, revenueForecast } from "../../src/measures/budget";
import {
  churnDate,
  changes,
  compoundGrowth,
  nextOrder,
  orderInterval,
  trend,
} from "../../src/measures/trend";
import { answer, code, expectClose, table } from "./expectations";

describe("trend", () => {
  test("of 100, 110, 130 is 15 a period (C: least squares by hand)", () => {
    expect(answer(trend([100, 110, 130]))).toBeCloseTo(15, 12);
    expect(answer(trend([100, 110, 130], [0, 1, 3]))).toBeCloseTo(10, 12);
  });
  test("of a straight line is its slope, whatever the order of rows", () => {
    const point = fc.integer({ min: -1000, max: 1000 });
    fc.assert(
      fc.property(point, point, fc.uniqueArray(point, { minLength: 2 }), (a, b, times) => {
        expect(
          answer(
            trend(
              times.map((t) => a + b * t),
              times,
            ),
          ),
        ).toBeCloseTo(b, 6);
      }),
    );
  });
  test("from 100 to 121 in two periods is 10 % each (C)", () => {
    expectClose(answer(compoundGrowth(100, 121, 2)), 0.1);
    expect(compoundGrowth(100, 0, 3)).toBe(-1);
  });
  test("changes of 20 % or more are alerts, up or down; the first value has none", () => {
    expect(changes([100, 120, 110, 55], 0.2)).toEqual([
      { share: null, alert: false },
      { share: 0.2, alert: true },
      { share: expect.closeTo(-0.0833, 4), alert: false },
      { share: -0.5, alert: true },
    ]);
  });
  test("after nothing any value is an alert, without a share; after a loss, a smaller loss is a rise", () => {
    expect(changes([0, 5], 0.2)).toEqual([
      { share: null, alert: false },
      { share: null, alert: true },
    ]);
    expect(table(changes([-100, -50], 0.2))[1]).toEqual({ share: 0.5, alert: true });
  });
  test.each<[string, unknown, string]>([
    ["one value", trend([1]), "tooFewValues"],
    ["times that do not match", trend([1, 2], [1]), "lengthsDiffer"],
    ["all at one time", trend([1, 2], [3, 3]), "zeroDivisor"],
    ["growth from nothing", compoundGrowth(0, 5, 2), "zeroDivisor"],
    ["growth in no time", compoundGrowth(1, 5, 0), "zeroDivisor"],
    ["growth through zero", compoundGrowth(5, -5, 2), "outOfRange"],
    ["growth through zero from below", compoundGrowth(-5, 5, 2), "outOfRange"],
    ["no values to change", changes([], 0.1), "tooFewValues"],
  ])("refused: %s", (_, result, expected) => {
    expect(code(result)).toBe(expected);
  });
});

describe("order dates", () => {
  test("orders on days 0, 30 and 60 come every 30 days; two on one day are one", () => {
    expect(orderInterval([60, 0, 30])).toBe(30);
    expect(orderInterval([0, 0.5, 30, 60])).toBe(30);
    expect(code(orderInterval([5, 5]))).toBe("tooFewValues");
  });
  test("the next order is due an interval after the last; silence of three is a loss", () => {
    expect(nextOrder(45000, 30)).toBe(45030);
    expect(churnDate(45000, 30)).toBe(45090);
    expect(churnDate(45000, 30, 2)).toBe(45060);
  });
});

describe("replacing leavers", () => {
  test("5,000 customers at a churn of 0.1 need 500 new ones (S); 700 to reach 5,200 (C)", () => {
    expect(replacements(5000, 0.1)).toBe(500);
    expect(replacements(5000, 0.1, 5200)).toBe(700);
  });
  test("a plan's periods follow on one another, and each ties: start − leavers + joiners = end", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 1e6 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.double({ min: -0.5, max: 0.5, noNaN: true }),
        (customers, churn, growth) => {
          const plan = replacementPlan(customers, churn, 6, growth);
          expect(plan).toHaveLength(6);
          plan.forEach(({ period, start, leavers, joiners, end }, i) => {
            expect(period).toBe(i + 1);
            expect(start).toBe(i === 0 ? customers : plan[i - 1]?.end);
            expect(start - leavers + joiners).toBeCloseTo(end, 4);
            expectClose(leavers, start * churn);
          });
          if (growth === 0) expect(plan[5]?.joiners).toBeCloseTo(answer(replacements(customers, churn)), 6);
        },
      ),
    );
  });
});

describe("budget and forecast", () => {
  test("100 customers of 300, a quarter to be spent: 7,500, or what they cost if less (C)", () => {
    expect(acquisitionBudget(100, 300, 0.25)).toBe(7500);
    expect(acquisitionBudget(100, 300, 0.25, 50)).toBe(5000);
    expect(acquisitionBudget(100, 300, 0.25, 90)).toBe(7500);
    expect(acquisitionBudget(100, -300, 0.25)).toBe(0);
  });
  test("1,000 customers at a churn of 0.1 bring 100,000, 90,000, 81,000 (C: × 25 × 4)", () => {
    expect(revenueForecast(1000, 0.1, 25, 4, 3)).toEqual([
      { period: 1, customers: 1000, revenue: 100000, cumulative: 100000 },
      { period: 2, customers: 900, revenue: 90000, cumulative: 190000 },
      { period: 3, customers: 810, revenue: 81000, cumulative: 271000 },
    ]);
  });
  test("with as many joiners as leavers revenue stays", () => {
    expect(revenueForecast(1000, 0.1, 25, 4, 3, 100).map(({ revenue }) => revenue)).toEqual([
      100000, 100000, 100000,
    ]);
  });
});
