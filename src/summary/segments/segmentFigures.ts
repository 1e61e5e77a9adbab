import { rankGroups } from "../../measures/rfm";
import type { CustomerFigures } from "../customers/customerFigures";

export interface SegmentRules {
  /** Scores run from 1 (low) to this. */
  readonly scores: number;
  /** Lowest and highest score of recency, frequency and spending per segment, in the order of reading. */
  readonly limits: readonly (readonly number[])[];
}

export interface SegmentFigures {
  readonly recencyScore: readonly number[];
  readonly frequencyScore: readonly number[];
  readonly moneyScore: readonly number[];
  /** 1 for the first segment of the table; one more than there are where none fits. */
  readonly segment: readonly number[];
}

/** Scores by rank (equal values share a score), and the first segment whose limits hold all three. */
export function segmentFigures(base: CustomerFigures, { scores, limits }: SegmentRules): SegmentFigures {
  const scored = (values: ArrayLike<number>): number[] => {
    const groups = rankGroups(values, scores);
    return Array.isArray(groups) ? groups : [];
  };
  const [recencyScore, frequencyScore, moneyScore] = [
    scored(base.last),
    scored(base.orders),
    scored(base.revenue),
  ];
  const segment = Array.from({ length: base.length }, (_, c) => {
    const own = [recencyScore[c] ?? 0, frequencyScore[c] ?? 0, moneyScore[c] ?? 0];
    const found = limits.findIndex((sides) =>
      own.every((score, k) => score >= (sides[2 * k] ?? 1) && score <= (sides[2 * k + 1] ?? scores)),
    );
    return (found < 0 ? limits.length : found) + 1;
  });
  return { recencyScore, frequencyScore, moneyScore, segment };
}
