import fs from "node:fs";
import path from "node:path";
import { buildCustomers } from "../../src/orders/customers/buildCustomers";
import { splitAtCutoff } from "../../src/orders/customers/calibrationHoldout";
import { gregorianSerial } from "../../src/orders/cellValues/calendars";
import { exactSum } from "../../src/orders/cellValues/exactMoney";
import { completeColumns } from "../../src/orders/orderColumns";
import { readCsv } from "../../src/orders/readCsv";
import { createOrderReader, type OrdersRead } from "../../src/orders/readOrders";
import { recognise } from "../../src/orders/recognising/recognise";

const FOLDER = path.resolve(__dirname, "../../../shared/reference");
const FILE = path.join(FOLDER, "cdnow_sample.csv");
const present = fs.existsSync(FILE);
const reference = present ? it : it.skip;
const suffix = present ? "" : " (skipped: ../shared/reference/cdnow_sample.csv is not on this machine)";

function read(): OrdersRead {
  const { cells } = readCsv(fs.readFileSync(FILE));
  const { columns, rules } = recognise(cells.slice(0, 500));
  const complete = completeColumns(columns);
  if (!complete) throw new Error("columns not recognised");
  expect(complete).toMatchObject({ customer: 0, date: 1, amount: { kind: "column", column: 2 } });
  const reader = createOrderReader(complete, rules);
  for (let from = 0; from < cells.length; from += 1000) reader.add(cells.slice(from, from + 1000), from);
  return reader.finish();
}

interface PlainCustomer {
  days: Set<string>;
  cents: number;
}

/** An independent computation: plain maps and text dates, cents as whole numbers. */
function independently(): Map<string, PlainCustomer> {
  const customers = new Map<string, PlainCustomer>();
  const lines = fs.readFileSync(FILE, "utf8").trim().split(/\r?\n/).slice(1);
  for (const line of lines) {
    const [id = "", date = "", amount = ""] = line.split(",");
    const customer = customers.get(id) ?? { days: new Set(), cents: 0 };
    customer.days.add(date);
    customer.cents += Math.round(Number(amount) * 100);
    customers.set(id, customer);
  }
  return customers;
}

/** As Excel's QUARTILE.INC: linear interpolation at (n − 1) × share (Hyndman & Fan's type 7). */
function quartiles(values: readonly number[]): number[] {
  const sorted = [...values].sort((a, b) => a - b);
  return [0.25, 0.5, 0.75].map((share) => {
    const at = share * (sorted.length - 1);
    const low = sorted[Math.floor(at)] ?? NaN;
    return low + (at - Math.floor(at)) * ((sorted[Math.ceil(at)] ?? NaN) - low);
  });
}

reference(`CDNOW: orders, customers and revenue tie${suffix}`, () => {
  const { orders, sourceRows, usedRows } = read();
  const base = buildCustomers(orders);
  expect([sourceRows, usedRows, base.length]).toEqual([6919, 6919, 2357]);
  const plain = independently();
  const cents = [...plain.values()].reduce((sum, customer) => sum + customer.cents, 0);
  expect(exactSum(base.revenue)).toBe(cents / 100);
  base.ids.forEach((id, at) => {
    expect(base.revenue[at]).toBe((plain.get(id)?.cents ?? NaN) / 100);
    expect(base.frequency[at]).toBe((plain.get(id)?.days.size ?? NaN) - 1);
  });
});

reference(`CDNOW: quartiles of revenue tie${suffix}`, () => {
  const base = buildCustomers(read().orders);
  const plain = [...independently().values()].map((customer) => customer.cents / 100);
  expect(quartiles([...base.revenue])).toEqual(quartiles(plain));
});

reference(`CDNOW: the 21 equal rows and 8 zero amounts are noted and count${suffix}`, () => {
  const { findings } = read();
  expect(findings.map(({ reason, treatment, count }) => [reason, treatment, count])).toEqual([
    ["duplicate", "kept", 21],
    ["zeroAmount", "kept", 8],
  ]);
});

interface Golden {
  readonly data: {
    readonly n: number;
    readonly sum_x: number;
    readonly n_x0: number;
    readonly sum_t_x: number;
    readonly sum_T: number;
    readonly max_x: number;
    readonly sum_x_star: number;
  };
}

reference(`CDNOW: calibration until 1997-09-30 and holdout have the reference's sums${suffix}`, () => {
  const golden = JSON.parse(fs.readFileSync(path.join(FOLDER, "cdnow_sample.golden.json"), "utf8")) as Golden;
  const { calibration, holdoutFrequency, holdoutDays } = splitAtCutoff(read().orders, {
    cutoff: gregorianSerial(1997, 9, 30),
  });
  const sum = (values: ArrayLike<number>): number => Array.from(values).reduce((a, b) => a + b, 0);
  expect(calibration.length).toBe(golden.data.n);
  expect(sum(calibration.frequency)).toBe(golden.data.sum_x);
  expect(calibration.frequency.filter((x) => x === 0)).toHaveLength(golden.data.n_x0);
  expect(Math.max(...calibration.frequency)).toBe(golden.data.max_x);
  expect(sum(calibration.recency) / 7).toBeCloseTo(golden.data.sum_t_x, 9);
  expect(sum(calibration.age) / 7).toBeCloseTo(golden.data.sum_T, 9);
  expect(sum(holdoutFrequency)).toBe(golden.data.sum_x_star);
  expect(holdoutDays).toBe(273); // 39 weeks
});
