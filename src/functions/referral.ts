import * as measures from "../measures/referral";
import * as take from "./arguments";
import { each, once } from "./broadcast";
import { withEach } from "./ranges";

/** A block in which an empty cell is nobody, not a customer worth 0. */
function referred(name: string, cells: unknown[][]): measures.Referrals {
  const values = take.block(take.money(name, cells));
  return values.map((row, i) => row.map((value, k) => (take.isBlank(cells?.[i]?.[k]) ? null : value)));
}

/**
 * Customer referral value: the value of customers who would not have joined otherwise, and the acquisition cost saved
 * on those who would, less a reward for each. A one-time buyer who brings others has value.
 * @customfunction REFERRAL
 * @param type1_values Value of each referred customer who would not have joined otherwise; a row per period, empty cells are nobody.
 * @param [type2_savings] Acquisition cost saved on each who would have joined anyway; a row per period.
 * @param [reward] Reward per referral, in money; 0 when left out.
 * @param [discount] Discount rate per period: row t counts t periods from now; 0 when left out.
 * @returns Money.
 * @formula Σ (value − reward) / (1 + discount)^t + Σ (saving − reward) / (1 + discount)^t
 * @errors #VALUE! when a cell is not a number.
 * @example =CLV.REFERRAL({120, 80}, 15, 10) → 185
 * @example =CLV.REFERRAL({125; 156.25}, , 0, 25%) → 200
 * @source Kumar, Petersen & Leone 2007.
 */
export function referral(
  type1_values: unknown[][],
  type2_savings?: unknown[][],
  reward?: unknown[][],
  discount?: unknown[][],
): unknown[][] {
  const joined = referred("type1_values", type1_values);
  const saved = type2_savings ? referred("type2_savings", type2_savings) : [];
  return each(
    "plain",
    (gift: number, rate: number) => measures.referralValue(joined, saved, gift, rate),
    take.notNegative("reward", reward, 0),
    take.interest("discount", discount, 0),
  );
}

/**
 * Value of what customers do besides buying: reviews, feedback, help to other customers.
 * @customfunction NONPURCHASE
 * @param events Number of events of each kind.
 * @param value_each Value of one event, in money: one number, or one per kind.
 * @returns Money.
 * @formula Σ events × value_each
 * @errors #VALUE! when there are neither one nor as many values as kinds.
 * @example =CLV.NONPURCHASE({12, 3}, {5, 20}) → 120
 * @source Kumar et al. 2010, customer engagement value.
 */
export function nonPurchase(events: unknown[][], value_each: unknown[][]): unknown[][] {
  const [counts, worth] = withEach(
    ["events", events, take.notNegative],
    ["value_each", value_each, take.money],
  );
  return once("plain", measures.nonPurchaseValue(counts, worth));
}

/**
 * What a customer brings in all: own purchases, referrals, and the rest.
 * @customfunction TOTALVALUE
 * @param clv Value of the customer's own purchases, in money.
 * @param referral Value of the customers whom this customer brings, in money.
 * @param [other] Value of anything else, in money; 0 when left out.
 * @returns Money.
 * @formula clv + referral + other
 * @errors #VALUE! when a cell is not a number.
 * @example =CLV.TOTALVALUE(0, 185, 15) → 200
 * @source Kumar et al. 2010, customer engagement value.
 */
export function totalValue(clv: unknown[][], referral: unknown[][], other?: unknown[][]): unknown[][] {
  return each(
    "plain",
    measures.totalValue,
    take.money("clv", clv),
    take.money("referral", referral),
    take.money("other", other, 0),
  );
}
