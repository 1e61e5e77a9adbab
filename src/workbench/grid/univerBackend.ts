import { BooleanNumber } from "@univerjs/core";
import type { Injector } from "@univerjs/core";
import type { FUniver } from "@univerjs/core/facade";
import {
  SetRangeValuesMutation,
  SetRowHiddenMutation,
  SetRowVisibleMutation,
  SetSelectionsOperation,
  SetWorksheetColWidthMutation,
  SetWorksheetActiveOperation,
  SheetsSelectionsService,
} from "@univerjs/sheets";
import type { Backend } from "./backend";
import { watchCalculation } from "./calculation";
import { cellKey } from "./functionAdapter";
import { registerHyperlinks } from "./hyperlinks";
import { registerTextLength } from "./textLength";
import { followMovedNames } from "./movedNames";
import { cellActions, hasFormula } from "./univerCells";
import { partActions } from "./univerParts";
import { openUniver, rectOfRange } from "./univerWorkbook";
import type { CellMatrix } from "./univerWorkbook";
import { filledSheet, standardSize } from "./workbookData";

/**
 * The grid over Univer 0.25.1, on a screen or without one. Reads go to the cell matrix: `FRange.getValues` gives
 * formatted text of 12 digits and is 200 times slower. Writes are one mutation each, not a command, which spares
 * the undo stack and the row heights.
 */

/** Rows and columns of a new sheet; it grows when more are written. */
const NEW_SHEET = { rows: 1000, columns: 26 };

/** Without a change for so long, all is calculated that follows from the last. */
const QUIET_MS = 100;

