import { bgBbConditional, bgBbDert, bgBbExpected, bgBbLogOddsAlive } from "./bgBb";
import { between, probability } from "../intervals/predictionInterval";
import type { TransactionPredictions } from "./transactionPredictions";

/** What BG/BB predicts, each with the scale for its bounds: of t opportunities nobody can use more than t. */
export const bgBbPredictions: TransactionPredictions = {
  alive: probability((p, x = NaN, tx = NaN, n = NaN) => bgBbLogOddsAlive(p, x, tx, n)),
  conditional: between(
    (p, t = NaN, x = NaN, tx = NaN, n = NaN) => bgBbConditional(p, t, x, tx, n),
    (t = NaN) => [0, t],
  ),
  dert: between(
    (p, x = NaN, tx = NaN, n = NaN, discount = NaN) => bgBbDert(p, x, tx, n, discount),
    (_x, _tx, _n, discount = NaN) => [0, 1 / discount],
  ),
  expected: between(
    (p, n = NaN) => bgBbExpected(p, n),
    (n = NaN) => [0, n],
  ),
};
