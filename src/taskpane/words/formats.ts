import type { Locale } from "../../locales/locale";
import { quantity, type Quantity } from "../../locales/message";
import { knownTag } from "../../locales/sentenceNumber";
import { dateOfSerial } from "./days";

/** Numbers and dates in the user's language. */
export interface Formats {
  count(value: number): string;
  /** The same for sentences that need its plural: "2 rows"; up to two decimals. */
  quantity(value: number): Quantity;
  /** Money to the cent where it is small, whole where it is large. */
  money(value: number): string;
  percent(value: number): string;
  decimal(value: number): string;
  /** "1 year", "19.93 years": as the language counts, fractions too. */
  lasting(value: number, unit: "year" | "month"): string;
  /** A number as a field shows it: every digit, no separators between thousands. */
  entry(value: number): string;
  rateEntry(value: number): string;
  /** +12.50, −3.00: a gain or a loss of money. */
  gain(value: number): string;
  /** An Excel day serial; in the Gregorian calendar, as the cells show it. */
  day(serial: number): string;
  /** An Excel serial in local time, with its hour. */
  moment(serial: number): string;
}

const memory = new Map<string, Formats>();

/**
 * @param displayLanguage the full tag (`ar-SA`) where it belongs to the chosen language: it decides the digits.
 */
export function formatsOf(locale: Locale, displayLanguage?: string): Formats {
  const own = displayLanguage?.toLowerCase().split("-")[0] === locale;
  const tag = own && displayLanguage ? displayLanguage : locale;
  const found = memory.get(tag);
  if (found) return found;
  const made = makeFormats(tag, locale);
  memory.set(tag, made);
  return made;
}

const BIG = 10_000;

function makeFormats(wanted: string, locale: Locale): Formats {
  const tag = knownTag(wanted);
  const dateStyle = tag === wanted ? "medium" : "short";
  const number = (options: Intl.NumberFormatOptions): ((value: number) => string) => {
    const format = new Intl.NumberFormat(tag, options);
    // −0 is 0 to a reader.
    return (value) => format.format(value === 0 ? 0 : value);
  };
  const date = (options: Intl.DateTimeFormatOptions): ((serial: number) => string) => {
    const format = new Intl.DateTimeFormat(tag, { calendar: "gregory", timeZone: "UTC", ...options });
    return (serial) => format.format(dateOfSerial(serial));
  };
  const decimal = number({ maximumFractionDigits: 2 });
  const whole = number({ maximumFractionDigits: 0 });
  const cents = number({ minimumFractionDigits: 2, maximumFractionDigits: 2 });
  const wholeGain = number({ maximumFractionDigits: 0, signDisplay: "exceptZero" });
  const centsGain = number({
    minimumFractionDigits: 2,
    maximumFractionDigits: 2,
    signDisplay: "exceptZero",
  });
  const lasting = (unit: "year" | "month"): ((value: number) => string) =>
    number({ maximumFractionDigits: 2, style: "unit", unit, unitDisplay: "long" });
  const durations = { year: lasting("year"), month: lasting("month") };
  return {
    count: whole,
    quantity: (value) => quantity(value, locale, decimal(value)),
    money: (value) => (Math.abs(value) >= BIG ? whole(value) : cents(value)),
    percent: number({ style: "percent", maximumFractionDigits: 1 }),
    decimal,
    lasting: (value, unit) => durations[unit](value),
    entry: number({ maximumFractionDigits: 6, useGrouping: false }),
    rateEntry: number({ style: "percent", maximumFractionDigits: 4, useGrouping: false }),
    gain: (value) => (Math.abs(value) >= BIG ? wholeGain(value) : centsGain(value)),
    day: date({ dateStyle }),
    moment: date({ dateStyle, timeStyle: "short" }),
  };
}
