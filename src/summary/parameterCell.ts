import type { Context } from "./context";
import { areaOf, type SheetDraft } from "./sheetDraft";
import type { PlanCell } from "./plan";

/** An input that only one sheet uses, and that stands on it. */
export interface Parameter {
  readonly label: string;
  readonly name: string;
  readonly value: PlanCell;
  readonly numberFormat: string;
  readonly min: number;
  readonly max: number;
  readonly whole?: boolean;
  readonly unit?: string;
  readonly explain?: string;
}

/** Puts parameters below one another, label and value side by side; gives the row after the last. */
export function putParameters(
  draft: SheetDraft,
  context: Context,
  parameters: readonly Parameter[],
  row: number,
  column = 0,
): number {
  parameters.forEach((parameter, index) => {
    const at = row + index;
    draft.put(at, column, [[parameter.label, parameter.value, parameter.unit ?? ""]]);
    const cell = areaOf(at, column + 1, 1, 1);
    draft.format(areaOf(at, column, 1, 1), { style: "label", wrap: true });
    draft.format(cell, { style: "input", numberFormat: parameter.numberFormat, align: "end" });
    draft.format(areaOf(at, column + 2, 1, 1), { style: "unit" });
    context.names.add(parameter.name, draft.key, cell, parameter.label);
    draft.validations.push({
      area: cell,
      rule: { kind: parameter.whole === true ? "whole" : "decimal", min: parameter.min, max: parameter.max },
      title: parameter.label.slice(0, 32),
      message: (parameter.explain ?? `${parameter.label}: ${parameter.min} – ${parameter.max}`).slice(0, 255),
    });
  });
  return row + parameters.length;
}
