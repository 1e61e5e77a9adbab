import { at } from "../../numerics/at";
import { RandomStream } from "../../numerics/random";
import { Refusal } from "../../numerics/refusal";
import type { CollapsedRows } from "../fitting/collapseRows";
import type { Interval } from "./deltaMethod";
import type { FitOptions, FitResult } from "../fitting/fit";
import { collapseHistory, fitTransactions } from "../buyTillYouDie/fitTransactions";
import type { LimitingModel } from "../fitting/modelName";
import type { PurchaseHistory } from "../buyTillYouDie/purchaseHistory";
import type { ForecastModel } from "../buyTillYouDie/transactionModel";

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

/** The quantile at a share of numbers that may be infinite; between a finite and an infinite one, the outer. */
function percentile(numbers: readonly number[], share: number): number {
  const sorted = [...numbers].sort((p, q) => (p < q ? -1 : Number(p > q)));
  const place = share * (sorted.length - 1);
  const below = Math.floor(place);
  const low = sorted[below] ?? NaN;
  const high = sorted[below + 1] ?? low;
  if (place === below || low === high) return low;
  if (high === Infinity) return share < 0.5 ? low : high;
  return low + (place - below) * (high - low);
}

/** In these limits the chance of leaving is 0 or 1, and its two parameters may be anything that gives that chance. */
const isOneChance = (limit?: LimitingModel): boolean =>
  limit === "nobodyLeaves" || limit === "everybodyLeavesAtOnce";

/** The parameters of a fit; at a boundary what they run towards, 0 or infinite, or anything between. */
export function parametersOf({ parameters, parameterNames, standing }: FitResult): readonly Interval[] {
  if (standing.kind !== "boundary") return parameters.map((estimate) => ({ estimate }));
  return parameters.map((estimate, i) => {
    if (i >= 2 && standing.limits.some(isOneChance)) return { estimate, low: 0, high: Infinity };
    const ends = standing.parameters
      .filter(({ parameter }) => parameter === parameterNames[i])
      .map(({ towards }) => (towards === "zero" ? 0 : Infinity));
    return ends.length === 0 ? { estimate } : { estimate, low: Math.min(...ends), high: Math.max(...ends) };
  });
}

/**
 * Percentile intervals of anything that follows from a fit, by refitting samples of the customers drawn with
 * replacement. The same seed gives the same intervals. Where more draws cannot be fitted than lie beyond a bound
 * there are none: the bound would hang on what those draws would have shown.
 *
 * @param statistics what is wanted of a fit: parameters, a customer's value, a total; where the fit leaves one open,
 *   its range
 */
export function bootstrapIntervals(
  model: ForecastModel,
  history: PurchaseHistory,
  statistics: (fit: FitResult) => readonly Interval[],
  { seed, replicates = 500, level = 0.95, fit: options = {} }: BootstrapOptions,
): readonly Interval[] | Refusal {
  const rows = collapseHistory(model, history);
  if (rows instanceof Refusal) return rows;
  const random = new RandomStream(seed);
  const refit = (counts: Float64Array): FitResult | Refusal =>
    fitTransactions(model, { x: rows.a, tx: rows.b, age: rows.c, counts }, options);
  const whole = refit(rows.counts);
  if (whole instanceof Refusal) return whole;
  const found: (readonly Interval[])[] = [];
  for (let k = 0; k < replicates; k++) {
    const fit = refit(resampled(rows, random));
    const drawn = fit instanceof Refusal ? [] : statistics(fit);
    if (drawn.length > 0 && drawn.every(({ estimate }) => Number.isFinite(estimate))) found.push(drawn);
  }
  const tail = (1 - level) / 2;
  const failed = replicates - found.length;
  if (failed > tail * replicates) {
    return new Refusal("tooLittleData", "drawsNotFitted", { failed, draws: replicates });
  }
  return statistics(whole).map(({ estimate }, k) => ({
    estimate,
    low: percentile(
      found.map((drawn) => drawn[k]?.low ?? drawn[k]?.estimate ?? NaN),
      tail,
    ),
    high: percentile(
      found.map((drawn) => drawn[k]?.high ?? drawn[k]?.estimate ?? NaN),
      1 - tail,
    ),
  }));
}

/** The same for one number that follows from a fit. */
export function bootstrapInterval(
  model: ForecastModel,
  history: PurchaseHistory,
  statistic: (fit: FitResult) => number,
  options: BootstrapOptions,
): Interval | Refusal {
  const found = bootstrapIntervals(model, history, (fit) => [{ estimate: statistic(fit) }], options);
  return found instanceof Refusal ? found : (found[0] ?? new Refusal("noConvergence", "fitNotConverged"));
}
