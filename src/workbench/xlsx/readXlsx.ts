import { readXlsx } from "hucre/xlsx";
import type { CellValue } from "../grid/backend";
import type { StartSheet } from "../grid/workbookData";

/** Day 0 of Excel's calendar, for days after February 1900. */
const EXCEL_EPOCH = Date.UTC(1899, 11, 30);
const MILLISECONDS_A_DAY = 86_400_000;

const isWholeDay = (serial: number): boolean => Number.isInteger(serial);

function cellOf(value: string | number | boolean | Date | null): CellValue | null {
  return value instanceof Date ? (value.getTime() - EXCEL_EPOCH) / MILLISECONDS_A_DAY : value;
}

/** The values of a workbook of the user's: formulas come as their last results, dates as serials with a format. */
export async function readXlsxSheets(bytes: Uint8Array): Promise<StartSheet[]> {
  const workbook = await readXlsx(bytes);
  return workbook.sheets
    .filter((sheet) => !sheet.hidden && !sheet.veryHidden)
    .map((sheet) => ({
      name: sheet.name,
      rows: sheet.rows.map((row) => row.map(cellOf)),
      numberFormats: dateFormats(sheet.rows),
      columnWidths: (sheet.columns ?? []).map((column) => Math.round((column.width ?? 12) * 7 + 5)),
      boldHeader: true,
    }));
}

/** A column whose cells are dates shows them as such. */
function dateFormats(rows: readonly (readonly unknown[])[]): (string | undefined)[] {
  const sample = rows.slice(1, 200);
  const width = Math.max(0, ...sample.map((row) => row.length));
  return Array.from({ length: width }, (_, column) => {
    const dates = sample.map((row) => row[column]).filter((cell) => cell instanceof Date);
    if (dates.length === 0) return undefined;
    const days = dates.every((date) => isWholeDay((date.getTime() - EXCEL_EPOCH) / MILLISECONDS_A_DAY));
    return days ? "yyyy-mm-dd" : "yyyy-mm-dd hh:mm";
  });
}
