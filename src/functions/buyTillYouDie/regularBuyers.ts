import type { TransactionModel } from "../../models/transactionModel";
import { Refusal, type Outcome } from "../../numerics/refusal";

/** Splits r, alpha, a, b, k into the model of k stages and its four parameters. */
export function withStages(
  create: (stages: number) => TransactionModel,
  row: readonly number[],
  compute: (model: TransactionModel, parameters: readonly number[]) => Outcome,
): Outcome {
  const stages = row[4];
  if (stages === undefined) {
    return new Refusal("invalid", "tooFewValues", { argument: "params", needed: 5, given: row.length });
  }
  if (!(Number.isInteger(stages) && stages >= 1 && stages <= 100)) {
    return new Refusal("invalid", "outOfRange", { argument: "k", value: stages, range: "1, 2, 3 … 100" });
  }
  return compute(create(stages), row.slice(0, 4));
}
