import fs from "node:fs";
import vm from "node:vm";
import type { BenchCases } from "./benchCase";

type WorksheetFunction = (...args: unknown[]) => unknown[][];

const ROWS = 100_000;
const functions = new Map<string, WorksheetFunction>();

class CustomFunctionsError extends Error {}

/** The production functions.js, in this realm: calls across realms would cost more than the work itself. */
function load(): void {
  const CustomFunctions = {
    Error: CustomFunctionsError,
    ErrorCode: {},
    associate: (id: string, compute: WorksheetFunction) => functions.set(id, compute),
  };
  Object.assign(globalThis, { CustomFunctions });
  vm.runInThisContext(fs.readFileSync("dist/functions.js", "utf8"));
}

const column = (value: (row: number) => number): number[][] =>
  Array.from({ length: ROWS }, (_, row) => [value(row)]);

const broadcasting = (id: string, ...values: number[]): BenchCases[number] => ({
  name: `CLV.${id} over ${ROWS.toLocaleString("en-US")} rows in one call`,
  goalMs: 50,
  prepare: () => {
    if (functions.size === 0) load();
    return values.map((value, i) => (i === 0 ? column((row) => value + row / ROWS) : [[value]]));
  },
  run: (args: never) => functions.get(id)?.(...(args as unknown[])),
});

export const cases: BenchCases = [
  broadcasting("SIMPLE", 25, 4, 10),
  broadcasting("CHURN", 25, 4, 0.4, 0.1),
  broadcasting("AOV", 500000, 20000),
];
