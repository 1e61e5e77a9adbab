import { bgBbLikelihood } from "../../src/models/bgBbLikelihood";
import { bgNbdLogLikelihood } from "../../src/models/bgNbdLikelihood";
import { cnbdKLikelihood } from "../../src/models/cnbdKLikelihood";
import { collapseRows, thinRows } from "../../src/models/collapseRows";
import { gammaGammaLikelihood } from "../../src/models/gammaGammaLikelihood";
import { paretoNbdLogLikelihood } from "../../src/models/paretoNbdLikelihood";
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
