import fc from "fast-check";
import {
  concentration,
  deciles,
  decompose,
  gini,
  herfindahl,
  movements,
  whaleCurve,
} from "../../src/measures/concentration";
import { answer, code, expectClose, table } from "./expectations";

const amounts = fc.array(fc.integer({ min: 1, max: 100000 }), { minLength: 1, maxLength: 60 });
const sum = (values: number[]): number => values.reduce((a, b) => a + b, 0);

describe("worked examples", () => {
  test("the Gini coefficient of 1, 2, 3, 4, 5 is .2667", () => {
    expect(answer(gini([1, 2, 3, 4, 5]))).toBeCloseTo(0.2667, 4);
  });
  test("the top fifth of 50, 20, 10, 10, 10 brings half; the top 30 % half of the second as well (C)", () => {
    expectClose(answer(concentration([10, 50, 10, 20, 10])), 0.5);
    expectClose(answer(concentration([10, 50, 10, 20, 10], 0.3)), 0.6);
  });
  test("two equal halves have a Herfindahl index of 0.5 (C)", () => {
    expect(herfindahl([50, 50])).toBe(0.5);
  });
  test("a whale curve rises above 1 where some customers lose money (C: 80, 40, −20 of 100)", () => {
    expect(table(whaleCurve([40, -20, 80])).map(({ profit }) => profit)).toEqual([0.8, 1.2, 1]);
  });
  test("100 customers, 400 orders, 10,000 of spend, 4,000 of profit: 4 orders of 25 at 40 % (C)", () => {
    expect(decompose(100, 400, 10000, 4000)).toEqual({
      customers: 100,
      frequency: 4,
      orderValue: 25,
      margin: 0.4,
    });
  });
  test("where the difference between two years comes from (C: by hand)", () => {
    expect(table(movements([0, 10, 10, 10, 10, 0], [5, 0, 15, 4, 10, 0]))).toEqual([
      { kind: "new", customers: 1, before: 0, after: 5, change: 5 },
      { kind: "lost", customers: 1, before: 10, after: 0, change: -10 },
      { kind: "up", customers: 1, before: 10, after: 15, change: 5 },
      { kind: "down", customers: 1, before: 10, after: 4, change: -6 },
      { kind: "same", customers: 1, before: 10, after: 10, change: 0 },
    ]);
  });
});

describe("laws", () => {
  test("concentration measures do not depend on the order of rows, nor on the currency", () => {
    fc.assert(
      fc.property(amounts, fc.integer({ min: 2, max: 9 }), (values, factor) => {
        for (const measure of [gini, herfindahl, concentration]) {
          const found = answer(measure(values));
          expect(answer(measure([...values].reverse()))).toBe(found);
          expect(answer(measure(values.map((v) => v * factor)))).toBeCloseTo(found, 10);
          expect(found >= 0 && found <= 1 + 1e-12).toBe(true);
        }
      }),
    );
  });
  test("the whale curve ends at 1 and passes through the concentration of every top share", () => {
    fc.assert(
      fc.property(amounts, (values) => {
        const curve = table(whaleCurve(values));
        expectClose(curve.at(-1)?.profit ?? NaN, 1);
        for (const { customers, profit } of curve)
          expectClose(answer(concentration(values, customers)), profit, 1e-7);
      }),
    );
  });
  test("equal values have no concentration: Gini 0, top share its own share", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 50 }), fc.double({ min: 0, max: 1, noNaN: true }), (n, top) => {
        const values = new Array<number>(n).fill(7);
        expect(answer(gini(values))).toBeCloseTo(0, 12);
        expect(answer(concentration(values, top))).toBeCloseTo(top, 7);
        expectClose(answer(herfindahl(values)), 1 / n);
      }),
    );
  });
  test("the Gini coefficient is half the mean difference over the mean", () => {
    fc.assert(
      fc.property(amounts, (values) => {
        const differences = sum(values.flatMap((a) => values.map((b) => Math.abs(a - b))));
        expect(answer(gini(values))).toBeCloseTo(differences / (2 * values.length * sum(values)), 10);
      }),
    );
  });
  test("tenths add up: customers, profit, shares; and each line's factors to its profit", () => {
    const rows = fc.array(
      fc.tuple(
        fc.integer({ min: 1, max: 999 }),
        fc.integer({ min: 1, max: 20 }),
        fc.integer({ min: 1, max: 5000 }),
      ),
      {
        minLength: 10,
        maxLength: 80,
      },
    );
    fc.assert(
      fc.property(rows, (list) => {
        const profit = list.map((r) => r[0]);
        const lines = table(
          deciles(
            profit,
            list.map((r) => r[1]),
            list.map((r) => r[2]),
          ),
        );
        expect(sum(lines.map((line) => line.customers))).toBe(list.length);
        expect(sum(lines.map((line) => line.profit))).toBe(sum(profit));
        expect(sum(lines.map((line) => line.share))).toBeCloseTo(1, 12);
        expectClose(lines.at(-1)?.cumulativeShare ?? NaN, 1);
        for (const line of lines) {
          expectClose(
            line.customers *
              answer(line.frequency ?? NaN) *
              answer(line.orderValue ?? NaN) *
              answer(line.margin ?? NaN),
            line.profit,
          );
        }
        const sizes = lines.map((line) => line.customers);
        expect(Math.max(...sizes) - Math.min(...sizes)).toBeLessThanOrEqual(1);
      }),
    );
  });
  test("the four factors multiply to the profit", () => {
    const positive = fc.integer({ min: 1, max: 1e6 });
    fc.assert(
      fc.property(
        positive,
        positive,
        positive,
        fc.integer({ min: -1000000, max: 1000000 }),
        (n, orders, spend, profit) => {
          const { customers, frequency, orderValue, margin } = decompose(n, orders, spend, profit);
          expect(customers * answer(frequency) * answer(orderValue) * answer(margin)).toBeCloseTo(profit, 5);
        },
      ),
    );
  });
  test("the movements add to the difference of the totals, and to all customers active in either period", () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(3), fc.nat(3)), { minLength: 1 }), (rows) => {
        const lines = table(
          movements(
            rows.map((r) => r[0]),
            rows.map((r) => r[1]),
          ),
        );
        expect(sum(lines.map((line) => line.change))).toBe(
          sum(rows.map((r) => r[1])) - sum(rows.map((r) => r[0])),
        );
        expect(sum(lines.map((line) => line.customers))).toBe(
          rows.filter(([a, b]) => a !== 0 || b !== 0).length,
        );
      }),
    );
  });
});

