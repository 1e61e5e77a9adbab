import type { ModelWords } from "../locales/modelWords";
import {
  compareModels,
  earnsItsPlace,
  type ModelComparison,
  type ModelTrial,
} from "../models/forecasts/compareModels";
import type { HoldoutAccuracy } from "../models/forecasts/holdout";
import type { TransactionModel } from "../models/buyTillYouDie/transactionModel";
import { Refusal } from "../numerics/refusal";
import { splitAtCutoff, type CalibrationHoldout } from "../orders/customers/calibrationHoldout";
import type { CustomerBase } from "../orders/customers/customerBase";
import type { OrderTable } from "../orders/orderTable";
import type { HoldoutScore, HoldoutTest, HoldoutVerdict } from "../summary/models/modelReport";
import { historyOf, weeks } from "./modelHistory";

/** Of the observation, the part kept back to test the models on. */
const HOLDOUT_SHARE = 1 / 3;
/** Shorter observations, in days, are not split: neither part would say anything. */
const SHORTEST_SPLIT = 180;

/** The models fitted to the first part of the orders, and what they made of the rest. */
export interface TestedModels {
  readonly split: CalibrationHoldout;
  readonly comparison: ModelComparison;
}

/** Undefined where the orders are too few or too short to be split. */
export function testModels(orders: OrderTable, customers: CustomerBase): TestedModels | undefined {
  const split = splitOf(orders, customers);
  if (split === undefined) return undefined;
  const holdout = { orders: split.holdoutFrequency, length: weeks(split.holdoutDays) };
  const comparison = compareModels(historyOf(split.calibration), holdout);
  return comparison instanceof Refusal ? undefined : { split, comparison };
}

function splitOf(orders: OrderTable, customers: CustomerBase): CalibrationHoldout | undefined {
  const { asOf, firstDay } = customers;
  const first = firstDay.reduce((least, day) => Math.min(least, day), asOf);
  const observed = asOf - first;
  if (observed < SHORTEST_SPLIT) return undefined;
  return splitAtCutoff(orders, { cutoff: asOf - Math.round(observed * HOLDOUT_SHARE), asOf });
}

/** How the model of the forecast did in the test; where it could not be fitted there, the best that could. */
export const trialOf = (
  { trials, best }: ModelComparison,
  forecast: TransactionModel | undefined,
): ModelTrial | undefined =>
  trials.find(({ model, holdout }) => model === forecast && isAccuracy(holdout)) ?? best;

/** The test in the report's words, with a verdict on the model of the forecast. */
export const holdoutTest = (
  { split, comparison }: TestedModels,
  forecast: TransactionModel | undefined,
  words: ModelWords,
): HoldoutTest => ({
  start: split.calibration.asOf + 1,
  scores: scoresOf(comparison, words),
  verdict: verdictOn(comparison, trialOf(comparison, forecast), words),
});

const isAccuracy = (holdout: ModelTrial["holdout"]): holdout is HoldoutAccuracy =>
  holdout !== undefined && !(holdout instanceof Refusal);

const errorIn = ({ holdout }: Pick<ModelTrial, "holdout">): number =>
  isAccuracy(holdout) ? holdout.rmse : Infinity;

function verdictOn(
  { trials, naive }: ModelComparison,
  tested: ModelTrial | undefined,
  words: ModelWords,
): HoldoutVerdict | undefined {
  const earns = earnsItsPlace(tested, naive);
  if (tested === undefined || earns === undefined) return undefined;
  const [first] = [...trials].sort((p, q) => errorIn(p) - errorIn(q));
  const better = first !== undefined && errorIn(first) < errorIn(tested) ? first : undefined;
  return {
    model: words.names[tested.model.name],
    earnsItsPlace: earns,
    better: better && words.names[better.model.name],
  };
}

function scoresOf({ trials, naive }: ModelComparison, words: ModelWords): readonly HoldoutScore[] {
  const all = [
    ...trials.map(({ model, holdout }) => ({ name: words.names[model.name], holdout })),
    ...naive.map(({ forecast, holdout }) => ({ name: words.naive[forecast], holdout })),
  ];
  return all.flatMap(({ name, holdout }): HoldoutScore[] => {
    if (holdout === undefined || holdout instanceof Refusal) return [];
    const { predictedTotal, actualTotal, mae, rmse } = holdout;
    return [
      {
        name,
        expected: predictedTotal,
        actual: actualTotal,
        meanAbsoluteError: mae,
        rootMeanSquareError: rmse,
      },
    ];
  });
}
