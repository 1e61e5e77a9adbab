import { onCalculated, onSelectionChanged } from "../excel/events";
import { countClvFormulas, freezeFormulas } from "../excel/freezing/freeze";
import { goTo, insertFormula } from "../excel/insertFormula";
import { readInputCells } from "../excel/inputCells";
import { readNames, readOwnSheet, resolveSheetNames } from "../excel/ownSheets";
import { readBlocks } from "../excel/readBlocks";
import { activeCell, describeSelection, describeSource } from "../excel/source/selection";
import { restoreFormulas } from "../excel/freezing/restoreFormulas";
import { readLastRun } from "../excel/settings/settings";
import { writePlan } from "../excel/writing/writePlan";
import type { Locale } from "../locales/locale";
import type { Catalogue } from "./functions/catalogue";
import { connectEngine, type EngineConnection } from "../worker/connect";

/** All that the pane asks of Excel and of the engine; a test gives its own. */
export const excelServices = {
  describeSelection,
  describeSource,
  onSelectionChanged,
  onCalculated,
  activeCell,
  readBlocks,
  resolveSheetNames,
  readNames,
  readInputCells,
  readOwnSheet,
  readLastRun,
  writePlan,
  goTo,
  insertFormula,
  countClvFormulas,
  freezeFormulas,
  restoreFormulas,
};

export type ExcelServices = typeof excelServices;

/** What lies outside of the page. */
export interface Surroundings {
  readonly excel: ExcelServices;
  readonly connection: EngineConnection;
  readonly version: string;
  now(): Date;
  /** Moves the keyboard's focus to an element of the page, opening what hides it. */
  focus(id: string): void;
  /** Fetches the words of a language, and the functions in it, from files beside the page. */
  loadLanguage(locale: Locale): Promise<void>;
  loadCatalogue(locale: Locale): Promise<Catalogue>;
  /** Remembers the language for the next time, where the browser allows it. */
  keepLanguage(locale: string): void;
}

export const engineConnection = (): EngineConnection => connectEngine();
