import { ICommandService, RANGE_TYPE } from "@univerjs/core";
import type { ICellData, Injector, IObjectMatrixPrimitiveType, IRange, Nullable } from "@univerjs/core";
import type { FUniver } from "@univerjs/core/facade";
import { FormulaDataModel, LexerTreeBuilder } from "@univerjs/engine-formula";
import { SetRangeValuesMutation } from "@univerjs/sheets";
import type { FRange, FWorkbook, FWorksheet } from "@univerjs/sheets/facade";
import { SHEET_COLUMNS, SHEET_ROWS } from "../rect";
import type { Rect } from "../rect";
import { TableColumns } from "./tableColumns";

export type CellMatrix = IObjectMatrixPrimitiveType<Nullable<ICellData>>;

/** What all parts of the backend work with. */
export interface UniverWorkbook {
  readonly commands: ICommandService;
  readonly formulaData: FormulaDataModel;
  readonly lexer: LexerTreeBuilder;
  readonly tables: TableColumns;
  workbook(): FWorkbook;
  sheetOf(id: string): FWorksheet;
  rangeOf(rect: Rect): FRange;
  cellsOf(id: string): CellMatrix;
  /** Cells that a formula spilled into are not in the matrix. */
  spillsOf(id: string): CellMatrix | undefined;
  /** Makes room for cells beyond the sheet's present size. */
  grow(rect: Rect): void;
  /** The part of whole rows and columns that the grid has. */
  clip(rect: Rect): Rect;
  put(rect: Rect, cellValue: CellMatrix, trigger?: string): void;
}

export function openUniver(api: FUniver, injector: Injector): UniverWorkbook {
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

  function clip(rect: Rect): Rect {
    const sheet = sheetOf(rect.sheet);
    return {
      ...rect,
      rows: Math.max(0, Math.min(rect.rows, sheet.getMaxRows() - rect.row)),
      columns: Math.max(0, Math.min(rect.columns, sheet.getMaxColumns() - rect.column)),
    };
  }

  return {
    commands,
    formulaData,
    lexer: injector.get(LexerTreeBuilder),
    tables: new TableColumns(workbook, cellsOf),
    workbook,
    sheetOf,
    rangeOf,
    cellsOf,
    spillsOf,
    grow,
    clip,
    put,
  };
}

export function rectOfRange(sheet: string, range: IRange): Rect {
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
