import type { Cell } from "./cells";

/** What exports write where an id is missing; and Excel's error values, which arrive as text. */
const MISSING = new Set(["", "-", "–", "—", "null", "nan", "n/a", "none", "(blank)", "(empty)"]);
const ERROR_VALUE = /^#[A-Z0-9/]+[!?]?$|^#N\/A$/;

/** An id as compared with others: outer spaces gone, inner ones single. */
const tidy = (cell: Cell): string =>
  (typeof cell === "string" ? cell : cell === null ? "" : String(cell))
    .replace(/[\s\u00a0\u200b-\u200f\ufeff]+/g, " ")
    .trim();

/** Whether a cell holds no id: empty, an error value, or a word for nothing such as `null`. */
export const isMissingId = (cell: Cell): boolean => {
  const text = tidy(cell);
  return MISSING.has(text.toLowerCase()) || ERROR_VALUE.test(text);
};

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
  private readonly differs: boolean[] = [];
  private readonly folded = new Map<string, number>();
  private readonly seenFolded = new Map<string, string>();

  constructor(private readonly matching: "caseless" | "exact") {}

  /** The entry of a cell for `codeOf` and `isVariant`; −1 where the cell holds no id. */
  entryOf(cell: Cell): number {
    const known = this.entries.get(cell);
    if (known !== undefined) return known;
    const entry = isMissingId(cell) ? -1 : this.newEntry(cell);
    this.entries.set(cell, entry);
    return entry;
  }

  codeOf(entry: number): number {
    return this.codes[entry] ?? -1;
  }

  /** Whether the cell is written otherwise than its id was at first: other capitals or spaces. */
  isVariant(entry: number): boolean {
    return this.differs[entry] ?? false;
  }

  private newEntry(cell: Cell): number {
    const name = tidy(cell);
    const written = typeof cell === "string" ? cell : name;
    const folded = name.toLowerCase();
    const key = this.matching === "caseless" ? folded : name;
    let code = this.folded.get(key);
    if (code === undefined) {
      code = this.names.length;
      this.names.push(name);
      this.folded.set(key, code);
    }
    const firstWritten = this.seenFolded.get(folded);
    if (firstWritten === undefined) this.seenFolded.set(folded, written);
    this.codes.push(code);
    this.differs.push(firstWritten !== undefined && firstWritten !== written);
    return this.codes.length - 1;
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
