import { at } from "../../numerics/at";
import { Refusal } from "../../numerics/refusal";
import { collapseRows, type CollapsedRows } from "../fitting/collapseRows";
import { checkCounts, checkLengths, doubles, inRow } from "../fitting/columns";
import type { FitOptions, FitOutcome } from "../fitting/fit";
import { maximiseLikelihood } from "../fitting/maximumLikelihood";
import type { PurchaseHistory } from "./purchaseHistory";
import { checkHistory, type ForecastModel } from "./transactionModel";

/** The distinct histories with their counts, or why they cannot be used. */
export function collapseHistory(model: ForecastModel, history: PurchaseHistory): CollapsedRows | Refusal {
  const lengths = checkLengths({ x: history.x, tx: history.tx, age: history.age, counts: history.counts });
  if (lengths !== undefined) return lengths;
  const [x, tx, age] = [doubles(history.x), doubles(history.tx), doubles(history.age)];
  for (let i = 0; i < x.length; i++) {
    const wrong = checkHistory(model, at(x, i), at(tx, i), at(age, i));
    if (wrong !== undefined) return inRow(wrong, i);
  }
  const counts = history.counts && doubles(history.counts);
  return checkCounts(counts) ?? collapseRows(x, tx, age, counts);
}

/** Why nothing can be learnt of repeat buying from these rows; undefined where something can. */
function nothingToLearn(rows: CollapsedRows): Refusal | undefined {
  if (rows.total === 0) return new Refusal("tooLittleData", "noData");
  let orders = 0;
  let age = 0;
  for (let i = 0; i < rows.length; i++) {
    orders += at(rows.a, i) * at(rows.counts, i);
    age += at(rows.c, i) * at(rows.counts, i);
  }
  if (orders === 0) return new Refusal("tooLittleData", "noRepeatOrders");
  return age === 0 ? new Refusal("tooLittleData", "noTimeObserved") : undefined;
}

/**
 * Fits a buy-till-you-die model by maximum likelihood.
 *
 * @returns the fit with its standing, or a refusal: columns of unequal length, an impossible history (with its row),
 *   or nothing to learn (all x = 0: no maximum exists)
 */
export function fitTransactions(
  model: ForecastModel,
  history: PurchaseHistory,
  options: FitOptions = {},
): FitOutcome {
  const rows = collapseHistory(model, history);
  if (rows instanceof Refusal) return rows;
  return nothingToLearn(rows) ?? maximiseLikelihood(model.problem(rows), options);
}
