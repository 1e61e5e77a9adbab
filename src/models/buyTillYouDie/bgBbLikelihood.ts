import { addAt, at } from "../../numerics/at";
import type { SmoothFunction } from "../../numerics/newton";
import { emptyRisingTable, fillRisingTable, type RisingTable } from "../../numerics/risingFactorial";
import type { CollapsedRows } from "../fitting/collapseRows";
import { fullHessian } from "../fitting/fourByFour";
import { LogSum } from "../fitting/logSum";

/** The logarithms of the rising factorials of the parameters and of their sums, for every whole number to n + 1. */
interface Tables {
  readonly alpha: RisingTable;
  readonly beta: RisingTable;
  readonly alphaBeta: RisingTable;
  readonly delta: RisingTable;
  readonly gammaDelta: RisingTable;
}

/**
 * Adds term m of a row: "left after opportunity m" (or, at m = n, "still there"). It depends on x and m but not on
 * t_x, so the rows of one x and n share their terms, from n down to t_x.
 */
function addTerm(terms: LogSum, tables: Tables, gamma: number, x: number, m: number, still: boolean): void {
  const { beta, alphaBeta, delta, gammaDelta } = tables;
  const end = still ? m : m + 1;
  const inverse = still ? 0 : 1 / gamma;
  const bought = at(beta.value, m - x) - at(alphaBeta.value, m);
  const stayed = at(delta.value, m) - at(gammaDelta.value, end);
  const slopeSum = -at(alphaBeta.first, m);
  const slopeDropout = -at(gammaDelta.first, end);
  const curveSum = -at(alphaBeta.second, m);
  const curveDropout = -at(gammaDelta.second, end);
  terms.add(
    bought + stayed + (still ? 0 : Math.log(gamma)),
    [slopeSum, at(beta.first, m - x) + slopeSum, inverse + slopeDropout, at(delta.first, m) + slopeDropout],
    [curveSum, curveSum, at(beta.second, m - x) + curveSum],
    [curveDropout - inverse * inverse, curveDropout, at(delta.second, m) + curveDropout],
  );
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
  const terms = new LogSum();
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
        addTerm(terms, tables, gamma, x, n, true);
        [lastX, lastN, reached] = [x, n, n];
      }
      while (reached > tx) addTerm(terms, tables, gamma, x, --reached, false);
      value += count * (at(tables.alpha.value, x) + terms.value);
      terms.addTo(sums, count);
      addAt(sums, 0, count * at(tables.alpha.first, x));
      addAt(sums, 4, count * at(tables.alpha.second, x));
    }
    return { value, gradient: sums.slice(0, 4), hessian: fullHessian(sums) };
  };
}
