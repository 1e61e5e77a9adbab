import type { CellValue } from "./backend";

/**
 * Criteria of SUMIFS, COUNTIFS and their kin, as Excel reads them:
 * https://support.microsoft.com/office/countifs-function-dda3dc6e-f74e-4aee-88bc-aa8c2a866842
 */
export interface Criterion {
  matches(cell: CellValue): boolean;
  /** The only key that can match, for criteria that ask for equality. */
  readonly key?: string | number;
}

/** Cells that are equal for a criterion have the same key: letters count without case, "5" is 5. */
export function keyOf(cell: CellValue): string | number {
  if (typeof cell === "number") return cell;
  if (typeof cell === "boolean") return `bool:${cell}`;
  const number = numberIn(cell);
  return number === null ? `text:${cell.toLowerCase()}` : number;
}

function numberIn(text: string): number | null {
  const trimmed = text.trim();
  if (trimmed === "" || !/^[+-]?(\d|\.\d)/.test(trimmed)) return null;
  const number = Number(trimmed);
  return Number.isFinite(number) ? number : null;
}

const equality = (wanted: CellValue): Criterion => {
  const key = keyOf(wanted);
  return { key, matches: (cell) => cell !== "" && keyOf(cell) === key };
};

/** Wildcards: `*` any text, `?` one character, `~` takes the next one as it is. */
function pattern(text: string): RegExp | null {
  if (!/[*?]/.test(text)) return null;
  let source = "";
  for (let at = 0; at < text.length; at++) {
    const character = text.charAt(at);
    if (character === "~" && at + 1 < text.length) source += escaped(text.charAt(++at));
    else if (character === "*") source += "[\\s\\S]*";
    else if (character === "?") source += "[\\s\\S]";
    else source += escaped(character);
  }
  return new RegExp(`^${source}$`, "i");
}

const escaped = (character: string): string => character.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");

export function criterionOf(input: CellValue | null): Criterion {
  // An empty criterion cell counts as 0.
  if (input === null) return equality(0);
  if (typeof input !== "string") return equality(input);
  const [, operator = "", operand = ""] = /^(<=|>=|<>|<|>|=)?([\s\S]*)$/.exec(input) ?? [];
  if (operand === "") return emptyCriterion(operator, input);
  if (operator === "" || operator === "=") return textEquality(operand);
  if (operator === "<>") {
    const equal = textEquality(operand);
    return { matches: (cell) => !equal.matches(cell) };
  }
  return comparison(operator, operand);
}

function emptyCriterion(operator: string, input: string): Criterion {
  if (operator === "<>") return { matches: (cell) => cell !== "" };
  if (operator === "=" || input === "") return { matches: (cell) => cell === "" };
  return { matches: () => false };
}

function textEquality(operand: string): Criterion {
  if (/^(true|false)$/i.test(operand)) return equality(operand.toLowerCase() === "true");
  const wild = pattern(operand);
  if (wild) return { matches: (cell) => typeof cell === "string" && cell !== "" && wild.test(cell) };
  return equality(numberIn(operand) ?? operand.replace(/~([*?~])/g, "$1"));
}

function comparison(operator: string, operand: string): Criterion {
  const holds = (order: number): boolean =>
    operator === "<" ? order < 0 : operator === ">" ? order > 0 : operator === "<=" ? order <= 0 : order >= 0;
  const number = numberIn(operand);
  if (number !== null) return { matches: (cell) => typeof cell === "number" && holds(cell - number) };
  const text = operand.toLowerCase();
  return {
    matches: (cell) =>
      typeof cell === "string" && cell !== "" && holds(cell.toLowerCase().localeCompare(text)),
  };
}
