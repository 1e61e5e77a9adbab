import { forecastCustomers } from "../models/forecasts/forecastCustomers";
import { predictValues } from "../models/forecasts/predictValue";
import { Refusal } from "../numerics/refusal";
import { UNITS_PER_YEAR } from "../numerics/timeUnit";
import type { CustomerBase } from "../orders/customers/customerBase";
import type { SummaryInputs } from "../summary/inputs/inputs";
import { inputNumber } from "../summary/board/keyFigures";
import type { Predictions } from "../summary/models/modelReport";
import type { ForecastFits } from "./chooseForecast";
import { historyOf } from "./modelHistory";

const CONFIDENCE = 0.95;
/** Returns can bring a customer's mean repeat value to nothing or below, which no model of spending knows. */
export const LEAST_VALUE = 0.01;

/**
 * Orders and value of every customer over the horizon, laid out along the `length` customers of the orders. Undefined
 * where they have no finite intervals: without these a prediction would look surer than it is.
 */
export function predictCustomers(
  { model, purchases, spend }: ForecastFits,
  customers: CustomerBase,
  length: number,
  inputs: SummaryInputs,
): Predictions | undefined {
  const years = inputNumber(inputs, "horizon");
  const horizon = years * UNITS_PER_YEAR.week;
  const history = {
    ...historyOf(customers),
    meanValue: customers.meanRepeatValue.map((value) => Math.max(value, LEAST_VALUE)),
  };
  const forecast = forecastCustomers(model, purchases, history, { horizon });
  const terms = {
    margin: inputNumber(inputs, "grossMargin"),
    annualRate: inputNumber(inputs, "discountRate"),
    unit: "week",
    horizon,
  } as const;
  const worth = predictValues(model, purchases, spend, history, terms, CONFIDENCE);
  if (forecast instanceof Refusal || worth instanceof Refusal) return undefined;
  const { value, total } = worth;
  if (value.low === undefined || value.high === undefined) return undefined;
  if (total.low === undefined || total.high === undefined) return undefined;
  if (!Number.isFinite(total.high) || !value.high.every(Number.isFinite)) return undefined;
  const along = (values: Float64Array): Float64Array => alongOrders(values, customers, length);
  return {
    horizonYears: years,
    known: Uint8Array.from(along(new Float64Array(customers.length).fill(1))),
    alive: along(forecast.alive.estimate),
    orders: along(forecast.orders.estimate),
    value: along(value.estimate),
    valueLow: along(value.low),
    valueHigh: along(value.high),
    total: total.estimate,
    totalLow: total.low,
    totalHigh: total.high,
    confidence: CONFIDENCE,
  };
}

/** The models know only customers who had bought by the day of the summary; the orders may know more. */
function alongOrders(values: Float64Array, { numbers }: CustomerBase, length: number): Float64Array {
  const all = new Float64Array(length);
  numbers.forEach((number, row) => {
    all[number] = values[row] ?? NaN;
  });
  return all;
}
