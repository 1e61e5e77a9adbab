import { addAt, at } from "./at";

/** Small dense symmetric matrices, row by row in a Float64Array of n × n. */

/** The lower triangle L with L Lᵀ = A; undefined where A is not positive definite. */
export function cholesky(matrix: Float64Array, n: number): Float64Array | undefined {
  const lower = new Float64Array(n * n);
  for (let i = 0; i < n; i++) {
    for (let j = 0; j <= i; j++) {
      let sum = at(matrix, i * n + j);
      for (let k = 0; k < j; k++) sum -= at(lower, i * n + k) * at(lower, j * n + k);
      if (i === j) {
        if (!(sum > 0)) return undefined;
        lower[i * n + i] = Math.sqrt(sum);
      } else lower[i * n + j] = sum / at(lower, j * n + j);
    }
  }
  return lower;
}

/** x with L Lᵀ x = b. */
function solveCholesky(lower: Float64Array, right: Float64Array, n: number): Float64Array {
  const x = right.slice();
  for (let i = 0; i < n; i++) {
    let sum = at(x, i);
    for (let k = 0; k < i; k++) sum -= at(lower, i * n + k) * at(x, k);
    x[i] = sum / at(lower, i * n + i);
  }
  for (let i = n - 1; i >= 0; i--) {
    let sum = at(x, i);
    for (let k = i + 1; k < n; k++) sum -= at(lower, k * n + i) * at(x, k);
    x[i] = sum / at(lower, i * n + i);
  }
  return x;
}

/** The inverse; undefined where the matrix is not positive definite. */
export function inversePositive(matrix: Float64Array, n: number): Float64Array | undefined {
  const lower = cholesky(matrix, n);
  if (lower === undefined) return undefined;
  const inverse = new Float64Array(n * n);
  for (let j = 0; j < n; j++) {
    const unit = new Float64Array(n);
    unit[j] = 1;
    const column = solveCholesky(lower, unit, n);
    for (let i = 0; i < n; i++) inverse[i * n + j] = at(column, i);
  }
  return inverse;
}

export interface Eigen {
  readonly values: Float64Array;
  /** Column k is the vector of value k. */
  readonly vectors: Float64Array;
}

/** One Jacobi rotation that makes entry (i, j) zero. */
function rotate(a: Float64Array, vectors: Float64Array, n: number, i: number, j: number): void {
  const off = at(a, i * n + j);
  const theta = (at(a, j * n + j) - at(a, i * n + i)) / (2 * off);
  const t = (theta < 0 ? -1 : 1) / (Math.abs(theta) + Math.sqrt(theta * theta + 1));
  const c = 1 / Math.sqrt(t * t + 1);
  const s = t * c;
  const turn = (m: Float64Array, p: number, q: number): void => {
    const x = at(m, p);
    const y = at(m, q);
    m[p] = c * x - s * y;
    m[q] = s * x + c * y;
  };
  for (let k = 0; k < n; k++) turn(a, k * n + i, k * n + j);
  for (let k = 0; k < n; k++) turn(a, i * n + k, j * n + k);
  for (let k = 0; k < n; k++) turn(vectors, k * n + i, k * n + j);
}

/** Eigenvalues and vectors by cyclic Jacobi rotations. */
export function eigenSymmetric(matrix: Float64Array, n: number): Eigen {
  const a = matrix.slice();
  const vectors = new Float64Array(n * n);
  for (let i = 0; i < n; i++) vectors[i * n + i] = 1;
  for (let sweep = 0; sweep < 60; sweep++) {
    let off = 0;
    let scale = 0;
    for (let i = 0; i < n; i++) {
      scale += at(a, i * n + i) ** 2;
      for (let j = 0; j < i; j++) off += at(a, i * n + j) ** 2;
    }
    if (off <= 1e-34 * scale || off < 1e-300) break;
    for (let i = 0; i < n; i++) {
      for (let j = i + 1; j < n; j++) if (at(a, i * n + j) !== 0) rotate(a, vectors, n, i, j);
    }
  }
  const values = new Float64Array(n);
  for (let i = 0; i < n; i++) addAt(values, i, at(a, i * n + i));
  return { values, vectors };
}
