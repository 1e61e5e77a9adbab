import type { Locale } from "../../locales/locale";
import { isoOfSerial, serialOfIso } from "../words/days";
import type { Formats } from "../words/formats";
import { readNumber, readRate } from "../words/readNumber";

/** What may be typed in a field. */
export interface EntryRule {
  readonly kind: "rate" | "money" | "days" | "years" | "count" | "date";
  /** Both ends are allowed. */
  readonly min: number;
  readonly max: number;
  readonly optional: boolean;
}

export type EntryProblem =
  | { readonly code: "badNumber" | "badRate" | "badDate"; readonly text: string }
  | { readonly code: "badRange"; readonly value: number }
  | { readonly code: "needed" };

/** What a field's text means; null where an optional field is empty. */
export type Entry = { readonly value: number | null } | { readonly problem: EntryProblem };

export const isProblem = (entry: Entry): entry is { readonly problem: EntryProblem } => "problem" in entry;

/** A field's text as a number: a rate as a decimal, a date as a day serial. */
export function readEntry(rule: EntryRule, text: string, locale: Locale): Entry {
  if (text.trim() === "") return rule.optional ? { value: null } : { problem: { code: "needed" } };
  const value = valueOf(rule, text, locale);
  if (value === undefined) return { problem: { code: refusalOf(rule), text } };
  const whole = rule.kind === "days" && !Number.isInteger(value);
  if (value < rule.min || value > rule.max || whole) return { problem: { code: "badRange", value } };
  return { value };
}

function valueOf(rule: EntryRule, text: string, locale: Locale): number | undefined {
  if (rule.kind === "date") return serialOfIso(text);
  return rule.kind === "rate" ? readRate(text, locale) : readNumber(text, locale);
}

function refusalOf(rule: EntryRule): "badNumber" | "badRate" | "badDate" {
  if (rule.kind === "date") return "badDate";
  return rule.kind === "rate" ? "badRate" : "badNumber";
}

/** A value as the field shows it: what was typed as 0.4 reads 40% from then on. */
export function entryText(rule: Pick<EntryRule, "kind">, value: number | null, formats: Formats): string {
  if (value === null) return "";
  if (rule.kind === "date") return isoOfSerial(value);
  return rule.kind === "rate" ? formats.rateEntry(value) : formats.entry(value);
}

/** A value as a sentence mentions it. */
export function valueText(rule: Pick<EntryRule, "kind">, value: number, formats: Formats): string {
  if (rule.kind === "date") return formats.day(value);
  return rule.kind === "rate" ? formats.percent(value) : formats.entry(value);
}
