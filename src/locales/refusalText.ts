import type { Refusal, RefusalCode } from "../numerics/refusal";
import type { Locale } from "./locale";
import { fillPlain, quantity, type Filling } from "./message";
import { sentenceNumber } from "./sentenceNumber";

/** The words for every refusal in one language. */
export type RefusalWords = Readonly<Record<RefusalCode, string>>;

/** A number as a sentence of the language writes it: counts and days in full, others to six digits. */
const written = (value: number, locale: Locale): string =>
  sentenceNumber(value, locale, {
    ...(Number.isInteger(value) ? {} : { maximumSignificantDigits: 6 }),
    // Beyond these a number would be a row of zeros.
    ...(value === 0 || (Math.abs(value) > 1e-6 && Math.abs(value) < 1e15) ? {} : { notation: "scientific" }),
  });

/** The numbers of a range (`0 … 10000`) in the language's form. */
const writtenRange = (range: string, locale: Locale): string =>
  range.replace(/\d[\d.]*(e[+-]?\d+)?/g, (digits) => written(Number(digits), locale));

/** A detail of a refusal as its sentence carries it: numbers with their plural, names and texts as they are. */
function shown(name: string, value: string | number, locale: Locale): Filling {
  if (typeof value === "number") return quantity(value, locale, written(value, locale));
  return name === "range" ? writtenRange(value, locale) : value;
}

/** The refusal in the user's words. */
export function refusalText(refusal: Refusal, words: RefusalWords, locale: Locale): string {
  const details = Object.entries(refusal.details).map(
    ([name, value]) => [name, shown(name, value, locale)] as const,
  );
  return fillPlain(words[refusal.code], Object.fromEntries(details));
}
