import {
  BooleanNumber,
  BorderStyleTypes,
  HorizontalAlign,
  TextDirection,
  VerticalAlign,
  WrapStrategy,
} from "@univerjs/core";
import type { IBorderStyleData, IStyleData, Nullable } from "@univerjs/core";
import type { BorderLine, CellStyle, Edge } from "./backend";

/** Between our cell styles and Univer's. */

const HORIZONTAL: readonly (readonly [NonNullable<CellStyle["horizontal"]>, HorizontalAlign])[] = [
  ["general", HorizontalAlign.UNSPECIFIED],
  ["left", HorizontalAlign.LEFT],
  ["center", HorizontalAlign.CENTER],
  ["right", HorizontalAlign.RIGHT],
];

const VERTICAL: readonly (readonly [NonNullable<CellStyle["vertical"]>, VerticalAlign])[] = [
  ["top", VerticalAlign.TOP],
  ["center", VerticalAlign.MIDDLE],
  ["bottom", VerticalAlign.BOTTOM],
];

const EDGES: readonly (readonly [Edge, "t" | "b" | "l" | "r"])[] = [
  ["top", "t"],
  ["bottom", "b"],
  ["left", "l"],
  ["right", "r"],
];

/** Univer has no indent: one step is drawn as a padding of nine pixels, as wide as Excel draws it. */
const INDENT_PIXELS = 9;

function univerBorder(line: BorderLine): IBorderStyleData {
  const styles: Record<BorderLine["weight"], BorderStyleTypes> = {
    hair: BorderStyleTypes.HAIR,
    thin: BorderStyleTypes.THIN,
    medium: BorderStyleTypes.MEDIUM,
    thick: BorderStyleTypes.THICK,
  };
  const dashes: Partial<Record<BorderLine["dash"], BorderStyleTypes>> = {
    dash: BorderStyleTypes.DASHED,
    dot: BorderStyleTypes.DOTTED,
    double: BorderStyleTypes.DOUBLE,
  };
  return { s: dashes[line.dash] ?? styles[line.weight], cl: { rgb: line.color } };
}

const flag = (on: boolean): BooleanNumber => (on ? BooleanNumber.TRUE : BooleanNumber.FALSE);

/** Only what `style` names; the rest of the cell's style stays. */
export function toUniverStyle(style: CellStyle): IStyleData {
  const out: IStyleData = {};
  if (style.bold !== undefined) out.bl = flag(style.bold);
  if (style.italic !== undefined) out.it = flag(style.italic);
  if (style.underline !== undefined) out.ul = { s: flag(style.underline) };
  if (style.strikethrough !== undefined) out.st = { s: flag(style.strikethrough) };
  if (style.fontName !== undefined) out.ff = style.fontName;
  if (style.fontSize !== undefined) out.fs = style.fontSize;
  if (style.color !== undefined) out.cl = { rgb: style.color };
  if (style.fill !== undefined) out.bg = style.fill === "" ? null : { rgb: style.fill };
  // "General" is what a cell has that was given no format.
  if (style.numberFormat !== undefined)
    out.n = style.numberFormat === "General" ? null : { pattern: style.numberFormat };
  if (style.wrap !== undefined) out.tb = style.wrap ? WrapStrategy.WRAP : WrapStrategy.OVERFLOW;
  if (style.indent !== undefined) out.pd = { l: style.indent * INDENT_PIXELS + 2 };
  out.ht = HORIZONTAL.find(([name]) => name === style.horizontal)?.[1];
  out.vt = VERTICAL.find(([name]) => name === style.vertical)?.[1];
  if (style.readingOrder !== undefined) out.td = univerDirection(style.readingOrder);
  if (style.borders !== undefined) {
    out.bd = {};
    for (const [edge, key] of EDGES) {
      const line = style.borders[edge];
      if (line !== undefined) out.bd[key] = line === null ? null : univerBorder(line);
    }
  }
  return Object.fromEntries(Object.entries(out).filter(([, value]) => value !== undefined));
}

function univerDirection(order: NonNullable<CellStyle["readingOrder"]>): TextDirection {
  if (order === "rightToLeft") return TextDirection.RIGHT_TO_LEFT;
  return order === "leftToRight" ? TextDirection.LEFT_TO_RIGHT : TextDirection.UNSPECIFIED;
}

function ourBorder(line: IBorderStyleData): BorderLine {
  const color = line.cl.rgb ?? "#000000";
  if (line.s === BorderStyleTypes.DOUBLE) return { weight: "thick", dash: "double", color };
  if (line.s === BorderStyleTypes.DASHED) return { weight: "thin", dash: "dash", color };
  if (line.s === BorderStyleTypes.DOTTED) return { weight: "thin", dash: "dot", color };
  if (line.s === BorderStyleTypes.MEDIUM) return { weight: "medium", dash: "continuous", color };
  if (line.s === BorderStyleTypes.THICK) return { weight: "thick", dash: "continuous", color };
  return { weight: line.s === BorderStyleTypes.HAIR ? "hair" : "thin", dash: "continuous", color };
}

export function fromUniverStyle(style: Nullable<IStyleData>): CellStyle {
  const out: CellStyle = {};
  if (!style) return out;
  if (style.bl === BooleanNumber.TRUE) out.bold = true;
  if (style.it === BooleanNumber.TRUE) out.italic = true;
  if (style.ul?.s === BooleanNumber.TRUE) out.underline = true;
  if (style.st?.s === BooleanNumber.TRUE) out.strikethrough = true;
  if (style.ff) out.fontName = style.ff;
  if (style.fs) out.fontSize = style.fs;
  if (style.cl?.rgb) out.color = style.cl.rgb;
  if (style.bg?.rgb) out.fill = style.bg.rgb;
  if (style.n?.pattern) out.numberFormat = style.n.pattern;
  if (style.tb === WrapStrategy.WRAP) out.wrap = true;
  if (style.pd?.l) out.indent = Math.max(0, Math.round((style.pd.l - 2) / INDENT_PIXELS));
  const horizontal = HORIZONTAL.find(([, value]) => value === style.ht)?.[0];
  if (horizontal && horizontal !== "general") out.horizontal = horizontal;
  const vertical = VERTICAL.find(([, value]) => value === style.vt)?.[0];
  if (vertical) out.vertical = vertical;
  if (style.td === TextDirection.RIGHT_TO_LEFT) out.readingOrder = "rightToLeft";
  if (style.td === TextDirection.LEFT_TO_RIGHT) out.readingOrder = "leftToRight";
  const borders: Partial<Record<Edge, BorderLine>> = {};
  for (const [edge, key] of EDGES) {
    const line = style.bd?.[key];
    if (line) borders[edge] = ourBorder(line);
  }
  if (Object.keys(borders).length > 0) out.borders = borders;
  return out;
}
