import type { Calendar } from "../orderColumns";
import { ummAlQuraSerial } from "./ummAlQura";

/** Order dates lie within these Excel day serials: 1950-01-01 to 2100-12-31. Anything else is no order date. */
export const EARLIEST_DAY = 18264;
export const LATEST_DAY = 73415;

/** Days between serial 0 of the 1900 system and of the 1904 system. */
export const DAYS_TO_1904 = 1462;

const UNIX_EPOCH = 25569;

const isLeapYear = (year: number): boolean => year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);

function gregorianMonthLength(year: number, month: number): number {
  if (month === 2) return isLeapYear(year) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/** Days in the years before `year`, counted from the year 1. */
const daysBeforeYear = (year: number): number => {
  const past = year - 1;
  return past * 365 + Math.floor(past / 4) - Math.floor(past / 100) + Math.floor(past / 400);
};

const EPOCH_DAYS = daysBeforeYear(1970);
const DAYS_BEFORE_MONTH = [0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334];

/** Excel day serial (1900 system) of a Gregorian date; NaN where there is no such date. */
export function gregorianSerial(year: number, month: number, day: number): number {
  if (month < 1 || month > 12 || day < 1 || day > gregorianMonthLength(year, month)) return NaN;
  const leapDay = month > 2 && isLeapYear(year) ? 1 : 0;
  const dayOfYear = (DAYS_BEFORE_MONTH[month - 1] ?? NaN) + leapDay + day - 1;
  return daysBeforeYear(year) - EPOCH_DAYS + dayOfYear + UNIX_EPOCH;
}

/** Serial of 1 Farvardin 1300 (1921-03-21). */
const NOWRUZ_1300 = 7751;

/**
 * Leap years of the Iranian calendar by the 33-year rule, which gives the observed years from 1206 to 1498
 * (Heydari-Malayeri 2004, "A concise review of the Iranian calendar", arXiv:astro-ph/0409620).
 */
const isJalaliLeap = (year: number): boolean => (25 * year + 11) % 33 < 8;

const JALALI_YEAR_STARTS: readonly number[] = (() => {
  const starts = [NOWRUZ_1300];
  for (let year = 1300; year < 1480; year++) {
    starts.push((starts[year - 1300] ?? NaN) + (isJalaliLeap(year) ? 366 : 365));
  }
  return starts;
})();

/** Excel day serial of a date of the Iranian (Jalali) calendar, years 1300–1479; NaN where there is no such date. */
export function jalaliSerial(year: number, month: number, day: number): number {
  const start = JALALI_YEAR_STARTS[year - 1300];
  if (start === undefined || year >= 1480 || month < 1 || month > 12 || day < 1) return NaN;
  const length = month <= 6 ? 31 : month < 12 || isJalaliLeap(year) ? 30 : 29;
  if (day > length) return NaN;
  return start + (month <= 7 ? (month - 1) * 31 : 186 + (month - 7) * 30) + day - 1;
}

/** Excel day serial of a date in the given calendar; NaN where there is no such date. */
export function calendarSerial(calendar: Calendar, year: number, month: number, day: number): number {
  if (calendar === "gregorian") return gregorianSerial(year, month, day);
  return calendar === "jalali" ? jalaliSerial(year, month, day) : ummAlQuraSerial(year, month, day);
}

/** Year, month and day of a serial in the Gregorian calendar. */
export function dateOfSerial(serial: number): [year: number, month: number, day: number] {
  const day = Math.floor(serial) - UNIX_EPOCH + EPOCH_DAYS;
  let year = Math.floor(day / 365.2425) + 1;
  while (daysBeforeYear(year + 1) <= day) year++;
  while (daysBeforeYear(year) > day) year--;
  let rest = day - daysBeforeYear(year);
  let month = 1;
  while (rest >= gregorianMonthLength(year, month)) rest -= gregorianMonthLength(year, month++);
  return [year, month, rest + 1];
}

/** The Gregorian date of a serial as 2024-01-31, for display. */
export function isoOfSerial(serial: number): string {
  const [year, month, day] = dateOfSerial(serial);
  return `${year}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
}
