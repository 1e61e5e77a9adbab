import fc from "fast-check";
import { markovState, markovValue, recencyCutoff, recencyMatrix } from "../../src/measures/migration";
import { retentionValue } from "../../src/measures/retention";
import { TIMING } from "../../src/measures/timing";
import { transitions } from "../../src/measures/transitions";
import { answer, code, expectClose, table } from "./expectations";

const FIRST = table(recencyMatrix([0.5, 0.2, 0.1, 0]));
const SECOND = table(recencyMatrix([0.3, 0.2, 0.05, 0]));

const rounded = (values: number[], digits: number): number[] =>
  values.map((value) => Number(value.toFixed(digits)) + 0);

describe("worked examples (T: published tutorials after Pfeifer & Carraway 2000)", () => {
  test("buying with .5, .2, .1, 0 by recency, 100 a purchase, discount .1: 231.08, 57.29, 21.01, 0", () => {
    expect(rounded(table(markovValue(FIRST, [100, 0, 0, 0], 0.1)), 2)).toEqual([231.08, 57.29, 21.01, 0]);
  });
  test(".3, .2, .05, 0, payoffs 36, −4, −4, 0, discount .2, four periods: 49.40, 2.69, −1.98, 0", () => {
    expect(rounded(table(markovValue(SECOND, [36, -4, -4, 0], 0.2, 4)), 2)).toEqual([49.4, 2.69, -1.98, 0]);
  });
  test("the second chain after four periods from recency 1: .0823 .0973 .1288 .6916", () => {
    expect(rounded(table(markovState(SECOND, [1, 0, 0, 0], 4)), 4)).toEqual([0.0823, 0.0973, 0.1288, 0.6916]);
  });
  test("the second chain is worth mailing up to recency 2", () => {
    expect(recencyCutoff([0.3, 0.2, 0.05, 0], [36, -4, -4, 0], 0.2)).toBe(2);
  });
});

describe("laws", () => {
  const rate = fc.double({ min: 0, max: 1, noNaN: true });
  const discount = fc.double({ min: 0.01, max: 0.9, noNaN: true });
  const chain = fc
    .integer({ min: 1, max: 6 })
    .chain((n) =>
      fc.tuple(
        fc.array(fc.array(fc.double({ min: 0.01, max: 1, noNaN: true }), { minLength: n, maxLength: n }), {
          minLength: n,
          maxLength: n,
        }),
        fc.array(fc.double({ min: -100, max: 100, noNaN: true }), { minLength: n, maxLength: n }),
      ),
    )
    .map(([weights, payoffs]) => ({
      transition: weights.map((row) => {
        const sum = row.reduce((a, b) => a + b, 0);
        return row.map((w) => (w / sum) * 0.999999);
      }),
      payoffs,
    }));

  test("one paying state and one absorbing state are the retention model, first payment now", () => {
    fc.assert(
      fc.property(fc.double({ min: 1, max: 1e6, noNaN: true }), rate, discount, (m, r, d) => {
        const [value = NaN, gone] = table(
          markovValue(
            [
              [r, 1 - r],
              [0, 1],
            ],
            [m, 0],
            d,
          ),
        );
        expectClose(value, answer(retentionValue(m, r, d, TIMING.begin)));
        expect(gone).toBe(0);
      }),
    );
  });
  test("a long horizon tends to the perpetual value", () => {
    fc.assert(
      fc.property(chain, fc.double({ min: 0.1, max: 0.9, noNaN: true }), ({ transition, payoffs }, d) => {
        const perpetual = table(markovValue(transition, payoffs, d));
        table(markovValue(transition, payoffs, d, 500)).forEach((value, i) =>
          expect(value).toBeCloseTo(perpetual[i] ?? NaN, 6),
        );
      }),
    );
  });
  test("the value of a state is its payoff and the discounted value of the states after it", () => {
    fc.assert(
      fc.property(chain, discount, ({ transition, payoffs }, d) => {
        const values = table(markovValue(transition, payoffs, d));
        transition.forEach((row, i) => {
          const next = row.reduce((sum, p, j) => sum + p * (values[j] ?? 0), 0) / (1 + d);
          expect(values[i]).toBeCloseTo((payoffs[i] ?? 0) + next, 6);
        });
      }),
    );
  });
  test("customers move, and none is lost or made", () => {
    fc.assert(
      fc.property(fc.array(rate, { minLength: 1, maxLength: 6 }), fc.nat(30), (purchase, periods) => {
        const start = purchase.map((_, i) => (i + 1) * 100);
        const end = table(markovState(table(recencyMatrix(purchase)), start, periods));
        expectClose(
          end.reduce((a, b) => a + b, 0),
          start.reduce((a, b) => a + b, 0),
        );
      }),
    );
  });
  test("the cut-off of a long list takes no longer than its length", () => {
    const purchase = Array.from({ length: 100000 }, (_, i) => 0.5 / (i + 1));
    const payoffs = purchase.map((_, i) => (i === 0 ? 40 : -1));
    expect(answer(recencyCutoff(purchase, payoffs, 0.01))).toBeGreaterThan(1);
  });
  test("no other cut-off gives a better value", () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(rate, fc.double({ min: -20, max: 5, noNaN: true })), {
          minLength: 1,
          maxLength: 6,
        }),
        discount,
        (rows, d) => {
          const purchase = rows.map(([p]) => p);
          const payoffs = rows.map(([, payoff], i) => (i === 0 ? 40 : payoff));
          const cutoff = answer(recencyCutoff(purchase, payoffs, d));
          const valueAt = (k: number): number => {
            // Value of the policy by iteration: states beyond k are worth nothing.
            let values = new Array<number>(purchase.length + 1).fill(0);
            for (let t = 0; t < 6000; t++)
              values = values.map((_, i) =>
                i < k
                  ? (payoffs[i] ?? 0) +
                    ((purchase[i] ?? 0) * (values[0] ?? 0) +
                      (1 - (purchase[i] ?? 0)) * (values[i + 1] ?? 0)) /
                      (1 + d)
                  : 0,
              );
            return values[0] ?? 0;
          };
          const best = valueAt(cutoff);
          for (let k = 0; k <= purchase.length; k++) expect(valueAt(k)).toBeLessThanOrEqual(best + 1e-6);
        },
      ),
      { numRuns: 40 },
    );
  });
});

