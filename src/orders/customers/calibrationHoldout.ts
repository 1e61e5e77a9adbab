import { buildCustomers } from "./buildCustomers";
import type { CustomerBase } from "./customerBase";
import type { OrderTable } from "../orderTable";

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

export interface SplitOptions {
  /** Last day of the calibration period (Excel day serial), inclusive. */
  readonly cutoff: number;
  /** Last day of the holdout period; the last day in the orders by default. */
  readonly asOf?: number;
}

/** Splits the orders at the cutoff. Customers who came after it are in neither part. */
export function splitAtCutoff(orders: OrderTable, { cutoff, asOf }: SplitOptions): CalibrationHoldout {
  const calibration = buildCustomers(orders, { asOf: cutoff });
  const all = buildCustomers(orders, asOf === undefined ? {} : { asOf });
  const later = new Map<string, number>();
  all.ids.forEach((id, customer) => later.set(id, customer));
  const holdoutFrequency = new Uint32Array(calibration.length);
  const holdoutRevenue = new Float64Array(calibration.length);
  calibration.ids.forEach((id, customer) => {
    const then = later.get(id);
    if (then === undefined) return;
    // Purchase days and revenue are both additive over time: what came after is the whole less what came before.
    holdoutFrequency[customer] = (all.frequency[then] ?? 0) - (calibration.frequency[customer] ?? 0);
    const gained = (all.revenue[then] ?? NaN) - (calibration.revenue[customer] ?? NaN);
    holdoutRevenue[customer] = Math.round(gained * 1_000_000) / 1_000_000;
  });
  return { calibration, holdoutDays: all.asOf - cutoff, holdoutFrequency, holdoutRevenue };
}
