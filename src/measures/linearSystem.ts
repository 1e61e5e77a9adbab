/** A matrix by rows. */
export type Matrix = readonly (readonly number[])[];

/**
 * Solves A x = b by Gaussian elimination with partial pivoting; undefined where A is singular to working accuracy.
 * Small systems only: states of a customer, a handful to a few hundred.
 */
export function solve(coefficients: Matrix, right: readonly number[]): number[] | undefined {
  const n = right.length;
  const rows = coefficients.map((row, i) => [...row, right[i] ?? 0]);
  for (let k = 0; k < n; k++) {
    let best = k;
    for (let i = k + 1; i < n; i++)
      if (Math.abs(rows[i]?.[k] ?? 0) > Math.abs(rows[best]?.[k] ?? 0)) best = i;
    const pivotRow = rows[best];
    const pivot = pivotRow?.[k] ?? 0;
    if (!pivotRow || Math.abs(pivot) < 1e-13) return undefined;
    [rows[k], rows[best]] = [pivotRow, rows[k] ?? []];
    for (let i = k + 1; i < n; i++) {
      const row = rows[i] ?? [];
      const factor = (row[k] ?? 0) / pivot;
      if (factor === 0) continue;
      for (let j = k; j <= n; j++) row[j] = (row[j] ?? 0) - factor * (pivotRow[j] ?? 0);
    }
  }
  const solution = new Array<number>(n).fill(0);
  for (let i = n - 1; i >= 0; i--) {
    const row = rows[i] ?? [];
    let rest = row[n] ?? 0;
    for (let j = i + 1; j < n; j++) rest -= (row[j] ?? 0) * (solution[j] ?? 0);
    solution[i] = rest / (row[i] ?? 1);
  }
  return solution;
}
