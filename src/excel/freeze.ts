import { rangeOf } from "./address";
import { restored } from "./cellText";
import type { Written } from "./cellText";
import { findFormulas } from "./findFormulas";
import { countFormulas, readFrozen, writeFrozen } from "./frozenFormulas";
import type { FrozenFormula, FrozenSheet } from "./frozenFormulas";
import { inWorkbook, requireApi } from "./host";
import { rollBack } from "./journal";
import type { Journal } from "./journal";
import { knownSheets } from "./ownSheets";
import type { KnownSheet } from "./ownSheets";
import { ExcelProblem, problemOf, throwIfCancelled } from "./problem";
import type { Watch } from "./progress";

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
      live: countFormulas(await findFormulas(context)),
      frozen: countFormulas(await readFrozen(context)),
    }),
    { wait: true },
  );

export interface FreezeReport {
  readonly changed: number;
  readonly sheets: number;
}

/**
 * Replaces every formula that calls a function of the add-in by its value, in the whole workbook, so that it can be
 * given to someone without the add-in. The formulas are kept in the workbook's settings. All or nothing.
 */
export function freezeFormulas(watch: Watch = {}): Promise<FreezeReport> {
  requireApi();
  return inWorkbook(
    (context) =>
      allOrNothing(context, async (journal) => {
        const found = await findFormulas(context, watch);
        const locked = found.find((sheet) => sheet.protected);
        if (locked !== undefined) throw new ExcelProblem("protectedSheet", { sheet: locked.name });
        const kept = await readFrozen(context);
        journal.push((undoing) => writeFrozen(undoing, kept));
        await writeFrozen(context, merged(kept, found));
        await eachPart(context, found, watch, (sheet, formulas) =>
          replaceByValues(context, journal, sheet, formulas),
        );
        return { changed: countFormulas(found), sheets: found.length };
      }),
    { wait: true, oneUndo: true },
  );
}

export interface RestoreReport {
  readonly restored: number;
  /** Formulas whose cell holds something else by now, or whose sheet is gone: left alone, and still kept. */
  readonly skipped: number;
}

/** Brings the formulas back that `freezeFormulas` replaced. All or nothing, but for cells that were changed since. */
export function restoreFormulas(watch: Watch = {}): Promise<RestoreReport> {
  requireApi();
  return inWorkbook(
    (context) =>
      allOrNothing(context, async (journal) => {
        const kept = await readFrozen(context);
        const sheets = await knownSheets(context);
        const here = kept.flatMap((sheet) => present(sheet, sheets));
        const locked = here.find((sheet) => sheet.protected);
        if (locked !== undefined) throw new ExcelProblem("protectedSheet", { sheet: locked.name });
        const skipped: FrozenSheet[] = kept.filter((sheet) => present(sheet, sheets).length === 0);
        await eachPart(context, here, watch, async (sheet, formulas) => {
          const changed = await bringBack(context, journal, sheet, formulas);
          if (changed.length > 0) skipped.push({ ...sheet, formulas: changed });
        });
        journal.push((undoing) => writeFrozen(undoing, kept));
        await writeFrozen(context, merged([], skipped));
        const left = countFormulas(skipped);
        return { restored: countFormulas(kept) - left, skipped: left };
      }),
    { wait: true, oneUndo: true },
  );
}

async function allOrNothing<T>(
  context: Excel.RequestContext,
  work: (journal: Journal) => Promise<T>,
): Promise<T> {
  const journal: Journal = [];
  try {
    return await work(journal);
  } catch (error) {
    const problem = problemOf(error);
    await rollBack(context, journal, problem);
    throw problem;
  }
}

/** Cells changed in one request: each needs an instruction of its own. */
const CELLS_PER_REQUEST = 1_000;

async function eachPart<S extends FrozenSheet>(
  context: Excel.RequestContext,
  sheets: readonly S[],
  { signal, onProgress }: Watch,
  change: (sheet: S, formulas: readonly FrozenFormula[]) => Promise<void>,
): Promise<void> {
  const total = countFormulas(sheets);
  let done = 0;
  for (const sheet of sheets) {
    for (let from = 0; from < sheet.formulas.length; from += CELLS_PER_REQUEST) {
      throwIfCancelled(signal);
      const part = sheet.formulas.slice(from, from + CELLS_PER_REQUEST);
      await change(sheet, part);
      done += part.length;
      onProgress?.({ phase: "writing", done, total });
    }
  }
  await context.sync();
}

