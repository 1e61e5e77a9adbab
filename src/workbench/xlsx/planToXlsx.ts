import type {
  Area,
  ChartPlan,
  Format,
  PlanCell,
  SheetKey,
  SheetPlan,
  StyleName,
  WorkbookPlan,
} from "../../summary/plan";
import type { CellStyle } from "../grid/backend";
import type { StartSheet } from "../grid/workbookData";
import { absoluteAddressOf, columnLetters, quoteSheetName } from "../rect";
import { STANDARD_MARGINS } from "../workbookParts";
import { writeXlsx } from "./writeXlsx";
import type { ImageCell, ImageChart, ImageSheet, SheetCells, WorkbookImage } from "./workbookImage";

/**
 * A plan as an xlsx file, without Excel and without a grid: for tests that let another engine calculate it. What a
 * formula is expected to give is its cached result.
 */
export function planToXlsx(
  plan: WorkbookPlan,
  otherSheets: readonly StartSheet[] = [],
): Promise<Uint8Array<ArrayBuffer>> {
  return writeXlsx(planImage(plan, otherSheets));
}

const LINE = { weight: "thin", dash: "continuous", color: "#1F4E79" } as const;

/** How the styles look in a file; src/excel decides for Excel itself. */
const STYLES: Readonly<Record<StyleName, CellStyle>> = {
  title: { fontSize: 18, bold: true, color: "#1F4E79" },
  subtitle: { color: "#595959" },
  heading: { fontSize: 13, bold: true, color: "#1F4E79", borders: { bottom: LINE } },
  tableHeader: {
    bold: true,
    color: "#1F4E79",
    fill: "#DDEBF7",
    vertical: "bottom",
    borders: { bottom: LINE },
  },
  label: { color: "#242424" },
  unit: { color: "#595959" },
  input: { fill: "#FFCC99", color: "#0000FF" },
  formula: { color: "#000000" },
  crossLink: { color: "#00703C" },
  modelValue: { color: "#7030A0", italic: true },
  boardFigure: { fontSize: 14, bold: true, fill: "#DDEBF7" },
  total: { bold: true, borders: { top: { ...LINE, color: "#BFBFBF" } } },
  note: { italic: true, color: "#595959" },
  pass: { bold: true, color: "#0B6A0B", fill: "#DFF6DD" },
  fail: { bold: true, color: "#A4262C", fill: "#FDE7E9" },
  notice: { bold: true, color: "#7A4100", fill: "#FFF4CE" },
};

function planImage(plan: WorkbookPlan, otherSheets: readonly StartSheet[]): WorkbookImage {
  const nameOf = (key: SheetKey): string => {
    const sheet = plan.sheets.find((candidate) => candidate.key === key);
    if (!sheet) throw new Error(`the plan has no sheet ${key}`);
    return sheet.name;
  };
  return {
    sheets: [...otherSheets.map(otherSheet), ...plan.sheets.map((sheet) => plannedSheet(sheet, nameOf))],
    names: plan.names.map(({ name, sheet, area, comment }) => ({
      name,
      formula: `=${quoteSheetName(nameOf(sheet))}!${absoluteAddressOf({ sheet: "", ...area })}`,
      comment,
    })),
    activeSheet: otherSheets.length,
  };
}

/** As src/excel sets the page. */
const MARGINS = { left: 18, right: 18, top: 36, bottom: 36, header: 18, footer: 18 };

const blank = (): Pick<
  ImageSheet,
  | "hidden"
  | "rightToLeft"
  | "gridlines"
  | "tabColor"
  | "merges"
  | "tables"
  | "charts"
  | "validations"
  | "conditionalFormats"
  | "links"
  | "landscape"
  | "printArea"
  | "titleRows"
  | "titleColumns"
  | "margins"
  | "centred"
  | "footer"
  | "rowHeights"
  | "fitToWidth"
  | "fitToHeight"
  | "frozenColumns"
> => ({
  hidden: false,
  rightToLeft: false,
  gridlines: true,
  tabColor: "",
  merges: [],
  tables: [],
  charts: [],
  validations: [],
  conditionalFormats: [],
  links: [],
  landscape: false,
  printArea: null,
  titleRows: "",
  titleColumns: "",
  margins: STANDARD_MARGINS,
  centred: false,
  footer: { left: "", center: "", right: "" },
  rowHeights: new Map(),
  fitToWidth: null,
  fitToHeight: null,
  frozenColumns: 0,
});

function otherSheet(sheet: StartSheet): ImageSheet {
  return {
    ...blank(),
    name: sheet.name,
    frozenRows: sheet.frozenRows ?? 0,
    columnWidths: (sheet.columnWidths ?? []).map((pixels) => (pixels - 5) / 7),
    rows: sheet.rows.map((row, r) =>
      row.map((value, c) => {
        const numberFormat = r > 0 ? sheet.numberFormats?.[c] : undefined;
        return { value, ...(numberFormat ? { style: { numberFormat } } : {}) };
      }),
    ),
  };
}

interface Draft {
  value: ImageCell["value"];
  formula?: string;
  style: CellStyle;
}

/** A sheet's cells, grown as they are asked for. */
class Paper {
  readonly rows: Draft[][] = [];

  at(row: number, column: number): Draft {
    while (this.rows.length <= row) this.rows.push([]);
    const line = this.rows[row] ?? [];
    while (line.length <= column) line.push({ value: null, style: {} });
    return line[column] ?? { value: null, style: {} };
  }

