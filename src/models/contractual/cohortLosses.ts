import { at } from "../../numerics/at";
import { outOfRange, Refusal } from "../../numerics/refusal";
import { doubles } from "../fitting/columns";
import type { ModelLimit } from "../fitting/likelihoodProblem";

/** A cohort under contract: how many left in each period, and how many are still there. */
export interface CohortLosses {
  readonly lost: Float64Array;
  readonly survivors: number;
  readonly customers: number;
}

/** How a model with Beta(alpha, beta) chances of leaving may turn into simpler ones. */
export const CHURN_LIMITS: readonly ModelLimit[] = [
  { limit: "identicalDropout", direction: [1, 1] },
  { limit: "nobodyLeaves", direction: [-1, 0] },
  { limit: "nobodyLeaves", direction: [0, 1] },
  { limit: "everybodyLeavesAtOnce", direction: [0, -1] },
  { limit: "everybodyLeavesAtOnce", direction: [1, 0] },
  { limit: "leavesAtOnceOrNever", direction: [-1, -1] },
];

/** The losses of a cohort with `active` customers after 0, 1, 2, … periods, or why they are no such thing. */
export function lossesOf(active: ArrayLike<number>, leastPeriods: number): CohortLosses | Refusal {
  const counts = doubles(active);
  if (counts.length <= leastPeriods) {
    const details = { argument: "active_counts", needed: leastPeriods + 1, given: counts.length };
    return new Refusal("tooLittleData", "tooFewValues", details);
  }
  const wrong = counts.findIndex((count) => !(count >= 0 && Number.isFinite(count)));
  if (wrong >= 0) {
    return outOfRange(`active_counts[${wrong + 1}]`, at(counts, wrong), "≥ 0");
  }
  const lost = new Float64Array(counts.length - 1);
  for (let t = 1; t < counts.length; t++) {
    lost[t - 1] = at(counts, t - 1) - at(counts, t);
    if (at(counts, t) > at(counts, t - 1)) {
      return new Refusal("invalid", "countsRise", { argument: "active_counts", index: t + 1 });
    }
  }
  const customers = at(counts, 0);
  const survivors = at(counts, counts.length - 1);
  if (customers === 0) return new Refusal("tooLittleData", "noData");
  return survivors === customers
    ? new Refusal("tooLittleData", "nobodyLeft")
    : { lost, survivors, customers };
}
