import fs from "node:fs";
import path from "node:path";
import type { Compute } from "./formula";

/** Written by scripts/functions/referenceValues.py: each function by its definition, in 50 digits. */
const FILE = path.join(__dirname, "reference", "values.json");

interface Case {
  readonly id: string;
  readonly args: readonly (unknown[][] | null)[];
  readonly value: readonly (readonly unknown[])[];
}

const cases = JSON.parse(fs.readFileSync(FILE, "utf8")) as Case[];

/** The ids that have reference values. */
export const REFERENCED = [...new Set(cases.map(({ id }) => id))];

/** Digits that a sum of a few hundred doubles may lose. */
const TOLERANCE = 1e-11;

function agree(actual: unknown, expected: unknown): boolean {
  if (typeof expected !== "number" || typeof actual !== "number") return actual === expected;
  return Math.abs(actual - expected) <= TOLERANCE * Math.max(1, Math.abs(expected));
}

/** The calls of a function that give another block than the reference, with both. */
export async function disagreements(id: string, compute: Compute): Promise<unknown[]> {
  const found: unknown[] = [];
  for (const { args, value } of cases.filter((each) => each.id === id)) {
    const result = await compute(id, [...args]);
    const actual = Array.isArray(result) ? (result as unknown[][]) : [[result]];
    const same =
      actual.length === value.length &&
      value.every(
        (row, r) =>
          row.length === actual[r]?.length && row.every((expected, c) => agree(actual[r]?.[c], expected)),
      );
    if (!same) found.push({ args, actual, expected: value });
  }
  return found;
}
