/*
 * Fits and forecasts written a second time, plain and slow, to hold the product's against: likelihoods as products and
 * Simpson's rule, maxima by Nelder and Mead's search, forecasts as sums over customers' own rates and chances.
 * Nothing here comes from src.
 */

export interface PlainRow {
  readonly x: number;
  readonly tx: number;
  readonly age: number;
  readonly count: number;
}

type Point = readonly number[];

const sumOf = (n: number, term: (i: number) => number): number => {
  let sum = 0;
  for (let i = 0; i < n; i++) sum += term(i);
  return sum;
};

/** Nelder & Mead's search (1965) for a minimum, begun anew from where it ends until that gains nothing. */
export function lowest(f: (at: Point) => number, start: Point): { at: Point; value: number } {
  const valued = (at: Point): { at: Point; value: number } => ({ at, value: f(at) });
  let best = valued(start);
  for (let round = 0; round < 30; round++) {
    const corners = [best, ...start.map((_, i) => valued(best.at.map((v, k) => (k === i ? v + 0.2 : v))))];
    for (let step = 0; step < 2000; step++) {
      corners.sort((p, q) => p.value - q.value);
      const [first = best] = corners;
      const last = corners.at(-1) ?? best;
      if (last.value - first.value < 1e-11) break;
      const kept = corners.slice(0, -1);
      const middle = start.map((_, k) => kept.reduce((sum, { at }) => sum + (at[k] ?? 0) / kept.length, 0));
      const along = (by: number): { at: Point; value: number } =>
        valued(middle.map((m, k) => m + by * ((last.at[k] ?? 0) - m)));
      const reflected = along(-1);
      const tried =
        reflected.value < first.value
          ? [reflected, along(-2)]
          : [reflected, along(reflected.value < last.value ? -0.5 : 0.5)];
      const better = tried.reduce((p, q) => (q.value < p.value ? q : p));
      if (better.value < (kept.at(-1)?.value ?? -Infinity)) corners.splice(-1, 1, better);
      else {
        const shrunk = corners
          .slice(1)
          .map(({ at }) => valued(at.map((v, k) => (v + (first.at[k] ?? 0)) / 2)));
        corners.splice(1, corners.length - 1, ...shrunk);
      }
    }
    corners.sort((p, q) => p.value - q.value);
    const found = corners[0] ?? best;
    const gain = best.value - found.value;
    best = found;
    if (gain < 1e-10) break;
  }
  return best;
}

/** ln L of BG/NBD of a customer: ordering goes on to the end, or stops at the last order (Fader et al. 2005, eq. 3). */
export function bgNbdPlain(
  [r = NaN, alpha = NaN, a = NaN, b = NaN]: Point,
  { x, tx, age }: PlainRow,
): number {
  const rate = sumOf(x, (i) => Math.log(r + i)) + r * Math.log(alpha);
  const stays = (n: number): number => sumOf(n, (i) => Math.log(b + i) - Math.log(a + b + i));
  const still = stays(x) - (r + x) * Math.log(alpha + age);
  if (x === 0) return rate + still;
  const left = Math.log(a) - Math.log(a + b + x - 1) + stays(x - 1) - (r + x) * Math.log(alpha + tx);
  return rate + Math.log(Math.exp(still) + Math.exp(left));
}

/** ln L of Pareto/NBD: still there at the end, or left at y after the last order, by Simpson's rule over y. */
export function paretoNbdPlain([r = NaN, alpha = NaN, s = NaN, beta = NaN]: Point, row: PlainRow): number {
  const { x, tx, age } = row;
  const panels = 200;
  const width = (age - tx) / panels;
  const density = (y: number): number =>
    Math.exp(
      -(r + x) * Math.log((alpha + y) / (alpha + age)) - (s + 1) * Math.log((beta + y) / (beta + age)),
    );
  const left = sumOf(panels + 1, (i) => {
    const weight = i === 0 || i === panels ? 1 : i % 2 === 1 ? 4 : 2;
    return ((weight * width) / 3) * density(tx + i * width);
  });
  return (
    sumOf(x, (i) => Math.log(r + i)) +
    r * Math.log(alpha) -
    (r + x) * Math.log(alpha + age) +
    s * (Math.log(beta) - Math.log(beta + age)) +
    Math.log1p((s / (beta + age)) * left)
  );
}

