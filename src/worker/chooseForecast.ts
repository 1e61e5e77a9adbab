import type { ModelComparison, ModelTrial } from "../models/forecasts/compareModels";
import type { FitOutcome, FitResult } from "../models/fitting/fit";
import { fitTransactions } from "../models/buyTillYouDie/fitTransactions";
import { fitGammaGamma, type SpendHistory } from "../models/spending/gammaGamma";
import type { PurchaseHistory } from "../models/buyTillYouDie/purchaseHistory";
import type { TransactionModel } from "../models/buyTillYouDie/transactionModel";
import { Refusal } from "../numerics/refusal";

/** The fits that a forecast is made with. */
export interface ForecastFits {
  readonly model: TransactionModel;
  readonly purchases: FitResult;
  readonly spend: FitResult;
}

/**
 * The fits that a forecast can be defended with: those that stand firmly, and where one does not (weak, or at a
 * boundary) the same model steadied by a weak prior. Undefined where even that cannot be had.
 */
export function chooseForecast(
  comparison: ModelComparison,
  history: PurchaseHistory,
  spending: SpendHistory,
  spendFit: FitOutcome,
): ForecastFits | undefined {
  const trial = comparison.best ?? leastBic(comparison.trials);
  if (trial === undefined) return undefined;
  const { model } = trial;
  const purchases = firm(trial.fit, () => fitTransactions(model, history, { weakPrior: true }));
  const spend = firm(spendFit, () => fitGammaGamma(spending, { weakPrior: true }));
  return purchases && spend && { model, purchases, spend };
}

function firm(fit: FitOutcome, steadied: () => FitOutcome): FitResult | undefined {
  if (fit instanceof Refusal) return undefined;
  if (fit.standing.kind === "fitted") return fit;
  const other = steadied();
  return other instanceof Refusal ? undefined : other;
}

/** Where no fit stands: of those at a boundary the one that describes the orders best. */
function leastBic(trials: readonly ModelTrial[]): ModelTrial | undefined {
  const bic = ({ fit }: ModelTrial): number => (fit instanceof Refusal ? Infinity : fit.bic);
  const [best] = [...trials].sort((p, q) => bic(p) - bic(q));
  return best !== undefined && bic(best) < Infinity ? best : undefined;
}
