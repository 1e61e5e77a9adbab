import type { Cell, CellRows } from "../orders/cells";
import type { SheetKey } from "../summary/plan";
import { inWorkbook } from "./host";
import { checkedRows, rowsPerBlock } from "./readBlocks";
import { ExcelProblem } from "./problem";

/**
 * Our sheets carry a mark, a custom property of the worksheet that stays with it when it is renamed or moved. A sheet
 * without the mark is the user's own, whatever its name, and is never written to.
 */
export const markName = "clv.sheet";

const SHEET_KEYS: Readonly<Record<SheetKey, true>> = {
  summary: true,
  inputs: true,
  customers: true,
  orders: true,
  segments: true,
  cohorts: true,
  sensitivity: true,
  models: true,
  planning: true,
  groups: true,
  checks: true,
  about: true,
  history: true,
  scenario: true,
};

export const isSheetKey = (value: unknown): value is SheetKey =>
  typeof value === "string" && Object.hasOwn(SHEET_KEYS, value);

/** A worksheet of the workbook, and which of our sheets it is, if any. */
export interface KnownSheet {
  readonly name: string;
  readonly id: string;
  readonly key: SheetKey | null;
  /** Protected sheets cannot be written. */
  readonly protected: boolean;
}

export const markSheet = (sheet: Excel.Worksheet, key: SheetKey): void => {
  sheet.customProperties.add(markName, key);
};

/** Every worksheet with its mark. Syncs. */
export async function knownSheets(context: Excel.RequestContext): Promise<readonly KnownSheet[]> {
  const sheets = context.workbook.worksheets.load("items/name,items/id");
  await context.sync();
  const marks = sheets.items.map((sheet) =>
    sheet.customProperties.getItemOrNullObject(markName).load("value"),
  );
  for (const sheet of sheets.items) sheet.protection.load("protected");
  await context.sync();
  return sheets.items.map((sheet, index) => {
    const mark = marks[index];
    const value = mark === undefined || mark.isNullObject ? null : mark.value;
    return {
      name: sheet.name,
      id: sheet.id,
      key: isSheetKey(value) ? value : null,
      protected: sheet.protection.protected,
    };
  });
}

/**
 * Our sheet of a kind. Where the user has copied one, copies carry the mark too: the one with the expected name is
 * taken, else the first.
 */
function ownSheet(sheets: readonly KnownSheet[], key: SheetKey, expected?: string): KnownSheet | undefined {
  const marked = sheets.filter((sheet) => sheet.key === key);
  return marked.find((sheet) => sameName(sheet.name, expected ?? "")) ?? marked[0];
}

/** Excel tells sheet names apart without regard to case. */
export const sameName = (a: string, b: string): boolean =>
  a.toLocaleLowerCase("en") === b.toLocaleLowerCase("en");

export interface WantedSheet {
  readonly key: SheetKey;
  readonly name: string;
}

export interface ResolvedSheet {
  readonly name: string;
  /** Ours, to be refreshed; otherwise it will be made. */
  readonly exists: boolean;
}

export type ResolvedSheets = Readonly<Partial<Record<SheetKey, ResolvedSheet>>>;

/**
 * The names under which sheets will be written, to be settled before planning because formulas name them: a sheet of
 * ours keeps the name the user may have given it; a name that a sheet of the user's has becomes "… (2)". Sheets that
 * are to be left (`WriteOptions.leave`) count as the user's already.
 */
export const resolveSheetNames = (
  wanted: readonly WantedSheet[],
  leave: readonly SheetKey[] = [],
): Promise<ResolvedSheets> =>
  inWorkbook(async (context) => {
    const sheets = await knownSheets(context);
    const left = ({ key }: KnownSheet): boolean => key !== null && leave.includes(key);
    return resolvedNames(
      sheets.map((sheet) => (left(sheet) ? { ...sheet, key: null } : sheet)),
      wanted,
    );
  });

export function resolvedNames(sheets: readonly KnownSheet[], wanted: readonly WantedSheet[]): ResolvedSheets {
  const taken = sheets.map((sheet) => sheet.name);
  const resolved: Partial<Record<SheetKey, ResolvedSheet>> = {};
  for (const { key, name } of wanted) {
    const own = ownSheet(sheets, key, name);
    const free = own?.name ?? freeName(name, taken);
    taken.push(free);
    resolved[key] = { name: free, exists: own !== undefined };
  }
  return resolved;
}

/** Longest name of a worksheet (Excel specifications and limits). */
export const LONGEST_SHEET_NAME = 31;

/** "CLV Summary", or "CLV Summary (2)" where that is taken, and so on. */
export function freeName(name: string, taken: readonly string[]): string {
  for (let copy = 1; ; copy++) {
    const suffix = copy === 1 ? "" : ` (${copy})`;
    const candidate = name.slice(0, LONGEST_SHEET_NAME - suffix.length) + suffix;
    if (!taken.some((other) => sameName(other, candidate))) return candidate;
  }
}

export interface OwnSheetCells {
  readonly name: string;
  readonly firstRow: number;
  readonly firstColumn: number;
  readonly values: CellRows;
}

/**
 * What one of our sheets holds now (the rows of History, inputs as typed); null where there is no such sheet or it is
 * empty.
 */
export const readOwnSheet = (key: SheetKey, expected?: string): Promise<OwnSheetCells | null> =>
  inWorkbook(
    async (context) => {
      const own = ownSheet(await knownSheets(context), key, expected);
      if (own === undefined) return null;
      const sheet = context.workbook.worksheets.getItem(own.id);
      const used = sheet.getUsedRangeOrNullObject(true).load("rowIndex,columnIndex,rowCount,columnCount");
      await context.sync();
      if (used.isNullObject) return null;
      const values: (readonly Cell[])[] = [];
      const size = rowsPerBlock(used.columnCount);
      for (let done = 0; done < used.rowCount; done += size) {
        const count = Math.min(size, used.rowCount - done);
        const block = sheet
          .getRangeByIndexes(used.rowIndex + done, used.columnIndex, count, used.columnCount)
          .load("values");
        await context.sync();
        const rows = checkedRows(block.values, count, used.columnCount);
        if (rows === undefined) throw new ExcelProblem("valuesMissing", { sheet: own.name });
        values.push(...rows);
      }
      return { name: own.name, firstRow: used.rowIndex, firstColumn: used.columnIndex, values };
    },
    { wait: true },
  );

/** Values of named cells (`clv_gross_margin`) as they are now; names that do not exist or are not cells are left out. */
export const readNames = (names: readonly string[]): Promise<Readonly<Partial<Record<string, Cell>>>> =>
  inWorkbook(
    async (context) => {
      const ranges = names.map((name) =>
        context.workbook.names
          .getItemOrNullObject(name)
          .getRangeOrNullObject()
          .load("values,rowCount,columnCount"),
      );
      await context.sync();
      const cells: Partial<Record<string, Cell>> = {};
      ranges.forEach((range, index) => {
        const name = names[index];
        if (name === undefined || range.isNullObject) return;
        const first = checkedRows(range.values, range.rowCount, range.columnCount)?.[0]?.[0];
        if (first !== undefined) cells[name] = first;
      });
      return cells;
    },
    { wait: true },
  );
