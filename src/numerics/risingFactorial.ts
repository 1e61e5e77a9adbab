import { at } from "./at";
import { digamma, lnBeta, lnGamma, trigamma } from "./gammaFunctions";

/** Up to here a product of factors is exact and fast; beyond it Stirling's series is. */
const DIRECT = 256;

/**
 * ln of the rising factorial v (v+1) … (v+n−1) = Γ(v+n) / Γ(v), for v > 0 and a whole n ≥ 0.
 * Repeat orders are whole numbers, so the likelihoods need no gamma function and lose no digit to a difference.
 */
export function lnRising(v: number, n: number): number {
  if (n > DIRECT) return lnGamma(n) - lnBeta(v, n);
  let sum = 0;
  let product = 1;
  for (let i = 0; i < n; i++) {
    product *= v + i;
    if (product > 1e280 || product < 1e-280) {
      sum += Math.log(product);
      product = 1;
    }
  }
  return sum + Math.log(product);
}

/** ln (v)_n with its first and second derivative in v, for each of some whole numbers n. */
export interface RisingTable {
  readonly value: Float64Array;
  readonly first: Float64Array;
  readonly second: Float64Array;
}

export function emptyRisingTable(length: number): RisingTable {
  return {
    value: new Float64Array(length),
    first: new Float64Array(length),
    second: new Float64Array(length),
  };
}

/** Fills the table for the ascending whole numbers `counts`; the work of each entry builds on the last. */
export function fillRisingTable(table: RisingTable, v: number, counts: Float64Array): void {
  let done = 0;
  let value = 0;
  let first = 0;
  let second = 0;
  let product = 1;
  for (let k = 0; k < counts.length; k++) {
    const count = at(counts, k);
    if (count - done > 4096) {
      value = lnRising(v, count);
      first = digamma(v + count) - digamma(v);
      second = trigamma(v + count) - trigamma(v);
      product = 1;
      done = count;
    }
    for (; done < count; done++) {
      const factor = v + done;
      const inverse = 1 / factor;
      product *= factor;
      if (product > 1e280 || product < 1e-280) {
        value += Math.log(product);
        product = 1;
      }
      first += inverse;
      second -= inverse * inverse;
    }
    table.value[k] = value + Math.log(product);
    table.first[k] = first;
    table.second[k] = second;
  }
}
