import { writeXlsx as hucreWrite } from "hucre/xlsx";
import type {
  Cell as HucreCell,
  CellStyle as HucreStyle,
  ConditionalRule,
  DataValidation,
  SheetChart,
  TableDefinition,
  WriteSheet,
} from "hucre/xlsx";
import type { BorderLine, CellStyle, Edge } from "../grid/backend";
import { absoluteAddressOf, addressOf, quoteSheetName } from "../rect";
import { futureFunctions } from "./futureFunctions";
import { hucrePage, printNames } from "./hucrePage";
import type {
  Cells,
  ImageCell,
  ImageChart,
  ImageSheet,
  ImageValidation,
  SheetCells,
  WorkbookImage,
} from "./workbookImage";

/** Cells, styles, tables and charts for hucre 1.0.0, which only this file and hucrePage.ts know. */

const rectOf = (cells: Cells) => ({ sheet: "", ...cells });
const address = (cells: Cells): string => addressOf(rectOf(cells));
const reference = (cells: SheetCells): string =>
  `${quoteSheetName(cells.sheetName)}!${absoluteAddressOf(rectOf(cells))}`;

const hex = (color: string): string => color.replace("#", "").toUpperCase();

function borderSide(
  line: BorderLine | null | undefined,
):
  | { style: "thin" | "medium" | "thick" | "hair" | "dashed" | "dotted" | "double"; color: { rgb: string } }
  | undefined {
  if (!line) return undefined;
  const dashes = { dash: "dashed", dot: "dotted", double: "double" } as const;
  return {
    style: line.dash === "continuous" ? line.weight : dashes[line.dash],
    color: { rgb: hex(line.color) },
  };
}

/** Same styles are the same objects, so that the file holds each once. */
function styleMaker(): (style: CellStyle | undefined) => HucreStyle | undefined {
  const made = new Map<string, HucreStyle>();
  return (style) => {
    if (!style || Object.keys(style).length === 0) return undefined;
    const key = JSON.stringify(style);
    let out = made.get(key);
    if (!out) made.set(key, (out = hucreStyle(style)));
    return out;
  };
}

function hucreStyle(style: CellStyle): HucreStyle {
  const out: HucreStyle = {};
  const { bold, italic, underline, strikethrough, fontName, fontSize, color } = style;
  if (bold || italic || underline || strikethrough || fontName || fontSize || color) {
    out.font = {
      name: fontName ?? "Calibri",
      size: fontSize ?? 11,
      ...(bold ? { bold } : {}),
      ...(italic ? { italic } : {}),
      ...(underline ? { underline } : {}),
      ...(strikethrough ? { strikethrough } : {}),
      ...(color ? { color: { rgb: hex(color) } } : {}),
    };
  }
  if (style.fill) out.fill = { type: "pattern", pattern: "solid", fgColor: { rgb: hex(style.fill) } };
  if (style.numberFormat) out.numFmt = style.numberFormat;
  const alignment = hucreAlignment(style);
  if (Object.keys(alignment).length > 0) out.alignment = alignment;
  if (style.borders) {
    const edges: readonly Edge[] = ["top", "bottom", "left", "right"];
    const sides = edges.map((edge) => [edge, borderSide(style.borders?.[edge])] as const);
    out.border = Object.fromEntries(sides.filter(([, side]) => side));
  }
  return out;
}

function hucreAlignment(style: CellStyle): NonNullable<HucreStyle["alignment"]> {
  const orders = { context: "context", leftToRight: "ltr", rightToLeft: "rtl" } as const;
  return {
    ...(style.horizontal && style.horizontal !== "general" ? { horizontal: style.horizontal } : {}),
    ...(style.vertical ? { vertical: style.vertical } : {}),
    ...(style.wrap ? { wrapText: true } : {}),
    ...(style.indent ? { indent: style.indent } : {}),
    ...(style.readingOrder ? { readingOrder: orders[style.readingOrder] } : {}),
  };
}

function hucreCell(cell: ImageCell, style: HucreStyle | undefined): Partial<HucreCell> | null {
  if (cell.formula) {
    return {
      value: null,
      formula: futureFunctions(cell.formula.replace(/^=/, "")),
      formulaResult: cell.value === "" ? null : cell.value,
      type: "formula",
      ...(style ? { style } : {}),
    };
  }
  const empty = cell.value === null || cell.value === "";
  if (empty && !style) return null;
  return { value: empty ? null : cell.value, ...(style ? { style } : {}) };
}

