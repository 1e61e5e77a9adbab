import type { Cell } from "./cells";

export type CsvSeparator = "," | ";" | "\t" | "|";
export type CsvEncoding =
  "utf-8" | "utf-16le" | "utf-16be" | "windows-1250" | "windows-1252" | "windows-1256";

export interface CsvOptions {
  /** Found from the first lines by default. */
  readonly separator?: CsvSeparator;
  /** For files without a mark that are not UTF-8: the code page of the place. windows-1252 by default. */
  readonly codePage?: CsvEncoding;
}

export interface CsvRead {
  /** Rows of equal length. Plain numbers are numbers; ids with leading zeros, dates and everything else stay text. */
  readonly cells: Cell[][];
  readonly separator: CsvSeparator;
  readonly encoding: CsvEncoding;
}

const SEPARATORS: readonly CsvSeparator[] = [",", ";", "\t", "|"];
const [QUOTE, LINE_FEED, RETURN, MINUS, POINT, ZERO, NINE] = [34, 10, 13, 45, 46, 48, 57];
/** More digits than this a double cannot hold: card and account numbers stay text. */
const MOST_DIGITS = 15;

/**
 * Reads a CSV file: separator and encoding are found, quotes may hold separators, doubled quotes and line breaks, and an
 * Excel `sep=;` line is understood. Fields are cut from the bytes, so a million rows take about half a second.
 */
export function readCsv(bytes: Uint8Array, options: CsvOptions = {}): CsvRead {
  const { utf8, encoding } = asUtf8(bytes, options.codePage ?? "windows-1252");
  const stated = statedSeparator(utf8);
  const separator = options.separator ?? stated?.separator ?? findSeparator(utf8);
  const cells = new CsvScanner(utf8, separator.charCodeAt(0), stated?.length ?? 0).rows();
  const width = cells.reduce((widest, row) => Math.max(widest, row.length), 0);
  for (const row of cells) while (row.length < width) row.push("");
  return { cells, separator, encoding };
}

/** The bytes as UTF-8 without byte order mark. */
function asUtf8(bytes: Uint8Array, codePage: CsvEncoding): { utf8: Uint8Array; encoding: CsvEncoding } {
  const [first, second, third] = bytes;
  if (first === 0xef && second === 0xbb && third === 0xbf)
    return { utf8: bytes.subarray(3), encoding: "utf-8" };
  const encoding =
    first === 0xff && second === 0xfe
      ? "utf-16le"
      : first === 0xfe && second === 0xff
        ? "utf-16be"
        : undefined;
  if (encoding) return { utf8: recoded(bytes, encoding), encoding };
  if (isUtf8(bytes)) return { utf8: bytes, encoding: "utf-8" };
  return { utf8: recoded(bytes, codePage), encoding: codePage };
}

/** TextDecoder and TextEncoder belong to every browser, worker and Node. */
const recoded = (bytes: Uint8Array, encoding: CsvEncoding): Uint8Array =>
  new TextEncoder().encode(new TextDecoder(encoding).decode(bytes));

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

function statedSeparator(utf8: Uint8Array): { separator: CsvSeparator; length: number } | undefined {
  const line = /^sep=([,;\t|])\r?\n/i.exec(String.fromCharCode(...utf8.subarray(0, 8)));
  const separator = SEPARATORS.find((each) => each === line?.[1]);
  return line && separator ? { separator, length: line[0].length } : undefined;
}

const LINES_TO_JUDGE = 50;

/** The separator that cuts the first lines into the most columns of equal number. */
function findSeparator(utf8: Uint8Array): CsvSeparator {
  const sample = utf8.subarray(0, 64 * 1024);
  let best: { separator: CsvSeparator; score: number } = { separator: ",", score: 0 };
  for (const separator of SEPARATORS) {
    const rows = new CsvScanner(sample, separator.charCodeAt(0), 0).rows(LINES_TO_JUDGE);
    const counts = new Map<number, number>();
    for (const row of rows) counts.set(row.length, (counts.get(row.length) ?? 0) + 1);
    for (const [columns, lines] of counts) {
      const score = columns < 2 ? 0 : (lines / rows.length) * (1 + Math.log2(columns));
      if (score > best.score) best = { separator, score };
    }
  }
  return best.separator;
}

