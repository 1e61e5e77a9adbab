import fc from "fast-check";
import {
  accountValue,
  annualRecurringRevenue,
  grossRevenueRetention,
  logoChurn,
  monthlyRecurringRevenue,
  netRevenueRetention,
  quickRatio,
  revenueChurn,
  revenuePerUser,
  salesEfficiency,
} from "../../src/measures/subscription";
import { answer, code, expectClose } from "./expectations";

describe("worked examples", () => {
  test("of 27,000, with 8,000 more and 5,000 lost, 111.1 % is kept net and 81.5 % gross (T)", () => {
    expect(answer(netRevenueRetention(27000, 8000, 0, 5000))).toBeCloseTo(1.111, 3);
    expect(answer(grossRevenueRetention(27000, 0, 5000))).toBeCloseTo(0.815, 3);
  });
  test("20 new and 8 more for 3 less and 5 lost: a quick ratio of 3.5 (T)", () => {
    expect(quickRatio(20, 8, 3, 5)).toBe(3.5);
  });
  test("500 a month at 75 % and 2.5 % churn is worth 15,000 (T)", () => {
    expectClose(answer(accountValue(500, 0.75, 0.025)), 15000);
  });
  test("10 a month and 300 a year recur at 420 a year, 35 a month (C)", () => {
    expect(annualRecurringRevenue([10, 300], [12, 1])).toBe(420);
    expect(monthlyRecurringRevenue([10, 300], [12, 1])).toBe(35);
    expect(monthlyRecurringRevenue([10, 20])).toBe(30);
  });
  test("27,000 of 300 customers is 90 each; 15 of 300 lost is 5 %; 5,000 and 1,000 of 27,000 is 22.2 % (C)", () => {
    expect(revenuePerUser(27000, 300)).toBe(90);
    expect(logoChurn(300, 15)).toBe(0.05);
    expect(answer(revenueChurn(27000, 5000, 1000))).toBeCloseTo(0.2222, 4);
  });
  test("200 more a quarter for 800 spent is a magic number of 1 (C)", () => {
    expect(salesEfficiency(1200, 1000, 800)).toBe(1);
  });
});

describe("laws and edges", () => {
  const share = fc.double({ min: 0, max: 0.999, noNaN: true });
  const money = fc.integer({ min: 0, max: 1e6 });
  test("gross retention and revenue churn add to 1; net retention is above gross by what was added", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1e6 }), money, share, share, (start, more, part, rest) => {
        const less = start * part;
        const lost = (start - less) * rest;
        const gross = answer(grossRevenueRetention(start, less, lost));
        expect(gross + answer(revenueChurn(start, lost, less))).toBeCloseTo(1, 8);
        expect(answer(netRevenueRetention(start, more, less, lost)) - gross).toBeCloseTo(more / start, 6);
        expect(gross).toBeGreaterThanOrEqual(0);
        expect(gross).toBeLessThanOrEqual(1);
      }),
    );
  });
  test.each<[string, unknown, string]>([
    ["nothing lost: no quick ratio", quickRatio(20, 8, 0, 0), "zeroDivisor"],
    ["no revenue at the start", netRevenueRetention(0, 1, 1, 1), "zeroDivisor"],
    ["nobody leaves", accountValue(500, 0.75, 0), "churnNotPositive"],
    ["no fees", annualRecurringRevenue([]), "tooFewValues"],
    ["no fees, monthly", monthlyRecurringRevenue([]), "tooFewValues"],
    ["frequencies that do not match", annualRecurringRevenue([1, 2, 3], [12, 1]), "lengthsDiffer"],
    ["no customers", logoChurn(0, 0), "zeroDivisor"],
    ["more revenue lost than there was", grossRevenueRetention(100, 60, 60), "outOfRange"],
    ["more revenue lost than there was, as churn", revenueChurn(100, 80, 30), "outOfRange"],
    ["more revenue lost than there was and came", netRevenueRetention(100, 10, 60, 60), "outOfRange"],
    ["more customers lost than there were", logoChurn(100, 120), "outOfRange"],
    ["no spending", salesEfficiency(2, 1, 0), "zeroDivisor"],
  ])("refused: %s", (_, result, expected) => {
    expect(code(result)).toBe(expected);
  });
});
