import type { CellStyle } from "../grid/backend";
import { intersection } from "../rect";
import type { Rect } from "../rect";
import { assertNotProtected, sheetParts } from "./context";
import type { HostContext } from "./context";
import { hostError } from "./errors";

/** What Excel's built-in cell styles look like in the Office theme, as far as the product uses them. */
const BUILT_IN: Readonly<Record<string, CellStyle>> = {
  Normal: {},
  Input: { fill: "#FFCC99", color: "#3F3F76" },
  Calculation: { fill: "#F2F2F2", color: "#FA7D00", bold: true },
  Output: { fill: "#F2F2F2", color: "#3F3F3F", bold: true },
  Good: { fill: "#C6EFCE", color: "#006100" },
  Bad: { fill: "#FFC7CE", color: "#9C0006" },
  Neutral: { fill: "#FFEB9C", color: "#9C5700" },
  Note: { fill: "#FFFFCC" },
  "Explanatory Text": { italic: true, color: "#7F7F7F" },
  Title: { fontSize: 18, color: "#44546A" },
  "Heading 1": { bold: true, fontSize: 15, color: "#44546A" },
  "Heading 2": { bold: true, fontSize: 13, color: "#44546A" },
  "Heading 3": { bold: true, color: "#44546A" },
  "Heading 4": { bold: true, color: "#44546A" },
  Total: { bold: true },
  Hyperlink: { underline: true, color: "#0563C1" },
  Percent: { numberFormat: "0%" },
  Comma: { numberFormat: "#,##0.00" },
  Currency: { numberFormat: "$#,##0.00" },
};

/** The names of the styles, as `workbook.styles` lists them. */
export const BUILT_IN_STYLES: readonly string[] = Object.keys(BUILT_IN);

export function applyNamedStyle(context: HostContext, rect: Rect, name: string): void {
  assertNotProtected(context, rect.sheet);
  const style = BUILT_IN[name];
  if (!style) throw hostError("InvalidArgument", `There is no cell style "${name}".`);
  const parts = sheetParts(context, rect.sheet);
  parts.namedStyles.push({ rect, name });
  if (name === "Normal") context.backend.clearStyle(rect);
  else context.backend.style(rect, style);
}

/** The name given last to these cells; null where they differ. */
export function namedStyleOf(context: HostContext, rect: Rect): string | null {
  const touching = sheetParts(context, rect.sheet).namedStyles.filter((style) =>
    intersection(style.rect, rect),
  );
  const last = touching[touching.length - 1];
  if (!last) return "Normal";
  const common = intersection(last.rect, rect);
  return common && common.rows === rect.rows && common.columns === rect.columns ? last.name : null;
}
