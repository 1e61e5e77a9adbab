import type { Prediction } from "../../models/intervals/predictionInterval";
import type { TransactionModel } from "../../models/buyTillYouDie/transactionModel";
import {
  predictionsOf,
  type TransactionPredictions,
} from "../../models/buyTillYouDie/transactionPredictions";
import { type Outcome, outOfRange, Refusal } from "../../numerics/refusal";

/** The number of stages, the last of r, alpha, a, b, k. */
export function stagesOf(row: readonly number[]): Outcome {
  const stages = row[4];
  if (stages === undefined) {
    return new Refusal("invalid", "tooFewValues", { argument: "params", needed: 5, given: row.length });
  }
  return Number.isInteger(stages) && stages >= 1 && stages <= 100
    ? stages
    : outOfRange("k", stages, "1, 2, 3 … 100");
}

/** Splits r, alpha, a, b, k into the model of k stages and its four parameters. */
function withStages(
  create: (stages: number) => TransactionModel,
  row: readonly number[],
  compute: (model: TransactionModel, parameters: readonly number[]) => Outcome,
): Outcome {
  const stages = stagesOf(row);
  return typeof stages === "number" ? compute(create(stages), row.slice(0, 4)) : stages;
}

/** The predictions of a CNBD-k model from the row r, alpha, a, b, k; k is taken as known. */
export function stagedPredictionsOf(create: (stages: number) => TransactionModel): TransactionPredictions {
  const staged = (name: keyof TransactionPredictions): Prediction => {
    const compute =
      (part: "value" | "unbounded"): Prediction["value"] =>
      (row, ...known) =>
        withStages(create, row, (model, four) => predictionsOf(model)[name][part](four, ...known));
    const { fromUnbounded } = predictionsOf(create(1))[name];
    return { value: compute("value"), unbounded: compute("unbounded"), fromUnbounded };
  };
  return {
    alive: staged("alive"),
    conditional: staged("conditional"),
    dert: staged("dert"),
    expected: staged("expected"),
  };
}
