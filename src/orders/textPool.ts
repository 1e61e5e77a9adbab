import type { Cell } from "./cells";
import { growUint32, growUint8 } from "./growing";
import { HASH_SEED, settled } from "./hashing";

const ZERO = 48;
const LARGEST_WHOLE = 1e9;
/** Digits of `LARGEST_WHOLE`. */
const MOST_DIGITS = 10;
/** The sign before a character that takes two bytes. */
const LONG = 255;
const FNV_PRIME = 0x01000193;

/**
 * Texts side by side in one typed array, numbered as they are kept: a million of them cost no object, no garbage and no
 * search through strings scattered in memory. A cell is drafted first, hashed and compared, and only then kept.
 */
export class TextPool {
  /** Hash of the draft. */
  hash = 0;
  /** Length of the draft, in bytes. */
  length = 0;
  /** A byte for each character up to 254; for others 255 and two bytes. */
  private bytes = new Uint8Array(1024);
  /** Where each kept text begins, and last where the draft does. */
  private starts = new Uint32Array(64);
  private kept = 0;

  /** Writes a cell's text behind the kept ones. The number 7 and the text "7" are one text; an empty cell is "". */
  draft(cell: Cell): void {
    if (typeof cell === "string") this.draftText(cell);
    else if (typeof cell === "number" && Number.isInteger(cell) && cell >= 0 && cell <= LARGEST_WHOLE) {
      this.draftWhole(cell);
    } else this.draftText(cell === null ? "" : String(cell));
  }

  /** Keeps the draft under the next number. */
  keep(): void {
    const end = (this.starts[this.kept] ?? 0) + this.length;
    if (++this.kept === this.starts.length) this.starts = growUint32(this.starts);
    this.starts[this.kept] = end;
  }

  /** Whether the draft is the kept text with this number. */
  isDraft(number: number): boolean {
    const { bytes, starts, length } = this;
    const from = starts[number] ?? 0;
    if ((starts[number + 1] ?? 0) - from !== length) return false;
    const draft = starts[this.kept] ?? 0;
    for (let i = 0; i < length; i++) if (bytes[from + i] !== bytes[draft + i]) return false;
    return true;
  }

  private draftText(text: string): void {
    const start = this.roomFor(3 * text.length);
    const { bytes } = this;
    let to = start;
    let hash = HASH_SEED;
    for (let i = 0; i < text.length; i++) {
      const code = text.charCodeAt(i);
      hash = Math.imul(hash ^ code, FNV_PRIME);
      if (code >= LONG) {
        bytes[to++] = LONG;
        bytes[to++] = code >>> 8;
      }
      bytes[to++] = code;
    }
    this.hash = settled(hash);
    this.length = to - start;
  }

  /** The digits of a whole number, without making a string of it. */
  private draftWhole(value: number): void {
    let digits = 1;
    for (let rest = value; rest >= 10; rest = Math.floor(rest / 10)) digits++;
    const at = this.roomFor(MOST_DIGITS);
    const { bytes } = this;
    for (let i = digits - 1, rest = value; i >= 0; i--) {
      const left = Math.floor(rest / 10);
      bytes[at + i] = ZERO + rest - left * 10;
      rest = left;
    }
    let hash = HASH_SEED;
    for (let i = 0; i < digits; i++) hash = Math.imul(hash ^ (bytes[at + i] ?? 0), FNV_PRIME);
    this.hash = settled(hash);
    this.length = digits;
  }

  /** Where the draft begins, with room for so many bytes. */
  private roomFor(length: number): number {
    const at = this.starts[this.kept] ?? 0;
    while (at + length > this.bytes.length) this.bytes = growUint8(this.bytes);
    return at;
  }
}
