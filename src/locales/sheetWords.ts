import { sheets as en } from "./en/sheets";
import type { Locale } from "./locale";

/** The shape of the sheets' words: every language has all of them. */
export type SheetWords = typeof en;

const WORDS: Record<Locale, SheetWords> = { en, fa: en, ar: en, pl: en, hy: en };

export const sheetWords = (locale: Locale): SheetWords => WORDS[locale];
