import { withoutSheet } from "./address";
import { inWorkbook } from "./host";
import { ExcelProblem } from "./problem";

export interface InsertOptions {
  /** Write although the cell holds something. */
  readonly overwrite?: boolean;
}

/**
 * Writes a formula (English, commas, leading `=`) into the active cell and answers its address, `Sheet1!C3`.
 * Rejects with `cellNotEmpty` where something would be lost.
 *
 * @example await insertFormula("=CLV.SIMPLE(25,4,10)") // "Sheet1!C3"
 */
export const insertFormula = (formula: string, options: InsertOptions = {}): Promise<string> =>
  inWorkbook(async (context) => {
    if (!formula.startsWith("=")) throw new ExcelProblem("formulaRefused", { formula });
    const cell = context.workbook.getActiveCell().load("address,formulas");
    cell.worksheet.load("name");
    cell.worksheet.protection.load("protected");
    await context.sync();
    const sheet = cell.worksheet.name;
    const address = withoutSheet(cell.address);
    if (cell.worksheet.protection.protected) throw new ExcelProblem("protectedSheet", { sheet });
    const there: unknown = cell.formulas[0]?.[0];
    if (options.overwrite !== true && there !== "" && there !== null && there !== undefined) {
      throw new ExcelProblem("cellNotEmpty", { sheet, address });
    }
    cell.formulas = [[formula]];
    cell.select();
    await context.sync();
    return cell.address;
  });

/** Shows and selects cells of a sheet. */
export const goTo = (sheet: string, address: string): Promise<void> =>
  inWorkbook(async (context) => {
    const target = context.workbook.worksheets.getItemOrNullObject(sheet).load("name");
    await context.sync();
    if (target.isNullObject) throw new ExcelProblem("sheetMissing", { sheet });
    target.activate();
    target.getRange(address).select();
    await context.sync();
  });
