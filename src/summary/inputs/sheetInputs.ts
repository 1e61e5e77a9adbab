import { sentenceNumber } from "../../locales/sentenceNumber";
import { cellAddress } from "../layout/cellAddress";
import type { Context } from "../context";
import { dateText } from "../layout/dateText";
import type { FormulaCell, InputCell, PlanCell, RefusedInput, Scalar, Validation } from "../plan";
import type { SheetDraft } from "../layout/sheetDraft";

/** What was typed in input cells, by their `InputCell.id`. */
export type TypedCells = Readonly<Record<string, PlanCell>>;

/** An input that stands on a sheet, as far as keeping what is typed in it goes. */
export interface SheetInput {
  readonly name: `clv_${string}`;
  /** In a list: what tells the row from the others, and its place among the named cells. */
  readonly row?: { readonly key: string; readonly place: number };
  readonly label: string;
  /** Any text where left out. */
  readonly rule?: Validation["rule"];
}

/** The input cells of a plan, gathered while its sheets are being planned. */
export class InputCells {
  readonly cells: InputCell[] = [];
  readonly refused: RefusedInput[] = [];
}

const idOf = ({ name, row }: Pick<SheetInput, "name" | "row">): string =>
  row === undefined ? name : `${name}:${row.key}`;

export const isFormula = (cell: PlanCell | undefined): cell is FormulaCell =>
  typeof cell === "object" && cell !== null;

/** The value of a cell, as far as it is known. */
export const valueIn = (cell: PlanCell): Scalar => (isFormula(cell) ? (cell.expected ?? null) : cell);

/** Whether a cell takes a value. */
function isAllowed(rule: SheetInput["rule"], value: Scalar): boolean {
  if (rule === undefined) return value !== null && value !== "";
  if (rule.kind === "list") return typeof value === "string" && rule.values.includes(value);
  if (typeof value !== "number" || value < rule.min || value > rule.max) return false;
  return rule.kind !== "whole" || Number.isInteger(value);
}

/** What is in force in an input that only its sheet knows: what was typed there, else `own`. */
export function inForce(
  { request }: Pick<Context, "request">,
  input: Omit<SheetInput, "label">,
  own: PlanCell,
): PlanCell {
  const typed = request.typed?.[idOf(input)];
  return typed !== undefined && isAllowed(input.rule, valueIn(typed)) ? typed : own;
}

/** The same as a number, for what is calculated from it. */
export function numberInForce(
  context: Pick<Context, "request">,
  input: Omit<SheetInput, "label">,
  own: number,
): number {
  const value = valueIn(inForce(context, input, own));
  return typeof value === "number" ? value : own;
}

/** Notes an input of such a kind with its cell; gives what stands in it, and whether that was typed. */
export function keepInput(
  draft: SheetDraft,
  context: Context,
  input: SheetInput,
  at: { readonly row: number; readonly column: number },
  own: PlanCell,
): { readonly value: PlanCell; readonly isTyped: boolean } {
  const typed = context.request.typed?.[idOf(input)];
  const isTyped = typed !== undefined && isAllowed(input.rule, valueIn(typed));
  if (typed !== undefined && !isTyped) refuseInput(draft, context, input, at, valueIn(typed));
  const value = isTyped ? typed : own;
  noteInput(context, input, value, isTyped);
  return { value, isTyped };
}

/** Notes an input with what stands in it. */
export function noteInput(context: Context, input: SheetInput, cell: PlanCell, typed: boolean): void {
  const made = isFormula(cell) ? { formula: cell.formula } : cell;
  const { name, row } = input;
  context.inputCells.cells.push({ id: idOf(input), name, place: row?.place ?? 0, made, typed });
}

/** Notes that what was typed cannot be used. */
export function refuseInput(
  draft: SheetDraft,
  context: Context,
  { label, rule }: SheetInput,
  { row, column }: { readonly row: number; readonly column: number },
  value: Scalar,
): void {
  const { locale } = context.request;
  const shown = (scalar: Scalar): string => {
    if (typeof scalar !== "number") return String(scalar ?? "");
    return rule?.kind === "date"
      ? dateText(scalar)
      : sentenceNumber(scalar, locale, { maximumSignificantDigits: 12 });
  };
  const range =
    rule === undefined || rule.kind === "list" ? undefined : `${shown(rule.min)} – ${shown(rule.max)}`;
  context.inputCells.refused.push({
    sheet: draft.name,
    address: cellAddress(row, column),
    label,
    value: shown(value),
    allowed: range ?? (rule?.kind === "list" ? rule.values.join(", ") : "–"),
  });
}
