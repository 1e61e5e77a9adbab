/** Series of the error function for small arguments, and a continued fraction of its complement for larger ones. */
function complementaryError(x: number): number {
  if (x < 2) {
    let term = x;
    let sum = x;
    for (let n = 1; n < 80 && Math.abs(term) > 1e-17 * Math.abs(sum); n++) {
      term *= (2 * x * x) / (2 * n + 1);
      sum += term;
    }
    return 1 - (2 / Math.sqrt(Math.PI)) * Math.exp(-x * x) * sum;
  }
  let fraction = 0;
  for (let n = 120; n > 0; n--) fraction = n / 2 / (x + fraction);
  return Math.exp(-x * x) / (Math.sqrt(Math.PI) * (x + fraction));
}

/** P(Z ≤ z) for a standard normal Z. */
export function normalProbability(z: number): number {
  const tail = 0.5 * complementaryError(Math.abs(z) / Math.SQRT2);
  return z < 0 ? tail : 1 - tail;
}

/** The z with P(Z ≤ z) = probability, by Newton's method from the logistic approximation. */
export function normalQuantile(probability: number): number {
  if (!(probability > 0 && probability < 1)) return NaN;
  if (probability < 0.5) return -normalQuantile(1 - probability);
  const tail = 1 - probability;
  let z = Math.min(8, Math.log(probability / tail) / 1.702);
  for (let i = 0; i < 60; i++) {
    const density = Math.exp(-0.5 * z * z) / Math.sqrt(2 * Math.PI);
    const excess = tail - (1 - normalProbability(z));
    // Halley's correction keeps the step sound far in the tail.
    const ratio = excess / density;
    const step = ratio / (1 + 0.5 * z * ratio);
    z -= step;
    if (Math.abs(step) < 1e-15 * Math.max(1, z)) break;
  }
  return z;
}
