import type { Journal } from "../journal";
import type { SheetKey } from "../../summary/plan";
import { isSheetKey, knownSheets, markName, markSheet } from "../ownSheets";
import type { Survey } from "./survey";

/** Makes the sheets that are not there yet, marked as ours, in the order of the plan and after all others. */
export async function addSheets(
  context: Excel.RequestContext,
  journal: Journal,
  { targets, activeSheet }: Survey,
): Promise<void> {
  const missing = targets.filter((target) => !target.exists).map((target) => target.layout);
  if (missing.length === 0) return;
  journal.push(async (undoing) => {
    for (const { name } of missing) await removeSheet(undoing, name);
    undoing.workbook.worksheets.getItemOrNullObject(activeSheet).activate();
    await undoing.sync();
  });
  for (const { name, key } of missing) {
    markSheet(context.workbook.worksheets.add(name), key);
    // One by one: Excel may carry out a failing request in part, and a sheet without its mark is not ours to delete.
    await context.sync();
  }
}

/** Takes our mark from the sheets of a kind: from now on they are the user's own, and stay as they are. */
export async function leaveSheets(
  context: Excel.RequestContext,
  journal: Journal,
  key: SheetKey,
): Promise<void> {
  const marked = (await knownSheets(context)).filter((sheet) => sheet.key === key);
  journal.push(async (undoing) => {
    for (const { id } of marked) markSheet(undoing.workbook.worksheets.getItem(id), key);
    await undoing.sync();
  });
  for (const { id } of marked) {
    context.workbook.worksheets.getItem(id).customProperties.getItemOrNullObject(markName).delete();
  }
  await context.sync();
}

/** Deletes a sheet that we made: it carries our mark, or is still empty. */
async function removeSheet(context: Excel.RequestContext, name: string): Promise<void> {
  const sheet = context.workbook.worksheets.getItemOrNullObject(name).load("name");
  await context.sync();
  if (sheet.isNullObject) return;
  const mark = sheet.customProperties.getItemOrNullObject(markName).load("value");
  const used = sheet.getUsedRangeOrNullObject().load("address");
  await context.sync();
  const isOurs = !mark.isNullObject && isSheetKey(mark.value);
  if (!isOurs && !used.isNullObject) return;
  sheet.delete();
  await context.sync();
}
