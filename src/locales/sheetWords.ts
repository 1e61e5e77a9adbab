import { lastSheets } from "./en/lastSheets";
import { moreSheets } from "./en/moreSheets";
import { sheets } from "./en/sheets";
import { sheetTables } from "./en/sheetTables";
import type { Locale } from "./locale";

/** The shape of the sheets' words: every language has all of them. */
export type SheetWords = typeof sheets & typeof sheetTables & typeof moreSheets & typeof lastSheets;

const english: SheetWords = { ...sheets, ...sheetTables, ...moreSheets, ...lastSheets };

const WORDS: Record<Locale, SheetWords> = { en: english, fa: english, ar: english, pl: english, hy: english };

export const sheetWords = (locale: Locale): SheetWords => WORDS[locale];
