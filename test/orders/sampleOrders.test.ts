import { buildCustomers } from "../../src/orders/customers/buildCustomers";
import { completeColumns } from "../../src/orders/orderColumns";
import { createOrderReader, type OrdersRead } from "../../src/orders/readOrders";
import { recognise } from "../../src/orders/recognising/recognise";
import { sampleOrders } from "../../src/orders/sample/sampleOrders";

function read(rows = sampleOrders()): OrdersRead {
  const { columns, rules, questions } = recognise(rows.slice(0, 300));
  expect(questions).toEqual([]);
  const complete = completeColumns(columns);
  if (!complete) throw new Error("columns not recognised");
  const reader = createOrderReader(complete, rules);
  reader.add(rows, 0);
  return reader.finish();
}

it("is the same every time, and another list for another seed", () => {
  expect(sampleOrders()).toEqual(sampleOrders());
  expect(sampleOrders({ seed: 1 })).not.toEqual(sampleOrders());
});

it("is recognised without a question, and each fault of it is found", () => {
  const { findings, sourceRows, usedRows } = read();
  expect(findings.map(({ reason, treatment, count }) => [reason, treatment, count])).toEqual([
    ["blankId", "excluded", 3],
    ["unreadableDate", "excluded", 1],
    ["unreadableAmount", "excluded", 1],
    ["duplicate", "excluded", 2],
    ["return", "kept", 6],
    ["zeroAmount", "kept", 1],
    ["totalRow", "excluded", 1],
    ["textAmount", "kept", 4],
    ["similarId", "kept", 2],
  ]);
  expect(sourceRows - usedRows).toBe(8);
});

it("has no finding without its faults, apart from what chance brings", () => {
  expect(read(sampleOrders({ dirt: false })).excludedRows).toBe(0);
});

it("looks like customers of a shop: two years, many who came once, a few who come often", () => {
  const { orders } = read();
  const base = buildCustomers(orders);
  expect(base.length).toBe(900);
  expect(orders.length).toBeGreaterThan(2500);
  expect(orders.length).toBeLessThan(5000);
  expect(base.firstDay.reduce((a, b) => Math.min(a, b))).toBeLessThan(45292 + 14);
  expect(base.asOf).toBeGreaterThan(46022 - 14);
  const once = base.frequency.filter((x) => x === 0).length / base.length;
  expect(once).toBeGreaterThan(0.2);
  expect(once).toBeLessThan(0.5);
  const byRevenue = [...base.revenue].sort((a, b) => b - a);
  const sum = byRevenue.reduce((a, b) => a + b, 0);
  const topFifth = byRevenue.slice(0, 180).reduce((a, b) => a + b, 0) / sum;
  expect(topFifth).toBeGreaterThan(0.5);
  expect(topFifth).toBeLessThan(0.9);
});
