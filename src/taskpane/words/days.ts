/** Day serial 25569 is 1 January 1970 in Excel's 1900 date system. */
const UNIX_EPOCH_SERIAL = 25569;
const DAY = 86_400_000;

export const dateOfSerial = (serial: number): Date =>
  new Date(Math.round((serial - UNIX_EPOCH_SERIAL) * DAY));

/** An Excel day serial as a date field writes it: 45292 is `2024-01-01`. */
export const isoOfSerial = (serial: number): string => dateOfSerial(serial).toISOString().slice(0, 10);

/** The day serial of `2024-01-01`; undefined where it is no date. */
export function serialOfIso(text: string): number | undefined {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return undefined;
  const time = Date.parse(`${text}T00:00:00Z`);
  return Number.isNaN(time) ? undefined : time / DAY + UNIX_EPOCH_SERIAL;
}

/** A moment in local time as an Excel serial with time of day, as NOW() gives it. */
export const serialOfLocalTime = (moment: Date): number =>
  (moment.getTime() - moment.getTimezoneOffset() * 60_000) / DAY + UNIX_EPOCH_SERIAL;
