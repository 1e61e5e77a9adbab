import fc from "fast-check";
import { cashFlow, datedPresentValue, mixtureValue, netPresentValue } from "../../src/measures/cashFlow";
import { finiteValue, retentionValue } from "../../src/measures/retention";
import { TIMING, type Timing } from "../../src/measures/timing";
import { answer, code, expectClose } from "./expectations";

const ALL: Timing[] = [TIMING.end, TIMING.begin, TIMING.paid, TIMING.renewal];
const rate = fc.double({ min: 0, max: 1, noNaN: true });
const discount = fc.double({ min: -0.3, max: 0.9, noNaN: true });
const timing = fc.constantFrom(...ALL);

/** Date serials of Excel, for the dates of the printed example. */
const serial = (year: number, month: number, day: number): number =>
  Date.UTC(year, month - 1, day) / 86400000 + 25569;

describe("worked examples", () => {
  test("XNPV of Microsoft's documentation, everybody staying: 2,086.6476 (P)", () => {
    const dates = [
      serial(2008, 1, 1),
      serial(2008, 3, 1),
      serial(2008, 10, 30),
      serial(2009, 2, 15),
      serial(2009, 4, 1),
    ];
    const value = answer(datedPresentValue(0.09, [-10000, 2750, 4250, 3250, 2750], dates));
    expect(value).toBeCloseTo(2086.6476, 4);
  });
  test("two segments of 5,000 at 0.9 and 10,000 at 0.5 after two renewals: 341.1 (P: Fader & Hardie 2010)", () => {
    expect(answer(mixtureValue(100, [0.9, 0.5], [5000, 10000], 0.1, 2))).toBeCloseTo(341.1, 1);
  });
  test("the share of the first segment among them: .618 (P), read from values of 1 and 0", () => {
    // With segment values v1 and v2 the mixture is p v1 + (1 − p) v2: solve for p.
    const value = answer(mixtureValue(100, [0.9, 0.5], [5000, 10000], 0.1, 2));
    const [v1, v2] = [495, 91 + 2 / 3];
    expect((value - v2) / (v1 - v2)).toBeCloseTo(0.618, 3);
  });
  test("the first lines of a budget (C: 100 × 0.8ᵗ ÷ 1.1ᵗ)", () => {
    const lines = cashFlow(100, 0.8, 0.1, 2, TIMING.paid);
    expect(lines).toHaveLength(2);
    expect(lines[0]?.time).toBe(1);
    expect(lines[0]?.expected).toBeCloseTo(80, 12);
    expect(lines[1]?.presentValue).toBeCloseTo(52.8926, 4);
    expect(lines[1]?.cumulative).toBeCloseTo(125.6198, 4);
  });
  test("margins of 100 and 100, retention 0.8, discount 0.1: 125.62 (C)", () => {
    expect(answer(netPresentValue(0.1, [100, 100], [0.8]))).toBeCloseTo(125.6198, 4);
    expect(answer(netPresentValue(0.1, [100, 100], [0.8], TIMING.paid, 25.6198))).toBeCloseTo(100, 4);
  });
});

describe("laws", () => {
  test("the last cumulative value of the budget is the finite value", () => {
    fc.assert(
      fc.property(
        fc.double({ min: -1e5, max: 1e5, noNaN: true }),
        rate,
        discount,
        fc.integer({ min: 1, max: 120 }),
        timing,
        (m, r, d, n, when) => {
          const last = cashFlow(m, r, d, n, when).at(-1)?.cumulative ?? NaN;
          expectClose(last, answer(finiteValue(m, r, d, n, when)), 1e-9);
        },
      ),
    );
  });
  test("equal margins and retention rates give the finite value, one rate or many", () => {
    fc.assert(
      fc.property(rate, discount, fc.integer({ min: 1, max: 40 }), timing, (r, d, n, when) => {
        const margins = new Array<number>(n).fill(50);
        const expected = answer(finiteValue(50, r, d, n, when));
        expectClose(answer(netPresentValue(d, margins, [r], when)), expected, 1e-9);
        expectClose(answer(netPresentValue(d, margins, new Array<number>(n).fill(r), when)), expected, 1e-9);
      }),
    );
  });
  test("where the first payment is certain the last retention rate is not needed", () => {
    expect(netPresentValue(0.1, [100, 100, 100], [0.9, 0.8], TIMING.begin)).toBe(
      netPresentValue(0.1, [100, 100, 100], [0.9, 0.8, 0.1], TIMING.begin),
    );
  });
  test("the order of dated rows after the first does not matter", () => {
    const first = datedPresentValue(0.1, [-100, 60, 70], [40000, 40100, 40300], 0.8);
    const second = datedPresentValue(0.1, [-100, 70, 60], [40000, 40300, 40100], 0.8);
    expectClose(answer(first), answer(second));
  });
  test("yearly dates give the begin timing", () => {
    const dates = Array.from({ length: 10 }, (_, i) => 40000 + 365 * i);
    expectClose(
      answer(datedPresentValue(0.1, new Array<number>(10).fill(100), dates, 0.8)),
      answer(finiteValue(100, 0.8, 0.1, 10, TIMING.begin)),
    );
  });
  test("one segment is no mixture; tenure moves the mixture to the more loyal", () => {
    fc.assert(
      fc.property(fc.double({ min: 0.01, max: 1, noNaN: true }), fc.nat(20), (r, tenure) => {
        expectClose(
          answer(mixtureValue(100, [r], [10], 0.1, tenure)),
          answer(retentionValue(100, r, 0.1, TIMING.renewal)),
        );
      }),
    );
    const values = [0, 1, 2, 5, 50].map((n) => answer(mixtureValue(100, [0.9, 0.5], [5000, 10000], 0.1, n)));
    expect([...values].sort((a, b) => a - b)).toEqual(values);
  });
});

describe("edges", () => {
  test("the first payment now needs no survival, even where nobody stays", () => {
    expect(answer(datedPresentValue(0.1, [100, 100], [40000, 40365], 0))).toBe(100);
  });
  test.each<[string, unknown, string]>([
    ["a date before the first", datedPresentValue(0.1, [1, 2], [40001, 40000]), "outOfRange"],
    ["dates and margins of different number", datedPresentValue(0.1, [1, 2], [40000]), "lengthsDiffer"],
    ["no dated margins", datedPresentValue(0.1, [], []), "tooFewValues"],
    ["no margins", netPresentValue(0.1, []), "tooFewValues"],
    ["retention rates that do not match", netPresentValue(0.1, [1, 2, 3], [0.9, 0.9]), "lengthsDiffer"],
    ["sizes that do not match", mixtureValue(1, [0.9, 0.5], [1], 0.1, 1), "lengthsDiffer"],
    ["no segments", mixtureValue(1, [], [], 0.1, 1), "tooFewValues"],
    [
      "a segment that never leaves, undiscounted",
      mixtureValue(1, [1], [5], 0, 1),
      "retentionNotBelowDiscount",
    ],
    ["nobody left", mixtureValue(1, [0, 0], [5, 5], 0.1, 1), "zeroDivisor"],
    ["an overflow", netPresentValue(0, [1e308, 1e308], [1]), "notFinite"],
  ])("refused: %s", (_, result, expected) => {
    expect(code(result)).toBe(expected);
  });
  test("no periods, no lines", () => {
    expect(cashFlow(100, 0.8, 0.1, 0)).toEqual([]);
  });
});
