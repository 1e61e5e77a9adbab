import type { Cell } from "../cells";
import { calendarSerial, DAYS_TO_1904, EARLIEST_DAY, LATEST_DAY } from "./calendars";
import { monthOfWords, type NamedMonth } from "./monthNames";
import type { Calendar, DateOrder, DateReading } from "../orderColumns";
import { plainDigits } from "./plainText";

/** The three parts of a text date in the order of writing, before anyone knows which is the day. */
export interface DateParts {
  readonly parts: readonly [string, string, string];
  /** Set where the month is a word: then `parts` holds it as a number in the middle, and day and year around it. */
  readonly named?: NamedMonth;
  /** Part of the day gone by, 0 where no time is given. */
  readonly time: number;
}

const NUMERIC = /^(\d{1,4}) ?[-/. ] ?(\d{1,2}) ?[-/. ] ?(\d{1,4})(?:[T ,.]+(.*))?$/;
const COMPACT = /^(\d{4})(\d{2})(\d{2})(?:[T ]+(.*))?$/;
const NAMED = /^(\D*)(\d{1,4})(?:st|nd|rd|th)?(?=\D)(\D*)(\d{1,4})(?:[T ,.]+(.*))?$/i;
const TIME =
  /^(\d{1,2})[:.](\d{2})(?:[:.](\d{2})(?:[.,]\d+)?)? ?([ap]\.?m\.?|ق\.ظ|ب\.ظ|[صم])?(?: ?(?:z|utc|[+-]\d{2}:?\d{2}))?$/i;
const TRAILING_YEAR_WORD = /^(?:r\.?|թ\.?|م|هـ|ه)$/i;
const NUMBER_TEXT = /^\d{5}(?:\.\d+)?$|^\d{8}$/;
const AFTERNOON = /^(?:p|م|ب\.ظ)/i;
const MORNING = /^(?:a|ص|ق\.ظ)/i;

/** The time as a part of the day; NaN where the text is none. */
function timeOfDay(text: string | undefined): number {
  const rest = text?.trim();
  if (!rest || TRAILING_YEAR_WORD.test(rest)) return 0;
  const match = TIME.exec(rest);
  if (!match) return NaN;
  let hours = Number(match[1]);
  const [minutes, seconds, half] = [Number(match[2]), Number(match[3] ?? 0), match[4] ?? ""];
  if (AFTERNOON.test(half) && hours < 12) hours += 12;
  else if (MORNING.test(half) && hours === 12) hours = 0;
  return hours > 23 || minutes > 59 || seconds > 59 ? NaN : (hours * 3600 + minutes * 60 + seconds) / 86400;
}

function withTime(parts: DateParts["parts"], time: number, named?: NamedMonth): DateParts | undefined {
  if (Number.isNaN(time)) return undefined;
  return named ? { parts, time, named } : { parts, time };
}

/** Takes a text date apart without deciding what its numbers mean; undefined where it is no date at all. */
export function splitDate(text: string): DateParts | undefined {
  const plain = plainDigits(text);
  const numeric = NUMERIC.exec(plain) ?? COMPACT.exec(plain);
  if (numeric) {
    return withTime([numeric[1] ?? "", numeric[2] ?? "", numeric[3] ?? ""], timeOfDay(numeric[4]));
  }
  const words = NAMED.exec(plain);
  if (!words) return undefined;
  const named = monthOfWords(words[3] ?? "") ?? monthOfWords(words[1] ?? "");
  if (!named) return undefined;
  return withTime([words[2] ?? "", String(named.month), words[4] ?? ""], timeOfDay(words[5]), named);
}

/** Two digits mean 1970–2069 in the Gregorian calendar; elsewhere the year must be written out. */
function fullYear(text: string, calendar: Calendar): number {
  const year = Number(text);
  if (text.length === 4) return year;
  if (text.length !== 2 || calendar !== "gregorian") return NaN;
  return year < 70 ? 2000 + year : 1900 + year;
}

/** The serial with its time of day, when the parts are read in this calendar and order; NaN where that gives no date. */
export function serialOfParts(date: DateParts, calendar: Calendar, order: DateOrder): number {
  const [first, second, third] = date.parts;
  let day: number;
  if (date.named) {
    // With a month in words only the year's place is open, and four digits show it.
    const yearFirst = first.length === 4;
    const [year, dayText] = yearFirst ? [first, third] : [third, first];
    day = calendarSerial(
      date.named.calendar,
      fullYear(year, date.named.calendar),
      date.named.month,
      Number(dayText),
    );
  } else if (order === "ymd") {
    day = first.length === 4 ? calendarSerial(calendar, Number(first), Number(second), Number(third)) : NaN;
  } else {
    const [dayText, monthText] = order === "dmy" ? [first, second] : [second, first];
    day = calendarSerial(calendar, fullYear(third, calendar), Number(monthText), Number(dayText));
  }
  return day >= EARLIEST_DAY && day <= LATEST_DAY ? day + date.time : NaN;
}

function serialOfNumber(value: number, reading: DateReading): number {
  if (reading.numbers === "yyyymmdd") {
    const year = Math.floor(value / 10000);
    const month = Math.floor(value / 100) % 100;
    const day = calendarSerial(reading.calendar, year, month, value % 100);
    return day >= EARLIEST_DAY && day <= LATEST_DAY ? day : NaN;
  }
  const serial = reading.system1904 ? value + DAYS_TO_1904 : value;
  return serial >= EARLIEST_DAY && serial < LATEST_DAY + 1 ? serial : NaN;
}

/**
 * A cell of the date column as Excel serial (1900 system) with its time of day as fraction; NaN where it cannot be
 * read. Impossible dates (31 April, 30 February, 30 Esfand of a common year) are not read, never moved to another day.
 */
export function readDate(cell: Cell, reading: DateReading): number {
  if (typeof cell === "number") return serialOfNumber(cell, reading);
  if (typeof cell !== "string") return NaN;
  const date = splitDate(cell);
  if (date) {
    const serial = serialOfParts(date, reading.calendar, reading.order);
    // Year first is written only one way; a column of d/m/y text may hold such cells beside the others.
    if (!Number.isNaN(serial) || reading.order === "ymd") return serial;
    return date.parts[0].length === 4 ? serialOfParts(date, reading.calendar, "ymd") : NaN;
  }
  const plain = plainDigits(cell);
  return NUMBER_TEXT.test(plain) ? serialOfNumber(Number(plain), reading) : NaN;
}
