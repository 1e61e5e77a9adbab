/** The same numbers in an array of twice the length. */
export function growUint32(values: Uint32Array<ArrayBuffer>): Uint32Array<ArrayBuffer> {
  const grown = new Uint32Array(values.length * 2);
  grown.set(values);
  return grown;
}

/** The same numbers in an array of twice the length. */
export function growInt32(values: Int32Array<ArrayBuffer>): Int32Array<ArrayBuffer> {
  const grown = new Int32Array(values.length * 2);
  grown.set(values);
  return grown;
}

/** The same numbers in an array of twice the length. */
export function growUint8(values: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> {
  const grown = new Uint8Array(values.length * 2);
  grown.set(values);
  return grown;
}
