/** Scales at which amounts may be whole numbers: units, cents, mills (dinars of Kuwait), and two more for unit prices. */
const SCALES = [1, 100, 1000, 10_000, 1_000_000] as const;

/** Sums below this are exact when added as whole numbers. */
const LARGEST_EXACT = Number.MAX_SAFE_INTEGER;

/**
 * The smallest scale at which every amount is a whole number (100 for cents); undefined where there is none or where
 * the sum would leave the range of exact whole numbers. An amount is decimal at a scale when the nearest whole number
 * divided by the scale gives the very same double again.
 */
export function decimalScale(amounts: ArrayLike<number>): number | undefined {
  let at = 0;
  let magnitude = 0;
  for (let i = 0; i < amounts.length; i++) {
    const amount = amounts[i] ?? NaN;
    magnitude += Math.abs(amount);
    let scale = SCALES[at];
    while (scale !== undefined && Math.round(amount * scale) / scale !== amount) scale = SCALES[++at];
    if (scale === undefined) return undefined;
  }
  const scale = SCALES[at] ?? NaN;
  return magnitude * scale < LARGEST_EXACT ? scale : undefined;
}

/** Neumaier's compensated summation (1974): the error of a sum stays near one rounding however many numbers it has. */
export function compensatedSum(values: ArrayLike<number>): number {
  let sum = 0;
  let lost = 0;
  for (let i = 0; i < values.length; i++) {
    const value = values[i] ?? NaN;
    const next = sum + value;
    lost += Math.abs(sum) >= Math.abs(value) ? sum - next + value : value - next + sum;
    sum = next;
  }
  return sum + lost;
}

/**
 * The sum of amounts of money, exact to the cent where they are decimal: added as whole cents, so that no order of
 * rows and no number of rows changes it. `exactSum([0.1, 0.2])` is 0.3.
 */
export function exactSum(amounts: ArrayLike<number>): number {
  const scale = decimalScale(amounts);
  if (scale === undefined) return compensatedSum(amounts);
  let units = 0;
  for (let i = 0; i < amounts.length; i++) units += Math.round((amounts[i] ?? NaN) * scale);
  return units / scale;
}

/** A product or rate leaves binary noise (3 × 19.99 = 59.97 + 7e-15): the decimal meant, where one lies that close. */
export function withoutNoise(amount: number): number {
  const rounded = Math.round(amount * 1_000_000) / 1_000_000;
  return Math.abs(amount - rounded) <= 1e-14 * Math.abs(amount) ? rounded : amount;
}

/** Digits of a cent after the point. */
export const CENT_DIGITS = 2;

/** Halves away from zero, as invoices round. */
export function roundMoney(amount: number, digits: number): number {
  const scale = 10 ** digits;
  const units = withoutNoise(Math.abs(amount) * scale);
  return (Math.sign(amount) * Math.floor(units + 0.5)) / scale;
}

export const roundToCent = (amount: number): number => roundMoney(amount, CENT_DIGITS);
