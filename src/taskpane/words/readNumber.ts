import type { Locale } from "../../locales/locale";

/** Languages that write 2,5 for two and a half; the others write 2.5 (or ۲٫۵). */
const COMMA_IS_DECIMAL: readonly Locale[] = ["pl", "hy"];

const DIGIT_BLOCKS = [0x06f0, 0x0660];

/** Persian (U+06F0) and Arabic (U+0660) digits as 0–9. */
function asciiDigits(text: string): string {
  return text.replace(/[\u06f0-\u06f9\u0660-\u0669]/g, (digit) => {
    const code = digit.charCodeAt(0);
    const zero = DIGIT_BLOCKS.find((block) => code >= block && code <= block + 9) ?? code;
    return String(code - zero);
  });
}

/** Spaces of all widths, direction marks, apostrophes and currency signs say nothing about the size of a number. */
const SILENT = /[\s\u200e\u200f\u061c\u2066-\u2069'’\p{Sc}]/gu;

/** The decimal separator becomes a point, the others go; undefined where they cannot be told apart. */
function plainSeparators(text: string, locale: Locale): string | undefined {
  const persian = text.replace(/٬/g, "").replace(/٫/g, ".");
  const points = persian.split(".").length - 1;
  const commas = persian.split(",").length - 1;
  if (points > 0 && commas > 0) {
    const decimal = persian.lastIndexOf(".") > persian.lastIndexOf(",") ? "." : ",";
    if ((decimal === "." ? points : commas) > 1) return undefined;
    return persian.replace(decimal === "." ? /,/g : /\./g, "").replace(",", ".");
  }
  if (points > 1) return persian.replace(/\./g, "");
  if (commas > 1) return persian.replace(/,/g, "");
  if (commas === 0) return persian;
  const groups = /^[-+]?[1-9]\d{0,2},\d{3}$/.test(persian) && !COMMA_IS_DECIMAL.includes(locale);
  return persian.replace(",", groups ? "" : ".");
}

/**
 * A number as a person types it: `1,234.5`, `1 234,5`, `۱٬۲۳۴٫۵`.
 * @returns undefined where it is none.
 */
export function readNumber(text: string, locale: Locale): number | undefined {
  const plain = plainSeparators(asciiDigits(text).replace(SILENT, "").replace(/[−–]/g, "-"), locale);
  if (plain === undefined || !/^[-+]?(\d+\.?\d*|\.\d+)$/.test(plain)) return undefined;
  const value = Number(plain);
  return Number.isFinite(value) ? value : undefined;
}

/**
 * A rate as a person types it. With a percent sign it is a percentage; without one, 1 and more is a percentage
 * (`40` is 40 %) and less than 1 is a share (`0.4` is 40 %). The field then shows how it was understood.
 * @returns the rate as a decimal, 0.4; undefined where it is none.
 */
export function readRate(text: string, locale: Locale): number | undefined {
  const withSign = /[%٪﹪％]/.test(text);
  const value = readNumber(text.replace(/[%٪﹪％]/g, ""), locale);
  if (value === undefined) return undefined;
  return withSign || Math.abs(value) >= 1 ? Number((value / 100).toPrecision(12)) : value;
}
