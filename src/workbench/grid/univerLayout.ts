import { SetRowHiddenMutation, SetRowVisibleMutation, SetWorksheetColWidthMutation } from "@univerjs/sheets";
import type { SheetsSelectionsService } from "@univerjs/sheets";
import type { Backend } from "./backend";
import type { UniverWorkbook } from "./univerWorkbook";

type LayoutActions = Pick<
  Backend,
  | "columnWidth"
  | "setColumnWidth"
  | "rowHeight"
  | "setRowHeight"
  | "rowsHidden"
  | "hideRows"
  | "position"
  | "merge"
  | "unmerge"
  | "merges"
>;

/** Univer shows the sheet whose cells it merges; Excel does not. */
export function keepingFront({ workbook }: UniverWorkbook, work: () => unknown): void {
  const front = workbook().getActiveSheet().getSheetId();
  work();
  if (workbook().getActiveSheet().getSheetId() !== front) workbook().setActiveSheet(front);
}

/** How wide and high cells are, where they stand, and which are one. */
export function layoutActions(grid: UniverWorkbook, selections: SheetsSelectionsService): LayoutActions {
  const { workbook, sheetOf, rangeOf, commands, grow, clip } = grid;
  return {
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
      keepingFront(grid, () => rangeOf(rect).merge());
      model.setSelectionsOfWorksheet(rect.sheet, own);
    },
    unmerge(rect) {
      keepingFront(grid, () => rangeOf(rect).breakApart());
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
  };
}
