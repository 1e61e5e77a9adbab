import type { Backend, CellValue } from "./grid/backend";
import type { ChartPart } from "./workbookParts";
import type { Rect } from "./rect";

/** A chart with the numbers that its cells hold now, ready to be drawn. */
export interface ChartData {
  readonly kind: "line" | "column" | "bar" | "scatter";
  readonly stacked: boolean;
  readonly title: string;
  readonly categoryTitle: string;
  readonly valueTitle: string;
  readonly valueFormat: string;
  readonly categories: readonly CellValue[];
  /** What the category cells show. */
  readonly categoryTexts: readonly string[];
  /** null where there is nothing to draw. */
  readonly series: readonly {
    readonly name: string;
    readonly color: string;
    readonly values: readonly (number | null)[];
  }[];
  readonly legend: boolean;
  readonly minimum: number | null;
  readonly maximum: number | null;
  readonly reversed: boolean;
  /** Pixels. */
  readonly width: number;
  readonly height: number;
}

/** More points than this are thinned: no screen shows them. */
const MOST_POINTS = 2000;

function kindOf(chartType: string): ChartData["kind"] {
  if (chartType.startsWith("Line")) return "line";
  if (chartType.startsWith("XY")) return "scatter";
  return chartType.startsWith("Bar") ? "bar" : "column";
}

function cellsOf<T>(rect: Rect | null, read: (rect: Rect) => T[][]): T[] {
  return rect ? read(rect).flat() : [];
}

/** Pixels from the sheet's corner. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** Where a chart lies. One that was laid over cells moves and grows with them, as Excel's do. */
export function boxOf(chart: ChartPart, backend: Backend): Box {
  const { place } = chart;
  if (!place) {
    const pixels = (points: number): number => points / 0.75;
    return {
      left: pixels(chart.left),
      top: pixels(chart.top),
      width: pixels(chart.width),
      height: pixels(chart.height),
    };
  }
  const start = backend.position(place.sheet, place.row, place.column);
  const end = backend.position(place.sheet, place.row + place.rows, place.column + place.columns);
  return { ...start, width: end.left - start.left, height: end.top - start.top };
}

export function chartDataOf(
  chart: ChartPart,
  backend: Backend,
  { width, height }: Pick<Box, "width" | "height"> = boxOf(chart, backend),
): ChartData {
  const length = Math.max(
    0,
    ...chart.series.map((series) => (series.values ? series.values.rows * series.values.columns : 0)),
  );
  const step = Math.max(1, Math.ceil(length / MOST_POINTS));
  const thin = <T>(values: T[]): T[] =>
    step === 1 ? values : values.filter((_, index) => index % step === 0);
  const first = chart.series[0]?.categories ?? null;
  const texts =
    first && length > MOST_POINTS
      ? cellsOf(first, backend.values).map(String)
      : cellsOf(first, backend.texts);
  return {
    kind: kindOf(chart.chartType),
    stacked: chart.chartType.endsWith("Stacked"),
    title: chart.titleVisible ? chart.title : "",
    categoryTitle: chart.categoryAxis.titleVisible ? chart.categoryAxis.title : "",
    valueTitle: chart.valueAxis.titleVisible ? chart.valueAxis.title : "",
    valueFormat: valueFormatOf(chart, backend),
    categories: thin(cellsOf(first, backend.values)),
    categoryTexts: thin(texts),
    series: chart.series.map((series) => ({
      name: series.name,
      color: series.color,
      values: thin(cellsOf(series.values, backend.values)).map((value) =>
        typeof value === "number" ? value : null,
      ),
    })),
    legend: chart.legendVisible && chart.series.length > 1,
    minimum: chart.valueAxis.minimum,
    maximum: chart.valueAxis.maximum,
    reversed: chart.categoryAxis.reversed,
    width,
    height,
  };
}

/** As in Excel, an axis takes its number format from the first cell unless it was given one. */
function valueFormatOf(chart: ChartPart, backend: Backend): string {
  if (chart.valueAxis.numberFormat !== "General") return chart.valueAxis.numberFormat;
  const cells = chart.series[0]?.values;
  return (cells && backend.styles({ ...cells, rows: 1, columns: 1 })[0]?.[0]?.numberFormat) ?? "General";
}
