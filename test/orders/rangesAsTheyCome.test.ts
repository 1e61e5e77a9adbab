import type { Cell } from "../../src/orders/cells";
import { outcome, TODAY } from "./rangeOutcome";

/**
 * Ranges as people keep them, through recognition and reading. Each line was judged by eye, as a careful accountant
 * would read the range; where the reading was found wrong, it was mended.
 */

const FIRST = 45292; // 2024-01-01
const HEAD = ["Customer", "Date", "Amount"];

/** Twelve orders of five customers, nine days apart. */
const orders = (change: (row: Cell[], index: number) => Cell[] = (row) => row, count = 12): Cell[][] =>
  Array.from({ length: count }, (_, i) => change([`C${(i % 5) + 1}`, FIRST + i * 9, 100 + i * 7.5], i));
const SUM = orders().reduce((sum, row) => sum + Number(row[2]), 0);
const dated = (text: (index: number) => string): Cell[][] =>
  orders(([id, , amount], i) => [id ?? "", text(i), amount ?? ""]);
const priced = (text: (index: number) => string): Cell[][] =>
  orders(([id, day], i) => [id ?? "", day ?? "", text(i)]);

const FIRST_ORDER = "C1 2024-01-01 100";
const ALL = `12 of 12 | ${FIRST_ORDER}`;
const text = (amount: number): string => `12 of 12 | C1 2024-01-01 ${amount} | textAmount kept all 12`;

test.each<[string, readonly Cell[][], string]>([
  ["headings in row 3 under a title", [["Sales 2024", "", ""], ["", "", ""], HEAD, ...orders()], ALL],
  ["a merged title right above the headings", [["Orders of Northwind", "", ""], HEAD, ...orders()], ALL],
  ["two rows of headings", [["Customer", "Order", "Order"], ["ID", "Date", "Amount"], ...orders()], ALL],
  [
    "a row of units under the headings",
    [HEAD, ["id", "dd.mm.yyyy", "EUR"], ...orders()],
    `12 of 13 | ${FIRST_ORDER} | unreadableDate excluded 2`,
  ],
  ["no headings", orders(), ALL],
  [
    "headings repeated on each page",
    [HEAD, ...orders(undefined, 4), HEAD, ...orders(undefined, 3)],
    `7 of 8 | ${FIRST_ORDER} | unreadableDate excluded 6 | duplicate kept 7,8,9`,
  ],
  [
    "empty rows between",
    [HEAD, ...orders(undefined, 2), ["", "", ""], [" ", null, ""], ["C9", FIRST, 5]],
    `3 of 5 | ${FIRST_ORDER} | emptyRow excluded 4,5`,
  ],
  [
    "an English total",
    [HEAD, ...orders(), ["Total", "", SUM]],
    `12 of 13 | ${FIRST_ORDER} | totalRow excluded 14`,
  ],
  [
    "a Polish total",
    [["Klient", "Data", "Kwota"], ...orders(), ["Razem", "", SUM]],
    `12 of 13 | ${FIRST_ORDER} | totalRow excluded 14`,
  ],
  [
    "a Persian total",
    [["مشتری", "تاریخ", "مبلغ"], ...orders(), ["جمع کل", "", SUM]],
    `12 of 13 | ${FIRST_ORDER} | totalRow excluded 14`,
  ],
  [
    "an Arabic total",
    [["العميل", "التاريخ", "المبلغ"], ...orders(), ["الإجمالي", "", SUM]],
    `12 of 13 | ${FIRST_ORDER} | totalRow excluded 14`,
  ],
  [
    "an Armenian total",
    [["Հաճախորդ", "Ամսաթիվ", "Գումար"], ...orders(), ["Ընդամենը", "", SUM]],
    `12 of 13 | ${FIRST_ORDER} | totalRow excluded 14`,
  ],
  [
    "a total without a word",
    [HEAD, ...orders(), ["", "", SUM]],
    `12 of 13 | ${FIRST_ORDER} | totalRow excluded 14`,
  ],
  [
    "a total with the date of printing",
    [HEAD, ...orders(), ["Total", FIRST + 200, SUM]],
    `12 of 13 | ${FIRST_ORDER} | totalRow excluded 14`,
  ],
  [
    "a customer whose name is Total",
    [HEAD, ...orders(), ["Total", FIRST + 120, 333], ["Total", FIRST + 140, 35]],
    `14 of 14 | ${FIRST_ORDER}`,
  ],
  [
    "a row with the average",
    [HEAD, ...orders(), ["Average", "", SUM / 12]],
    `12 of 13 | ${FIRST_ORDER} | unreadableDate excluded 14`,
  ],
])("%s", (_, rows, expected) => {
  expect(outcome(rows)).toBe(expected);
});

