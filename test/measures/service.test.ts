import fc from "fast-check";
import { nonPurchaseValue, referralValue, totalValue } from "../../src/measures/referral";
import {
  costPerContact,
  costToServe,
  equivalentCustomers,
  maximumOffer,
  retainOverReplace,
  saveOfferValue,
} from "../../src/measures/service";
import { answer, code, expectClose } from "./expectations";

describe("contact centre and retention offers", () => {
  test("5,040,000 for 600,000 contacts is 8.40 each (T); 25 of them cost 210 (C)", () => {
    expect(answer(costPerContact(5040000, 600000))).toBeCloseTo(8.4, 2);
    expect(answer(costToServe(25, 8.4))).toBeCloseTo(210, 10);
  });
  test("an offer of 75 that saves 45 % instead of 15 % of customers worth 396 gains 85.05 (T)", () => {
    expect(answer(saveOfferValue(396, 0.45, 0.15, 75))).toBeCloseTo(85.05, 10);
  });
  test("at the most that it may cost, the offer gains nothing", () => {
    const rate = fc.double({ min: 0.01, max: 1, noNaN: true });
    const money = fc.double({ min: 0, max: 1e5, noNaN: true });
    fc.assert(
      fc.property(money, rate, rate, money, (value, saved, base, contact) => {
        const offer = answer(maximumOffer(value, saved, base, contact));
        expect(answer(saveOfferValue(value, saved, base, offer, contact))).toBeCloseTo(0, 6);
      }),
    );
    expectClose(answer(maximumOffer(396, 0.45, 0.15)), 264);
  });
  test("keeping 500 with an offer of 80 returns 30 less than winning 600 for 150 (C)", () => {
    expect(retainOverReplace(500, 80, 600, 150)).toBe(-30);
  });
  test("one large customer of 12,000 is worth eight of 1,500 (C)", () => {
    expect(equivalentCustomers(12000, 1500)).toBe(8);
  });
  test.each<[string, unknown]>([
    ["no contacts", costPerContact(100, 0)],
    ["nobody saved", maximumOffer(100, 0, 0)],
    ["small customers worth nothing", equivalentCustomers(100, 0)],
  ])("refused: %s", (_, result) => {
    expect(code(result)).toBe("zeroDivisor");
  });
  test("refused: small customers who are a loss", () => {
    expect(code(equivalentCustomers(100, -5))).toBe("outOfRange");
  });
});

describe("referral and other value", () => {
  test("120 and 80 from those who would not have come, 15 saved on one who would, 10 for each: 185 (C)", () => {
    expect(referralValue([[120, 80]], [[15]], 10)).toBe(185);
  });
  test("each row is a period later; an empty cell is nobody, and gets no reward", () => {
    expectClose(
      answer(
        referralValue(
          [
            [125, null],
            [null, 156.25],
          ],
          [],
          0,
          0.25,
        ),
      ),
      200,
    );
    expect(referralValue([[125, null]], [], 25)).toBe(100);
    expect(referralValue([])).toBe(0);
  });
  test("undiscounted, neither the order of customers nor of periods matters", () => {
    const rows = fc.array(fc.array(fc.option(fc.integer({ min: 0, max: 500 })), { maxLength: 5 }), {
      maxLength: 5,
    });
    fc.assert(
      fc.property(rows, fc.integer({ min: 0, max: 20 }), (type1, reward) => {
        expect(referralValue([...type1].reverse(), [], reward)).toBe(referralValue(type1, [], reward));
      }),
    );
  });
  test("twelve reviews at 5 and three helped customers at 20 are worth 120 (C)", () => {
    expect(nonPurchaseValue([12, 3], [5, 20])).toBe(120);
    expect(nonPurchaseValue([12, 3], [5])).toBe(75);
    expect(code(nonPurchaseValue([1, 2, 3], [1, 2]))).toBe("lengthsDiffer");
  });
  test("a one-time buyer who brings others has value", () => {
    expect(totalValue(0, 185)).toBe(185);
    expect(totalValue(100, 185, 15)).toBe(300);
  });
});
