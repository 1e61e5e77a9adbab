import type { Area, ChartKind, ChartPlan, SheetKey } from "../../summary/plan";
import type { SheetOutline } from "../../summary/planOutline";
import { rangeOf } from "../address";
import type { Dressing } from "./dress";
import { ExcelProblem, throwIfCancelled } from "../problem";

const TYPES = {
  line: "Line",
  column: "ColumnClustered",
  stackedColumn: "ColumnStacked",
  bar: "BarClustered",
  stackedBar: "BarStacked",
  scatterLines: "XYScatterLinesNoMarkers",
} as const satisfies Record<ChartKind, `${Excel.ChartType}`>;

/** The charts of `layout` that `other` does not have in just this way. */
export const differing = (layout: SheetOutline, other: SheetOutline | undefined): readonly ChartPlan[] => {
  const same = new Set((other?.charts ?? []).map((chart) => JSON.stringify(chart)));
  return layout.charts.filter((chart) => !same.has(JSON.stringify(chart)));
};

/** Removes charts of ours by name; the user's own charts on the sheet stay. */
export async function removeCharts(
  { context }: Dressing,
  sheetName: string,
  charts: readonly ChartPlan[],
): Promise<void> {
  if (charts.length === 0) return;
  const sheet = context.workbook.worksheets.getItem(sheetName);
  const found = charts.map(({ name }) => sheet.charts.getItemOrNullObject(name).load("name"));
  await context.sync();
  for (const chart of found) if (!chart.isNullObject) chart.delete();
  await context.sync();
}

/** Names of all charts on a sheet, the user's own among them. */
export async function chartNames(
  context: Excel.RequestContext,
  sheetName: string,
): Promise<readonly string[]> {
  const charts = context.workbook.worksheets.getItem(sheetName).charts.load("items/name");
  await context.sync();
  return charts.items.map((chart) => chart.name);
}

/** Brings a sheet's charts back: those not in `before` go, those in `removed` are drawn again. */
export async function restoreCharts(
  dressing: Dressing,
  sheetName: string,
  before: readonly string[],
  removed: readonly ChartPlan[],
): Promise<void> {
  const charts = dressing.context.workbook.worksheets.getItem(sheetName).charts.load("items/name");
  await dressing.context.sync();
  for (const chart of charts.items) if (!before.includes(chart.name)) chart.delete();
  await dressing.context.sync();
  await addCharts(dressing, sheetName, removed);
}

/** Draws the charts; one of the same name is replaced. */
export async function addCharts(
  dressing: Dressing,
  sheetName: string,
  charts: readonly ChartPlan[],
): Promise<void> {
  await removeCharts(dressing, sheetName, charts);
  for (const plan of charts) {
    throwIfCancelled(dressing.signal);
    await addChart(dressing, sheetName, plan);
  }
}

async function addChart(dressing: Dressing, sheetName: string, plan: ChartPlan): Promise<void> {
  const { context } = dressing;
  const cells = (area: Area, key: SheetKey | undefined): Excel.Range => {
    const name = key === undefined ? sheetName : dressing.sheetNames.get(key);
    if (name === undefined) throw new ExcelProblem("invalidPlan", { reason: "chart", what: plan.name });
    return rangeOf(context.workbook.worksheets.getItem(name), area);
  };
  const [first] = plan.series;
  if (first === undefined) throw new ExcelProblem("invalidPlan", { reason: "chart", what: plan.name });
  const sheet = context.workbook.worksheets.getItem(sheetName);
  const chart = sheet.charts.add(TYPES[plan.kind], cells(first.values, first.sheet), "Columns");
  chart.name = plan.name;
  chart.series.load("items/name");
  await context.sync();
  // Excel guessed series from the range: the planned ones replace them.
  for (const guessed of chart.series.items) guessed.delete();
  for (const { name, values, sheet: key, colour } of plan.series) {
    const series = chart.series.add(name);
    series.setValues(cells(values, key));
    series.setXAxisValues(cells(plan.categories, plan.categoriesSheet));
    paint(series, plan.kind, colour);
  }
  words(chart, plan);
  const { row, column, rows, columns } = plan.place;
  chart.setPosition(sheet.getCell(row, column), sheet.getCell(row + rows - 1, column + columns - 1));
  await context.sync();
}

const LINES: ReadonlySet<ChartKind> = new Set(["line", "scatterLines"]);
/** Between bars, in per cent of their width: less air than Excel's 150 reads better on a small chart. */
const GAP = 60;

function paint(series: Excel.ChartSeries, kind: ChartKind, colour: string | undefined): void {
  if (!LINES.has(kind)) series.gapWidth = GAP;
  if (colour === undefined) return;
  if (LINES.has(kind)) series.format.line.color = colour;
  else series.format.fill.setSolidColor(colour);
}

function words(chart: Excel.Chart, plan: ChartPlan): void {
  chart.title.text = plan.title;
  chart.legend.visible = plan.series.length > 1;
  if (plan.series.length > 1) chart.legend.position = "Bottom";
  const { categoryAxis, valueAxis } = chart.axes;
  if (plan.categoryTitle !== undefined) categoryAxis.title.text = plan.categoryTitle;
  if (plan.valueTitle !== undefined) valueAxis.title.text = plan.valueTitle;
  if (plan.valueFormat !== undefined) valueAxis.numberFormat = plan.valueFormat;
  if (plan.categoryFormat !== undefined) categoryAxis.numberFormat = plan.categoryFormat;
  if (plan.valueMaximum !== undefined) valueAxis.maximum = plan.valueMaximum;
  if (plan.categoryMaximum !== undefined) categoryAxis.maximum = plan.categoryMaximum;
  if (plan.kind !== "bar" && plan.kind !== "stackedBar") return;
  // Names of bars stand at the edge, not across the bars that reach below zero.
  categoryAxis.tickLabelPosition = "Low";
  // Excel draws bars from the bottom up: they shall read as the cells do, with the amounts below the last of them.
  categoryAxis.reversePlotOrder = true;
  categoryAxis.position = "Maximum";
}
