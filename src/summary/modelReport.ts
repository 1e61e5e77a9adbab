/** How far a fit can be trusted; the words are in src/locales/<language>/sheets.ts. */
export type ModelStanding = "fitted" | "weak" | "boundary" | "impossible";

export interface ModelParameter {
  readonly name: string;
  readonly value: number;
  /** null where there is none: at a boundary. */
  readonly standardError: number | null;
}

/** One fitted model, as the Models sheet shows it. */
export interface FittedModel {
  /** `BG/NBD`, `Pareto/NBD`, … : a name, never translated. */
  readonly name: string;
  readonly role: "purchases" | "spend";
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

/** What the models would have forecast for the last part of the orders. */
export interface HoldoutTest {
  /** First day that was hidden. */
  readonly start: number;
  readonly scores: readonly HoldoutScore[];
  /** The best model, and whether it beats the forecasts that need none; missing where no model could be tested. */
  readonly verdict?: { readonly model: string; readonly earnsItsPlace: boolean };
}

/** Repeat orders of all customers, added up over time. */
export interface TrackingPoint {
  /** Excel day serial. */
  readonly day: number;
  readonly actual: number;
  readonly expected: number;
}

/** One customer's prediction over the horizon; arrays run along `CustomerBase`. */
export interface Predictions {
  readonly horizonYears: number;
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

/** What the probability models found, as plain data. */
export interface ModelReport {
  /** Name of the model that the predictions come from. */
  readonly chosen: string;
  readonly models: readonly FittedModel[];
  readonly holdout?: HoldoutTest;
  readonly tracking: readonly TrackingPoint[];
  /** Correlation of value and frequency, which Gamma-Gamma assumes to be 0. */
  readonly spendCorrelation?: number;
  readonly predictions?: Predictions;
}
