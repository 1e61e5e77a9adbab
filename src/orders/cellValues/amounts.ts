import { currencyOf } from "./currencies";
import { plainDigits } from "./plainText";

/** A number as text, taken apart: still without knowing which separator is the decimal sign. */
export interface AmountParts {
  /** Digits with their separators. */
  readonly digits: string;
  readonly negative: boolean;
  readonly currency?: string;
  /** The decimal sign, where the text itself leaves no doubt because it uses the Arabic signs ٫ and ٬. */
  readonly certainSign?: "." | ",";
}

const PLAIN = /^-?\d+(?:\.\d+)?$/;
const AROUND_DIGITS = /^([^\d]*?)([.,]?\d(?:[\d.,' ’]*\d)?[.,]?)([^\d]*)$/;
const ARABIC_SIGNS = /[٫٬]/;
const SIGN = /[-+]/;

/** Sign, digits and currency of a number as text; undefined where the text is not a number. */
export function splitAmount(text: string): AmountParts | undefined {
  let plain = plainDigits(text);
  let certainSign: "." | undefined;
  if (ARABIC_SIGNS.test(plain)) {
    plain = plain.replace(/٬/g, "").replace("٫", ".");
    certainSign = ".";
  }
  const inParentheses = plain.startsWith("(") && plain.endsWith(")");
  if (inParentheses) plain = plain.slice(1, -1).trim();
  const match = AROUND_DIGITS.exec(plain);
  if (!match) return undefined;
  const before = match[1] ?? "";
  const after = match[3] ?? "";
  const minuses = (before + after).split("-").length - 1;
  if (minuses > 1 || (minuses === 1 && inParentheses)) return undefined;
  // What is left around the digits must be one currency or nothing: "12%", "3 pcs" and "A-17" are no amounts.
  const words = [before, after].map((part) => part.replace(SIGN, "").trim()).filter((part) => part !== "");
  const currencies = words.map(currencyOf);
  const [first, second] = currencies;
  if (currencies.includes(undefined) || (words.length === 2 && first !== second)) return undefined;
  const parts = { digits: match[2] ?? "", negative: inParentheses || minuses === 1 };
  return { ...parts, ...(first ? { currency: first } : {}), ...(certainSign ? { certainSign } : {}) };
}

/** Groups of three, or of two before the last three as in India (1,23,456). */
const GROUPED_BY = {
  ",": /^\d{1,3}(?:,\d{3})+$|^\d{1,2}(?:,\d{2})+,\d{3}$/,
  ".": /^\d{1,3}(?:\.\d{3})+$/,
};
const GROUPED_BY_SPACE = /^\d{1,3}(?:[ '’]\d{3})+$/;
const DIGITS = /^\d*$/;

/** The number that these digits give with this decimal sign; NaN where their separators do not allow it. */
function valueOf(digits: string, decimalSign: "." | ","): number {
  const at = digits.indexOf(decimalSign);
  const whole = at < 0 ? digits : digits.slice(0, at);
  const fraction = at < 0 ? "" : digits.slice(at + 1);
  if (!DIGITS.test(fraction)) return NaN;
  const grouping = decimalSign === "." ? "," : ".";
  if (!DIGITS.test(whole) && !GROUPED_BY[grouping].test(whole) && !GROUPED_BY_SPACE.test(whole)) return NaN;
  return Number(`${whole.replace(/[^\d]/g, "")}.${fraction}`);
}

/** The number in a text whose parts are known; NaN where its separators contradict the column's decimal sign. */
function amountOfParts(parts: AmountParts, decimalSign: "." | ","): number {
  const value = valueOf(parts.digits, parts.certainSign ?? decimalSign);
  return parts.negative && value !== 0 ? -value : value;
}

/** What a text amount shows of the decimal sign of its column. */
export type SeparatorEvidence = "." | "," | "ambiguous" | "none";

/** "1,234" is ambiguous; "1,5", "1,2345", "1.234,5" and "1.234.567" show a comma; "1 234" shows nothing. */
export function separatorEvidence(parts: AmountParts): SeparatorEvidence {
  const { digits, certainSign } = parts;
  if (certainSign) return "none";
  const points = digits.split(".").length - 1;
  const commas = digits.split(",").length - 1;
  if (points === 0 && commas === 0) return "none";
  const asPoint = !Number.isNaN(valueOf(digits, "."));
  const asComma = !Number.isNaN(valueOf(digits, ","));
  if (asPoint && asComma) {
    // A group never follows a lone zero: 0,125 is an eighth.
    if (/^0[.,]/.test(digits)) return points === 1 ? "." : ",";
    return "ambiguous";
  }
  if (asPoint) return ".";
  return asComma ? "," : "none";
}

/** A text amount and its currency, if it names one; undefined where it cannot be read. */
export interface TextAmount {
  readonly value: number;
  readonly currency?: string;
}

/** Reads a number stored as text with the column's decimal sign: `readTextAmount("(1.234,50 €)", ",")`: −1234.5, EUR. */
export function readTextAmount(text: string, decimalSign: "." | ","): TextAmount | undefined {
  const trimmed = text.trim();
  if (decimalSign === "." && PLAIN.test(trimmed)) return { value: Number(trimmed) };
  const parts = splitAmount(trimmed);
  if (!parts) return undefined;
  const value = amountOfParts(parts, decimalSign);
  if (Number.isNaN(value)) return undefined;
  return parts.currency === undefined ? { value } : { value, currency: parts.currency };
}
