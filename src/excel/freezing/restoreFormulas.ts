import { addressOf } from "../../summary/layout/cellAddress";
import type { Area } from "../../summary/plan";
import { rangeOf } from "../address";
import { allOrNothing } from "../allOrNothing";
import { restored } from "../writing/cellText";
import { blocksOf, placesOf } from "./frozenBlocks";
import { findingsIn } from "./frozenCells";
import type { CellsNow, Findings, RowFormula } from "./frozenCells";
import { countFrozen, readFrozen, writeFrozen } from "./frozenFormulas";
import type { FrozenBlock } from "./frozenFormulas";
import { frozenName, nextNumber, placesIn, readFrozenNames, setFrozenNames } from "./frozenNames";
import { requireApi } from "../host";
import { inRequests } from "./inRequests";
import type { Journal } from "../journal";
import { knownSheets, sameName } from "../ownSheets";
import { ExcelProblem, hostCodeOf, throwIfCancelled } from "../problem";
import type { Watch } from "../progress";
import type { Place } from "./references";

/** Cells that keep their values, and their formulas in the workbook's settings. */
export interface LeftCells {
  readonly sheet: string;
  readonly address: string;
  readonly formulas: number;
  /** Changed by hand since; the formula refers to cells that are gone; Excel does not take the formula any more. */
  readonly why: "changed" | "lost" | "refused";
}

export interface RestoreReport {
  readonly restored: number;
  readonly left: readonly LeftCells[];
  /** Formulas whose cells were deleted: nothing is kept of them. */
  readonly gone: number;
}

/**
 * Brings the formulas back that `freezeFormulas` replaced, wherever their cells and those they refer to are by now.
 * All or nothing, but for cells that were changed since: they are named and stay as they are.
 */
export function restoreFormulas(watch: Watch = {}): Promise<RestoreReport> {
  requireApi();
  return allOrNothing(async (context, journal) => {
    const kept = await readFrozen(context);
    const names = await readFrozenNames(context);
    const blocks = await placed(context, kept, names);
    const results: Result[] = [];
    for (const part of inRequests(blocks, ({ place }) => place.area, CELLS_PER_REQUEST)) {
      throwIfCancelled(watch.signal);
      results.push(...(await bringBack(context, journal, part)));
      watch.onProgress?.({ phase: "writing", done: results.length, total: blocks.length });
    }
    await keepTheRest(context, journal, kept, results, nextNumber(names.keys()));
    return {
      restored: results.reduce((sum, { back }) => sum + back.length, 0),
      left: results.flatMap(leftCells),
      gone:
        countFrozen(kept.filter((block) => !blocks.some((each) => each.block === block))) +
        results.reduce((sum, { gone }) => sum + gone, 0),
    };
  });
}

/** A block that is still there. */
interface Placed {
  readonly block: FrozenBlock;
  readonly place: Place;
  /** Its own place, then those of the formula's references. */
  readonly places: readonly (Place | undefined)[];
}

/** A block with what became of it, and the values that stood in its cells. */
type Result = Placed & Findings & Pick<CellsNow, "values"> & { readonly refused: boolean };

/** Cells changed in one request. */
const CELLS_PER_REQUEST = 5_000;

/** Where each block is now; those whose cells were deleted are left out. */
async function placed(
  context: Excel.RequestContext,
  kept: readonly FrozenBlock[],
  names: ReadonlyMap<string, string>,
): Promise<readonly Placed[]> {
  const sheets = await knownSheets(context);
  return kept.flatMap((block): Placed[] => {
    const name = names.get(block.name);
    // A workbook that has lost the name, because a program removed it, is taken to be as it was.
    const places = name === undefined ? placesOf(block) : placesIn(name);
    const [place] = places;
    const sheet = sheets.find((other) => sameName(other.name, place?.sheet ?? ""));
    if (place === undefined || sheet === undefined) return [];
    if (sheet.protected) throw new ExcelProblem("protectedSheet", { sheet: sheet.name });
    return [{ block, place, places }];
  });
}

/** Writes the formulas of some blocks back where the cells still hold the values. */
async function bringBack(
  context: Excel.RequestContext,
  journal: Journal,
  blocks: readonly Placed[],
): Promise<readonly Result[]> {
  const ranges = blocks.map(({ place }) => rangeAt(context, place).load("formulas,values"));
  await context.sync();
  const results = blocks.map((each, index): Result => {
    const { formulas, values } = cellsOf(ranges[index]);
    return { ...each, ...findingsIn(each.block, each.places, { formulas, values }), values, refused: false };
  });
  journal.push((undoing) => putValuesBack(undoing, results));
  if (await isTaken(context, results)) return results;
  const one: Result[] = [];
  for (const result of results) {
    const taken = await isTaken(context, [result]);
    one.push(taken ? result : { ...result, back: [], changed: [], gone: 0, refused: true });
  }
  return one;
}

