import type { Locale } from "./locale";

export type Plural = Intl.LDMLPluralRule;

const rules = new Map<Locale, Intl.PluralRules | undefined>();

/**
 * Which plural a number takes, by the Unicode CLDR: Polish has one, few, many and other; Arabic six. Some browsers
 * leave out Armenian: there, as in Persian, a noun stays in the singular after a number, so one form is enough.
 */
export function pluralOf(locale: Locale, value: number): Plural {
  if (!rules.has(locale)) rules.set(locale, rulesOf(locale));
  return rules.get(locale)?.select(value) ?? "other";
}

/** Two digits after the point, as the pane shows quantities: 1.001 is written 1 and must read as 1. */
const rulesOf = (locale: Locale): Intl.PluralRules | undefined =>
  Intl.PluralRules.supportedLocalesOf(locale).length > 0
    ? new Intl.PluralRules(locale, { maximumFractionDigits: 2 })
    : undefined;
