import { inRow } from "../../models/fitting/columns";
import { forecastModel, hasStages } from "../../models/forecasts/forecastModels";
import type { FittedRow } from "../../models/intervals/predictionInterval";
import {
  createValuePredictor,
  type ValuedCustomer,
  type ValuePredictor,
  type ValueTerms,
} from "../../models/forecasts/predictValue";
import type { ForecastModel } from "../../models/buyTillYouDie/transactionModel";
import {
  createValueSlope,
  totalSlope,
  valueInterval,
  type ValueSlope,
} from "../../models/intervals/valueInterval";
import { TIME_UNITS, type TimeUnit } from "../../numerics/timeUnit";
import { at } from "../../numerics/at";
import { outOfRange, Refusal } from "../../numerics/refusal";
import * as take from "../arguments";
import type { Cells } from "../arguments";
import { each, eachSeveral, once } from "../broadcast";
import { errorOf } from "../cellError";
import { fittedRowOf, paramsOf } from "../fitBlock";
import { anyBeyond, columnsOf, LARGEST_OF_CNBD, levelOf } from "../modelArguments";
import { word } from "../ranges";
import { modelNameOf } from "./modelTables";
import { stagesOf } from "./regularBuyers";

/** What was given, or the reason in the cell. */
function sound<T>(given: T | Refusal): T {
  if (given instanceof Refusal) throw errorOf(given);
  return given;
}

/** Both fits with their covariance, from their whole blocks. */
const bothFits = (params: Cells, spend: Cells): [fit: FittedRow, spend: FittedRow] => [
  sound(fittedRowOf("params", params, paramsOf("params", params))),
  sound(fittedRowOf("spend_params", spend, paramsOf("spend_params", spend))),
];

/** The model that is named; those with stages take their number from params. */
function modelOf(model: Cells, params: Cells): ForecastModel {
  const name = modelNameOf(model);
  if (!hasStages(name)) return forecastModel(name);
  const row = paramsOf("params", params);
  const tooLarge = anyBeyond("params", row, LARGEST_OF_CNBD);
  return forecastModel(name, sound(tooLarge ?? stagesOf(row)));
}

const predictorOf = (model: Cells, params: Cells, spend: Cells): ValuePredictor =>
  sound(
    createValuePredictor(modelOf(model, params), paramsOf("params", params), paramsOf("spend_params", spend)),
  );

/** The time ahead; −1 stands for all of it. */
const horizonOf = (cells: Cells): take.Argument<number> =>
  cells ? take.notNegative("horizon", cells) : take.money("horizon", null, -1);

