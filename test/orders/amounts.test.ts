import fc from "fast-check";
import { readTextAmount, separatorEvidence, splitAmount } from "../../src/orders/cellValues/amounts";
import { currencyOf, currencyOfFormat } from "../../src/orders/cellValues/currencies";

it.each<[string, "." | ",", number, string | undefined]>([
  ["1234.50", ".", 1234.5, undefined],
  ["1,234.50", ".", 1234.5, undefined],
  ["1.234,50", ",", 1234.5, undefined],
  ["1 234,50", ",", 1234.5, undefined],
  ["1\u00a0234,50", ",", 1234.5, undefined],
  ["1\u202f234,50 €", ",", 1234.5, "EUR"],
  ["1'234.50", ".", 1234.5, undefined],
  ["1,23,456.00", ".", 123456, undefined],
  ["۱٬۲۳۴٫۵۰", ".", 1234.5, undefined],
  ["١٬٢٣٤٫٥٠ ر.س", ",", 1234.5, "SAR"],
  ["۱۲٬۰۰۰ تومان", ".", 12000, "IRT"],
  ["(1,234.50)", ".", -1234.5, undefined],
  ["1,234.50-", ".", -1234.5, undefined],
  ["−12.00", ".", -12, undefined],
  ["-$12.00", ".", -12, "$"],
  ["$-12.00", ".", -12, "$"],
  ["($12.00)", ".", -12, "$"],
  ["USD 12.5", ".", 12.5, "USD"],
  ["12,50 zł", ",", 12.5, "PLN"],
  ["1 500 ֏", ".", 1500, "AMD"],
  ["+7", ".", 7, undefined],
  [".5", ".", 0.5, undefined],
])("reads %j with decimal sign %j as %d", (text, sign, value, currency) => {
  const amount = readTextAmount(text, sign);
  expect(amount?.value).toBe(value);
  expect(amount?.currency).toBe(currency);
});

it.each<[string, "." | ","]>([
  ["", "."],
  ["-", "."],
  ["abc", "."],
  ["12%", "."],
  ["3 pcs", "."],
  ["A-17", "."],
  ["--5", "."],
  ["(-5)", "."],
  ["1.234,50", "."],
  ["1,234.50", ","],
  ["12.34.56", ","],
  ["1,23", "."],
  ["2024-01-31", "."],
  ["#DIV/0!", "."],
  ["$5 €", "."],
])("does not read %j with decimal sign %j", (text, sign) => {
  expect(readTextAmount(text, sign)).toBeUndefined();
});

it.each<[string, ReturnType<typeof separatorEvidence>]>([
  ["1,234", "ambiguous"],
  ["1.234", "ambiguous"],
  ["12,5", ","],
  ["12.5", "."],
  ["0,125", ","],
  ["1.234,56", ","],
  ["1,234.56", "."],
  ["1,234,567", "."],
  ["1.234.567", ","],
  ["1234", "none"],
  ["1 234", "none"],
  ["۱٬۲۳۴", "none"],
])("sees in %j the decimal sign: %s", (text, evidence) => {
  const parts = splitAmount(text);
  expect(parts && separatorEvidence(parts)).toBe(evidence);
});

it("reads back any amount of cents in the common formats", () => {
  const grouped = (whole: string, separator: string): string => whole.replace(/\B(?=(\d{3})+$)/g, separator);
  fc.assert(
    fc.property(fc.integer({ min: -1e12, max: 1e12 }), (cents) => {
      const sign = cents < 0 ? "-" : "";
      const digits = String(Math.abs(cents)).padStart(3, "0");
      const [whole, fraction] = [digits.slice(0, -2), digits.slice(-2)];
      const value = cents / 100;
      const same = (text: string, decimal: "." | ","): void =>
        expect((readTextAmount(text, decimal)?.value ?? NaN) + 0).toBe(value + 0);
      same(`${sign}${grouped(whole, ",")}.${fraction}`, ".");
      same(`${sign}${grouped(whole, ".")},${fraction}`, ",");
      same(`${sign}${grouped(whole, "\u00a0")},${fraction} zł`, ",");
      same(`€ ${grouped(whole, "'")}.${fraction}${sign}`, ".");
      same(cents < 0 ? `(${whole}.${fraction})` : `${whole}.${fraction}`, ".");
    }),
  );
});

it.each<[string, string | undefined]>([
  ["€", "EUR"],
  ["eur", "EUR"],
  ["zł", "PLN"],
  ["$", "$"],
  ["US$", "USD"],
  ["ریال", "IRR"],
  ["pcs", undefined],
  ["", undefined],
])("knows the currency %j: %s", (token, currency) => {
  expect(currencyOf(token)).toBe(currency);
});

it.each<[string, string | undefined]>([
  ["#,##0.00 [$€-407]", "EUR"],
  ["[$-409]#,##0.00", undefined],
  ["[$USD] #,##0.00", "USD"],
  ['#,##0.00\\ "zł"', "PLN"],
  ["$#,##0.00_);[Red]($#,##0.00)", "$"],
  ['_-"£"* #,##0.00_-;-"£"* #,##0.00_-', "GBP"],
  ["_-* #,##0.00 [$֏-42B]_-", "AMD"],
  ["#,##0.00", undefined],
  ["General", undefined],
  ["0.00E+00", undefined],
])("sees the currency of the number format %s: %s", (numberFormat, currency) => {
  expect(currencyOfFormat(numberFormat)).toBe(currency);
});
