import type { Refusal, RefusalCode } from "../numerics/refusal";
import { refusals as ar } from "./ar/refusals";
import { refusals as en } from "./en/refusals";
import { refusals as fa } from "./fa/refusals";
import { refusals as hy } from "./hy/refusals";
import { refusals as pl } from "./pl/refusals";
import type { Locale } from "./locale";
import { fillPlain, quantity, type Filling } from "./message";

const TEXTS: Record<Locale, Record<RefusalCode, string>> = { en, fa, ar, pl, hy };

/** A calculated number as a sentence can carry it: six digits, but counts and days in full, with their plural. */
const shown = (value: string | number, locale: Locale): Filling => {
  if (typeof value === "string") return value;
  return Number.isInteger(value) ? quantity(value, locale, String(value)) : Number(value.toPrecision(6));
};

/** The refusal in the user's words. */
export function refusalText(refusal: Refusal, locale: Locale): string {
  const details = Object.entries(refusal.details).map(
    ([name, value]) => [name, shown(value, locale)] as const,
  );
  return fillPlain(TEXTS[locale][refusal.code], Object.fromEntries(details));
}
