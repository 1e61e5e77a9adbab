import { BooleanNumber } from "@univerjs/core";
import type { Backend } from "./backend";
import { hasFormula } from "./univerCells";
import { keepingFront } from "./univerLayout";
import type { UniverWorkbook } from "./univerWorkbook";
import { filledSheet, standardSize } from "./workbookData";

type SheetActions = Pick<
  Backend,
  | "sheets"
  | "addSheet"
  | "addFilledSheet"
  | "removeSheet"
  | "renameSheet"
  | "moveSheet"
  | "hideSheet"
  | "setTabColor"
  | "showGridlines"
  | "freeze"
  | "activeSheet"
  | "activateSheet"
  | "insertRows"
  | "deleteRows"
  | "insertColumns"
  | "deleteColumns"
>;

/** Rows and columns of a new sheet; it grows when more are written. */
const NEW_SHEET = { rows: 1000, columns: 26 };

/** Sheets, and the rows and columns that come and go in them. `written` is told of each change of cells. */
export function sheetActions(grid: UniverWorkbook, written: (hasFormulas: boolean) => void): SheetActions {
  const { workbook, sheetOf } = grid;
  const front = (): string => workbook().getActiveSheet().getSheetId();
  const sheetsNow: Backend["sheets"] = () =>
    // Asked for with every object of a request: the grid's own sheets, not its facade's.
    workbook()
      .getWorkbook()
      .getSheets()
      .map((sheet) => ({
        id: sheet.getSheetId(),
        name: sheet.getName(),
        hidden: sheet.isSheetHidden() === BooleanNumber.TRUE,
      }));
  /** Univer 0.25.1 moves the formulas of the sheet in front, and those that point there, when cells are deleted. */
  const inFront = (id: string, work: () => unknown): void =>
    keepingFront(grid, () => {
      workbook().setActiveSheet(id);
      work();
    });

  return {
    sheets: sheetsNow,
    addSheet(name) {
      const active = front();
      const sheet = workbook().create(name, NEW_SHEET.rows, NEW_SHEET.columns, { sheet: standardSize() });
      workbook().setActiveSheet(active);
      return sheet.getSheetId();
    },
    addFilledSheet(sheet) {
      const taken = new Set(sheetsNow().map((other) => other.name.toLowerCase()));
      let name = sheet.name;
      for (let copy = 2; taken.has(name.toLowerCase()); copy++) name = `${sheet.name.slice(0, 26)} (${copy})`;
      const data = filledSheet({ ...sheet, name });
      const { rowCount = NEW_SHEET.rows, columnCount = NEW_SHEET.columns } = data;
      const active = front();
      const added = workbook().create(name, rowCount, columnCount, { sheet: data });
      workbook().setActiveSheet(active);
      written(hasFormula(added.getSheet().getCellMatrix().getMatrix()));
      return added.getSheetId();
    },
    removeSheet(id) {
      workbook().deleteSheet(id);
      written(false);
    },
    renameSheet(id, name) {
      sheetOf(id).setName(name);
    },
    moveSheet(id, position) {
      workbook().moveSheet(sheetOf(id), position);
    },
    hideSheet(id, hidden) {
      if (hidden) sheetOf(id).hideSheet();
      else sheetOf(id).showSheet();
    },
    setTabColor(id, color) {
      sheetOf(id).setTabColor(color);
    },
    showGridlines(id, shown) {
      sheetOf(id).setHiddenGridlines(!shown);
    },
    freeze(id, rows, columns) {
      const sheet = sheetOf(id);
      if (rows === 0 && columns === 0) sheet.cancelFreeze();
      else
        sheet.setFreeze({ startRow: rows || -1, startColumn: columns || -1, ySplit: rows, xSplit: columns });
    },
    activeSheet: front,
    activateSheet(id) {
      workbook().setActiveSheet(id);
    },
    insertRows(id, row, rows) {
      sheetOf(id).insertRows(row, rows);
      written(false);
    },
    deleteRows(id, row, rows) {
      inFront(id, () => sheetOf(id).deleteRows(row, rows));
      written(false);
    },
    insertColumns(id, column, columns) {
      sheetOf(id).insertColumns(column, columns);
      written(false);
    },
    deleteColumns(id, column, columns) {
      inFront(id, () => sheetOf(id).deleteColumns(column, columns));
      written(false);
    },
  };
}
