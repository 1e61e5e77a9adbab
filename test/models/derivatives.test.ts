import { readFileSync } from "node:fs";
import path from "node:path";
import { bdwLikelihood } from "../../src/models/contractual/betaDiscreteWeibullLikelihood";
import { bgBbLikelihood } from "../../src/models/buyTillYouDie/bgBbLikelihood";
import { bgNbdLogLikelihood } from "../../src/models/buyTillYouDie/bgNbdLikelihood";
import { cnbdKLikelihood } from "../../src/models/buyTillYouDie/cnbdKLikelihood";
import type { CohortLosses } from "../../src/models/contractual/cohortLosses";
import { collapseRows, thinRows, type CollapsedRows } from "../../src/models/fitting/collapseRows";
import { gammaGammaLikelihood } from "../../src/models/spending/gammaGammaLikelihood";
import { paretoNbdLogLikelihood } from "../../src/models/buyTillYouDie/paretoNbdLikelihood";
import { sbgLogLikelihood } from "../../src/models/contractual/shiftedBetaGeometric";
import type { SmoothFunction } from "../../src/numerics/newton";

const column = (...values: number[]): Float64Array => Float64Array.from(values);
const history = collapseRows(column(0, 1, 3, 12, 3), column(0, 0.5, 20, 39, 20), column(30, 25, 39, 39, 39));
const donors = collapseRows(column(0, 1, 3, 6, 2), column(0, 2, 4, 6, 5), column(6, 6, 6, 6, 6));
const spend = collapseRows(column(1, 2, 7), column(20, 35, 61), column(0, 0, 0));

const cases: readonly (readonly [string, SmoothFunction, Float64Array])[] = [
  ["BG/NBD", bgNbdLogLikelihood(history, false), column(0.3, 4, 0.8, 2.4)],
  ["MBG/NBD", bgNbdLogLikelihood(history, true), column(0.3, 4, 0.8, 2.4)],
  ["Pareto/NBD, alpha below beta", paretoNbdLogLikelihood(history), column(0.6, 9, 0.7, 12)],
  ["Pareto/NBD, alpha above beta", paretoNbdLogLikelihood(history), column(0.6, 15, 1.7, 12)],
  ["BG/CNBD-2", cnbdKLikelihood(history, 2, false), column(0.6, 3, 0.7, 2)],
  ["MBG/CNBD-3", cnbdKLikelihood(history, 3, true), column(0.6, 3, 0.7, 2)],
  ["BG/BB", bgBbLikelihood(donors), column(1.2, 0.75, 0.66, 2.8)],
  ["Gamma-Gamma", gammaGammaLikelihood(spend), column(6, 3.7, 15)],
];

describe.each(cases)("%s", (_, f, at) => {
  const moved = (k: number, by: number): Float64Array => at.map((value, i) => (i === k ? value + by : value));

  it("has the gradient that differences of its value show", () => {
    const { gradient } = f(at);
    at.forEach((value, k) => {
      const step = 1e-5 * value;
      const slope = (f(moved(k, step)).value - f(moved(k, -step)).value) / (2 * step);
      expect(Math.abs((gradient[k] ?? NaN) - slope)).toBeLessThan(1e-6 * (1 + Math.abs(slope)));
    });
  });

  it("has the Hessian that differences of its gradient show", () => {
    const { hessian } = f(at);
    const n = at.length;
    at.forEach((value, k) => {
      const step = 1e-5 * value;
      const [above, below] = [f(moved(k, step)).gradient, f(moved(k, -step)).gradient];
      above.forEach((slope, l) => {
        const curve = (slope - (below[l] ?? NaN)) / (2 * step);
        expect(Math.abs((hessian[k * n + l] ?? NaN) - curve)).toBeLessThan(1e-6 * (1 + Math.abs(curve)));
      });
    });
  });
});

/** Of one customer or cohort each, by scripts/models/referenceDerivatives.py: differences in 100 digits. */
type Row = readonly [string, number[], number[], number[], number[]];
const { rows } = JSON.parse(readFileSync(path.join(__dirname, "derivatives.json"), "utf8")) as {
  rows: Row[];
};

const one = (...values: number[]): CollapsedRows => {
  const [a = NaN, b = NaN, c = 0] = values;
  return collapseRows(column(a), column(b), column(c));
};
const cohort = ([survivors = NaN, ...lost]: number[]): CohortLosses => ({
  lost: column(...lost),
  survivors,
  customers: NaN,
});

const LIKELIHOODS: Record<string, (known: number[]) => SmoothFunction> = {
  bgNbd: (known) => bgNbdLogLikelihood(one(...known), false),
  mbgNbd: (known) => bgNbdLogLikelihood(one(...known), true),
  paretoNbd: (known) => paretoNbdLogLikelihood(one(...known)),
  bgCnbdK: ([k = NaN, ...known]) => cnbdKLikelihood(one(...known), k, false),
  mbgCnbdK: ([k = NaN, ...known]) => cnbdKLikelihood(one(...known), k, true),
  bgBb: (known) => bgBbLikelihood(one(...known)),
  gammaGamma: (known) => gammaGammaLikelihood(one(...known)),
  shiftedBetaGeometric: (known) => sbgLogLikelihood(cohort(known)),
  betaDiscreteWeibull: (known) => bdwLikelihood(cohort(known)),
};

describe.each(Object.keys(LIKELIHOODS))("against high-precision arithmetic, %s", (name) => {
  const own = rows.filter(([model]) => model === name);

  /** Off by more than 1e-10, in units of the parameters' logarithms, in which the search goes. */
  const off = (found: number, truth: number, unit: number): boolean =>
    !(Math.abs(found - truth) * unit <= 1e-10 * (1 + Math.abs(truth) * unit));

  it("has the right gradient and Hessian over the whole domain", () => {
    expect(own.length).toBeGreaterThan(15);
    const wrong = own.filter(([, p, known, gradient, hessian]) => {
      const found = LIKELIHOODS[name]?.(known)(Float64Array.from(p));
      const units = p.flatMap((first) => p.map((second) => first * second));
      return (
        gradient.some((slope, k) => off(found?.gradient[k] ?? NaN, slope, p[k] ?? NaN)) ||
        hessian.some((curve, k) => off(found?.hessian[k] ?? NaN, curve, units[k] ?? NaN))
      );
    });
    expect(wrong.map(([, p, known]) => `${p} and ${known}`)).toEqual([]);
  });
});

describe("identical rows", () => {
  it("are merged, and the source rows find theirs again", () => {
    expect(history.length).toBe(4);
    expect(history.total).toBe(5);
    expect(Array.from(history.counts)).toEqual([1, 1, 2, 1]);
    expect(Array.from(history.index)).toEqual([0, 1, 2, 3, 2]);
  });

  it("are merged by the hundred thousand", () => {
    const x = Float64Array.from({ length: 200000 }, (_, i) => i % 50021);
    const rows = collapseRows(x, x, x);
    expect(rows.length).toBe(50021);
    expect(rows.counts.reduce((sum, count) => sum + count, 0)).toBe(200000);
    rows.index.forEach((distinct, i) => {
      if (rows.a[distinct] !== x[i]) throw new Error(`row ${i}`);
    });
  });

  it("are thinned to a sample that keeps the total", () => {
    const x = Float64Array.from({ length: 5000 }, (_, i) => i % 700);
    const thin = thinRows(collapseRows(x, x, x), 100);
    expect(thin.length).toBeLessThanOrEqual(101);
    expect(thin.counts.reduce((sum, count) => sum + count, 0)).toBeCloseTo(5000, -2);
  });
});
