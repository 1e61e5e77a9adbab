import type { Context } from "../context";
import { asMade, putInputHeadings, putInputLine, type InputPlaces } from "./inputLine";
import type { PlanCell, Validation } from "../plan";
import type { SheetDraft } from "../layout/sheetDraft";
import { keepInput, numberInForce } from "./sheetInputs";

/** An input that only one sheet uses, and that stands on it: its cell, and what stands there until somebody types. */
export interface ParameterSpec {
  readonly name: `clv_${string}`;
  readonly rule: Exclude<Validation["rule"], { readonly kind: "list" }>;
  readonly value: number;
}

export interface Parameter extends Omit<ParameterSpec, "value"> {
  readonly value: PlanCell;
  readonly label: string;
  readonly numberFormat: string;
  /** Where the value is from while nobody has typed another. */
  readonly origin: "default" | "orders" | "convention";
  readonly unit?: string;
  /** Values hang on it that cannot follow: its cell as made has a name, for the check that says so. */
  readonly isHeld?: boolean;
  readonly explain?: string;
}

/** The parameter's value in force. */
export const parameter = (context: Pick<Context, "request">, { name, rule, value }: ParameterSpec): number =>
  numberInForce(context, { name, rule }, value);

const placesFrom = (column: number): InputPlaces => ({
  label: column,
  value: column + 1,
  unit: column + 2,
  origin: column + 3,
  originSpan: 2,
  lowest: column + 5,
  highest: column + 6,
  made: column + 7,
});

/** Puts parameters below one another and their headings above; gives the row after the last. */
export function putParameters(
  draft: SheetDraft,
  context: Context,
  parameters: readonly Parameter[],
  row: number,
  column = 0,
): number {
  const places = placesFrom(column);
  putInputHeadings(draft, context, row, places);
  parameters.forEach((given, index) => {
    putParameter(draft, context, given, row + 1 + index, places);
  });
  return row + 1 + parameters.length;
}

/** Puts one parameter on a line of inputs. */
export function putParameter(
  draft: SheetDraft,
  context: Context,
  given: Parameter,
  row: number,
  places: InputPlaces,
): void {
  const { origins } = context.words;
  const { label, rule, unit = "", explain = `${label}: ${rule.min} – ${rule.max}` } = given;
  const { value, isTyped } = keepInput(draft, context, given, { row, column: places.value }, given.value);
  const origin = isTyped ? origins.typed : origins[given.origin];
  const made = putInputLine(draft, context, row, places, { ...given, value, origin, unit, explain });
  if (given.isHeld === true) context.names.add(asMade(given.name), draft.key, made, label);
}
