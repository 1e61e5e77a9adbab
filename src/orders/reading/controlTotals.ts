import type { Cell } from "../cells";
import { isErrorName } from "../cellValues/identifiers";
import type { OrderColumns } from "../orderColumns";

/**
 * Control totals, as auditors call them: sums over the cells of the source, most of them without a meaning of their own,
 * by which a sheet can see with a formula that a cell was changed since.
 */
export interface ControlTotal {
  /** Zero-based in the selection. */
  readonly column: number;
  /** 0: the numbers of the column. 1, 2, …: of its texts the character at this place from the end, times the length. */
  readonly character: number;
  readonly sum: Total;
  /** The same with each row times its date: two cells that were exchanged show too. Only where every date is a number. */
  readonly byDate?: Total;
}

export interface Total {
  readonly value: number;
  /** The sum of the same without signs: how far rounding may move the value. */
  readonly size: number;
}

/** Characters of a text that are looked at, from its end, where ids and codes differ most; further ones by its length. */
const CHARACTERS = 16;
const SPACE = 32;
/** Half of a character of two units, of which no formula knows a code. */
const HALF = /[\ud800-\udfff]/;
const isHalf = (code: number): boolean => code >= 0xd800 && code <= 0xdfff;

/** The cells of one column, added up as they come. */
class ColumnTotals {
  private numbers = 0;
  private texts = 0;
  private longest = 0;
  private isOdd = false;
  private readonly ofNumbers = { sum: 0, size: 0, byDate: 0, sizeByDate: 0 };
  /** As if each text were spaces only. */
  private readonly ofSpaces = { sum: 0, byDate: 0 };
  /** By character from the end: how far the texts go beyond that. */
  private readonly beyond = new Float64Array(CHARACTERS + 1);
  private readonly beyondByDate = new Float64Array(CHARACTERS + 1);

  constructor(readonly column: number) {}

  get hasTexts(): boolean {
    return this.texts > 0;
  }

  get hasNumbers(): boolean {
    return this.numbers > 0;
  }

  add(cell: Cell, date: number): void {
    if (typeof cell === "number") this.addNumber(cell, date);
    else if (typeof cell === "string" && cell !== "") this.addText(cell, date);
    // Excel leaves TRUE out of such a sum, other programs count it.
    else if (typeof cell === "boolean") this.isOdd = true;
  }

  totals(withDates: boolean): ControlTotal[] {
    if (this.isOdd) return [];
    const { column, ofNumbers, ofSpaces, beyond, beyondByDate } = this;
    const line = (character: number, sum: Total, byDate: Total): ControlTotal => ({
      column,
      character,
      sum,
      ...(withDates ? { byDate } : {}),
    });
    const allPositive = (value: number): Total => ({ value, size: value });
    const numbers = line(
      0,
      { value: ofNumbers.sum, size: ofNumbers.size },
      { value: ofNumbers.byDate, size: ofNumbers.sizeByDate },
    );
    const characters = Array.from({ length: Math.min(this.longest, CHARACTERS) }, (_, place) =>
      line(
        place + 1,
        allPositive(ofSpaces.sum + (beyond[place + 1] ?? 0)),
        allPositive(ofSpaces.byDate + (beyondByDate[place + 1] ?? 0)),
      ),
    );
    return [...(this.hasNumbers ? [numbers] : []), ...characters];
  }

  private addNumber(cell: number, date: number): void {
    const { ofNumbers } = this;
    const dated = date * cell;
    this.numbers++;
    ofNumbers.sum += cell;
    ofNumbers.size += cell < 0 ? -cell : cell;
    ofNumbers.byDate += dated;
    ofNumbers.sizeByDate += dated < 0 ? -dated : dated;
  }

  private addText(text: string, date: number): void {
    const { ofSpaces, beyond, beyondByDate } = this;
    const { length } = text;
    this.texts++;
    if (length > this.longest) this.longest = length;
    ofSpaces.sum += length * SPACE;
    ofSpaces.byDate += length * SPACE * date;
    const looked = length < CHARACTERS ? length : CHARACTERS;
    for (let place = 1; place <= looked; place++) {
      const code = text.charCodeAt(length - place);
      if (isHalf(code)) this.isOdd = true;
      const term = length * (code - SPACE);
      beyond[place] = (beyond[place] ?? 0) + term;
      beyondByDate[place] = (beyondByDate[place] ?? 0) + term * date;
    }
    if (isErrorName(text) || (length > CHARACTERS && HALF.test(text))) this.isOdd = true;
  }
}

/** Adds up all columns that the orders are read from, row by row, those left out too. */
export class ControlTotals {
  private readonly columns: readonly ColumnTotals[];
  private readonly dates: ColumnTotals;

  constructor(private readonly read: OrderColumns) {
    const { customer, amount, orderId, currency, group } = read;
    const amounts = amount.kind === "column" ? [amount.column] : [amount.quantity, amount.price];
    const chosen = [customer, ...amounts, orderId, currency, group].filter((column) => column !== null);
    this.dates = new ColumnTotals(read.date);
    this.columns = [...new Set(chosen)].map((column) => new ColumnTotals(column));
  }

  add(row: readonly Cell[]): void {
    const dateCell = row[this.read.date] ?? null;
    const date = typeof dateCell === "number" ? dateCell : 0;
    this.dates.add(dateCell, 0);
    for (const totals of this.columns) totals.add(row[totals.column] ?? null, date);
  }

  finish(): ControlTotal[] {
    const { dates } = this;
    const byDate = dates.hasNumbers && !dates.hasTexts;
    return [...dates.totals(false), ...this.columns.flatMap((column) => column.totals(byDate))];
  }
}
