import type { ShownError } from "./customFunctions";

export const one = (value: unknown): unknown[][] => [[value]];
export const column = (...values: unknown[]): unknown[][] => values.map((value) => [value]);
export const row = (...values: unknown[]): unknown[][] => [values];
export const error = (code: string, words = ""): unknown =>
  expect.objectContaining({ error: code, message: expect.stringContaining(words) });
export const messageOf = (value: unknown): string => (value as ShownError).message;
export const near = (value: number, digits = 2): unknown => expect.closeTo(value, digits);
