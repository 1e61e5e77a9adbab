import type { Cell } from "../cells";
import { growInt32, growUint8 } from "./growing";
import { HASH_SEED, mix, settled } from "./hashing";

const ZERO = 48;
const LARGEST_WHOLE = 1e9;
/** Words of four bytes that each text has: fifteen characters and, in the last byte, how many they are. */
const WORDS = 4;
const MOST_CHARACTERS = 15;
const LAST_BYTE = 24;
/** In the last word of a text that lies elsewhere because it is long or holds other letters than Latin ones. */
const ELSEWHERE = -1;
/** The sign before a character that takes two bytes. */
const LONG = 255;

/**
 * Texts side by side in one typed array, numbered as they are kept: a million of them cost no object, no garbage and no
 * search through strings scattered in memory. A cell is drafted first, hashed and compared, and only then kept. Ids are
 * short as a rule: such a text fills a place of its own, and comparing it costs one look into memory.
 */
export class TextPool {
  /** Hash of the draft. */
  hash = 0;
  /** Whether the draft is the empty text. */
  isEmpty = true;
  /** A place per kept text, and one more for the draft. */
  private places = new Int32Array(64 * WORDS);
  private kept = 0;
  /** The texts that lie elsewhere: a byte for each character up to 254; for others 255 and two bytes. */
  private bytes = new Uint8Array(1024);
  /** Where the kept ones end and the draft's begin. */
  private end = 0;

  /** Writes a cell's text behind the kept ones. The number 7 and the text "7" are one text; an empty cell is "". */
  draft(cell: Cell): void {
    if (typeof cell === "string") this.draftText(cell);
    else if (typeof cell === "number" && Number.isInteger(cell) && cell >= 0 && cell <= LARGEST_WHOLE) {
      this.draftWhole(cell);
    } else this.draftText(cell === null ? "" : String(cell));
  }

  /** Keeps the draft under the next number. */
  keep(): void {
    const at = this.kept++ * WORDS;
    if (this.places[at + WORDS - 1] === ELSEWHERE) this.end += this.places[at + 1] ?? 0;
    if (at + 2 * WORDS > this.places.length) this.places = growInt32(this.places);
  }

  /** Whether the draft is the kept text with this number. */
  isDraft(number: number): boolean {
    const { places } = this;
    const [one, draft] = [number * WORDS, this.kept * WORDS];
    if (places[one + 3] !== places[draft + 3]) return false;
    if (places[draft + 3] === ELSEWHERE) return this.hasSameBytes(one, draft);
    return (
      places[one] === places[draft] &&
      places[one + 1] === places[draft + 1] &&
      places[one + 2] === places[draft + 2]
    );
  }

  private draftText(text: string): void {
    const { places } = this;
    const { length } = text;
    if (length > MOST_CHARACTERS) return this.draftElsewhere(text);
    const start = this.kept * WORDS;
    let at = start;
    let hash = HASH_SEED;
    let word = 0;
    for (let i = 0; i < length; i++) {
      const code = text.charCodeAt(i);
      if (code > 255) return this.draftElsewhere(text);
      word |= code << ((i & 3) << 3);
      if ((i & 3) === 3) {
        places[at++] = word;
        hash = mix(hash, word);
        word = 0;
      }
    }
    this.finishPlace(at, word, length, hash);
  }

  /** The digits of a whole number, without making a string of it. */
  private draftWhole(value: number): void {
    const { places } = this;
    let digits = 1;
    let scale = 1;
    for (; value >= scale * 10; scale *= 10) digits++;
    let at = this.kept * WORDS;
    let hash = HASH_SEED;
    let word = 0;
    let rest = value;
    for (let i = 0; i < digits; i++, scale /= 10) {
      const digit = Math.floor(rest / scale);
      rest -= digit * scale;
      word |= (ZERO + digit) << ((i & 3) << 3);
      if ((i & 3) === 3) {
        places[at++] = word;
        hash = mix(hash, word);
        word = 0;
      }
    }
    this.finishPlace(at, word, digits, hash);
  }

  /** Writes what is left of a short text, and how long it is; `at` is the word to be written next. */
  private finishPlace(at: number, word: number, length: number, hash: number): void {
    const { places } = this;
    const last = this.kept * WORDS + WORDS - 1;
    places[at] = word;
    for (let next = at + 1; next <= last; next++) places[next] = 0;
    places[last] = (places[last] ?? 0) | (length << LAST_BYTE);
    this.isEmpty = length === 0;
    this.hash = settled(mix(hash, word));
  }

  private draftElsewhere(text: string): void {
    const { places, end } = this;
    while (end + 3 * text.length > this.bytes.length) this.bytes = growUint8(this.bytes);
    const { bytes } = this;
    let hash = HASH_SEED;
    let to = end;
    for (let i = 0; i < text.length; i++) {
      const code = text.charCodeAt(i);
      hash = mix(hash, code);
      if (code >= LONG) {
        bytes[to++] = LONG;
        bytes[to++] = code >>> 8;
      }
      bytes[to++] = code;
    }
    const at = this.kept * WORDS;
    places[at] = end;
    places[at + 1] = to - end;
    places[at + 2] = 0;
    places[at + 3] = ELSEWHERE;
    this.isEmpty = false;
    this.hash = settled(hash);
  }

  private hasSameBytes(one: number, other: number): boolean {
    const { places, bytes } = this;
    const length = places[one + 1] ?? 0;
    if (length !== places[other + 1]) return false;
    const [from, to] = [places[one] ?? 0, places[other] ?? 0];
    for (let i = 0; i < length; i++) if (bytes[from + i] !== bytes[to + i]) return false;
    return true;
  }
}
