/**
 * Checks for text that a workbook kept: a workbook comes from anywhere, so what is read from its settings is
 * looked at member by member before it is believed.
 */
export type Check<T> = (value: unknown) => value is T;

export const isText =
  (longest = 32_767): Check<string> =>
  (value): value is string =>
    typeof value === "string" && value.length <= longest;

export const isNumber: Check<number> = (value): value is number =>
  typeof value === "number" && Number.isFinite(value);

export const isCount: Check<number> = (value): value is number =>
  typeof value === "number" && Number.isInteger(value) && value >= 0;

export const isFlag: Check<boolean> = (value): value is boolean => typeof value === "boolean";

export const isOneOf =
  <const T extends string | number>(...allowed: readonly T[]): Check<T> =>
  (value): value is T =>
    allowed.some((one) => one === value);

export const orNull =
  <T>(check: Check<T>): Check<T | null> =>
  (value): value is T | null =>
    value === null || check(value);

export const optional =
  <T>(check: Check<T>): Check<T | undefined> =>
  (value): value is T | undefined =>
    value === undefined || check(value);

export const either =
  <A, B>(a: Check<A>, b: Check<B>): Check<A | B> =>
  (value): value is A | B =>
    a(value) || b(value);

export const isList =
  <T>(check: Check<T>, longest = 100_000): Check<readonly T[]> =>
  (value): value is readonly T[] =>
    Array.isArray(value) && value.length <= longest && value.every((item) => check(item));

export const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** An object with at least these members. */
export const isShape =
  <T extends object>(members: { readonly [K in keyof T]-?: Check<T[K]> }): Check<T> =>
  (value): value is T =>
    isRecord(value) && Object.entries<Check<unknown>>(members).every(([key, check]) => check(value[key]));

/** More entries than this no dictionary of ours has. */
const MOST_ENTRIES = 1_000;

/** An object used as a dictionary. */
export const isDictionary =
  <T>(check: Check<T>): Check<Readonly<Record<string, T>>> =>
  (value): value is Readonly<Record<string, T>> =>
    isRecord(value) &&
    Object.keys(value).length <= MOST_ENTRIES &&
    Object.values(value).every((item) => check(item));

/** JSON text as an unknown value; undefined where it is not JSON. */
export function parsed(text: string): unknown {
  try {
    const value: unknown = JSON.parse(text);
    return value;
  } catch {
    return undefined;
  }
}
