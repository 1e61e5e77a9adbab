import { at } from "../../numerics/at";
import type { CollapsedRows } from "../fitting/collapseRows";

/** Ages of one x at which it pays to compute at a few points and to interpolate between them. */
const NODES = [16, 32] as const;
/** Relative error up to which the curve is taken: far below what is promised (1e-9). */
const TOLERANCE = 1e-12;

type IfAlive = (x: number, tx: number, age: number) => number;

/**
 * A positive quantity for each state of a living customer. It is smooth in the age, so customers who differ in their
 * age only share one curve: a hundred thousand customers whose first orders lie on 700 days need some 50 curves of 16
 * points instead of 10,000 integrals.
 *
 * @param scale the model's own time scale: curves are smooth in ln(scale + age)
 */
export function tabulateByAge(states: CollapsedRows, scale: number, ifAlive: IfAlive): Float64Array {
  const values = new Float64Array(states.length);
  for (const group of groupsOf(states)) {
    const [first = 0] = group;
    const [x, tx] = [at(states.a, first), at(states.b, first)];
    const direct = (age: number): number => ifAlive(x, tx, age);
    const ages = group.map((k) => at(states.c, k));
    const curve = curveThrough(direct, ages, scale) ?? direct;
    group.forEach((k, i) => (values[k] = curve(ages[i] ?? NaN)));
  }
  return values;
}

/** The states with equal x and t_x. */
function groupsOf(states: CollapsedRows): number[][] {
  const groups = new Map<string, number[]>();
  for (let k = 0; k < states.length; k++) {
    const key = `${at(states.a, k)},${at(states.b, k)}`;
    const group = groups.get(key);
    if (group) group.push(k);
    else groups.set(key, [k]);
  }
  return [...groups.values()];
}

/** The function as a polynomial in ln(scale + age), or null where it would cost more or be less than exact. */
function curveThrough(
  direct: (age: number) => number,
  ages: readonly number[],
  scale: number,
): ((age: number) => number) | null {
  const youngest = ages.reduce((least, age) => Math.min(least, age), Infinity);
  const oldest = ages.reduce((most, age) => Math.max(most, age), 0);
  const [from, to] = [Math.log(scale + youngest), Math.log(scale + oldest)];
  if (!(to > from)) return null;
  const test = [0.13, 0.5, 0.87].map((share) => youngest + share * (oldest - youngest));
  for (const nodes of NODES) {
    if (ages.length < nodes + 2 * test.length) return null;
    const curve = chebyshev((u) => Math.log(direct(Math.exp(u) - scale)), from, to, nodes);
    const value = (age: number): number => Math.exp(curve(Math.log(scale + age)));
    if (test.every((age) => Math.abs(value(age) / direct(age) - 1) <= TOLERANCE)) return value;
  }
  return null;
}

/** Interpolation in Chebyshev points of the first kind, by the barycentric formula (Berrut & Trefethen 2004). */
function chebyshev(f: (u: number) => number, from: number, to: number, count: number): (u: number) => number {
  const angles = Array.from({ length: count }, (_, i) => ((2 * i + 1) * Math.PI) / (2 * count));
  const nodes = angles.map((angle) => (from + to) / 2 + ((to - from) / 2) * Math.cos(angle));
  const values = nodes.map(f);
  const weights = angles.map((angle, i) => (i % 2 === 0 ? 1 : -1) * Math.sin(angle));
  return (u) => {
    let numerator = 0;
    let denominator = 0;
    for (let i = 0; i < count; i++) {
      const distance = u - (nodes[i] ?? NaN);
      if (distance === 0) return values[i] ?? NaN;
      const part = (weights[i] ?? NaN) / distance;
      numerator += part * (values[i] ?? NaN);
      denominator += part;
    }
    return numerator / denominator;
  };
}
