import { Refusal } from "../numerics/refusal";
import { outOfRange, tooFew } from "./refusals";

/**
 * Groups of equal size by rank: INT(groups × (rank − 1) ÷ N) + 1, where equal values share the lowest of their ranks
 * and so never fall into different groups. Group 1 holds the smallest values.
 * @param descending Group 1 holds the largest values instead.
 * @returns The group of each value, in the order given.
 * @example rankGroups([10, 40, 20, 30], 2) // [1, 2, 1, 2]
 */
export function rankGroups(
  values: ArrayLike<number>,
  groups: number,
  descending = false,
): number[] | Refusal {
  const n = values.length;
  if (n === 0) return tooFew("values", 0, 1);
  const sign = descending ? -1 : 1;
  const sorted = Float64Array.from(values, (value) => sign * value).sort();
  return Array.from(values, (value) => Math.floor((groups * countBelow(sorted, sign * value)) / n) + 1);
}

/** How many of the sorted values are smaller. */
function countBelow(sorted: Float64Array, value: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((sorted[middle] ?? NaN) < value) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** One line of a segment table: a name and, for R, F and M, the lowest and highest score; null is no limit. */
export interface SegmentRule {
  readonly name: string;
  readonly limits: readonly (number | null)[];
}

/**
 * The segments that apply when the user gives no table, for scores from 1 to 5, 5 being the most recent, the most
 * frequent, the highest spending. Read from the top; the first line that fits names the customer.
 */
export const SEGMENTS: readonly SegmentRule[] = [
  { name: "Best", limits: [4, 5, 4, 5, 4, 5] },
  { name: "Loyal", limits: [3, 5, 4, 5, null, null] },
  { name: "New", limits: [5, 5, 1, 1, null, null] },
  { name: "Big spenders", limits: [3, 5, 1, 3, 5, 5] },
  { name: "Promising", limits: [4, 5, 1, 3, null, null] },
  { name: "Cooling", limits: [3, 3, 1, 3, null, null] },
  { name: "Win back first", limits: [1, 2, 4, 5, 4, 5] },
  { name: "Slipping away", limits: [1, 2, 4, 5, null, null] },
  { name: "Dormant spenders", limits: [1, 2, 1, 3, 4, 5] },
  { name: "Dormant", limits: [2, 2, 1, 3, null, null] },
  { name: "Lost", limits: [1, 1, 1, 3, null, null] },
];

/** The first segment whose limits hold the three scores. */
export function segmentOf(
  recency: number,
  frequency: number,
  monetary: number,
  table: readonly SegmentRule[] = SEGMENTS,
): string | Refusal {
  const scores = [recency, frequency, monetary];
  const rule = table.find(({ limits }) =>
    scores.every((score, k) => {
      const low = limits[2 * k] ?? null;
      const high = limits[2 * k + 1] ?? null;
      return (low === null || score >= low) && (high === null || score <= high);
    }),
  );
  return rule ? rule.name : new Refusal("tooLittleData", "noSegment", { scores: scores.join("-") });
}

/** A table of segments from cells: seven columns, name, then lowest and highest R, F and M; empty is no limit. */
export function segmentTable(cells: readonly (readonly unknown[])[]): SegmentRule[] | Refusal {
  const rules: SegmentRule[] = [];
  for (const [i, row] of cells.entries()) {
    if (row.length !== 7) return new Refusal("invalid", "columnsExpected", { argument: "table", columns: 7 });
    const [name, ...limits] = row;
    if (isEmpty(name)) continue;
    const numbers = limits.map((cell) => (isEmpty(cell) ? null : Number(cell)));
    // A first line of words is the heading that CLV.RFM.TABLE would carry on a sheet.
    if (numbers.some((limit) => Number.isNaN(limit))) {
      if (i === 0) continue;
      return outOfRange("table", i + 1, "1 – 5");
    }
    rules.push({ name: String(name), limits: numbers });
  }
  return rules.length === 0 ? tooFew("table", 0, 1) : rules;
}

const isEmpty = (cell: unknown): boolean => cell === null || cell === undefined || cell === "";
