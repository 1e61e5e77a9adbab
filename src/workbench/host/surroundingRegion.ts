import type { Backend } from "../grid/backend";
import type { Rect } from "../rect";

/**
 * The region around cells: what is bounded by empty rows and columns, as `Range.getSurroundingRegion` answers (1.7).
 * https://learn.microsoft.com/javascript/api/excel/excel.range#excel-excel-range-getsurroundingregion-member(1)
 */
export function surroundingRegion(backend: Backend, start: Rect): Rect {
  const used = backend.used(start.sheet, true);
  if (!used) return start;
  const values = backend.values(used);
  const filled = (row: number, column: number): boolean => {
    const value = values[row - used.row]?.[column - used.column];
    return value !== undefined && value !== "";
  };
  const rowFilled = (row: number, left: number, right: number): boolean => {
    for (let column = left; column <= right; column++) if (filled(row, column)) return true;
    return false;
  };
  const columnFilled = (column: number, top: number, bottom: number): boolean => {
    for (let row = top; row <= bottom; row++) if (filled(row, column)) return true;
    return false;
  };
  let { row: top, column: left } = start;
  let bottom = top + start.rows - 1;
  let right = left + start.columns - 1;
  // Cells that touch at a corner only belong to the region too. Each step widens it by one until nothing is added.
  for (let before = -1; before !== bottom - top + right - left;) {
    before = bottom - top + right - left;
    if (top > 0 && rowFilled(top - 1, Math.max(0, left - 1), right + 1)) top--;
    if (rowFilled(bottom + 1, Math.max(0, left - 1), right + 1)) bottom++;
    if (left > 0 && columnFilled(left - 1, Math.max(0, top - 1), bottom + 1)) left--;
    if (columnFilled(right + 1, Math.max(0, top - 1), bottom + 1)) right++;
  }
  return { sheet: start.sheet, row: top, column: left, rows: bottom - top + 1, columns: right - left + 1 };
}
