import { isRefusal, Refusal, type Outcome } from "../numerics/refusal";
import { finite } from "./finite";
import { lengthsDiffer, tooFew } from "./refusals";
import { TIMING, type Timing } from "./timing";
import { completeParameters, modelNamed, modelValue, parameterIndex, type ValueModel } from "./valueModels";

/** What the value of the retention model may be sensitive to. */
export const LEVERS = ["retention", "discount", "margin"] as const;
export type Lever = (typeof LEVERS)[number];

/**
 * By how many percent the value of the retention model moves with one percent of a lever (Gupta & Lehmann 2003).
 * @example elasticity(0.8, 0.1) // 3.667: one percent more retention is worth 3.7 percent
 */
export function elasticity(
  retention: number,
  discount: number,
  of: Lever = "retention",
  timing: Timing = TIMING.paid,
): Outcome {
  const left = 1 + discount - retention;
  if (left <= 0) return new Refusal("invalid", "retentionNotBelowDiscount", { retention, discount });
  if (of === "margin") return 1;
  if (of === "retention") {
    const residual = timing === TIMING.paid || timing === TIMING.renewal;
    return finite((residual ? 1 : 0) + retention / left, "retention");
  }
  const atOnce = timing === TIMING.begin || timing === TIMING.renewal;
  return finite((atOnce ? discount / (1 + discount) : 0) - discount / left, "discount");
}

/** A model with its base case, ready to have one parameter replaced. */
interface Scenario {
  readonly model: ValueModel;
  readonly values: number[];
}

function scenario(name: string, base: ArrayLike<number>): Scenario | Refusal {
  const model = modelNamed(name);
  if (isRefusal(model)) return model;
  const values = completeParameters(model, base);
  return isRefusal(values) ? values : { model, values };
}

/** The value where a parameter is changed by a share of itself. What leaves its range was not typed as a percentage. */
function valueMoved({ model, values }: Scenario, index: number, moved: number): Outcome {
  const value = modelValue(model, values.with(index, moved));
  if (!isRefusal(value) || value.code !== "notARate") return value;
  const range = model.parameters[index]?.kind === "interest" ? "< 1" : "≤ 1";
  return new Refusal("invalid", "outOfRange", { ...value.details, range });
}

/** A model's value where one parameter is changed by a share of itself. */
export interface SensitivityStep {
  readonly change: number;
  readonly parameter: number;
  readonly value: Outcome;
  /** Value against the base case. */
  readonly difference: Outcome;
}

/**
 * What a model gives as one parameter moves, the others staying at the base case.
 * @param parameter Its name or its number from 1.
 * @param steps Changes as shares: −0.1 is 10 % less.
 * @returns One line per step; a step that leaves the parameter's range carries its refusal.
 */
export function sensitivity(
  name: string,
  base: ArrayLike<number>,
  parameter: string | number,
  steps: ArrayLike<number>,
): SensitivityStep[] | Refusal {
  const start = scenario(name, base);
  if (isRefusal(start)) return start;
  const index = parameterIndex(start.model, parameter, "parameter");
  if (isRefusal(index)) return index;
  const baseValue = modelValue(start.model, start.values);
  if (isRefusal(baseValue)) return baseValue;
  return Array.from(steps, (change) => {
    const moved = (start.values[index] ?? 0) * (1 + change);
    const value = valueMoved(start, index, moved);
    const difference = isRefusal(value) ? value : value - baseValue;
    return { change, parameter: moved, value, difference };
  });
}

/** What a model gives as two parameters take the values of a row and a column; the others stay at the base case. */
export function sensitivityGrid(
  name: string,
  base: ArrayLike<number>,
  rowParameter: string | number,
  rowValues: readonly number[],
  columnParameter: string | number,
  columnValues: readonly number[],
): Outcome[][] | Refusal {
  const start = scenario(name, base);
  if (isRefusal(start)) return start;
  const row = parameterIndex(start.model, rowParameter, "row_parameter");
  if (isRefusal(row)) return row;
  const column = parameterIndex(start.model, columnParameter, "column_parameter");
  if (isRefusal(column)) return column;
  return rowValues.map((down) =>
    columnValues.map((across) => modelValue(start.model, start.values.with(row, down).with(column, across))),
  );
}

/**
 * The value gained by changing one lever by a share of itself.
 * @example uplift("CHURN", [25, 4, 0.4, 0.1], "aov", 0.1) // 40
 */
export function uplift(
  name: string,
  base: ArrayLike<number>,
  lever: string | number,
  change: number,
): Outcome {
  const start = scenario(name, base);
  if (isRefusal(start)) return start;
  const index = parameterIndex(start.model, lever, "lever");
  if (isRefusal(index)) return index;
  const before = modelValue(start.model, start.values);
  if (isRefusal(before)) return before;
  const after = valueMoved(start, index, (start.values[index] ?? 0) * (1 + change));
  return isRefusal(after) ? after : after - before;
}

/** One bar of a tornado chart. */
export interface TornadoBar {
  readonly label: string;
  /** Result at the low end and at the high end of the input, less the base result. */
  readonly low: number;
  readonly high: number;
  /** The length of the bar: |high − low|. */
  readonly swing: number;
  /** Swing as a share of all swings, which add to 1. */
  readonly share: number;
}

/**
 * The bars of a tornado chart, longest first; bars of one length stay in their order.
 * @param base The result of the base case.
 */
export function tornado(
  labels: readonly string[],
  low: readonly number[],
  high: readonly number[],
  base: number,
): TornadoBar[] | Refusal {
  const n = labels.length;
  if (n === 0) return tooFew("labels", 0, 1);
  if (low.length !== n) return lengthsDiffer("low", low.length, "labels", n);
  if (high.length !== n) return lengthsDiffer("high", high.length, "labels", n);
  const swings = labels.map((_, i) => Math.abs((high[i] ?? 0) - (low[i] ?? 0)));
  const total = swings.reduce((sum, swing) => sum + swing, 0);
  return labels
    .map((label, i) => {
      const swing = swings[i] ?? 0;
      const share = total === 0 ? 0 : swing / total;
      return { label, low: (low[i] ?? 0) - base, high: (high[i] ?? 0) - base, swing, share };
    })
    .sort((a, b) => b.swing - a.swing);
}
