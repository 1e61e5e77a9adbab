import type { CustomerBase } from "../orders/customerBase";
import type { OrderTable } from "../orders/orderTable";
import { INPUTS, type InputKey, type InputValue, type SummaryInput, type SummaryInputs } from "./inputs";

const DAYS_PER_YEAR = 365;
/** Share of repeat orders that come within the "lost after" days: nine in ten. */
const USUAL_SHARE = 0.9;
/** Fewer repeat orders than this say nothing about a usual gap. */
const ENOUGH_GAPS = 20;
const SHORTEST_LOST_AFTER = 30;
const LONGEST_LOST_AFTER = 365;

/**
 * The inputs before the user changes them: what the orders can tell is taken from them, the rest are the stated
 * placeholders of INPUTS. The user's own values from an earlier run go over these with `withTyped`.
 */
export function defaultInputs(orders: OrderTable, customers: CustomerBase): SummaryInputs {
  const asOf = customers.asOf;
  const first = smallest(customers.firstDay, asOf);
  const lostAfter = usualGap(orders);
  const fromOrders: Partial<Record<InputKey, InputValue>> = {
    asOf,
    periodStart: periodStart(first, asOf),
    decimals: decimalsOf(orders.amount),
    ...(lostAfter === undefined ? {} : { lostAfter }),
  };
  const entries = INPUTS.map(({ key, fallback, optional }): [InputKey, SummaryInput] => {
    const value = fromOrders[key];
    if (value !== undefined) return [key, { value, origin: "orders" }];
    return [key, { value: fallback, origin: optional ? "orders" : "default" }];
  });
  return Object.fromEntries(entries) as Record<InputKey, SummaryInput>;
}

/** The inputs with the values that the user typed, whose origin they keep. */
export function withTyped(
  inputs: SummaryInputs,
  typed: Readonly<Partial<Record<InputKey, InputValue>>>,
): SummaryInputs {
  const changed = Object.entries(typed).map(([key, value]) => [key, { value, origin: "typed" }]);
  return { ...inputs, ...Object.fromEntries(changed) };
}

/**
 * The key figures' period: the last year where the orders reach back at least a quarter further, so that it can be
 * seen who was a customer before it; else the later half of what there is.
 */
export function periodStart(firstDay: number, asOf: number): number {
  const history = asOf - firstDay + 1;
  const quarter = Math.floor(DAYS_PER_YEAR / 4);
  const length = history >= DAYS_PER_YEAR + quarter ? DAYS_PER_YEAR : Math.max(1, Math.floor(history / 2));
  return asOf - length + 1;
}

/**
 * Days within which nine in ten repeat orders follow the customer's order before, rounded up to tens and kept
 * between a month and a year; undefined with fewer than 20 repeat orders. Unfinished gaps are not counted, so
 * the figure is a starting point that the user confirms, not an estimate.
 */
export function usualGap(orders: OrderTable): number | undefined {
  const gaps = repeatGaps(orders).sort();
  const usual = gaps[Math.ceil(gaps.length * USUAL_SHARE) - 1];
  if (usual === undefined || gaps.length < ENOUGH_GAPS) return undefined;
  return Math.min(LONGEST_LOST_AFTER, Math.max(SHORTEST_LOST_AFTER, Math.ceil(usual / 10) * 10));
}

/** Days between successive order days of the same customer; returns are not orders. */
function repeatGaps(orders: OrderTable): Int32Array {
  const byDay = orderOfDays(orders);
  const last = new Int32Array(orders.customerIds.length).fill(-1);
  const gaps = new Int32Array(orders.length);
  let count = 0;
  for (const row of byDay) {
    if ((orders.amount[row] ?? 0) < 0) continue;
    const customer = orders.customer[row] ?? 0;
    const day = orders.day[row] ?? 0;
    const before = last[customer] ?? -1;
    if (before >= 0 && day > before) gaps[count++] = day - before;
    last[customer] = day;
  }
  return gaps.slice(0, count);
}

/** Rows in the order of their days: a counting sort, because a million rows are sorted while the user waits. */
function orderOfDays(orders: OrderTable): Uint32Array {
  const { day, length } = orders;
  let [low, high] = [Infinity, -Infinity];
  for (const value of day) {
    if (value < low) low = value;
    if (value > high) high = value;
  }
  const sorted = new Uint32Array(length);
  if (length === 0) return sorted;
  const next = new Uint32Array(high - low + 2);
  const raise = (slot: number, by: number): number => {
    const before = next[slot] ?? 0;
    next[slot] = before + by;
    return before;
  };
  for (const value of day) raise(value - low + 1, 1);
  for (let slot = 1; slot < next.length; slot++) raise(slot, next[slot - 1] ?? 0);
  for (let row = 0; row < length; row++) sorted[raise((day[row] ?? low) - low, 1)] = row;
  return sorted;
}

/** Digits after the point that the amounts really have, 2–6: money is rounded to these after every addition. */
export function decimalsOf(amounts: Float64Array): number {
  let digits = 2;
  for (const amount of amounts) {
    while (digits < 6 && Math.abs(amount * 10 ** digits - Math.round(amount * 10 ** digits)) > 1e-6) digits++;
  }
  return digits;
}

function smallest(values: Int32Array, otherwise: number): number {
  let low = otherwise;
  for (const value of values) if (value < low) low = value;
  return low;
}
