import { SEGMENTS, rankGroups } from "../measures/rfm";
import type { CustomerFigures } from "./customerFigures";

/** Scores run from 1 (low) to this. */
export const SCORES = 5;

/** Lowest and highest score of recency, frequency and spending per segment, in the order of reading. */
export const SEGMENT_LIMITS: readonly (readonly number[])[] = SEGMENTS.map(({ limits }) =>
  limits.map((limit, place) => limit ?? (place % 2 === 0 ? 1 : SCORES)),
);

export interface SegmentFigures {
  readonly recencyScore: readonly number[];
  readonly frequencyScore: readonly number[];
  readonly moneyScore: readonly number[];
  /** 1 for the first segment of the table. */
  readonly segment: readonly number[];
}

/** Scores by rank (equal values share a score), and the first segment whose limits hold all three. */
export function segmentFigures(base: CustomerFigures): SegmentFigures {
  const scores = (values: ArrayLike<number>): number[] => {
    const groups = rankGroups(values, SCORES);
    return Array.isArray(groups) ? groups : [];
  };
  const [recencyScore, frequencyScore, moneyScore] = [
    scores(base.last),
    scores(base.orders),
    scores(base.revenue),
  ];
  const segment = Array.from({ length: base.length }, (_, c) => {
    const own = [recencyScore[c] ?? 0, frequencyScore[c] ?? 0, moneyScore[c] ?? 0];
    const found = SEGMENT_LIMITS.findIndex((limits) =>
      own.every((score, k) => score >= (limits[2 * k] ?? 1) && score <= (limits[2 * k + 1] ?? SCORES)),
    );
    return found + 1;
  });
  return { recencyScore, frequencyScore, moneyScore, segment };
}
