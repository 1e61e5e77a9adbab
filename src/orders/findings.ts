/**
 * What can be noted about a row, in the order in which it is reported. The words are in
 * src/locales/<language>/findings.ts.
 */
export const FINDING_REASONS = [
  "mixedCurrencies",
  "blankId",
  "unreadableDate",
  "futureDate",
  "exchangedDate",
  "unreadableAmount",
  "otherCurrency",
  "missingCurrency",
  "duplicate",
  "orderLine",
  "return",
  "returnWithoutOrder",
  "zeroAmount",
  "totalRow",
  "emptyRow",
  "textAmount",
  "similarId",
  "longId",
] as const;

export type FindingReason = (typeof FINDING_REASONS)[number];

/** What became of the rows: left out, counted all the same, or left out until the user decides. */
export type Treatment = "excluded" | "kept" | "blocking";

export interface FindingExample {
  /** Zero-based row on the source sheet. */
  readonly row: number;
  /** What the cell in question holds, as text; empty for an empty cell. */
  readonly text: string;
}

/** All rows with one reason. */
export interface Finding {
  readonly reason: FindingReason;
  readonly treatment: Treatment;
  readonly count: number;
  /** Zero-based rows on the source sheet, in the order of reading. */
  readonly rows: Uint32Array;
  /** The first few, for display. */
  readonly examples: readonly FindingExample[];
}

/**
 * The findings of one reading, in the order of FINDING_REASONS; a reason without rows is absent. A row that was
 * left out has exactly one finding that says so; a row that counts may have several.
 */
export type Findings = readonly Finding[];
