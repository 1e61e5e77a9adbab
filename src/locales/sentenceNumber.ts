import type { Locale } from "./locale";

/**
 * Some browsers leave out languages, Armenian among them, and would write English instead: then the numbers and dates
 * of a language with the same signs (space, comma, 22.11.2026) stand in.
 */
const SAME_SIGNS = "ru";

/** The tag to format with: the wanted one where the browser knows it. */
export const knownTag = (wanted: string): string =>
  Intl.NumberFormat.supportedLocalesOf(wanted).length > 0 ? wanted : SAME_SIGNS;

/** Persian texts write Persian digits; in Arabic ones the digits are those of the cells, whatever the country. */
const TAGS: Record<Locale, string> = { en: "en", fa: "fa", ar: "ar-u-nu-latn", pl: "pl", hy: "hy" };

/** A number within a sentence, with the language's own separators: `60,000`, `60 000`, `۶۰٬۰۰۰`. */
export const sentenceNumber = (value: number, locale: Locale, options?: Intl.NumberFormatOptions): string =>
  value.toLocaleString(knownTag(TAGS[locale]), options);

/** Right-to-left mark. */
const MARK = "\u200F";

/** The same for a cell: LibreOffice draws boxes over words beside Persian digits where no mark stands between. */
export const numberInCell: typeof sentenceNumber = (value, locale, options) => {
  const text = sentenceNumber(value, locale, options);
  return locale === "fa" ? `${MARK}${text}${MARK}` : text;
};
