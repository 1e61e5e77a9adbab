import type { SelectionDescription } from "../../src/excel/source/selection";
import type { ExcelServices, Surroundings } from "../../src/taskpane/services";
import type { CellRows } from "../../src/orders/cells";
import { createEngine } from "../../src/worker/createEngine";
import type { EngineConnection } from "../../src/worker/connect";
import type { WorkbookPlan } from "../../src/summary/plan";
import type { PlanSource } from "../../src/summary/planOutline";

/** Six orders of twelve customers over two years, less every fourth: day serial 45000 is 2023-03-15. */
export function fewOrders(): CellRows {
  const rows: (string | number)[][] = [["Customer", "Order date", "Amount"]];
  for (let order = 0; order < 6; order++)
    for (let customer = 0; customer < 12; customer++)
      if ((customer + order) % 4 !== 3)
        rows.push([`C-${100 + customer}`, 45000 + order * 110 + customer * 7, 20 + customer * 5 + order]);
  rows.push(["", 45100, 30], ["C-100", "soon", 12]);
  return rows;
}

export function describing(rows: CellRows): SelectionDescription {
  const columns = rows[0]?.length ?? 0;
  const lastColumn = String.fromCharCode(64 + columns);
  const address = `A1:${lastColumn}${rows.length}`;
  return {
    place: {
      sheet: "Orders",
      address,
      firstRow: 0,
      firstColumn: 0,
      rowCount: rows.length,
      columnCount: columns,
    },
    origin: "region",
    selected: "A1",
    tableName: null,
    tableColumns: null,
    toLastRow: true,
    hasHiddenRows: false,
    head: rows.slice(0, 200),
    headFormats: rows.slice(0, 200).map((row) => row.map(() => "General")),
  };
}

export interface FakeWorkbook {
  rows: CellRows;
  /** What each service was asked, in order. */
  readonly asked: string[];
  readonly written: (WorkbookPlan | PlanSource)[];
  names: Record<string, string | number>;
}

/** Excel as far as the pane asks it, over rows in memory; single services can be replaced. */
export function fakeExcel(
  rows: CellRows,
  replaced: Partial<ExcelServices> = {},
): { readonly excel: ExcelServices; readonly workbook: FakeWorkbook } {
  const workbook: FakeWorkbook = { rows, asked: [], written: [], names: {} };
  const noted = <T>(name: string, answer: T): T => {
    workbook.asked.push(name);
    return answer;
  };
  const excel: ExcelServices = {
    describeSelection: async () => noted("describeSelection", describing(workbook.rows)),
    describeSource: async () => noted("describeSource", describing(workbook.rows)),
    onSelectionChanged: async () => async () => undefined,
    onCalculated: async () => async () => undefined,
    activeCell: async () => ({ sheet: "Orders", address: "A1" }),
    readBlocks: async (place, reading) => {
      reading.onProgress?.({ phase: "reading", done: place.rowCount, total: place.rowCount });
      await reading.onBlock(workbook.rows, 0);
    },
    resolveSheetNames: async (wanted) =>
      Object.fromEntries(wanted.map(({ key, name }) => [key, { name, exists: false }])),
    readNames: async (names) =>
      Object.fromEntries(
        names.flatMap((name) => (name in workbook.names ? [[name, workbook.names[name] ?? null]] : [])),
      ),
    readInputCells: async (names) =>
      Object.fromEntries(
        names.flatMap((name) => (name in workbook.names ? [[name, [workbook.names[name] ?? null]]] : [])),
      ),
    readOwnSheet: async () => null,
    readLastRun: async () => null,
    writePlan: async (plan) => {
      workbook.written.push(plan);
      return noted("writePlan", { created: [], refreshed: [], cells: 1 });
    },
    goTo: async (sheet, address) => void noted(`goTo ${sheet}!${address}`, undefined),
    insertFormula: async (formula) => noted(`insert ${formula}`, "Sheet1!C3"),
    countClvFormulas: async () => ({ live: 3, frozen: 0 }),
    freezeFormulas: async () => ({ changed: 3, sheets: 1 }),
    restoreFormulas: async () => ({ restored: 3, left: [], gone: 0 }),
    ...replaced,
  };
  return { excel, workbook };
}

export const fakeConnection = (): EngineConnection => ({
  engine: createEngine(),
  inWorker: false,
  cancel: () => undefined,
  dispose: () => undefined,
});

export const fakeSurroundings = (excel: ExcelServices, rest: Partial<Surroundings> = {}): Surroundings => ({
  excel,
  connection: fakeConnection(),
  version: "0.1.0",
  now: () => new Date(Date.UTC(2026, 10, 22, 12)),
  focus: () => undefined,
  keepLanguage: () => undefined,
  loadLanguage: async () => undefined,
  loadCatalogue: async (locale) => ({ locale, entries: [] }),
  ...rest,
});
