import { mergeLocales } from "@univerjs/core";
import conditionalWords from "@univerjs/preset-sheets-conditional-formatting/locales/en-US";
import coreWords from "@univerjs/preset-sheets-core/locales/en-US";
import drawingWords from "@univerjs/preset-sheets-drawing/locales/en-US";
import tableWords from "@univerjs/preset-sheets-table/locales/en-US";

/** What the grid says in its menus. */
export const gridWords = mergeLocales(coreWords, tableWords, conditionalWords, drawingWords);
