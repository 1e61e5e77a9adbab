import * as measures from "../measures/sensitivity";
import type { Timing } from "../measures/timing";
import { TIMING } from "../measures/timing";
import { isRefusal } from "../numerics/refusal";
import * as take from "./arguments";
import { each, once } from "./broadcast";
import { labels as textLabels, leading, list, numbers, timingOf, together, word } from "./ranges";

const textOf = (name: string, cells: unknown[][]): string => take.single(take.text(name, cells));

/**
 * Elasticity: by how many percent the value of CLV.RETENTION moves with one percent of retention, discount or margin.
 * @customfunction ELASTICITY
 * @param retention Share of customers who stay from one period to the next, 0 to 1.
 * @param discount Discount rate of the same period: 0.1 or 10%.
 * @param [of] "retention", "discount" or "margin"; "retention" when left out.
 * @param [timing] 0 cash at period ends, 1 first payment now, 2 has just paid, 3 about to renew; 2 when left out.
 * @returns Percent per percent.
 * @formula (1 + discount) / (1 + discount − retention), for retention with timing 2
 * @errors #VALUE! when a rate is out of range, retention is not below 1 + discount, or the word is unknown.
 * @example =CLV.ELASTICITY(0.8, 0.1) → 3.667
 * @example =CLV.ELASTICITY(0.8, 0.1, "discount") → -0.333
 * @source Gupta & Lehmann 2003; derived: the logarithmic derivative.
 */
export function elasticity(
  retention: unknown[][],
  discount: unknown[][],
  of?: unknown[][],
  timing?: unknown[][],
): unknown[][] {
  return each(
    "plain",
    (r: number, d: number, lever: measures.Lever, when: Timing) => measures.elasticity(r, d, lever, when),
    take.rate("retention", retention),
    take.interest("discount", discount),
    word("of", of, measures.LEVERS, "retention"),
    timingOf(timing, TIMING.paid),
  );
}

/**
 * What a value formula gives as one of its arguments moves and the others stay.
 * @customfunction SENSITIVITY
 * @param model Name of the formula: "SIMPLE", "CHURN", "SUBSCRIPTION", "RETENTION", "FINITE", "GROWTH", "CONTINUOUS" or "SAAS".
 * @param base Its arguments in their order, as one range; those left out at the end take their defaults.
 * @param parameter Which argument moves: its name, or its number from 1.
 * @param steps Changes as shares of the argument: -0.1 or -10% is a tenth less.
 * @returns A row per step: change, argument, value, difference from the base case.
 * @formula value(argument × (1 + step)) − value(argument)
 * @errors #VALUE! for a step that leaves the argument's range, in that step's row only, and for unknown names.
 * @example =CLV.SENSITIVITY("CHURN", {25, 4, 0.4, 0.1}, "frequency", {-0.5; 0; 0.5}) → {-0.5, 2, 200, -200; 0, 4, 400, 0; 0.5, 6, 600, 200}
 * @source Derived: one argument at a time.
 */
export function sensitivity(
  model: unknown[][],
  base: unknown[][],
  parameter: unknown[][],
  steps: unknown[][],
): unknown[][] {
  const lines = measures.sensitivity(
    textOf("model", model),
    leading("base", base),
    textOf("parameter", parameter),
    list("steps", steps),
  );
  if (isRefusal(lines)) return once("plain", lines);
  return once(
    "plain",
    lines.map((line) => [line.change, line.parameter, line.value, line.difference]),
  );
}

