import type { Refusal, RefusalCode } from "../numerics/refusal";
import { refusals as ar } from "./ar/refusals";
import { refusals as en } from "./en/refusals";
import { refusals as fa } from "./fa/refusals";
import { refusals as hy } from "./hy/refusals";
import { refusals as pl } from "./pl/refusals";
import { fill, type Locale } from "./locale";

const TEXTS: Record<Locale, Record<RefusalCode, string>> = { en, fa, ar, pl, hy };

/** A calculated number as a sentence can carry it: six digits, but counts and days in full. */
const shown = (value: string | number): string | number =>
  typeof value === "number" && !Number.isInteger(value) ? Number(value.toPrecision(6)) : value;

/** The refusal in the user's words. */
export function refusalText(refusal: Refusal, locale: Locale): string {
  const details = Object.entries(refusal.details).map(([name, value]) => [name, shown(value)] as const);
  return fill(TEXTS[locale][refusal.code], Object.fromEntries(details));
}
