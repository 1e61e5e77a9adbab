import type { Entry } from "../grid/backend";

/**
 * What Excel makes of a value that is set: a string is read as if it had been typed, so "00123" becomes 123 and
 * "=…", "+…" and "-…" become formulas
 * (https://learn.microsoft.com/javascript/api/excel/excel.range#excel-excel-range-values-member).
 * A leading apostrophe or the cell format "@" keeps it text. null leaves the cell as it is, "" empties it
 * (PLATFORM.md, section 4).
 */
const NUMBER = /^[+-]?(\d+|\d{1,3}(,\d{3})+)?(\.\d+)?(e[+-]?\d+)?$/i;
const ISO_DATE = /^(\d{4})-(\d{1,2})-(\d{1,2})$/;
const US_DATE = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/;
const MILLISECONDS_A_DAY = 86_400_000;
/** Day 0 of Excel's calendar, for days after February 1900. */
const EXCEL_EPOCH = Date.UTC(1899, 11, 30);

export function typedEntry(input: unknown, cellFormat: string | undefined): Entry | null {
  if (input === null) return { kind: "leave" };
  if (input === "") return { kind: "empty" };
  if (typeof input === "number") return Number.isFinite(input) ? { kind: "value", value: input } : null;
  if (typeof input === "boolean") return { kind: "value", value: input };
  if (typeof input !== "string") return null;
  if (cellFormat === "@") return { kind: "value", value: input };
  if (input.startsWith("'")) return { kind: "value", value: input.slice(1) };
  const text = input.trim();
  const number = typedNumber(text);
  if (number) return number;
  if (/^[=]./.test(input)) return { kind: "formula", formula: input };
  if (/^[+-]./.test(input)) return { kind: "formula", formula: `=${input}` };
  if (/^(true|false)$/i.test(text)) return { kind: "value", value: text.toLowerCase() === "true" };
  return typedDate(text) ?? { kind: "value", value: input };
}

function typedNumber(text: string): Entry | null {
  const percent = text.endsWith("%");
  const body = percent ? text.slice(0, -1) : text;
  if (!/\d/.test(body) || !NUMBER.test(body)) return null;
  const value = Number(body.replaceAll(",", ""));
  return percent ? { kind: "value", value: value / 100, numberFormat: "0.00%" } : { kind: "value", value };
}

function typedDate(text: string): Entry | null {
  const iso = ISO_DATE.exec(text);
  const us = US_DATE.exec(text);
  const [year, month, day] = iso ? [iso[1], iso[2], iso[3]] : us ? [us[3], us[1], us[2]] : [];
  if (!year || !month || !day) return null;
  const time = Date.UTC(Number(year), Number(month) - 1, Number(day));
  const date = new Date(time);
  if (date.getUTCMonth() !== Number(month) - 1 || date.getUTCDate() !== Number(day)) return null;
  return { kind: "value", value: (time - EXCEL_EPOCH) / MILLISECONDS_A_DAY, numberFormat: "m/d/yyyy" };
}
