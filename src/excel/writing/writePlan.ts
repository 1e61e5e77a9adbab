import type { SheetKey, WorkbookPlan } from "../../summary/plan";
import { planSourceOf } from "../../summary/planOutline";
import type { PlanSource, SheetOutline, WorkbookOutline } from "../../summary/planOutline";
import { allOrNothing } from "../allOrNothing";
import { ROWS_PER_REQUEST } from "./cellPieces";
import { addCharts, chartNames, differing, removeCharts, restoreCharts } from "./charts";
import { dropFrozen } from "../freezing/dropFrozen";
import { dress, sameDress, undress } from "./dress";
import type { Dressing } from "./dress";
import { inWorkbook, requireApi } from "../host";
import type { Journal } from "../journal";
import { memoryKey } from "./layoutMemory";
import type { SheetMemory } from "./layoutMemory";
import { setNames } from "./names";
import { addSheets, leaveSheets } from "./newSheets";
import { checkPlan } from "./planChecks";
import { ExcelProblem, throwIfCancelled } from "../problem";
import type { Progress, Watch } from "../progress";
import { LAST_RUN_KEY } from "../settings/settings";
import type { LastRun } from "../settings/settings";
import { readText, writeText } from "../settings/settingsStore";
import { followSource } from "../source/sourceName";
import { survey } from "./survey";
import type { Survey, Target } from "./survey";
import { setTables } from "./tables";
import { writeCells, writeHeadings } from "./writeCells";
import type { CellWriting } from "./writeCells";

export interface WriteOptions extends Watch {
  /** The sheet to show at the end; the first of the plan where left out. */
  readonly activate?: SheetKey;
  /** Kept in the workbook with the sheets, so that the next refresh knows what to do. */
  readonly remember?: LastRun;
  /** Sheets of ours that become the user's own, as they are: the plan makes others of these kinds, or none. */
  readonly leave?: readonly SheetKey[];
  /** Most rows of cells in one request; 20,000 where left out. */
  readonly rowsPerRequest?: number;
}

export interface WriteReport {
  /** Names of the sheets that were made. */
  readonly created: readonly string[];
  /** Names of the sheets that were refreshed in place. */
  readonly refreshed: readonly string[];
  /** Cells that were really written: 0 where everything was as planned already. */
  readonly cells: number;
}

let running = false;

/**
 * Writes a plan into the workbook: all of it, or nothing. New sheets are made, sheets of ours are refreshed in place
 * (docs/decisions/0006-atomic-writing.md), every other sheet is left alone. After a failure or a cancel, at whatever
 * point, the workbook is as it was before.
 *
 * Rejects with an `ExcelProblem`: `cancelled`, `editMode`, `protectedWorkbook`, `protectedSheet`, `sheetExists`,
 * `nameTaken`, `tableTaken`, `cellsInTheWay`, `payloadTooLarge`, `invalidPlan` and others; with `rollbackFailed` where
 * the way back failed too.
 */
export async function writePlan(
  plan: WorkbookPlan | PlanSource,
  options: WriteOptions = {},
): Promise<WriteReport> {
  const source = "outline" in plan ? plan : planSourceOf(plan);
  requireApi();
  checkPlan(source.outline);
  if (running) throw new ExcelProblem("busy");
  running = true;
  try {
    // Someone typing in a cell is told so before anything begins; later requests wait for the cell to be left.
    const before = await inWorkbook((context) => survey(context, source.outline));
    return await allOrNothing(
      (context, journal) => writeAndShow(context, source, before, journal, options),
      (done, total) => options.onProgress?.({ phase: "restoring", done, total }),
    );
  } finally {
    running = false;
  }
}

async function writeAndShow(
  context: Excel.RequestContext,
  source: PlanSource,
  before: Survey,
  journal: Journal,
  options: WriteOptions,
): Promise<WriteReport> {
  throwIfCancelled(options.signal);
  const cells = await writeAll(context, source, before, journal, options);
  await activate(context, source.outline, options.activate);
  const named = (exists: boolean): string[] =>
    before.targets.filter((target) => target.exists === exists).map(({ layout }) => layout.name);
  return { created: named(false), refreshed: named(true), cells };
}