function tables(sheet: ImageSheet): TableDefinition[] {
  return sheet.tables.map(({ name, cells, style, filter }) => ({
    name,
    displayName: name,
    range: address(cells),
    style,
    showAutoFilter: filter,
    columns: Array.from({ length: cells.columns }, (_, index) => ({
      name: String(sheet.rows[cells.row]?.[cells.column + index]?.value ?? `Column${index + 1}`),
    })),
  }));
}

/** Where nothing is said, the file format means ticks across the axis. */
const TICKS = { majorTickMark: "none", minorTickMark: "none" } as const;

/** Degrees: the title of an axis that stands upright reads from below. */
const UPWARDS = -90;

const numberFormat = (code: string) =>
  code === "" || code === "General" ? {} : { numberFormat: { formatCode: code } };

function chart(image: ImageChart): SheetChart {
  const { place } = image;
  return {
    type: image.kind,
    title: image.title,
    series: image.series.map(({ name, values, categories, color }) => ({
      name,
      values: reference(values),
      ...(categories ? { categories: reference(categories) } : {}),
      ...(color ? { color: hex(color) } : {}),
      ...(image.kind === "line" || image.kind === "scatter"
        ? { marker: { symbol: "none" as const }, smooth: false }
        : {}),
    })),
    anchor: {
      from: { row: place.row, col: place.column },
      to: { row: place.row + place.rows, col: place.column + place.columns },
    },
    ...(image.kind === "bar" || image.kind === "column"
      ? { barGrouping: image.stacked ? ("stacked" as const) : ("clustered" as const) }
      : {}),
    ...(image.kind === "bar" || image.kind === "column" ? { gapWidth: 60 } : {}),
    ...(image.stacked ? { overlap: 100 } : {}),
    ...(image.kind === "scatter" ? { scatterStyle: "lineMarker" as const } : {}),
    legend: image.legend ? "bottom" : false,
    altText: image.altText || image.title,
    axes: {
      x: {
        ...TICKS,
        ...(image.categoryTitle ? { title: image.categoryTitle } : {}),
        ...(image.kind === "bar" ? { tickLblPos: "low" as const, axisTitleRotation: UPWARDS } : {}),
        ...(image.reversed ? { reverse: true } : {}),
        ...numberFormat(image.categoryFormat),
        ...(image.categoryMaximum === null ? {} : { scale: { max: image.categoryMaximum } }),
      },
      y: {
        ...TICKS,
        // In the file it is the amounts' axis that says where it stands: below the last category.
        ...(image.reversed ? { crosses: "max" as const } : {}),
        ...(image.valueMaximum === null ? {} : { scale: { max: image.valueMaximum } }),
        ...(image.valueTitle ? { title: image.valueTitle } : {}),
        ...(image.kind === "bar" ? {} : { axisTitleRotation: UPWARDS }),
        gridlines: { major: true },
        ...numberFormat(image.valueFormat),
      },
    },
  };
}

function validation(image: ImageValidation): DataValidation {
  const operator = image.operator.charAt(0).toLowerCase() + image.operator.slice(1);
  const operators: Readonly<Record<string, DataValidation["operator"]>> = {
    between: "between",
    notBetween: "notBetween",
    equalTo: "equal",
    notEqualTo: "notEqual",
    greaterThan: "greaterThan",
    lessThan: "lessThan",
    greaterThanOrEqualTo: "greaterThanOrEqual",
    lessThanOrEqualTo: "lessThanOrEqual",
  };
  const isList = image.kind === "list";
  return {
    type: image.kind,
    range: address(image.cells),
    allowBlank: true,
    showInputMessage: true,
    showErrorMessage: true,
    ...(isList ? {} : { operator: operators[operator] ?? "between" }),
    ...(isList && image.values
      ? { values: [...image.values] }
      : { formula1: image.formula1.replace(/^=/, "") }),
    ...(image.formula2 === null ? {} : { formula2: image.formula2.replace(/^=/, "") }),
    ...(image.promptTitle ? { inputTitle: image.promptTitle } : {}),
    ...(image.promptMessage ? { inputMessage: image.promptMessage } : {}),
    ...(image.errorTitle ? { errorTitle: image.errorTitle } : {}),
    ...(image.errorMessage ? { errorMessage: image.errorMessage } : {}),
  };
}

