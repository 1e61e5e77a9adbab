import { isRefusal, type Outcome, type Refusal } from "../../src/numerics/refusal";

/** The number that a measure gave; fails the test where it refused. */
export function answer(outcome: Outcome): number {
  if (isRefusal(outcome)) throw new Error(`refused: ${outcome.code} ${JSON.stringify(outcome.details)}`);
  return outcome;
}

/** The list or table that a measure gave; fails the test where it refused. */
export function table<T>(result: T): Exclude<T, Refusal> {
  if (isRefusal(result)) throw new Error(`refused: ${result.code} ${JSON.stringify(result.details)}`);
  return result as Exclude<T, Refusal>;
}

/** Why a measure refused, or what it answered instead. */
export const code = (result: unknown): string =>
  isRefusal(result) ? result.code : `answered ${JSON.stringify(result)}`;

/** Equal to within a share of the larger one (and of 1e-300, below which numbers lose digits). */
export function expectClose(actual: number, expected: number, tolerance = 1e-10): void {
  const scale = Math.max(Math.abs(actual), Math.abs(expected), 1e-300);
  if (!(Math.abs(actual - expected) <= tolerance * scale + 1e-300))
    throw new Error(`${actual} is not ${expected} to within ${tolerance}`);
}
