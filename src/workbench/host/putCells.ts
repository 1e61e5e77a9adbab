import type { CellStyle, Entry } from "../grid/backend";
import { isUnbounded } from "../rect";
import type { Rect } from "../rect";
import { assertNotProtected } from "./context";
import type { HostContext } from "./context";
import { hostError } from "./errors";
import { textArgument } from "./hostObject";
import { typedEntry } from "./typedEntry";

/**
 * Spreads what is set over the cells: one value for all, or rows that match in size.
 * https://learn.microsoft.com/office/dev/add-ins/excel/excel-add-ins-ranges-set-get-values
 */
export function spread(rect: Rect, input: unknown): unknown[][] {
  if (!Array.isArray(input)) {
    return Array.from({ length: rect.rows }, () => Array.from({ length: rect.columns }, () => input));
  }
  const rows: unknown[] = input;
  const fits =
    rows.length === rect.rows && rows.every((row) => Array.isArray(row) && row.length === rect.columns);
  if (!fits) {
    throw hostError(
      "InvalidArgument",
      "The number of rows or columns in the input array doesn't match the size or dimensions of the range.",
    );
  }
  return rows as unknown[][];
}

export function putCells(context: HostContext, rect: Rect, input: unknown): void {
  assertNotProtected(context, rect.sheet);
  if (isUnbounded(rect))
    throw hostError("InvalidArgument", "Whole rows or columns can't be filled with values.");
  const rows = spread(rect, input);
  const hasText = rows.some((row) => row.some((cell) => typeof cell === "string" && cell !== ""));
  const styles: CellStyle[][] = hasText ? context.backend.styles(rect) : [];
  const entries = rows.map((row, i) =>
    row.map((cell, j): Entry => {
      const entry = typedEntry(cell, styles[i]?.[j]?.numberFormat);
      if (!entry) throw hostError("InvalidArgument", `A cell can't hold ${JSON.stringify(cell)}.`);
      if (entry.kind !== "formula") return entry;
      const problem = formulaProblem(context, entry.formula);
      if (problem) throw hostError("InvalidArgument", problem);
      return entry;
    }),
  );
  context.backend.write(rect, entries);
}

/** Texts, what stands in the brackets of a structured reference, and quoted names. */
const NOT_SYNTAX = /"(?:[^"]|"")*"|\[(?:[^[\]']|'.|\[(?:[^[\]']|'.)*\])*\]|'(?:[^']|'')*'/g;

/** Excel takes formulas of up to 8,192 characters and refuses what it cannot parse, such as a table it does not know. */
function formulaProblem(context: HostContext, formula: string): string | null {
  if (formula.length > 8192) return "The formula is too long: 8192 characters at most.";
  const withoutText = formula.replace(NOT_SYNTAX, (part) => (part.startsWith("[") ? "[]" : ""));
  let depth = 0;
  for (const character of withoutText) {
    if (character === "(") depth++;
    if (character === ")" && --depth < 0) break;
  }
  if (depth !== 0 || /["]/.test(withoutText) || formula.trim() === "=") {
    return `The formula is missing a bracket or a quotation mark: ${formula.slice(0, 80)}`;
  }
  const tables = withoutText.matchAll(/(?<![\p{L}\p{N}_.\]])([\p{L}_][\p{L}\p{N}_.]*)\[/gu);
  const known = new Set(context.parts.tables.map(({ name }) => name.toLowerCase()));
  for (const [, name = ""] of tables) if (!known.has(name.toLowerCase())) return `There is no table ${name}.`;
  return null;
}

export function putNumberFormats(context: HostContext, rect: Rect, input: unknown): void {
  assertNotProtected(context, rect.sheet);
  if (!Array.isArray(input)) {
    context.backend.style(rect, { numberFormat: textArgument(input, "numberFormat") });
    return;
  }
  const rows = spread(rect, input);
  rows.forEach((row, i) => {
    for (let j = 0; j < row.length;) {
      const format = row[j];
      let run = 1;
      while (j + run < row.length && row[j + run] === format) run++;
      if (format !== null) {
        const cells = { ...rect, row: rect.row + i, column: rect.column + j, rows: 1, columns: run };
        context.backend.style(cells, { numberFormat: textArgument(format, "numberFormat") });
      }
      j += run;
    }
  });
}