/**
 * What a value formula gives as two of its arguments move: a table that stays live, unlike Excel's Data Table.
 * @customfunction GRID
 * @param model Name of the formula: "SIMPLE", "CHURN", "SUBSCRIPTION", "RETENTION", "FINITE", "GROWTH", "CONTINUOUS" or "SAAS".
 * @param base Its arguments in their order, as one range; those left out at the end take their defaults.
 * @param row_parameter Which argument changes from row to row: its name, or its number from 1.
 * @param row_values The values it takes.
 * @param column_parameter Which argument changes from column to column.
 * @param column_values The values it takes.
 * @returns A block: row values down, column values across.
 * @formula value of the model at each pair
 * @errors #VALUE! for values out of the arguments' range, in their own cells only, and for unknown names.
 * @example =CLV.GRID("CHURN", {25, 4, 0.4, 0.1}, "aov", {25; 50}, "churn_rate", {0.1, 0.2, 0.4}) → {400, 200, 100; 800, 400, 200}
 * @source Derived: two arguments at a time.
 */
export function grid(
  model: unknown[][],
  base: unknown[][],
  row_parameter: unknown[][],
  row_values: unknown[][],
  column_parameter: unknown[][],
  column_values: unknown[][],
): unknown[][] {
  return once(
    "plain",
    measures.sensitivityGrid(
      textOf("model", model),
      leading("base", base),
      textOf("row_parameter", row_parameter),
      list("row_values", row_values),
      textOf("column_parameter", column_parameter),
      list("column_values", column_values),
    ),
  );
}

/**
 * Tornado: which input matters most, longest bar first. Chart columns two and three as stacked bars.
 * @customfunction TORNADO
 * @param labels Names of the inputs.
 * @param low Result with each input at its low end.
 * @param high Result with each input at its high end.
 * @param base Result of the base case.
 * @returns A row per input: name, low result less base, high result less base, swing, share of all swings.
 * @formula swing = |high − low|; share = swing / Σ swings
 * @errors #VALUE! when the ranges differ in length; #N/A without inputs.
 * @example =CLV.TORNADO({"margin"; "churn"}, {350; 500}, {450; 200}, 400) → {"churn", 100, -200, 300, 0.75; "margin", -50, 50, 100, 0.25}
 * @source Eschenbach 1992, tornado diagrams.
 */
export function tornado(
  labels: unknown[][],
  low: unknown[][],
  high: unknown[][],
  base: unknown[][],
): unknown[][] {
  const rows = together({ labels, low, high });
  const bars = measures.tornado(
    textLabels("labels", rows.labels).map(String),
    numbers("low", rows.low),
    numbers("high", rows.high),
    take.single(take.money("base", base)),
  );
  if (isRefusal(bars)) return once("plain", bars);
  return once(
    "plain",
    bars.map((bar) => [bar.label, bar.low, bar.high, bar.swing, bar.share]),
  );
}

/**
 * Uplift: the value gained per customer when one argument of a value formula changes by a share. Cross-selling and
 * up-selling lift the order value, a loyalty programme the frequency, service lowers churn.
 * @customfunction UPLIFT
 * @param model Name of the formula: "SIMPLE", "CHURN", "SUBSCRIPTION", "RETENTION", "FINITE", "GROWTH", "CONTINUOUS" or "SAAS".
 * @param base Its arguments in their order, as one range; those left out at the end take their defaults.
 * @param lever Which argument changes: its name, or its number from 1.
 * @param change Change as a share of the argument: 0.1 or 10% is a tenth more.
 * @returns Money per customer.
 * @formula value(argument × (1 + change)) − value(argument)
 * @errors #VALUE! when the argument leaves its range, and for unknown names.
 * @example =CLV.UPLIFT("CHURN", {25, 4, 0.4, 0.1}, {"aov"; "churn_rate"}, {10%; -10%}) → {40; 44.44}
 * @source Derived: one argument at a time.
 */
export function uplift(
  model: unknown[][],
  base: unknown[][],
  lever: unknown[][],
  change: unknown[][],
): unknown[][] {
  const name = textOf("model", model);
  const values = leading("base", base);
  return each(
    "plain",
    (which: string, share: number) => measures.uplift(name, values, which, share),
    take.text("lever", lever),
    take.money("change", change),
  );
}
