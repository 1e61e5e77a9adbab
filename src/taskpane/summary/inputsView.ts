import { fill } from "../../locales/locale";
import { sheetWords } from "../../locales/sheetWords";
import { INPUTS, isTiming, TIMINGS, type InputKey, type InputSpec } from "../../summary/inputs/inputs";
import { h, type ElementNode } from "../dom/node";
import { entryText } from "../entries/readEntry";
import { selectField, textField } from "../views/fields";
import { more, step } from "../views/parts";
import type { Formats } from "../words/formats";
import { entryError } from "../words/words";
import { readInputs, ruleOf, suggestedValue } from "./inputEntries";
import { continued } from "./state";
import type { SummaryView } from "./view";

/** The ways of typing a rate, each with the digits and signs of the language. */
const rateWays = (formats: Formats): Record<string, string> => ({
  whole: formats.entry(40),
  percent: formats.rateEntry(0.4),
  share: formats.entry(0.4),
});

/** Step 2: the inputs, built from the one specification that the sheet's inputs block is built from too. */
export function inputsStep(view: SummaryView): ElementNode {
  const { text, formats } = view.words;
  const shown = (place: InputSpec["shown"]): ElementNode[] =>
    INPUTS.filter((spec) => spec.shown === place).map((spec) => inputField(view, spec));
  const { problems } = readInputs(view.state.entries, view.words.locale, view.result);
  const hiddenProblem = INPUTS.some((spec) => spec.shown === "more" && problems[spec.key]);
  return step(
    formats.count(2),
    text.summary.stepInputs,
    "step-inputs",
    h(
      "p",
      { class: "quiet" },
      `${text.summary.inputsIntro} ${fill(text.summary.rateHint, rateWays(formats))}`,
    ),
    h(
      "fieldset",
      { class: "stack" },
      h("legend", { class: "heard-only" }, text.summary.stepInputs),
      shown("first"),
      more(text.summary.inputsMore, "more-inputs", hiddenProblem, ...shown("more")),
    ),
  );
}

function inputField(view: SummaryView, spec: InputSpec): ElementNode {
  const { state, words, act } = view;
  const { key } = spec;
  const { label, explain } = sheetWords(words.locale).inputs[key];
  const rule = ruleOf(spec, view.result);
  if (!rule) return timingField(view, spec, label, explain);
  const { problems } = readInputs(state.entries, words.locale, view.result);
  const suggested = suggestedValue(spec, view.result, continued(state)?.inputs);
  const suggestion = typeof suggested === "number" ? entryText(rule, suggested, words.formats) : "";
  return textField({
    id: inputId(key),
    label,
    hint: hintOf(view, spec, explain),
    value: state.entries[key] ?? suggestion,
    type: spec.kind === "date" ? "date" : "text",
    numeric: spec.kind !== "date",
    unit: unitOf(view, spec),
    error: entryError(problems[key], rule, words),
    onInput: (value) => act.typeInput(key, value),
    onLeave: () => act.settleInput(key),
  });
}

export const inputId = (key: InputKey): string => `input-${key}`;

/** The explanation; with the orders' own suggestion where the person typed something else. */
function hintOf(view: SummaryView, spec: InputSpec, explain: string): string {
  const { state, words, result } = view;
  const rule = ruleOf(spec, view.result);
  const own = result?.defaults?.[spec.key];
  const differs =
    state.entries[spec.key] !== undefined || continued(state)?.inputs[spec.key].origin === "typed";
  if (!rule || !differs || own?.origin !== "orders" || typeof own.value !== "number") return explain;
  const value =
    spec.kind === "date" ? words.formats.day(own.value) : entryText(rule, own.value, words.formats);
  return `${explain} ${fill(words.text.summary.fromOrders, { value })}`;
}

function unitOf({ words }: SummaryView, spec: InputSpec): string | undefined {
  const { units } = sheetWords(words.locale);
  if (spec.kind === "days") return units.days;
  return spec.kind === "years" ? units.years : undefined;
}

function timingField(
  { state, words, act }: SummaryView,
  spec: InputSpec,
  label: string,
  explain: string,
): ElementNode {
  const { timings } = sheetWords(words.locale);
  const typed = state.entries[spec.key];
  const last = continued(state)?.inputs[spec.key].value;
  const current = [typed, last, spec.fallback].find(isTiming) ?? "end";
  return selectField({
    id: inputId(spec.key),
    label,
    hint: explain,
    value: current,
    options: TIMINGS.map((value) => ({ value, label: timings[value] })),
    onChange: (value) => act.typeInput(spec.key, value),
  });
}