describe("edges", () => {
  test("an absorbing state without payoff is worth nothing, undiscounted too: a lifespan of ten periods", () => {
    const values = table(
      markovValue(
        [
          [0.9, 0.1],
          [0, 1],
        ],
        [1, 0],
        0,
      ),
    );
    expectClose(values[0] ?? NaN, 10);
    expect(values[1]).toBe(0);
  });
  test("what a row lacks to 1 leaves for good", () => {
    expectClose(table(markovValue([[0.9]], [1], 0))[0] ?? NaN, 10);
  });
  test("undiscounted customers who never stop paying have no finite value", () => {
    expect(code(markovValue([[1]], [1], 0))).toBe("neverEnds");
    expect(
      code(
        markovValue(
          [
            [0.5, 0.5],
            [0.5, 0.5],
          ],
          [1, 1],
          0,
        ),
      ),
    ).toBe("neverEnds");
    expect(table(markovValue([[1]], [1], 0, 11))).toEqual([12]);
  });
  test("a customer not even worth the first mailing has cut-off 0", () => {
    expect(recencyCutoff([0.3, 0.2], [-36, -4], 0.2)).toBe(0);
  });
  test.each<[string, unknown, string]>([
    ["no states", markovValue([], [], 0.1), "tooFewValues"],
    ["a table that is not square", markovValue([[0.5, 0.5]], [1], 0.1), "notSquare"],
    [
      "a row that adds to more than 1",
      markovValue(
        [
          [0.8, 0.3],
          [0, 1],
        ],
        [1, 0],
        0.1,
      ),
      "notATransition",
    ],
    [
      "a negative probability",
      markovState(
        [
          [1.1, -0.1],
          [0, 1],
        ],
        [1, 0],
        1,
      ),
      "notATransition",
    ],
    ["payoffs that do not match", markovValue([[1]], [1, 2], 0.1), "lengthsDiffer"],
    ["a start that does not match", markovState([[1]], [1, 2], 1), "lengthsDiffer"],
    ["payoffs that do not match the recencies", recencyCutoff([0.5], [1, 2], 0.1), "lengthsDiffer"],
    ["no recencies", recencyCutoff([], [], 0.1), "tooFewValues"],
    ["more states than a call can hold", recencyMatrix(new Array<number>(701).fill(0.1)), "tooManyValues"],
    ["customers who always buy again, undiscounted", recencyCutoff([1], [1], 0), "neverEnds"],
    ["an overflow", markovValue([[0.5]], [1e308], -0.5, 5000), "notFinite"],
  ])("refused: %s", (_, result, expected) => {
    expect(code(result)).toBe(expected);
  });
});

describe("observed transitions", () => {
  const customers = ["a", "a", "a", "b", "b", "b", "c", "c"];
  const periods = [1, 2, 3, 1, 2, 3, 1, 3];
  const states = ["gold", "gold", "silver", "silver", "gold", "gold", "silver", "gold"];
  test("are shares of the moves out of a state (C: gold → gold 2, gold → silver 1, silver → gold 1)", () => {
    const seen = table(transitions(customers, periods, states));
    expect(seen.states).toEqual(["gold", "silver"]);
    expect(seen.probabilities[0]?.map((p) => Number(p?.toFixed(4)))).toEqual([0.6667, 0.3333]);
    // c skipped period 2: no move between neighbouring periods, so silver → gold counts once, for b.
    expect(seen.probabilities[1]).toEqual([1, 0]);
  });
  test("keep the order of states asked for, and leave a state never left empty", () => {
    const seen = table(transitions(customers, periods, states, ["silver", "gold", "lost"]));
    expect(seen.probabilities).toEqual([
      [0, 1, 0],
      [1 / 3, 2 / 3, 0],
      [null, null, null],
    ]);
  });
  test("do not depend on the order of rows", () => {
    const expected = transitions(customers, periods, states);
    fc.assert(
      fc.property(fc.shuffledSubarray([...customers.keys()], { minLength: customers.length }), (order) => {
        const pick = <T>(list: T[]): T[] => order.flatMap((i) => list.slice(i, i + 1));
        expect(transitions(pick(customers), pick(periods), pick(states))).toEqual(expected);
      }),
    );
  });
  test("sort numbers before words", () => {
    expect(table(transitions([1, 1, 1], [1, 2, 3], ["x", 10, 9])).states).toEqual([9, 10, "x"]);
  });
  test.each<[string, unknown, string]>([
    ["no rows", transitions([], [], []), "tooFewValues"],
    ["periods that do not match", transitions(["a"], [], ["x"]), "lengthsDiffer"],
    ["states that do not match", transitions(["a"], [1], []), "lengthsDiffer"],
  ])("refused: %s", (_, result, expected) => {
    expect(code(result)).toBe(expected);
  });
});
