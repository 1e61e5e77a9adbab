/** Random draws that are the same on every machine for the same seed. */
export interface SeededDraws {
  /** Uniform in (0, 1). */
  uniform(): number;
  exponential(rate: number): number;
  /** Gamma with the given shape and rate (mean shape / rate). */
  gamma(shape: number, rate: number): number;
  beta(a: number, b: number): number;
  /** An index, each with the probability of its weight; the weights add up to 1. */
  pick(weights: readonly number[]): number;
}

const TWO_TO_32 = 4294967296;

/** Marsaglia (2003), "Xorshift RNGs", Journal of Statistical Software 8(14): period 2^128 − 1. */
function xorshift128(seed: number): () => number {
  const state = new Uint32Array(4);
  // Weyl steps through a multiplicative hash spread neighbouring seeds over the whole state.
  for (let i = 0; i < 4; i++) {
    const step = Math.imul(seed + Math.imul(i + 1, 0x9e3779b9), 0x85ebca6b);
    state[i] = step ^ (step >>> 13) ^ 0x1b873593;
  }
  return () => {
    const [x = 0, y = 0, z = 0, w = 0] = state;
    const t = x ^ (x << 11);
    state.set([y, z, w, w ^ (w >>> 19) ^ t ^ (t >>> 8)]);
    return ((state[3] ?? 0) + 0.5) / TWO_TO_32;
  };
}

export function seededDraws(seed: number): SeededDraws {
  const uniform = xorshift128(seed);
  for (let i = 0; i < 16; i++) uniform();
  const exponential = (rate: number): number => -Math.log(uniform()) / rate;
  const normal = (): number => Math.sqrt(-2 * Math.log(uniform())) * Math.cos(2 * Math.PI * uniform());
  /** Marsaglia & Tsang (2000), "A simple method for generating gamma variables", ACM TOMS 26(3). */
  const gamma = (shape: number, rate: number): number => {
    if (shape < 1) return gamma(shape + 1, rate) * uniform() ** (1 / shape);
    const d = shape - 1 / 3;
    const c = 1 / Math.sqrt(9 * d);
    for (;;) {
      const x = normal();
      const v = (1 + c * x) ** 3;
      if (v > 0 && Math.log(uniform()) < 0.5 * x * x + d - d * v + d * Math.log(v)) return (d * v) / rate;
    }
  };
  const beta = (a: number, b: number): number => {
    const first = gamma(a, 1);
    return first / (first + gamma(b, 1));
  };
  const pick = (weights: readonly number[]): number => {
    let left = uniform();
    for (let i = 0; i < weights.length; i++) {
      left -= weights[i] ?? 0;
      if (left < 0) return i;
    }
    return weights.length - 1;
  };
  return { uniform, exponential, gamma, beta, pick };
}
