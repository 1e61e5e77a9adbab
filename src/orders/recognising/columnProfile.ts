import { splitAmount } from "../cellValues/amounts";
import type { Cell, CellRows } from "../cells";
import { currencyOf } from "../cellValues/currencies";
import { splitDate, type DateParts } from "../cellValues/dates";
import { isMissingId } from "../cellValues/identifiers";

/** Cells that are numbers and could be dates: 1990 to 2060. */
const FIRST_LIKELY_SERIAL = 32874;
const LAST_LIKELY_SERIAL = 58806;

/** A serial, with its time of day or without, in a cell formatted as text. */
const SERIAL_TEXT = /^\d{5}(?:\.\d+)?$/;

const isLikelySerial = (value: number): boolean =>
  value >= FIRST_LIKELY_SERIAL && value <= LAST_LIKELY_SERIAL;

/** A number format of dates: year, month or day letters outside quotes and brackets. */
const DATE_FORMAT = /[dy]|m+[-/. ]/i;
const FORMAT_LITERALS = /"[^"]*"|\[[^\]]*\]|\\./g;

const isDateFormat = (numberFormat: string): boolean =>
  numberFormat !== "General" && DATE_FORMAT.test(numberFormat.replace(FORMAT_LITERALS, ""));

/** What the cells of one column hold, as shares of those that are not empty. */
export interface ColumnProfile {
  readonly column: number;
  readonly filled: number;
  /** Numbers and numbers as text. */
  readonly numeric: number;
  readonly whole: number;
  readonly negative: number;
  /** Numbers in the range of date serials, also as text. */
  readonly serials: number;
  /** Number formats that show dates. */
  readonly dateFormats: number;
  /** Whole numbers of eight digits that are dates: 20240131. */
  readonly eightDigits: number;
  readonly dateTexts: number;
  readonly words: number;
  readonly currencies: number;
  readonly emails: number;
  /** Distinct contents per cell: 1 where every cell differs. */
  readonly distinct: number;
  readonly distinctCount: number;
  /** Whole numbers that rise by one from row to row, as row numbers do. */
  readonly countsUp: number;
  readonly largest: number;
  /** The text cells that look like dates, and those that look like amounts. */
  readonly dates: readonly { readonly text: string; readonly parts: DateParts }[];
  readonly examples: readonly Cell[];
}

const isEightDigitDate = (value: number): boolean =>
  Number.isInteger(value) &&
  ((value >= 19500101 && value <= 21001231) || (value >= 13000101 && value <= 15001230)) &&
  value % 100 >= 1 &&
  value % 100 <= 31 &&
  Math.floor(value / 100) % 100 >= 1 &&
  Math.floor(value / 100) % 100 <= 12;

const EMAIL = /^[^\s@]+@[^\s@]+\.[^\s@]+$/;
const EXAMPLES = 3;

class Tally {
  filled = 0;
  numeric = 0;
  whole = 0;
  negative = 0;
  serials = 0;
  dateFormats = 0;
  eightDigits = 0;
  words = 0;
  currencies = 0;
  emails = 0;
  countsUp = 0;
  largest = 0;
  readonly distinct = new Set<Cell>();
  readonly dates: { text: string; parts: DateParts }[] = [];
  readonly examples: Cell[] = [];
  private previous = NaN;

  add(cell: Cell, numberFormat: string | undefined): void {
    if (isMissingId(cell)) return;
    this.filled++;
    this.distinct.add(cell);
    if (this.examples.length < EXAMPLES) this.examples.push(cell);
    if (typeof cell === "number") this.addNumber(cell, numberFormat);
    else if (typeof cell === "string") this.addText(cell);
  }

  private addNumber(value: number, numberFormat: string | undefined): void {
    this.numeric++;
    if (Number.isInteger(value)) this.whole++;
    if (value < 0) this.negative++;
    if (isLikelySerial(value)) this.serials++;
    if (numberFormat !== undefined && isDateFormat(numberFormat)) this.dateFormats++;
    if (isEightDigitDate(value)) this.eightDigits++;
    if (value === this.previous + 1 && Number.isInteger(value)) this.countsUp++;
    this.largest = Math.max(this.largest, Math.abs(value));
    this.previous = value;
  }

  private addText(text: string): void {
    if (currencyOf(text) !== undefined) this.currencies++;
    if (EMAIL.test(text.trim())) this.emails++;
    const parts = splitDate(text);
    if (parts) {
      this.dates.push({ text, parts });
      return;
    }
    const amount = splitAmount(text);
    if (!amount) {
      this.words++;
      return;
    }
    this.numeric++;
    if (amount.negative) this.negative++;
    if (!/[.,]/.test(amount.digits)) this.whole++;
    if (SERIAL_TEXT.test(amount.digits) && isLikelySerial(Number(amount.digits))) this.serials++;
  }
}

/** Looks at every column of the rows. */
export function profileColumns(
  rows: CellRows,
  width: number,
  numberFormats?: readonly (readonly string[])[],
): ColumnProfile[] {
  return Array.from({ length: width }, (_, column) => {
    const tally = new Tally();
    rows.forEach((row, index) => tally.add(row[column] ?? null, numberFormats?.[index]?.[column]));
    return toProfile(column, tally);
  });
}

function toProfile(column: number, tally: Tally): ColumnProfile {
  const share = (count: number): number => (tally.filled === 0 ? 0 : count / tally.filled);
  return {
    column,
    filled: tally.filled,
    numeric: share(tally.numeric),
    whole: share(tally.whole),
    negative: share(tally.negative),
    serials: share(tally.serials),
    dateFormats: share(tally.dateFormats),
    eightDigits: share(tally.eightDigits),
    dateTexts: share(tally.dates.length),
    words: share(tally.words),
    currencies: share(tally.currencies),
    emails: share(tally.emails),
    distinct: share(tally.distinct.size),
    distinctCount: tally.distinct.size,
    countsUp: share(tally.countsUp),
    largest: tally.largest,
    dates: tally.dates,
    examples: tally.examples,
  };
}
