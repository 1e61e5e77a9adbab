import type { ModelName } from "../../models/fitting/modelName";

/** How far a fit can be trusted; the words are in src/locales/<language>/sheets.ts. */
export type ModelStanding = "fitted" | "weak" | "boundary" | "impossible";

export interface ModelParameter {
  readonly name: string;
  /** Where it stands in the model's row of parameters. */
  readonly place: number;
  readonly value: number;
  /** null where there is none: at a boundary. */
  readonly standardError: number | null;
}

/** One fitted model, as the Models sheet shows it. */
export interface FittedModel {
  readonly model: ModelName;
  /** `BG/NBD`, `Pareto/NBD with a weak prior`, … */
  readonly name: string;
  readonly role: "purchases" | "spend";
  /** Steadied by a weak prior, because the orders alone do not settle it. */
  readonly weakPrior: boolean;
  readonly parameters: readonly ModelParameter[];
  readonly logLikelihood: number;
  readonly aic: number;
  readonly bic: number;
  readonly customers: number;
  readonly standing: ModelStanding;
  /** The direction that is weak, or the limiting model, in words of the model's own. */
  readonly remark?: string;
}

/** One forecast of the holdout weeks against what happened. */
export interface HoldoutScore {
  readonly name: string;
  readonly expected: number;
  readonly actual: number;
  readonly meanAbsoluteError: number;
  readonly rootMeanSquareError: number;
}

export interface HoldoutVerdict {
  readonly model: string;
  /** Whether it beats the forecasts that need no model. */
  readonly earnsItsPlace: boolean;
  /** Another model that erred less. */
  readonly better?: string;
}

/** What the models would have forecast for the last part of the orders. */
export interface HoldoutTest {
  /** First day that was hidden. */
  readonly start: number;
  readonly scores: readonly HoldoutScore[];
  /** What the test says of the forecast's model; missing where no model could be tested. */
  readonly verdict?: HoldoutVerdict;
}

/** Repeat orders of all customers, added up over time. */
export interface TrackingPoint {
  /** Excel day serial. */
  readonly day: number;
  readonly actual: number;
  readonly expected: number;
}

/** Each customer's prediction over the horizon; arrays run along the customers of the orders. */
export interface Predictions {
  readonly horizonYears: number;
  /** 1 for a customer whom the models know; 0 for one who had bought nothing yet, or only returned. */
  readonly known: Uint8Array;
  readonly alive: Float64Array;
  readonly orders: Float64Array;
  readonly value: Float64Array;
  readonly valueLow: Float64Array;
  readonly valueHigh: Float64Array;
  readonly total: number;
  readonly totalLow: number;
  readonly totalHigh: number;
  /** Confidence of the intervals, 0.95. */
  readonly confidence: number;
}

export interface ChosenModels {
  readonly purchases: FittedModel;
  readonly spend: FittedModel;
}

/** What the probability models found, as plain data. */
export interface ModelReport {
  readonly models: readonly FittedModel[];
  /** Those of them that the predictions come from; missing where none can be relied upon. */
  readonly chosen?: ChosenModels;
  readonly holdout?: HoldoutTest;
  readonly tracking: readonly TrackingPoint[];
  /** Correlation of value and frequency, which Gamma-Gamma assumes to be 0. */
  readonly spendCorrelation?: number;
  /** Mean repeat values below it are taken as this: returns can bring one to nothing, which no model of spending knows. */
  readonly leastValue: number;
  readonly predictions?: Predictions;
}
