import { at } from "../numerics/at";
import { RandomStream } from "../numerics/random";
import { Refusal } from "../numerics/refusal";
import type { CollapsedRows } from "./collapseRows";
import type { Interval } from "./deltaMethod";
import type { FitOptions, FitResult } from "./fit";
import { collapseHistory, fitTransactions } from "./fitTransactions";
import type { PurchaseHistory } from "./purchaseHistory";
import type { TransactionModel } from "./transactionModel";

export interface BootstrapOptions {
  readonly seed: number;
  /** Refits; 500 by default. */
  readonly replicates?: number;
  readonly level?: number;
  readonly fit?: FitOptions;
}

/** Counts of a sample, with replacement, as large as the base. */
function resampled(rows: CollapsedRows, random: RandomStream): Float64Array {
  const upTo = new Float64Array(rows.length);
  let sum = 0;
  for (let i = 0; i < rows.length; i++) upTo[i] = sum += at(rows.counts, i);
  const counts = new Float64Array(rows.length);
  for (let drawn = 0; drawn < Math.round(rows.total); drawn++) {
    const target = random.uniform() * sum;
    let low = 0;
    let high = rows.length - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (at(upTo, middle) > target) high = middle;
      else low = middle + 1;
    }
    counts[low] = at(counts, low) + 1;
  }
  return counts;
}

function percentile(sorted: readonly number[], share: number): number {
  const place = share * (sorted.length - 1);
  const below = Math.floor(place);
  const low = sorted[below] ?? NaN;
  return low + (place - below) * ((sorted[below + 1] ?? low) - low);
}

/**
 * Percentile intervals of anything that follows from a fit, by refitting samples of the customers drawn with
 * replacement. The same seed gives the same intervals.
 *
 * @param statistics what is wanted of a fit: parameters, a customer's value, a total
 */
export function bootstrapIntervals(
  model: TransactionModel,
  history: PurchaseHistory,
  statistics: (fit: FitResult) => readonly number[],
  { seed, replicates = 500, level = 0.95, fit: options = {} }: BootstrapOptions,
): readonly Interval[] | Refusal {
  const rows = collapseHistory(history);
  if (rows instanceof Refusal) return rows;
  const random = new RandomStream(seed);
  const refit = (counts: Float64Array): FitResult | Refusal =>
    fitTransactions(model, { x: rows.a, tx: rows.b, age: rows.c, counts }, options);
  const whole = refit(rows.counts);
  if (whole instanceof Refusal) return whole;
  const found: (readonly number[])[] = [];
  for (let k = 0; k < replicates; k++) {
    const fit = refit(resampled(rows, random));
    const values = fit instanceof Refusal ? [NaN] : statistics(fit);
    if (values.every(Number.isFinite)) found.push(values);
  }
  if (found.length < replicates / 2) return new Refusal("noConvergence", "fitNotConverged");
  const tail = (1 - level) / 2;
  return statistics(whole).map((estimate, k) => {
    const sorted = found.map((values) => values[k] ?? NaN).sort((p, q) => p - q);
    return { estimate, low: percentile(sorted, tail), high: percentile(sorted, 1 - tail) };
  });
}

/** The same for one number that follows from a fit. */
export function bootstrapInterval(
  model: TransactionModel,
  history: PurchaseHistory,
  statistic: (fit: FitResult) => number,
  options: BootstrapOptions,
): Interval | Refusal {
  const found = bootstrapIntervals(model, history, (fit) => [statistic(fit)], options);
  return found instanceof Refusal ? found : (found[0] ?? new Refusal("noConvergence", "fitNotConverged"));
}