/**
 * Value of each customer's future orders today: margin × expected order value × discounted expected orders. The
 * discount rate is per year, whatever the unit of the ages.
 * @customfunction PREDICT
 * @param model The model of params: "bgnbd", "mbgnbd", "pareto", "bgcnbd", "mbgcnbd", or "bgbb", whose times count opportunities.
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
 * @param [level] Level of an interval, 0.95 say: each answer is then value, low, high. Give the whole blocks of both FIT functions with stats TRUE as params and spend_params.
 * @returns Money, one value per customer. Do not add the bounds of customers: CLV.PREDICT.TOTAL has those of the sum.
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
  level?: unknown[][],
): unknown[][] {
  const of = take.single(word<TimeUnit>("unit", unit, TIME_UNITS, "week"));
  const customerOf = (given: readonly number[]): [ValuedCustomer, ValueTerms] => {
    const [x = NaN, tx = NaN, age = NaN, meanValue = NaN, margin = NaN, annualRate = NaN, ahead = NaN] =
      given;
    return [
      { x, tx, age, meanValue },
      { margin, annualRate, unit: of, horizon: ahead < 0 ? undefined : ahead },
    ];
  };
  const values = [
    take.notNegative("x", x),
    take.notNegative("tx", tx),
    take.notNegative("age", age),
    take.notNegative("mean_value", mean_value),
    take.margin("margin", margin),
    take.interest("discount", discount),
    horizonOf(horizon),
  ];
  if (!level) {
    const valueOf = predictorOf(model, params, spend_params);
    return each<number[]>("plain", (...given) => valueOf(...customerOf(given)), ...values);
  }
  const asked = levelOf(level);
  const fits = bothFits(params, spend_params);
  const slopeOf = sound(createValueSlope(modelOf(model, params), ...fits));
  const withBounds = (...given: number[]): (number | undefined)[] | Refusal => {
    const slope = slopeOf(...customerOf(given));
    if (slope instanceof Refusal) return slope;
    const { estimate, low, high } = valueInterval(slope, ...fits, asked);
    return [estimate, low, high];
  };
  return eachSeveral<number[]>("plain", 3, withBounds, ...values);
}

/**
 * Value of all customers' future orders together, with its bounds: the sum of CLV.PREDICT. The bounds of single
 * customers cannot be added up, because all of them rest on the same fitted parameters and err together.
 * @customfunction PREDICT.TOTAL
 * @param model The model of params: "bgnbd", "mbgnbd", "pareto", "bgcnbd", "mbgcnbd", or "bgbb", whose times count opportunities.
 * @param params The row of the model's FIT function.
 * @param spend_params The row p, q, gamma of CLV.GAMMAGAMMA.FIT.
 * @param x Repeat orders of each customer: orders after the first, at most one a day.
 * @param tx Age of each customer at the last order, 0 where x is 0.
 * @param age Age of each customer now, in the same unit as tx; weeks are days / 7.
 * @param mean_value Mean value of each customer's repeat orders, in money; anything where x is 0.
 * @param margin Margin as a share of the order's value, one for all.
 * @param discount Discount rate per year, one for all.
 * @param [horizon] Time ahead, in the unit of the ages; without end when left out.
 * @param [unit] Unit of the ages: "day", "week", "month", "quarter" or "year"; "week" when left out.
 * @param [level] Level of an interval, 0.95 say: the answer is then value, low, high. Give the whole blocks of both FIT functions with stats TRUE as params and spend_params.
 * @param [customers] How many customers each row stands for; 1 when left out.
 * @returns Money; with a level a row: value, low, high.
 * @formula Σ CLV.PREDICT over customers; value × e^(± z × standard error / value), by the delta method
 * @errors #VALUE! when an argument is out of range; #NUM! when the expected order value is infinite (x = 0 and q at most 1), or without horizon the discount rate is 0.
 * @example =CLV.PREDICT.TOTAL("pareto", {0.5533, 10.5777, 0.6062, 11.6687}, {6.25, 3.74, 15.44}, {2, 0}, {30.43, 0}, {38.86, 38.86}, {22.345, 0}, 0.3, 0.1, 52) → 14.48
 * @source Fader, Hardie & Lee 2005, RFM and CLV; delta method: Casella & Berger 2002, 5.5.4.
 */
export function predictTotal(
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
  level?: unknown[][],
  customers?: unknown[][],
): unknown[][] {
  const { columns, counts } = columnsOf({ x, tx, age, mean_value }, customers);
  const ahead = take.single(horizonOf(horizon));
  const terms: ValueTerms = {
    margin: take.single(take.margin("margin", margin)),
    annualRate: take.single(take.interest("discount", discount)),
    unit: take.single(word<TimeUnit>("unit", unit, TIME_UNITS, "week")),
    horizon: ahead < 0 ? undefined : ahead,
  };
  const asked = level && levelOf(level);
  const fits = level && bothFits(params, spend_params);
  const slopeOf = fits && sound(createValueSlope(modelOf(model, params), ...fits));
  const valueOf = predictorOf(model, params, spend_params);
  const none = new Float64Array(0);
  const slopes = Array.from(columns[0] ?? none, (orders, i): ValueSlope => {
    const [last = NaN, now = NaN, meanValue = NaN] = columns.slice(1).map((column) => at(column, i));
    const count = counts === undefined ? 1 : at(counts, i);
    if (!(count >= 0)) throw errorOf(outOfRange(`customers[${i + 1}]`, count, "≥ 0"));
    const customer = { x: orders, tx: last, age: now, meanValue };
    const found = slopeOf ? slopeOf(customer, terms) : valueOf(customer, terms);
    if (found instanceof Refusal) throw errorOf(inRow(found, i));
    return typeof found === "number"
      ? { value: found, most: Infinity, byOrders: none, bySpend: none }
      : found;
  });
  if (slopes.length === 0) throw errorOf(new Refusal("tooLittleData", "noData"));
  const total = totalSlope(slopes, counts);
  if (!fits || asked === undefined) return once("plain", total.value);
  const { estimate, low = NaN, high = NaN } = valueInterval(total, ...fits, asked);
  return once("plain", [[estimate, low, high]]);
}
