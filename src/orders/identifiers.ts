import type { Cell } from "./cells";

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

const isMissingName = (name: string): boolean =>
  (name.length <= LONGEST_MISSING && MISSING.has(name.toLowerCase())) ||
  (name.startsWith("#") && ERROR_VALUE.test(name));

/** Whether a cell holds no id: empty, an error value, or a word for nothing such as `null`. */
export const isMissingId = (cell: Cell): boolean => isMissingName(tidy(cell));

/**
 * Gives each id a number, in the order of first appearance, so that millions of rows compare whole numbers. Ids that
 * differ only by spaces share a number; those that differ by capital letters too, unless `exact`. The number 7 and the
 * text "7" are one id.
 */
export class Identifiers {
  /** As written at their first appearance, trimmed. */
  readonly names: string[] = [];
  /** Each distinct cell content, so that the text is looked at once however often it recurs. */
  private readonly entries = new Map<Cell, number>();
  private readonly codes: number[] = [];
  private readonly written: string[] = [];
  private readonly variants = new Set<number>();
  /** The first entry of each id without regard to capitals. */
  private readonly firstEntries = new Map<string, number>();
  /** Used only where capitals tell ids apart. */
  private readonly exactCodes = new Map<string, number>();

  constructor(private readonly matching: "caseless" | "exact") {}

  /** The entry of a cell for `codeOf` and `isVariant`; −1 where the cell holds no id. */
  entryOf(cell: Cell): number {
    const known = this.entries.get(cell);
    if (known !== undefined) return known;
    const name = tidy(cell);
    const entry = isMissingName(name) ? -1 : this.newEntry(name, typeof cell === "string" ? cell : name);
    this.entries.set(cell, entry);
    return entry;
  }

  codeOf(entry: number): number {
    return this.codes[entry] ?? -1;
  }

  /** Whether the cell is written otherwise than its id was at first: other capitals or spaces. */
  isVariant(entry: number): boolean {
    return this.variants.size > 0 && this.variants.has(entry);
  }

  private newEntry(name: string, written: string): number {
    const entry = this.codes.length;
    const folded = name.toLowerCase();
    const first = this.firstEntries.get(folded);
    if (first === undefined) this.firstEntries.set(folded, entry);
    else if (this.written[first] !== written) this.variants.add(entry);
    this.written.push(written);
    this.codes.push(this.codeFor(name, first));
    return entry;
  }

  private codeFor(name: string, first: number | undefined): number {
    if (this.matching === "caseless")
      return first === undefined ? this.names.push(name) - 1 : this.codeOf(first);
    const known = this.exactCodes.get(name);
    if (known !== undefined) return known;
    const code = this.names.push(name) - 1;
    this.exactCodes.set(name, code);
    return code;
  }
}

/** Gives each group (region, channel, product) a number; rows without one share the empty name. */
export class GroupNames {
  readonly names: string[] = [];
  private readonly ofCell = new Map<Cell, number>();
  private readonly ofName = new Map<string, number>();

  indexOf(cell: Cell): number {
    const known = this.ofCell.get(cell);
    if (known !== undefined) return known;
    const name = tidy(cell);
    let index = this.ofName.get(name);
    if (index === undefined) {
      index = this.names.push(name) - 1;
      this.ofName.set(name, index);
    }
    this.ofCell.set(cell, index);
    return index;
  }
}
