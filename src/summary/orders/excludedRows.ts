import type { FindingReason, Findings } from "../../orders/findings";

export interface ExcludedRow {
  /** Zero-based row on the source sheet. */
  readonly row: number;
  readonly reason: FindingReason;
}

/** More rows than this are counted, not listed: a list this long is read by nobody. */
const LONGEST_LIST = 20_000;

/** The rows left out, in the order of the source, each with the reason that left it out. */
export function excludedRows(findings: Findings): {
  readonly listed: readonly ExcludedRow[];
  readonly unlisted: number;
} {
  const rows: ExcludedRow[] = [];
  let total = 0;
  for (const { treatment, reason, rows: found, count } of findings) {
    if (treatment === "kept") continue;
    total += count;
    for (const row of found.subarray(0, LONGEST_LIST)) rows.push({ row, reason });
  }
  rows.sort((a, b) => a.row - b.row);
  const listed = rows.slice(0, LONGEST_LIST);
  return { listed, unlisted: total - listed.length };
}
