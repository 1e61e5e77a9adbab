import { CellValueType, ICommandService, RANGE_TYPE } from "@univerjs/core";
import type { ICellData, Injector, IObjectMatrixPrimitiveType, IRange, Nullable } from "@univerjs/core";
import type { FUniver } from "@univerjs/core/facade";
import { FormulaDataModel } from "@univerjs/engine-formula";
import {
  SetRangeValuesMutation,
  SetSelectionsOperation,
  SetStyleCommand,
  SetWorksheetActiveOperation,
} from "@univerjs/sheets";
import { CFValueType } from "@univerjs/sheets-conditional-formatting";
import type { FWorkbook, FWorksheet } from "@univerjs/sheets/facade";
import "@univerjs/engine-formula/facade";
import "@univerjs/sheets-conditional-formatting/facade";
import "@univerjs/sheets-formula/facade";
import "@univerjs/sheets-table/facade";
import { SHEET_COLUMNS, SHEET_ROWS } from "../rect";
import type { Rect } from "../rect";
import { watchCalculation } from "./calculation";
import type { Backend, CellStyle, CellValue, Entry } from "./backend";
import { fromAlias, tableAlias, toAlias } from "./tableAlias";
import { filledSheet } from "./workbookData";
import { fromUniverStyle, toUniverStyle } from "./univerStyle";

/**
 * The grid over Univer 0.25.1, on a screen or without one. Reads go to the cell matrix: `FRange.getValues` gives
 * formatted text of 12 digits and is 200 times slower. Writes are one mutation each, not a command, which spares
 * the undo stack and the row heights.
 */

/** Rows and columns of a new sheet; it grows when more are written. */
const NEW_SHEET = { rows: 1000, columns: 26 };

type CellMatrix = IObjectMatrixPrimitiveType<Nullable<ICellData>>;

function asCellData(entry: Entry): ICellData | undefined {
  if (entry.kind === "leave") return undefined;
  if (entry.kind === "empty") return { v: null, f: null, si: null, p: null };
  if (entry.kind === "formula") return { f: entry.formula, v: null, si: null, p: null };
  const { value, numberFormat } = entry;
  const t =
    typeof value === "number"
      ? CellValueType.NUMBER
      : typeof value === "boolean"
        ? CellValueType.BOOLEAN
        : CellValueType.STRING;
  const cell: ICellData = {
    v: typeof value === "boolean" ? Number(value) : value,
    t,
    f: null,
    si: null,
    p: null,
  };
  return numberFormat === undefined ? cell : { ...cell, s: toUniverStyle({ numberFormat }) };
}

/** A new style must not make a number of a text such as "00123": Univer guesses the type anew without it. */
function keepingText(cell: Nullable<ICellData>, patch: ICellData): ICellData {
  return cell?.t === CellValueType.STRING && !cell.f && !cell.si ? { ...patch, v: cell.v, t: cell.t } : patch;
}

function valueOf(cell: Nullable<ICellData>): CellValue {
  const value = cell?.v;
  if (value === null || value === undefined) return "";
  return cell?.t === CellValueType.BOOLEAN ? Boolean(value) : value;
}

function hasFormula(cells: CellMatrix): boolean {
  for (const row in cells) {
    for (const column in cells[Number(row)]) if (cells[Number(row)]?.[Number(column)]?.f) return true;
  }
  return false;
}

