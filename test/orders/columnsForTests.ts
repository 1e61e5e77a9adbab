import type { CellRows } from "../../src/orders/cells";
import {
  defaultRules,
  type DateReading,
  type OrderColumns,
  type ReadingRules,
} from "../../src/orders/orderColumns";
import { createOrderReader, type OrdersRead } from "../../src/orders/readOrders";

export const READING: DateReading = {
  calendar: "gregorian",
  order: "dmy",
  numbers: "serial",
  system1904: false,
};

/** Customer, date, amount in the first three columns, without headings. */
export const COLUMNS: OrderColumns = {
  headerRow: null,
  dataRow: 0,
  customer: 0,
  date: 1,
  amount: { kind: "column", column: 2 },
  orderId: null,
  currency: null,
  group: null,
  dateReading: READING,
  amountReading: { decimalSign: "." },
};

/** Reads rows that begin at the sheet's row index 1, as under a heading. */
export function readRows(
  rows: CellRows,
  columns: Partial<OrderColumns> = {},
  rules: Partial<ReadingRules> = {},
  formats?: readonly string[],
): OrdersRead {
  const all = { ...COLUMNS, ...columns };
  const reader = createOrderReader(all, { ...defaultRules(all), ...rules });
  reader.add(rows, 1, formats);
  return reader.finish();
}

/** Reason, treatment and rows of every finding. */
export const brief = (read: OrdersRead): string[] =>
  read.findings.map(({ reason, treatment, rows }) => `${reason} ${treatment} ${rows.join(",")}`);

/** 1 January 2024. */
export const NEW_YEAR = 45292;
