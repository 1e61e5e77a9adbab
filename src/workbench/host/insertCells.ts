import { SHEET_COLUMNS, SHEET_ROWS } from "../rect";
import type { Rect } from "../rect";
import { assertNotProtected, sheetParts } from "./context";
import type { HostContext } from "./context";
import { notImplemented } from "./errors";

/**
 * `Range.insert` and `Range.delete` of whole rows and columns. The grid moves cells, formulas and names; what else
 * lies on the sheet is moved here.
 */
export function insertCells(context: HostContext, rect: Rect): void {
  const { backend } = context;
  assertNotProtected(context, rect.sheet);
  if (rect.columns === SHEET_COLUMNS) backend.insertRows(rect.sheet, rect.row, rect.rows);
  else if (rect.rows === SHEET_ROWS) backend.insertColumns(rect.sheet, rect.column, rect.columns);
  else throw notImplemented("Range", "insert within rows and columns");
  move(context, rect, 1);
}

export function deleteCells(context: HostContext, rect: Rect): void {
  const { backend } = context;
  assertNotProtected(context, rect.sheet);
  if (rect.columns === SHEET_COLUMNS) backend.deleteRows(rect.sheet, rect.row, rect.rows);
  else if (rect.rows === SHEET_ROWS) backend.deleteColumns(rect.sheet, rect.column, rect.columns);
  else throw notImplemented("Range", "delete within rows and columns");
  move(context, rect, -1);
}

/** Where an edge at `at` comes to lie. */
const shifted = (at: number, from: number, count: number, direction: 1 | -1): number =>
  direction === 1 ? (at >= from ? at + count : at) : Math.max(Math.min(at, from), at - count);

/** A rectangle after the change; null where all of it was deleted. */
function moved(rect: Rect, change: Rect, direction: 1 | -1): Rect | null {
  if (rect.sheet !== change.sheet) return rect;
  const ofRows = change.columns === SHEET_COLUMNS;
  const [first, size] = ofRows ? [rect.row, rect.rows] : [rect.column, rect.columns];
  const [from, count] = ofRows ? [change.row, change.rows] : [change.column, change.columns];
  const start = shifted(first, from, count, direction);
  const length = shifted(first + size - 1, from, count, direction) - start + 1;
  const end = direction === 1 ? start + length : shifted(first + size, from, count, direction);
  if (end <= start) return null;
  return ofRows
    ? { ...rect, row: start, rows: end - start }
    : { ...rect, column: start, columns: end - start };
}

function move(context: HostContext, change: Rect, direction: 1 | -1): void {
  const { parts } = context;
  const own = sheetParts(context, change.sheet);
  const at = (rect: Rect): Rect | null => moved(rect, change, direction);
  const each = <T extends { readonly rect: Rect }>(list: readonly T[]): T[] =>
    list.flatMap((item) => {
      const rect = at(item.rect);
      return rect ? [{ ...item, rect }] : [];
    });
  for (const table of parts.tables) table.rect = at(table.rect) ?? table.rect;
  for (const chart of parts.charts) {
    chart.place = chart.place && (at(chart.place) ?? chart.place);
    for (const series of chart.series) {
      series.values = series.values && at(series.values);
      series.categories = series.categories && at(series.categories);
    }
  }
  own.validations = each(own.validations);
  own.links = each(own.links);
  own.namedStyles = each(own.namedStyles);
  own.printArea = own.printArea && at(own.printArea);
  own.conditionalFormats = own.conditionalFormats.flatMap((format) => {
    const areas = format.areas.flatMap((area) => at(area) ?? []);
    return areas.length > 0 ? [{ ...format, areas }] : [];
  });
  context.changed();
}