const rangeAt = (context: Excel.RequestContext, { sheet, area }: Place): Excel.Range =>
  rangeOf(context.workbook.worksheets.getItem(sheet), area);

function cellsOf(range: Excel.Range | undefined): CellsNow {
  const { formulas, values }: { formulas?: unknown; values?: unknown } = range ?? {};
  const isRows = (rows: unknown): rows is readonly (readonly unknown[])[] =>
    Array.isArray(rows) && rows.every(Array.isArray);
  if (!isRows(formulas) || !isRows(values)) throw new ExcelProblem("valuesMissing");
  return { formulas, values };
}

/** Writes the formulas; answers false where Excel does not take one, such as one that names a table that is gone. */
async function isTaken(context: Excel.RequestContext, results: readonly Result[]): Promise<boolean> {
  for (const { block, place, back } of results) {
    if (block.spills && back.length > 0) rangeAt(context, place).clear("Contents");
    for (const run of runsOf(back)) {
      rangeAt(context, { ...place, area: rowsOf(place.area, run) }).formulas = run.map(({ formula }) => [
        formula,
      ]);
    }
  }
  try {
    await context.sync();
    return true;
  } catch (error) {
    if (hostCodeOf(error) !== "InvalidArgument") throw error;
    await putValuesBack(context, results);
    return false;
  }
}

async function putValuesBack(context: Excel.RequestContext, results: readonly Result[]): Promise<void> {
  for (const { place, back } of results) {
    for (const run of runsOf(back))
      rangeAt(context, { ...place, area: rowsOf(place.area, run) }).clear("Contents");
  }
  await context.sync();
  for (const { block, place, back, values } of results) {
    for (const run of runsOf(back)) {
      const [first] = run;
      const rows = block.spills ? values : values.slice(first?.offset, (first?.offset ?? 0) + run.length);
      const area = block.spills ? place.area : rowsOf(place.area, run);
      rangeAt(context, { ...place, area }).formulas = rows.map((row) =>
        row.map((value) => restored("", value)),
      );
    }
  }
  await context.sync();
}

/** Formulas of rows that follow one another. */
function runsOf(back: readonly RowFormula[]): readonly (readonly RowFormula[])[] {
  const runs: RowFormula[][] = [];
  for (const row of back) {
    const run = runs.at(-1);
    if (run?.at(-1)?.offset === row.offset - 1) run.push(row);
    else runs.push([row]);
  }
  return runs;
}

/** The cells in the first column of an area that take these formulas. */
const rowsOf = (area: Area, run: readonly RowFormula[]): Area => ({
  row: area.row + (run[0]?.offset ?? 0),
  column: area.column,
  rows: run.length,
  columns: 1,
});

function leftCells({ block, place, changed, lost, refused }: Result): readonly LeftCells[] {
  const { sheet, area } = place;
  if (lost || refused) {
    const why = lost ? "lost" : "refused";
    return [{ sheet, address: addressOf(area), formulas: block.values.length, why }];
  }
  return changed.map((cell) => {
    const address = addressOf(rowsOf(area, [cell]));
    return { sheet, address, formulas: 1, why: "changed" };
  });
}

/** Keeps what was not brought back; a block of which something was is kept cell by cell. */
async function keepTheRest(
  context: Excel.RequestContext,
  journal: Journal,
  kept: readonly FrozenBlock[],
  results: readonly Result[],
  firstNumber: number,
): Promise<void> {
  const whole = results.filter(
    ({ back, changed, lost, refused }) => lost || refused || (back.length === 0 && changed.length > 0),
  );
  const cells = results
    .filter((result) => !whole.includes(result))
    .flatMap(({ place, changed }) => changed.map((cell) => ({ place, cell })));
  const added = cells.flatMap(({ place, cell: { formula, value, ...cell } }, index) => {
    const area = rowsOf(place.area, [{ ...cell, formula }]);
    return blocksOf(place.sheet, [{ ...area, formula, values: [[value]] }], () =>
      frozenName(firstNumber + index),
    );
  });
  const blocks = [...whole.map(({ block }) => block), ...added.map(({ block }) => block)];
  journal.push((undoing) => writeFrozen(undoing, kept));
  await writeFrozen(context, blocks);
  const stay = whole.map(({ block }) => block.name);
  await setFrozenNames(
    context,
    journal,
    stay,
    added.map(({ block, places }) => ({ name: block.name, places })),
  );
}
