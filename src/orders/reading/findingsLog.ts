import type { Cell } from "../cells";
import {
  FINDING_REASONS,
  type Finding,
  type FindingExample,
  type FindingReason,
  type Findings,
} from "../findings";
import type { Treatment } from "../findings";
import { growUint32 } from "../storage/growing";

const EXAMPLES = 5;
const LONGEST_EXAMPLE = 80;

const shown = (cell: Cell | undefined): string => {
  const text = cell === null || cell === undefined ? "" : String(cell);
  return text.length > LONGEST_EXAMPLE ? `${text.slice(0, LONGEST_EXAMPLE - 1)}…` : text;
};

class Entry {
  rows = new Uint32Array(16);
  count = 0;
  readonly examples: FindingExample[] = [];

  constructor(readonly treatment: Treatment) {}

  add(row: number, cell: Cell | undefined): void {
    if (this.count === this.rows.length) this.rows = growUint32(this.rows);
    this.rows[this.count++] = row;
    if (this.examples.length < EXAMPLES) this.examples.push({ row, text: shown(cell) });
  }

  /** The rows without those in `gone`; examples likewise. */
  without(gone: ReadonlySet<number>): { rows: Uint32Array; examples: readonly FindingExample[] } {
    const rows = this.rows.slice(0, this.count);
    if (gone.size === 0) return { rows, examples: this.examples };
    return {
      rows: rows.filter((row) => !gone.has(row)),
      examples: this.examples.filter((example) => !gone.has(example.row)),
    };
  }
}

/** Notes rows by reason while they are read. */
export class FindingsLog {
  private readonly entries = new Map<FindingReason, Entry>();

  note(reason: FindingReason, treatment: Treatment, row: number, cell: Cell | undefined): void {
    let entry = this.entries.get(reason);
    if (!entry) this.entries.set(reason, (entry = new Entry(treatment)));
    entry.add(row, cell);
  }

  /** All findings; of those that were kept, only the rows that were not left out afterwards. */
  toFindings(leftOutAfterwards: ReadonlySet<number>): Findings {
    const findings: Finding[] = [];
    for (const reason of FINDING_REASONS) {
      const entry = this.entries.get(reason);
      if (!entry) continue;
      const gone = entry.treatment === "kept" ? leftOutAfterwards : new Set<number>();
      const { rows, examples } = entry.without(gone);
      if (rows.length > 0) {
        findings.push({ reason, treatment: entry.treatment, count: rows.length, rows, examples });
      }
    }
    return findings;
  }
}
