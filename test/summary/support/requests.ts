import type { Cell } from "../../../src/orders/cells";
import { ControlTotals, type ControlTotal } from "../../../src/orders/reading/controlTotals";
import type { OrderColumns } from "../../../src/orders/orderColumns";
import type { OrderTable } from "../../../src/orders/orderTable";
import type { ReadingRules } from "../../../src/orders/orderColumns";
import { completeColumns } from "../../../src/orders/orderColumns";
import { createOrderReader } from "../../../src/orders/readOrders";
import { recognise } from "../../../src/orders/recognising/recognise";
import { defaultInputs } from "../../../src/summary/inputs/defaultInputs";
import type { SummaryRequest } from "../../../src/summary/request";

/** A clean order as a test writes it. */
export type PlainOrder = readonly [customer: string, day: number, amount: number];

const COLUMNS: OrderColumns = {
  headerRow: 0,
  dataRow: 1,
  customer: 0,
  date: 1,
  amount: { kind: "column", column: 2 },
  orderId: null,
  currency: null,
  group: null,
  dateReading: { calendar: "gregorian", order: "ymd", numbers: "serial", system1904: false },
  amountReading: { decimalSign: "." },
};

export function tableOf(orders: readonly PlainOrder[]): OrderTable {
  const ids = [...new Set(orders.map(([customer]) => customer))];
  const place = new Map(ids.map((id, index) => [id, index]));
  return {
    length: orders.length,
    customer: Uint32Array.from(orders, ([customer]) => place.get(customer) ?? 0),
    customerIds: ids,
    day: Int32Array.from(orders, ([, day]) => day),
    amount: Float64Array.from(orders, ([, , amount]) => amount),
    sourceRow: Uint32Array.from(orders, (_, index) => index + 1),
    form: new Uint8Array(orders.length).fill(7),
  };
}

/** The sheet on which these orders stand, with its heading row. */
export const cellsOf = (orders: readonly PlainOrder[]): Cell[][] => [
  ["Customer", "Date", "Amount"],
  ...orders.map(([customer, day, amount]): Cell[] => [customer, day, amount]),
];

function totalsOf(rows: readonly (readonly Cell[])[]): ControlTotal[] {
  const totals = new ControlTotals(COLUMNS);
  rows.forEach((row) => totals.add(row));
  return totals.finish();
}

export function requestOf(
  orders: readonly PlainOrder[],
  change: Partial<SummaryRequest> = {},
): SummaryRequest {
  const table = tableOf(orders);
  return {
    locale: "en",
    sheets: [],
    inputs: defaultInputs(table),
    money: { symbol: "€", digits: 2, symbolAfter: true },
    place: {
      sheet: "Orders",
      address: `A1:C${orders.length + 1}`,
      firstRow: 0,
      firstColumn: 0,
      rowCount: orders.length + 1,
      columnCount: 3,
    },
    columns: COLUMNS,
    madeAt: 46348.5,
    version: "0.1.0",
    orders: table,
    findings: [],
    sourceRows: orders.length,
    controlTotals: totalsOf(cellsOf(orders).slice(1)),
    ...change,
  };
}

/** The request that the product itself would make of these cells, heading row included. */
export function requestFrom(
  cells: readonly (readonly Cell[])[],
  change: Partial<SummaryRequest> = {},
  rules: Partial<ReadingRules> = {},
): SummaryRequest {
  const recognition = recognise(cells.slice(0, 500));
  const columns = completeColumns(recognition.columns);
  if (columns === undefined) throw new Error("columns not recognised");
  const reader = createOrderReader(columns, { ...recognition.rules, ...rules });
  reader.add(cells, 0);
  const read = reader.finish();
  const width = cells[0]?.length ?? 0;
  return {
    locale: "en",
    sheets: [],
    inputs: defaultInputs(read.orders),
    money: { symbol: "€", digits: 2, symbolAfter: true },
    place: {
      sheet: "Orders",
      address: "A1",
      firstRow: 0,
      firstColumn: 0,
      rowCount: cells.length,
      columnCount: width,
    },
    columns,
    madeAt: 46348.5,
    version: "0.1.0",
    orders: read.orders,
    findings: read.findings,
    sourceRows: read.sourceRows,
    controlTotals: read.controlTotals,
    ...change,
  };
}
