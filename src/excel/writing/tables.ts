import { addressOf } from "../../summary/layout/cellAddress";
import type { Area, TablePlan } from "../../summary/plan";
import { rangeOf } from "../address";
import type { Journal } from "../journal";
import { sameName } from "../ownSheets";
import type { FoundTable, Survey, Target } from "./survey";

/** A quiet built-in style; the header's colours are ours. */
const TABLE_STYLE = "TableStyleLight1";

/**
 * Makes the sheet's tables, or stretches those it has: a table that stays keeps the formulas of other sheets that
 * name it. Headings must be in their cells already.
 */
export async function setTables(
  context: Excel.RequestContext,
  journal: Journal,
  target: Target,
  { tables }: Survey,
): Promise<void> {
  const sheet = target.layout.name;
  const here = tables.filter((table) => sameName(table.sheet, sheet));
  const before = tables.map((table) => table.name.toLowerCase());
  const planned = (name: string): boolean => target.layout.tables.some((table) => sameName(table.name, name));
  const ours = new Set((target.memory?.layout.tables ?? []).map((table) => table.name.toLowerCase()));
  for (const table of here) {
    if (ours.has(table.name.toLowerCase()) && !planned(table.name)) {
      await dissolve(context, journal, table);
    }
  }
  for (const plan of target.layout.tables) {
    const there = here.find((table) => sameName(table.name, plan.name));
    if (there === undefined) {
      await make(context, journal, target, plan, before);
    } else if (sameHeader(there.area, plan.area)) {
      await stretch(context, journal, there, plan.area);
    } else {
      await dissolve(context, journal, there);
      await make(context, journal, target, plan, before);
    }
  }
}

/** A table can be resized as long as its headings stay in their row and the old and new areas overlap. */
const sameHeader = (a: Area, b: Area): boolean => a.row === b.row && a.column === b.column;

async function make(
  context: Excel.RequestContext,
  journal: Journal,
  target: Target,
  { name, area }: TablePlan,
  before: readonly string[],
): Promise<void> {
  // A table on a new sheet goes with the sheet. Another may have been made but not yet named.
  if (target.exists) {
    journal.push((undoing) => unmake(undoing, (other) => !before.includes(other.toLowerCase())));
  }
  await add(context, target.layout.name, name, area);
}

async function add(
  context: Excel.RequestContext,
  sheetName: string,
  name: string,
  area: Area,
): Promise<void> {
  const sheet = context.workbook.worksheets.getItem(sheetName);
  const table = sheet.tables.add(rangeOf(sheet, area), true);
  table.name = name;
  table.style = TABLE_STYLE;
  table.showBandedRows = false;
  await context.sync();
}

async function unmake(context: Excel.RequestContext, isMeant: (name: string) => boolean): Promise<void> {
  const tables = context.workbook.tables.load("items/name");
  await context.sync();
  for (const table of tables.items) if (isMeant(table.name)) table.convertToRange();
  await context.sync();
}

async function dissolve(
  context: Excel.RequestContext,
  journal: Journal,
  { name, sheet, area }: FoundTable,
): Promise<void> {
  const isIt = (other: string): boolean => sameName(other, name);
  journal.push(async (undoing) => {
    await unmake(undoing, isIt);
    await add(undoing, sheet, name, area);
  });
  await unmake(context, isIt);
}

async function stretch(
  context: Excel.RequestContext,
  journal: Journal,
  { name, area }: FoundTable,
  to: Area,
): Promise<void> {
  if (area.rows === to.rows && area.columns === to.columns) return;
  journal.push((undoing) => resize(undoing, name, area));
  await resize(context, name, to);
}

async function resize(context: Excel.RequestContext, name: string, area: Area): Promise<void> {
  context.workbook.tables.getItem(name).resize(addressOf(area));
  await context.sync();
}
