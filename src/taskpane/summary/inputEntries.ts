import type { Locale } from "../../locales/locale";
import {
  INPUTS,
  isTiming,
  type InputKey,
  type InputSpec,
  type InputValue,
  type SummaryInputs,
} from "../../summary/inputs/inputs";
import type { InputCell } from "../../summary/plan";
import { entryText, isProblem, readEntry, type EntryProblem, type EntryRule } from "../entries/readEntry";
import type { Words } from "../words/words";
import type { ReadResult, SummaryState } from "./state";

export type TypedInputs = Readonly<Partial<Record<InputKey, InputValue>>>;
export type InputProblems = Readonly<Partial<Record<InputKey, EntryProblem>>>;

/**
 * The rule of a number or date field; a choice has a list instead. No order may lie after the day the figures stand
 * for, so that day is not before the last order, and the period begins between the first order and that day.
 */
export function ruleOf(spec: InputSpec, result: ReadResult | undefined): EntryRule | undefined {
  const { key, kind, optional } = spec;
  if (kind === "choice") return undefined;
  const known = result !== undefined && result.lastDay > 0;
  const min = known && key === "asOf" ? result.lastDay : spec.min;
  const max = known && key === "periodStart" ? result.lastDay : spec.max;
  return { kind, min, max, optional };
}

/** Inputs as they were typed, and what is wrong with those that cannot be read. */
export function readInputs(
  entries: SummaryState["entries"],
  locale: Locale,
  result: ReadResult | undefined,
): { readonly typed: TypedInputs; readonly problems: InputProblems } {
  const typed: Partial<Record<InputKey, InputValue>> = {};
  const problems: Partial<Record<InputKey, EntryProblem>> = {};
  for (const spec of INPUTS) {
    const text = entries[spec.key];
    if (text === undefined) continue;
    const rule = ruleOf(spec, result);
    if (!rule) {
      if (isTiming(text)) typed[spec.key] = text;
      continue;
    }
    // An emptied field that has a suggestion from the orders goes back to it.
    if (text.trim() === "" && (spec.optional || spec.defaultOrigin === "orders")) continue;
    const entry = readEntry(rule, text, locale);
    if (isProblem(entry)) problems[spec.key] = entry.problem;
    else typed[spec.key] = entry.value;
  }
  return { typed, problems };
}

/** What stands in a field before anything is typed: from the orders once they are read, else the stated default. */
export function suggestedValue(
  spec: InputSpec,
  result: ReadResult | undefined,
  last: SummaryInputs | undefined,
): InputValue {
  const remembered = last?.[spec.key];
  if (remembered?.origin === "typed") return remembered.value;
  return result?.defaults?.[spec.key].value ?? spec.fallback;
}

/**
 * The values that the person typed in an earlier run go on being theirs, as far as they still fit the orders and the
 * pane's fields say nothing else.
 */
export const rememberedTyped = (
  last: SummaryInputs | undefined,
  entries: SummaryState["entries"],
  result: ReadResult,
): TypedInputs =>
  last === undefined
    ? {}
    : Object.fromEntries(
        INPUTS.flatMap((spec) => {
          const { value, origin } = last[spec.key];
          const rule = ruleOf(spec, result);
          const fits = typeof value !== "number" || !rule || (value >= rule.min && value <= rule.max);
          return origin === "typed" && fits && entries[spec.key] === undefined ? [[spec.key, value]] : [];
        }),
      );

/** The input cells without those that the pane's fields speak for. */
export const withoutEntered = (
  cells: readonly InputCell[],
  entries: SummaryState["entries"],
): readonly InputCell[] =>
  cells.filter(({ id }) => !INPUTS.some(({ key, name }) => name === id && entries[key] !== undefined));

/** Entries that can be read in one language, written as another writes them. */
export function translatedInputs(
  entries: SummaryState["entries"],
  from: Words,
  to: Words,
): SummaryState["entries"] {
  const result = { ...entries };
  for (const spec of INPUTS) {
    const text = entries[spec.key];
    const rule = ruleOf(spec, undefined);
    if (text === undefined || !rule) continue;
    const entry = readEntry(rule, text, from.locale);
    if (!isProblem(entry)) result[spec.key] = entryText(rule, entry.value, to.formats);
  }
  return result;
}
