import { buildCustomers } from "../../orders/customers/buildCustomers";
import type { Cell } from "../../orders/cells";
import { Identifiers } from "../../orders/cellValues/identifiers";
import type { OrderTable } from "../../orders/orderTable";
import { Refusal } from "../../numerics/refusal";
import { UNITS_PER_YEAR, type TimeUnit } from "../../numerics/timeUnit";
import { labels } from "../ranges";

/** Days in a unit of time, 365.25 to the year. */
const daysIn = (unit: TimeUnit): number => UNITS_PER_YEAR.day / UNITS_PER_YEAR[unit];

export interface OrderLines {
  readonly customers: readonly unknown[];
  /** Date serials. */
  readonly dates: readonly number[];
  /** Empty where no amounts were given. */
  readonly amounts: readonly number[];
}

/** Lines of orders as the reading of orders gives them: customers by number, whole days. */
function orderTableOf(ids: readonly Cell[], { dates, amounts }: OrderLines): OrderTable {
  const names = new Identifiers("exact");
  const codes = ids.map((id) => names.codeOf(names.entryOf(id)));
  const named = codes.flatMap((code, row) => (code < 0 ? [] : [row]));
  return {
    length: named.length,
    customer: Uint32Array.from(named, (row) => codes[row] ?? 0),
    customerIds: names.names,
    day: Int32Array.from(named, (row) => Math.floor(dates[row] ?? 0)),
    amount: Float64Array.from(named, (row) => amounts[row] ?? 1),
    sourceRow: Uint32Array.from(named),
  };
}

/** Customers who were given as numbers, by their name: they come back as numbers, so that MATCH finds them. */
function numbersAmong(ids: readonly Cell[]): ReadonlyMap<string, number> {
  const numbers = new Map<string, number>();
  for (const id of ids) if (typeof id === "number") numbers.set(String(id), id);
  return numbers;
}

/**
 * One row per customer: id, repeat orders x, age at the last order t_x, age T and, with amounts, the mean value of the
 * repeat orders. Orders of one date are one order; a negative amount is a return: no order, but taken off the value.
 */
export function customerHistory(
  lines: OrderLines,
  end: number | undefined,
  unit: TimeUnit,
): (string | number | null)[][] | Refusal {
  const ids: readonly Cell[] = labels("customers", lines.customers);
  const orders = orderTableOf(ids, lines);
  if (orders.length === 0) return new Refusal("tooLittleData", "noData");
  const base = buildCustomers(orders, end === undefined ? {} : { asOf: Math.floor(end) });
  if (base.length === 0) return new Refusal("tooLittleData", "noData");
  const days = daysIn(unit);
  const numbers = numbersAmong(ids);
  return base.ids.map((id, i) => [
    numbers.get(id) ?? id,
    base.frequency[i] ?? 0,
    (base.recency[i] ?? 0) / days,
    (base.age[i] ?? 0) / days,
    lines.amounts.length === 0 ? null : (base.meanRepeatValue[i] ?? 0),
  ]);
}
