import { rates as ar } from "./ar/rates";
import { rates as en } from "./en/rates";
import { rates as fa } from "./fa/rates";
import { rates as hy } from "./hy/rates";
import type { Locale } from "./locale";
import { rates as pl } from "./pl/rates";

export type RateWords = typeof en;

const WORDS: Record<Locale, RateWords> = { en, fa, ar, pl, hy };

/** What is said of exchange rates, in the pane and on the sheets. */
export const rateWords = (locale: Locale): RateWords => WORDS[locale];
