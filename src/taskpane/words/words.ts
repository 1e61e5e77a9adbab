import type { Locale } from "../../locales/locale";
import { fill } from "../../locales/locale";
import { paneText, type PaneText } from "../../locales/paneText";
import { valueText, type EntryProblem, type EntryRule } from "../entries/readEntry";
import { formatsOf, type Formats } from "./formats";

/** All that a view needs to speak: the language, its words and its numbers. */
export interface Words {
  readonly locale: Locale;
  readonly text: PaneText;
  readonly formats: Formats;
}

export const wordsOf = (locale: Locale, displayLanguage?: string): Words => ({
  locale,
  text: paneText(locale),
  formats: formatsOf(locale, displayLanguage),
});

/** What is wrong with a field's entry, with an example of how to type it. */
export function entryProblemText(problem: EntryProblem, rule: EntryRule, words: Words): string {
  const { text, formats } = words;
  const show = (value: number): string => valueText(rule, value, formats);
  switch (problem.code) {
    case "badNumber":
      return fill(text.summary.badNumber, { text: problem.text, example: formats.entry(12.5) });
    case "badRate":
      return fill(text.summary.badRate, { text: problem.text, example: formats.percent(0.4) });
    case "badDate":
      return fill(text.summary.badDate, { text: problem.text });
    case "badRange":
      return fill(text.summary.badRange, {
        value: show(problem.value),
        min: show(rule.min),
        max: show(rule.max),
      });
    case "needed":
      return text.summary.needed;
  }
}

/** The same for a field that may have no problem. */
export const entryError = (
  problem: EntryProblem | undefined,
  rule: EntryRule,
  words: Words,
): string | undefined => (problem ? entryProblemText(problem, rule, words) : undefined);
