import * as fc from "fast-check";
import { LOCALES, type Locale } from "../../src/locales/locale";
import { formatsOf } from "../../src/taskpane/words/formats";
import { readNumber, readRate } from "../../src/taskpane/words/readNumber";

const cases: readonly (readonly [string, Locale, number | undefined])[] = [
  ["1234.5", "en", 1234.5],
  ["1,234.5", "en", 1234.5],
  ["1,234", "en", 1234],
  ["0,4", "en", 0.4],
  ["1.234,5", "pl", 1234.5],
  ["1 234,5", "pl", 1234.5],
  ["1\u00a0234,50 zł", "pl", undefined],
  ["1,234", "pl", 1.234],
  ["1,234,567", "en", 1234567],
  ["€ 12.50", "en", 12.5],
  ["−3", "en", -3],
  ["۱٬۲۳۴٫۵", "fa", 1234.5],
  ["٤٠", "ar", 40],
  ["1,2.3,4", "en", undefined],
  ["twelve", "en", undefined],
  ["", "en", undefined],
  ["1e5", "en", undefined],
];

describe("readNumber", () => {
  it.each(cases)("reads “%s” in %s", (text, locale, expected) => {
    expect(readNumber(text, locale)).toBe(expected);
  });

  it("reads back what the fields show, in every language", () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...LOCALES),
        fc.integer({ min: -1e9, max: 1e9 }),
        fc.integer({ min: 0, max: 6 }),
        (locale, digits, places) => {
          const value = digits / 10 ** places;
          expect(readNumber(formatsOf(locale).entry(value), locale)).toBeCloseTo(value, 6);
        },
      ),
    );
  });
});

describe("readRate", () => {
  it.each([
    ["40", 0.4],
    ["40%", 0.4],
    ["40 %", 0.4],
    ["0.4", 0.4],
    ["0.5%", 0.005],
    ["1", 0.01],
    ["100", 1],
    ["-5", -0.05],
  ])("reads “%s” as a share", (text, expected) => {
    expect(readRate(text, "en")).toBe(expected);
  });

  it("reads Persian per cent", () => {
    expect(readRate("۴۰٪", "fa")).toBe(0.4);
    expect(readRate("۰٫۴", "fa")).toBe(0.4);
  });

  it("reads back what the fields show, in every language", () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...LOCALES),
        fc.integer({ min: -10_000, max: 10_000 }),
        (locale, digits) => {
          const rate = digits / 10_000;
          expect(readRate(formatsOf(locale).rateEntry(rate), locale)).toBeCloseTo(rate, 9);
        },
      ),
    );
  });
});

describe("formatsOf", () => {
  it("writes a day serial in the Gregorian calendar, as the cells show it", () => {
    expect(formatsOf("en").day(45000)).toBe("Mar 15, 2023");
    expect(formatsOf("fa").day(45000)).toContain("۲۰۲۳");
  });

  it("takes the digits of Excel's own display language where it is the chosen one", () => {
    expect(formatsOf("ar", "ar-EG").count(12)).toBe("١٢");
    expect(formatsOf("en", "ar-EG").count(12)).toBe("12");
  });
});
