import type { Area } from "../../summary/plan";
import { rangeOf } from "../address";
import { restored } from "../writing/cellText";
import { placesOf } from "./frozenBlocks";
import { readFrozen, writeFrozen } from "./frozenFormulas";
import { placesIn, readFrozenNames, setFrozenNames } from "./frozenNames";
import type { Journal } from "../journal";
import { sameName } from "../ownSheets";
import type { Place } from "./references";
import { checkedRows } from "../readBlocks";
import { ExcelProblem } from "../problem";
import type { Target } from "../writing/survey";

/**
 * A refresh writes our formulas anew, also those that were replaced by values: they are remembered no longer, and the
 * cells that they had spilled over are emptied, or the new ones could not spill (#SPILL!). The user's own formulas,
 * beside our cells and on other sheets, stay replaced.
 */
export async function dropFrozen(
  context: Excel.RequestContext,
  journal: Journal,
  targets: readonly Target[],
): Promise<void> {
  const kept = await readFrozen(context);
  if (kept.length === 0) return;
  const names = await readFrozenNames(context);
  const rest = [];
  const spilled: Place[] = [];
  for (const block of kept) {
    const name = names.get(block.name);
    const [place] = name === undefined ? placesOf(block) : placesIn(name);
    if (place === undefined || !isRewritten(place, targets)) rest.push(block);
    else if (block.spills) spilled.push(place);
  }
  if (rest.length === kept.length) return;
  await empty(context, journal, spilled);
  journal.push((undoing) => writeFrozen(undoing, kept));
  await writeFrozen(context, rest);
  const restNames = rest.map(({ name }) => name);
  await setFrozenNames(context, journal, restNames, []);
}

/** Whether the first of these cells is one that the last run wrote on a sheet which is refreshed. */
const isRewritten = ({ sheet, area }: Place, targets: readonly Target[]): boolean =>
  targets.some(
    ({ layout, memory }) =>
      sameName(layout.name, sheet) && (memory?.layout.blocks ?? []).some((block) => holds(block, area)),
  );

const holds = (block: Area, { row, column }: Area): boolean =>
  row >= block.row &&
  row < block.row + block.rows &&
  column >= block.column &&
  column < block.column + block.columns;

async function empty(
  context: Excel.RequestContext,
  journal: Journal,
  places: readonly Place[],
): Promise<void> {
  const at = (where: Excel.RequestContext, { sheet, area }: Place): Excel.Range =>
    rangeOf(where.workbook.worksheets.getItem(sheet), area);
  for (const place of places) {
    const range = at(context, place).load("values,formulas");
    await context.sync();
    const { rows, columns } = place.area;
    const values = checkedRows(range.values, rows, columns);
    const formulas = checkedRows(range.formulas, rows, columns);
    if (values === undefined || formulas === undefined)
      throw new ExcelProblem("valuesMissing", { sheet: place.sheet });
    const before = formulas.map((line, i) => line.map((formula, j) => restored(formula, values[i]?.[j])));
    journal.push(async (undoing) => {
      at(undoing, place).formulas = before;
      await undoing.sync();
    });
    at(context, place).clear("Contents");
    await context.sync();
  }
}
