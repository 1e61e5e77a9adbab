import { callById } from "./callById";
import {
  bgNbdAhead,
  bgNbdPlain,
  covarianceAt,
  fallOf,
  lowest,
  paretoNbdPlain,
  type PlainLikelihood,
  type PlainRow,
} from "./plainFits";
import { column, one } from "./shapes";

/*
 * CLV.PROFILE, CLV.OUTLOOK and CLV.BOOTSTRAP against the same numbers found by another road (plainFits.ts).
 */

type Line = [name: string, value: number, low: number, high: number | string];

const base = (
  ...rows: readonly (readonly [x: number, tx: number, age: number, count: number])[]
): PlainRow[] => rows.map(([x, tx, age, count]) => ({ x, tx, age, count }));

const columnsOf = (rows: readonly PlainRow[]): unknown[][][] => [
  column(...rows.map(({ x }) => x)),
  column(...rows.map(({ tx }) => tx)),
  column(...rows.map(({ age }) => age)),
];
const countsOf = (rows: readonly PlainRow[]): unknown[][] => column(...rows.map(({ count }) => count));

const BASE = base(
  [0, 0, 39, 600],
  [1, 4, 39, 90],
  [1, 20, 39, 60],
  [2, 10, 39, 40],
  [2, 30, 39, 40],
  [3, 24, 39, 30],
  [4, 36, 39, 25],
  [7, 35, 39, 20],
  [12, 38, 39, 15],
);

const near = (found: unknown, expected: number, tolerance: number): void => {
  expect(Math.abs(Number(found) / expected - 1)).toBeLessThan(tolerance);
};

describe("the bounds of CLV.PROFILE", () => {
  /** Where the best likelihood with one parameter held has lost z² / 2 (z of 0.95), going up or down from the best. */
  function boundOf(fall: (at: readonly number[]) => number, index: number, direction: 1 | -1): number {
    const top = lowest(fall, [-1, 1, -0.5, 1]);
    let start = top.at.filter((_, k) => k !== index);
    /** By its root the loss is nearly a line. */
    const excess = (value: number): number => {
      const found = lowest((rest) => fall([...rest.slice(0, index), value, ...rest.slice(index)]), start);
      start = [...found.at];
      return Math.sqrt(Math.max(0, 2 * (found.value - top.value))) - 1.959963984540054;
    };
    let [before, now] = [top.at[index] ?? NaN, (top.at[index] ?? NaN) + 0.2 * direction];
    let [loss, next] = [-1.959963984540054, excess(now)];
    for (let step = 0; Math.abs(next) > 1e-5 && step < 30; step++) {
      const secant = now - (next * (now - before)) / (next - loss);
      [before, loss] = [now, next];
      now = Math.min(before + 1, Math.max(before - 1, secant));
      next = excess(now);
    }
    return Math.exp(now);
  }

  it.each<[string, PlainLikelihood, readonly number[], readonly number[]]>([
    ["bgnbd", bgNbdPlain, [0, 1, 2, 3], [0, 1, 2, 3]],
    ["pareto", paretoNbdPlain, [0, 2], [0]],
  ])(
    "of %s are where a plain search with the parameter held has lost z² / 2",
    async (model, likelihood, lower, upper) => {
      const args = [one(model), ...columnsOf(BASE), one(0.95), countsOf(BASE)];
      const lines = (await callById("PROFILE", args)) as Line[];
      const fall = fallOf(likelihood, BASE);
      for (const index of lower) near(lines[index]?.[2], boundOf(fall, index, -1), 2e-5);
      for (const index of upper) near(lines[index]?.[3], boundOf(fall, index, 1), 2e-5);
    },
  );

  it("are missing where the likelihood never falls so far: s of Pareto/NBD at a thousand loses less", async () => {
    const args = [one("pareto"), ...columnsOf(BASE), one(0.95), countsOf(BASE)];
    const lines = (await callById("PROFILE", args)) as Line[];
    expect(lines[2]?.[3]).toBe("∞");
    const fall = fallOf(paretoNbdPlain, BASE);
    const top = lowest(fall, [-1, 2, 0, 3]);
    const far = lowest(([r = 0, alpha = 0, beta = 0]) => fall([r, alpha, Math.log(1000), beta]), [-1, 2, 10]);
    expect(far.value - top.value).toBeGreaterThan(0);
    expect(far.value - top.value).toBeLessThan(1.9207);
  });
});

