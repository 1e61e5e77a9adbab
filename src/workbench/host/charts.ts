import { boxOf } from "../chartData";
import type { Box } from "../chartData";
import type { Rect } from "../rect";
import type { ChartAxisPart, ChartPart, ChartSeriesPart } from "../workbookParts";
import { axis, CHART_TYPES, looks, newSeries, seriesCollection } from "./chartParts";
import { assertNotProtected } from "./context";
import type { HostContext } from "./context";
import { hostError, itemNotFound } from "./errors";
import { choiceArgument, flagArgument, numberArgument, textArgument, wholeArgument } from "./hostObject";
import type { HostObject } from "./hostObject";
import { points, rangeArgument } from "./range";
import { worksheet } from "./worksheet";

/** Excel's size for a new chart, in points. */
const NEW_CHART = { left: 90, top: 45, width: 360, height: 216 };

let nextId = 1;

const newAxis = (): ChartAxisPart => ({
  title: "",
  titleVisible: false,
  numberFormat: "General",
  minimum: null,
  maximum: null,
  majorGridlines: true,
  visible: true,
  reversed: false,
});

export function charts(context: HostContext, sheet: string): HostObject {
  const { parts } = context;
  const here = (): ChartPart[] => parts.charts.filter((part) => part.sheet === sheet);
  const find = (key: unknown): HostObject | null => {
    const part = here().find((candidate) => candidate.name === key || candidate.id === key);
    return part ? chart(context, part) : null;
  };
  const need = (key: unknown): HostObject => {
    const found = find(key);
    if (!found) throw itemNotFound();
    return found;
  };
  return {
    type: "ChartCollection",
    items: () => here().map((part) => chart(context, part)),
    item: need,
    call: {
      getItem: need,
      getItemOrNullObject: find,
      getItemAt: (index) => need(here()[wholeArgument(index, "index")]?.id),
      getCount: () => here().length,
      add: (type, source, seriesBy) => {
        assertNotProtected(context, sheet);
        const id = `chart${nextId++}`;
        const part: ChartPart = {
          id,
          sheet,
          name: `Chart ${here().length + 1}`,
          chartType: choiceArgument(type, CHART_TYPES, "type"),
          title: "",
          titleVisible: true,
          altText: "",
          series: [],
          categoryAxis: newAxis(),
          valueAxis: newAxis(),
          legendVisible: true,
          legendPosition: "Bottom",
          ...NEW_CHART,
          place: null,
        };
        setData(context, part, rangeArgument(context, sheet, source, "sourceData"), seriesBy);
        parts.charts.push(part);
        context.changed();
        return chart(context, part);
      },
    },
  };
}

/**
 * Reads series out of a block as Excel does: a first row of texts names the series, a first column of texts (or
 * an empty corner) is the categories.
 */
function setData(context: HostContext, part: ChartPart, source: Rect, seriesBy: unknown): void {
  const by = choiceArgument(seriesBy ?? "Auto", ["Auto", "Columns", "Rows"], "seriesBy");
  const columnwise = by === "Columns" || (by === "Auto" && source.rows >= source.columns);
  const values = context.backend.values({
    ...source,
    rows: Math.min(source.rows, 50),
    columns: Math.min(source.columns, 50),
  });
  const isWords = (cells: readonly unknown[]): boolean =>
    cells.some((cell) => typeof cell === "string" && cell !== "");
  const headRow = isWords((values[0] ?? []).slice(1)) || (source.columns === 1 && isWords(values[0] ?? []));
  const firstColumn = values.slice(headRow ? 1 : 0).map((row) => row[0]);
  const headColumn =
    source.columns > 1 &&
    (isWords(firstColumn) || (headRow && values[0]?.[0] === "") || part.chartType.startsWith("XY"));
  const body = {
    ...source,
    row: source.row + (headRow ? 1 : 0),
    rows: source.rows - (headRow ? 1 : 0),
    column: source.column + (headColumn ? 1 : 0),
    columns: source.columns - (headColumn ? 1 : 0),
  };
  const categories = columnwise
    ? headColumn && { ...body, column: source.column, columns: 1 }
    : headRow && { ...body, row: source.row, rows: 1 };
  const count = columnwise ? body.columns : body.rows;
  part.series = Array.from({ length: count }, (_, index): ChartSeriesPart => {
    const cells = columnwise
      ? { ...body, column: body.column + index, columns: 1 }
      : { ...body, row: body.row + index, rows: 1 };
    const label = columnwise
      ? headRow && values[0]?.[index + (headColumn ? 1 : 0)]
      : headColumn && firstColumn[index];
    return newSeries(label ? String(label) : `Series${index + 1}`, cells, categories || null);
  });
  if (part.title === "" && count === 1) part.title = part.series[0]?.name ?? "";
}

