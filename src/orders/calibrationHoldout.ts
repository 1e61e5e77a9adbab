import type { CustomerBase } from "./customerBase";

/** Customers as they stood on a cutoff day, and what they did after it: for testing a model on what it has not seen. */
export interface CalibrationHoldout {
  /** Customers with an order up to the cutoff; `asOf` is the cutoff. */
  readonly calibration: CustomerBase;
  /** Length of the holdout period in days: last day − cutoff. */
  readonly holdoutDays: number;
  /** Distinct purchase days after the cutoff, per customer of `calibration`. */
  readonly holdoutFrequency: Uint32Array;
  /** Net revenue after the cutoff, per customer of `calibration`. */
  readonly holdoutRevenue: Float64Array;
}
