import type { Rect } from "../rect";
import type { ChartAxisPart, ChartPart, ChartSeriesPart } from "../workbookParts";
import type { HostContext } from "./context";
import { itemNotFound } from "./errors";
import { choiceArgument, flagArgument, numberArgument, textArgument, wholeArgument } from "./hostObject";
import type { HostObject } from "./hostObject";
import { rangeArgument } from "./range";

/** The chart types that the workbench draws; Excel has some seventy more. */
export const CHART_TYPES = [
  "Line",
  "LineMarkers",
  "ColumnClustered",
  "ColumnStacked",
  "BarClustered",
  "BarStacked",
  "XYScatterLines",
  "XYScatterLinesNoMarkers",
  "XYScatter",
  "XYScatterSmooth",
  "XYScatterSmoothNoMarkers",
] as const;

export const newSeries = (name: string, values: Rect | null, categories: Rect | null): ChartSeriesPart => ({
  name,
  values,
  categories,
  color: "",
  chartType: null,
});

/** Fonts, fills and lines of a chart: taken, and drawn in the workbench's own way. */
export function looks(type: string): HostObject {
  const taken = (name: string) => (value: unknown) => void (name === "" || value);
  return {
    type,
    child: {
      font: () => ({
        type: "ChartFont",
        set: {
          bold: taken("bold"),
          size: taken("size"),
          color: taken("color"),
          italic: taken("italic"),
          name: taken("name"),
        },
      }),
      fill: () => ({ type: "ChartFill", call: { setSolidColor: () => undefined, clear: () => undefined } }),
      line: () => ({
        type: "ChartLineFormat",
        set: { color: taken("color"), weight: taken("weight"), lineStyle: taken("lineStyle") },
        call: { clear: () => undefined },
      }),
    },
  };
}

export function seriesCollection(context: HostContext, part: ChartPart): HostObject {
  const at = (index: number): HostObject => {
    const series = part.series[index];
    if (!series) throw itemNotFound();
    return seriesObject(context, part, series);
  };
  return {
    type: "ChartSeriesCollection",
    items: () => part.series.map((_, index) => at(index)),
    call: {
      getCount: () => part.series.length,
      getItemAt: (index) => at(wholeArgument(index, "index")),
      add: (name, index) => {
        const series = newSeries(
          typeof name === "string" ? name : `Series${part.series.length + 1}`,
          null,
          null,
        );
        part.series.splice(typeof index === "number" ? index : part.series.length, 0, series);
        context.changed();
        return seriesObject(context, part, series);
      },
    },
  };
}

function seriesObject(context: HostContext, part: ChartPart, series: ChartSeriesPart): HostObject {
  const put = (values: Partial<ChartSeriesPart>): void => {
    Object.assign(series, values);
    context.changed();
  };
  const cells = (source: unknown): Rect => rangeArgument(context, part.sheet, source, "sourceData");
  const taken = (): void => undefined;
  return {
    type: "ChartSeries",
    exists: () => part.series.includes(series),
    get: { name: () => series.name, chartType: () => series.chartType ?? part.chartType },
    set: {
      name: (value) => put({ name: textArgument(value, "name") }),
      chartType: (value) => put({ chartType: choiceArgument(value, CHART_TYPES, "chartType") }),
      markerStyle: taken,
      markerSize: taken,
      smooth: taken,
      gapWidth: taken,
      overlap: taken,
      markerBackgroundColor: taken,
      markerForegroundColor: taken,
    },
    child: {
      format: () => ({
        type: "ChartSeriesFormat",
        child: {
          fill: () => ({
            type: "ChartFill",
            call: { setSolidColor: (color) => put({ color: textArgument(color, "color") }) },
          }),
          line: () => ({
            type: "ChartLineFormat",
            set: {
              color: (color) => put({ color: textArgument(color, "color") }),
              weight: taken,
              lineStyle: taken,
            },
          }),
        },
      }),
    },
    call: {
      setValues: (source) => put({ values: cells(source) }),
      setXAxisValues: (source) => put({ categories: cells(source) }),
      delete: () => {
        part.series.splice(part.series.indexOf(series), 1);
        context.changed();
      },
    },
  };
}

export function axis(context: HostContext, part: ChartAxisPart): HostObject {
  const put = (values: Partial<ChartAxisPart>): void => {
    Object.assign(part, values);
    context.changed();
  };
  const bound = (value: unknown): number | null => (value === "" ? null : numberArgument(value, "bound"));
  return {
    type: "ChartAxis",
    get: {
      numberFormat: () => part.numberFormat,
      minimum: () => part.minimum ?? "",
      maximum: () => part.maximum ?? "",
      visible: () => part.visible,
      reversePlotOrder: () => part.reversed,
    },
    set: {
      numberFormat: (value) => put({ numberFormat: textArgument(value, "numberFormat") }),
      linkNumberFormat: () => undefined,
      minimum: (value) => put({ minimum: bound(value) }),
      maximum: (value) => put({ maximum: bound(value) }),
      visible: (value) => put({ visible: flagArgument(value, "visible") }),
      // The drawing has the other axis below and at the left, whatever the order.
      position: () => undefined,
      reversePlotOrder: (value) => put({ reversed: flagArgument(value, "reversePlotOrder") }),
      majorUnit: () => undefined,
      tickLabelPosition: () => undefined,
      tickLabelSpacing: () => undefined,
      isBetweenCategories: () => undefined,
    },
    child: {
      title: () => ({
        type: "ChartAxisTitle",
        get: { text: () => part.title, visible: () => part.titleVisible },
        set: {
          text: (value) => put({ title: textArgument(value, "text"), titleVisible: true }),
          visible: (value) => put({ titleVisible: flagArgument(value, "visible") }),
        },
        child: { format: () => looks("ChartAxisTitleFormat") },
      }),
      majorGridlines: () => ({
        type: "ChartGridlines",
        get: { visible: () => part.majorGridlines },
        set: { visible: (value) => put({ majorGridlines: flagArgument(value, "visible") }) },
        child: { format: () => looks("ChartGridlinesFormat") },
      }),
      format: () => looks("ChartAxisFormat"),
    },
  };
}
