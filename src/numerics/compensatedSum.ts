/**
 * A sum that does not lose its small terms (Neumaier 1974): sums that must tie to a cent, tie.
 * @example compensatedSum([1e16, 1, -1e16]) // 1
 */
export function compensatedSum(terms: Iterable<number>): number {
  let sum = 0;
  let lost = 0;
  for (const term of terms) {
    const next = sum + term;
    lost += Math.abs(sum) >= Math.abs(term) ? sum - next + term : term - next + sum;
    sum = next;
  }
  return Number.isFinite(sum) ? sum + lost : sum;
}
