const float = new Float64Array(1);
const halves = new Uint32Array(float.buffer);

/** Where every hash begins (2^32 divided by the golden ratio). */
export const HASH_SEED = 0x9e3779b1;

/** One step of a hash over whole numbers. */
export function mix(hash: number, value: number): number {
  const mixed = Math.imul(hash ^ value, 0x85ebca6b);
  return mixed ^ (mixed >>> 15);
}

/** Mixes in all 64 bits of a number. */
export function mixNumber(hash: number, value: number): number {
  float[0] = value;
  return mix(mix(hash, halves[0] ?? 0), halves[1] ?? 0);
}

/** The last step: every bit of the input bears on every bit of the hash. */
export function settled(hash: number): number {
  const mixed = Math.imul(hash ^ (hash >>> 16), 0x7feb352d);
  const again = Math.imul(mixed ^ (mixed >>> 15), 0x846ca68b);
  return again ^ (again >>> 16);
}
