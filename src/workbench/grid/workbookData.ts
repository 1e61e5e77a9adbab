import { BooleanNumber, CellValueType, LocaleType } from "@univerjs/core";
import type {
  ICellData,
  IObjectMatrixPrimitiveType,
  IStyleData,
  IWorkbookData,
  IWorksheetData,
} from "@univerjs/core";
import { STANDARD_CELL } from "../workbookParts";
import type { CellValue } from "./backend";

/** A sheet that is there from the start. */
export interface StartSheet {
  readonly name: string;
  readonly rows: readonly (readonly (CellValue | null)[])[];
  /** Number formats by column, of all rows but the first. */
  readonly numberFormats?: readonly (string | undefined)[];
  /** Pixels by column. */
  readonly columnWidths?: readonly number[];
  readonly frozenRows?: number;
  readonly boldHeader?: boolean;
  /** Texts that begin with "=" are formulas. Never so for a file: what stands in it is shown, not run. */
  readonly formulas?: boolean;
}

const MINIMUM = { rows: 1000, columns: 26 };

function cellOf(
  value: CellValue | null,
  style: string | undefined,
  formulas: boolean,
): ICellData | undefined {
  if (value === null || value === "") return style === undefined ? undefined : { s: style };
  const s = style === undefined ? {} : { s: style };
  if (typeof value === "number") return { v: value, t: CellValueType.NUMBER, ...s };
  if (typeof value === "boolean") return { v: Number(value), t: CellValueType.BOOLEAN, ...s };
  return formulas && value.startsWith("=") ? { f: value, ...s } : { v: value, t: CellValueType.STRING, ...s };
}

/** Cells as wide and high as Excel's. */
export const standardSize = (): Partial<IWorksheetData> => ({
  defaultColumnWidth: STANDARD_CELL.width,
  defaultRowHeight: STANDARD_CELL.height,
});

/** A sheet that joins a workbook: its styles are written into the cells. */
export function filledSheet(sheet: StartSheet): Partial<IWorksheetData> {
  const styles: Record<string, IStyleData> = {};
  const data = sheetData(sheet, undefined, styles);
  for (const line of Object.values(data.cellData ?? {})) {
    for (const cell of Object.values<ICellData>(line))
      if (typeof cell.s === "string") cell.s = styles[cell.s];
  }
  return data;
}

function sheetData(
  sheet: StartSheet,
  id: string | undefined,
  styles: Record<string, IStyleData>,
): Partial<IWorksheetData> {
  const formats = (sheet.numberFormats ?? []).map((pattern) => {
    if (pattern === undefined) return undefined;
    const key = `format:${pattern}`;
    styles[key] = { n: { pattern } };
    return key;
  });
  if (sheet.boldHeader) styles.header = { bl: BooleanNumber.TRUE };
  const cellData: IObjectMatrixPrimitiveType<ICellData> = {};
  sheet.rows.forEach((row, i) => {
    const line: Record<number, ICellData> = {};
    row.forEach((value, j) => {
      const style = i === 0 ? (sheet.boldHeader ? "header" : undefined) : formats[j];
      const cell = cellOf(value, style, sheet.formulas ?? false);
      if (cell) line[j] = cell;
    });
    cellData[i] = line;
  });
  const widest = sheet.rows.reduce((most, row) => Math.max(most, row.length), 0);
  return {
    ...(id === undefined ? {} : { id }),
    name: sheet.name,
    ...standardSize(),
    rowCount: Math.max(MINIMUM.rows, sheet.rows.length + 100),
    columnCount: Math.max(MINIMUM.columns, widest + 4),
    cellData,
    columnData: Object.fromEntries((sheet.columnWidths ?? []).map((w, column) => [column, { w }])),
    ...(sheet.frozenRows
      ? { freeze: { startRow: sheet.frozenRows, startColumn: -1, ySplit: sheet.frozenRows, xSplit: 0 } }
      : {}),
  };
}

/**
 * A whole workbook as Univer's data. Big sheets come in this way: 100,000 × 4 cells take a second, against eight
 * by writing to a grid that is shown.
 */
export function workbookData(sheets: readonly StartSheet[]): Partial<IWorkbookData> {
  const styles: Record<string, IStyleData> = {};
  const entries = sheets.map((sheet, index) => {
    const id = `sheet${index + 1}`;
    return [id, sheetData(sheet, id, styles)] as const;
  });
  return {
    id: "workbench",
    name: "Workbench",
    locale: LocaleType.EN_US,
    styles,
    sheetOrder: entries.map(([id]) => id),
    sheets: Object.fromEntries(entries),
  };
}
