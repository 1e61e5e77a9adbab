import { absoluteAddress, quotedSheet } from "../../summary/layout/cellAddress";
import { areaOfAddress } from "../address";
import type { Journal } from "../journal";
import type { Place } from "../freezing/references";

/**
 * The cells of the orders have a hidden workbook name: Excel keeps it up to date where the sheet is renamed or moved,
 * and where rows or columns are inserted, so that a refresh finds the orders again.
 */
const NAME = "_clv_source";

/** Where the orders are now; "gone" where their cells were deleted, undefined where nothing is known. Syncs. */
export async function followedSource(context: Excel.RequestContext): Promise<Place | "gone" | undefined> {
  const item = context.workbook.names.getItemOrNullObject(NAME).load("name");
  await context.sync();
  if (item.isNullObject) return undefined;
  const range = item.getRangeOrNullObject().load("rowIndex,columnIndex,rowCount,columnCount");
  range.worksheet.load("name");
  await context.sync();
  if (range.isNullObject) return "gone";
  const { rowIndex: row, columnIndex: column, rowCount: rows, columnCount: columns } = range;
  return { sheet: range.worksheet.name, area: { row, column, rows, columns } };
}

/** Follows these cells from now on. Syncs. */
export async function followSource(
  context: Excel.RequestContext,
  journal: Journal,
  { sheet, address }: { readonly sheet: string; readonly address: string },
): Promise<void> {
  const area = areaOfAddress(address);
  if (area === undefined) return;
  const before = await formulaNow(context);
  journal.push((undoing) => rename(undoing, before));
  await rename(context, `=${quotedSheet(sheet)}!${absoluteAddress(area)}`);
}

async function formulaNow(context: Excel.RequestContext): Promise<string | undefined> {
  const item = context.workbook.names.getItemOrNullObject(NAME).load("formula");
  await context.sync();
  return item.isNullObject ? undefined : String(item.formula);
}

async function rename(context: Excel.RequestContext, formula: string | undefined): Promise<void> {
  const now = await formulaNow(context);
  if (now === formula) return;
  const { names } = context.workbook;
  if (now !== undefined) names.getItem(NAME).delete();
  if (formula !== undefined) names.add(NAME, formula).visible = false;
  await context.sync();
}