function conditionalRules(sheet: ImageSheet): ConditionalRule[] {
  return sheet.conditionalFormats.map(({ cells, rule }, index): ConditionalRule => {
    const base = { priority: index + 1, range: address(cells) };
    if (rule.kind === "formula") {
      const { color, fill, bold } = rule.style;
      return {
        ...base,
        type: "expression",
        formula: futureFunctions(rule.formula.replace(/^=/, "")),
        style: {
          ...(color || bold
            ? { font: { ...(color ? { color: { rgb: hex(color) } } : {}), ...(bold ? { bold } : {}) } }
            : {}),
          ...(fill
            ? {
                fill: {
                  type: "pattern",
                  pattern: "solid",
                  fgColor: { rgb: hex(fill) },
                  bgColor: { rgb: hex(fill) },
                },
              }
            : {}),
        },
      };
    }
    const middle = rule.colours.length === 3 ? [{ type: "percentile" as const, value: "50" }] : [];
    return {
      ...base,
      type: "colorScale",
      colorScale: { cfvo: [{ type: "min" }, ...middle, { type: "max" }], colors: rule.colours.map(hex) },
    };
  });
}

function writeSheet(
  sheet: ImageSheet,
  style: (style: CellStyle | undefined) => HucreStyle | undefined,
): WriteSheet {
  const cells = new Map<string, Partial<HucreCell>>();
  const rows = sheet.rows.map((row, r) =>
    row.map((cell, c) => {
      const made = hucreCell(cell, style(cell.style));
      if (made && (made.style || made.formula !== undefined)) cells.set(`${r},${c}`, made);
      return cell.formula || cell.value === "" ? null : cell.value;
    }),
  );
  for (const { row, column, target, inWorkbook, tip } of sheet.links) {
    const key = `${row},${column}`;
    const before = cells.get(key) ?? { value: sheet.rows[row]?.[column]?.value ?? null };
    const place = inWorkbook ? { target: "", location: target } : { target };
    cells.set(key, { ...before, hyperlink: { ...place, ...(tip ? { tooltip: tip } : {}) } });
  }
  return {
    name: sheet.name,
    rows,
    cells,
    columns: sheet.columnWidths.map((width) => (width === undefined ? {} : { width })),
    rowDefs: new Map([...sheet.rowHeights].map(([row, height]) => [row, { height }])),
    merges: sheet.merges.map(({ row, column, rows: height, columns: width }) => ({
      startRow: row,
      startCol: column,
      endRow: row + height - 1,
      endCol: column + width - 1,
    })),
    tables: tables(sheet),
    charts: sheet.charts.map(chart),
    dataValidations: sheet.validations.map(validation),
    conditionalRules: conditionalRules(sheet),
    ...(sheet.frozenRows || sheet.frozenColumns
      ? { freezePane: { rows: sheet.frozenRows, columns: sheet.frozenColumns } }
      : {}),
    view: {
      rightToLeft: sheet.rightToLeft,
      showGridLines: sheet.gridlines,
      ...(sheet.tabColor ? { tabColor: { rgb: hex(sheet.tabColor) } } : {}),
    },
    ...(sheet.hidden ? { hidden: true } : {}),
    ...hucrePage(sheet),
  };
}

/** A workbook as an xlsx file. Formulas carry their last results, so the file reads right before anything calculates. */
export async function writeXlsx(image: WorkbookImage): Promise<Uint8Array<ArrayBuffer>> {
  const style = styleMaker();
  const bytes = await hucreWrite({
    sheets: image.sheets.map((sheet) => writeSheet(sheet, style)),
    namedRanges: [
      ...image.names.map(({ name, formula, comment }) => ({
        name,
        range: formula.replace(/^=/, ""),
        ...(comment ? { comment } : {}),
      })),
      ...image.sheets.flatMap(printNames),
    ],
    activeSheet: image.activeSheet,
    defaultFont: { name: "Calibri", size: 11 },
    properties: { creator: "CLV for Excel" },
  });
  return new Uint8Array(bytes);
}