export type PlainLikelihood = (parameters: Point, row: PlainRow) => number;

/** Minus the log-likelihood of a base, of the logarithms of the parameters. */
export const fallOf =
  (likelihood: PlainLikelihood, rows: readonly PlainRow[]) =>
  (logs: Point): number => {
    const parameters = logs.map(Math.exp);
    const value = -rows.reduce((sum, row) => sum + row.count * likelihood(parameters, row), 0);
    return Number.isFinite(value) ? value : 1e300;
  };

/** P(alive) and the orders of the next t of a BG/NBD customer, as sums over her own rate and chance of leaving. */
export function bgNbdAhead(
  [r = NaN, alpha = NaN, a = NaN, b = NaN]: Point,
  { x, tx, age }: PlainRow,
  t: number,
): { alive: number; orders: number } {
  const grid = (from: number, to: number, step: number): number[] =>
    Array.from({ length: Math.ceil((to - from) / step) }, (_, i) => from + i * step);
  const rates = grid(-40 / r, Math.log((r + x + 60) / alpha), 0.25).map((u) => {
    const rate = Math.exp(u);
    const weight = Math.exp(r * u - alpha * rate + x * u);
    return { rate, still: weight * Math.exp(-rate * age), left: weight * Math.exp(-rate * tx) };
  });
  const chances = grid(-40 / a, 40 / b, 0.25).map((v) => {
    const [p, stay] = [1 / (1 + Math.exp(-v)), 1 / (1 + Math.exp(v))];
    const weight = p ** a * stay ** b;
    return { p, still: weight * stay ** x, left: x === 0 ? 0 : weight * p * stay ** (x - 1) };
  });
  const total = (values: readonly number[]): number => values.reduce((sum, v) => sum + v, 0);
  const still = total(rates.map((rate) => rate.still)) * total(chances.map((chance) => chance.still));
  const left = total(rates.map((rate) => rate.left)) * total(chances.map((chance) => chance.left));
  // Orders until one of them is the last: a Poisson stream stopped with the chance p at each. Where p is next to
  // nothing, that is the stream unstopped; where the rate is, nothing.
  const rarely = total(chances.filter(({ p }) => p <= 1e-12).map((chance) => chance.still));
  let orders = 0;
  for (const { rate, still: weight } of rates.filter((each) => each.rate > 1e-14)) {
    orders += weight * rarely * rate * t;
    for (const { p, still: chance } of chances) {
      if (p > 1e-12) orders += (weight * chance * -Math.expm1(-rate * p * t)) / p;
    }
  }
  return { alive: still / (still + left), orders: orders / (still + left) };
}

/** The inverse of minus the Hessian at a minimum of f, by differences and Gauss and Jordan's elimination. */
export function covarianceAt(f: (at: Point) => number, at: Point): number[][] {
  const h = 2e-3;
  const moved = (i: number, k: number, by: number, also: number): number =>
    f(at.map((v, m) => v + (m === i ? by * h : 0) + (m === k ? also * h : 0)));
  const rows = at.map((_, i) => [
    ...at.map(
      (__, k) =>
        (moved(i, k, 1, 1) - moved(i, k, 1, -1) - moved(i, k, -1, 1) + moved(i, k, -1, -1)) / (4 * h * h),
    ),
    ...at.map((__, k) => Number(i === k)),
  ]);
  rows.forEach((pivotRow, i) => {
    const pivot = pivotRow[i] ?? NaN;
    pivotRow.forEach((v, k) => (pivotRow[k] = v / pivot));
    rows.forEach((row, m) => {
      const factor = row[i] ?? NaN;
      if (m !== i) row.forEach((v, k) => (row[k] = v - factor * (pivotRow[k] ?? NaN)));
    });
  });
  return rows.map((row) => row.slice(at.length));
}
