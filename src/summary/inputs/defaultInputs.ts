import type { OrderTable } from "../../orders/orderTable";
import { rowsByDay } from "../../orders/customers/rowsByDay";
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
export function defaultInputs(orders: OrderTable): SummaryInputs {
  const { first, last: asOf } = observedDays(orders);
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

/** The first day with a purchase and the last day with an order or a return: what there is to observe. */
function observedDays({ day, amount, length }: OrderTable): {
  readonly first: number;
  readonly last: number;
} {
  let first = Infinity;
  let last = 0;
  for (let row = 0; row < length; row++) {
    const one = day[row] ?? 0;
    if (one > last) last = one;
    if (one < first && (amount[row] ?? 0) >= 0) first = one;
  }
  return { first: Math.min(first, last), last };
}

/**
 * Days within which nine in ten repeat orders follow the customer's order before, rounded up to tens and kept
 * between a month and a year; undefined with fewer than 20 repeat orders. Unfinished gaps are not counted, so
 * the figure is a starting point that the user confirms, not an estimate.
 */
export function usualGap(orders: OrderTable): number | undefined {
  const { counts, total } = repeatGaps(orders);
  if (total < ENOUGH_GAPS) return undefined;
  const wanted = Math.ceil(total * USUAL_SHARE);
  let usual = 0;
  for (let seen = counts[0] ?? 0; seen < wanted; seen += counts[usual] ?? 0) usual++;
  return Math.min(LONGEST_LOST_AFTER, Math.max(SHORTEST_LOST_AFTER, Math.ceil(usual / 10) * 10));
}

interface Gaps {
  /** How many gaps have so many days; those beyond the longest that matters share the last place. */
  readonly counts: Uint32Array;
  readonly total: number;
}

/** Days between successive order days of the same customer; returns are not orders. */
function repeatGaps(orders: OrderTable): Gaps {
  const last = new Int32Array(orders.customerIds.length).fill(-1);
  const counts = new Uint32Array(LONGEST_LOST_AFTER + 1);
  let total = 0;
  for (const row of rowsByDay(orders)) {
    if ((orders.amount[row] ?? 0) < 0) continue;
    const customer = orders.customer[row] ?? 0;
    const day = orders.day[row] ?? 0;
    const before = last[customer] ?? -1;
    last[customer] = day;
    if (before < 0 || day === before) continue;
    const gap = Math.min(day - before, LONGEST_LOST_AFTER);
    counts[gap] = (counts[gap] ?? 0) + 1;
    total++;
  }
  return { counts, total };
}

/** Digits after the point that the amounts really have, 2–6: money is rounded to these after every addition. */
function decimalsOf(amounts: Float64Array): number {
  let digits = 2;
  let scale = 100;
  for (let row = 0; row < amounts.length && digits < 6;) {
    const units = (amounts[row] ?? 0) * scale;
    if (Math.abs(units - Math.round(units)) <= 1e-6) row++;
    else scale = 10 ** ++digits;
  }
  return digits;
}