  each(area: Area, change: (cell: Draft) => void): void {
    for (let row = area.row; row < area.row + area.rows; row++) {
      for (let column = area.column; column < area.column + area.columns; column++)
        change(this.at(row, column));
    }
  }
}

function put(cell: Draft, planned: PlanCell): void {
  if (planned === null) return;
  if (typeof planned === "object") {
    cell.formula = planned.formula.startsWith("=") ? planned.formula : `=${planned.formula}`;
    cell.value = planned.expected ?? null;
  } else cell.value = planned;
}

function formatted(format: Format, rightToLeft: boolean): CellStyle {
  const start = rightToLeft ? "right" : "left";
  const end = rightToLeft ? "left" : "right";
  const sides = { start, center: "center", end } as const;
  return {
    ...(format.style ? STYLES[format.style] : {}),
    ...(format.numberFormat ? { numberFormat: format.numberFormat } : {}),
    ...(format.align ? { horizontal: sides[format.align] } : {}),
    ...(format.wrap === undefined ? {} : { wrap: format.wrap }),
    ...(format.indent === undefined ? {} : { indent: format.indent }),
  };
}

function plannedSheet(sheet: SheetPlan, nameOf: (key: SheetKey) => string): ImageSheet {
  const paper = new Paper();
  for (const block of sheet.blocks) {
    block.cells.forEach((line, r) =>
      line.forEach((cell, c) => put(paper.at(block.row + r, block.column + c), cell)),
    );
  }
  for (const format of sheet.formats) {
    const style = formatted(format, sheet.rightToLeft);
    paper.each(format.area, (cell) => (cell.style = { ...cell.style, ...style }));
  }
  for (const { row, rows } of sheet.rowHeights ?? []) {
    for (const cell of paper.rows.slice(row, row + rows).flat())
      cell.style = { vertical: "center", ...cell.style };
  }
  if (sheet.rightToLeft) {
    for (const line of paper.rows)
      for (const cell of line) cell.style = { ...cell.style, readingOrder: "rightToLeft" };
  }
  return {
    ...blank(),
    name: sheet.name,
    rightToLeft: sheet.rightToLeft,
    gridlines: sheet.gridlines ?? true,
    rows: paper.rows,
    columnWidths: sheet.columnWidths,
    rowHeights: new Map(
      (sheet.rowHeights ?? []).flatMap(({ row, rows, points }) =>
        Array.from({ length: rows }, (_, i) => [row + i, points] as const),
      ),
    ),
    frozenRows: sheet.frozenRows,
    frozenColumns: sheet.frozenColumns,
    merges: sheet.merges ?? [],
    tables: sheet.tables.map(({ name, area }) => ({
      name,
      cells: area,
      style: "TableStyleLight1",
      filter: true,
    })),
    charts: sheet.charts.map((chart) => plannedChart(chart, sheet, nameOf)),
    validations: sheet.validations.map(({ area, rule, title, message }) => ({
      cells: area,
      kind: rule.kind,
      operator: "Between",
      formula1: rule.kind === "list" ? "" : String(rule.min),
      formula2: rule.kind === "list" ? null : String(rule.max),
      values: rule.kind === "list" ? rule.values : null,
      promptTitle: title,
      promptMessage: message,
      errorTitle: title,
      errorMessage: message,
    })),
    conditionalFormats: sheet.conditionalFormats.map(({ area, rule }) => ({
      cells: area,
      rule:
        rule.kind === "colourScale"
          ? { kind: "colourScale", colours: [rule.low, rule.high] }
          : { kind: "formula", formula: rule.formula, style: STYLES[rule.style] },
    })),
    links: sheet.links.map((link) => ({ ...link, inWorkbook: true })),
    landscape: sheet.print.landscape,
    printArea: sheet.print.area,
    margins: MARGINS,
    centred: true,
    footer: { left: "&F · &A", center: "", right: "&P / &N" },
    titleRows: sheet.print.titleRows > 0 ? `1:${sheet.print.titleRows}` : "",
    titleColumns:
      sheet.print.titleColumns === undefined ? "" : `A:${columnLetters(sheet.print.titleColumns - 1)}`,
    fitToWidth: sheet.print.pagesWide ?? 1,
    fitToHeight: sheet.print.pagesTall ?? 0,
  };
}

const KINDS = {
  line: "line",
  column: "column",
  stackedColumn: "column",
  bar: "bar",
  stackedBar: "bar",
  scatterLines: "scatter",
} as const;

function plannedChart(chart: ChartPlan, sheet: SheetPlan, nameOf: (key: SheetKey) => string): ImageChart {
  const on = (area: Area, key: SheetKey | undefined): SheetCells => ({
    ...area,
    sheetName: key ? nameOf(key) : sheet.name,
  });
  return {
    name: chart.name,
    kind: KINDS[chart.kind],
    stacked: chart.kind.startsWith("stacked"),
    title: chart.title,
    altText: chart.altText,
    series: chart.series.map((series) => ({
      name: series.name,
      values: on(series.values, series.sheet),
      categories: on(chart.categories, chart.categoriesSheet),
      color: series.colour ?? "",
    })),
    place: chart.place,
    categoryTitle: chart.categoryTitle ?? "",
    valueTitle: chart.valueTitle ?? "",
    valueFormat: chart.valueFormat ?? "",
    categoryFormat: chart.categoryFormat ?? "",
    valueMaximum: chart.valueMaximum ?? null,
    categoryMaximum: chart.categoryMaximum ?? null,
    reversed: KINDS[chart.kind] === "bar",
    legend: chart.series.length > 1,
  };
}
