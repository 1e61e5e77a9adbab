import { absoluteAddress, quotedSheet } from "../../summary/layout/cellAddress";
import type { NamePlan, SheetKey } from "../../summary/plan";
import { rangeOf, sameFormula } from "../address";
import type { Journal } from "../journal";
import { sameName } from "../ownSheets";
import type { FoundName, Survey } from "./survey";

/** Comments of workbook names are cut by Excel beyond this length. */
const LONGEST_COMMENT = 255;

/**
 * Points the workbook's names at their cells. A name that is there keeps its identity, so that formulas which use it
 * live on; one of ours that is no longer planned goes.
 */
export async function setNames(
  context: Excel.RequestContext,
  journal: Journal,
  planned: readonly NamePlan[],
  { names, targets, sheetNames }: Survey,
): Promise<void> {
  const find = (name: string): FoundName | undefined => names.find((other) => sameName(other.name, name));
  const remembered = targets.flatMap((target) => target.memory?.names ?? []);
  const stale = remembered
    .filter((name) => !planned.some((plan) => sameName(plan.name, name)))
    .flatMap((name) => find(name) ?? []);
  const added = planned.filter((plan) => find(plan.name) === undefined);
  const changed = planned.flatMap((plan) => {
    const before = find(plan.name);
    const formula = referenceOf(plan, sheetNames);
    return before === undefined || sameFormula(before.formula.toLowerCase(), formula.toLowerCase())
      ? []
      : [{ before, formula }];
  });
  if (stale.length + added.length + changed.length === 0) return;
  journal.push((undoing) => restore(undoing, added, [...stale, ...changed.map(({ before }) => before)]));
  for (const { name } of stale) context.workbook.names.getItem(name).delete();
  for (const { before, formula } of changed) {
    context.workbook.names.getItem(before.name).formula = formula;
  }
  for (const { name, sheet, area, comment } of added) {
    const target = context.workbook.worksheets.getItem(sheetNames.get(sheet) ?? "");
    context.workbook.names.add(name, rangeOf(target, area), comment.slice(0, LONGEST_COMMENT));
  }
  await context.sync();
}

async function restore(
  context: Excel.RequestContext,
  added: readonly NamePlan[],
  before: readonly FoundName[],
): Promise<void> {
  const { names } = context.workbook;
  const extra = added.map(({ name }) => names.getItemOrNullObject(name).load("name"));
  const there = before.map(({ name }) => names.getItemOrNullObject(name).load("name"));
  await context.sync();
  for (const name of extra) if (!name.isNullObject) name.delete();
  before.forEach(({ name, formula, comment }, index) => {
    const item = there[index];
    if (item !== undefined && !item.isNullObject) item.formula = formula;
    else names.add(name, formula, comment);
  });
  await context.sync();
}

/** `='CLV Inputs'!$B$3:$B$9` */
const referenceOf = ({ sheet, area }: NamePlan, sheetNames: ReadonlyMap<SheetKey, string>): string =>
  `=${quotedSheet(sheetNames.get(sheet) ?? "")}!${absoluteAddress(area)}`;