function chart(context: HostContext, part: ChartPart): HostObject {
  const { parts, backend } = context;
  /** Every change of a chart is drawn at once. */
  const change =
    <T>(convert: (value: unknown) => T, put: (value: T) => void) =>
    (value: unknown) => {
      put(convert(value));
      context.changed();
    };
  const box = (): Box => {
    const { left, top, width, height } = boxOf(part, backend);
    return { left: points(left), top: points(top), width: points(width), height: points(height) };
  };
  /** From now on it lies where it is put, whatever cells are there. */
  const layAt = (where: Partial<Box>): void => {
    Object.assign(part, box(), where, { place: null });
  };
  const measure = (name: keyof Box) =>
    change(
      (value) => numberArgument(value, name),
      (value) => layAt({ [name]: value }),
    );
  const text = (name: string) => (value: unknown) => textArgument(value, name);
  const flag = (name: string) => (value: unknown) => flagArgument(value, name);
  return {
    type: "Chart",
    exists: () => parts.charts.includes(part),
    get: {
      id: () => part.id,
      name: () => part.name,
      chartType: () => part.chartType,
      left: () => box().left,
      top: () => box().top,
      width: () => box().width,
      height: () => box().height,
    },
    set: {
      name: change(text("name"), (value) => (part.name = value)),
      chartType: change(
        (value) => choiceArgument(value, CHART_TYPES, "chartType"),
        (value) => (part.chartType = value),
      ),
      left: measure("left"),
      top: measure("top"),
      width: measure("width"),
      height: measure("height"),
      style: () => undefined,
      displayBlanksAs: (value) =>
        void choiceArgument(value, ["NotPlotted", "Zero", "Interplotted", "Interpolated"], "displayBlanksAs"),
    },
    child: {
      worksheet: () => worksheet(context, part.sheet),
      title: () => ({
        type: "ChartTitle",
        get: { text: () => part.title, visible: () => part.titleVisible },
        set: {
          text: change(text("text"), (value) => {
            part.title = value;
            part.titleVisible = true;
          }),
          visible: change(flag("visible"), (value) => (part.titleVisible = value)),
        },
        child: { format: () => looks("ChartTitleFormat") },
      }),
      legend: () => ({
        type: "ChartLegend",
        get: { visible: () => part.legendVisible, position: () => part.legendPosition },
        set: {
          visible: change(flag("visible"), (value) => (part.legendVisible = value)),
          position: change(
            (value) =>
              choiceArgument(value, ["Top", "Bottom", "Left", "Right", "Corner", "Custom"], "position"),
            (value) => (part.legendPosition = value),
          ),
        },
        child: { format: () => looks("ChartLegendFormat") },
      }),
      series: () => seriesCollection(context, part),
      axes: () => ({
        type: "ChartAxes",
        child: {
          categoryAxis: () => axis(context, part.categoryAxis),
          valueAxis: () => axis(context, part.valueAxis),
        },
      }),
      format: () => looks("ChartAreaFormat"),
    },
    call: {
      setData: (source, seriesBy) => {
        setData(context, part, rangeArgument(context, part.sheet, source, "sourceData"), seriesBy);
        context.changed();
      },
      setPosition: (startCell, endCell) => {
        const start = rangeArgument(context, part.sheet, startCell, "startCell");
        const end = endCell ? rangeArgument(context, part.sheet, endCell, "endCell") : start;
        if (splitSheets(start, end, part))
          throw hostError("InvalidArgument", "A chart lies on its own sheet.");
        const rect = {
          ...start,
          rows: end.row + end.rows - start.row,
          columns: end.column + end.columns - start.column,
        };
        if (endCell) part.place = rect;
        else {
          const corner = backend.position(rect.sheet, rect.row, rect.column);
          layAt({ left: points(corner.left), top: points(corner.top) });
        }
        context.changed();
      },
      delete: () => {
        parts.charts.splice(parts.charts.indexOf(part), 1);
        context.changed();
      },
      activate: () => backend.activateSheet(part.sheet),
    },
  };
}

const splitSheets = (start: Rect, end: Rect, part: ChartPart): boolean =>
  start.sheet !== part.sheet || end.sheet !== part.sheet;
