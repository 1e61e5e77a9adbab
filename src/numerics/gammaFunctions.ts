/**
 * Logarithms of the gamma and beta functions and their derivatives, for positive arguments.
 * Method: upward recurrence to 10, then Stirling's series (Abramowitz & Stegun 6.1.40, 6.3.18, 6.4.12).
 */

const HALF_LOG_TWO_PI = 0.9189385332046727;
const EULER = 0.5772156649015329;

/** B(2k) / (2k (2k−1)): the coefficients of Stirling's series, k = 1, 2, … */
const STIRLING = [
  1 / 12,
  -1 / 360,
  1 / 1260,
  -1 / 1680,
  1 / 1188,
  -691 / 360360,
  1 / 156,
  -3617 / 122400,
  43867 / 244188,
];
/** B(2k) / (2k): the asymptotic series of digamma. */
const DIGAMMA_SERIES = [1 / 12, -1 / 120, 1 / 252, -1 / 240, 1 / 132, -691 / 32760, 1 / 12, -3617 / 8160];
/** B(2k): the asymptotic series of trigamma. */
const TRIGAMMA_SERIES = [1 / 6, -1 / 30, 1 / 42, -1 / 30, 5 / 66, -691 / 2730, 7 / 6, -3617 / 510];
/** zeta(2), zeta(3), …: ln Γ(1 + d) about 1. */
const ZETA = [
  1.6449340668482264, 1.2020569031595943, 1.0823232337111382, 1.0369277551433699, 1.0173430619844491,
  1.0083492773819228, 1.0040773561979443, 1.0020083928260822, 1.0009945751278181,
];
const SHIFT_TO = 10;

function evenSeries(coefficients: readonly number[], inverseSquare: number): number {
  return coefficients.reduceRight((sum, coefficient) => sum * inverseSquare + coefficient, 0);
}

/** ln Γ(x) − [(x − ½) ln x − x + ½ ln 2π], for x ≥ 10. */
function stirlingRemainder(x: number): number {
  const inverse = 1 / x;
  return inverse * evenSeries(STIRLING, inverse * inverse);
}

/** ln Γ(1 + d) for small d, with full relative accuracy where the function is near zero. */
function lnGammaNearOne(d: number): number {
  let power = d;
  let sum = -EULER * d;
  ZETA.forEach((zeta, index) => {
    power *= -d;
    sum -= (power * zeta) / (index + 2);
  });
  return sum;
}

/** ln Γ(x), x > 0. */
export function lnGamma(x: number): number {
  if (!(x > 0)) return NaN;
  if (x < 1e-8) return -Math.log(x) - EULER * x;
  if (Math.abs(x - 1) < 0.02) return lnGammaNearOne(x - 1);
  if (Math.abs(x - 2) < 0.02) return lnGammaNearOne(x - 2) + Math.log1p(x - 2);
  let product = 1;
  let shifted = x;
  while (shifted < SHIFT_TO) {
    product *= shifted;
    shifted += 1;
  }
  const value = (shifted - 0.5) * Math.log(shifted) - shifted + HALF_LOG_TWO_PI + stirlingRemainder(shifted);
  return value - Math.log(product);
}

/** ψ(x) = d ln Γ(x) / dx, x > 0. */
export function digamma(x: number): number {
  let sum = 0;
  let shifted = x;
  while (shifted < SHIFT_TO) {
    sum -= 1 / shifted;
    shifted += 1;
  }
  const inverse = 1 / shifted;
  const square = inverse * inverse;
  return sum + Math.log(shifted) - 0.5 * inverse - square * evenSeries(DIGAMMA_SERIES, square);
}

/** ψ(x + step) − ψ(x) for x, step > 0, without the cancellation of two digammas that hardly differ. */
export function digammaDifference(x: number, step: number): number {
  let sum = 0;
  let shifted = x;
  while (shifted < SHIFT_TO) {
    sum += step / (shifted * (shifted + step));
    shifted += 1;
  }
  const growth = Math.log1p(step / shifted);
  const square = 1 / (shifted * shifted);
  let power = 1;
  DIGAMMA_SERIES.forEach((coefficient, index) => {
    power *= square;
    sum -= coefficient * power * Math.expm1(-2 * (index + 1) * growth);
  });
  return sum + growth + step / (2 * shifted * (shifted + step));
}

/** ψ′(x), x > 0. */
export function trigamma(x: number): number {
  let sum = 0;
  let shifted = x;
  while (shifted < SHIFT_TO) {
    sum += 1 / (shifted * shifted);
    shifted += 1;
  }
  const inverse = 1 / shifted;
  const square = inverse * inverse;
  return sum + inverse + 0.5 * square + inverse * square * evenSeries(TRIGAMMA_SERIES, square);
}

/** ψ′(x) − ψ′(x + step) for x, step > 0, without the cancellation of two trigammas that hardly differ. */
export function trigammaDifference(x: number, step: number): number {
  let sum = 0;
  let shifted = x;
  while (shifted < SHIFT_TO) {
    sum += inverseSquareFall(shifted, step);
    shifted += 1;
  }
  const growth = Math.log1p(step / shifted);
  const square = 1 / (shifted * shifted);
  let power = 1 / shifted;
  TRIGAMMA_SERIES.forEach((coefficient, index) => {
    power *= square;
    sum -= coefficient * power * Math.expm1(-(2 * index + 3) * growth);
  });
  return sum + step / (shifted * (shifted + step)) + 0.5 * inverseSquareFall(shifted, step);
}

/** 1/x² − 1/(x + step)². */
function inverseSquareFall(x: number, step: number): number {
  const share = step / (x + step);
  return (share * (2 - share)) / (x * x);
}

/**
 * ln B(a, b) without the cancellation of ln Γ(a) + ln Γ(b) − ln Γ(a + b) at large arguments
 * (the method of DiDonato & Morris 1992, TOMS 708).
 */
export function lnBeta(a: number, b: number): number {
  const small = Math.min(a, b);
  const large = Math.max(a, b);
  const sum = small + large;
  if (large < SHIFT_TO) return lnGamma(small) + lnGamma(large) - lnGamma(sum);
  const remainder = stirlingRemainder(large) - stirlingRemainder(sum);
  if (small < SHIFT_TO) {
    return (
      lnGamma(small) + remainder + small - small * Math.log(sum) - (large - 0.5) * Math.log1p(small / large)
    );
  }
  const ratio = small / large;
  return (
    HALF_LOG_TWO_PI -
    0.5 * Math.log(large) +
    stirlingRemainder(small) +
    remainder +
    (small - 0.5) * Math.log(ratio / (1 + ratio)) -
    large * Math.log1p(ratio)
  );
}