export function createUniverBackend(api: FUniver, injector: Injector): Backend {
  const commands = injector.get(ICommandService);
  const formulaData = injector.get(FormulaDataModel);
  const workbook = (): FWorkbook => {
    const active = api.getActiveWorkbook();
    if (!active) throw new Error("the grid has no workbook");
    return active;
  };
  const sheetOf = (id: string): FWorksheet => {
    const sheet = workbook().getSheetBySheetId(id);
    if (!sheet) throw new Error(`the grid has no sheet ${id}`);
    return sheet;
  };
  const cellsOf = (id: string): CellMatrix => sheetOf(id).getSheet().getCellMatrix().getMatrix();
  /** Cells that a formula spilled into are not in the matrix. */
  const spillsOf = (id: string): CellMatrix | undefined =>
    formulaData.getArrayFormulaCellData()[workbook().getId()]?.[id] ?? undefined;
  const rangeOf = (rect: Rect) =>
    sheetOf(rect.sheet).getRange(rect.row, rect.column, rect.rows, rect.columns);

  const alsoAwaited: (() => Promise<void>)[] = [];
  const tableNames = new Map<string, string>();
  // Before any change of cells, by the host or by hand.
  commands.beforeCommandExecuted((command) => {
    if (command.id !== SetRangeValuesMutation.id || tableNames.size === 0) return;
    const { cellValue } = (command.params ?? {}) as { cellValue?: CellMatrix };
    for (const row in cellValue) {
      for (const column in cellValue[Number(row)]) {
        const cell = cellValue[Number(row)]?.[Number(column)];
        if (typeof cell?.f === "string") cell.f = toAlias(cell.f, tableNames.values());
      }
    }
  });

  const calculation = watchCalculation(api, injector);
  let formulasExist = workbook()
    .getSheets()
    .some((sheet) => hasFormula(sheet.getSheet().getCellMatrix().getMatrix()));
  const touch = (): void => {
    if (formulasExist) calculation.touch();
  };
  touch();

  function grow(rect: Rect): void {
    const sheet = sheetOf(rect.sheet);
    if (sheet.getMaxRows() < rect.row + rect.rows) sheet.setRowCount(rect.row + rect.rows + 50);
    if (sheet.getMaxColumns() < rect.column + rect.columns)
      sheet.setColumnCount(rect.column + rect.columns + 4);
  }

  function put(rect: Rect, cellValue: CellMatrix, trigger?: string): void {
    commands.syncExecuteCommand(SetRangeValuesMutation.id, {
      unitId: workbook().getId(),
      subUnitId: rect.sheet,
      cellValue,
      trigger,
    });
  }

  function each<T>(rect: Rect, read: (cell: Nullable<ICellData>, row: number, column: number) => T): T[][] {
    const cells = cellsOf(rect.sheet);
    const spills = spillsOf(rect.sheet);
    const out: T[][] = [];
    for (let row = rect.row; row < rect.row + rect.rows; row++) {
      const line: T[] = [];
      for (let column = rect.column; column < rect.column + rect.columns; column++) {
        const own = cells[row]?.[column];
        const spilled = spills?.[row]?.[column];
        line.push(read(spilled ? { ...own, ...spilled } : own, row, column));
      }
      out.push(line);
    }
    return out;
  }

  function clip(rect: Rect): Rect {
    const sheet = sheetOf(rect.sheet);
    return {
      ...rect,
      rows: Math.max(0, Math.min(rect.rows, sheet.getMaxRows() - rect.row)),
      columns: Math.max(0, Math.min(rect.columns, sheet.getMaxColumns() - rect.column)),
    };
  }

  function restyle(rect: Rect, patch: ICellData): void {
    const cellValue: CellMatrix = {};
    const cells = cellsOf(rect.sheet);
    const inside = rect.rows === SHEET_ROWS || rect.columns === SHEET_COLUMNS ? clip(rect) : rect;
    for (let row = inside.row; row < inside.row + inside.rows; row++) {
      const line: Record<number, ICellData> = {};
      for (let column = inside.column; column < inside.column + inside.columns; column++)
        line[column] = keepingText(cells[row]?.[column], patch);
      cellValue[row] = line;
    }
    put(rect, cellValue, SetStyleCommand.id);
  }

  function rectOfRange(sheet: string, range: IRange): Rect {
    const wholeRows = range.rangeType === RANGE_TYPE.COLUMN || range.rangeType === RANGE_TYPE.ALL;
    const wholeColumns = range.rangeType === RANGE_TYPE.ROW || range.rangeType === RANGE_TYPE.ALL;
    return {
      sheet,
      row: wholeRows ? 0 : range.startRow,
      column: wholeColumns ? 0 : range.startColumn,
      rows: wholeRows ? SHEET_ROWS : range.endRow - range.startRow + 1,
      columns: wholeColumns ? SHEET_COLUMNS : range.endColumn - range.startColumn + 1,
    };
  }

  const tableRange = (rect: Rect) => ({
    startRow: rect.row,
    startColumn: rect.column,
    endRow: rect.row + rect.rows - 1,
    endColumn: rect.column + rect.columns - 1,
  });
  const sheetOfTable = (id: string): FWorksheet => sheetOf(workbook().getTableInfo(id)?.subUnitId ?? "");

  const backend: Backend = {
    sheets: () =>
      workbook()
        .getSheets()
        .map((sheet) => ({
          id: sheet.getSheetId(),
          name: sheet.getSheetName(),
          hidden: sheet.isSheetHidden(),
        })),
    addSheet(name) {
      const active = backend.activeSheet();
      const sheet = workbook().create(name, NEW_SHEET.rows, NEW_SHEET.columns);
      workbook().setActiveSheet(active);
      return sheet.getSheetId();
    },
    addFilledSheet(sheet) {
      const taken = new Set(backend.sheets().map((other) => other.name.toLowerCase()));
      let name = sheet.name;
      for (let copy = 2; taken.has(name.toLowerCase()); copy++) name = `${sheet.name.slice(0, 26)} (${copy})`;
      const { id: _, ...data } = filledSheet({ ...sheet, name });
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
      const sheet = workbook().getActiveSheet();
      const active = sheet.getActiveRange()?.getRange();
      const areas = sheet.getSelection()?.getActiveRangeList() ?? [];
      const rects = areas.map((area) => rectOfRange(sheet.getSheetId(), area.getRange()));
      if (rects.length > 0) return rects;
      const first = active ?? { startRow: 0, startColumn: 0, endRow: 0, endColumn: 0 };
      return [rectOfRange(sheet.getSheetId(), first)];
    },
    select(rect) {
      workbook().setActiveSheet(rect.sheet);
      rangeOf(clip(rect)).activate();
    },

    used(id, valuesOnly) {
      let top = Infinity;
      let left = Infinity;
      let bottom = -1;
      let right = -1;
      for (const matrix of [cellsOf(id), spillsOf(id) ?? {}]) {
        for (const [rowKey, line] of Object.entries(matrix)) {
          const row = Number(rowKey);
          for (const columnKey in line) {
            const cell = line[Number(columnKey)];
            const filled =
              cell && (cell.f || cell.si || (cell.v !== undefined && cell.v !== null && cell.v !== ""));
            if (!filled && (valuesOnly || !cell?.s)) continue;
            const column = Number(columnKey);
            if (row < top) top = row;
            if (row > bottom) bottom = row;
            if (column < left) left = column;
            if (column > right) right = column;
          }
        }
      }
      return bottom < 0
        ? null
        : { sheet: id, row: top, column: left, rows: bottom - top + 1, columns: right - left + 1 };
    },
    values: (rect) => each(rect, valueOf),
    formulas: (rect) =>
      each(rect, (cell, row, column) => {
        if (cell?.f) return fromAlias(cell.f);
        if (cell?.si)
          return fromAlias(
            formulaData.getFormulaStringByCell(row, column, rect.sheet, workbook().getId()) ?? "",
          );
        return valueOf(cell);
      }),
    texts: (rect) =>
      each(rect, (cell, row, column) =>
        valueOf(cell) === "" ? "" : String(sheetOf(rect.sheet).getRange(row, column).getDisplayValue() ?? ""),
      ),
    styles(rect) {
      const styles = workbook().getWorkbook().getStyles();
      return each(rect, (cell) => (cell?.s ? fromUniverStyle(styles.getStyleByCell(cell)) : {}));
    },
    write(rect, entries) {
      grow(rect);
      const cellValue: CellMatrix = {};
      entries.forEach((line, i) => {
        const out: Record<number, ICellData> = {};
        line.forEach((entry, j) => {
          const cell = asCellData(entry);
          if (!cell) return;
          if (entry.kind === "formula") formulasExist = true;
          out[rect.column + j] = cell;
        });
        cellValue[rect.row + i] = out;
      });
      put(rect, cellValue);
      touch();
    },
    style(rect, style: CellStyle) {
      if (rect.rows < SHEET_ROWS && rect.columns < SHEET_COLUMNS) grow(rect);
      restyle(rect, { s: toUniverStyle(style) });
    },
    clearStyle(rect) {
      restyle(rect, { s: null });
    },

    columnWidth: (id, column) => sheetOf(id).getColumnWidth(column),
    setColumnWidth(id, column, columns, pixels) {
      grow({ sheet: id, row: 0, column, rows: 1, columns });
      sheetOf(id).setColumnWidths(column, columns, pixels);
    },
    rowHeight: (id, row) => sheetOf(id).getRowHeight(row),
    setRowHeight(id, row, rows, pixels) {
      grow({ sheet: id, row, column: 0, rows, columns: 1 });
      sheetOf(id).setRowHeights(row, rows, pixels);
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
      rangeOf(rect).merge();
    },
    spill(cell) {
      const range =
        formulaData.getArrayFormulaRange()[workbook().getId()]?.[cell.sheet]?.[cell.row]?.[cell.column];
      return range ? rectOfRange(cell.sheet, range) : null;
    },
    unmerge(rect) {
      rangeOf(rect).breakApart();
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

    defineName(name, formula) {
      workbook().deleteDefinedName(name);
      workbook().insertDefinedName(name, toAlias(formula.replace(/^=/, ""), tableNames.values()));
      touch();
    },
    removeName(name) {
      workbook().deleteDefinedName(name);
      touch();
    },
    async addTable(id, name, rect) {
      tableNames.set(id, name);
      await workbook().addTable(rect.sheet, tableAlias(name), tableRange(rect), id, {
        tableStyleId: "table-default-2",
        showFooter: false,
      });
    },
    async renameTable(id, name) {
      tableNames.set(id, name);
      await sheetOfTable(id).setTableName(id, tableAlias(name));
    },
    async resizeTable(id, rect) {
      await sheetOfTable(id).setTableRange(id, tableRange(rect));
    },
    async removeTable(id) {
      tableNames.delete(id);
      await workbook().removeTable(id);
    },
    drawConditionalFormats(id, formats) {
      const sheet = sheetOf(id);
      sheet.clearConditionalFormatRules();
      for (const { areas, drawing } of formats) {
        const ranges = areas.map((area) => rangeOf(area).getRange());
        if (drawing.kind === "colourScale") {
          const last = drawing.colours.length - 1;
          const stops = drawing.colours.map((color, index) => ({
            index,
            color,
            value:
              index === 0
                ? { type: CFValueType.min }
                : index === last
                  ? { type: CFValueType.max }
                  : { type: CFValueType.percentile, value: 50 },
          }));
          sheet.addConditionalFormattingRule(
            sheet.newConditionalFormattingRule().setColorScale(stops).setRanges(ranges).build(),
          );
        } else {
          let rule = sheet
            .newConditionalFormattingRule()
            .whenFormulaSatisfied(toAlias(drawing.formula, tableNames.values()));
          if (drawing.style.fill) rule = rule.setBackground(drawing.style.fill);
          if (drawing.style.color) rule = rule.setFontColor(drawing.style.color);
          if (drawing.style.bold) rule = rule.setBold(true);
          sheet.addConditionalFormattingRule(rule.setRanges(ranges).build());
        }
      }
    },

    hold: () => calculation.hold(),
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
    onChanged(listener) {
      commands.onCommandExecuted((command) => {
        if (command.id === SetRangeValuesMutation.id) listener();
      });
    },
    dispose() {
      workbook().dispose();
    },
  };
  return backend;
}
