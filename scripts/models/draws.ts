import { RandomStream } from "../../src/numerics/random";
import type { RegularHistory } from "../../src/models/buyTillYouDie/fitCnbdK";
import type { OpportunityHistory } from "../../src/models/buyTillYouDie/bgBb";
import type { SpendHistory } from "../../src/models/spending/gammaGamma";

/*
 * Data sets drawn from the models that src/models/buyTillYouDie/simulateCustomers.ts does not draw from, each told as the paper's
 * story of one customer, not by the formulas of src/models. The same seed gives the same data.
 */

const column = <Row>(rows: readonly Row[], of: (row: Row) => number): Float64Array =>
  Float64Array.from(rows, of);

const drawn = <Row>(customers: number, seed: number, draw: (random: RandomStream) => Row): Row[] => {
  const random = new RandomStream(seed);
  return Array.from({ length: customers }, () => draw(random));
};

export interface RegularPlan {
  readonly stages: number;
  /** Whether a customer may leave right after the first order (MBG). */
  readonly mayLeaveAtOnce: boolean;
  readonly customers: number;
  readonly seed: number;
  /** Ages are spread evenly between these. */
  readonly youngest: number;
  readonly oldest: number;
}

/** (M)BG/CNBD-k: an order at each k-th stage of a Gamma(r, alpha) rate; she leaves after one with a Beta(a, b) chance. */
export function drawRegular([r = NaN, alpha = NaN, a = NaN, b = NaN]: readonly number[], plan: RegularPlan) {
  const rows = drawn(plan.customers, plan.seed, (random) => {
    const age = plan.youngest + (plan.oldest - plan.youngest) * random.uniform();
    const rate = random.gamma(r, alpha);
    const chance = random.beta(a, b);
    let [x, tx, sumLogGaps] = [0, 0, 0];
    let left = plan.mayLeaveAtOnce && random.uniform() < chance;
    while (!left) {
      const gap = random.gamma(plan.stages, rate);
      if (tx + gap > age) break;
      [x, tx, sumLogGaps] = [x + 1, tx + gap, sumLogGaps + Math.log(gap)];
      left = random.uniform() < chance;
    }
    return { x, tx, age, sumLogGaps };
  });
  return {
    x: column(rows, (row) => row.x),
    tx: column(rows, (row) => row.tx),
    age: column(rows, (row) => row.age),
    sumLogGaps: column(rows, (row) => row.sumLogGaps),
  } satisfies RegularHistory;
}

/** BG/BB: before each of n opportunities she leaves with a Beta(gamma, delta) chance, else buys with a Beta(alpha, beta) one. */
export function drawOpportunities(
  [alpha = NaN, beta = NaN, gamma = NaN, delta = NaN]: readonly number[],
  { n, customers, seed }: { readonly n: number; readonly customers: number; readonly seed: number },
) {
  const rows = drawn(customers, seed, (random) => {
    const [buys, leaves] = [random.beta(alpha, beta), random.beta(gamma, delta)];
    let [x, tx] = [0, 0];
    for (let t = 1; t <= n && random.uniform() >= leaves; t++) {
      if (random.uniform() < buys) [x, tx] = [x + 1, t];
    }
    return { x, tx };
  });
  return {
    x: column(rows, (row) => row.x),
    tx: column(rows, (row) => row.tx),
    n: column(rows, () => n),
  } satisfies OpportunityHistory;
}

/**
 * A cohort under contract, counted after 0, 1, 2, … periods. She stays t periods with (1 − θ)^(t^c), θ ~ Beta(alpha, beta):
 * shifted-beta-geometric at c = 1, else beta-discrete-Weibull.
 */
export function drawCohort(
  [alpha = NaN, beta = NaN, c = 1]: readonly number[],
  {
    periods,
    customers,
    seed,
  }: { readonly periods: number; readonly customers: number; readonly seed: number },
): Float64Array {
  const lifetimes = drawn(customers, seed, (random) => {
    const weariness = random.exponential() / -Math.log1p(-random.beta(alpha, beta));
    return weariness ** (1 / c);
  });
  return Float64Array.from({ length: periods + 1 }, (_, t) => lifetimes.filter((life) => life >= t).length);
}

/** Gamma-Gamma: the mean of x orders of Gamma(p, ν) values, ν ~ Gamma(q, gamma); x is 1 and a Poisson number. */
export function drawSpending(
  [p = NaN, q = NaN, gamma = NaN]: readonly number[],
  {
    moreOrders,
    customers,
    seed,
  }: { readonly moreOrders: number; readonly customers: number; readonly seed: number },
) {
  const rows = drawn(customers, seed, (random) => {
    const x = 1 + random.poisson(moreOrders);
    return { x, meanValue: random.gamma(p * x, random.gamma(q, gamma)) / x };
  });
  return {
    x: column(rows, (row) => row.x),
    meanValue: column(rows, (row) => row.meanValue),
  } satisfies SpendHistory;
}
