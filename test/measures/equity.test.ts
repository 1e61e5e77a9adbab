import fc from "fast-check";
import { customerEquity, dynamicEquity, leverage } from "../../src/measures/equity";
import { finiteValue } from "../../src/measures/retention";
import { TIMING } from "../../src/measures/timing";
import { answer, code, expectClose } from "./expectations";

describe("worked examples", () => {
  test("10,000, 20,000/3 and 20,000/6 customers of three kinds are worth 854,592 (T)", () => {
    const values = [
      finiteValue(7, 59 / 60, 0.12, 60, TIMING.paid, 10),
      finiteValue(4, 47 / 48, 0.12, 48, TIMING.paid, 1),
      finiteValue(15, 23 / 24, 0.12, 24, TIMING.paid, 5),
    ].map(answer);
    expect(answer(customerEquity([10000, 20000 / 3, 20000 / 6], values))).toBeCloseTo(854592, -1);
  });
  test("leverage of 1,000: 1 alone, 0.5 with as much else, 10 with a debt of 900 (P: Schulze, Skiera & Wiesel 2012)", () => {
    expect([leverage(1000), leverage(1000, 1000, 0), leverage(1000, 0, 900)]).toEqual([1, 0.5, 10]);
  });
  test("a base of 1,000 and 10 new ones a period, worth 110 and costing 10, for two periods at 0.25: 2,440 (C)", () => {
    expectClose(answer(dynamicEquity(1000, [10], 110, 10, 0.25, 2)), 1000 + 1000 / 1.25 + 1000 / 1.5625);
  });
});

describe("laws and edges", () => {
  test("the order of the kinds does not matter", () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.nat(1e6), fc.integer({ min: -1000, max: 1000 })), { minLength: 1 }),
        (rows) => {
          const of = (list: typeof rows) =>
            customerEquity(
              list.map(([n]) => n),
              list.map(([, v]) => v),
            );
          expect(of([...rows].reverse())).toBe(of(rows));
        },
      ),
    );
  });
  test("one number of newcomers is the same as that number in every period", () => {
    expect(dynamicEquity(5, [7, 7, 7], 30, 10, 0.1)).toBe(dynamicEquity(5, [7], 30, 10, 0.1, 3));
  });
  test("no newcomers, no more than the base", () => {
    expect(dynamicEquity(5, [7], 30, 10, 0.1, 0)).toBe(5);
  });
  test.each<[string, unknown, string]>([
    ["no customers", customerEquity([], []), "tooFewValues"],
    ["values that do not match", customerEquity([1, 2], [3]), "lengthsDiffer"],
    ["newcomers that do not match", dynamicEquity(0, [1, 2], 3, 1, 0.1, 3), "lengthsDiffer"],
    ["debt as high as the assets", leverage(1000, 0, 1000), "zeroDivisor"],
    ["debt above the assets", leverage(1000, 0, 1100), "outOfRange"],
  ])("refused: %s", (_, result, expected) => {
    expect(code(result)).toBe(expected);
  });
});