class CsvScanner {
  constructor(
    private readonly bytes: Uint8Array,
    private readonly separator: number,
    private at: number,
  ) {}

  /** All rows, or the first few; lines without any character are skipped. */
  rows(most = Infinity): Cell[][] {
    const { bytes } = this;
    const rows: Cell[][] = [];
    while (this.at < bytes.length && rows.length < most) {
      const row = this.row();
      if (row.length > 1 || row[0] !== "") rows.push(row);
    }
    return rows;
  }

  private row(): Cell[] {
    const { bytes, separator } = this;
    const row: Cell[] = [];
    for (;;) {
      row.push(bytes[this.at] === QUOTE ? this.quotedField() : this.plainField());
      const end = bytes[this.at];
      this.at++;
      if (end === separator) continue;
      if (end === RETURN && bytes[this.at] === LINE_FEED) this.at++;
      return row;
    }
  }

  /** Leaves `at` on the separator, the line's end or the end of the file. */
  private plainField(): Cell {
    const { bytes, separator } = this;
    const start = this.at;
    let end = start;
    while (
      end < bytes.length &&
      bytes[end] !== separator &&
      bytes[end] !== LINE_FEED &&
      bytes[end] !== RETURN
    )
      end++;
    this.at = end;
    const number = plainNumber(bytes, start, end);
    return number === undefined ? textOf(bytes, start, end) : number;
  }

  private quotedField(): string {
    const { bytes } = this;
    let text = "";
    let start = ++this.at;
    for (;;) {
      while (this.at < bytes.length && bytes[this.at] !== QUOTE) this.at++;
      text += textOf(bytes, start, this.at);
      if (bytes[this.at + 1] !== QUOTE) break;
      text += '"';
      this.at += 2;
      start = this.at;
    }
    this.at++;
    // What stands between the closing quote and the separator belongs to the field, as Excel reads it.
    const rest = this.at < bytes.length ? this.plainField() : "";
    return text + (rest === "" ? "" : String(rest));
  }
}

/** The number of a field such as 12, −3.5 or 0.25; undefined for anything that a number would not give back unchanged. */
function plainNumber(bytes: Uint8Array, from: number, to: number): number | undefined {
  const negative = bytes[from] === MINUS;
  const start = negative ? from + 1 : from;
  const length = to - start;
  if (length < 1 || length > MOST_DIGITS + 1) return undefined;
  if (bytes[start] === ZERO && length > 1 && bytes[start + 1] !== POINT) return undefined;
  let digits = 0;
  let value = 0;
  let divisor = 0;
  for (let at = start; at < to; at++) {
    const byte = bytes[at] ?? 0;
    if (byte === POINT && divisor === 0 && at > start && at < to - 1) divisor = 1;
    else if (byte >= ZERO && byte <= NINE) {
      value = value * 10 + (byte - ZERO);
      digits++;
      divisor *= 10;
    } else return undefined;
  }
  if (digits > MOST_DIGITS) return undefined;
  const size = divisor > 1 ? value / divisor : value;
  return negative ? -size : size;
}

const decoder = new TextDecoder();

/** Short ASCII, which most fields are, is put together without the decoder's overhead. */
function textOf(bytes: Uint8Array, from: number, to: number): string {
  if (to - from > 64) return decoder.decode(bytes.subarray(from, to));
  let text = "";
  for (let at = from; at < to; at++) {
    const byte = bytes[at] ?? 0;
    if (byte > 127) return decoder.decode(bytes.subarray(from, to));
    text += String.fromCharCode(byte);
  }
  return text;
}
