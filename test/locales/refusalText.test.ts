import { refusalText } from "../../src/locales/refusalText";
import { refusalWords } from "../../src/locales/refusalWords";
import { outOfRange, Refusal } from "../../src/numerics/refusal";
import { LOCALES, type Locale } from "../../src/locales/locale";

/** A refusal as a worksheet function says it. */
const said = (refusal: Refusal, locale: Locale): string => refusalText(refusal, refusalWords(locale), locale);

const LATIN = /[0-9]/;

describe("the numbers of a refusal", () => {
  const tooLong = outOfRange("horizon", 20000.5, "0, 1, 2, … 10000");

  test("are in the language's own form", () => {
    expect(said(tooLong, "en")).toContain("20,000.5");
    expect(said(tooLong, "fa")).toContain("۲۰٬۰۰۰٫۵");
    expect(said(tooLong, "fa")).toContain("۰, ۱, ۲, … ۱۰٬۰۰۰");
    expect(said(tooLong, "fa")).not.toMatch(LATIN);
    // Arabic sentences write the digits of the cells, whatever the country (sentenceNumber.ts).
    expect(said(tooLong, "ar")).toContain("20,000.5");
    expect(said(tooLong, "ar")).toContain("0, 1, 2, … 10,000");
    expect(said(tooLong, "pl")).toContain("20\u00a0000,5");
  });

  test("count with the language's plural and digits", () => {
    const few = new Refusal("invalid", "tooFewValues", { argument: "params", needed: 5, given: 4 });
    expect(said(few, "fa")).toContain("۵");
    expect(said(few, "fa")).toContain("۴");
    expect(said(few, "fa")).not.toMatch(LATIN);
    expect(said(few, "ar")).toMatch(/5.*4/s);
  });

  test("have six digits, and powers of ten where they would be a row of zeros", () => {
    expect(said(outOfRange("x", 1 / 3, "> 1"), "en")).toContain("0.333333");
    expect(said(outOfRange("x", 1e100, "≤ 1000000"), "en")).toContain("1E100");
    expect(said(outOfRange("x", 1.5e-9, "≥ 0.5"), "en")).toContain("1.5E-9");
    expect(said(outOfRange("x", -0.25, "0…1"), "en")).toContain("-0.25 is outside its range, 0…1");
  });

  test("leave names and typed texts alone", () => {
    const typed = new Refusal("invalid", "notANumber", { argument: "tx[12]", value: "12a" });
    for (const locale of LOCALES) {
      expect(said(typed, locale)).toContain("tx[12]");
      expect(said(typed, locale)).toContain("12a");
    }
  });
});
