import { readCsv } from "../../orders/readCsv";
import type { StartSheet } from "../grid/workbookData";
import { readXlsxSheets } from "../xlsx/readXlsx";

const SHEET_NAME_LENGTH = 31;
const DATE = /^(\d{4})-(\d{2})-(\d{2})$/;

/** The sheets of a file that the user chose: one of a CSV, all of a workbook. */
export async function sheetsOfFile(name: string, bytes: Uint8Array): Promise<StartSheet[]> {
  if (/\.(xlsx|xlsm|xlsb|xls)$/i.test(name)) return readXlsxSheets(bytes);
  const { cells } = readCsv(bytes);
  return [{ name: sheetNameOf(name), ...withDates(cells), boldHeader: true }];
}

/** `orders 2024.csv` becomes `orders 2024`; what no sheet's name may hold is left out. */
export function sheetNameOf(fileName: string): string {
  const bare = fileName.replace(/\.[^.]*$/, "").replace(/[:\\/?*[\]']/g, " ");
  return bare.trim().slice(0, SHEET_NAME_LENGTH) || "Orders";
}

type Rows = readonly (readonly (string | number | boolean | null)[])[];

/** Excel turns ISO dates of a CSV file into dates; a column counts when most of its cells are such. */
function withDates(cells: Rows): Pick<StartSheet, "rows" | "numberFormats"> {
  const sample = cells.slice(1, 200);
  const isDateColumn = (cells[0] ?? []).map((_, column) => {
    const dated = sample.filter((row) => typeof row[column] === "string" && DATE.test(String(row[column])));
    return dated.length > 0 && dated.length >= sample.length / 2;
  });
  if (!isDateColumn.includes(true)) return { rows: cells };
  return {
    rows: cells.map((row) => row.map((cell, column) => (isDateColumn[column] ? dateSerial(cell) : cell))),
    numberFormats: isDateColumn.map((is) => (is ? "yyyy-mm-dd" : undefined)),
  };
}

/** Day 0 of Excel's calendar, for days after February 1900. */
const EXCEL_EPOCH = Date.UTC(1899, 11, 30);

function dateSerial(cell: string | number | boolean | null): string | number | boolean | null {
  const match = typeof cell === "string" ? DATE.exec(cell) : null;
  if (!match) return cell;
  const [, year, month, day] = match.map(Number);
  return (Date.UTC(year ?? 0, (month ?? 1) - 1, day ?? 1) - EXCEL_EPOCH) / 86_400_000;
}

/** Offers bytes as a download. */
export function download(name: string, bytes: Uint8Array<ArrayBuffer>, type: string): void {
  const address = URL.createObjectURL(new Blob([bytes], { type }));
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
  URL.revokeObjectURL(address);
}
