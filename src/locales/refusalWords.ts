import { refusals as ar } from "./ar/refusals";
import { refusals as en } from "./en/refusals";
import { refusals as fa } from "./fa/refusals";
import { refusals as hy } from "./hy/refusals";
import { refusals as pl } from "./pl/refusals";
import type { Locale } from "./locale";
import type { RefusalWords } from "./refusalText";

/** All languages at once, for the worksheet functions: they answer at once and load nothing. */
const WORDS: Readonly<Record<Locale, RefusalWords>> = { en, fa, ar, pl, hy };

export const refusalWords = (locale: Locale): RefusalWords => WORDS[locale];
