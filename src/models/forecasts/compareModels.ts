import { Refusal } from "../../numerics/refusal";
import { bgNbd } from "../buyTillYouDie/bgNbd";
import { checkLengths } from "../fitting/columns";
import type { FitOutcome, FitResult } from "../fitting/fit";
import { fitTransactions } from "../buyTillYouDie/fitTransactions";
import { forecastCustomers } from "./forecastCustomers";
import { holdoutAccuracy, type HoldoutAccuracy } from "./holdout";
import { mbgNbd } from "../buyTillYouDie/mbgNbd";
import { paretoNbd } from "../buyTillYouDie/paretoNbd";
import type { PurchaseHistory } from "../buyTillYouDie/purchaseHistory";
import type { TransactionModel } from "../buyTillYouDie/transactionModel";

/** What customers did after the history ended: orders of each row's customer within `length` of time. */
export interface Holdout {
  readonly orders: ArrayLike<number>;
  readonly length: number;
}

/** Two forecasts that need no model: the rate so far goes on (x / T), and nothing more comes. */
const NAIVE_FORECASTS = ["rateSoFar", "nothing"] as const;
export type NaiveForecast = (typeof NAIVE_FORECASTS)[number];

export interface ModelTrial {
  readonly model: TransactionModel;
  readonly fit: FitOutcome;
  readonly holdout?: HoldoutAccuracy | Refusal;
}

export interface NaiveTrial {
  readonly forecast: NaiveForecast;
  readonly holdout: HoldoutAccuracy | Refusal;
}

export interface ModelComparison {
  /** In the order asked. */
  readonly trials: readonly ModelTrial[];
  readonly naive: readonly NaiveTrial[];
  /**
   * The trial to prefer: the lowest BIC among the fits that stand (fitted, or else weak); undefined where none does.
   */
  readonly best: ModelTrial | undefined;
  /** Whether the best model's error (RMSE) in the holdout is below both naive forecasts'; undefined without one. */
  readonly earnsItsPlace: boolean | undefined;
}

export const TRANSACTION_MODELS: readonly TransactionModel[] = [bgNbd, mbgNbd, paretoNbd];

function naiveOrders(forecast: NaiveForecast, history: PurchaseHistory, length: number): Float64Array {
  return Float64Array.from(history.x, (x, i) => {
    const age = history.age[i] ?? 0;
    return forecast === "nothing" || age === 0 ? 0 : (x / age) * length;
  });
}

/** A model with the fit that was made of it. */
export interface FittedModel {
  readonly model: TransactionModel;
  readonly fit: FitOutcome;
}

function trial(
  { model, fit }: FittedModel,
  history: PurchaseHistory,
  holdout: Holdout | undefined,
): ModelTrial {
  if (fit instanceof Refusal || holdout === undefined) return { model, fit };
  const forecast = forecastCustomers(model, fit, history, { horizon: holdout.length });
  if (forecast instanceof Refusal) return { model, fit, holdout: forecast };
  return { model, fit, holdout: holdoutAccuracy(forecast.orders.estimate, holdout.orders, history.counts) };
}

const isFit = (fit: FitOutcome): fit is FitResult => !(fit instanceof Refusal);

function bestOf(trials: readonly ModelTrial[]): ModelTrial | undefined {
  const standing = (kind: "fitted" | "weak"): ModelTrial[] =>
    trials.filter(({ fit }) => isFit(fit) && fit.standing.kind === kind);
  const bic = ({ fit }: ModelTrial): number => (isFit(fit) ? fit.bic : Infinity);
  const candidates = standing("fitted").length > 0 ? standing("fitted") : standing("weak");
  return [...candidates].sort((p, q) => bic(p) - bic(q))[0];
}

/**
 * Compares fits to one history and, where a holdout is given, forecasts it with each and with two naive rules, so that
 * a user sees whether a model earns its place.
 */
export function compareFits(
  fits: readonly FittedModel[],
  history: PurchaseHistory,
  holdout?: Holdout,
): ModelComparison | Refusal {
  const lengths = checkLengths({ x: history.x, age: history.age, holdout: holdout?.orders });
  if (lengths !== undefined) return lengths;
  const trials = fits.map((fit) => trial(fit, history, holdout));
  const naive =
    holdout === undefined
      ? []
      : NAIVE_FORECASTS.map((forecast) => ({
          forecast,
          holdout: holdoutAccuracy(
            naiveOrders(forecast, history, holdout.length),
            holdout.orders,
            history.counts,
          ),
        }));
  const best = bestOf(trials);
  return { trials, naive, best, earnsItsPlace: earnsItsPlace(best, naive) };
}

/** Fits TRANSACTION_MODELS to one history and compares them. */
export function compareModels(history: PurchaseHistory, holdout?: Holdout): ModelComparison | Refusal {
  const fits = TRANSACTION_MODELS.map((model) => ({ model, fit: fitTransactions(model, history) }));
  return compareFits(fits, history, holdout);
}

export function earnsItsPlace(
  best: ModelTrial | undefined,
  naive: readonly NaiveTrial[],
): boolean | undefined {
  const rmse = (holdout: HoldoutAccuracy | Refusal | undefined): number | undefined =>
    holdout === undefined || holdout instanceof Refusal ? undefined : holdout.rmse;
  const own = rmse(best?.holdout);
  if (own === undefined || naive.length === 0) return undefined;
  return naive.every((rule) => own < (rmse(rule.holdout) ?? Infinity));
}
