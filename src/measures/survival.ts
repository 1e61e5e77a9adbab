import { sumOf } from "../numerics/compensatedSum";
import { Refusal, type Outcome } from "../numerics/refusal";
import { finite, quotient } from "./finite";
import { lengthsDiffer, outOfRange, tooFew } from "./refusals";

/** What is wrong with the counts of customers of one cohort still active, period by period, if anything. */
function flaw(counts: ArrayLike<number>): Refusal | undefined {
  if (counts.length === 0) return tooFew("active_counts", 0, 1);
  if (counts[0] === 0) return new Refusal("divisionByZero", "zeroDivisor", { argument: "active_counts" });
  return rise(counts, "active_counts");
}

/** Refused: customers who have left a cohort do not come back to it. */
function rise(values: ArrayLike<number>, argument: string): Refusal | undefined {
  for (let t = 1; t < values.length; t++)
    if ((values[t] ?? 0) > (values[t - 1] ?? 0))
      return new Refusal("invalid", "countsRise", { argument, index: t + 1 });
  return undefined;
}

/**
 * The share of a cohort still active after 0, 1, 2 … periods.
 * @example survivalCurve([1000, 631, 468, 382, 326]) // [1, 0.631, 0.468, 0.382, 0.326]
 */
export function survivalCurve(counts: ArrayLike<number>): number[] | Refusal {
  return flaw(counts) ?? Array.from(counts, (count) => count / (counts[0] ?? 1));
}

/**
 * The retention rate of each period: who stayed of those there one period before. One value fewer than counts.
 * @returns null for the periods after everyone has left.
 */
export function retentionCurve(counts: ArrayLike<number>): (number | null)[] | Refusal {
  if (counts.length < 2) return tooFew("active_counts", counts.length, 2);
  const wrong = flaw(counts);
  if (wrong) return wrong;
  return Array.from(counts, (count, t) => {
    const before = counts[t - 1] ?? 0;
    return before === 0 ? null : count / before;
  }).slice(1);
}

/**
 * Expected tenure within the horizon of a survival curve, in periods, discounted if a rate is given: Σ S(t) ÷ (1+d)ᵗ,
 * t = 0, 1, 2 … It leaves out what comes after the curve ends.
 */
export function expectedTenure(survival: ArrayLike<number>, discount = 0): Outcome {
  if (survival.length === 0) return tooFew("survival", 0, 1);
  const risen = rise(survival, "survival");
  if (risen) return risen;
  return finite(sumOf(Array.from(survival, (s, t) => s / (1 + discount) ** t)), "survival");
}

/** One step of a Kaplan-Meier curve. */
export interface SurvivalStep {
  readonly time: number;
  readonly survival: number;
  /** Greenwood's standard error; null once nobody is left. */
  readonly standardError: number | null;
  readonly atRisk: number;
  readonly left: number;
}

/**
 * The survival curve of customers some of whom have not left yet (Kaplan & Meier 1958): Π (1 − left ÷ at risk).
 * @param churned Whether each customer left at the end of its duration, or was still there when last seen.
 * @returns One step for each time at which someone left, in order of time.
 */
export function kaplanMeier(
  durations: readonly number[],
  churned: readonly boolean[],
): SurvivalStep[] | Refusal {
  if (durations.length === 0) return tooFew("durations", 0, 1);
  if (churned.length !== durations.length)
    return lengthsDiffer("churned", churned.length, "durations", durations.length);
  const order = [...durations.keys()].sort((a, b) => (durations[a] ?? 0) - (durations[b] ?? 0));
  const steps: SurvivalStep[] = [];
  let survival = 1;
  let greenwood = 0;
  for (let i = 0; i < order.length;) {
    const time = durations[order[i] ?? 0] ?? 0;
    const atRisk = order.length - i;
    let left = 0;
    for (; i < order.length && durations[order[i] ?? 0] === time; i++) if (churned[order[i] ?? 0]) left++;
    if (left === 0) continue;
    survival *= 1 - left / atRisk;
    greenwood += left / (atRisk * (atRisk - left));
    const standardError = left === atRisk ? null : survival * Math.sqrt(greenwood);
    steps.push({ time, survival, standardError, atRisk, left });
  }
  return steps;
}

/** The survival of a Kaplan-Meier curve at a time: that of the last step not after it, 1 before the first. */
export function survivalAt(steps: readonly SurvivalStep[], time: number): number {
  let [low, high] = [0, steps.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((steps[middle]?.time ?? Infinity) <= time) low = middle + 1;
    else high = middle;
  }
  return steps[low - 1]?.survival ?? 1;
}

/**
 * The repeat rate: the share of customers with more than one order. It says who came back at all, not who is kept
 * from period to period: it is no retention rate and must not be used as one.
 */
export const repeatRate = (repeatCustomers: number, customers: number): Outcome =>
  customers > 0 && repeatCustomers > customers
    ? outOfRange("repeat_customers", repeatCustomers, `0 – ${customers}`)
    : quotient(repeatCustomers, customers, "customers");
