/** 1970-01-01 as an Excel serial; serials count days in no time zone. */
const EPOCH = 25569;
const MS_PER_DAY = 86_400_000;

const isoOf = (serial: number): string => new Date(Math.round((serial - EPOCH) * MS_PER_DAY)).toISOString();

/** `2026-11-22`: the same in every language. */
export const dateText = (serial: number): string => isoOf(serial).slice(0, 10);

/** `2026-11-22 17:50`. */
export const dateTimeText = (serial: number): string => isoOf(serial).slice(0, 16).replace("T", " ");
