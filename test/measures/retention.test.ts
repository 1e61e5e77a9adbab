import fc from "fast-check";
import {
  churnOver,
  continuousValue,
  finiteValue,
  growthValue,
  netDiscount,
  periodRate,
  retentionMultiple,
  retentionOver,
  retentionValue,
} from "../../src/measures/retention";
import { lifespan } from "../../src/measures/base";
import { TIMING, type Timing } from "../../src/measures/timing";
import { answer, code, expectClose } from "./expectations";

const ALL: Timing[] = [TIMING.end, TIMING.begin, TIMING.paid, TIMING.renewal];
const rate = fc.double({ min: 0, max: 1, noNaN: true });
const discount = fc.double({ min: 0.001, max: 0.9, noNaN: true });
const margin = fc.double({ min: -1e6, max: 1e6, noNaN: true });

describe("worked examples", () => {
  test("17.95 a month, retention 0.995, discount 0.01, first payment now: printed 1,209 (T)", () => {
    expect(answer(retentionValue(17.95, 0.995, 0.01, TIMING.begin))).toBeCloseTo(1208.63, 2);
  });
  test("the multiple of 0.995 and 0.01, first payment now: 67.33 (T)", () => {
    expect(answer(retentionMultiple(0.995, 0.01, TIMING.begin))).toBeCloseTo(67.33, 2);
  });
  test.each([
    [7, 59 / 60, 60, 10, 40.35],
    [4, 47 / 48, 48, 1, 26.77],
    [15, 23 / 24, 24, 5, 81.81],
  ])("%d a period, retention %d, 0.12, %d periods, less %d: %d (T)", (m, r, n, cost, value) => {
    expect(answer(finiteValue(m, r, 0.12, n, TIMING.paid, cost))).toBeCloseTo(value, 2);
  });
  test("a margin of 100 growing by 3 %, retention 0.8, discount 0.1: 398.55 (C: m(1+d′)/(1+d′−r), d′ = 0.07/1.03)", () => {
    expect(answer(growthValue(100, 0.03, 0.8, 0.1, TIMING.begin))).toBeCloseTo(398.55, 2);
  });
  test("residual value of 100 a year at 0.1: 495.0 with retention 0.9, 91.7 with 0.5 (P: Fader & Hardie 2010)", () => {
    expect(answer(retentionValue(100, 0.9, 0.1, TIMING.renewal))).toBeCloseTo(495.0, 1);
    expect(answer(retentionValue(100, 0.5, 0.1, TIMING.renewal))).toBeCloseTo(91.7, 1);
  });
  test("15 % a year as a weekly force of interest: .0027 (P: Fader, Hardie & Lee 2005)", () => {
    expect(answer(periodRate(0.15, 52, true))).toBeCloseTo(0.0027, 4);
  });
  test("12.6825 % a year is 1 % a month (C: 1.01^12 = 1.12682503)", () => {
    expect(answer(periodRate(1.01 ** 12 - 1, 12))).toBeCloseTo(0.01, 12);
  });
  test("100 a year, leaving at 0.05, discounted at 0.1, both continuous: 666.67 (C)", () => {
    expect(answer(continuousValue(100, 0.05, 0.1))).toBeCloseTo(666.67, 2);
  });
  test("2 % churn a month is 21.5 % a year, not 24 % (C: 1 − 0.98^12)", () => {
    expect(answer(churnOver(0.02, 12))).toBeCloseTo(0.2153, 4);
    expect(answer(retentionOver(0.98, 12))).toBeCloseTo(0.7847, 4);
  });
});

