import { addAt, at, codeAt } from "../../numerics/at";

/** Distinct rows of three columns with their counts, in the order of first appearance. */
export interface CollapsedRows {
  readonly length: number;
  readonly a: Float64Array;
  readonly b: Float64Array;
  readonly c: Float64Array;
  readonly counts: Float64Array;
  /** Sum of counts. */
  readonly total: number;
  /** For each source row, its distinct row. */
  readonly index: Int32Array;
}

const doubleBits = new Float64Array(1);
const words = new Int32Array(doubleBits.buffer);

function mixBits(hash: number, value: number): number {
  doubleBits[0] = value;
  let mixed = Math.imul(hash ^ codeAt(words, 0), 0x9e3779b1);
  mixed ^= mixed >>> 15;
  mixed = Math.imul(mixed ^ codeAt(words, 1), 0x85ebca6b);
  return mixed ^ (mixed >>> 13);
}

/** Open addressing: slot → distinct row + 1. Grows by rehashing. */
function emptySlots(rows: number): Int32Array {
  let size = 1024;
  while (size < rows * 2) size *= 2;
  return new Int32Array(size);
}

/**
 * Merges identical rows. Every likelihood of ours is a sum over customers, and customers who look alike add alike:
 * 2,357 customers of CDNOW are 1,016 distinct rows, a million such customers hardly more than fifty thousand.
 */
export function collapseRows(
  a: Float64Array,
  b: Float64Array,
  c: Float64Array,
  counts?: Float64Array,
): CollapsedRows {
  const rows = a.length;
  const index = new Int32Array(rows);
  const source = new Int32Array(rows);
  const merged = new Float64Array(rows);
  let slots = emptySlots(Math.min(rows, 1 << 16));
  let length = 0;
  let total = 0;
  const slotOf = (i: number): number => {
    const mask = slots.length - 1;
    let slot = mixBits(mixBits(mixBits(7, at(a, i)), at(b, i)), at(c, i)) & mask;
    for (;;) {
      const found = codeAt(slots, slot) - 1;
      if (found < 0) return slot;
      const first = codeAt(source, found);
      if (at(a, first) === at(a, i) && at(b, first) === at(b, i) && at(c, first) === at(c, i)) return slot;
      slot = (slot + 1) & mask;
    }
  };
  for (let i = 0; i < rows; i++) {
    const count = counts === undefined ? 1 : at(counts, i);
    if (count === 0) continue;
    total += count;
    let slot = slotOf(i);
    let distinct = codeAt(slots, slot) - 1;
    if (distinct < 0) {
      if (length * 2 >= slots.length) {
        slots = new Int32Array(slots.length * 4);
        for (let k = 0; k < length; k++) slots[slotOf(codeAt(source, k))] = k + 1;
        slot = slotOf(i);
      }
      distinct = length++;
      source[distinct] = i;
      slots[slot] = distinct + 1;
    }
    addAt(merged, distinct, count);
    index[i] = distinct;
  }
  const pick = (column: Float64Array): Float64Array => {
    const picked = new Float64Array(length);
    for (let k = 0; k < length; k++) picked[k] = at(column, codeAt(source, k));
    return picked;
  };
  return { length, a: pick(a), b: pick(b), c: pick(c), counts: merged.slice(0, length), total, index };
}

/** More rows than this are sampled in the order in which they come: sorting them would cost more than it gains. */
const SORTED_UP_TO = 20_000;

const byColumns =
  (rows: CollapsedRows) =>
  (i: number, j: number): number =>
    at(rows.a, i) - at(rows.a, j) || at(rows.b, i) - at(rows.b, j) || at(rows.c, i) - at(rows.c, j);

/**
 * About `size` rows that stand for all: of the customers in the order of the columns, so that every kind is there, every
 * (total / size)-th, with the counts scaled to the same total.
 * Deterministic; used to find a good start for a fit at a small part of its cost.
 */
export function thinRows(rows: CollapsedRows, size: number): CollapsedRows {
  const step = rows.total / size;
  const kept: number[] = [];
  const counts: number[] = [];
  let next = step / 2;
  let passed = 0;
  const order = Array.from(rows.counts.keys());
  if (rows.length <= SORTED_UP_TO) order.sort(byColumns(rows));
  for (const i of order) {
    passed += at(rows.counts, i);
    if (passed <= next) continue;
    const hits = Math.ceil((passed - next) / step);
    next += hits * step;
    kept.push(i);
    counts.push(hits * step);
  }
  const pick = (column: Float64Array): Float64Array => Float64Array.from(kept, (i) => at(column, i));
  return {
    length: kept.length,
    a: pick(rows.a),
    b: pick(rows.b),
    c: pick(rows.c),
    counts: Float64Array.from(counts),
    total: rows.total,
    index: new Int32Array(0),
  };
}

/** The distinct values of a column in ascending order, and for each row the position of its value. */
export function dictionaryOf(column: Float64Array): { values: Float64Array; codes: Int32Array } {
  const sorted = column.slice().sort();
  let length = 0;
  for (let i = 0; i < sorted.length; i++) {
    if (i === 0 || at(sorted, i) !== at(sorted, i - 1)) sorted[length++] = at(sorted, i);
  }
  const values = sorted.slice(0, length);
  const codes = new Int32Array(column.length);
  for (let i = 0; i < column.length; i++) codes[i] = positionIn(values, at(column, i));
  return { values, codes };
}

/** Where a value stands among ascending values. */
function positionIn(values: Float64Array, value: number): number {
  let low = 0;
  let high = values.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (at(values, middle) < value) low = middle + 1;
    else high = middle;
  }
  return low;
}