test.each<[string, readonly Cell[][], string]>([
  ["spaces that do not break (Polish)", priced(() => "1\u00a0234,56"), text(1234.56)],
  ["narrow spaces and a sign (French)", priced(() => "1\u202f234,56 €"), text(1234.56)],
  ["apostrophes (Swiss)", priced(() => "1’234.50 CHF"), text(1234.5)],
  ["lakhs (Indian)", priced(() => "1,23,456.00"), text(123456)],
  ["Arabic digits and separators", priced(() => "١٬٢٣٤٫٥٦"), text(1234.56)],
  ["Persian digits in tomans", priced(() => "۱٬۲۳۴٬۰۰۰ تومان"), text(1234000)],
  ["marks of writing direction", priced(() => "\u200e1,234.50\u200f"), text(1234.5)],
  ["points in thousands (German)", priced(() => "1.234,56"), text(1234.56)],
  ["a comma that may be either", priced(() => "1,234"), `${text(1234)} | decimalSign?`],
  ["a point that may be either", priced(() => "1.234"), `${text(1234)} | decimalSign?`],
  ["no currency but a sign for all", priced(() => "$99.50"), text(99.5)],
  [
    "two ways of writing at once",
    priced((i) => (i % 6 ? "1.234,56" : "1,234.56")),
    `10 of 12 | C2 2024-01-10 1234.56 | unreadableAmount excluded 2,8 | textAmount kept all 10 | decimalSign?`,
  ],
  [
    "parentheses for a return",
    [...orders(), ["C1", FIRST + 99, "(50.00)"]],
    `13 of 13 | ${FIRST_ORDER} | return kept 14 | textAmount kept 14`,
  ],
  [
    "a minus behind",
    [...orders(), ["C1", FIRST + 99, "50.00-"]],
    `13 of 13 | ${FIRST_ORDER} | return kept 14 | textAmount kept 14`,
  ],
  [
    "a typographic minus",
    [...orders(), ["C1", FIRST + 99, "−50"]],
    `13 of 13 | ${FIRST_ORDER} | return kept 14 | textAmount kept 14`,
  ],
  [
    "percent, pieces and words",
    [...orders(), ["C1", FIRST, "12%"], ["C1", FIRST, "3 pcs"], ["C1", FIRST, "n/a"]],
    `12 of 15 | ${FIRST_ORDER} | unreadableAmount excluded 14,15,16`,
  ],
  [
    "errors of Excel",
    [...orders(), ["#N/A", FIRST, 5], ["C1", "#VALUE!", 5], ["C1", FIRST, "#DIV/0!"]],
    `12 of 15 | ${FIRST_ORDER} | blankId excluded 14 | unreadableDate excluded 15 | unreadableAmount excluded 16`,
  ],
  [
    "TRUE and FALSE",
    [...orders(), [true, FIRST, 5], ["C1", false, 5], ["C1", FIRST, true]],
    `12 of 15 | ${FIRST_ORDER} | blankId excluded 14 | unreadableDate excluded 15 | unreadableAmount excluded 16`,
  ],
  [
    "amounts that rise by one",
    orders(([id, day], i) => [id ?? "", day ?? "", 10 + i]),
    "12 of 12 | C1 2024-01-01 10",
  ],
  [
    "a return larger than all purchases",
    [...orders(), ["C1", FIRST + 200, -9999]],
    `13 of 13 | ${FIRST_ORDER} | return kept 14`,
  ],
  [
    "a customer with returns alone",
    [...orders(), ["X", FIRST + 5, -80]],
    `12 of 13 | ${FIRST_ORDER} | returnWithoutOrder excluded 14`,
  ],
  [
    "returns only",
    orders(([id, day, amount]) => [id ?? "", day ?? "", -Number(amount)]),
    "0 of 12 | none | returnWithoutOrder excluded all 12",
  ],
])("amounts: %s", (_, body, expected) => {
  expect(outcome([HEAD, ...body])).toBe(expected);
});

