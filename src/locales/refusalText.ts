import type { Refusal, RefusalCode } from "../numerics/refusal";
import type { Locale } from "./locale";
import { fillPlain, quantity, type Filling } from "./message";

/** The words for every refusal in one language. */
export type RefusalWords = Readonly<Record<RefusalCode, string>>;

/** A calculated number as a sentence can carry it: six digits, but counts and days in full, with their plural. */
const shown = (value: string | number, locale: Locale): Filling => {
  if (typeof value === "string") return value;
  return Number.isInteger(value) ? quantity(value, locale, String(value)) : Number(value.toPrecision(6));
};

/** The refusal in the user's words. */
export function refusalText(refusal: Refusal, words: RefusalWords, locale: Locale): string {
  const details = Object.entries(refusal.details).map(
    ([name, value]) => [name, shown(value, locale)] as const,
  );
  return fillPlain(words[refusal.code], Object.fromEntries(details));
}
