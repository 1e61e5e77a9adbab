import type { BorderLine, CellStyle, Edge } from "../grid/backend";
import { intersection, SHEET_COLUMNS, SHEET_ROWS } from "../rect";
import type { Rect } from "../rect";
import { STANDARD_CELL } from "../workbookParts";
import { assertNotProtected } from "./context";
import type { HostContext } from "./context";
import { choiceArgument, flagArgument, numberArgument, textArgument, wholeArgument } from "./hostObject";
import type { HostObject } from "./hostObject";

const HORIZONTAL = { General: "general", Left: "left", Center: "center", Right: "right" } as const;
const VERTICAL = { Top: "top", Center: "center", Bottom: "bottom" } as const;
const READING = { Context: "context", LeftToRight: "leftToRight", RightToLeft: "rightToLeft" } as const;
const AUTOFIT = { minimum: 40, maximum: 480, perCharacter: 7, padding: 12, rows: 2000 };

const keysOf = <T extends object>(table: T): (keyof T & string)[] =>
  Object.keys(table) as (keyof T & string)[];

function keyOf<T extends Record<string, string>>(
  table: T,
  value: string | undefined,
  otherwise: string,
): string {
  return keysOf(table).find((key) => table[key] === value) ?? otherwise;
}

/** One colour for all of Excel's ways to write it: `red`, `FFE699` and `#ffe699`. */
function colourArgument(value: unknown, name: string): string {
  const text = textArgument(value, name).trim();
  if (/^[0-9a-f]{6}$/i.test(text)) return `#${text.toUpperCase()}`;
  if (/^#[0-9a-f]{6}$/i.test(text)) return text.toUpperCase();
  return text;
}

/** A property of several cells: their common value, or null where they differ, as Excel answers. */
function common<T>(context: HostContext, rect: Rect, read: (style: CellStyle) => T): T | null {
  const used = context.backend.used(rect.sheet, false);
  const unbounded = rect.rows === SHEET_ROWS || rect.columns === SHEET_COLUMNS;
  const cells = unbounded ? used && intersection(used, rect) : rect;
  if (!cells) return read({});
  const all = context.backend.styles(cells).flat().map(read);
  const first = all[0] as T;
  return all.every((value) => value === first) ? first : null;
}

export function rangeFormat(context: HostContext, rect: Rect): HostObject {
  const put = (style: CellStyle): void => {
    assertNotProtected(context, rect.sheet);
    context.backend.style(rect, style);
  };
  return {
    type: "RangeFormat",
    get: {
      horizontalAlignment: () =>
        common(context, rect, (style) => keyOf(HORIZONTAL, style.horizontal, "General")),
      verticalAlignment: () => common(context, rect, (style) => keyOf(VERTICAL, style.vertical, "Bottom")),
      readingOrder: () => common(context, rect, (style) => keyOf(READING, style.readingOrder, "Context")),
      wrapText: () => common(context, rect, (style) => style.wrap ?? false),
      indentLevel: () => common(context, rect, (style) => style.indent ?? 0),
      columnWidth: () => context.backend.columnWidth(rect.sheet, rect.column) * 0.75,
      rowHeight: () => context.backend.rowHeight(rect.sheet, rect.row) * 0.75,
    },
    set: {
      horizontalAlignment: (value) =>
        put({ horizontal: HORIZONTAL[choiceArgument(value, keysOf(HORIZONTAL), "horizontalAlignment")] }),
      verticalAlignment: (value) =>
        put({ vertical: VERTICAL[choiceArgument(value, keysOf(VERTICAL), "verticalAlignment")] }),
      readingOrder: (value) =>
        put({ readingOrder: READING[choiceArgument(value, keysOf(READING), "readingOrder")] }),
      wrapText: (value) => put({ wrap: flagArgument(value, "wrapText") }),
      indentLevel: (value) => put({ indent: wholeArgument(value, "indentLevel") }),
      // Only true has a meaning: https://learn.microsoft.com/javascript/api/excel/excel.rangeformat
      useStandardWidth: (value) => {
        if (flagArgument(value, "useStandardWidth")) {
          context.backend.setColumnWidth(rect.sheet, rect.column, rect.columns, STANDARD_CELL.width);
        }
      },
      columnWidth: (value) =>
        context.backend.setColumnWidth(
          rect.sheet,
          rect.column,
          rect.columns,
          numberArgument(value, "columnWidth") / 0.75,
        ),
      useStandardHeight: (value) => {
        if (flagArgument(value, "useStandardHeight")) {
          context.backend.setRowHeight(rect.sheet, rect.row, rect.rows, STANDARD_CELL.height);
        }
      },
      rowHeight: (value) =>
        context.backend.setRowHeight(
          rect.sheet,
          rect.row,
          rect.rows,
          numberArgument(value, "rowHeight") / 0.75,
        ),
    },
    child: {
      font: () => font(context, rect, put),
      fill: () => fill(context, rect, put),
      borders: () => borders(context, rect),
    },
    call: {
      autofitColumns: () => autofitColumns(context, rect),
      /** Univer fits the rows to wrapped text itself. */
      autofitRows: () => undefined,
      adjustIndent: (amount) => put({ indent: wholeArgument(amount, "amount") }),
    },
  };
}

function font(context: HostContext, rect: Rect, put: (style: CellStyle) => void): HostObject {
  return {
    type: "RangeFont",
    get: {
      bold: () => common(context, rect, (style) => style.bold ?? false),
      italic: () => common(context, rect, (style) => style.italic ?? false),
      underline: () => common(context, rect, (style) => (style.underline ? "Single" : "None")),
      strikethrough: () => common(context, rect, (style) => style.strikethrough ?? false),
      color: () => common(context, rect, (style) => style.color ?? "#000000"),
      name: () => common(context, rect, (style) => style.fontName ?? "Calibri"),
      size: () => common(context, rect, (style) => style.fontSize ?? 11),
    },
    set: {
      bold: (value) => put({ bold: flagArgument(value, "bold") }),
      italic: (value) => put({ italic: flagArgument(value, "italic") }),
      underline: (value) =>
        put({ underline: choiceArgument(value, ["None", "Single", "Double"], "underline") !== "None" }),
      strikethrough: (value) => put({ strikethrough: flagArgument(value, "strikethrough") }),
      color: (value) => put({ color: colourArgument(value, "color") }),
      name: (value) => put({ fontName: textArgument(value, "name") }),
      size: (value) => put({ fontSize: numberArgument(value, "size") }),
    },
  };
}

function fill(context: HostContext, rect: Rect, put: (style: CellStyle) => void): HostObject {
  return {
    type: "RangeFill",
    get: { color: () => common(context, rect, (style) => style.fill ?? "#FFFFFF") },
    set: { color: (value) => put({ fill: colourArgument(value, "color") }) },
    call: { clear: () => put({ fill: "" }) },
  };
}

const EDGES: Readonly<Record<string, Edge>> = {
  EdgeTop: "top",
  EdgeBottom: "bottom",
  EdgeLeft: "left",
  EdgeRight: "right",
};
const BORDERS = [...Object.keys(EDGES), "InsideHorizontal", "InsideVertical"];
const DASHES = { Continuous: "continuous", Dash: "dash", Dot: "dot", Double: "double" } as const;
const WEIGHTS = { Hairline: "hair", Thin: "thin", Medium: "medium", Thick: "thick" } as const;

function borders(context: HostContext, rect: Rect): HostObject {
  const item = (key: unknown): HostObject => border(context, rect, choiceArgument(key, BORDERS, "border"));
  return {
    type: "RangeBorderCollection",
    items: () => BORDERS.map(item),
    item,
    call: { getItem: item, getCount: () => BORDERS.length },
  };
}

/** Where a border of a range is drawn: which cells, and at which of their edges. */
function strokes(rect: Rect, name: string): { cells: Rect; edge: Edge }[] {
  const bottom = { ...rect, row: rect.row + rect.rows - 1, rows: 1 };
  const right = { ...rect, column: rect.column + rect.columns - 1, columns: 1 };
  if (name === "EdgeTop") return [{ cells: { ...rect, rows: 1 }, edge: "top" }];
  if (name === "EdgeBottom") return [{ cells: bottom, edge: "bottom" }];
  if (name === "EdgeLeft") return [{ cells: { ...rect, columns: 1 }, edge: "left" }];
  if (name === "EdgeRight") return [{ cells: right, edge: "right" }];
  if (name === "InsideHorizontal") {
    return rect.rows > 1 ? [{ cells: { ...rect, rows: rect.rows - 1 }, edge: "bottom" }] : [];
  }
  return rect.columns > 1 ? [{ cells: { ...rect, columns: rect.columns - 1 }, edge: "right" }] : [];
}

function border(context: HostContext, rect: Rect, name: string): HostObject {
  const current = (): BorderLine | null => {
    const stroke = strokes(rect, name)[0];
    return stroke
      ? (context.backend.styles({ ...stroke.cells, rows: 1, columns: 1 })[0]?.[0]?.borders?.[stroke.edge] ??
          null)
      : null;
  };
  const draw = (line: BorderLine | null): void => {
    assertNotProtected(context, rect.sheet);
    for (const { cells, edge } of strokes(rect, name)) {
      context.backend.style(cells, { borders: { [edge]: line } });
    }
  };
  const change = (part: Partial<BorderLine>): void =>
    draw({ ...(current() ?? { weight: "thin", dash: "continuous", color: "#000000" }), ...part });
  return {
    type: "RangeBorder",
    get: {
      sideIndex: () => name,
      id: () => name,
      color: () => current()?.color ?? "#000000",
      style: () => keyOf(DASHES, current()?.dash, "None"),
      weight: () => keyOf(WEIGHTS, current()?.weight, "Thin"),
    },
    set: {
      color: (value) => change({ color: colourArgument(value, "color") }),
      style: (value) => {
        const dash = choiceArgument(value, ["None", ...keysOf(DASHES)], "style");
        if (dash === "None") draw(null);
        else change({ dash: DASHES[dash as keyof typeof DASHES] });
      },
      weight: (value) => change({ weight: WEIGHTS[choiceArgument(value, keysOf(WEIGHTS), "weight")] }),
    },
  };
}

/** Widths that fit what the cells show, within reason. */
function autofitColumns(context: HostContext, rect: Rect): void {
  const used = context.backend.used(rect.sheet, true);
  const cells = used && intersection(used, rect);
  if (!cells) return;
  const texts = context.backend.texts({ ...cells, rows: Math.min(cells.rows, AUTOFIT.rows) });
  for (let j = 0; j < cells.columns; j++) {
    const longest = Math.max(0, ...texts.map((row) => row[j]?.length ?? 0));
    const pixels = AUTOFIT.padding + AUTOFIT.perCharacter * longest;
    const width = Math.min(AUTOFIT.maximum, Math.max(AUTOFIT.minimum, pixels));
    context.backend.setColumnWidth(rect.sheet, cells.column + j, 1, width);
  }
}