const two = (number: number): string => String(number).padStart(2, "0");

test.each<[string, readonly Cell[][], string]>([
  [
    "day or month first, nobody knows",
    dated((i) => `0${(i % 9) + 1}/0${((i * 2) % 9) + 1}/2024`),
    `${ALL} | dateOrder?`,
  ],
  ["the day first", dated((i) => `${i + 10}/04/2024`), "12 of 12 | C1 2024-04-10 100"],
  ["the month first", dated((i) => `04/${i + 10}/2024`), "12 of 12 | C1 2024-04-10 100"],
  [
    "both orders in one column",
    dated((i) => (i % 6 ? "25/04/2024" : "04/25/2024")),
    "10 of 12 | C2 2024-04-25 107.5 | unreadableDate excluded 2,8 | dateOrder?",
  ],
  [
    "ISO with time and zone, the day as written",
    dated((i) => `2024-03-${10 + i}T23:30:00${["Z", "+03:30", "-05:00"][i % 3]}`),
    "12 of 12 | C1 2024-03-10 100",
  ],
  ["a weekday before", dated((i) => `Mon, ${10 + i} Mar 2024`), "12 of 12 | C1 2024-03-10 100"],
  [
    "months in words of two languages",
    dated((i) => (i % 2 ? `${i + 1} marca 2024` : `Mar ${i + 1}, 2024`)),
    "12 of 12 | C1 2024-03-01 100",
  ],
  ["Jalali", dated((i) => `1403/05/${10 + i}`), "12 of 12 | C1 2024-07-31 100"],
  ["Hijri with its letter", dated((i) => `${10 + i}/09/1445 هـ`), "12 of 12 | C1 2024-03-20 100"],
  ["two digits for the year", dated((i) => `${10 + i}.04.24`), "12 of 12 | C1 2024-04-10 100"],
  ["serials as text", dated((i) => String(FIRST + 9 * i)), ALL],
  [
    "serials and text mixed",
    orders(([id, day, amount], i) => [id ?? "", i % 2 ? `${two(i + 1)}.04.2024` : (day ?? ""), amount ?? ""]),
    ALL,
  ],
  [
    "days that are in no calendar",
    [...dated((i) => `${10 + i}.04.2024`), ["C1", "30.02.2024", 4], ["C1", "31.04.2024", 4]],
    "12 of 14 | C1 2024-04-10 100 | unreadableDate excluded 14,15",
  ],
  [
    "the future",
    [...orders(), ["C1", TODAY + 1, 5], ["C2", "2099-01-01", 5]],
    `12 of 14 | ${FIRST_ORDER} | futureDate excluded 14,15`,
  ],
  [
    "the year 1900 and below",
    [...orders(), ["C1", 0, 5], ["C2", 1, 5], ["C3", "1900-01-05", 5], ["C4", -3, 5]],
    `12 of 16 | ${FIRST_ORDER} | unreadableDate excluded 14,15,16,17`,
  ],
  [
    "day and month exchanged on opening",
    orders(([id, , amount], i) => [id ?? "", i % 2 ? FIRST + i : `${13 + i}/01/2024`, amount ?? ""]),
    "12 of 12 | C1 2024-01-13 100 | exchangedDate kept 3,5,7,9,11,13",
  ],
  ["a month without a day", dated((i) => `2024-0${(i % 9) + 1}`), "no date"],
  ["seconds since 1970", dated((i) => String((FIRST - 25569 + i) * 86400)), "no date"],
])("dates: %s", (_, body, expected) => {
  expect(outcome([HEAD, ...body])).toBe(expected);
});