describe("CLV.OUTLOOK", () => {
  it("is the sum over customers' own rates and chances, with the bounds that differences give", async () => {
    const args = [one("bgnbd"), ...columnsOf(BASE), one(26), one(0.9), countsOf(BASE)];
    const [, total = [], ...customers] = (await callById("OUTLOOK", args)) as (string | number)[][];
    const fall = fallOf(bgNbdPlain, BASE);
    const { at: logs } = lowest(fall, [-1, 1, -0.5, 1]);
    const covariance = covarianceAt(fall, logs);
    /** The orders of each row and, last, of all. */
    const ordersAt = (at: readonly number[]): number[] => {
      const each = BASE.map((row) => bgNbdAhead(at.map(Math.exp), row, 26).orders);
      return [...each, each.reduce((sum, orders, i) => sum + orders * (BASE[i]?.count ?? NaN), 0)];
    };
    const orders = ordersAt(logs);
    const slopes = logs.map((_, k) => {
      const [above, below] = [1e-3, -1e-3].map((by) => ordersAt(logs.map((v, i) => (i === k ? v + by : v))));
      return orders.map((__, i) => ((above?.[i] ?? NaN) - (below?.[i] ?? NaN)) / 2e-3);
    });
    [...customers, total].forEach(([, value, low, high], i) => {
      const mean = orders[i] ?? NaN;
      const variance = slopes.reduce(
        (sum, p, k) =>
          sum +
          slopes.reduce((part, q, l) => part + (p[i] ?? 0) * (q[i] ?? 0) * (covariance[k]?.[l] ?? 0), 0),
        0,
      );
      // 1.644854 is the normal quantile of 0.95.
      const factor = Math.exp((1.6448536269514722 * Math.sqrt(variance)) / mean);
      near(value, mean, 1e-5);
      near(low, mean / factor, 1e-4);
      near(high, mean * factor, 1e-4);
    });
    customers.forEach(([alive], i) => {
      near(
        alive,
        bgNbdAhead(logs.map(Math.exp), BASE[i] ?? { x: 0, tx: 0, age: 0, count: 0 }, 26).alive,
        1e-5,
      );
    });
  });
});

describe("the bounds of CLV.BOOTSTRAP", () => {
  it("lie at their shares of the exact distribution, over all samples that can be drawn", async () => {
    // Of three kinds of customers 24 are drawn: 325 samples, each with its multinomial probability.
    const kinds = base([0, 0, 39, 14], [2, 20, 39, 6], [5, 36, 39, 4]);
    const draws = 2000;
    const args = [
      one("bgnbd"),
      ...columnsOf(kinds),
      one(26),
      one(5),
      one(draws),
      one(0.8),
      countsOf(kinds),
      one(true),
    ];
    const lines = (await callById("BOOTSTRAP", args)) as Line[];

    /** Orders and ages give the usual sizes of the parameters; the weak prior is normal about them, with deviation 3. */
    const centre = [0, Math.log(39), 0, 0];
    const steadied = (rows: readonly PlainRow[]) => (at: readonly number[]) =>
      fallOf(bgNbdPlain, rows)(at) + at.reduce((sum, v, k) => sum + (v - (centre[k] ?? 0)) ** 2 / 18, 0);
    const { at: start } = lowest(steadied(kinds), [-1, 1, -0.5, 1]);
    const logFactorial = (n: number): number =>
      Array.from({ length: n }, (_, i) => Math.log(i + 1)).reduce((sum, v) => sum + v, 0);
    const samples: { probability: number; statistics: number[] }[] = [];
    for (let first = 0; first < 24; first++) {
      for (let second = 0; second <= 24 - first; second++) {
        const counts = [first, second, 24 - first - second];
        const logProbability = counts.reduce(
          (sum, n, k) => sum + n * Math.log((kinds[k]?.count ?? NaN) / 24) - logFactorial(n),
          logFactorial(24),
        );
        const rows = kinds.map((kind, k) => ({ ...kind, count: counts[k] ?? NaN }));
        const parameters = lowest(steadied(rows), start).at.map(Math.exp);
        const ahead = kinds.reduce(
          (sum, kind) => sum + kind.count * bgNbdAhead(parameters, kind, 26).orders,
          0,
        );
        samples.push({ probability: Math.exp(logProbability), statistics: [...parameters, ahead] });
      }
    }
    // All but those without a repeat order, of which there are (14 / 24)^24.
    expect(samples.reduce((sum, { probability }) => sum + probability, 0)).toBeCloseTo(
      1 - (14 / 24) ** 24,
      12,
    );

    const upTo = (statistic: number, bound: number): number =>
      samples.reduce((sum, { probability, statistics }) => {
        return (statistics[statistic] ?? NaN) <= bound ? sum + probability : sum;
      }, 0);
    // A quantile by 2,000 draws strays by √(0.1 × 0.9 / 2000) of the distribution; the fits agree to 1e-4.
    const stray = 4 * Math.sqrt((0.1 * 0.9) / draws);
    expect(lines.length).toBe(5);
    lines.forEach(([, , low, high], k) => {
      expect(upTo(k, low * (1 + 1e-4))).toBeGreaterThan(0.1 - stray);
      expect(upTo(k, low * (1 - 1e-4))).toBeLessThan(0.1 + stray);
      expect(upTo(k, Number(high) * (1 + 1e-4))).toBeGreaterThan(0.9 - stray);
      expect(upTo(k, Number(high) * (1 - 1e-4))).toBeLessThan(0.9 + stray);
    });
  });
});
