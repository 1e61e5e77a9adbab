import fc from "fast-check";
import {
  acquisitionCost,
  acquisitionReturn,
  breakEvenAcquisition,
  breakEvenChurn,
  breakEvenMargin,
  breakEvenRetention,
  maximumCost,
  optimalAcquisition,
  optimalRetention,
  payback,
  prospectValue,
  response,
  retentionCost,
  valueToCost,
  winBackValue,
} from "../../src/measures/acquisition";
import { finiteValue, retentionValue } from "../../src/measures/retention";
import { TIMING, type Timing } from "../../src/measures/timing";
import { answer, code, expectClose } from "./expectations";

const ALL: Timing[] = [TIMING.end, TIMING.begin, TIMING.paid, TIMING.renewal];
const CURVE = { ceiling: 0.4, rateNow: 0.2, spendNow: 10 };

describe("worked examples", () => {
  test("60,000 for 5,847 new customers is 10.26 each (T)", () => {
    expect(answer(acquisitionCost(60000, 5847))).toBeCloseTo(10.26, 2);
  });
  test("25,000 for 17,828 retained is 1.40 each (T)", () => {
    expect(answer(retentionCost(25000, 17828))).toBeCloseTo(1.4, 2);
  });
  test("15,000 of value for 6,000: 2.5 times the cost (T), a return of 1.5 (C)", () => {
    expect(valueToCost(15000, 6000)).toBe(2.5);
    expect(acquisitionReturn(15000, 6000)).toBe(1.5);
  });
  test("1,000 paid back at 80 a period takes 12.5 (T)", () => {
    expect(payback(1000, 80)).toBe(12.5);
  });
  test("at most 366.67 for 100 a year, retention 0.8, discount 0.1 (P)", () => {
    expect(answer(maximumCost(100, 0.8, 0.1))).toBeCloseTo(366.67, 2);
    expect(answer(maximumCost(100, 0.8, 0.1, 3))).toBeCloseTo(122.22, 2);
  });
  test("a mailing of 60,000 to 90,000, answered by 1.2 %, worth 5 + 30 each: −.2467 (T)", () => {
    expect(answer(prospectValue(0.012, 5, 30, 60000 / 90000))).toBeCloseTo(-0.2467, 4);
  });
  test("it breaks even at 1.9 % (T)", () => {
    expect(answer(breakEvenAcquisition(5, 30, 0.6667))).toBeCloseTo(0.019, 3);
  });
  test("a cost of 300 at 100 a year and 0.1 breaks even at .7333 begin, .825 paid, .7667 end (C: solved by hand)", () => {
    expect(answer(breakEvenRetention(100, 300, 0.1, TIMING.begin))).toBeCloseTo(0.7333, 4);
    expect(answer(breakEvenRetention(100, 300, 0.1, TIMING.paid))).toBeCloseTo(0.825, 10);
    expect(answer(breakEvenRetention(100, 300, 0.1, TIMING.end))).toBeCloseTo(0.7667, 4);
    expect(answer(breakEvenChurn(100, 300, 0.1))).toBeCloseTo(0.2667, 4);
  });
  test("a response of 0.2 at 10, ceiling 0.4, is 0.3 at 20 (C: 0.4 (1 − ½²))", () => {
    expectClose(answer(response(20, CURVE)), 0.3);
    expectClose(answer(response(10, CURVE)), 0.2);
    expect(answer(response(0, CURVE))).toBe(0);
  });
  test("retention spending is best at 34.88 (C: found by trying every hundredth of a cent in another program)", () => {
    const curve = { ceiling: 0.8, rateNow: 0.4, spendNow: 10 };
    expect(answer(optimalRetention(100, 0.1, curve))).toBeCloseTo(34.88, 2);
  });
  test("winning back with a chance of 0.2 a value of 500 for 30 gains 70 (C)", () => {
    expect(winBackValue(500, 0.2, 30)).toBe(70);
  });
});

