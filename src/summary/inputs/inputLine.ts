import { cellAddress } from "../layout/cellAddress";
import type { Context } from "../context";
import { formulaText } from "../layout/figureLines";
import { FIRST_DAY, LAST_DAY, MOST_MONEY } from "./inputs";
import type { Area, PlanCell, Validation } from "../plan";
import { areaOf, formula, type SheetDraft } from "../layout/sheetDraft";
import type { SheetInput } from "./sheetInputs";

/** Where the parts of an inputs block stand: columns, and how many of them a text spans. */
export interface InputPlaces {
  readonly label: number;
  readonly labelSpan?: number;
  readonly value: number;
  readonly unit: number;
  readonly origin: number;
  readonly originSpan?: number;
  /** The allowed range: what the checks compare with; a reader hardly needs it. */
  readonly lowest: number;
  readonly highest: number;
  /** The value as it was when the sheet was made, by which a change on the sheet is seen. */
  readonly made: number;
}

export type LinkPlaces = Pick<InputPlaces, "label" | "labelSpan" | "value" | "unit">;

/** One input as it is shown. */
export interface InputLine extends SheetInput {
  readonly rule: Validation["rule"];
  /** What stands in the cell. */
  readonly value: PlanCell;
  readonly numberFormat: string;
  readonly unit: string;
  /** Where the value is from. */
  readonly origin: string;
  /** Where it is from while the cell is empty; undefined where it must not be. */
  readonly originOfNone?: string;
  /** What Excel shows when the cell is selected. */
  readonly explain: string;
}

/** Excel takes 32 characters in a prompt's title and 255 in its text. */
const clip = (text: string, length: number): string =>
  text.length <= length ? text : `${text.slice(0, length - 1)}…`;

/** The name of the cell that keeps an input as it was when the sheet was made. */
export const asMade = (name: string): string => `${name}_made`;

/** Cells that a merged text covers beside its first. */
const blanks = (span = 1): string[] => Array<string>(span - 1).fill("");

/** Headings of label, value and unit. */
export function putLinkHeadings(
  draft: SheetDraft,
  { words }: Context,
  row: number,
  { label, labelSpan, value, unit }: LinkPlaces,
): void {
  const head = words.inputColumns;
  draft.put(row, label, [[head.label, ...blanks(labelSpan)]], { style: "tableHeader" });
  draft.put(row, value, [[head.value]], { style: "tableHeader", align: "end" });
  draft.put(row, unit, [[head.unit]], { style: "tableHeader", align: "start", indent: 1 });
}

/** Headings of all parts of an input. */
export function putInputHeadings(
  draft: SheetDraft,
  context: Context,
  row: number,
  places: InputPlaces,
): void {
  const head = context.words.inputColumns;
  putLinkHeadings(draft, context, row, places);
  draft.put(row, places.origin, [[head.origin, ...blanks(places.originSpan)]], { style: "tableHeader" });
  draft.put(row, places.lowest, [[head.lowest, head.highest, head.made]], {
    style: "tableHeader",
    align: "end",
  });
}

/** The words of an input, over as many columns as they take. */
export function putInputLabel(
  draft: SheetDraft,
  text: string,
  row: number,
  { label, labelSpan }: LinkPlaces,
): void {
  draft.put(row, label, [[text, ...blanks(labelSpan)]]);
  draft.span(areaOf(row, label, 1, labelSpan ?? 1), { style: "label", wrap: true });
}

/** Limits that only keep a slip of the finger out say nothing to a reader: the cell holds them and shows a dash. */
const UNBOUNDED = '"–";"–";"–"';
const isBeyond = (bound: PlanCell): boolean =>
  typeof bound === "number" &&
  (bound >= MOST_MONEY || bound === 1 / MOST_MONEY || bound === FIRST_DAY || bound === LAST_DAY);

/** Puts one input with its name and its allowed range; gives the area of the value as made. */
export function putInputLine(
  draft: SheetDraft,
  context: Context,
  row: number,
  places: InputPlaces,
  line: InputLine,
): Area {
  const { name, label, numberFormat, rule } = line;
  putInputLabel(draft, label, row, places);
  const area = draft.put(row, places.value, [[line.value]], { style: "input", numberFormat, align: "end" });
  draft.put(row, places.unit, [[line.unit]], { style: "unit" });
  const origin = originCell(context, line, row, places);
  draft.put(row, places.origin, [[origin, ...blanks(places.originSpan)]]);
  draft.span(areaOf(row, places.origin, 1, places.originSpan ?? 1), { style: "unit", indent: 0 });
  const [lowest, highest] = rule.kind === "list" ? ["", ""] : [rule.min, rule.max];
  const beside = [
    [places.lowest, lowest],
    [places.highest, highest],
    [places.made, line.value],
  ] as const;
  for (const [column, cell] of beside) {
    draft.put(row, column, [[cell]], {
      style: "unit",
      numberFormat: column !== places.made && isBeyond(cell) ? UNBOUNDED : numberFormat,
      align: "end",
    });
  }
  context.names.add(name, draft.key, area, label);
  draft.validations.push({ area, rule, title: clip(label, 32), message: clip(line.explain, 255) });
  return areaOf(row, places.made, 1, 1);
}

/** Where the value is from, which changes by itself when somebody types another. */
function originCell(
  { words }: Context,
  { origin, originOfNone }: InputLine,
  row: number,
  places: InputPlaces,
): PlanCell {
  const { typed } = words.origins;
  const [value, made] = [cellAddress(row, places.value), cellAddress(row, places.made)];
  if (originOfNone !== undefined)
    return formula(`=IF(${value}="",${formulaText(originOfNone)},${formulaText(typed)})`, origin);
  if (origin === typed) return origin;
  return formula(`=IF(${value}=${made},${formulaText(origin)},${formulaText(typed)})`, origin);
}
