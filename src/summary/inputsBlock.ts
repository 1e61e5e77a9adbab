import type { Context } from "./context";
import { inputNumber } from "./keyFigures";
import { INPUTS, isTiming, type InputSpec } from "./inputs";
import type { Area, PlanCell, Scalar } from "./plan";
import { areaOf, formula, type SheetDraft } from "./sheetDraft";

/** Columns of an inputs block: label, value, unit, origin, lowest, highest. */
export const INPUT_COLUMNS = 6;

/**
 * Puts inputs, one per row, with their names, ranges and explanations; gives the row after the last.
 * The explanation is what Excel shows when the cell is selected.
 */
export function putInputs(
  draft: SheetDraft,
  context: Context,
  specs: readonly InputSpec[],
  row: number,
  column: number,
): number {
  const words = context.words.inputColumns;
  const header = [words.label, words.value, words.unit, words.origin, words.lowest, words.highest];
  draft.put(row, column, [header], { style: "tableHeader" });
  draft.format(areaOf(row, column + 1, 1, 1), { align: "end" });
  draft.format(areaOf(row, column + 4, 1, 2), { align: "end" });
  specs.forEach((spec, index) => putInput(draft, context, spec, row + 1 + index, column));
  return row + 1 + specs.length;
}

function putInput(draft: SheetDraft, context: Context, spec: InputSpec, row: number, column: number): void {
  const { words, names, request } = context;
  const { label, explain } = words.inputs[spec.key];
  const { origin } = request.inputs[spec.key];
  const { min, max } = rangeOf(spec);
  const from = spec.shown === "sheet" && origin === "default" ? "convention" : origin;
  const cells = [label, inputCell(context, spec), unitOf(context, spec), words.origins[from], min, max];
  draft.put(row, column, [cells]);
  const value = areaOf(row, column + 1, 1, 1);
  const numberFormat = inputFormat(context, spec);
  names.add(spec.name, draft.key, value, label);
  draft.format(areaOf(row, column, 1, 1), { style: "label" });
  draft.format(value, { style: "input", numberFormat, align: "end" });
  draft.format(areaOf(row, column + 2, 1, 2), { style: "unit" });
  draft.format(areaOf(row, column + 4, 1, 2), { style: "unit", numberFormat, align: "end" });
  draft.validations.push({
    area: value,
    rule: ruleOf(context, spec),
    title: clip(label, 32),
    message: clip(explain, 255),
  });
}

/** Names the columns of an inputs block, which checks and notes look at as a whole; `labels` is its first column. */
export function nameInputColumns(draft: SheetDraft, { names, words }: Context, labels: Area): void {
  const beside = (offset: number): Area => ({ ...labels, column: labels.column + offset });
  names.add("clv_input_values", draft.key, beside(1), words.inputColumns.value);
  names.add("clv_input_origins", draft.key, beside(3), words.inputColumns.origin);
  names.add("clv_input_lowest", draft.key, beside(4), words.inputColumns.lowest);
  names.add("clv_input_highest", draft.key, beside(5), words.inputColumns.highest);
}

/** Shows inputs that stand on another sheet: links, in the colour of links. */
export function putInputLinks(
  draft: SheetDraft,
  context: Context,
  specs: readonly InputSpec[],
  row: number,
  column: number,
): number {
  const words = context.words.inputColumns;
  draft.put(row, column, [[words.label, words.value, words.unit]], { style: "tableHeader" });
  draft.format(areaOf(row, column + 1, 1, 1), { align: "end" });
  specs.forEach((spec, index) => {
    const at = row + 1 + index;
    const cell = formula(
      spec.optional ? `=IF(ISNUMBER(${spec.name}),${spec.name},"")` : `=${spec.name}`,
      shownValue(context, spec),
    );
    draft.put(at, column, [[context.words.inputs[spec.key].label, cell, unitOf(context, spec)]]);
    draft.format(areaOf(at, column, 1, 1), { style: "label" });
    draft.format(areaOf(at, column + 1, 1, 1), {
      style: "crossLink",
      numberFormat: inputFormat(context, spec),
      align: "end",
    });
    draft.format(areaOf(at, column + 2, 1, 1), { style: "unit" });
  });
  return row + 1 + specs.length;
}

/** The value as the cell holds it: a timing by its words, nothing as empty text. */
function shownValue({ request, words }: Context, { key }: InputSpec): Scalar {
  const { value } = request.inputs[key];
  if (isTiming(value)) return words.timings[value];
  return value ?? "";
}

/** What follows from the orders stays a formula, so that it moves with them; the rest is a value. */
function inputCell(context: Context, spec: InputSpec): PlanCell {
  const { inputs } = context.request;
  const value = shownValue(context, spec);
  if (inputs[spec.key].origin !== "orders") return value;
  const asOf = inputNumber(inputs, "asOf");
  if (spec.key === "asOf" && context.live && asOf === lastDay(context)) {
    return formula("=MAX(clv_order_date)", value);
  }
  const aYear = asOf - inputNumber(inputs, "daysPerYear") + 1;
  if (spec.key === "periodStart" && value === aYear) {
    return formula("=clv_as_of-clv_days_per_year+1", value);
  }
  return value;
}

function lastDay({ request }: Context): number {
  let last = 0;
  for (const day of request.orders.day) if (day > last) last = day;
  return last;
}

/** A choice has a list instead of a range. */
const rangeOf = ({ kind, min, max }: InputSpec): { min: PlanCell; max: PlanCell } =>
  kind === "choice" ? { min: "", max: "" } : { min, max };

export function unitOf({ words, request }: Context, { kind, key }: InputSpec): string {
  const { units } = words;
  if (key === "decimals") return units.digits;
  if (key === "targetRatio") return units.multiple;
  const byKind = {
    rate: units.share,
    money: request.money.symbol === "" ? units.money : request.money.symbol,
    days: units.days,
    years: units.years,
    date: units.day,
    count: units.count,
    choice: units.choice,
  };
  return byKind[kind];
}

function inputFormat({ formats }: Context, { kind, key }: InputSpec): string {
  if (key === "tolerance") return formats.inputDecimal;
  if (key === "targetRatio") return formats.inputDecimal;
  const byKind = {
    rate: formats.inputPercent,
    money: formats.inputMoney,
    days: formats.inputCount,
    years: formats.inputDecimal,
    date: formats.date,
    count: formats.inputCount,
    choice: "@",
  };
  return byKind[kind];
}

function ruleOf({ words }: Context, { kind, min, max, key }: InputSpec) {
  if (kind === "choice") return { kind: "list", values: Object.values(words.timings) } as const;
  if (kind === "date") return { kind: "date", min, max } as const;
  const whole = kind === "days" || key === "horizon" || key === "groups" || key === "decimals";
  return { kind: whole ? "whole" : "decimal", min, max } as const;
}

/** Excel takes 32 characters in a prompt's title and 255 in its text. */
const clip = (text: string, length: number): string =>
  text.length <= length ? text : `${text.slice(0, length - 1)}…`;

/** The inputs that a reader may want to change, and the conventions that only a reviewer looks at. */
export const readersInputs = (): readonly InputSpec[] => INPUTS.filter(({ shown }) => shown !== "sheet");
export const conventions = (): readonly InputSpec[] => INPUTS.filter(({ shown }) => shown === "sheet");
