import { sumOf } from "../numerics/compensatedSum";
import type { Outcome } from "../numerics/refusal";
import { finite } from "./finite";
import { lengthsDiffer } from "./refusals";

/** Referred customers: one row per period from now, in it one value per customer; null for an empty cell. */
export type Referrals = readonly (readonly (number | null)[])[];

/**
 * Customer referral value (Kumar, Petersen & Leone 2007): the value of those who would not have joined otherwise
 * (type 1) and the acquisition cost saved on those who would (type 2), less a reward for each; row t discounted by
 * t periods.
 * @example referralValue([[120, 80]], [[15]], 10) // 185
 */
export function referralValue(type1: Referrals, type2: Referrals = [], reward = 0, discount = 0): Outcome {
  const terms = [type1, type2].flatMap((referrals) =>
    referrals.flatMap((row, t) =>
      row.flatMap((value) => (value === null ? [] : [(value - reward) / (1 + discount) ** (t + 1)])),
    ),
  );
  return finite(sumOf(terms), "type1_values");
}

/**
 * Value of what customers do besides buying (reviews, feedback, help to others): events × value of one, added up.
 * @param valueEach One value for all kinds of event, or one per kind.
 * @example nonPurchaseValue([12, 3], [5, 20]) // 120
 */
export function nonPurchaseValue(events: ArrayLike<number>, valueEach: ArrayLike<number>): Outcome {
  if (valueEach.length !== 1 && valueEach.length !== events.length)
    return lengthsDiffer("value_each", valueEach.length, "events", events.length);
  const values = Array.from(events, (count, i) => count * (valueEach[valueEach.length === 1 ? 0 : i] ?? 0));
  return finite(sumOf(values), "events");
}

/** What a customer brings in all: own purchases, referrals, the rest. A one-time buyer who brings others has value. */
export const totalValue = (value: number, referral: number, other = 0): Outcome =>
  finite(value + referral + other, "clv");
