import { models as ar } from "./ar/models";
import { models as en } from "./en/models";
import { models as fa } from "./fa/models";
import { models as hy } from "./hy/models";
import type { Locale } from "./locale";
import { models as pl } from "./pl/models";

/** The shape of the models' words: every language has all of them. */
export type ModelWords = typeof en;

const WORDS: Record<Locale, ModelWords> = { en, fa, ar, pl, hy };

export const modelWords = (locale: Locale): ModelWords => WORDS[locale];
