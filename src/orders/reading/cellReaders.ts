import { readTextAmount } from "../cellValues/amounts";
import type { Cell } from "../cells";
import { currencyOfCell, currencyOfFormat } from "../cellValues/currencies";
import { readDate } from "../cellValues/dates";
import { withoutNoise } from "../cellValues/exactMoney";
import type { AmountSource, DateReading } from "../orderColumns";
import { quickAmount, quickDate } from "../cellValues/quickText";
import { TextNumbers } from "../storage/textNumbers";

const CACHE_LIMIT = 100_000;

/** Reads the date column; a text that recurs and is written in no common way is taken apart once. */
export class DateColumn {
  private readonly known = new Map<string, number>();

  constructor(private readonly reading: DateReading) {}

  /** Excel serial with time of day; NaN where the cell is no date. */
  read(cell: Cell): number {
    if (typeof cell !== "string") return readDate(cell, this.reading);
    const quick = quickDate(cell, this.reading);
    if (!Number.isNaN(quick)) return quick;
    let serial = this.known.get(cell);
    if (serial === undefined) {
      serial = readDate(cell, this.reading);
      if (this.known.size < CACHE_LIMIT) this.known.set(cell, serial);
    }
    return serial;
  }
}

/** Reads the amount of a row. After `read`, `wasText` and `currency` tell how the amount was written. */
export class AmountColumn {
  wasText = false;
  currency: string | undefined;

  constructor(
    private readonly source: AmountSource,
    private readonly decimalSign: "." | ",",
  ) {}

  /** The amount in money; NaN where there is none. Quantity × price is the decimal product, without binary noise. */
  read(row: readonly Cell[]): number {
    this.wasText = false;
    this.currency = undefined;
    if (this.source.kind === "column") return withoutNoise(this.readCell(row[this.source.column]));
    const quantity = this.readCell(row[this.source.quantity]);
    return withoutNoise(quantity * this.readCell(row[this.source.price]));
  }

  /** The cells that make up the amount, for display. */
  shown(row: readonly Cell[]): Cell {
    if (this.source.kind === "column") return row[this.source.column] ?? "";
    const text = (column: number): string => String(row[column] ?? "");
    return `${text(this.source.quantity)} × ${text(this.source.price)}`;
  }

  private readCell(cell: Cell | undefined): number {
    if (typeof cell === "number") return Number.isFinite(cell) ? cell : NaN;
    if (typeof cell !== "string") return NaN;
    const quick = quickAmount(cell, this.decimalSign);
    if (!Number.isNaN(quick)) {
      this.wasText = true;
      return quick;
    }
    const amount = readTextAmount(cell, this.decimalSign);
    if (!amount) return NaN;
    this.wasText = true;
    this.currency ??= amount.currency;
    return amount.value;
  }
}

/** Numbers the currencies met; 0 stands for none given. */
export class Currencies {
  readonly names: string[] = [""];
  private readonly cells = new TextNumbers();
  /** By number of the cell's content. */
  private readonly ofCell: number[] = [];
  private readonly formats = new TextNumbers();
  private readonly ofFormat: number[] = [];

  fromCell(cell: Cell): number {
    const content = this.cells.numberOf(cell);
    return (this.ofCell[content] ??= this.indexOf(cell === null ? "" : currencyOfCell(String(cell))));
  }

  fromFormat(numberFormat: string): number {
    const format = this.formats.numberOf(numberFormat);
    return (this.ofFormat[format] ??= this.indexOf(currencyOfFormat(numberFormat) ?? ""));
  }

  indexOf(name: string): number {
    const index = this.names.indexOf(name);
    return index >= 0 ? index : this.names.push(name) - 1;
  }
}
