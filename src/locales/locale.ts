export { fill } from "./message";

/** The languages of the product. */
export const LOCALES = ["en", "fa", "ar", "pl", "hy"] as const;
export type Locale = (typeof LOCALES)[number];

const RIGHT_TO_LEFT: readonly Locale[] = ["fa", "ar"];

export const isRightToLeft = (locale: Locale): boolean => RIGHT_TO_LEFT.includes(locale);

/** The product's language for a display language such as `fa-IR`; English where we have none. */
export function localeOf(displayLanguage: string | undefined): Locale {
  const language = (displayLanguage ?? "").toLowerCase().split(/[-_]/)[0];
  return LOCALES.find((locale) => locale === language) ?? "en";
}
