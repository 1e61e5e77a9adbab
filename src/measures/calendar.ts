/** The calendar units in which customers are grouped. */
export const UNITS = ["day", "week", "month", "quarter", "year"] as const;
export type Unit = (typeof UNITS)[number];

/** Excel's serial of 1 January 1970. */
const EPOCH = 25569;
const DAY_MS = 86400000;

const MONTHS: Partial<Record<Unit, number>> = { month: 1, quarter: 3, year: 12 };

/**
 * The number of the calendar period that a date serial falls in; neighbouring periods have neighbouring numbers.
 * Weeks start on Monday.
 */
export function periodNumber(serial: number, unit: Unit): number {
  const day = Math.floor(serial);
  const months = MONTHS[unit];
  if (months) {
    const date = new Date((day - EPOCH) * DAY_MS);
    return Math.floor((date.getUTCFullYear() * 12 + date.getUTCMonth()) / months);
  }
  // Serial 2 of Excel's 1900 system falls on a Monday of the true calendar from March 1900 on.
  return unit === "week" ? Math.floor((day - 2) / 7) : day;
}

/** The first day, as a date serial, of a calendar period by its number. */
export function periodStart(number: number, unit: Unit): number {
  const months = MONTHS[unit];
  if (months) {
    const month = number * months;
    return Date.UTC(Math.floor(month / 12), month % 12) / DAY_MS + EPOCH;
  }
  return unit === "week" ? number * 7 + 2 : number;
}
