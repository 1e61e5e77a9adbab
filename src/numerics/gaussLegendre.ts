import { at } from "./at";

/** Nodes and weights on [−1, 1]. */
export interface Quadrature {
  readonly nodes: Float64Array;
  readonly weights: Float64Array;
}

/** The Legendre polynomial of degree n at t, and its derivative. */
function legendre(n: number, t: number): { value: number; derivative: number } {
  let previous = 1;
  let value = t;
  for (let k = 2; k <= n; k++) {
    const next = ((2 * k - 1) * t * value - (k - 1) * previous) / k;
    previous = value;
    value = next;
  }
  return { value, derivative: (n * (t * value - previous)) / (t * t - 1) };
}

/** Gauss–Legendre rule of n nodes: Newton's method on the Legendre polynomial. Exact to degree 2n − 1. */
export function gaussLegendre(n: number): Quadrature {
  const nodes = new Float64Array(n);
  const weights = new Float64Array(n);
  for (let i = 0; i < n; i++) {
    let t = Math.cos((Math.PI * (i + 0.75)) / (n + 0.5));
    for (let iteration = 0; iteration < 50; iteration++) {
      const { value, derivative } = legendre(n, t);
      const step = value / derivative;
      t -= step;
      if (Math.abs(step) < 1e-16) break;
    }
    const { derivative } = legendre(n, t);
    nodes[i] = -t;
    weights[i] = 2 / ((1 - t * t) * derivative * derivative);
  }
  return { nodes, weights };
}

const SIXTEEN = gaussLegendre(16);

/** ∫ f over [from, to] by one rule of 16 nodes. */
export function integratePanel(f: (y: number) => number, from: number, to: number): number {
  const half = 0.5 * (to - from);
  const middle = 0.5 * (to + from);
  let sum = 0;
  for (let j = 0; j < 16; j++) sum += at(SIXTEEN.weights, j) * f(middle + half * at(SIXTEEN.nodes, j));
  return half * sum;
}

/** To this of what has been added up, both halves of a panel must agree with the whole. */
const TOLERANCE = 1e-13;

/**
 * ∫ f over [from, to], begun on equal panels from the right and halving each until both halves agree with the whole. For smooth integrands of one sign.
 */
export function integrateAdaptive(f: (y: number) => number, from: number, to: number, panels = 1): number {
  const width = (to - from) / panels;
  const waiting: [number, number, number, number][] = Array.from({ length: panels }, (_, i) => {
    const left = from + i * width;
    return [left, left + width, integratePanel(f, left, left + width), 0];
  });
  let total = 0;
  for (let panel = waiting.pop(); panel !== undefined; panel = waiting.pop()) {
    const [left, right, whole, depth] = panel;
    const middle = 0.5 * (left + right);
    const first = integratePanel(f, left, middle);
    const second = integratePanel(f, middle, right);
    const both = first + second;
    const scale = Math.max(Math.abs(both), Math.abs(total));
    if (Math.abs(both - whole) <= TOLERANCE * scale || depth >= 40) total += both;
    else waiting.push([left, middle, first, depth + 1], [middle, right, second, depth + 1]);
  }
  return total;
}
