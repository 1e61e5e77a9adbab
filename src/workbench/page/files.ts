import { readCsv } from "../../orders/readCsv";
import type { CsvEncoding } from "../../orders/readCsv";
import type { StartSheet } from "../grid/workbookData";
import { SHEET_COLUMNS, SHEET_ROWS } from "../rect";
import { readXlsxSheets } from "../xlsx/readXlsx";

const SHEET_NAME_LENGTH = 31;
const DATE = /^(\d{4})-(\d{2})-(\d{2})$/;
const WORKBOOKS = /\.(xlsx|xlsm)$/i;
/** What Excel and others save that is neither a text nor an xlsx. */
const OTHERS = /\.(xls|xlsb|ods|numbers|pdf|docx?|zip)$/i;
/** An xlsx file is a zip archive. */
const ZIP = [0x50, 0x4b, 0x03, 0x04];

/** Says what is wrong with a file, and what to do. */
class FileProblem extends Error {}

/**
 * The sheets of a file that the user chose: one of a CSV, all of a workbook. `language` decides how a CSV is read that
 * is neither UTF-8 nor marked: by the code page of Windows in that language.
 */
export async function sheetsOfFile(name: string, bytes: Uint8Array, language: string): Promise<StartSheet[]> {
  if (bytes.length === 0)
    throw new FileProblem("the file is empty. Choose a file with a line of headings and orders below it.");
  if (OTHERS.test(name))
    throw new FileProblem(
      "only CSV and xlsx are read here. Open it in your spreadsheet and save it as xlsx or CSV.",
    );
  const sheets = WORKBOOKS.test(name) ? await sheetsOfWorkbook(bytes) : [sheetOfCsv(name, bytes, language)];
  const filled = sheets.filter((sheet) => sheet.rows.length > 0);
  if (filled.length === 0)
    throw new FileProblem(
      "there is nothing in it. Choose a file with a line of headings and orders below it.",
    );
  for (const sheet of filled) assertFits(sheet);
  return filled;
}

async function sheetsOfWorkbook(bytes: Uint8Array): Promise<StartSheet[]> {
  const damaged =
    "it is no xlsx workbook, or it is damaged or locked with a password. Open it in your spreadsheet and save it again as xlsx without a password.";
  if (ZIP.some((byte, at) => bytes[at] !== byte)) throw new FileProblem(damaged);
  try {
    return await readXlsxSheets(bytes);
  } catch {
    throw new FileProblem(damaged);
  }
}

function sheetOfCsv(name: string, bytes: Uint8Array, language: string): StartSheet {
  if (isBinary(bytes)) throw new FileProblem("it is no text file. Save the orders as CSV or xlsx.");
  const { cells } = readCsv(bytes, { codePage: codePageOf(language) });
  return { name: sheetNameOf(name), ...withDates(cells), boldHeader: true };
}

const CODE_PAGES: Readonly<Record<string, CsvEncoding>> = {
  pl: "windows-1250",
  fa: "windows-1256",
  ar: "windows-1256",
};

const codePageOf = (language: string): CsvEncoding => CODE_PAGES[language.slice(0, 2)] ?? "windows-1252";

/** A text holds no zero bytes, unless it is UTF-16, which begins with a mark. */
function isBinary(bytes: Uint8Array): boolean {
  const [first, second] = bytes;
  const isMarked = (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff);
  return !isMarked && bytes.subarray(0, 8192).includes(0);
}

function assertFits({ name, rows }: StartSheet): void {
  const widest = rows.reduce((most, row) => Math.max(most, row.length), 0);
  const number = (n: number): string => n.toLocaleString("en");
  if (rows.length > SHEET_ROWS || widest > SHEET_COLUMNS) {
    throw new FileProblem(
      `“${name}” has ${number(rows.length)} rows and ${number(widest)} columns; a sheet holds ${number(SHEET_ROWS)} and ${number(SHEET_COLUMNS)}. Cut the file in parts, such as one a year.`,
    );
  }
}

/** `orders 2024.csv` becomes `orders 2024`; what no sheet's name may hold is left out. */
function sheetNameOf(fileName: string): string {
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
