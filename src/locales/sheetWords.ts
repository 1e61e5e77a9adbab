import { lastSheets as arLastSheets } from "./ar/lastSheets";
import { moreSheets as arMoreSheets } from "./ar/moreSheets";
import { sheets as arSheets } from "./ar/sheets";
import { sheetTables as arSheetTables } from "./ar/sheetTables";
import { lastSheets as enLastSheets } from "./en/lastSheets";
import { moreSheets as enMoreSheets } from "./en/moreSheets";
import { sheets as enSheets } from "./en/sheets";
import { sheetTables as enSheetTables } from "./en/sheetTables";
import { lastSheets as faLastSheets } from "./fa/lastSheets";
import { moreSheets as faMoreSheets } from "./fa/moreSheets";
import { sheets as faSheets } from "./fa/sheets";
import { sheetTables as faSheetTables } from "./fa/sheetTables";
import { lastSheets as hyLastSheets } from "./hy/lastSheets";
import { moreSheets as hyMoreSheets } from "./hy/moreSheets";
import { sheets as hySheets } from "./hy/sheets";
import { sheetTables as hySheetTables } from "./hy/sheetTables";
import { lastSheets as plLastSheets } from "./pl/lastSheets";
import { moreSheets as plMoreSheets } from "./pl/moreSheets";
import { sheets as plSheets } from "./pl/sheets";
import { sheetTables as plSheetTables } from "./pl/sheetTables";
import type { Locale } from "./locale";

/** The shape of the sheets' words: every language has all of them. */
export type SheetWords = typeof enSheets & typeof enSheetTables & typeof enMoreSheets & typeof enLastSheets;

const WORDS: Record<Locale, SheetWords> = {
  en: { ...enSheets, ...enSheetTables, ...enMoreSheets, ...enLastSheets },
  fa: { ...faSheets, ...faSheetTables, ...faMoreSheets, ...faLastSheets },
  ar: { ...arSheets, ...arSheetTables, ...arMoreSheets, ...arLastSheets },
  pl: { ...plSheets, ...plSheetTables, ...plMoreSheets, ...plLastSheets },
  hy: { ...hySheets, ...hySheetTables, ...hyMoreSheets, ...hyLastSheets },
};

export const sheetWords = (locale: Locale): SheetWords => WORDS[locale];
