import { buildCustomers } from "../../src/orders/customers/buildCustomers";
import { splitAtCutoff } from "../../src/orders/customers/calibrationHoldout";
import type { CellRows } from "../../src/orders/cells";
import {
  compensatedSum,
  decimalScale,
  exactSum,
  roundToCent,
  withoutNoise,
} from "../../src/orders/cellValues/exactMoney";
import { NEW_YEAR, readRows } from "./columnsForTests";

const D = NEW_YEAR;
const orders = (rows: CellRows): ReturnType<typeof readRows>["orders"] => readRows(rows).orders;

it("counts distinct purchase days, ages and repeat value", () => {
  const base = buildCustomers(
    orders([
      ["Ann", D + 30, 20],
      ["Ann", D, 10],
      ["Bob", D + 5, 7],
      ["Ann", D + 30, 5],
      ["Ann", D, 1],
      ["Ann", D + 10, 8],
    ]),
    { asOf: D + 40 },
  );
  expect(base.ids).toEqual(["Ann", "Bob"]);
  expect([...base.orders]).toEqual([5, 1]);
  expect([...base.frequency]).toEqual([2, 0]);
  expect([...base.recency]).toEqual([30, 0]);
  expect([...base.age]).toEqual([40, 35]);
  expect([...base.revenue]).toEqual([44, 7]);
  expect([...base.meanRepeatValue]).toEqual([(20 + 5 + 8) / 2, 0]);
});

it("ends the observation on the last day in the orders unless told otherwise", () => {
  const table = orders([
    ["Ann", D, 10],
    ["Bob", D + 9, 7],
  ]);
  expect(buildCustomers(table).asOf).toBe(D + 9);
  expect([...buildCustomers(table, { asOf: D + 20 }).age]).toEqual([20, 11]);
});

it("leaves out orders after the last day, and customers who came only then", () => {
  const base = buildCustomers(
    orders([
      ["Bob", D + 9, 7],
      ["Ann", D, 10],
      ["Ann", D + 9, 3],
    ]),
    { asOf: D + 5 },
  );
  expect(base.ids).toEqual(["Ann"]);
  expect([...base.revenue]).toEqual([10]);
  expect([...base.frequency]).toEqual([0]);
});

it("takes a return off the latest purchase day before it, which need not be a repeat day", () => {
  const base = buildCustomers(
    orders([
      ["Ann", D, 10],
      ["Ann", D + 3, -4],
      ["Ann", D + 10, 20],
      ["Ann", D + 10, -5],
      ["Bob", D, -1],
      ["Bob", D, 10],
    ]),
  );
  expect([...base.returns]).toEqual([2, 1]);
  expect([...base.revenue]).toEqual([21, 9]);
  expect([...base.meanRepeatValue]).toEqual([15, 0]);
  expect([...base.lastDay]).toEqual([D + 10, D]);
});

it("adds a million cents without a trace of rounding", () => {
  const base = buildCustomers(orders(Array.from({ length: 100_000 }, (_, i) => ["Ann", D + (i % 50), 0.1])));
  expect([...base.revenue]).toEqual([10_000]);
});

it("gives an empty base for no orders", () => {
  expect(buildCustomers(orders([]))).toMatchObject({ length: 0, ids: [], asOf: 0 });
});

it("splits at the cutoff and counts purchase days after it", () => {
  const split = splitAtCutoff(
    orders([
      ["Ann", D, 10],
      ["Ann", D + 5, 10],
      ["Ann", D + 20, 1.1],
      ["Ann", D + 20, 2.2],
      ["Ann", D + 30, 3.3],
      ["Bob", D + 10, 5],
      ["New", D + 11, 5],
    ]),
    { cutoff: D + 10 },
  );
  expect(split.calibration.ids).toEqual(["Ann", "Bob"]);
  expect([...split.calibration.frequency]).toEqual([1, 0]);
  expect([...split.calibration.age]).toEqual([10, 0]);
  expect(split.holdoutDays).toBe(20);
  expect([...split.holdoutFrequency]).toEqual([2, 0]);
  expect([...split.holdoutRevenue]).toEqual([6.6, 0]);
});

describe("money", () => {
  it("finds the smallest scale at which amounts are whole", () => {
    expect(decimalScale([1, 2, -3])).toBe(1);
    expect(decimalScale([1.5, 29.33])).toBe(100);
    expect(decimalScale([0.125])).toBe(1000);
    expect(decimalScale([0.1 + 0.2])).toBeUndefined();
    expect(decimalScale([1e15, 0.01])).toBeUndefined();
  });

  it("sums to the cent what plain addition does not", () => {
    expect(exactSum([0.1, 0.2])).toBe(0.3);
    expect(exactSum(Array.from({ length: 10 }, () => 0.1))).toBe(1);
    expect(compensatedSum([1e16, 1, -1e16])).toBe(1);
  });

  it("rounds half a cent away from zero, also where the binary double lies below", () => {
    expect(roundToCent(1.005)).toBe(1.01);
    expect(roundToCent(-1.005)).toBe(-1.01);
    expect(roundToCent(2.344)).toBe(2.34);
  });

  it("removes the noise of a product and nothing else", () => {
    expect(withoutNoise(3 * 19.99)).toBe(59.97);
    expect(withoutNoise(1 / 3)).toBe(1 / 3);
  });
});
