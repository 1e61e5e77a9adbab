import fc from "fast-check";
import { buildCustomers } from "../../src/orders/customers/buildCustomers";
import type { Cell } from "../../src/orders/cells";
import { exactSum } from "../../src/orders/cellValues/exactMoney";
import { defaultRules, type CurrencyRule, type ReadingRules } from "../../src/orders/orderColumns";
import { createOrderReader, type OrdersRead } from "../../src/orders/readOrders";
import { COLUMNS, NEW_YEAR, readRows } from "./columnsForTests";

const COLUMNS_HERE = { ...COLUMNS, orderId: 3, currency: 4, group: 5 };

const id = fc.constantFrom<Cell>("Ann", "ann", " Ann ", "Bob", "Cid", "", null, 7, "7", "Total", "#N/A");
const date = fc.oneof(
  { weight: 6, arbitrary: fc.integer({ min: NEW_YEAR, max: NEW_YEAR + 40 }) },
  fc.constantFrom<Cell>("", "31/02/2024", "05/01/2024", NEW_YEAR + 0.5, "soon", null),
);
const amount = fc.oneof(
  { weight: 6, arbitrary: fc.integer({ min: -5000, max: 50_000 }).map((cents) => cents / 100) },
  fc.constantFrom<Cell>(0, "", "12.50", "$5", "5 €", "x", true, "(3.20)", "1,234.56"),
);
const orderId = fc.constantFrom<Cell>("A1", "A2", "", 17);
const currency = fc.constantFrom<Cell>("EUR", "EUR", "", "USD");
const group = fc.constantFrom<Cell>("North", "South", "");
const row: fc.Arbitrary<Cell[]> = fc.tuple(id, date, amount, orderId, currency, group);
const rows = fc.array(fc.oneof({ weight: 12, arbitrary: row }, fc.constant<Cell[]>([])), { maxLength: 60 });

const rules: fc.Arbitrary<Partial<ReadingRules>> = fc.record({
  lastDay: fc.constantFrom(null, NEW_YEAR + 20),
  returns: fc.constantFrom("net" as const, "exclude" as const),
  zeroAmounts: fc.constantFrom("keep" as const, "exclude" as const),
  duplicates: fc.constantFrom("keep" as const, "exclude" as const),
  customerIds: fc.constantFrom("caseless" as const, "exact" as const),
  currency: fc.constantFrom<CurrencyRule>(
    { kind: "undecided" },
    { kind: "only", currency: "EUR" },
    { kind: "convert", into: "EUR", rates: { USD: 0.9, $: 0.9 } },
  ),
});

const read = (list: Cell[][], by: Partial<ReadingRules>): OrdersRead => readRows(list, COLUMNS_HERE, by);

it("used and excluded rows are all the source rows, each excluded row for exactly one reason", () => {
  fc.assert(
    fc.property(rows, rules, (list, by) => {
      const { sourceRows, usedRows, excludedRows, findings, orders } = read(list, by);
      expect(sourceRows).toBe(list.length);
      expect(usedRows + excludedRows).toBe(sourceRows);
      const excluded = findings.filter((each) => each.treatment !== "kept").flatMap((each) => [...each.rows]);
      const used = [...orders.sourceRow];
      expect([...excluded, ...used].sort((a, b) => a - b)).toEqual(list.map((_, index) => index + 1));
      for (const each of findings) {
        expect(each.count).toBe(each.rows.length);
        if (each.treatment === "kept") for (const at of each.rows) expect(used).toContain(at);
      }
    }),
  );
});

it("the sum over customers is the sum over used rows, to the cent", () => {
  fc.assert(
    fc.property(rows, rules, (list, by) => {
      const { orders } = read(list, by);
      const base = buildCustomers(orders);
      expect(exactSum(base.revenue)).toBe(exactSum(orders.amount));
      const lines = base.orders.reduce((a, b) => a + b, 0) + base.returns.reduce((a, b) => a + b, 0);
      expect(lines).toBe(orders.length);
    }),
  );
});

it("blocks of any size give the same as one block", () => {
  fc.assert(
    fc.property(rows, rules, fc.integer({ min: 1, max: 9 }), (list, by, size) => {
      const reader = createOrderReader(COLUMNS_HERE, { ...defaultRules(COLUMNS_HERE), ...by });
      for (let from = 0; from < list.length; from += size)
        reader.add(list.slice(from, from + size), 1 + from);
      expect(reader.finish()).toEqual(read(list, by));
    }),
  );
});

const cleanRow = fc.tuple(
  fc.constantFrom("Ann", "Bob", "Cid", "Dan"),
  fc.integer({ min: NEW_YEAR, max: NEW_YEAR + 30 }),
  fc.integer({ min: -2000, max: 20_000 }).map((cents) => cents / 100),
);

it("the order of the rows does not matter", () => {
  const figures = (list: Cell[][]): Map<string, number[]> => {
    const base = buildCustomers(readRows(list).orders);
    const figure = (at: number): number[] => [
      base.orders[at] ?? NaN,
      base.returns[at] ?? NaN,
      base.revenue[at] ?? NaN,
      base.firstDay[at] ?? NaN,
      base.lastDay[at] ?? NaN,
      base.frequency[at] ?? NaN,
      base.recency[at] ?? NaN,
      base.meanRepeatValue[at] ?? NaN,
    ];
    return new Map(base.ids.map((name, at): [string, number[]] => [name, figure(at)]).sort());
  };
  const pair = fc
    .array(cleanRow, { minLength: 1, maxLength: 40 })
    .chain((list) =>
      fc.tuple(
        fc.constant(list),
        fc.shuffledSubarray(list, { minLength: list.length, maxLength: list.length }),
      ),
    );
  fc.assert(
    fc.property(pair, ([list, shuffled]) => {
      expect(figures(shuffled)).toEqual(figures(list));
    }),
  );
});
