/** Step of the trapezium rule in log time: the integrand is analytic in a strip of half-width π/2, error e^-39. */
const STEP = 0.25;

/** Continued fraction of e^z E_s(z) (Abramowitz & Stegun 5.1.22, even part), by Lentz's method. */
function continuedFraction(s: number, z: number): number {
  let b = z + s;
  let c = 1e300;
  let d = 1 / b;
  let value = d;
  for (let i = 1; i < 2000; i++) {
    const numerator = -i * (s - 1 + i);
    b += 2;
    d = 1 / (numerator * d + b);
    c = b + numerator / c;
    const factor = c * d;
    value *= factor;
    if (Math.abs(factor - 1) < 2e-16) break;
  }
  return value;
}

/** ∫ e^{−zv} (1+v)^{−s} dv over v = e^y: the trapezium rule on the whole line, the left tail e^y summed exactly. */
function trapezium(s: number, z: number): number {
  const start = -Math.log(Math.max(z, s, 1)) - 38;
  const end = Math.log(46 / z);
  let sum = Math.exp(start) / Math.expm1(STEP);
  for (let y = start; y <= end; y += STEP) {
    const v = Math.exp(y);
    sum += Math.exp(y - z * v - s * Math.log1p(v));
  }
  return STEP * sum;
}

/**
 * The scaled exponential integral e^z E_s(z) = ∫₀^∞ e^{−zv} (1+v)^{−s} dv, for s ≥ 0 and z > 0 (z = 0 where s > 1).
 * Every term is positive, so nothing cancels at whole s, where the textbook recurrence divides zero by zero.
 */
export function scaledExponentialIntegral(s: number, z: number): number {
  if (z === 0) return s > 1 ? 1 / (s - 1) : Infinity;
  return z >= 0.5 ? continuedFraction(s, z) : trapezium(s, z);
}
