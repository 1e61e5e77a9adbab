import fc from "fast-check";
import {
  expectedTenure,
  kaplanMeier,
  repeatRate,
  retentionCurve,
  survivalAt,
  survivalCurve,
} from "../../src/measures/survival";
import { retentionValue } from "../../src/measures/retention";
import { TIMING } from "../../src/measures/timing";
import { answer, code, expectClose, table } from "./expectations";

const COUNTS = [1000, 631, 468, 382, 326];
/** Weeks in remission of the maintained group, + still in remission: the leukaemia data of Miller (1981). */
const WEEKS = [9, 13, 13, 18, 23, 28, 31, 34, 45, 48, 161];
const RELAPSED = [1, 1, 0, 1, 1, 0, 1, 1, 0, 1, 0].map(Boolean);

describe("worked examples", () => {
  test("survival of 1000, 631, 468, 382, 326 is 1 .631 .468 .382 .326 (P: Fader & Hardie 2007)", () => {
    expect(survivalCurve(COUNTS)).toEqual([1, 0.631, 0.468, 0.382, 0.326]);
  });
  test("its retention rates are .631 .742 .816 .853 (P)", () => {
    expect(table(retentionCurve(COUNTS)).map((r) => Number(r?.toFixed(3)))).toEqual([
      0.631, 0.742, 0.816, 0.853,
    ]);
  });
  test("Kaplan-Meier of eleven patients: .909 .818 .716 .614 .491 .368 .184 (check)", () => {
    const steps = table(kaplanMeier(WEEKS, RELAPSED));
    expect(steps.map(({ survival }) => Number(survival.toFixed(3)))).toEqual([
      0.909, 0.818, 0.716, 0.614, 0.491, 0.368, 0.184,
    ]);
    expect(steps.map(({ time }) => time)).toEqual([9, 13, 18, 23, 31, 34, 48]);
    expect(steps.map(({ atRisk }) => atRisk)).toEqual([11, 10, 8, 7, 5, 4, 2]);
  });
  test("their standard errors are .0867 .1163 .1397 .1526 .1642 .1627 .1535 (T: R's survival package, data aml)", () => {
    const errors = table(kaplanMeier(WEEKS, RELAPSED)).map((step) => step.standardError);
    expect(errors.map((error) => Number(error?.toFixed(4)))).toEqual([
      0.0867, 0.1163, 0.1397, 0.1526, 0.1642, 0.1627, 0.1535,
    ]);
  });
  test("Greenwood's error of the first step is √(S(1−S)/n) (C)", () => {
    const s = 10 / 11;
    expectClose(table(kaplanMeier(WEEKS, RELAPSED))[0]?.standardError ?? NaN, Math.sqrt((s * (1 - s)) / 11));
  });
  test("expected tenure of the four years observed: 2.807 (C: 1 + .631 + .468 + .382 + .326)", () => {
    expect(answer(expectedTenure([1, 0.631, 0.468, 0.382, 0.326]))).toBeCloseTo(2.807, 10);
    expect(answer(expectedTenure([1, 0.5], 0.25))).toBeCloseTo(1.4, 12);
  });
  test("of 200 customers 50 ordered again: a repeat rate of 0.25", () => {
    expect(repeatRate(50, 200)).toBe(0.25);
  });
});

describe("laws", () => {
  const counts = fc
    .array(fc.integer({ min: 1, max: 1000 }), { minLength: 2, maxLength: 12 })
    .map((list) => list.sort((a, b) => b - a));
  test("survival starts at 1, never rises, and is the product of the retention rates", () => {
    fc.assert(
      fc.property(counts, (list) => {
        const survival = table(survivalCurve(list));
        let product = 1;
        table(retentionCurve(list)).forEach((r, t) => {
          product *= r ?? NaN;
          expectClose(product, survival[t + 1] ?? NaN);
          expect(survival[t + 1]).toBeLessThanOrEqual(survival[t] ?? NaN);
        });
      }),
    );
  });
  test("with everyone seen to the end, Kaplan-Meier is the share of those who stay longer; order does not matter", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 30 }), { minLength: 1, maxLength: 60 }), (durations) => {
        const all = durations.map(() => true);
        const steps = table(kaplanMeier(durations, all));
        for (const { time, survival } of steps)
          expect(survival).toBeCloseTo(durations.filter((d) => d > time).length / durations.length, 10);
        expect(kaplanMeier([...durations].reverse(), all)).toEqual(steps);
      }),
    );
  });
  test("the discounted tenure of a geometric curve tends to the retention multiple", () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0, max: 0.95, noNaN: true }),
        fc.double({ min: 0.01, max: 0.5, noNaN: true }),
        (r, d) => {
          const curve = Array.from({ length: 1500 }, (_, t) => r ** t);
          expectClose(answer(expectedTenure(curve, d)), answer(retentionValue(1, r, d, TIMING.begin)), 1e-5);
        },
      ),
    );
  });
});

describe("edges", () => {
  test("survival between steps is that of the step before, 1 before the first", () => {
    const steps = table(kaplanMeier(WEEKS, RELAPSED));
    expect(survivalAt(steps, 8.9)).toBe(1);
    expect(survivalAt(steps, 30)).toBeCloseTo(0.614, 3);
    expect(survivalAt(steps, 1000)).toBeCloseTo(0.184, 3);
  });
  test("where the last customer leaves survival is 0 and has no standard error", () => {
    expect(table(kaplanMeier([1, 2], [true, true])).at(-1)).toEqual({
      time: 2,
      survival: 0,
      standardError: null,
      atRisk: 1,
      left: 1,
    });
  });
  test("nobody left: no steps, survival 1", () => {
    expect(kaplanMeier([1, 2], [false, false])).toEqual([]);
    expect(survivalAt([], 5)).toBe(1);
  });
  test("after everyone has gone there is no retention rate", () => {
    expect(retentionCurve([10, 0, 0])).toEqual([0, null]);
  });
  test.each<[string, unknown, string]>([
    ["counts that rise", survivalCurve([100, 110]), "countsRise"],
    ["counts that rise, retention", retentionCurve([100, 90, 95]), "countsRise"],
    ["nobody at the start", survivalCurve([0, 0]), "zeroDivisor"],
    ["no counts", survivalCurve([]), "tooFewValues"],
    ["one count has no retention", retentionCurve([100]), "tooFewValues"],
    ["no survival", expectedTenure([]), "tooFewValues"],
    ["no durations", kaplanMeier([], []), "tooFewValues"],
    ["flags that do not match", kaplanMeier([1, 2], [true]), "lengthsDiffer"],
    ["a survival curve that rises", expectedTenure([0.9, 0.95]), "countsRise"],
    ["no customers", repeatRate(0, 0), "zeroDivisor"],
    ["more who repeat than there are", repeatRate(300, 200), "outOfRange"],
  ])("refused: %s", (_, result, expected) => {
    expect(code(result)).toBe(expected);
  });
});
