import type { StyleName } from "../../summary/plan";

/** How a kind of cell looks. Colours carry meaning as modellers expect it; the legend is on the About sheet. */
export interface Look {
  /** A built-in cell style, applied before the rest. */
  readonly builtIn?: Excel.BuiltInStyle | "Input";
  readonly size?: number;
  readonly bold?: boolean;
  readonly italic?: boolean;
  readonly colour?: string;
  readonly fill?: string;
  /** Where a single line stands in a tall row. */
  readonly vertical?: "Bottom";
  readonly lineBelow?: string;
  readonly lineAbove?: string;
}

const INK = "#242424";
const QUIET = "#595959";
const ACCENT = "#1F4E79";
const TINT = "#DDEBF7";
const RULE = "#BFBFBF";

/** Blue for what is typed, black for formulas, green for links to other sheets (FAST 1.01, 3.05). */
const INPUT_BLUE = "#0000FF";
const LINK_GREEN = "#00703C";
const MODEL_PURPLE = "#7030A0";

export const LOOKS: Readonly<Record<StyleName, Look>> = {
  title: { size: 18, bold: true, colour: ACCENT },
  subtitle: { size: 11, colour: QUIET },
  heading: { size: 13, bold: true, colour: ACCENT, lineBelow: ACCENT },
  tableHeader: { bold: true, colour: ACCENT, fill: TINT, vertical: "Bottom", lineBelow: ACCENT },
  label: { colour: INK },
  unit: { colour: QUIET },
  input: { builtIn: "Input", colour: INPUT_BLUE },
  formula: { colour: "#000000" },
  crossLink: { colour: LINK_GREEN },
  modelValue: { colour: MODEL_PURPLE, italic: true },
  boardFigure: { size: 14, bold: true, colour: "#000000", fill: TINT },
  total: { bold: true, colour: "#000000", lineAbove: RULE },
  note: { italic: true, colour: QUIET },
  pass: { bold: true, colour: "#0B6A0B", fill: "#DFF6DD" },
  fail: { bold: true, colour: "#A4262C", fill: "#FDE7E9" },
  notice: { bold: true, colour: "#7A4100", fill: "#FFF4CE" },
};

export function applyLook(range: Excel.Range, look: Look): void {
  if (look.builtIn !== undefined) range.style = look.builtIn;
  const { font, fill, borders } = range.format;
  if (look.size !== undefined) font.size = look.size;
  if (look.bold !== undefined) font.bold = look.bold;
  if (look.italic !== undefined) font.italic = look.italic;
  if (look.colour !== undefined) font.color = look.colour;
  if (look.fill !== undefined) fill.color = look.fill;
  if (look.vertical !== undefined) range.format.verticalAlignment = look.vertical;
  if (look.lineBelow !== undefined) line(borders.getItem("EdgeBottom"), look.lineBelow);
  if (look.lineAbove !== undefined) line(borders.getItem("EdgeTop"), look.lineAbove);
}

function line(border: Excel.RangeBorder, colour: string): void {
  border.style = "Continuous";
  border.color = colour;
}
