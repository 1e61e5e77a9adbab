import { languageOf } from "./language";
import type { Locale } from "./locale";

/** Groups of words that mean the same to a person who searches: those of the language, and the English ones. */
export const synonymGroups = (locale: Locale): readonly (readonly string[])[] =>
  [...new Set<Locale>([locale, "en"])].flatMap((each) =>
    Object.values(languageOf(each).synonyms).map((group) => group.split(",").map((word) => word.trim())),
  );
