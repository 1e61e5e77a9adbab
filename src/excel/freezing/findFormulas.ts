import type { Area } from "../../summary/plan";
import { rangeOf } from "../address";
import { callsClv } from "./clvFormula";
import type { FrozenValue } from "./frozenFormulas";
import { knownSheets } from "../ownSheets";
import { ExcelProblem, throwIfCancelled } from "../problem";
import type { Watch } from "../progress";
import { rowsPerBlock } from "../readBlocks";

/** A formula that calls a function of ours. */
export interface FoundFormula {
  readonly row: number;
  readonly column: number;
  readonly formula: string;
  readonly value: FrozenValue;
  /** Size of what it fills, itself included. */
  readonly rows: number;
  readonly columns: number;
}

export interface SheetFormulas {
  readonly id: string;
  readonly name: string;
  readonly protected: boolean;
  readonly formulas: readonly FoundFormula[];
}

/** Every cell of the workbook with a function of ours, with its value and what it fills. */
export async function findFormulas(
  context: Excel.RequestContext,
  { signal, onProgress }: Watch = {},
): Promise<readonly SheetFormulas[]> {
  const found: SheetFormulas[] = [];
  const sheets = await knownSheets(context);
  for (const [index, { id, name, protected: locked }] of sheets.entries()) {
    throwIfCancelled(signal);
    const formulas = await formulasOn(context, id, signal);
    if (formulas.length > 0) found.push({ id, name, formulas, protected: locked });
    onProgress?.({ phase: "reading", done: index + 1, total: sheets.length });
  }
  return found;
}

async function formulasOn(
  context: Excel.RequestContext,
  sheetId: string,
  signal: AbortSignal | undefined,
): Promise<readonly FoundFormula[]> {
  const sheet = context.workbook.worksheets.getItem(sheetId);
  const used = sheet.getUsedRangeOrNullObject().load("rowIndex,columnIndex,rowCount,columnCount");
  await context.sync();
  if (used.isNullObject) return [];
  const cells: FoundFormula[] = [];
  const size = rowsPerBlock(used.columnCount);
  for (let done = 0; done < used.rowCount; done += size) {
    throwIfCancelled(signal);
    const area = {
      row: used.rowIndex + done,
      column: used.columnIndex,
      rows: Math.min(size, used.rowCount - done),
      columns: used.columnCount,
    };
    cells.push(...(await formulasIn(context, sheet, area)));
  }
  return withSpills(context, sheet, cells);
}

async function formulasIn(
  context: Excel.RequestContext,
  sheet: Excel.Worksheet,
  area: Area,
): Promise<readonly FoundFormula[]> {
  const range = rangeOf(sheet, area).load("formulas,values");
  await context.sync();
  const { formulas, values }: { formulas: unknown; values: unknown } = range;
  if (!Array.isArray(formulas) || !Array.isArray(values)) throw new ExcelProblem("valuesMissing");
  return formulas.flatMap((row: unknown, r) =>
    (Array.isArray(row) ? row : []).flatMap((formula: unknown, c) => {
      const valueRow: unknown = values[r];
      const value: unknown = Array.isArray(valueRow) ? valueRow[c] : undefined;
      // A text that only looks like a formula equals it.
      if (!callsClv(formula) || value === formula || !isCellValue(value)) return [];
      return [{ row: area.row + r, column: area.column + c, formula, value, rows: 1, columns: 1 }];
    }),
  );
}

const isCellValue = (value: unknown): value is FrozenValue =>
  typeof value === "string" || typeof value === "number" || typeof value === "boolean";

/** Formulas asked about their spill in one request. */
const CELLS_PER_REQUEST = 2_000;

/** Adds how far each formula's result spills; the cells it fills are no formulas of their own. */
async function withSpills(
  context: Excel.RequestContext,
  sheet: Excel.Worksheet,
  cells: readonly FoundFormula[],
): Promise<readonly FoundFormula[]> {
  const sized: FoundFormula[] = [];
  for (let done = 0; done < cells.length; done += CELLS_PER_REQUEST) {
    const part = cells.slice(done, done + CELLS_PER_REQUEST);
    const spills = part.map(({ row, column }) =>
      sheet.getCell(row, column).getSpillingToRangeOrNullObject().load("rowCount,columnCount"),
    );
    await context.sync();
    part.forEach((cell, index) => {
      const spill = spills[index];
      const spilled = spill !== undefined && !spill.isNullObject;
      sized.push(spilled ? { ...cell, rows: spill.rowCount, columns: spill.columnCount } : cell);
    });
  }
  const spilling = sized.filter((cell) => cell.rows * cell.columns > 1);
  return sized.filter((cell) => !spilling.some((spill) => spill !== cell && fills(spill, cell)));
}

const fills = (spill: FoundFormula, cell: FoundFormula): boolean =>
  cell.row >= spill.row &&
  cell.row < spill.row + spill.rows &&
  cell.column >= spill.column &&
  cell.column < spill.column + spill.columns;
