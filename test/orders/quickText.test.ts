import fc from "fast-check";
import { readTextAmount } from "../../src/orders/cellValues/amounts";
import { readDate } from "../../src/orders/cellValues/dates";
import type { DateReading } from "../../src/orders/orderColumns";
import { quickAmount, quickDate } from "../../src/orders/cellValues/quickText";
import { READING } from "./columnsForTests";

const SIGNS = [".", ","] as const;

const reading: fc.Arbitrary<DateReading> = fc.record({
  calendar: fc.constantFrom("gregorian", "jalali", "hijri"),
  order: fc.constantFrom("ymd", "dmy", "mdy"),
  numbers: fc.constantFrom("serial", "yyyymmdd"),
  system1904: fc.boolean(),
});
const separator = fc.constantFrom("-", "/", ".", " ", "");
const number = fc.oneof(
  fc.nat({ max: 40 }).map(String),
  fc.nat({ max: 12 }).map((n) => String(n).padStart(2, "0")),
  fc.constantFrom("2024", "1403", "1446", "۱۴۰۳", "٢٠٢٤", "۰۵", "024", "20240"),
);
const rest = fc.oneof(
  { weight: 4, arbitrary: fc.constant("") },
  fc.constantFrom(
    " 14:05",
    "T23:59:59",
    " 24:00",
    "T7:5",
    " 3:05 pm",
    " ",
    " r.",
    "x",
    " 14:05:09.5",
    " 12:00:61",
  ),
);
const anyDate = fc.tuple(number, separator, number, separator, number, rest).map((parts) => parts.join(""));
const day = fc.integer({ min: 1, max: 31 }).map(String);
const year = fc.constantFrom("2024", "1403", "1446", "24");
const sign = fc.constantFrom("-", "/", ".");
const likelyDate = fc
  .tuple(year, day, day, sign, rest, fc.boolean())
  .map(([y, m, d, s, end, yearFirst]) => (yearFirst ? [y, m, d] : [d, m, y]).join(s) + end);
const dateText = fc.oneof(anyDate, likelyDate);

const amountText = fc.oneof(
  fc.stringMatching(/^-?[0-9]{0,17}([.,][0-9]{0,4}){0,3}$/),
  fc.stringMatching(/^-?[0-9]{1,3}(,[0-9]{3}){0,4}(\.[0-9]{1,8})?$/),
  fc.stringMatching(/^-?[0-9]{1,3}(\.[0-9]{3}){0,4}(,[0-9]{1,8})?$/),
  fc.constantFrom(
    "",
    "-",
    "-0",
    "−5",
    " 5",
    "$5",
    "۱۲۳",
    "١٢٫٥",
    "(5)",
    "1e3",
    "1 234",
    "5%",
    "--5",
    "00012.50",
  ),
);

it("a date read quickly is the date read at length", () => {
  let quicks = 0;
  fc.assert(
    fc.property(dateText, reading, (text, by) => {
      const quick = quickDate(text, by);
      if (Number.isNaN(quick)) return;
      quicks++;
      expect(quick).toBe(readDate(text, by));
    }),
    { numRuns: 5000 },
  );
  expect(quicks).toBeGreaterThan(50);
});

it("an amount read quickly is the amount read at length", () => {
  let quicks = 0;
  fc.assert(
    fc.property(amountText, fc.constantFrom(...SIGNS), (text, sign) => {
      const quick = quickAmount(text, sign);
      if (Number.isNaN(quick)) return;
      quicks++;
      expect(quick + 0).toBe((readTextAmount(text, sign)?.value ?? NaN) + 0);
    }),
    { numRuns: 5000 },
  );
  expect(quicks).toBeGreaterThan(500);
});

it.each([
  ["2024-01-31", "ymd", 45322],
  ["31.01.2024", "dmy", 45322],
  ["1/31/2024 12:00", "mdy", 45322.5],
] as const)("reads the common date %s without the general reader", (text, order, serial) => {
  expect(quickDate(text, { ...READING, order })).toBe(serial);
});

it.each([
  ["1,234,567.80", ".", 1234567.8],
  ["-12", ",", -12],
  ["1.234,5", ",", 1234.5],
] as const)("reads the common amount %s without the general reader", (text, sign, value) => {
  expect(quickAmount(text, sign)).toBe(value);
});
