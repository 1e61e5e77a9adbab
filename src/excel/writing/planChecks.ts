import type { Area } from "../../summary/plan";
import type { SheetOutline, WorkbookOutline } from "../../summary/planOutline";
import { isOnSheet } from "../address";
import { LONGEST_SHEET_NAME } from "../ownSheets";
import { ExcelProblem } from "../problem";

/** What Excel forbids in a sheet's name; "History" is a name of its own (Rename a worksheet, support.microsoft.com). */
const FORBIDDEN = /[\\/?*[\]:]|^'|'$|^history$/i;

const refuse = (reason: string, what: string): never => {
  throw new ExcelProblem("invalidPlan", { reason, what });
};

/** Refuses a plan that Excel would refuse half-way: better known before the first cell is written. */
export function checkPlan(outline: WorkbookOutline): void {
  if (outline.sheets.length === 0) refuse("noSheets", "");
  once(
    outline.sheets.map((sheet) => sheet.name),
    "sheetTwice",
  );
  once(
    outline.sheets.map((sheet) => sheet.key),
    "sheetTwice",
  );
  const tables = outline.sheets.flatMap((sheet) => sheet.tables.map((table) => table.name));
  once([...tables, ...outline.names.map((name) => name.name)], "nameTwice");
  for (const sheet of outline.sheets) checkSheetPlan(sheet);
  for (const { name, sheet, area } of outline.names) {
    if (!outline.sheets.some((other) => other.key === sheet)) refuse("nameWithoutSheet", name);
    if (!isOnSheet(area)) refuse("area", name);
  }
}

function once(names: readonly string[], reason: string): void {
  const seen = new Set<string>();
  for (const name of names) {
    const key = name.toLowerCase();
    if (seen.has(key)) refuse(reason, name);
    seen.add(key);
  }
}

function checkSheetPlan(sheet: SheetOutline): void {
  const { name } = sheet;
  if (name === "" || name.length > LONGEST_SHEET_NAME || FORBIDDEN.test(name)) {
    refuse("sheetName", name);
  }
  const areas: readonly Area[] = [
    ...sheet.blocks,
    ...sheet.formats.map((format) => format.area),
    ...sheet.tables.map((table) => table.area),
    ...sheet.validations.map((validation) => validation.area),
    ...sheet.conditionalFormats.map((format) => format.area),
    ...sheet.charts.flatMap((chart) => [
      chart.place,
      chart.categories,
      ...chart.series.map((series) => series.values),
    ]),
    sheet.print.area,
  ];
  if (!areas.every(isOnSheet)) refuse("area", name);
}
