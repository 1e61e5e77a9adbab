import type { FourParameters, TransactionModel } from "../models/buyTillYouDie/transactionModel";
import { isFourParameters } from "../models/buyTillYouDie/transactionModel";
import type { CustomerBase } from "../orders/customers/customerBase";
import type { OrderTable } from "../orders/orderTable";
import { rowsByDay } from "../orders/customers/rowsByDay";
import type { TrackingPoint } from "../summary/models/modelReport";
import { weeks } from "./modelHistory";

/** Points of the chart; more are not seen. */
const POINTS = 52;

/**
 * Repeat orders of all `known` customers added up over time, as they came and as a model expects them: for each
 * customer E[X(t)] counts from her own first day (Fader, Hardie & Lee 2005, figure 5).
 */
export function trackRepeatOrders(
  orders: OrderTable,
  known: CustomerBase,
  until: number,
  model: TransactionModel,
  parameters: readonly number[],
): readonly TrackingPoint[] {
  if (!isFourParameters(parameters) || known.length === 0) return [];
  const first = known.firstDay.reduce((least, day) => Math.min(least, day), until);
  const days = until - first;
  if (days < 1) return [];
  const joined = joinedPerDay(known, first, days);
  const repeats = repeatsPerDay(orders, known, first, days);
  const expected = expectedByAge(model, parameters, days);
  const step = Math.max(1, Math.ceil(days / POINTS));
  const points: TrackingPoint[] = [];
  for (let age = step; ; age += step) {
    const at = Math.min(age, days);
    points.push({ day: first + at, actual: total(repeats, at), expected: convolved(joined, expected, at) });
    if (at === days) return points;
  }
}

function joinedPerDay(known: CustomerBase, first: number, days: number): Float64Array {
  const joined = new Float64Array(days + 1);
  for (const day of known.firstDay) joined[day - first] = (joined[day - first] ?? 0) + 1;
  return joined;
}

/** Repeat purchase days of the known customers, per day: a customer's orders of one day count once, the first not at all. */
function repeatsPerDay(orders: OrderTable, known: CustomerBase, first: number, days: number): Float64Array {
  const until = first + days;
  const firstDays = new Map<string, number>();
  known.ids.forEach((id, customer) => firstDays.set(id, known.firstDay[customer] ?? 0));
  /** Per customer of the orders, the day that counted last; a customer who is not known has no day to come. */
  const counted = Int32Array.from(orders.customerIds, (id) => firstDays.get(id) ?? until);
  const perDay = new Float64Array(days + 1);
  for (const row of rowsByDay(orders)) {
    const customer = orders.customer[row] ?? 0;
    const day = orders.day[row] ?? 0;
    if (day > until) break;
    if (day <= (counted[customer] ?? until) || (orders.amount[row] ?? 0) < 0) continue;
    counted[customer] = day;
    perDay[day - first] = (perDay[day - first] ?? 0) + 1;
  }
  return perDay;
}

/** Expected repeat orders of a new customer by each day of age. */
const expectedByAge = (model: TransactionModel, parameters: FourParameters, days: number): Float64Array =>
  Float64Array.from({ length: days + 1 }, (_, age) =>
    age === 0 ? 0 : model.expected(parameters, weeks(age)),
  );

const total = (perDay: Float64Array, until: number): number =>
  perDay.subarray(0, until + 1).reduce((sum, count) => sum + count, 0);

/** What all customers who joined by a day are expected to have ordered by then. */
function convolved(joined: Float64Array, expected: Float64Array, until: number): number {
  let sum = 0;
  for (let day = 0; day <= until; day++) sum += (joined[day] ?? 0) * (expected[until - day] ?? 0);
  return sum;
}
