import { addAt, at } from "../../numerics/at";
import type { SmoothFunction } from "../../numerics/newton";
import { emptyRisingTable, fillRisingTable } from "../../numerics/risingFactorial";
import type { CollapsedRows } from "../fitting/collapseRows";
import { fullHessian } from "../fitting/fourByFour";
import { LogSum } from "../fitting/logSum";

/**
 * The log-likelihood of BG/CNBD-k and MBG/CNBD-k (Platzer & Reutterer 2016) over rows (x, t_x, T), with gradient and
 * Hessian in r, alpha, a, b; without the part of the single gaps between orders, which has no parameter in it.
 *
 * An order takes k stages, each a random wait. "Still there" is a sum over the stages passed since the last order;
 * "left at the last order" is one more term.
 */
export function cnbdKLikelihood(
  rows: CollapsedRows,
  stages: number,
  mayLeaveAtOnce: boolean,
): SmoothFunction {
  const off = mayLeaveAtOnce ? 1 : 0;
  const mostOrders = rows.a.reduce((most, x) => Math.max(most, x), 0);
  const ticks = Float64Array.from({ length: stages * (mostOrders + 1) + 1 }, (_, i) => i);
  const orders = Float64Array.from({ length: mostOrders + 2 }, (_, i) => i);
  const riseR = emptyRisingTable(ticks.length);
  const riseB = emptyRisingTable(orders.length);
  const riseAB = emptyRisingTable(orders.length);
  const logFactorial = Array.from({ length: stages }, (_, j) => {
    let sum = 0;
    for (let i = 2; i <= j; i++) sum += Math.log(i);
    return sum;
  });
  const terms = new LogSum();
  return (parameters) => {
    const [r, alpha] = [at(parameters, 0), at(parameters, 1)];
    const [a, b] = [at(parameters, 2), at(parameters, 3)];
    fillRisingTable(riseR, r, ticks);
    fillRisingTable(riseB, b, orders);
    fillRisingTable(riseAB, a + b, orders);
    const sums = new Float64Array(14);
    let value = 0;
    for (let i = 0; i < rows.length; i++) {
      const [x, tx, age, count] = [at(rows.a, i), at(rows.b, i), at(rows.c, i), at(rows.counts, i)];
      const [passed, chances] = [stages * x, x + off];
      const inverse = 1 / (alpha + age);
      const ratio = (age / alpha) * inverse;
      const logAge = Math.log(alpha + age);
      const logRatio = Math.log1p(age / alpha);
      const logSince = Math.log(age - tx) - logAge;
      terms.reset();
      for (let j = 0; j < stages && (j === 0 || age > tx); j++) {
        const k = passed + j;
        terms.add(
          at(riseR.value, k) - (logFactorial[j] ?? 0) + (j === 0 ? 0 : j * logSince),
          [at(riseR.first, k), -j * inverse, 0, 0],
          [at(riseR.second, k), 0, j * inverse * inverse],
          [0, 0, 0],
        );
      }
      if (chances > 0) {
        const left = b + (chances - 1);
        const inverseRecency = 1 / (alpha + tx);
        const step = inverse - inverseRecency;
        const logSpan = Math.log1p((age - tx) * inverseRecency);
        terms.add(
          at(riseR.value, passed) + Math.log(a / left) + (r + passed) * logSpan,
          [at(riseR.first, passed) + logSpan, (r + passed) * step, 1 / a, -1 / left],
          [at(riseR.second, passed), step, -(r + passed) * step * (inverse + inverseRecency)],
          [-1 / (a * a), 0, 1 / (left * left)],
        );
      }
      value +=
        count *
        (terms.value - r * logRatio - passed * logAge + at(riseB.value, chances) - at(riseAB.value, chances));
      terms.addTo(sums, count);
      addAt(sums, 0, -count * logRatio);
      addAt(sums, 1, count * (r * ratio - passed * inverse));
      addAt(sums, 2, -count * at(riseAB.first, chances));
      addAt(sums, 3, count * (at(riseB.first, chances) - at(riseAB.first, chances)));
      addAt(sums, 5, count * ratio);
      addAt(sums, 8, count * (passed * inverse * inverse - r * ratio * (inverse + 1 / alpha)));
      addAt(sums, 11, -count * at(riseAB.second, chances));
      addAt(sums, 12, -count * at(riseAB.second, chances));
      addAt(sums, 13, count * (at(riseB.second, chances) - at(riseAB.second, chances)));
    }
    return { value, gradient: sums.slice(0, 4), hessian: fullHessian(sums) };
  };
}
