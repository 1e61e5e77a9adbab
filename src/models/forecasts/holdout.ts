import { at } from "../../numerics/at";
import { Refusal } from "../../numerics/refusal";
import { checkLengths, doubles } from "../fitting/columns";

/** How a forecast fared against what came. */
export interface HoldoutAccuracy {
  readonly predictedTotal: number;
  readonly actualTotal: number;
  /** Mean absolute error per customer, in orders. */
  readonly mae: number;
  /** Root of the mean squared error per customer, in orders. */
  readonly rmse: number;
}

/** Compares predicted with actual orders, row by row; `counts` customers per row. */
export function holdoutAccuracy(
  predicted: ArrayLike<number>,
  actual: ArrayLike<number>,
  counts?: ArrayLike<number>,
): HoldoutAccuracy | Refusal {
  const lengths = checkLengths({ predicted, actual, counts });
  if (lengths !== undefined) return lengths;
  const [forecast, truth] = [doubles(predicted), doubles(actual)];
  let customers = 0;
  let predictedTotal = 0;
  let actualTotal = 0;
  let absolute = 0;
  let squared = 0;
  for (let i = 0; i < forecast.length; i++) {
    const weight = counts?.[i] ?? 1;
    const error = at(forecast, i) - at(truth, i);
    customers += weight;
    predictedTotal += weight * at(forecast, i);
    actualTotal += weight * at(truth, i);
    absolute += weight * Math.abs(error);
    squared += weight * error * error;
  }
  if (customers === 0) return new Refusal("tooLittleData", "noData");
  return { predictedTotal, actualTotal, mae: absolute / customers, rmse: Math.sqrt(squared / customers) };
}