export function createUniverBackend(api: FUniver, injector: Injector): Backend {
  const grid = openUniver(api, injector);
  const { workbook, sheetOf, rangeOf, formulaData, commands, tables, grow, clip } = grid;
  const alsoAwaited: (() => Promise<void>)[] = [];
  // Before any change of cells, by the host or by hand.
  commands.beforeCommandExecuted((command) => {
    if (command.id !== SetRangeValuesMutation.id || tables.names.size === 0) return;
    const { cellValue } = (command.params ?? {}) as { cellValue?: CellMatrix };
    for (const row in cellValue) {
      for (const column in cellValue[Number(row)]) {
        const cell = cellValue[Number(row)]?.[Number(column)];
        if (typeof cell?.f === "string") cell.f = tables.toGrid(cell.f);
      }
    }
  });

  const calculation = watchCalculation(api, injector);
  const links = registerHyperlinks(injector);
  registerTextLength(injector);
  const selections = injector.get(SheetsSelectionsService);
  followMovedNames(injector);
  let formulasExist = workbook()
    .getSheets()
    .some((sheet) => hasFormula(sheet.getSheet().getCellMatrix().getMatrix()));
  const touch = (): void => {
    if (formulasExist) calculation.touch();
  };
  touch();

  const written = (hasFormulas: boolean): void => {
    formulasExist ||= hasFormulas;
    touch();
  };

  /** Univer shows the sheet whose cells it merges; Excel does not. */
  const keepingFront = (work: () => unknown): void => {
    const front = backend.activeSheet();
    work();
    if (backend.activeSheet() !== front) workbook().setActiveSheet(front);
  };
  /** Univer 0.25.1 moves the formulas of the sheet in front, and those that point there, when cells are deleted. */
  const inFront = (id: string, work: () => unknown): void =>
    keepingFront(() => {
      workbook().setActiveSheet(id);
      work();
    });
  const backend: Backend = {
    ...cellActions(grid, written),
    ...partActions(grid, touch),
    sheets: () =>
      // Asked for with every object of a request: the grid's own sheets, not its facade's.
      workbook()
        .getWorkbook()
        .getSheets()
        .map((sheet) => ({
          id: sheet.getSheetId(),
          name: sheet.getName(),
          hidden: sheet.isSheetHidden() === BooleanNumber.TRUE,
        })),
    addSheet(name) {
      const active = backend.activeSheet();
      const sheet = workbook().create(name, NEW_SHEET.rows, NEW_SHEET.columns, { sheet: standardSize() });
      workbook().setActiveSheet(active);
      return sheet.getSheetId();
    },
    addFilledSheet(sheet) {
      const taken = new Set(backend.sheets().map((other) => other.name.toLowerCase()));
      let name = sheet.name;
      for (let copy = 2; taken.has(name.toLowerCase()); copy++) name = `${sheet.name.slice(0, 26)} (${copy})`;
      const data = filledSheet({ ...sheet, name });
      const { rowCount = NEW_SHEET.rows, columnCount = NEW_SHEET.columns } = data;
      const active = backend.activeSheet();
      const added = workbook().create(name, rowCount, columnCount, { sheet: data });
      workbook().setActiveSheet(active);
      formulasExist ||= hasFormula(added.getSheet().getCellMatrix().getMatrix());
      touch();
      return added.getSheetId();
    },
    removeSheet(id) {
      workbook().deleteSheet(id);
      touch();
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
    activeSheet: () => workbook().getActiveSheet().getSheetId(),
    activateSheet(id) {
      workbook().setActiveSheet(id);
    },

    selection() {
      const front = backend.activeSheet();
      // While a sheet comes to the front, Univer may still have the selection of the one before.
      const own = selections
        .getCurrentSelections()
        .flatMap(({ range }) => (range.sheetId === undefined || range.sheetId === front ? [range] : []));
      const first = { startRow: 0, startColumn: 0, endRow: 0, endColumn: 0 };
      return (own.length > 0 ? own : [first]).map((range) => rectOfRange(front, range));
    },
    select(rect) {
      workbook().setActiveSheet(rect.sheet);
      rangeOf(clip(rect)).activate();
    },

    insertRows(id, row, rows) {
      sheetOf(id).insertRows(row, rows);
      touch();
    },
    deleteRows(id, row, rows) {
      inFront(id, () => sheetOf(id).deleteRows(row, rows));
      touch();
    },
    insertColumns(id, column, columns) {
      sheetOf(id).insertColumns(column, columns);
      touch();
    },
    deleteColumns(id, column, columns) {
      inFront(id, () => sheetOf(id).deleteColumns(column, columns));
      touch();
    },
    columnWidth: (id, column) => sheetOf(id).getColumnWidth(column),
    setColumnWidth(id, column, columns, pixels) {
      grow({ sheet: id, row: 0, column, rows: 1, columns });
      // The command would measure the text of every row anew; rows have the heights they were given.
      commands.syncExecuteCommand(SetWorksheetColWidthMutation.id, {
        unitId: workbook().getId(),
        subUnitId: id,
        ranges: [rangeOf({ sheet: id, row: 0, column, rows: 1, columns }).getRange()],
        colWidth: pixels,
      });
    },
    rowHeight: (id, row) => sheetOf(id).getRowHeight(row),
    setRowHeight(id, row, rows, pixels) {
      grow({ sheet: id, row, column: 0, rows, columns: 1 });
      sheetOf(id).setRowHeights(row, rows, pixels);
    },
    rowsHidden(rect) {
      const { row, rows } = clip(rect);
      const hidden = sheetOf(rect.sheet)
        .getSheet()
        .getHiddenRows(row, row + rows - 1)
        .reduce((sum, { startRow, endRow }) => sum + endRow - startRow + 1, 0);
      return hidden === 0 ? false : hidden >= rows || null;
    },
    hideRows(id, row, rows, hidden) {
      // The command would select other rows too.
      const mutation = hidden ? SetRowHiddenMutation : SetRowVisibleMutation;
      commands.syncExecuteCommand(mutation.id, {
        unitId: workbook().getId(),
        subUnitId: id,
        ranges: [rangeOf(clip({ sheet: id, row, column: 0, rows, columns: 1 })).getRange()],
      });
    },
    position(id, row, column) {
      const sheet = sheetOf(id);
      let left = 0;
      for (let at = 0; at < column; at++) left += sheet.getColumnWidth(at);
      let top = 0;
      for (let at = 0; at < row; at++) top += sheet.getRowHeight(at);
      return { left, top };
    },
    merge(rect) {
      // Univer would select on this sheet what is selected on the one in front.
      const model = selections.getWorkbookSelections(workbook().getId());
      const own = [...model.getSelectionsOfWorksheet(rect.sheet)];
      keepingFront(() => rangeOf(rect).merge());
      model.setSelectionsOfWorksheet(rect.sheet, own);
    },
    spill(cell) {
      const range =
        formulaData.getArrayFormulaRange()[workbook().getId()]?.[cell.sheet]?.[cell.row]?.[cell.column];
      return range ? rectOfRange(cell.sheet, range) : null;
    },
    unmerge(rect) {
      keepingFront(() => rangeOf(rect).breakApart());
    },
    merges: (id) =>
      sheetOf(id)
        .getMergedRanges()
        .map((merged) => ({
          sheet: id,
          row: merged.getRow(),
          column: merged.getColumn(),
          rows: merged.getHeight(),
          columns: merged.getWidth(),
        })),

    formulaLink({ sheet, row, column }) {
      const isLink = /\bHYPERLINK\(/i.test(
        String(backend.formulas({ sheet, row, column, rows: 1, columns: 1 })[0]?.[0]),
      );
      return isLink ? (links.get(cellKey(sheet, row, column)) ?? null) : null;
    },

    hold: () => calculation.hold(),
    isBusy: () => calculation.isBusy(),
    async settle() {
      await calculation.settle();
      for (const idle of alsoAwaited) await idle();
    },
    alsoAwait(idle) {
      alsoAwaited.push(idle);
    },
    calculate: () => calculation.force(),
    onSelectionChanged(listener) {
      commands.onCommandExecuted((command) => {
        if (command.id === SetSelectionsOperation.id || command.id === SetWorksheetActiveOperation.id)
          listener();
      });
    },
    onSheetActivated(listener) {
      commands.onCommandExecuted((command) => {
        if (command.id === SetWorksheetActiveOperation.id) listener();
      });
    },
    onChanged(listener) {
      commands.onCommandExecuted((command) => {
        if (command.id === SetRangeValuesMutation.id) listener();
      });
    },
    onCalculated(listener) {
      // Results come into the cells as changes do: the last of them is the end.
      let quiet: ReturnType<typeof setTimeout> | undefined;
      backend.onChanged(() => {
        clearTimeout(quiet);
        quiet = setTimeout(listener, QUIET_MS);
      });
    },
    dispose() {
      workbook().dispose();
    },
  };
  return backend;
}
