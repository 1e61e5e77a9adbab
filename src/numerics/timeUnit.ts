/** The units in which ages and times may be counted. */
export const TIME_UNITS = ["day", "week", "month", "quarter", "year"] as const;
export type TimeUnit = (typeof TIME_UNITS)[number];

/** Units in a mean year of 365.25 days. */
export const UNITS_PER_YEAR: Readonly<Record<TimeUnit, number>> = {
  day: 365.25,
  week: 365.25 / 7,
  month: 12,
  quarter: 4,
  year: 1,
};

/**
 * An annual discount rate as a continuous rate per unit of time: 15 % and weeks give ln 1.15 / 52.18 = .00268.
 * A discount rate is always annual in this product, and this is where it stops being so: reading it per week is a
 * known trap (CLVTools).
 */
export const continuousRate = (annualRate: number, unit: TimeUnit): number =>
  Math.log1p(annualRate) / UNITS_PER_YEAR[unit];
