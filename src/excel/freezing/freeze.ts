import { addressOf } from "../../summary/layout/cellAddress";
import { rangeOf } from "../address";
import { allOrNothing } from "../allOrNothing";
import { restored } from "../writing/cellText";
import { inRequests } from "./inRequests";
import { findFormulas } from "./findFormulas";
import type { FoundFormula, SheetFormulas } from "./findFormulas";
import { blocksOf } from "./frozenBlocks";
import type { CellFormula, NewBlock } from "./frozenBlocks";
import { countFrozen, readFrozen, writeFrozen } from "./frozenFormulas";
import type { FrozenBlock, FrozenValue } from "./frozenFormulas";
import { frozenName, nextNumber, placesIn, readFrozenNames, setFrozenNames } from "./frozenNames";
import { inWorkbook, requireApi } from "../host";
import type { Journal } from "../journal";
import { checkedRows } from "../readBlocks";
import { ExcelProblem, throwIfCancelled } from "../problem";
import type { Watch } from "../progress";

export interface FormulaCount {
  /** Cells that call a function of the add-in. */
  readonly live: number;
  /** Formulas kept in the workbook, their cells holding values. */
  readonly frozen: number;
}

/** How many formulas could be replaced by values, and how many could be brought back. */
export const countClvFormulas = (): Promise<FormulaCount> =>
  inWorkbook(
    async (context) => ({
      live: countFound(await findFormulas(context)),
      frozen: countFrozen(await readFrozen(context)),
    }),
    { wait: true },
  );

export interface FreezeReport {
  readonly changed: number;
  readonly sheets: number;
}

/**
 * Replaces every formula that calls a function of the add-in by its value, in the whole workbook, so that it can be
 * given to someone without the add-in. The formulas are kept in the workbook's settings, their places in hidden names.
 * All or nothing.
 */
export function freezeFormulas(watch: Watch = {}): Promise<FreezeReport> {
  requireApi();
  return allOrNothing(async (context, journal) => {
    const found = await findFormulas(context, watch);
    const locked = found.find((sheet) => sheet.protected);
    if (locked !== undefined) throw new ExcelProblem("protectedSheet", { sheet: locked.name });
    const kept = await readFrozen(context);
    const names = await readFrozenNames(context);
    const added = await newBlocks(context, found, nextNumber(names.keys()));
    const still = kept.filter((block) => !isReplaced(block, names.get(block.name), found));
    journal.push((undoing) => writeFrozen(undoing, kept));
    await writeFrozen(context, [...still, ...added.map(({ block }) => block)]);
    const stillNamed = still.map(({ name }) => name);
    const places = added.map((each) => ({ name: each.block.name, places: each.places }));
    await setFrozenNames(context, journal, stillNamed, places);
    await replaceByValues(context, journal, added, watch);
    return { changed: countFound(found), sheets: found.length };
  });
}

const countFound = (found: readonly SheetFormulas[]): number =>
  found.reduce((sum, { formulas }) => sum + formulas.length, 0);

/** Whether a cell whose formula is kept has another formula of ours by now. */
function isReplaced(block: FrozenBlock, name: string | undefined, found: readonly SheetFormulas[]): boolean {
  if (block.spills || block.rows > 1) return false;
  const [place] = name === undefined ? [{ sheet: block.sheet, area: block }] : placesIn(name);
  const formulas = found.find((sheet) => sheet.name === place?.sheet)?.formulas ?? [];
  return formulas.some(({ row, column }) => row === place?.area.row && column === place.area.column);
}

async function newBlocks(
  context: Excel.RequestContext,
  found: readonly SheetFormulas[],
  firstNumber: number,
): Promise<readonly NewBlock[]> {
  const blocks: NewBlock[] = [];
  for (const { id, name, formulas } of found) {
    const cells = await withValues(context, id, name, formulas);
    const number = firstNumber + blocks.length;
    blocks.push(...blocksOf(name, cells, (index) => frozenName(number + index)));
  }
  return blocks;
}

/** What Excel shows in a cell whose function has not answered yet. */
const WAITING: readonly FrozenValue[] = ["#BUSY!", "#GETTING_DATA"];

async function withValues(
  context: Excel.RequestContext,
  id: string,
  name: string,
  formulas: readonly FoundFormula[],
): Promise<readonly CellFormula[]> {
  const waiting = formulas.find(({ value }) => WAITING.includes(value));
  if (waiting !== undefined) {
    const address = addressOf({ ...waiting, rows: 1, columns: 1 });
    throw new ExcelProblem("stillCalculating", { sheet: name, address });
  }
  const sheet = context.workbook.worksheets.getItem(id);
  const spilling = formulas.filter(({ rows, columns }) => rows * columns > 1);
  const spilled = new Map<FoundFormula, CellFormula["values"]>();
  for (const cell of spilling) {
    const range = rangeOf(sheet, cell).load("values");
    await context.sync();
    const rows = checkedRows(range.values, cell.rows, cell.columns);
    if (rows === undefined) throw new ExcelProblem("valuesMissing", { sheet: name });
    spilled.set(
      cell,
      rows.map((row) => row.map((value) => value ?? "")),
    );
  }
  return formulas.map((cell) => ({ ...cell, values: spilled.get(cell) ?? [[cell.value]] }));
}

/** Cells changed in one request. */
const CELLS_PER_REQUEST = 5_000;

async function replaceByValues(
  context: Excel.RequestContext,
  journal: Journal,
  blocks: readonly NewBlock[],
  { signal, onProgress }: Watch,
): Promise<void> {
  const total = countFrozen(blocks.map(({ block }) => block));
  let done = 0;
  for (const part of inRequests(blocks, ({ block }) => block, CELLS_PER_REQUEST)) {
    throwIfCancelled(signal);
    journal.push((undoing) => writeBack(undoing, part));
    context.application.suspendApiCalculationUntilNextSync();
    for (const { block, values } of part) {
      const sheet = context.workbook.worksheets.getItem(block.sheet);
      rangeOf(sheet, block).formulas = values.map((row) => row.map((value) => restored("", value)));
    }
    await context.sync();
    done += countFrozen(part.map(({ block }) => block));
    onProgress?.({ phase: "writing", done, total });
  }
}

/** Empties what the formulas once filled and writes them back. */
async function writeBack(context: Excel.RequestContext, blocks: readonly NewBlock[]): Promise<void> {
  for (const { block, formulas } of blocks) {
    const sheet = context.workbook.worksheets.getItem(block.sheet);
    if (block.spills) rangeOf(sheet, block).clear("Contents");
    const area = block.spills ? { ...block, rows: 1, columns: 1 } : block;
    rangeOf(sheet, area).formulas = formulas.map((formula) => [formula]);
  }
  await context.sync();
}
