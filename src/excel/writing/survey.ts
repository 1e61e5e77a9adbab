import { inQuotes } from "../../summary/layout/cellAddress";
import type { Area, NamePlan, SheetKey } from "../../summary/plan";
import type { SheetOutline, WorkbookOutline } from "../../summary/planOutline";
import { readMemory } from "./layoutMemory";
import type { SheetMemory } from "./layoutMemory";
import { knownSheets, sameName } from "../ownSheets";
import type { KnownSheet } from "../ownSheets";
import { ExcelProblem } from "../problem";

/** One sheet to be written. */
export interface Target {
  readonly layout: SheetOutline;
  /** Its place in the plan. */
  readonly index: number;
  /** It is there and ours: refreshed in place. */
  readonly exists: boolean;
  /** What we wrote there last; null for a new sheet and where the memory was lost. */
  readonly memory: SheetMemory | null;
}

export interface FoundName {
  readonly name: string;
  readonly formula: string;
  readonly comment: string;
}

export interface FoundTable {
  readonly name: string;
  readonly sheet: string;
  readonly area: Area;
}

/** The workbook as it is before anything is written. */
export interface Survey {
  readonly targets: readonly Target[];
  /** Present and coming names of our sheets. */
  readonly sheetNames: ReadonlyMap<SheetKey, string>;
  readonly names: readonly FoundName[];
  readonly tables: readonly FoundTable[];
  readonly activeSheet: string;
}

/** Looks at everything the plan touches and refuses, before a cell is written, what would hurt what is the user's. */
export async function survey(context: Excel.RequestContext, outline: WorkbookOutline): Promise<Survey> {
  const { workbook } = context;
  const active = workbook.worksheets.getActiveWorksheet().load("name");
  workbook.protection.load("protected");
  const sheets = await knownSheets(context);
  const targets: Target[] = [];
  for (const [index, layout] of outline.sheets.entries()) {
    const exists = checkSheet(layout, sheets, workbook.protection.protected);
    const memory = exists ? await readMemory(context, layout.key) : null;
    targets.push({ layout, index, exists, memory });
  }
  const names = await foundNames(context);
  const tables = await foundTables(context);
  const own = sheets.filter((sheet) => sheet.key !== null).map((sheet) => sheet.name);
  const remembered = targets.flatMap((target) => target.memory?.names ?? []);
  const strangers = names.filter(({ name, formula }) => !remembered.includes(name) && !isOurs(formula, own));
  checkNames(outline.names, strangers);
  checkTables(targets, tables);
  return { targets, sheetNames: namesOf(sheets, outline), names, tables, activeSheet: active.name };
}

function checkSheet(
  layout: SheetOutline,
  sheets: readonly KnownSheet[],
  structureProtected: boolean,
): boolean {
  const there = sheets.find((sheet) => sameName(sheet.name, layout.name));
  const details = { sheet: layout.name };
  if (there === undefined) {
    if (structureProtected) throw new ExcelProblem("protectedWorkbook", details);
    return false;
  }
  if (there.key !== layout.key) throw new ExcelProblem("sheetExists", details);
  if (there.protected) throw new ExcelProblem("protectedSheet", details);
  return true;
}

function namesOf(sheets: readonly KnownSheet[], outline: WorkbookOutline): ReadonlyMap<SheetKey, string> {
  const names = new Map<SheetKey, string>();
  for (const sheet of sheets) if (sheet.key !== null) names.set(sheet.key, sheet.name);
  for (const sheet of outline.sheets) names.set(sheet.key, sheet.name);
  return names;
}

async function foundNames(context: Excel.RequestContext): Promise<readonly FoundName[]> {
  const names = context.workbook.names.load("items/name,items/formula,items/comment,items/scope");
  await context.sync();
  return names.items
    .filter((item) => item.scope === "Workbook")
    .map(({ name, formula, comment }) => ({ name, formula: String(formula), comment }));
}

async function foundTables(context: Excel.RequestContext): Promise<readonly FoundTable[]> {
  const tables = context.workbook.tables.load("items/name");
  await context.sync();
  const ranges = tables.items.map((table) => {
    table.worksheet.load("name");
    return table.getRange().load("rowIndex,columnIndex,rowCount,columnCount");
  });
  await context.sync();
  return tables.items.flatMap((table, index) => {
    const range = ranges[index];
    if (range === undefined) return [];
    const area = {
      row: range.rowIndex,
      column: range.columnIndex,
      rows: range.rowCount,
      columns: range.columnCount,
    };
    return [{ name: table.name, sheet: table.worksheet.name, area }];
  });
}

/** Whether a name's formula points into one of these sheets, or into one that is gone. */
const isOurs = (formula: string, own: readonly string[]): boolean =>
  formula.includes("#REF!") ||
  own.some((sheet) => {
    const target = formula.slice(1).toLowerCase();
    const plain = `${sheet.toLowerCase()}!`;
    return target.startsWith(plain) || target.startsWith(`${inQuotes(sheet).toLowerCase()}!`);
  });

/** A planned name that exists must be one of ours. */
function checkNames(planned: readonly NamePlan[], strangers: readonly FoundName[]): void {
  for (const { name } of planned) {
    const taken = strangers.find((other) => sameName(other.name, name));
    if (taken !== undefined) {
      throw new ExcelProblem("nameTaken", { name, refersTo: taken.formula });
    }
  }
}

function checkTables(targets: readonly Target[], found: readonly FoundTable[]): void {
  for (const { layout, exists } of targets) {
    for (const { name } of layout.tables) {
      const there = found.find((other) => sameName(other.name, name));
      if (there === undefined) continue;
      if (!exists || !sameName(there.sheet, layout.name)) {
        throw new ExcelProblem("tableTaken", { name, sheet: there.sheet });
      }
    }
  }
}
