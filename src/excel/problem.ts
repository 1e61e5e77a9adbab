/**
 * What can go wrong between the product and Excel. The words for each code, with what to do next, are the pane's
 * (src/locales/<language>/pane.ts); `details` holds what its templates name.
 */
export const PROBLEM_CODES = [
  // The selection
  "noSelection",
  "severalAreas",
  "chartSelected",
  "shapeSelected",
  "notARange",
  "emptySelection",
  "oneCell",
  "oneRow",
  "tooManyCells",
  "ownSheetSelected",
  "sourceMissing",
  // Excel's state
  "editMode",
  "protectedWorkbook",
  "protectedSheet",
  "protectedCells",
  "unsupportedExcel",
  "noExcel",
  "busy",
  "stillCalculating",
  // Reading and writing
  "payloadTooLarge",
  "valuesMissing",
  "sheetMissing",
  "sheetExists",
  "nameTaken",
  "tableTaken",
  "cellsInTheWay",
  "cellNotEmpty",
  "formulaRefused",
  "invalidPlan",
  "connectionLost",
  "cancelled",
  "rollbackFailed",
  "settingsTooLarge",
  "tooManyFormulas",
  "unexpected",
] as const;

export type ProblemCode = (typeof PROBLEM_CODES)[number];

export type ProblemDetails = Readonly<Record<string, string | number>>;

/** An error with a code for the pane's words; its message is for developers only. */
export class ExcelProblem extends Error {
  override readonly name = "ExcelProblem";

  constructor(
    readonly code: ProblemCode,
    readonly details: ProblemDetails = {},
    options?: { readonly cause?: unknown },
  ) {
    super(`${code} ${JSON.stringify(details)}`, options);
  }
}

/**
 * Excel's error codes. Messages are localized and never looked at [office-js 1199]; the codes are listed at
 * learn.microsoft.com/office/dev/add-ins/testing/application-specific-api-error-handling.
 */
const CODE_OF_HOST: Readonly<Record<string, ProblemCode>> = {
  InvalidOperationInCellEditMode: "editMode",
  AccessDenied: "protectedCells",
  UnsupportedSheet: "notARange",
  InvalidSelection: "notARange",
  ItemAlreadyExists: "sheetExists",
  ItemNotFound: "sheetMissing",
  InvalidReference: "sheetMissing",
  InactiveWorkbook: "connectionLost",
  RequestPayloadSizeLimitExceeded: "payloadTooLarge",
  ResponsePayloadSizeLimitExceeded: "payloadTooLarge",
  MemoryLimitReached: "payloadTooLarge",
  RangeExceedsLimit: "payloadTooLarge",
  OperationCellsExceedLimit: "payloadTooLarge",
  ActivityLimitReached: "busy",
  RequestAborted: "connectionLost",
  ServiceNotAvailable: "connectionLost",
  ConnectionFailure: "connectionLost",
  HostRestartNeeded: "connectionLost",
  FormulaLengthExceedsLimit: "formulaRefused",
  ApiNotAvailable: "unsupportedExcel",
  ApiNotFound: "unsupportedExcel",
  NotImplemented: "unsupportedExcel",
  UnsupportedFeature: "unsupportedExcel",
  UnsupportedOperation: "unsupportedExcel",
};

const textOf = (value: unknown): string => (typeof value === "string" ? value : "");

/** The host's own code of an error, or "" where there is none. */
export const hostCodeOf = (error: unknown): string =>
  typeof error === "object" && error !== null && "code" in error ? textOf(error.code) : "";

/** What an aborted signal throws; a DOMException is no Error in every realm. */
const isAbort = (error: unknown): boolean =>
  typeof error === "object" && error !== null && "name" in error && error.name === "AbortError";

/** Any thrown thing as a problem with a code; what we do not know is `unexpected`, with the host's code kept. */
export function problemOf(error: unknown, details: ProblemDetails = {}): ExcelProblem {
  if (error instanceof ExcelProblem) return error;
  const hostCode = hostCodeOf(error);
  const known = CODE_OF_HOST[hostCode];
  if (known !== undefined) {
    return new ExcelProblem(known, { ...details, hostCode }, { cause: error });
  }
  if (isAbort(error)) return new ExcelProblem("cancelled", details, { cause: error });
  return new ExcelProblem("unexpected", { ...details, hostCode }, { cause: error });
}

/** Throws `cancelled` where the user has cancelled. */
export function throwIfCancelled(signal: AbortSignal | undefined): void {
  if (signal?.aborted === true) throw new ExcelProblem("cancelled");
}
