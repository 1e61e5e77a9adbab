import { languageOf, type Language } from "./language";
import type { Locale } from "./locale";

/** The shape of the sheets' words: every language has all of them. */
export type SheetWords = Language["sheets"];

export const sheetWords = (locale: Locale): SheetWords => languageOf(locale).sheets;
