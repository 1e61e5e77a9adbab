import type { Rect } from "../rect";
import { hostError } from "./errors";

/**
 * One object of Excel's model as the host knows it: every member is listed by the name that office.js uses, in
 * camelCase. A member that is not listed is refused by name (errors.ts, notImplemented).
 */
export interface HostObject {
  /** Excel's name of the type: `Range`. */
  readonly type: string;
  /** Scalar properties that can be loaded. */
  readonly get?: Readonly<Record<string, () => unknown>>;
  /** Scalar properties that can be set. */
  readonly set?: Readonly<Record<string, (value: unknown) => void | Promise<void>>>;
  /** Properties that are objects themselves. */
  readonly child?: Readonly<Record<string, () => HostObject | null>>;
  /** Methods; an object as answer is a HostObject, a null object is null. */
  readonly call?: Readonly<Record<string, (...args: readonly unknown[]) => unknown>>;
  /** The members of a collection. */
  readonly items?: () => readonly HostObject[];
  /** A collection's `getItem`. */
  readonly item?: (key: unknown) => HostObject;
  /** The cells of a range, so that ranges can be arguments. */
  readonly rect?: Rect;
  /** False once the object was deleted: any use then fails with ItemNotFound. */
  readonly exists?: () => boolean;
}

export function isHostObject(value: unknown): value is HostObject {
  return (
    typeof value === "object" &&
    value !== null &&
    typeof (value as { type?: unknown }).type === "string" &&
    !Array.isArray(value)
  );
}

const wrongArgument = (what: string): Error =>
  hostError("InvalidArgument", `The argument is invalid or missing or has an incorrect format: ${what}.`);

export function textArgument(value: unknown, name: string): string {
  if (typeof value !== "string") throw wrongArgument(name);
  return value;
}

export function wholeArgument(value: unknown, name: string): number {
  if (typeof value !== "number" || !Number.isInteger(value)) throw wrongArgument(name);
  return value;
}

export function numberArgument(value: unknown, name: string): number {
  if (typeof value !== "number" || !Number.isFinite(value)) throw wrongArgument(name);
  return value;
}

export function flagArgument(value: unknown, name: string): boolean {
  if (typeof value !== "boolean") throw wrongArgument(name);
  return value;
}

export function recordArgument(value: unknown, name: string): Record<string, unknown> {
  if (typeof value !== "object" || value === null || Array.isArray(value)) throw wrongArgument(name);
  return value as Record<string, unknown>;
}

export function choiceArgument<Choice extends string>(
  value: unknown,
  choices: readonly Choice[],
  name: string,
): Choice {
  const choice = choices.find((candidate) => candidate === value);
  if (choice === undefined) throw wrongArgument(`${name} (${String(value)})`);
  return choice;
}
