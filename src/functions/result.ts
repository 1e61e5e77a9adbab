import { isRefusal, Refusal } from "../numerics/refusal";
import { errorOf, isCellError } from "./cellError";
import { supportsFormattedNumbers } from "./host";

/** How a number is shown: plain, as a percentage, as a multiple, or as a date. */
export type NumberForm = "plain" | "percent" | "multiple" | "date";

const FORMATS: Record<Exclude<NumberForm, "plain">, string> = {
  percent: "0.0%",
  multiple: '0.0"x"',
  date: "yyyy-mm-dd",
};

const formatted = (value: number, form: NumberForm): unknown =>
  form === "plain" || !supportsFormattedNumbers()
    ? value
    : { type: "Double", basicValue: value, numberFormat: FORMATS[form] };

/**
 * One result as a cell may hold it. NaN, infinities and nulls never reach a cell: inside an array Excel would show
 * them as 0 without a word (office-js #1503).
 */
export function cellOf(value: unknown, form: NumberForm): unknown {
  if (typeof value === "number") {
    if (Number.isFinite(value)) return formatted(value === 0 ? 0 : value, form);
    return errorOf(new Refusal("noConvergence", "notFinite", { argument: "" }));
  }
  if (isRefusal(value)) return errorOf(value);
  if (isCellError(value) || typeof value === "boolean" || typeof value === "string") return value;
  return value === null || value === undefined ? "" : errorOf(new Refusal("invalid", "unexpected"));
}

/** The block that a function returns. A lone error is thrown, because only then does Excel show its message. */
export function blockOf(values: readonly (readonly unknown[])[], form: NumberForm): unknown[][] {
  return finished(values.map((row) => row.map((value) => cellOf(value, form))));
}

/** The same for cells that are made already. */
export function finished(cells: unknown[][]): unknown[][] {
  if (cells.length === 0 || cells[0]?.length === 0) throw errorOf(new Refusal("tooLittleData", "noData"));
  const only = cells.length === 1 && cells[0]?.length === 1 ? cells[0][0] : undefined;
  if (isCellError(only)) throw only;
  return cells;
}
