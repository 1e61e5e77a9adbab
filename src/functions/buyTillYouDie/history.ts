import { TIME_UNITS, type TimeUnit } from "../../numerics/timeUnit";
import * as take from "../arguments";
import { once } from "../broadcast";
import { customerHistory } from "./customerHistory";
import { numbers, optional, together, word } from "../ranges";

/**
 * Customers from orders, as the probability models want them: repeat orders, age at the last order, age now and mean
 * value of the repeat orders. Orders of one date are one order; a negative amount is a return, which is no order but
 * is taken off the value.
 * @customfunction RFM
 * @param customers The customer of each order: a name or number.
 * @param dates The date of each order.
 * @param [amounts] The value of each order, in money; without it the last column stays empty.
 * @param [end] Last day of the observation; the last date when left out. Orders after it do not count.
 * @param [unit] Unit of the ages: "day", "week", "month", "quarter" or "year"; "week" when left out.
 * @returns One row per customer, in the order of first appearance: customer as given, x, tx, age, mean repeat value.
 * @formula x = dates with an order − 1; tx = last − first; age = end − first, in days / days of the unit
 * @errors #VALUE! when the ranges differ in length or a date is none; #N/A without orders.
 * @example =CLV.RFM({"Ann"; "Ben"; "Ann"; "Ann"}, {100; 107; 114; 128}, {30; 20; 25; 35}, 170) → {"Ann", 2, 4, 10, 30; "Ben", 0, 0, 9, 0}
 * @source Fader, Hardie & Lee 2005: x, t_x and T.
 */
export function rfm(
  customers: unknown[][],
  dates: unknown[][],
  amounts?: unknown[][],
  end?: unknown[][],
  unit?: unknown[][],
): unknown[][] {
  const rows = together({ customers, dates }, { amounts });
  const lines = {
    customers: rows.customers,
    dates: numbers("dates", rows.dates, take.positive),
    amounts: amounts ? numbers("amounts", rows.amounts) : [],
  };
  const last = optional(end, () => take.positive("end", end));
  const history = customerHistory(lines, last, take.single(word<TimeUnit>("unit", unit, TIME_UNITS, "week")));
  return once("plain", history);
}
