import { chartDataOf } from "../chartData";
import type { Host } from "../host/host";
import type { Rect } from "../rect";
import { newSheetParts, STANDARD_CELL } from "../workbookParts";
import type { ChartPart, SheetParts, ValidationPart } from "../workbookParts";
import { writeXlsx } from "./writeXlsx";
import type {
  Cells,
  ImageChart,
  ImageSheet,
  ImageValidation,
  SheetCells,
  WorkbookImage,
} from "./workbookImage";

const PIXELS_A_CHARACTER = 7;
const PADDING_PIXELS = 5;

/** The workbook of the workbench, as xlsx. */
export async function saveWorkbook(host: Host): Promise<Uint8Array<ArrayBuffer>> {
  await host.backend.settle();
  return writeXlsx(imageOf(host));
}

function imageOf(host: Host): WorkbookImage {
  const { backend, parts } = host;
  const sheets = backend.sheets();
  return {
    sheets: sheets.map((sheet) => sheetImage(host, sheet.id, sheet.name, sheet.hidden)),
    names: parts.names.map(({ name, formula, comment }) => ({ name, formula, comment })),
    activeSheet: Math.max(
      0,
      sheets.findIndex((sheet) => sheet.id === backend.activeSheet()),
    ),
  };
}

function sheetImage(host: Host, id: string, name: string, hidden: boolean): ImageSheet {
  const { backend, parts } = host;
  const own = parts.sheets.get(id) ?? newSheetParts();
  const used = backend.used(id, false);
  const area = used && {
    sheet: id,
    row: 0,
    column: 0,
    rows: used.row + used.rows,
    columns: used.column + used.columns,
  };
  const values = area ? backend.values(area) : [];
  const formulas = area ? backend.formulas(area) : [];
  const styles = area ? backend.styles(area) : [];
  const rows = values.map((row, r) =>
    row.map((value, c) => {
      const formula = formulas[r]?.[c];
      const isFormula = typeof formula === "string" && formula.startsWith("=") && formula !== value;
      return { value, ...(isFormula ? { formula } : {}), style: styles[r]?.[c] ?? {} };
    }),
  );
  return {
    name,
    hidden,
    rightToLeft: readsFromRight(styles),
    gridlines: own.gridlines,
    tabColor: own.tabColor,
    rows,
    columnWidths: Array.from({ length: area?.columns ?? 0 }, (_, column) => {
      const pixels = backend.columnWidth(id, column);
      return pixels === STANDARD_CELL.width ? undefined : (pixels - PADDING_PIXELS) / PIXELS_A_CHARACTER;
    }),
    rowHeights: heightsOf(host, id, area?.rows ?? 0),
    frozenRows: own.frozenRows,
    frozenColumns: own.frozenColumns,
    merges: backend.merges(id),
    tables: parts.tables
      .filter((table) => table.rect.sheet === id)
      .map(({ name: tableName, rect, style, showFilterButton }) => ({
        name: tableName,
        cells: rect,
        style,
        filter: showFilterButton,
      })),
    charts: parts.charts.filter((chart) => chart.sheet === id).map((chart) => chartImage(host, chart)),
    ...rulesOf(own),
    landscape: own.landscape,
    printArea: own.printArea,
    titleRows: own.titleRows,
    titleColumns: own.titleColumns,
    margins: own.margins,
    centred: own.centred,
    footer: own.footer,
    fitToWidth: own.fitToWidth,
    fitToHeight: own.fitToHeight,
  };
}

/** Rows beyond this many are a table's: of the default height. */
const MOST_HEIGHTS = 2000;

function heightsOf({ backend }: Host, id: string, rows: number): Map<number, number> {
  const heights = new Map<number, number>();
  for (let row = 0; row < Math.min(rows, MOST_HEIGHTS); row++) {
    const pixels = backend.rowHeight(id, row);
    if (pixels !== STANDARD_CELL.height) heights.set(row, pixels * 0.75);
  }
  return heights;
}

function rulesOf(own: SheetParts): Pick<ImageSheet, "validations" | "conditionalFormats" | "links"> {
  return {
    validations: own.validations.flatMap(validationImage),
    conditionalFormats: own.conditionalFormats.flatMap(({ areas, rule }) =>
      areas.map((cells) => ({ cells, rule })),
    ),
    links: own.links.map(({ rect, target, inWorkbook, tip }) => ({
      row: rect.row,
      column: rect.column,
      target,
      inWorkbook,
      tip,
    })),
  };
}

/** A sheet most of whose cells read from the right is shown from the right. */
function readsFromRight(styles: readonly (readonly { readonly readingOrder?: string }[])[]): boolean {
  let fromRight = 0;
  let cells = 0;
  for (const row of styles) {
    for (const style of row) {
      if (Object.keys(style).length === 0) continue;
      cells++;
      if (style.readingOrder === "rightToLeft") fromRight++;
    }
  }
  return fromRight * 2 > cells;
}

function validationImage(part: ValidationPart): ImageValidation[] {
  if (part.kind === "none") return [];
  const source = String(part.formula1);
  return [
    {
      cells: part.rect,
      kind: part.kind,
      operator: part.operator,
      formula1: source,
      formula2: part.formula2 === null ? null : String(part.formula2),
      values: part.kind === "list" && !source.startsWith("=") ? source.split(",") : null,
      promptTitle: part.promptTitle,
      promptMessage: part.promptMessage,
      errorTitle: part.errorTitle,
      errorMessage: part.errorMessage,
    },
  ];
}

function chartImage(host: Host, chart: ChartPart): ImageChart {
  const { backend } = host;
  const named = (rect: Rect): SheetCells => ({
    ...rect,
    sheetName: backend.sheets().find((sheet) => sheet.id === rect.sheet)?.name ?? "",
  });
  const data = chartDataOf(chart, backend);
  return {
    name: chart.name,
    kind: data.kind,
    stacked: data.stacked,
    title: data.title,
    altText: chart.altText,
    series: chart.series.flatMap((series) =>
      series.values
        ? [
            {
              name: series.name,
              values: named(series.values),
              categories: series.categories && named(series.categories),
              color: series.color,
            },
          ]
        : [],
    ),
    place: chart.place ?? cellsUnder(host, chart),
    categoryTitle: data.categoryTitle,
    valueTitle: data.valueTitle,
    valueFormat: chart.valueAxis.numberFormat,
    categoryFormat: chart.categoryAxis.numberFormat,
    valueMaximum: chart.valueAxis.maximum,
    categoryMaximum: chart.categoryAxis.maximum,
    reversed: chart.categoryAxis.reversed,
    legend: data.legend,
  };
}

/** The cells that a chart lies over which was placed by points. */
function cellsUnder({ backend }: Host, chart: ChartPart): Cells {
  const at = (edge: "left" | "top", points: number): number => {
    let place = 0;
    while (
      place < 500 &&
      backend.position(chart.sheet, edge === "top" ? place + 1 : 0, edge === "left" ? place + 1 : 0)[edge] <=
        points / 0.75
    )
      place++;
    return place;
  };
  const row = at("top", chart.top);
  const column = at("left", chart.left);
  return {
    row,
    column,
    rows: Math.max(1, at("top", chart.top + chart.height) - row),
    columns: Math.max(1, at("left", chart.left + chart.width) - column),
  };
}
