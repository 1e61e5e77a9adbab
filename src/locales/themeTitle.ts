import { themes as ar } from "./ar/themes";
import { themes as en } from "./en/themes";
import { themes as fa } from "./fa/themes";
import { themes as hy } from "./hy/themes";
import type { Locale } from "./locale";
import { themes as pl } from "./pl/themes";

export type Theme = keyof typeof en;

/** The themes in the order of the catalogue, with their titles in the user's language. */
export const themeTitles: Record<Locale, Record<Theme, string>> = { en, fa, ar, pl, hy };
