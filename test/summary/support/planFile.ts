import {
  absoluteAddress,
  addressOf,
  columnLetters,
  quotedSheet,
} from "../../../src/summary/layout/cellAddress";
import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { readXlsx, writeXlsx, type Cell as XlsxCell, type WriteSheet } from "hucre/xlsx";
import { futureFunctions } from "../../../src/workbench/xlsx/futureFunctions";
import type { Cell } from "../../../src/orders/cells";
import type { Area, PlanCell, SheetKey, SheetPlan, WorkbookPlan } from "../../../src/summary/plan";

/** A sheet of the user's own beside the plan's. */
export interface RawSheet {
  readonly name: string;
  readonly rows: readonly (readonly Cell[])[];
}

/** What LibreOffice calculates from: cells, merges and tables. Looks, charts and print settings change no result. */
function sheetOf(plan: SheetPlan): WriteSheet {
  const cells = new Map<string, Partial<XlsxCell>>();
  for (const block of plan.blocks) {
    block.cells.forEach((line, r) =>
      line.forEach((cell: PlanCell, c) => {
        if (cell === null || cell === "") return;
        const key = `${block.row + r},${block.column + c}`;
        if (typeof cell !== "object") cells.set(key, { value: cell });
        else
          cells.set(key, {
            formula: futureFunctions(cell.formula.slice(1)),
            formulaResult: cell.expected ?? null,
          });
      }),
    );
  }
  return {
    name: plan.name,
    rows: [],
    cells,
    merges: (plan.merges ?? []).map((m) => ({
      startRow: m.row,
      startCol: m.column,
      endRow: m.row + m.rows - 1,
      endCol: m.column + m.columns - 1,
    })),
    tables: plan.tables.map((table) => ({
      name: table.name,
      range: addressOf(table.area),
      columns: Array.from({ length: table.area.columns }, (_, i) => ({
        name: String(headerOf(plan, table.area, i)),
      })),
    })),
  };
}

function headerOf(plan: SheetPlan, area: Area, offset: number): unknown {
  for (const block of plan.blocks)
    if (block.row === area.row && block.column === area.column) return block.cells[0]?.[offset];
  return columnLetters(offset);
}

export async function planFile(plan: WorkbookPlan, raw: readonly RawSheet[]): Promise<Uint8Array> {
  const sheetName = (key: SheetKey): string => plan.sheets.find((sheet) => sheet.key === key)?.name ?? key;
  return writeXlsx({
    sheets: [
      ...plan.sheets.map((sheet) => sheetOf(sheet)),
      ...raw.map(({ name, rows }) => ({ name, rows: rows.map((row) => [...row]) })),
    ],
    namedRanges: plan.names.map(({ name, sheet, area }) => ({
      name,
      range: `${quotedSheet(sheetName(sheet))}!${absoluteAddress(area)}`,
    })),
  });
}

const PROFILE = join(tmpdir(), `clv-libreoffice-plans-${process.pid}`);

function profile(): string {
  mkdirSync(join(PROFILE, "user"), { recursive: true });
  const item = (name: string, value: string): string =>
    `<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="${name}" oor:op="fuse"><value>${value}</value></prop></item>`;
  writeFileSync(
    join(PROFILE, "user", "registrymodifications.xcu"),
    `<?xml version="1.0" encoding="UTF-8"?><oor:items xmlns:oor="http://openoffice.org/2001/registry">${item("OOXMLRecalcMode", "0")}</oor:items>`,
  );
  return `-env:UserInstallation=file://${PROFILE}`;
}

export type Recalculated = Map<string, unknown[][]>;

/** Every sheet's cells of each file after LibreOffice has recalculated them all, in one start of the program. */
export async function recalculatedAll(files: readonly Uint8Array[]): Promise<Recalculated[]> {
  const folder = mkdtempSync(join(tmpdir(), "clv-plans-"));
  try {
    const paths = files.map((xlsx, index) => {
      const file = join(folder, `plan${index}.xlsx`);
      writeFileSync(file, xlsx);
      return file;
    });
    execFileSync(
      "soffice",
      [profile(), "--headless", "--convert-to", "xlsx", "--outdir", join(folder, "out"), ...paths],
      { stdio: "pipe", timeout: 600_000 },
    );
    const books: Recalculated[] = [];
    for (const index of files.keys()) {
      const book = await readXlsx(new Uint8Array(readFileSync(join(folder, "out", `plan${index}.xlsx`))));
      books.push(new Map(book.sheets.map((sheet) => [sheet.name, sheet.rows])));
    }
    return books;
  } finally {
    rmSync(folder, { recursive: true, force: true });
    rmSync(PROFILE, { recursive: true, force: true });
  }
}

/** Every sheet's cells after LibreOffice has recalculated the file. */
export async function recalculated(xlsx: Uint8Array): Promise<Recalculated> {
  const [book] = await recalculatedAll([xlsx]);
  return book ?? new Map<string, unknown[][]>();
}
