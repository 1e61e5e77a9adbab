/**
 * The global that Excel's runtime gives a functions file, as far as functions.js may rely on it. The real runtime is
 * used in the browser tests.
 */
class CustomFunctionsError extends Error {
  constructor(
    readonly code: string,
    message?: string,
  ) {
    super(message);
  }
}

const ErrorCode = {
  invalidValue: "#VALUE!",
  notAvailable: "#N/A",
  divisionByZero: "#DIV/0!",
  invalidNumber: "#NUM!",
  nullReference: "#NULL!",
  invalidName: "#NAME?",
  invalidReference: "#REF!",
} as const;

/** What `CustomFunctions.associate` was told. */
export const associated = new Map<string, (...args: unknown[]) => unknown>();

export const customFunctions = {
  Error: CustomFunctionsError,
  ErrorCode,
  associate: (id: string, compute: (...args: unknown[]) => unknown): void => void associated.set(id, compute),
};

Object.assign(globalThis, { CustomFunctions: customFunctions });

/** An error as a cell shows it. */
export interface ShownError {
  readonly error: string;
  readonly message: string;
}

const shown = (value: unknown): unknown =>
  value instanceof CustomFunctionsError ? { error: value.code, message: value.message } : value;

export type WorksheetFunction = (...args: unknown[]) => unknown;

/**
 * Calls a worksheet function as Excel does: an argument left out is null, the invocation object comes last, what the
 * function throws is a cell's error.
 */
export async function call(
  compute: WorksheetFunction,
  parameters: number,
  args: unknown[],
): Promise<unknown> {
  const passed = Array.from({ length: parameters }, (_, i) => args[i] ?? null);
  try {
    const result = await compute(...passed, { address: "Sheet1!A1" });
    const cells = result as unknown[][];
    const seen = cells.map((row) => row.map(shown));
    return seen.length === 1 && seen[0]?.length === 1 ? seen[0][0] : seen;
  } catch (reason) {
    if (reason instanceof CustomFunctionsError) return shown(reason);
    throw reason;
  }
}
