import { execFileSync } from "node:child_process";
import type { PlanCell, WorkbookPlan } from "../../../src/summary/plan";
import type { SummaryRequest } from "../../../src/summary/request";
import { cellAt, formulasOf } from "./formulas";
import type { Recalculated } from "./planFile";

const hasLibreOffice = ((): boolean => {
  try {
    execFileSync("soffice", ["--version"], { stdio: "pipe" });
    return true;
  } catch {
    return false;
  }
})();

/** `it` where LibreOffice is there; else a skipped test whose title tells why. */
export function itRecalculates(title: string, test: () => Promise<void>, timeout = 300_000): void {
  if (hasLibreOffice) it(title, test, timeout);
  else it.skip(`${title} (skipped: LibreOffice is not on this machine)`, test);
}

/** A date as its serial: before March 1900 Excel's serials run a day behind the calendar. */
export function plainValue(value: unknown): unknown {
  if (!(value instanceof Date)) return value ?? "";
  const serial = value.getTime() / 86_400_000 + 25569;
  return serial < 61 ? serial - 1 : serial;
}

export function agrees(got: unknown, wanted: unknown): boolean {
  if (typeof got === "number" && typeof wanted === "number")
    return Math.abs(got - wanted) <= 1e-9 * Math.max(1, Math.abs(wanted));
  return got === (wanted ?? "");
}

/** Formulas whose recalculated value is not what our own engine expects, or is an error. */
export const differences = (plan: WorkbookPlan, sheets: Recalculated): string[] =>
  formulasOf(plan).flatMap(({ sheet, row, column, formula, expected }) => {
    const got = plainValue(cellAt(sheets.get(sheet.name), row, column));
    const isError = typeof got === "string" && got.startsWith("#");
    if (isError || (expected !== undefined && !agrees(got, expected)))
      return [`${sheet.key} ${formula}: ${String(expected)} expected, ${String(got)} found`];
    return [];
  });

/** The labels of the checks that fail after recalculation. */
export function failing(plan: WorkbookPlan, sheets: Recalculated, request: SummaryRequest): string[] {
  const key = request.sheets.includes("checks") ? "checks" : "summary";
  const name = plan.sheets.find((sheet) => sheet.key === key)?.name ?? "";
  return (sheets.get(name) ?? []).flatMap((line) =>
    line.flatMap((cell, column) => (cell === "FAIL" ? [String(line[column - 5])] : [])),
  );
}

/** The values of a workbook name after recalculation, row by row. */
export function valuesOf(plan: WorkbookPlan, sheets: Recalculated, name: string): unknown[] {
  const found = plan.names.find((each) => each.name === name);
  if (found === undefined) throw new Error(`no name ${name}`);
  const rows = sheets.get(plan.sheets.find(({ key }) => key === found.sheet)?.name ?? "");
  const { area } = found;
  return Array.from({ length: area.rows * area.columns }, (_, at) =>
    plainValue(cellAt(rows, area.row + Math.floor(at / area.columns), area.column + (at % area.columns))),
  );
}

/** What somebody types into the cell of a workbook name, or into one of its cells: `clv_customer_orders[3]`. */
export type TypedCells = Readonly<Record<string, PlanCell>>;

/** The plan as if somebody had typed over these cells; "" empties a cell. */
export function withTypedCells(plan: WorkbookPlan, typed: TypedCells): WorkbookPlan {
  const places = new Map(
    Object.entries(typed).map(([target, value]) => {
      const [, name = "", index = "0"] = /^(\w+)(?:\[(\d+)\])?$/.exec(target) ?? [];
      const found = plan.names.find((each) => each.name === name);
      if (found === undefined) throw new Error(`no name ${name}`);
      return [`${found.sheet} ${found.area.row + Number(index)} ${found.area.column}`, value];
    }),
  );
  const sheets = plan.sheets.map((sheet) => ({
    ...sheet,
    blocks: sheet.blocks.map((block) => ({
      ...block,
      cells: block.cells.map((line, r) =>
        line.map((cell, c) => {
          const key = `${sheet.key} ${block.row + r} ${block.column + c}`;
          const value = places.get(key);
          if (value === undefined) return cell;
          places.delete(key);
          return value;
        }),
      ),
    })),
  }));
  if (places.size > 0) throw new Error(`no cell at ${[...places.keys()].join()}`);
  return { ...plan, sheets };
}
