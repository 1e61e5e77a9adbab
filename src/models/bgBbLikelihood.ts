import { addAt, at } from "../numerics/at";
import type { SmoothFunction } from "../numerics/newton";
import { emptyRisingTable, fillRisingTable, type RisingTable } from "../numerics/risingFactorial";
import type { CollapsedRows } from "./collapseRows";
import { fullHessian } from "./fourByFour";

/** The logarithms of the rising factorials of the parameters and of their sums, for every whole number to n + 1. */
interface Tables {
  readonly alpha: RisingTable;
  readonly beta: RisingTable;
  readonly alphaBeta: RisingTable;
  readonly delta: RisingTable;
  readonly gammaDelta: RisingTable;
}

/**
 * Running sums of the terms of one row's likelihood, scaled by their largest so far: the total, then its gradient
 * (entries 0–3) and Hessian (4–13, upper triangle by rows) in alpha, beta, gamma, delta.
 *
 * Term m is "left after opportunity m" (or, at m = n, "still there"). It depends on x and m but not on t_x, so the
 * rows of one x and n share their terms: from n down to t_x.
 */
class TermSums {
  scale = -Infinity;
  total = 0;
  readonly sums = new Float64Array(14);

  reset(): void {
    this.scale = -Infinity;
    this.total = 0;
    this.sums.fill(0);
  }

  add(tables: Tables, gamma: number, x: number, m: number, still: boolean): void {
    const { beta, alphaBeta, delta, gammaDelta } = tables;
    const end = still ? m : m + 1;
    const inverse = still ? 0 : 1 / gamma;
    const bought = at(beta.value, m - x) - at(alphaBeta.value, m);
    const stayed = at(delta.value, m) - at(gammaDelta.value, end);
    const log = bought + stayed + (still ? 0 : Math.log(gamma));
    if (log > this.scale) this.rescale(log);
    const p = Math.exp(log - this.scale);
    const a = -at(alphaBeta.first, m);
    const b = at(beta.first, m - x) + a;
    const shared = -at(gammaDelta.first, end);
    const c = inverse + shared;
    const d = at(delta.first, m) + shared;
    const curveSum = -at(alphaBeta.second, m);
    const curveDropout = -at(gammaDelta.second, end);
    const s = this.sums;
    this.total += p;
    addAt(s, 0, p * a);
    addAt(s, 1, p * b);
    addAt(s, 2, p * c);
    addAt(s, 3, p * d);
    addAt(s, 4, p * (a * a + curveSum));
    addAt(s, 5, p * (a * b + curveSum));
    addAt(s, 6, p * a * c);
    addAt(s, 7, p * a * d);
    addAt(s, 8, p * (b * b + at(beta.second, m - x) + curveSum));
    addAt(s, 9, p * b * c);
    addAt(s, 10, p * b * d);
    addAt(s, 11, p * (c * c + curveDropout - inverse * inverse));
    addAt(s, 12, p * (c * d + curveDropout));
    addAt(s, 13, p * (d * d + at(delta.second, m) + curveDropout));
  }

  private rescale(scale: number): void {
    const factor = Math.exp(this.scale - scale);
    this.scale = scale;
    this.total *= factor;
    for (let k = 0; k < this.sums.length; k++) this.sums[k] = at(this.sums, k) * factor;
  }

  /** Adds `count` times the gradient and Hessian of ln total: means of the terms', less the mean gradient's square. */
  addTo(target: Float64Array, count: number): void {
    const inverse = 1 / this.total;
    for (let k = 0; k < 4; k++) addAt(target, k, count * inverse * at(this.sums, k));
    let entry = 4;
    for (let i = 0; i < 4; i++) {
      for (let j = i; j < 4; j++, entry++) {
        const square = inverse * inverse * at(this.sums, i) * at(this.sums, j);
        addAt(target, entry, count * (inverse * at(this.sums, entry) - square));
      }
    }
  }
}

/** Row numbers by n, then x, then t_x from the last down. */
function sharedOrder(rows: CollapsedRows): number[] {
  return Array.from({ length: rows.length }, (_, i) => i).sort(
    (i, j) => at(rows.c, i) - at(rows.c, j) || at(rows.a, i) - at(rows.a, j) || at(rows.b, j) - at(rows.b, i),
  );
}

/**
 * The log-likelihood of BG/BB (Fader, Hardie & Shang 2010, eq. 5) over rows (x, t_x, n), with gradient and Hessian in
 * alpha, beta, gamma, delta.
 */
export function bgBbLikelihood(rows: CollapsedRows): SmoothFunction {
  const most = rows.c.reduce((n, value) => Math.max(n, value), 0);
  const counts = Float64Array.from({ length: most + 2 }, (_, i) => i);
  const empty = (): RisingTable => emptyRisingTable(counts.length);
  const tables: Tables = {
    alpha: empty(),
    beta: empty(),
    alphaBeta: empty(),
    delta: empty(),
    gammaDelta: empty(),
  };
  const order = sharedOrder(rows);
  const terms = new TermSums();
  return (parameters) => {
    const [alpha, beta] = [at(parameters, 0), at(parameters, 1)];
    const [gamma, delta] = [at(parameters, 2), at(parameters, 3)];
    fillRisingTable(tables.alpha, alpha, counts);
    fillRisingTable(tables.beta, beta, counts);
    fillRisingTable(tables.alphaBeta, alpha + beta, counts);
    fillRisingTable(tables.delta, delta, counts);
    fillRisingTable(tables.gammaDelta, gamma + delta, counts);
    const sums = new Float64Array(14);
    let value = 0;
    let lastX = -1;
    let lastN = -1;
    let reached = 0;
    for (const i of order) {
      const [x, tx, n, count] = [at(rows.a, i), at(rows.b, i), at(rows.c, i), at(rows.counts, i)];
      if (x !== lastX || n !== lastN) {
        terms.reset();
        terms.add(tables, gamma, x, n, true);
        [lastX, lastN, reached] = [x, n, n];
      }
      while (reached > tx) terms.add(tables, gamma, x, --reached, false);
      value += count * (at(tables.alpha.value, x) + terms.scale + Math.log(terms.total));
      terms.addTo(sums, count);
      addAt(sums, 0, count * at(tables.alpha.first, x));
      addAt(sums, 4, count * at(tables.alpha.second, x));
    }
    return { value, gradient: sums.slice(0, 4), hessian: fullHessian(sums) };
  };
}
