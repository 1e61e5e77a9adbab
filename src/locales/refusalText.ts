import type { Refusal, RefusalCode } from "../numerics/refusal";
import { refusals as ar } from "./ar/refusals";
import { refusals as en } from "./en/refusals";
import { refusals as fa } from "./fa/refusals";
import { refusals as hy } from "./hy/refusals";
import { refusals as pl } from "./pl/refusals";
import { fill, type Locale } from "./locale";

const TEXTS: Record<Locale, Record<RefusalCode, string>> = { en, fa, ar, pl, hy };

/** The refusal in the user's words. */
export function refusalText(refusal: Refusal, locale: Locale): string {
  return fill(TEXTS[locale][refusal.code], refusal.details);
}
