import { absoluteAddress, addressOf, columnLetters, quotedSheet } from "../../../src/summary/cellAddress";
import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { readXlsx, writeXlsx } from "hucre/xlsx";
import { futureFunctions } from "../../../src/workbench/xlsx/futureFunctions";
import type { Cell } from "../../../src/orders/cells";
import type { Area, PlanCell, SheetKey, SheetPlan, StyleName, WorkbookPlan } from "../../../src/summary/plan";

/** A sheet of the user's own beside the plan's. */
export interface RawSheet {
  readonly name: string;
  readonly rows: readonly (readonly Cell[])[];
}

const LOOKS: Record<StyleName, object> = {
  title: { font: { bold: true, size: 18, color: { rgb: "1F3864" } } },
  subtitle: { font: { size: 10, color: { rgb: "595959" } } },
  heading: {
    font: { bold: true, size: 12, color: { rgb: "1F3864" } },
    border: { bottom: { style: "medium", color: { rgb: "1F3864" } } },
  },
  tableHeader: {
    font: { bold: true, color: { rgb: "FFFFFF" } },
    fill: { type: "pattern", pattern: "solid", fgColor: { rgb: "1F3864" } },
  },
  label: {},
  unit: { font: { size: 9, color: { rgb: "595959" } } },
  input: {
    font: { color: { rgb: "0000FF" } },
    fill: { type: "pattern", pattern: "solid", fgColor: { rgb: "FFF2CC" } },
  },
  formula: {},
  crossLink: { font: { color: { rgb: "00703C" } } },
  modelValue: { font: { italic: true, color: { rgb: "7030A0" } } },
  boardFigure: { font: { bold: true } },
  total: { font: { bold: true }, border: { top: { style: "thin" } } },
  note: { font: { size: 9, color: { rgb: "595959" } } },
  pass: {
    font: { color: { rgb: "006100" } },
    fill: { type: "pattern", pattern: "solid", bgColor: { rgb: "C6EFCE" } },
  },
  fail: {
    font: { color: { rgb: "9C0006" } },
    fill: { type: "pattern", pattern: "solid", bgColor: { rgb: "FFC7CE" } },
  },
};

// eslint-disable-next-line @typescript-eslint/no-explicit-any
function sheetOf(plan: SheetPlan, all: WorkbookPlan): any {
  const cells = new Map<string, Record<string, unknown>>();
  const at = (row: number, column: number): Record<string, unknown> => {
    const key = `${row},${column}`;
    let cell = cells.get(key);
    if (cell === undefined) cells.set(key, (cell = { value: null }));
    return cell;
  };
  for (const block of plan.blocks) {
    block.cells.forEach((line, r) =>
      line.forEach((cell: PlanCell, c) => {
        if (cell === null || cell === "") return;
        const target = at(block.row + r, block.column + c);
        if (typeof cell === "object") {
          target["formula"] = futureFunctions(cell.formula.slice(1));
          target["formulaResult"] = cell.expected ?? null;
        } else target["value"] = cell;
      }),
    );
  }
  for (const { area, style, numberFormat, align, wrap } of plan.formats) {
    for (let r = area.row; r < area.row + area.rows; r++)
      for (let c = area.column; c < area.column + area.columns; c++) {
        const cell = at(r, c);
        const before = (cell["style"] ?? {}) as Record<string, unknown>;
        const rtl = plan.rightToLeft;
        const horizontal =
          align === "center"
            ? "center"
            : align === undefined
              ? undefined
              : (align === "start") === rtl
                ? "right"
                : "left";
        cell["style"] = {
          ...before,
          ...(style === undefined ? {} : LOOKS[style]),
          ...(numberFormat === undefined ? {} : { numFmt: numberFormat }),
          alignment: {
            ...(before["alignment"] as object),
            ...(horizontal ? { horizontal } : {}),
            ...(wrap ? { wrapText: true } : {}),
            vertical: "center",
            ...(rtl ? { readingOrder: "rtl" } : {}),
          },
        };
      }
  }
  const sheetFor = (key: SheetKey | undefined): string =>
    quotedSheet(all.sheets.find((sheet) => sheet.key === (key ?? plan.key))?.name ?? plan.name);
  const absolute = (area: Area, key?: SheetKey): string => `${sheetFor(key)}!${absoluteAddress(area)}`;
  const look = (style: StyleName) => LOOKS[style];
  return {
    name: plan.name,
    columns: plan.columnWidths.map((width) => ({ width })),
    rows: [],
    cells,
    merges: (plan.merges ?? []).map((m) => ({
      startRow: m.row,
      startCol: m.column,
      endRow: m.row + m.rows - 1,
      endCol: m.column + m.columns - 1,
    })),
    conditionalRules: plan.conditionalFormats.map((format, index) =>
      format.rule.kind === "formula"
        ? {
            type: "expression",
            priority: index + 1,
            formula: format.rule.formula.slice(1),
            style: look(format.rule.style),
            range: addressOf(format.area),
          }
        : {
            type: "colorScale",
            priority: index + 1,
            range: addressOf(format.area),
            colorScale: {
              cfvo: [{ type: "min" }, { type: "max" }],
              colors: [format.rule.low.slice(1), format.rule.high.slice(1)],
            },
          },
    ),
    freezePane: { rows: plan.frozenRows, columns: plan.frozenColumns },
    pageSetup: {
      paperSize: "a4",
      orientation: plan.print.landscape ? "landscape" : "portrait",
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: plan.print.pagesTall ?? 0,
      printArea: absoluteAddress(plan.print.area),
      margins: { top: 0.4, bottom: 0.4, left: 0.4, right: 0.4, header: 0.2, footer: 0.2 },
    },
    view: { rightToLeft: plan.rightToLeft, showGridLines: false },
    tables: plan.tables.map((table) => ({
      name: table.name,
      range: addressOf(table.area),
      columns: Array.from({ length: table.area.columns }, (_, i) => ({
        name: String(headerOf(plan, table.area, i)),
      })),
    })),
    charts: plan.charts.map((chart) => ({
      type:
        chart.kind === "line"
          ? "line"
          : chart.kind === "scatterLines"
            ? "scatter"
            : chart.kind.toLowerCase().includes("bar")
              ? "bar"
              : "column",
      barGrouping: chart.kind.startsWith("stacked") ? "stacked" : "clustered",
      title: chart.title,
      series: chart.series.map((series) => ({
        name: series.name,
        values: absolute(series.values, series.sheet),
        categories: absolute(chart.categories, chart.categoriesSheet),
      })),
      legend: "bottom",
      anchor: {
        from: { row: chart.place.row, col: chart.place.column },
        to: { row: chart.place.row + chart.place.rows, col: chart.place.column + chart.place.columns },
      },
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
      ...plan.sheets.map((sheet) => sheetOf(sheet, plan)),
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
