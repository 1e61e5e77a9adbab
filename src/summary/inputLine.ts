import type { Context } from "./context";
import { FIRST_DAY, LAST_DAY, MOST_MONEY } from "./inputs";
import type { Area, PlanCell } from "./plan";
import { areaOf, type SheetDraft } from "./sheetDraft";

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
}

export type LinkPlaces = Pick<InputPlaces, "label" | "labelSpan" | "value" | "unit">;

/** One input as it is shown. */
export interface InputLine {
  readonly label: string;
  readonly value: PlanCell;
  readonly numberFormat: string;
  readonly unit: string;
  readonly origin: string;
  readonly lowest: PlanCell;
  readonly highest: PlanCell;
}

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
  draft.put(row, places.lowest, [[head.lowest, head.highest]], { style: "tableHeader", align: "end" });
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

/** Puts one input; gives the area of its value. */
export function putInputLine(draft: SheetDraft, row: number, places: InputPlaces, line: InputLine): Area {
  const { numberFormat } = line;
  putInputLabel(draft, line.label, row, places);
  const value = draft.put(row, places.value, [[line.value]], { style: "input", numberFormat, align: "end" });
  draft.put(row, places.unit, [[line.unit]], { style: "unit" });
  draft.put(row, places.origin, [[line.origin, ...blanks(places.originSpan)]]);
  draft.span(areaOf(row, places.origin, 1, places.originSpan ?? 1), { style: "unit", indent: 0 });
  const bounds = [
    [places.lowest, line.lowest],
    [places.highest, line.highest],
  ] as const;
  for (const [column, bound] of bounds) {
    draft.put(row, column, [[bound]], {
      style: "unit",
      numberFormat: isBeyond(bound) ? UNBOUNDED : numberFormat,
      align: "end",
    });
  }
  return value;
}
