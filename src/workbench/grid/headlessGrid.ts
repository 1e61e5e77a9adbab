import { LocaleType, LogLevel, Univer } from "@univerjs/core";
import type { IWorkbookData } from "@univerjs/core";
import { FUniver } from "@univerjs/core/facade";
import { UniverFormulaEnginePlugin } from "@univerjs/engine-formula";
import { UniverSheetsPlugin } from "@univerjs/sheets";
import { UniverSheetsConditionalFormattingPlugin } from "@univerjs/sheets-conditional-formatting";
import { UniverSheetsFormulaPlugin } from "@univerjs/sheets-formula";
import { UniverSheetsNumfmtPlugin } from "@univerjs/sheets-numfmt";
import { UniverSheetsTablePlugin } from "@univerjs/sheets-table";
import "@univerjs/sheets-numfmt/facade";
import { registerConditionalSums } from "./conditionalSums";
import { passOverPlainSheets } from "./plainSheets";
import { quickenRunOrder } from "./runOrder";
import type { Grid } from "./grid";
import { createUniverBackend } from "./univerBackend";

/** Univer's engine without a screen: the same workbook, formulas and tables as in the page, for jest. */
export function createHeadlessGrid(workbook: Partial<IWorkbookData>): Grid {
  const univer = new Univer({
    locale: LocaleType.EN_US,
    logLevel: LogLevel.WARN,
    locales: { [LocaleType.EN_US]: {} },
  });
  univer.registerPlugin(UniverFormulaEnginePlugin);
  univer.registerPlugin(UniverSheetsPlugin);
  univer.registerPlugin(UniverSheetsFormulaPlugin);
  univer.registerPlugin(UniverSheetsNumfmtPlugin);
  univer.registerPlugin(UniverSheetsTablePlugin);
  univer.registerPlugin(UniverSheetsConditionalFormattingPlugin);
  const api = FUniver.newAPI(univer);
  api.createWorkbook(workbook);
  const injector = univer.__getInjector();
  registerConditionalSums(injector);
  quickenRunOrder(injector);
  passOverPlainSheets(api, injector);
  return { backend: createUniverBackend(api, injector), injector, api, dispose: () => univer.dispose() };
}
