import type { Context } from "../context";
import type { FormulaCell, PlanCell, Scalar, StyleName } from "../plan";
import { areaOf, formula, type SheetDraft } from "./sheetDraft";

/** One figure: its cell gets a name, so that other formulas and sheets read as words. */
export interface FigureLine {
  readonly label: string;
  readonly name?: string;
  /** Without its `=`. */
  readonly formula: string;
  readonly expected: Scalar;
  readonly numberFormat: string;
  /** A formula where the figure may be a word that takes no unit. */
  readonly unit: PlanCell;
  /** In words; a formula where the words follow an input. */
  readonly how: string | FormulaCell;
  readonly style?: StyleName;
}

/** Puts figures below one another: label, value, unit, how it is computed; gives the row after the last. */
export function putFigures(
  draft: SheetDraft,
  context: Context,
  lines: readonly FigureLine[],
  row: number,
): number {
  const cells = lines.map((line): PlanCell[] => [
    line.label,
    formula(`=${line.formula}`, line.expected),
    line.unit,
    line.how,
  ]);
  draft.put(row, 0, cells);
  draft.format(areaOf(row, 0, lines.length, 1), { style: "label", wrap: true });
  draft.format(areaOf(row, 2, lines.length, 1), { style: "unit" });
  draft.format(areaOf(row, 3, lines.length, 1), { style: "note", align: "start", indent: 1 });
  lines.forEach(({ name, numberFormat, style, label }, index) => {
    const area = areaOf(row + index, 1, 1, 1);
    draft.format(area, { style: style ?? "formula", numberFormat, align: "end" });
    if (name !== undefined) context.names.add(name, draft.key, area, label);
  });
  return row + lines.length;
}

/** Text inside a formula: quotation marks are doubled. */
export const formulaText = (text: string): string => `"${text.replaceAll('"', '""')}"`;
