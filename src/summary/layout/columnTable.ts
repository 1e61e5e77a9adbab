import type { NameList } from "./sheetDraft";
import { areaOf, type FormatOptions, type SheetDraft } from "./sheetDraft";
import type { Area, PlanCell } from "../plan";

/** One column of a table of many rows. */
export interface Column {
  readonly header: string;
  readonly width: number;
  readonly format: FormatOptions;
  /** The workbook name of the column's cells, so that formulas read as words. */
  readonly name?: string;
  /** The cell in row `index` of the body; `line` is its one-based row on the sheet, for formulas. */
  cell(index: number, line: number): PlanCell;
}

export interface TablePlace {
  readonly row: number;
  readonly column: number;
  /** Rows of the body. */
  readonly count: number;
  /** An Excel table's name; a plain range where left out. */
  readonly tableName?: string;
}

/** Puts a header row and the rows below it, and names the columns; gives the body's area. */
export function putColumns(
  draft: SheetDraft,
  names: NameList,
  columns: readonly Column[],
  { row, column, count, tableName }: TablePlace,
): Area {
  const width = columns.length;
  draft.put(row, column, [columns.map(({ header }) => header)], { style: "tableHeader", wrap: true });
  const body = Array.from({ length: count }, (_, index) =>
    columns.map((each) => each.cell(index, row + index + 2)),
  );
  if (count > 0) draft.put(row + 1, column, body);
  columns.forEach(({ format, name, header }, offset) => {
    const isText = format.numberFormat === undefined || format.numberFormat === "@";
    const side = isText ? ({ align: "start", indent: 1 } as const) : ({ align: "end" } as const);
    draft.format(areaOf(row, column + offset, 1, 1), { ...side, wrap: true });
    const area = areaOf(row + 1, column + offset, count, 1);
    draft.format(area, isText ? { ...format, ...side } : format);
    if (name !== undefined && count > 0) names.add(name, draft.key, area, header);
  });
  if (tableName !== undefined && count > 0) {
    draft.tables.push({ name: tableName, area: areaOf(row, column, count + 1, width) });
  }
  return areaOf(row + 1, column, count, width);
}
