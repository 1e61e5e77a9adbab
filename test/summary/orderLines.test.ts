import type { Cell } from "../../src/orders/cells";
import { planWorkbook } from "../../src/summary/planWorkbook";
import { CHOICES } from "../../src/summary/request";
import { planFile, recalculatedAll } from "./support/planFile";
import { differences, failing, itRecalculates, valuesOf } from "./support/recalculation";
import { requestFrom } from "./support/requests";

/** 2024-01-01. */
const START = 45292;
const PRODUCTS = ["Tea", "Cups", "Pots"];
const HEADINGS = ["Order number", "Customer", "Order date", "Amount", "Product"];

/** 60 orders of 13 customers with 1 to 4 lines: a discount in every ninth, one that is all returns, late deliveries. */
const ordered = Array.from({ length: 60 }, (_, order) =>
  Array.from({ length: 1 + (order % 4) }, (_, line): Cell[] => [
    1000 + order,
    `C${order % 13}`,
    START + order * 11 + (line === 3 ? 40 : 0),
    order === 20 || (order % 9 === 4 && line === 0) ? -1.5 : 12 + ((order * 7 + line * 3) % 50) / 4,
    PRODUCTS[(order + line) % 3] ?? "",
  ]),
);
/** Some orders' lines stand together, others far apart. */
const LINES = [
  ...ordered.slice(0, 30).flat(),
  ...[0, 1, 2, 3].flatMap((line) => ordered.slice(30).flatMap((lines) => lines.slice(line, line + 1))),
];
const cells = (lines: readonly (readonly Cell[])[]): Cell[][] => [
  HEADINGS,
  ...lines.map((line) => [...line]),
];

const bought = (lines: readonly (readonly Cell[])[]): (readonly Cell[])[] =>
  lines.filter(([, , , amount]) => Number(amount) >= 0);
const distinct = (keys: readonly unknown[]): number => new Set(keys).size;

const request = requestFrom(cells(LINES), { sheets: CHOICES.filter((key) => key !== "models") });
const plan = planWorkbook(request);
const numbersOf = (name: string, book: Parameters<typeof valuesOf>[1]): number[] =>
  valuesOf(plan, book, name).map(Number);
const total = (numbers: readonly number[]): number => numbers.reduce((sum, one) => sum + one, 0);

/** The place of a line that alone makes its order one, and of a line that has company. */
const alone = LINES.findIndex(([order, , , amount]) => {
  const own = LINES.filter(([other]) => other === order);
  return own.length > 1 && Number(amount) >= 0 && bought(own).length === 1;
});
const second = LINES.findIndex(([order], i) => LINES.findIndex(([other]) => other === order) < i);

itRecalculates("lines of one order are one order on every sheet, live", async () => {
  const negative = LINES.map((line, i) =>
    i === alone ? line.map((cell, c) => (c === 3 ? -8 : cell)) : line,
  );
  const renumbered = LINES.map((line, i) => (i === second ? [9999, ...line.slice(1)] : line));
  const books = await recalculatedAll(
    await Promise.all(
      [LINES, negative, renumbered].map((lines) => planFile(plan, [{ name: "Orders", rows: cells(lines) }])),
    ),
  );
  const [asMade = new Map(), afterReturn = new Map(), afterNumber = new Map()] = books;
  expect(differences(plan, asMade)).toEqual([]);
  expect(failing(plan, asMade, request)).toEqual([]);
  const orders = distinct(bought(LINES).map(([order]) => order));
  // 60, less three that are nothing but returns: 4, 20 and 40.
  expect(orders).toBe(57);
  expect(numbersOf("clv_orders", asMade)).toEqual([orders]);
  // Counted by product, from the cells alone.
  const products = [...new Set(LINES.map(([, , , , product]) => product))];
  const inGroups = products.map((own) =>
    distinct(bought(LINES).flatMap(([order, , , , product]) => (product === own ? [order] : []))),
  );
  expect(total(numbersOf("clv_order_counts_in_group", asMade))).toBe(total(inGroups));

  expect(numbersOf("clv_orders", afterReturn)).toEqual([orders - 1]);
  expect(failing(plan, afterReturn, request)).toEqual([]);
  expect(failing(plan, afterNumber, request)).toEqual([
    "No customer or order number changed in the source, no date or amount emptied",
    "Source cells that no formula follows are as they were (if not: refresh)",
  ]);
});
