import { findings as ar, findingTreatments as arTreatments } from "./ar/findings";
import {
  findings as en,
  findingTreatments as enTreatments,
  type FindingTreatmentWords,
  type FindingWords,
} from "./en/findings";
import { findings as fa, findingTreatments as faTreatments } from "./fa/findings";
import { findings as hy, findingTreatments as hyTreatments } from "./hy/findings";
import type { Locale } from "./locale";
import { findings as pl, findingTreatments as plTreatments } from "./pl/findings";

const WORDS: Record<Locale, FindingWords> = { en, fa, ar, pl, hy };
const TREATMENTS: Record<Locale, FindingTreatmentWords> = {
  en: enTreatments,
  fa: faTreatments,
  ar: arTreatments,
  pl: plTreatments,
  hy: hyTreatments,
};

/** Label, explanation and action for every finding about the orders, in the user's words. */
export const findingWords = (locale: Locale): FindingWords => WORDS[locale];

/** What became of the rows, in the user's words. */
export const findingTreatmentWords = (locale: Locale): FindingTreatmentWords => TREATMENTS[locale];
