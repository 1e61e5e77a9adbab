import { at } from "../../numerics/at";
import { bgNbdLogLikelihood } from "./bgNbdLikelihood";
import { thinRows, type CollapsedRows } from "../fitting/collapseRows";
import type { LikelihoodProblem, ModelLimit } from "../fitting/likelihoodProblem";

/** How BG/NBD and its kin may turn into simpler models, in r, alpha, a, b; Pareto/NBD in r, alpha, s, beta. */
export const LIMITS: readonly ModelLimit[] = [
  { limit: "nobodyLeaves", direction: [0, 0, -1, 0] },
  { limit: "nobodyLeaves", direction: [0, 0, 0, 1] },
  { limit: "everybodyLeavesAtOnce", direction: [0, 0, 0, -1] },
  { limit: "everybodyLeavesAtOnce", direction: [0, 0, 1, 0] },
  { limit: "identicalRates", direction: [1, 1, 0, 0] },
  { limit: "identicalDropout", direction: [0, 0, 1, 1] },
  { limit: "leavesAtOnceOrNever", direction: [0, 0, -1, -1] },
];

/** A sample is worth its own search only where there are this many distinct rows. */
const SAMPLE_ABOVE = 4000;
const SAMPLE_SIZE = 1000;

export interface HistorySizes {
  readonly meanAge: number;
  /** Repeat orders of a customer. */
  readonly orders: number;
  /** Orders per unit of time. */
  readonly rate: number;
  /** The share of customers who ordered again; their orders per unit of time, and of time up to the last order. */
  readonly returning: number;
  readonly rateOfReturning: number;
  readonly rateWhileOrdering: number;
}

export function historySizes(rows: CollapsedRows): HistorySizes {
  let age = 0;
  let orders = 0;
  let returned = 0;
  let ageOfReturned = 0;
  let recency = 0;
  for (let i = 0; i < rows.length; i++) {
    age += at(rows.counts, i) * at(rows.c, i);
    orders += at(rows.counts, i) * at(rows.a, i);
    if (at(rows.a, i) === 0) continue;
    returned += at(rows.counts, i);
    ageOfReturned += at(rows.counts, i) * at(rows.c, i);
    recency += at(rows.counts, i) * at(rows.b, i);
  }
  return {
    meanAge: age / rows.total,
    orders: orders / rows.total,
    rate: orders / age,
    returning: returned / rows.total,
    rateOfReturning: orders / ageOfReturned,
    rateWhileOrdering: orders / Math.max(recency, 1e-3 * ageOfReturned),
  };
}

/** Starts for r, alpha, a, b: some shapes of the rate with the mean rate of the data, and some chances of leaving. */
function bgNbdStarts({ rate }: HistorySizes): readonly (readonly number[])[] {
  return [
    [0.5, 0.35 / rate, 0.8, 2],
    [1, 0.8 / rate, 0.6, 3],
    [0.3, 0.15 / rate, 0.5, 4],
    [4, 4 / rate, 0.3, 3],
  ];
}

/** The other stories that such data may tell: all order much alike, but many leave at once, the rest soon or never. */
function bgNbdRivalStarts(sizes: HistorySizes): readonly (readonly number[])[] {
  const stays = Math.min(sizes.returning, 0.9);
  return [
    [2, 2 / sizes.rateWhileOrdering, 2 * (1 - stays), 2 * stays],
    [2, 2 / sizes.rateOfReturning, 0.02 * (1 - stays), 0.02 * stays],
  ];
}

/** A third story, which few customers may tell: they order very differently, and all leave with one chance. */
const bgNbdRivalStartsOfFew = ({ orders, rateWhileOrdering }: HistorySizes): readonly number[][] => [
  [0.5, 0.5 / rateWhileOrdering, 100, 100 * orders],
];

type Search = Pick<
  LikelihoodProblem,
  "centre" | "starts" | "rivalStarts" | "rivalStartsOfFew" | "severalMaxima" | "limits"
>;

/** Where the fits of BG/NBD and its kin look for the maximum. */
export const bgNbdSearch = (sizes: HistorySizes, mayLeaveAtOnce: boolean): Search => ({
  centre: [1, sizes.meanAge, 1, 1],
  starts: bgNbdStarts(sizes),
  rivalStarts: bgNbdRivalStarts(sizes),
  rivalStartsOfFew: bgNbdRivalStartsOfFew(sizes),
  severalMaxima: mayLeaveAtOnce,
  limits: LIMITS,
});

export function bgNbdProblem(
  model: "bgNbd" | "mbgNbd",
  rows: CollapsedRows,
  mayLeaveAtOnce: boolean,
): LikelihoodProblem {
  const sizes = historySizes(rows);
  return {
    model,
    parameterNames: ["r", "alpha", "a", "b"],
    customers: rows.total,
    distinctRows: rows.length,
    logLikelihood: bgNbdLogLikelihood(rows, mayLeaveAtOnce),
    sample:
      rows.length > SAMPLE_ABOVE
        ? bgNbdLogLikelihood(thinRows(rows, SAMPLE_SIZE), mayLeaveAtOnce)
        : undefined,
    ...bgNbdSearch(sizes, mayLeaveAtOnce),
  };
}
