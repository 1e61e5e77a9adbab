import fc from "fast-check";
import { buildCustomers } from "../../src/orders/customers/buildCustomers";
import type { Cell } from "../../src/orders/cells";
import type { OrdersRead } from "../../src/orders/readOrders";
import { recognise } from "../../src/orders/recognising/recognise";
import { brief, NEW_YEAR, readRows } from "./columnsForTests";

const D = NEW_YEAR;

/** Customer, date, amount, order number. */
type Line = readonly [customer: string, day: number, amount: number, order: Cell];

const read = (lines: readonly Line[], rule: "together" | "apart" = "together"): OrdersRead =>
  readRows(lines, { orderId: 3 }, { orderLines: rule, duplicates: "keep" });

it("makes one order of the lines with one number and one customer", () => {
  const { orders, findings } = read([
    ["Ann", D, 10, "A-1"],
    ["Ann", D, 5, " A-1 "],
    ["Bob", D, 7, "A-2"],
    ["Ann", D, 2, "A-1"],
  ]);
  expect([...(orders.firstLine ?? [])]).toEqual([0, 0, 2, 0]);
  expect([...buildCustomers(orders).orders]).toEqual([1, 1]);
  expect([...buildCustomers(orders).revenue]).toEqual([17, 7]);
  expect(findings.map(({ reason, rows }) => [reason, ...rows])).toEqual([["orderLine", 2, 4]]);
});

it("keeps the number of another customer, an empty one and a word for none apart", () => {
  const { orders } = read([
    ["Ann", D, 10, 7],
    ["Bob", D, 5, 7],
    ["Ann", D, 1, ""],
    ["Ann", D, 2, ""],
    ["Ann", D, 3, "n/a"],
    ["Ann", D, 4, "n/a"],
    ["Ann", D, 6, null],
  ]);
  expect(orders.firstLine).toBeUndefined();
  expect([...buildCustomers(orders).orders]).toEqual([6, 1]);
});

it("dates an order by its first line", () => {
  const { orders } = read([
    ["Ann", D + 3, 10, "A-1"],
    ["Ann", D + 9, 5, "A-1"],
    ["Ann", D + 20, 5, "A-2"],
  ]);
  expect([...orders.day]).toEqual([D + 3, D + 3, D + 20]);
  expect([...buildCustomers(orders).frequency]).toEqual([1]);
});

it("counts an order that begins with a discount, and none that is all returns", () => {
  const { orders } = read([
    ["Ann", D, -2, "A-1"],
    ["Ann", D, 30, "A-1"],
    ["Ann", D + 1, -4, "A-2"],
    ["Ann", D + 1, -6, "A-2"],
  ]);
  const customers = buildCustomers(orders);
  expect([...customers.orders]).toEqual([1]);
  expect([...customers.returns]).toEqual([3]);
  expect([...customers.revenue]).toEqual([18]);
});

it("takes the first line that counts where the first is left out", () => {
  const rows: Cell[][] = [
    ["Ann", D, 10, "A-1", "USD"],
    ["Ann", D + 1, 5, "A-1", "EUR"],
    ["Ann", D + 2, 6, "A-1", "EUR"],
  ];
  const read = readRows(
    rows,
    { orderId: 3, currency: 4 },
    { orderLines: "together", currency: { kind: "only", currency: "EUR" } },
  );
  expect([...read.orders.day]).toEqual([D + 1, D + 1]);
  expect(brief(read)).toEqual(["otherCurrency excluded 1", "orderLine kept 3"]);
});

it("counts each line where the user says so", () => {
  const lines: Line[] = [
    ["Ann", D, 10, "A-1"],
    ["Ann", D, 5, "A-1"],
  ];
  expect(read(lines, "apart").orders.firstLine).toBeUndefined();
  expect([...buildCustomers(read(lines, "apart").orders).orders]).toEqual([2]);
});

it.each([
  ["Order number", "together"],
  ["شمارهٔ سفارش", "together"],
  ["رقم الطلب", "together"],
  ["Nr zamówienia", "together"],
  ["Պատվերի համար", "together"],
  // Whose number it is remains open.
  ["No.", "apart"],
])("suggests what a heading %s says with certainty", (heading, rule) => {
  const body = Array.from({ length: 30 }, (_, i): Cell[] => [
    `N-${Math.floor(i / 2)}`,
    `C${i % 7}`,
    D + i,
    9.5 + i,
  ]);
  const { columns, rules } = recognise([[heading, "Customer", "Order date", "Amount"], ...body]);
  expect([columns.orderId, rules.orderLines]).toEqual([0, rule]);
});

it("counts as many orders as there are different numbers, whatever the order of the rows", () => {
  const line = fc.record({
    customer: fc.constantFrom("Ann", "Bob", "Cem"),
    amount: fc.integer({ min: -3, max: 9 }),
    order: fc.integer({ min: 1, max: 6 }),
  });
  fc.assert(
    fc.property(fc.array(line, { minLength: 1, maxLength: 40 }), (drawn) => {
      const lines = drawn.map(({ customer, amount, order }): Line => [customer, D, amount, order]);
      const bought = drawn.filter(({ amount }) => amount >= 0);
      const wanted = new Set(bought.map(({ customer, order }) => `${customer} ${order}`)).size;
      const counted = buildCustomers(read(lines).orders).orders.reduce((sum, one) => sum + one, 0);
      expect(counted).toBe(wanted);
    }),
  );
});
