import { buildCustomers } from "../src/orders/customers/buildCustomers";
import type { Cell } from "../src/orders/cells";
import { completeColumns } from "../src/orders/orderColumns";
import type { OrderTable } from "../src/orders/orderTable";
import { createOrderReader, type OrdersRead } from "../src/orders/readOrders";
import { recognise } from "../src/orders/recognising/recognise";
import { readCsv } from "../src/orders/readCsv";
import { seededDraws } from "../src/orders/sample/seededDraws";
import type { BenchCases } from "./benchCase";

/** Rows per request, as the pane reads them from Excel. */
const BLOCK = 10_000;
const FIRST_DAY = 45292;

/** How the cells of the orders are written. */
export interface Shape {
  readonly name: string;
  readonly customer: (number: number) => Cell;
  readonly orderId: (number: number) => Cell;
  readonly date: (day: number) => Cell;
  readonly amount: (cents: number) => Cell;
}

const TEXT_IDS = {
  customer: (number: number): Cell => `C${number}`,
  orderId: (number: number): Cell => `A-${number}`,
};
export const NUMBERS: Shape = {
  ...TEXT_IDS,
  name: "serial dates and numbers",
  date: (day) => day,
  amount: (cents) => cents / 100,
};
export const NUMERIC_IDS: Shape = {
  ...NUMBERS,
  name: "everything as numbers, ids too",
  customer: (number) => 10_000 + number,
  orderId: (number) => 500_000 + number,
};
export const TEXTS: Shape = {
  ...TEXT_IDS,
  name: "dates and amounts as text",
  date: (day) => new Date((day - 25569) * 86_400_000).toISOString().slice(0, 10),
  amount: (cents) =>
    `${Math.floor(cents / 100).toLocaleString("en-US")}.${String(cents % 100).padStart(2, "0")}`,
};

export function cells(rows: number, shape: Shape = NUMBERS): Cell[][] {
  const draws = seededDraws(7);
  const customers = Math.floor(rows / 10);
  const list: Cell[][] = [["Order ID", "Customer", "Date", "Amount"]];
  for (let row = 0; row < rows; row++) {
    const day = FIRST_DAY + Math.floor(draws.uniform() * 731);
    const customer = shape.customer(Math.floor(draws.uniform() * customers));
    const amount = shape.amount(Math.floor(draws.uniform() * 200_000));
    list.push([shape.orderId(row), customer, shape.date(day), amount]);
  }
  // Through JSON, as Office.js gives them: every cell is a string or number of its own.
  return list.map((row) => JSON.parse(JSON.stringify(row)) as Cell[]);
}

/** From cells to orders, in blocks. */
function read(list: readonly Cell[][]): OrdersRead {
  const { columns, rules } = recognise(list.slice(0, 500));
  const complete = completeColumns(columns);
  if (!complete) throw new Error("The columns of the bench were not recognised.");
  const reader = createOrderReader(complete, rules);
  for (let from = 0; from < list.length; from += BLOCK) reader.add(list.slice(from, from + BLOCK), from);
  return reader.finish();
}

const count = (rows: number): string => rows.toLocaleString("en-US");

const reading = (rows: number, shape: Shape, goalMs?: number): BenchCases[number] => ({
  name: `${count(rows)} orders, ${shape.name}: cells to customers`,
  ...(goalMs === undefined ? {} : { goalMs }),
  prepare: () => cells(rows, shape),
  run: (list: never) => buildCustomers(read(list).orders),
});

const building = (rows: number): BenchCases[number] => ({
  name: `${count(rows)} orders: order table to customers alone`,
  prepare: (): OrderTable => read(cells(rows, NUMBERS)).orders,
  run: (orders: never) => buildCustomers(orders),
});

const scanning = (rows: number): BenchCases[number] => ({
  name: `${count(rows)} rows of CSV: bytes to cells`,
  prepare: () => {
    const list = cells(rows, { ...TEXTS, amount: NUMBERS.amount });
    return new TextEncoder().encode(list.map((row) => row.join(",")).join("\n"));
  },
  run: (bytes: never) => readCsv(bytes),
});

export const cases: BenchCases = [100_000, 1_000_000].flatMap((rows) => [
  reading(rows, NUMBERS, rows / 1000),
  reading(rows, TEXTS),
  building(rows),
  scanning(rows),
]);
