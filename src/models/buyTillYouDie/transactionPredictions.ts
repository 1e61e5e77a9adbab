import { positive, probability, share, type Prediction } from "../intervals/predictionInterval";
import { conditional, dert, expected, logOddsAlive, pmf, type TransactionModel } from "./transactionModel";

/** What a buy-till-you-die model predicts, each with the scale for its bounds. */
export interface TransactionPredictions {
  /** Of x, tx, age. */
  readonly alive: Prediction;
  /** Of t, x, tx, age. */
  readonly conditional: Prediction;
  /** Of x, tx, age, delta. */
  readonly dert: Prediction;
  /** Of t. */
  readonly expected: Prediction;
}

export const predictionsOf = (model: TransactionModel): TransactionPredictions => ({
  alive: probability((p, x = NaN, tx = NaN, age = NaN) => logOddsAlive(model, p, x, tx, age)),
  conditional: positive((p, t = NaN, x = NaN, tx = NaN, age = NaN) => conditional(model, p, t, x, tx, age)),
  dert: positive((p, x = NaN, tx = NaN, age = NaN, delta = NaN) => dert(model, p, x, tx, age, delta)),
  expected: positive((p, t = NaN) => expected(model, p, t)),
});

/** The probability of n orders by t. */
export const massOf = (model: TransactionModel): Prediction =>
  share((p, n = NaN, t = NaN) => pmf(model, p, n, t));