describe("laws", () => {
  const margin = fc.double({ min: 0.1, max: 1e5, noNaN: true });
  const rate = fc.double({ min: 0.02, max: 0.98, noNaN: true });
  const discount = fc.double({ min: 0.01, max: 0.5, noNaN: true });
  const timing = fc.constantFrom(...ALL);
  test("the break-evens invert the value", () => {
    fc.assert(
      fc.property(margin, rate, discount, timing, (m, r, d, when) => {
        const value = answer(retentionValue(m, r, d, when));
        expectClose(answer(breakEvenRetention(m, value, d, when)), r, 1e-9);
        expectClose(answer(breakEvenChurn(m, value, d, when)), 1 - r, 1e-7);
        expectClose(answer(breakEvenMargin(r, value, d, when)), m, 1e-9);
        if (when === TIMING.begin) expectClose(answer(maximumCost(m, r, d)), value);
      }),
    );
  });
  test("at the break-even rate a prospect is worth nothing", () => {
    fc.assert(
      fc.property(margin, margin, margin, (m, value, cost) => {
        const rateNeeded = answer(breakEvenAcquisition(m, value, cost));
        expect(answer(prospectValue(rateNeeded, m, value, cost)) / cost).toBeCloseTo(0, 10);
      }),
    );
  });
  test("the payback of a finite value is its number of payments", () => {
    fc.assert(
      fc.property(margin, rate, discount, timing, fc.integer({ min: 1, max: 24 }), (m, r, d, when, n) => {
        // Beyond a few lifespans the sum stands still, and the number of payments cannot be read from it.
        fc.pre((r / (1 + d)) ** n > 1e-4);
        expectClose(answer(payback(answer(finiteValue(m, r, d, n, when)), m, r, d, when)), n, 1e-7);
      }),
    );
  });
  test("the optimal spending beats its neighbours, for acquisition and for retention", () => {
    const curve = fc
      .record({
        ceiling: fc.double({ min: 0.05, max: 0.99, noNaN: true }),
        share: fc.double({ min: 0.05, max: 0.95, noNaN: true }),
        spendNow: fc.double({ min: 0.1, max: 50, noNaN: true }),
      })
      .map(({ ceiling, share, spendNow }) => ({ ceiling, rateNow: ceiling * share, spendNow }));
    fc.assert(
      fc.property(curve, fc.double({ min: 1, max: 1000, noNaN: true }), discount, (c, value, d) => {
        const gain = (spend: number): number => answer(response(spend, c)) * value - spend;
        const kept = (spend: number): number => {
          const r = answer(response(spend, c));
          return (value * r - spend) / (1 + d - r);
        };
        for (const [best, worth] of [
          [answer(optimalAcquisition(value, c)), gain],
          [answer(optimalRetention(value, d, c)), kept],
        ] as const)
          for (const other of [best * 0.9, best * 1.1, best + 1, Math.max(0, best - 1), 0])
            expect(worth(other)).toBeLessThanOrEqual(worth(best) + 1e-9 * value);
      }),
    );
  });
});

describe("edges", () => {
  test("the cost is covered at once: payback 0, break-even retention 0", () => {
    expect(payback(0, 80)).toBe(0);
    expect(breakEvenRetention(100, 90, 0.1)).toBe(0);
    expect(breakEvenRetention(100, 0, 0.1, TIMING.paid)).toBe(0);
  });
  test("a rate that cannot be reached is told as it is", () => {
    expect(breakEvenAcquisition(5, 5, 20)).toBe(2);
  });
  test("spending that never pays stays at 0", () => {
    expect(optimalAcquisition(1, CURVE)).toBe(0);
    expect(optimalRetention(0.5, 0.1, CURVE)).toBe(0);
    expect(optimalRetention(-5, 0.1, CURVE)).toBe(0);
  });
  test.each<[string, unknown, string]>([
    ["no new customers", acquisitionCost(100, 0), "zeroDivisor"],
    ["no cost", valueToCost(100, 0), "zeroDivisor"],
    ["margins that never add up to the cost", payback(400, 100, 0.8, 0.1), "neverPaysBack"],
    ["a margin of nothing", payback(400, 0), "neverPaysBack"],
    ["a loss, which pays nothing back", payback(400, -10), "outOfRange"],
    ["prospects who would be a loss", breakEvenAcquisition(-20, 10, 30), "outOfRange"],
    ["a customer who does not renew", payback(400, 100, 0, 0.1, TIMING.paid), "neverPaysBack"],
    ["more than a customer who never leaves is worth", breakEvenRetention(100, 2000, 0.1), "noBreakEven"],
    ["a loss has no break-even", breakEvenRetention(-100, 300, 0.1), "noBreakEven"],
    ["a loss has no break-even churn", breakEvenChurn(-100, 300, 0.1, TIMING.paid), "noBreakEven"],
    ["nobody renews, no margin breaks even", breakEvenMargin(0, 300, 0.1, TIMING.paid), "zeroDivisor"],
    ["a value without end", maximumCost(100, 1, 0), "retentionNotBelowDiscount"],
    ["a rate at the ceiling", response(10, { ...CURVE, rateNow: 0.4 }), "outOfRange"],
    ["no spending to calibrate by", optimalAcquisition(100, { ...CURVE, spendNow: 0 }), "outOfRange"],
    [
      "a ceiling without end",
      optimalRetention(100, 0, { ...CURVE, ceiling: 1 }),
      "retentionNotBelowDiscount",
    ],
    ["a rate of nothing", optimalRetention(100, 0.1, { ...CURVE, rateNow: 0 }), "outOfRange"],
  ])("refused: %s", (_, result, expected) => {
    expect(code(result)).toBe(expected);
  });
});