test.each<[string, readonly Cell[][], string]>([
  [
    "00123 and 123 are two, 123 as number and as text one",
    [
      ["00123", FIRST, 5],
      [123, FIRST + 1, 6],
      ["123", FIRST + 2, 7],
    ],
    "3 of 3 | 00123 2024-01-01 5",
  ],
  [
    "capitals and spaces",
    [
      ["Ada L.", FIRST, 5],
      ["ada l.", FIRST + 1, 5],
      [" Ada\u00a0 L. ", FIRST + 2, 5],
    ],
    "3 of 3 | Ada L. 2024-01-01 5 | similarId kept 3,4",
  ],
  [
    "the keyboards of Persian and Arabic",
    [
      ["علي", FIRST, 5],
      ["علی", FIRST + 1, 5],
      ["کد ۱۲", FIRST + 2, 5],
      ["كد 12", FIRST + 3, 5],
    ],
    "4 of 4 | علي 2024-01-01 5 | similarId kept 3,5",
  ],
])("ids: %s", (_, body, expected) => {
  expect(outcome([HEAD, ...body])).toBe(expected);
});

test("rows of equal content count twice without an order number, and once with one", () => {
  const twice = [
    ["A", FIRST, 5],
    ["A", FIRST, 5],
    ["B", FIRST + 3, 7],
  ];
  expect(outcome([HEAD, ...twice])).toBe("3 of 3 | A 2024-01-01 5 | duplicate kept 3");
  const numbered = twice.map((row, i) => [["O1", "O1", "O2"][i] ?? "", ...row]);
  expect(outcome([["Order No", ...HEAD], ...numbered])).toBe(
    "2 of 3 | A 2024-01-01 5 | duplicate excluded 3",
  );
});

test("currencies are never added: in a column, in the text, in the number formats", () => {
  const currencies = ["EUR", "USD", "GBP"];
  const none = "0 of 12 | none | mixedCurrencies blocking all 12";
  const column = orders((row, i) => [...row, currencies[i % 3] ?? ""]);
  expect(outcome([[...HEAD, "Currency"], ...column])).toBe(none);
  expect(outcome([HEAD, ...priced((i) => `${["€", "$", "£"][i % 3]}${100 + i}`)])).toBe(none);
  const formats = orders((_, i) => [
    "General",
    "yyyy-mm-dd",
    i % 4 ? "#,##0.00 [$€-407]" : "[$$-409]#,##0.00",
  ]);
  expect(outcome([HEAD, ...orders()], [["", "", ""], ...formats.map((row) => row.map(String))])).toBe(none);
  const oneInFourWays = orders((row, i) => [...row, ["eur", "Euro", "€", " EUR "][i % 4] ?? ""]);
  expect(outcome([[...HEAD, "Currency"], ...oneInFourWays])).toBe(ALL);
});

test("quantity × price is the amount, unless a column holds the product", () => {
  const lines = orders(([id, day, price], i) => [id ?? "", day ?? "", (i % 4) + 2, price ?? ""]);
  expect(outcome([["Customer", "Date", "Qty", "Unit price"], ...lines])).toBe("12 of 12 | C1 2024-01-01 200");
  const summed = lines.map((row) => [...row, Number(row[2]) * Number(row[3])]);
  expect(outcome([["Customer", "Date", "Qty", "Unit price", "Total"], ...summed])).toBe(
    "12 of 12 | C1 2024-01-01 200",
  );
});
