import type { Context } from "../context";
import {
  putInputHeadings,
  putInputLabel,
  putInputLine,
  putLinkHeadings,
  type InputPlaces,
  type LinkPlaces,
} from "./inputLine";
import { inputNumber } from "../board/keyFigures";
import { moneyUnit } from "../board/figuresBlock";
import { heldInputs, nameAsMade } from "../checks/heldValues";
import { INPUTS, isTiming, type InputKey, type InputKind, type InputSpec } from "./inputs";
import type { Area, PlanCell, Scalar, Validation } from "../plan";
import { areaOf, formula, type SheetDraft } from "../layout/sheetDraft";
import { isFormula, noteInput, refuseInput, valueIn } from "./sheetInputs";

/**
 * Puts inputs, one per row, with their names, ranges and explanations; gives the row after the last.
 * The explanation is what Excel shows when the cell is selected.
 */
export function putInputs(
  draft: SheetDraft,
  context: Context,
  specs: readonly InputSpec[],
  row: number,
  places: InputPlaces,
): number {
  putInputHeadings(draft, context, row, places);
  specs.forEach((spec, index) => putInput(draft, context, spec, row + 1 + index, places));
  return row + 1 + specs.length;
}

function putInput(
  draft: SheetDraft,
  context: Context,
  spec: InputSpec,
  row: number,
  places: InputPlaces,
): void {
  const { words, request } = context;
  const { label, explain } = words.inputs[spec.key];
  const { origin } = request.inputs[spec.key];
  const from = spec.shown === "sheet" && origin === "default" ? "convention" : origin;
  const input = { name: spec.name, label, rule: ruleOf(context, spec) };
  const typed = request.typed?.[spec.name];
  // What was typed on the sheet is among the inputs, unless it could not be used.
  if (typed !== undefined && origin !== "typed") {
    const at = { row, column: places.value };
    refuseInput(draft, context, { ...input, rule: usableRule(context, spec) }, at, valueIn(typed));
  }
  const value = inputCell(context, spec);
  noteInput(context, input, value, origin === "typed");
  const made = putInputLine(draft, context, row, places, {
    ...input,
    value,
    numberFormat: inputFormat(context, spec),
    unit: unitOf(context, spec),
    origin: words.origins[from],
    ...(spec.optional ? { originOfNone: words.origins.orders } : {}),
    explain,
  });
  if (heldInputs(context).includes(spec.name)) nameAsMade(draft, context, spec.name, made, label);
}

/** Names the columns of an inputs block, which checks and notes look at as a whole. */
export function nameInputColumns(
  draft: SheetDraft,
  { names, words }: Context,
  { value, origin, lowest, highest }: InputPlaces,
  row: number,
  rows: number,
): void {
  const column = (at: number): Area => areaOf(row, at, rows, 1);
  names.add("clv_input_values", draft.key, column(value), words.inputColumns.value);
  names.add("clv_input_origins", draft.key, column(origin), words.inputColumns.origin);
  names.add("clv_input_lowest", draft.key, column(lowest), words.inputColumns.lowest);
  names.add("clv_input_highest", draft.key, column(highest), words.inputColumns.highest);
}

/** Shows inputs that stand on another sheet: links, in the colour of links. */
export function putInputLinks(
  draft: SheetDraft,
  context: Context,
  specs: readonly InputSpec[],
  row: number,
  places: LinkPlaces,
): number {
  putLinkHeadings(draft, context, row, places);
  specs.forEach((spec, index) => {
    const at = row + 1 + index;
    const cell = formula(
      spec.optional ? `=IF(ISNUMBER(${spec.name}),${spec.name},"")` : `=${spec.name}`,
      shownValue(context, spec),
    );
    putInputLabel(draft, context.words.inputs[spec.key].label, at, places);
    draft.put(at, places.value, [[cell]], {
      style: "crossLink",
      numberFormat: inputFormat(context, spec),
      align: "end",
    });
    draft.put(at, places.unit, [[unitOf(context, spec)]], { style: "unit" });
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
  const typed = context.request.typed?.[spec.name];
  if (inputs[spec.key].origin === "typed" && isFormula(typed)) return formula(typed.formula, value);
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

/** What the number counts; nothing where the cell's format or the label says it already. */
function unitOf(context: Context, { kind, key }: InputSpec): string {
  const { units } = context.words;
  const byKey: Partial<Record<InputKey, string>> = {
    grossMargin: units.ofRevenue,
    discountRate: units.perYear,
    churn: units.perYear,
    acquisitionCost: moneyUnit(context, "moneyPerCustomer"),
    costPerOrder: moneyUnit(context, "moneyPerOrder"),
    retentionCost: moneyUnit(context, "moneyPerYear"),
    tolerance: moneyUnit(context, "money"),
    decimals: units.digits,
    targetRatio: units.multiple,
    groups: units.groups,
    fewCustomers: units.customers,
  };
  const byKind: Partial<Record<InputKind, string>> = { days: units.days, years: units.years };
  return byKey[key] ?? byKind[kind] ?? "";
}

function inputFormat({ formats }: Context, { kind, key }: InputSpec): string {
  if (key === "tolerance") return formats.inputDecimal;
  if (key === "targetRatio") return formats.inputDecimal;
  const byKind = {
    rate: formats.inputPercent,
    money: formats.inputMoney,
    days: formats.inputCount,
    years: formats.inputDecimal,
    date: formats.inputDate,
    count: formats.inputCount,
    choice: formats.inputText,
  };
  return byKind[kind];
}

function ruleOf({ words }: Context, { kind, min, max, key }: InputSpec): Validation["rule"] {
  if (kind === "choice") return { kind: "list", values: Object.values(words.timings) } as const;
  if (kind === "date") return { kind: "date", min, max } as const;
  const whole = kind === "days" || key === "horizon" || key === "groups" || key === "decimals";
  return { kind: whole ? "whole" : "decimal", min, max } as const;
}

/** The rule as the orders narrow it: they set no day after the last of them, and the period begins by then. */
function usableRule(context: Context, spec: InputSpec): Validation["rule"] {
  const rule = ruleOf(context, spec);
  if (rule.kind !== "date") return rule;
  return spec.key === "asOf" ? { ...rule, min: lastDay(context) } : { ...rule, max: lastDay(context) };
}

/** The inputs that a reader may want to change, and the conventions that only a reviewer looks at. */
export const readersInputs = (): readonly InputSpec[] => INPUTS.filter(({ shown }) => shown !== "sheet");
export const conventions = (): readonly InputSpec[] => INPUTS.filter(({ shown }) => shown === "sheet");
