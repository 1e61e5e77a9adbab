import type { ColumnProfile } from "./columnProfile";
import { isOtherNumber, rolesOfHeading } from "./headerWords";
import type { ColumnCandidate, ColumnRole } from "./recognition";

/** How well the cells of a column suit a role, 0 to 1, without its heading. */
const CONTENT: Readonly<Record<ColumnRole, (column: ColumnProfile, rows: number) => number>> = {
  date: (column) => {
    if (column.dateFormats > 0.5) return 1;
    const serials = column.serials * (column.whole > 0.3 ? 0.75 : 0.6);
    // Consecutive whole numbers are row or order numbers more often than days.
    const numbers = column.countsUp > 0.9 ? serials * 0.5 : serials;
    return Math.min(1, column.dateTexts + Math.max(numbers, column.eightDigits * 0.9));
  },
  amount: (column) => {
    if (column.dateFormats > 0.5) return 0;
    const fractions = 1 - column.whole / Math.max(column.numeric, 1e-9);
    let score = column.numeric * (0.5 + 0.35 * Math.min(1, fractions * 2) + (column.negative > 0 ? 0.1 : 0));
    if (column.countsUp > 0.8) score *= 0.1;
    if (column.serials > 0.9 && fractions < 0.05) score *= 0.4;
    if (column.distinctCount <= 1) score *= 0.6;
    if (column.whole > 0.95 && column.largest <= 20) score *= 0.5;
    return score;
  },
  quantity: (column) => column.numeric * (column.largest <= 1000 ? 0.8 : 0.4) * (0.4 + 0.6 * column.whole),
  price: (column) => (column.dateFormats > 0.5 ? 0 : column.numeric * 0.8),
  customer: (column, rows) => {
    if (column.dateFormats > 0.5 || column.dateTexts > 0.5) return 0;
    if (column.emails > 0.7) return 0.95;
    const fractions = column.numeric - Math.min(column.whole, column.numeric);
    if (fractions > 0.3) return 0.05;
    // Customers come back: all different is an order id, a handful of values is a group.
    const recurring = column.distinct > 0.995 && rows > 5 ? 0.35 : 0.8;
    const handful = rows > 40 && column.distinctCount <= 12 ? 0.35 : 1;
    const dates = column.serials > 0.9 && column.words === 0 ? 0.6 : 1;
    return recurring * handful * dates * (column.countsUp > 0.9 ? 0.3 : 1);
  },
  orderId: (column, rows) => {
    if (column.dateFormats > 0.5 || column.dateTexts > 0.5 || rows < 2) return 0;
    const fractions = column.numeric - Math.min(column.whole, column.numeric);
    return fractions > 0.3 ? 0 : column.distinct;
  },
  currency: (column) => (column.currencies > 0.8 ? column.currencies : 0),
  group: (column, rows) =>
    column.words < 0.5 || rows < 2 ? 0.1 : column.distinctCount <= Math.max(3, rows * 0.3) ? 0.8 : 0.3,
};

/** Roles that only a heading can give: their cells look like those of other columns. */
const NEEDS_HEADING: ReadonlySet<ColumnRole> = new Set(["quantity", "price", "orderId", "group"]);

const HEADING_SHARE = 0.55;
const LEAST_CONTENT = 0.15;
const SURE_HEADING = 1;

export interface ColumnScores {
  readonly role: ColumnRole;
  /** All columns that could have the role, best first; confidence from 0 to 1. */
  readonly candidates: readonly ColumnCandidate[];
  /** How surely the heading of the column names the role. */
  readonly heading: (column: number) => number;
}

/** Whether a heading gives its column to another role, or to none of ours. */
function isOther(role: ColumnRole, heading = ""): boolean {
  const named = rolesOfHeading(heading);
  const best = Math.max(0, ...named.values());
  return (best >= 0.7 && !named.has(role)) || (role === "amount" && isOtherNumber(heading));
}

/** Scores every column for a role from its heading and its cells. */
export function scoreRole(
  role: ColumnRole,
  profiles: readonly ColumnProfile[],
  headings: readonly string[],
): ColumnScores {
  const rows = Math.max(0, ...profiles.map((profile) => profile.filled));
  const named = headings.map((heading) => rolesOfHeading(heading).get(role) ?? 0);
  const anyHeading = headings.some((heading) => heading !== "");
  const candidates = profiles.flatMap((profile): ColumnCandidate[] => {
    const heading = named[profile.column] ?? 0;
    const content = profile.filled === 0 ? 0 : CONTENT[role](profile, rows);
    // Amounts that happen to rise by one look like row numbers: a heading that says what they are decides.
    const suits = content >= LEAST_CONTENT || (content > 0 && heading >= SURE_HEADING);
    if (!suits || (heading === 0 && NEEDS_HEADING.has(role))) return [];
    const contentAlone =
      content * (anyHeading ? 0.6 : 0.8) * (isOther(role, headings[profile.column]) ? 0.3 : 1);
    const confidence = heading > 0 ? HEADING_SHARE * heading + (1 - HEADING_SHARE) * content : contentAlone;
    return [{ column: profile.column, confidence }];
  });
  candidates.sort((a, b) => b.confidence - a.confidence || a.column - b.column);
  return { role, candidates, heading: (column) => named[column] ?? 0 };
}
