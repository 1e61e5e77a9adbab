import { ICommandService } from "@univerjs/core";
import type { Injector } from "@univerjs/core";
import { FormulaDataModel } from "@univerjs/engine-formula";
import { MoveRangeMutation, SetRangeValuesMutation } from "@univerjs/sheets";
import type { IMoveRangeMutationParams, ISetRangeValuesMutationParams } from "@univerjs/sheets";
import type { FUniver } from "@univerjs/core/facade";
import { hasFormula } from "./univerCells";

type SheetFormulas = ReturnType<FormulaDataModel["getSheetFormulaData"]>;

/**
 * Univer 0.25.1 looks for formulas in every cell of every sheet whenever a name is defined or a formula is written:
 * a million orders on a sheet of their own would be walked through a hundred times for one summary. Sheets that hold
 * no formulas are walked through once. Private members are replaced; the version is pinned
 * (docs/decisions/0005-workbench.md).
 */
export function passOverPlainSheets(api: FUniver, injector: Injector): void {
  const model = injector.get(FormulaDataModel);
  const plain = new Set<string>();
  /** Sheets that were given a formula, whatever became of it. */
  const given = new Set<string>();
  injector.get(ICommandService).beforeCommandExecuted(({ id, params }) => {
    if (id === MoveRangeMutation.id) given.add((params as IMoveRangeMutationParams).to.subUnitId);
    if (id !== SetRangeValuesMutation.id) return;
    const { subUnitId, cellValue } = params as ISetRangeValuesMutationParams;
    if (!given.has(subUnitId) && hasFormula(cellValue ?? {})) given.add(subUnitId);
  });
  const isPlain = (sheet: string): boolean => plain.has(sheet) && !given.has(sheet);

  const walk = (workbook: string, sheet: string): SheetFormulas => {
    if (isPlain(sheet)) return {};
    const found = model.getSheetFormulaData(workbook, sheet);
    if (Object.keys(found ?? {}).length === 0) plain.add(sheet);
    return found;
  };
  Reflect.set(model, "getFormulaData", () => {
    const workbook = api.getActiveWorkbook()?.getWorkbook();
    if (!workbook) return {};
    const id = workbook.getUnitId();
    const sheets = workbook.getSheets().map((sheet) => sheet.getSheetId());
    return { [id]: Object.fromEntries(sheets.map((sheet) => [sheet, walk(id, sheet)])) };
  });
  const sharedIn = Reflect.get(model, "_getSheetFormulaIdMap") as (workbook: string, sheet: string) => object;
  Reflect.set(model, "_getSheetFormulaIdMap", (workbook: string, sheet: string) =>
    isPlain(sheet) ? {} : sharedIn.call(model, workbook, sheet),
  );
}
