import type { Cell } from "../cells";
import { growInt32 } from "../storage/growing";
import { plainDigits } from "./plainText";
import { TextNumbers } from "../storage/textNumbers";

/** What exports write where an id is missing; and Excel's error values, which arrive as text. */
const MISSING = new Set(["", "-", "–", "—", "null", "nan", "n/a", "none", "(blank)", "(empty)"]);
const ERROR_VALUE = /^#[A-Z0-9/]+[!?]?$/;
const UNTIDY = /^\s|\s$|\s\s|[^\S ]|[\u200b-\u200f\ufeff]/;
const SPACES = /[\s\u200b-\u200f\ufeff]+/g;
const LONGEST_MISSING = 7;

/** An id as compared with others: outer spaces gone, inner ones single. */
function tidy(cell: Cell): string {
  if (cell === null) return "";
  const text = typeof cell === "string" ? cell : String(cell);
  return UNTIDY.test(text) ? text.replace(SPACES, " ").trim() : text;
}

/** Whether a text is the name by which a cell with an error arrives: `#N/A`, `#VALUE!`. */
export const isErrorName = (text: string): boolean => text.startsWith("#") && ERROR_VALUE.test(text);

const isMissingName = (name: string): boolean =>
  (name.length <= LONGEST_MISSING && MISSING.has(name.toLowerCase())) || isErrorName(name);

/** Whether a cell holds no id: empty, an error value, TRUE or FALSE, or a word for nothing such as `null`. */
export const isMissingId = (cell: Cell): boolean => typeof cell === "boolean" || isMissingName(tidy(cell));

/** More digits than this, and Excel writes a number otherwise than we do. */
const LARGEST_PLAIN = 1e11;

/** Whether Excel's TRIM(text) equals the id under `=`, which passes over the case of letters. */
function isPlainText(text: string, name: string): boolean {
  if (text === name && !text.includes("  ")) return true;
  // TRIM knows the plain space only, and makes one of several.
  const trimmed = text.replace(/^ +| +$/g, "").replace(/ {2,}/g, " ");
  return trimmed.toLowerCase() === name.toLowerCase();
}

const ONLY_ASCII = /^[\x20-\x7e]*$/;
const LETTER_FORMS: Readonly<Record<string, string>> = { ي: "ی", ى: "ی", ك: "ک" };

/**
 * An id without regard to capitals, to the keyboard on which it was typed (Persian and Arabic write ی and ک, ي and ك;
 * both have digits of their own) and to letters of full width.
 */
function withoutForms(name: string): string {
  if (ONLY_ASCII.test(name)) return name.toLowerCase();
  const plain = plainDigits(name.normalize("NFKC").replace(/\u0640/g, ""));
  return plain.replace(/[يىك]/g, (letter) => LETTER_FORMS[letter] ?? letter).toLowerCase();
}

const NO_ID = -1;
/** The text equals its id for a formula. */
const IS_PLAIN = 1;
/** The text is not the one with which its id began. */
const IS_VARIANT = 2;
const BITS = 2;

/**
 * Gives each id a number, in the order of first appearance, so that millions of rows compare whole numbers. Ids that
 * differ only by spaces share a number; those that differ by capital letters or by the forms of Persian and Arabic
 * letters and digits too, unless `exact`. The number 7 and the text "7" are one id.
 */
export class Identifiers {
  /** As written at their first appearance, trimmed. */
  readonly names: string[] = [];
  /** Each distinct content of a cell is an entry, so that a text is looked at once however often it recurs. */
  private readonly entries = new TextNumbers();
  /** By entry: the id's number over the bits below; NO_ID where the cell holds none. */
  private known = new Int32Array(64);
  private size = 0;
  /** The ids `withoutForms`, each with the text of its first entry. */
  private readonly folded = new TextNumbers();
  private readonly firstTexts: string[] = [];
  /** Used only where capitals tell ids apart. */
  private readonly exact = new TextNumbers();

  constructor(private readonly matching: "caseless" | "exact") {}

  /** The entry of a cell for `codeOf`, `isVariant` and `isPlain`; −1 where the cell holds no id. */
  entryOf(cell: Cell): number {
    if (typeof cell === "boolean") return -1;
    const entry = this.entries.numberOf(cell);
    if (entry === this.size) this.begin(cell);
    return this.known[entry] === NO_ID ? -1 : entry;
  }

  codeOf(entry: number): number {
    return (this.known[entry] ?? 0) >> BITS;
  }

  /** Whether the cell is written otherwise than its id was at first: other capitals or spaces. */
  isVariant(entry: number): boolean {
    return ((this.known[entry] ?? 0) & IS_VARIANT) !== 0;
  }

  /** Whether Excel's TRIM(cell) equals the id under `=`, for a cell with this entry. */
  isPlain(entry: number, cell: Cell): boolean {
    if (((this.known[entry] ?? 0) & IS_PLAIN) === 0) return false;
    if (typeof cell === "string") return true;
    return typeof cell === "number" && Number.isInteger(cell) && Math.abs(cell) < LARGEST_PLAIN;
  }

  private begin(cell: Cell): void {
    const text = cell === null ? "" : String(cell);
    const name = tidy(text);
    if (this.size === this.known.length) this.known = growInt32(this.known);
    this.known[this.size++] = isMissingName(name) ? NO_ID : this.look(name, text);
  }

  /** What is known of a text that stands for an id. */
  private look(name: string, text: string): number {
    const folded = this.folded.numberOf(withoutForms(name));
    if (folded === this.firstTexts.length) this.firstTexts.push(text);
    const code = this.matching === "caseless" ? folded : this.exact.numberOf(name);
    if (code === this.names.length) this.names.push(name);
    const variant = this.firstTexts[folded] === text ? 0 : IS_VARIANT;
    const plain = isPlainText(text, this.names[code] ?? "") ? IS_PLAIN : 0;
    return (code << BITS) | variant | plain;
  }
}

const isBlank = (cell: Cell): boolean => cell === null || (typeof cell === "string" && cell.trim() === "");

/**
 * Gives each group (region, channel, product) a number, in the order of first appearance and without regard to capitals,
 * as Excel compares text. Rows without one, and those with a word for nothing, share the empty name.
 */
export class GroupNames {
  readonly names: string[] = [];
  private readonly texts = new Identifiers("caseless");
  /** The group of each text by its code, and of rows without one; −1 until it is met. */
  private readonly indexes: number[] = [];
  private none = -1;

  /** The entry of a cell for `indexOf` and `isPlain`; −1 where it holds no group. */
  entryOf(cell: Cell): number {
    return this.texts.entryOf(typeof cell === "boolean" ? String(cell).toUpperCase() : cell);
  }

  indexOf(entry: number): number {
    if (entry < 0) return this.none < 0 ? (this.none = this.names.push("") - 1) : this.none;
    const code = this.texts.codeOf(entry);
    return (this.indexes[code] ??= this.names.push(this.texts.names[code] ?? "") - 1);
  }

  /** Whether Excel's TRIM(cell) equals the group's name under `=`. */
  isPlain(entry: number, cell: Cell): boolean {
    return entry < 0 ? isBlank(cell) : this.texts.isPlain(entry, cell);
  }
}
