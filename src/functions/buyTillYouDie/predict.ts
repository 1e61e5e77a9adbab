import { paramsOf } from "../fitBlock";
import { createValuePredictor } from "../../models/predictValue";
import { TIME_UNITS, type TimeUnit } from "../../numerics/timeUnit";
import { isRefusal } from "../../numerics/refusal";
import * as take from "../arguments";
import { each } from "../broadcast";
import { errorOf } from "../cellError";
import { modelOf } from "./modelTables";
import { word } from "../ranges";

/**
 * Value of each customer's future orders today: margin × expected order value × discounted expected orders. The
 * discount rate is per year, whatever the unit of the ages.
 * @customfunction PREDICT
 * @param model The model of params: "bgnbd", "mbgnbd" or "pareto".
 * @param params The row of the model's FIT function.
 * @param spend_params The row p, q, gamma of CLV.GAMMAGAMMA.FIT.
 * @param x Repeat orders of each customer: orders after the first, at most one a day.
 * @param tx Age of each customer at the last order, 0 where x is 0.
 * @param age Age of each customer now, in the same unit as tx; weeks are days / 7.
 * @param mean_value Mean value of each customer's repeat orders, in money; anything where x is 0.
 * @param margin Margin as a share of the order's value.
 * @param discount Discount rate per year.
 * @param [horizon] Time ahead, in the unit of the ages; without end when left out.
 * @param [unit] Unit of the ages: "day", "week", "month", "quarter" or "year"; "week" when left out.
 * @returns Money, one value per customer.
 * @formula margin × E[order value] × P(alive) × ∫ e^(−delta t) dE[orders by t], delta = ln(1 + discount) per unit
 * @errors #VALUE! when an argument is out of range; #NUM! when the expected order value is infinite (x = 0 and q at most 1), or without horizon the discount rate is 0.
 * @example =CLV.PREDICT("pareto", {0.5533, 10.5777, 0.6062, 11.6687}, {6.25, 3.74, 15.44}, {2, 0}, {30.43, 0}, 38.86, {22.345, 0}, 0.3, 0.1, 52) → {13.11, 1.377}
 * @source Fader, Hardie & Lee 2005, RFM and CLV.
 */
export function predict(
  model: unknown[][],
  params: unknown[][],
  spend_params: unknown[][],
  x: unknown[][],
  tx: unknown[][],
  age: unknown[][],
  mean_value: unknown[][],
  margin: unknown[][],
  discount: unknown[][],
  horizon?: unknown[][],
  unit?: unknown[][],
): unknown[][] {
  const value = createValuePredictor(
    modelOf(model),
    paramsOf("params", params),
    paramsOf("spend_params", spend_params),
  );
  if (isRefusal(value)) throw errorOf(value);
  const of = take.single(word<TimeUnit>("unit", unit, TIME_UNITS, "week"));
  return each(
    "plain",
    (orders, last, now, meanValue, share: number, annualRate: number, ahead: number) =>
      value(
        { x: orders, tx: last, age: now, meanValue },
        { margin: share, annualRate, unit: of, horizon: ahead < 0 ? undefined : ahead },
      ),
    take.notNegative("x", x),
    take.notNegative("tx", tx),
    take.notNegative("age", age),
    take.notNegative("mean_value", mean_value),
    take.margin("margin", margin),
    take.interest("discount", discount),
    horizon ? take.notNegative("horizon", horizon) : take.money("horizon", null, -1),
  );
}