async function replaceByValues(
  context: Excel.RequestContext,
  journal: Journal,
  { id }: FrozenSheet,
  formulas: readonly FrozenFormula[],
): Promise<void> {
  const sheet = context.workbook.worksheets.getItem(id);
  const ranges = formulas.map((cell) => rangeOf(sheet, cell).load("values"));
  await context.sync();
  journal.push((undoing) => writeBack(undoing, id, formulas));
  context.application.suspendApiCalculationUntilNextSync();
  ranges.forEach((range) => {
    const values: unknown = range.values;
    if (!Array.isArray(values)) throw new ExcelProblem("valuesMissing");
    range.formulas = values.map((row: unknown) =>
      (Array.isArray(row) ? row : []).map((value: unknown): Written => restored("", value)),
    );
  });
  await context.sync();
}

/** Empties what a formula once filled and writes the formula into its first cell. */
async function writeBack(
  context: Excel.RequestContext,
  sheetId: string,
  formulas: readonly FrozenFormula[],
): Promise<void> {
  const sheet = context.workbook.worksheets.getItem(sheetId);
  for (const cell of formulas) {
    if (cell.rows * cell.columns > 1) rangeOf(sheet, cell).clear("Contents");
    sheet.getCell(cell.row, cell.column).formulas = [[cell.formula]];
  }
  await context.sync();
}

/** Writes the formulas back where the cells still hold the values; answers those that do not. */
async function bringBack(
  context: Excel.RequestContext,
  journal: Journal,
  { id }: FrozenSheet,
  formulas: readonly FrozenFormula[],
): Promise<readonly FrozenFormula[]> {
  const sheet = context.workbook.worksheets.getItem(id);
  const ranges = formulas.map((cell) => rangeOf(sheet, cell).load("formulas,values"));
  await context.sync();
  const unchanged = formulas.filter((cell, index) => {
    const range = ranges[index];
    return range?.values[0]?.[0] === cell.value && !isFormula(range.formulas[0]?.[0], cell.value);
  });
  const before = unchanged.map((cell): readonly [FrozenFormula, Written[][]] => {
    const values: unknown = ranges[formulas.indexOf(cell)]?.values;
    const rows = Array.isArray(values) ? values : [];
    return [cell, rows.map((row: unknown) => (Array.isArray(row) ? row : []).map(asValue))];
  });
  journal.push(async (undoing) => {
    const back = undoing.workbook.worksheets.getItem(id);
    for (const [cell] of before) back.getCell(cell.row, cell.column).clear("Contents");
    for (const [cell, values] of before) rangeOf(back, cell).formulas = values;
    await undoing.sync();
  });
  await writeBack(context, id, unchanged);
  return formulas.filter((cell) => !unchanged.includes(cell));
}

const asValue = (value: unknown): Written => restored("", value);

const isFormula = (formula: unknown, value: unknown): boolean =>
  typeof formula === "string" && formula.startsWith("=") && formula !== value;

/** A kept sheet as it is now: found by identity, else by name. */
function present(sheet: FrozenSheet, sheets: readonly KnownSheet[]): readonly (FrozenSheet & KnownSheet)[] {
  const now =
    sheets.find((other) => other.id === sheet.id) ?? sheets.find((other) => other.name === sheet.name);
  return now === undefined ? [] : [{ ...now, formulas: sheet.formulas }];
}

/** Formulas of both, by sheet; of two for one cell the newer. */
function merged(older: readonly FrozenSheet[], newer: readonly FrozenSheet[]): readonly FrozenSheet[] {
  const all = new Map<string, FrozenSheet>();
  for (const { id, name, formulas } of [...older, ...newer]) {
    const before = all.get(id)?.formulas ?? [];
    const rest = before.filter(
      (old) => !formulas.some((cell) => cell.row === old.row && cell.column === old.column),
    );
    all.set(id, { id, name, formulas: [...rest, ...formulas] });
  }
  return [...all.values()];
}
