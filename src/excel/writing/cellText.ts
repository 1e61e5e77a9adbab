import type { PlanCell } from "../../summary/plan";
import { ExcelProblem } from "../problem";

/** What is sent to `Range.formulas` for a cell: "" clears it, null leaves it. */
export type Written = string | number | boolean | null;

/** Longest text and longest formula of a cell (Excel specifications and limits). */
const LONGEST_TEXT = 32_767;
const LONGEST_FORMULA = 8_192;

/** Words that Excel reads as booleans in its languages; whole cells only. */
const BOOLEAN_WORDS = new Set(
  (
    "true false wahr falsch vrai faux verdadero falso vero prawda fałsz waar onwaar sant falskt falsk usann tosi " +
    "epätosi истина ложь doğru yanliş yanlış igaz hamis pravda nepravda adevărat fals"
  ).split(" "),
);

/** Begins with a letter and holds no digit: nothing that Excel could take for a number, date, formula or error. */
const PLAIN = /^\p{L}[^\p{N}]*$/u;

/**
 * Text as it must be written so that it stays text. Excel reads what is written as if it were typed: `=1+1` would
 * become a formula, `00123` a number, `3/4` a date. A leading apostrophe, itself never shown, prevents that.
 *
 * @example asText("Revenue") // "Revenue"
 * @example asText("=1+1") // "'=1+1"
 */
export function asText(text: string): string {
  if (text === "") return "";
  const kept = text.slice(0, LONGEST_TEXT - 1);
  const plain = PLAIN.test(kept) && !BOOLEAN_WORDS.has(kept.trim().toLowerCase());
  return plain ? kept : `'${kept}`;
}

/** A planned cell as it is written; where the plan has null, `empty` is sent. */
export function written(cell: PlanCell, empty: "" | null): Written {
  if (cell === null) return empty;
  if (typeof cell === "string") return asText(cell);
  if (typeof cell === "boolean") return cell;
  if (typeof cell === "number") {
    if (!Number.isFinite(cell)) throw new ExcelProblem("invalidPlan", { reason: "number" });
    return cell;
  }
  const formula = cell.formula;
  if (!formula.startsWith("=") || formula.length > LONGEST_FORMULA) {
    throw new ExcelProblem("invalidPlan", { reason: "formula", formula: formula.slice(0, 200) });
  }
  return formula;
}

/**
 * What to write to bring a cell back as it was read. A text that looks like a formula equals its own formula; a
 * formula never does.
 */
export function restored(formula: unknown, value: unknown): Written {
  if (typeof formula === "string" && formula.startsWith("=") && formula !== value) return formula;
  if (typeof value === "number" || typeof value === "boolean") return value;
  if (typeof value !== "string" || value === "") return "";
  return isErrorValue(value) ? value : asText(value);
}

/** The error values of Excel: written as they are, they become errors again. */
const isErrorValue = (value: string): boolean =>
  /^#(NULL!|DIV\/0!|VALUE!|REF!|NAME\?|NUM!|N\/A|SPILL!|CALC!|GETTING_DATA|BUSY!|BLOCKED!|CONNECT!|FIELD!|UNKNOWN!)$/.test(
    value,
  );
