import { at } from "../../numerics/at";

/** A full symmetric 4 × 4 from the upper triangle that follows four entries of a gradient. */
export function fullHessian(sums: Float64Array): Float64Array {
  const hessian = new Float64Array(16);
  let entry = 4;
  for (let i = 0; i < 4; i++) {
    for (let j = i; j < 4; j++) hessian[i * 4 + j] = hessian[j * 4 + i] = at(sums, entry++);
  }
  return hessian;
}