describe("laws of the four timings", () => {
  test("the formulas of the table", () => {
    fc.assert(
      fc.property(margin, rate, discount, (m, r, d) => {
        const left = 1 + d - r;
        expectClose(answer(retentionValue(m, r, d, TIMING.end)), m / left);
        expectClose(answer(retentionValue(m, r, d, TIMING.begin)), (m * (1 + d)) / left);
        expectClose(answer(retentionValue(m, r, d, TIMING.paid)), (m * r) / left);
        expectClose(answer(retentionValue(m, r, d, TIMING.renewal)), (m * r * (1 + d)) / left);
      }),
    );
  });
  test("begin is end a period earlier; renewal is paid a period earlier; begin is paid and the first payment", () => {
    fc.assert(
      fc.property(margin, rate, discount, fc.integer({ min: 0, max: 200 }), (m, r, d, n) => {
        const [end = 0, begin = 0, paid = 0, renewal = 0] = ALL.map((timing) =>
          answer(finiteValue(m, r, d, n, timing)),
        );
        expectClose(begin, end * (1 + d));
        expectClose(renewal, paid * (1 + d));
        expectClose(paid, end * r);
        expectClose(
          answer(finiteValue(m, r, d, n + 1, TIMING.begin)),
          m + answer(finiteValue(m, r, d, n, TIMING.paid)),
          1e-9,
        );
      }),
    );
  });
  test("the finite sum tends to the infinite one", () => {
    fc.assert(
      fc.property(
        margin,
        rate,
        fc.double({ min: 0.05, max: 0.9, noNaN: true }),
        fc.constantFrom(...ALL),
        (m, r, d, timing) => {
          expectClose(
            answer(finiteValue(m, r, d, 2000, timing)),
            answer(retentionValue(m, r, d, timing)),
            1e-9,
          );
        },
      ),
    );
  });
  test("more retention is worth more, more discount less", () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0, max: 0.95, noNaN: true }),
        discount,
        fc.constantFrom(...ALL),
        (r, d, timing) => {
          expect(answer(retentionMultiple(r + 0.05, d, timing))).toBeGreaterThan(
            answer(retentionMultiple(r, d, timing)),
          );
          if (timing !== TIMING.begin || r > 0)
            expect(answer(retentionMultiple(r + 0.01, d + 0.05, timing))).toBeLessThan(
              answer(retentionMultiple(r + 0.01, d, timing)),
            );
        },
      ),
    );
  });
  test("without growth the growing margin is the constant one; growth is discount undone", () => {
    fc.assert(
      fc.property(margin, rate, discount, fc.constantFrom(...ALL), (m, r, d, timing) => {
        expectClose(answer(growthValue(m, 0, r, d, timing)), answer(retentionValue(m, r, d, timing)));
        expect(netDiscount(d, d)).toBe(0);
      }),
    );
  });
  test("undiscounted, a customer brings the margin once for every period of the lifespan", () => {
    fc.assert(
      fc.property(margin, fc.double({ min: 0.001, max: 1, noNaN: true }), (m, churn) => {
        expectClose(answer(retentionValue(m, 1 - churn, 0, TIMING.begin)), m * answer(lifespan(churn)), 1e-9);
      }),
    );
  });
  test("a rate converted to periods compounds back", () => {
    fc.assert(
      fc.property(
        fc.double({ min: -0.5, max: 0.99, noNaN: true }),
        fc.integer({ min: 1, max: 365 }),
        (i, n) => {
          expect((1 + answer(periodRate(i, n))) ** n).toBeCloseTo(1 + i, 10);
          expect(Math.exp(n * answer(periodRate(i, n, true)))).toBeCloseTo(1 + i, 10);
        },
      ),
    );
  });
  test("churn and retention over any time add to 1", () => {
    fc.assert(
      fc.property(rate, fc.double({ min: 0.01, max: 60, noNaN: true }), (churn, periods) => {
        expect(answer(churnOver(churn, periods)) + answer(retentionOver(1 - churn, periods))).toBeCloseTo(
          1,
          10,
        );
      }),
    );
  });
});

describe("edges", () => {
  test("retention at or above 1 + discount has no finite sum, and is refused with both numbers", () => {
    expect(code(retentionValue(100, 1, 0))).toBe("retentionNotBelowDiscount");
    expect(code(retentionValue(100, 1, -0.01))).toBe("retentionNotBelowDiscount");
    expect(code(growthValue(100, 0.4, 0.9, 0.1))).toBe("growthNotBelowDiscount");
  });
  test("a finite sum exists all the same: n payments undiscounted, more where money shrinks", () => {
    expect(answer(finiteValue(100, 1, 0, 12))).toBe(1200);
    expect(answer(finiteValue(100, 1, -0.5, 2, TIMING.paid))).toBeCloseTo(100 * (2 + 4), 9);
  });
  test("nobody renews: the first payment only where it is certain", () => {
    expect(ALL.map((timing) => retentionValue(100, 0, 0.25, timing))).toEqual([80, 100, 0, 0]);
    expect(ALL.map((timing) => finiteValue(100, 0, 0.25, 5, timing))).toEqual([80, 100, 0, 0]);
  });
  test("no periods are worth nothing, less the cost", () => {
    expect(answer(finiteValue(100, 0.9, 0.1, 0, TIMING.paid, 10))).toBe(-10);
  });
  test("a negative margin is a negative value", () => {
    expect(answer(retentionValue(-100, 0.8, 0.1))).toBeCloseTo(-366.67, 2);
  });
  test("close to no decay the sum keeps its digits (C: 1,000 payments of about 1)", () => {
    expect(answer(retentionMultiple(1, 1e-12, TIMING.begin, 0, 1000))).toBeCloseTo(1000, 6);
  });
  test("overflow is refused", () => {
    expect(code(retentionValue(1e308, 0.9, 0.01))).toBe("notFinite");
    expect(code(finiteValue(1, 1, -0.9, 5000))).toBe("notFinite");
  });
  test("no periods in a year, no rate", () => {
    expect(code(periodRate(0.1, 0))).toBe("zeroDivisor");
  });
  test("nobody leaves and money keeps its worth: no finite value", () => {
    expect(code(continuousValue(100, 0, 0))).toBe("retentionNotBelowDiscount");
  });
  test("everyone or nobody leaves in a part of a period", () => {
    expect([churnOver(1, 0.5), churnOver(0, 12), churnOver(1, 0), retentionOver(0, 0)]).toEqual([1, 0, 0, 1]);
  });
});
