import type { FindingTreatmentWords, FindingWords } from "./en/findings";
import { languageOf } from "./language";
import type { Locale } from "./locale";

/** Label, explanation and action for every finding about the orders, in the user's words. */
export const findingWords = (locale: Locale): FindingWords => languageOf(locale).findings;

/** What became of the rows, in the user's words. */
export const findingTreatmentWords = (locale: Locale): FindingTreatmentWords =>
  languageOf(locale).findingTreatments;