/** Writes everything, noting in the journal how to take each step back. Answers the number of cells written. */
async function writeAll(
  context: Excel.RequestContext,
  source: PlanSource,
  before: Survey,
  journal: Journal,
  { signal, onProgress, remember, leave = [], rowsPerRequest = ROWS_PER_REQUEST }: WriteOptions,
): Promise<number> {
  let cells = 0;
  const advance = stepper("writing", rowsIn(source.outline), onProgress);
  const writing: CellWriting = {
    context,
    source,
    journal,
    signal,
    rowsPerRequest,
    onRows: advance,
    onCells: (count) => {
      cells += count;
    },
  };
  const { targets, sheetNames } = before;
  const dressing: Dressing = { context, sheetNames, signal };
  for (const key of leave) await leaveSheets(context, journal, key);
  await addSheets(context, journal, before);
  for (const target of targets) await undressForRefresh(dressing, journal, target);
  await dropFrozen(context, journal, targets);
  // Formulas name tables, columns and cells of any sheet: these must be there first.
  for (const target of targets) await writeHeadings(writing, target);
  for (const target of targets) await setTables(context, journal, target, before);
  await setNames(context, journal, source.outline.names, before);
  for (const target of targets) await writeCells(writing, target);
  const dressed = stepper("formatting", targets.length, onProgress);
  for (const target of targets) {
    await dressForRefresh(dressing, journal, target);
    await redraw(dressing, journal, target);
    dressed(1);
  }
  await rememberAll(context, journal, source.outline, before, remember);
  throwIfCancelled(signal);
  return cells;
}

function stepper(
  phase: Progress["phase"],
  total: number,
  onProgress: Watch["onProgress"],
): (steps: number) => void {
  let done = 0;
  return (steps) => {
    done += steps;
    onProgress?.({ phase, done: Math.min(done, total), total });
  };
}

const rowsIn = (outline: WorkbookOutline): number =>
  outline.sheets.flatMap((sheet) => sheet.blocks).reduce((sum, block) => sum + block.rows, 0);

const isDressed = ({ exists, memory, layout }: Target): boolean =>
  exists && memory !== null && sameDress(memory.layout, layout);

/** Merged lines and formats of the last run go before cells are written, where the new layout differs. */
async function undressForRefresh(dressing: Dressing, journal: Journal, target: Target): Promise<void> {
  const { memory } = target;
  if (!target.exists || memory === null || isDressed(target)) return;
  const old = named(memory, target);
  journal.push(async (context) => {
    // What is left of it goes first: a line cannot be merged twice, nor should a condition be there twice.
    await undress(withoutSignal(dressing, context), old);
    await dress(withoutSignal(dressing, context), old);
  });
  await undress(dressing, old);
}

async function dressForRefresh(dressing: Dressing, journal: Journal, target: Target): Promise<void> {
  if (isDressed(target)) return;
  const { layout, exists } = target;
  if (exists) journal.push((context) => undress(withoutSignal(dressing, context), layout));
  await dress(dressing, layout);
}

async function redraw(dressing: Dressing, journal: Journal, target: Target): Promise<void> {
  const { layout, exists, memory } = target;
  const old = memory?.layout;
  const added = differing(layout, old);
  const removed = old === undefined ? [] : differing(old, layout);
  if (added.length + removed.length === 0) return;
  if (exists) {
    const there = await chartNames(dressing.context, layout.name);
    journal.push((context) => restoreCharts(withoutSignal(dressing, context), layout.name, there, removed));
  }
  await removeCharts(dressing, layout.name, removed);
  await addCharts(dressing, layout.name, added);
}

/** The way back is never cancelled. */
const withoutSignal = ({ sheetNames }: Dressing, context: Excel.RequestContext): Dressing => ({
  context,
  sheetNames,
});

/** The remembered layout under the name that the sheet has now. */
const named = ({ layout }: SheetMemory, target: Target): SheetOutline => ({
  ...layout,
  name: target.layout.name,
});

async function rememberAll(
  context: Excel.RequestContext,
  journal: Journal,
  outline: WorkbookOutline,
  { targets }: Survey,
  run: LastRun | undefined,
): Promise<void> {
  const texts = targets.map(({ layout }): readonly [string, string] => {
    const names = outline.names.filter((name) => name.sheet === layout.key).map(({ name }) => name);
    const memory: SheetMemory = { version: 1, layout, names };
    return [memoryKey(layout.key), JSON.stringify(memory)];
  });
  if (run !== undefined) {
    texts.push([LAST_RUN_KEY, JSON.stringify(run)]);
    await followSource(context, journal, run.source);
  }
  for (const [key, text] of texts) {
    const before = await readText(context, key);
    if (before === text) continue;
    journal.push((undoing) => writeText(undoing, key, before));
    await writeText(context, key, text);
  }
}

/** Shows a sheet. All is written by now: where it cannot be shown, nothing is taken back. */
async function activate(
  context: Excel.RequestContext,
  outline: WorkbookOutline,
  key: SheetKey | undefined,
): Promise<void> {
  const shown = outline.sheets.find((sheet) => sheet.key === key) ?? outline.sheets[0];
  if (shown === undefined) return;
  try {
    const sheet = context.workbook.worksheets.getItem(shown.name);
    sheet.activate();
    sheet.getCell(0, 0).select();
    await context.sync();
  } catch {
    return;
  }
}