describe("edges", () => {
  test("all or none of the customers bring all or none", () => {
    expectClose(answer(concentration([3, 5], 1)), 1);
    expect(answer(concentration([3, 5], 0))).toBeCloseTo(0, 8);
  });
  test("without transactions and spend a tenth has no factors", () => {
    const lines = table(deciles([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]));
    expect(lines[0]).toMatchObject({
      decile: 1,
      profit: 10,
      frequency: null,
      orderValue: null,
      margin: null,
    });
  });
  test("a tenth without orders has no order value", () => {
    const lines = table(
      deciles([9, 8, 7, 6, 5, 4, 3, 2, 1, 0], [1, 1, 1, 1, 1, 1, 1, 1, 1, 0], new Array<number>(10).fill(5)),
    );
    expect(code(lines[9]?.orderValue)).toBe("zeroDivisor");
  });
  test.each<[string, unknown, string]>([
    ["no values, Gini", gini([]), "tooFewValues"],
    ["negative values, Gini", gini([-1, 5]), "outOfRange"],
    ["all zero, Gini", gini([0, 0]), "zeroDivisor"],
    ["no values, concentration", concentration([]), "tooFewValues"],
    ["all zero, concentration", concentration([0, 0]), "zeroDivisor"],
    ["a loss in all, concentration", concentration([-5, 2]), "negativeTotal"],
    ["no values, whale", whaleCurve([]), "tooFewValues"],
    ["a loss in all, whale", whaleCurve([-5]), "negativeTotal"],
    ["nine customers, tenths", deciles([1, 2, 3, 4, 5, 6, 7, 8, 9]), "tooFewValues"],
    ["transactions that do not match", deciles(new Array<number>(10).fill(1), [1]), "lengthsDiffer"],
    ["spend that does not match", deciles(new Array<number>(10).fill(1), undefined, [1]), "lengthsDiffer"],
    ["a loss in all, tenths", deciles(new Array<number>(10).fill(-1)), "negativeTotal"],
    ["no customers to decompose", decompose(0, 1, 1, 1).frequency, "zeroDivisor"],
    ["no values, Herfindahl", herfindahl([]), "tooFewValues"],
    ["negative values, Herfindahl", herfindahl([-1, 2]), "outOfRange"],
    ["all zero, Herfindahl", herfindahl([0]), "zeroDivisor"],
    ["no movements", movements([], []), "tooFewValues"],
    ["movements that do not match", movements([1], []), "lengthsDiffer"],
  ])("refused: %s", (_, result, expected) => {
    expect(code(result)).toBe(expected);
  });
});
