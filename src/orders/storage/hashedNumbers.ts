const PARTS = 64;
const BITS_OF_PART = 6;
const FIRST_CAPACITY = 16;
const NOTHING: Int32Array = new Int32Array(2);

/**
 * A hash table of whole numbers; what they stand for is the caller's. To look something up: `first(hash)`, then
 * `next()` for as long as what is given is not the thing meant; after −1, `add` puts a number in the place reached.
 *
 * Hash and number lie side by side, so that a look costs one line of memory. The table is cut into parts by the hash's
 * first bits, and each part doubles at a fill of its own: a large table never stops to grow as a whole, which would
 * hold up one block of rows for a fifth of a second.
 */
export class HashedNumbers {
  /** Each: hash, number + 1, hash, number + 1 …; 0 for a free slot. */
  private readonly parts: Int32Array[] = new Array<Int32Array>(PARTS).fill(NOTHING);
  private readonly counts = new Int32Array(PARTS);
  private readonly limits = new Int32Array(PARTS);
  private part = NOTHING;
  private hash = 0;
  private slot = 0;

  /** The first number with this hash, or −1. */
  first(hash: number): number {
    this.part = this.parts[hash >>> (32 - BITS_OF_PART)] ?? NOTHING;
    this.hash = hash;
    this.slot = hash << 1;
    return this.search();
  }

  /** The next number with the hash last asked for, or −1. */
  next(): number {
    this.slot += 2;
    return this.search();
  }

  /** Adds a number under the hash for which −1 was given just before. */
  add(number: number): void {
    const index = this.hash >>> (32 - BITS_OF_PART);
    const count = this.counts[index] ?? 0;
    if (count >= (this.limits[index] ?? 0)) this.enlarge(index);
    this.counts[index] = count + 1;
    this.part[this.slot] = this.hash;
    this.part[this.slot + 1] = number + 1;
  }

  private search(): number {
    const { part, hash } = this;
    const mask = part.length - 1;
    let slot = this.slot & mask;
    for (let entry = part[slot + 1] ?? 0; entry !== 0; entry = part[slot + 1] ?? 0) {
      if (part[slot] === hash) {
        this.slot = slot;
        return entry - 1;
      }
      slot = (slot + 2) & mask;
    }
    this.slot = slot;
    return -1;
  }

  private enlarge(index: number): void {
    const old = this.parts[index] ?? NOTHING;
    const grown = new Int32Array(Math.max(2 * FIRST_CAPACITY, 2 * old.length));
    const mask = grown.length - 1;
    const freeSlot = (hash: number): number => {
      let slot = (hash << 1) & mask;
      while (grown[slot + 1] !== 0) slot = (slot + 2) & mask;
      return slot;
    };
    for (let from = 0; from < old.length; from += 2) {
      const entry = old[from + 1] ?? 0;
      if (entry === 0) continue;
      const hash = old[from] ?? 0;
      const slot = freeSlot(hash);
      grown[slot] = hash;
      grown[slot + 1] = entry;
    }
    this.parts[index] = grown;
    // From three eighths full for the first part to three quarters for the last, evenly by factor.
    this.limits[index] = Math.floor((grown.length / 2) * 0.375 * 2 ** (index / PARTS));
    this.part = grown;
    this.slot = freeSlot(this.hash);
  }
}
