import type { CellRows } from "./cells";
import type { ControlTotal } from "./reading/controlTotals";
import type { Findings, FindingReason } from "./findings";
import type { OrderColumns, ReadingRules } from "./orderColumns";
import type { OrderTable } from "./orderTable";
import { RowReader } from "./reading/rowReader";

/** The rows of one currency, before any conversion. */
export interface CurrencyShare {
  /** A code such as EUR, or a sign that belongs to several countries such as "$"; empty where none is given. */
  readonly currency: string;
  readonly rows: number;
  readonly amount: number;
}

/** What came of reading a range: usedRows + excludedRows = sourceRows, always. */
export interface OrdersRead {
  readonly orders: OrderTable;
  readonly findings: Findings;
  /** Rows of data given to the reader: all rows from the first row of data on. */
  readonly sourceRows: number;
  /** Of the columns as they stood when they were read. */
  readonly controlTotals: readonly ControlTotal[];
  readonly usedRows: number;
  readonly excludedRows: number;
  /** Currency of `orders.amount`; empty where none is known. */
  readonly currency: string;
  readonly currencies: readonly CurrencyShare[];
  /** Findings the user must decide on first; while there is one, `orders` is empty. */
  readonly blocking: readonly FindingReason[];
}

/** Takes the rows of a selection in blocks and in order, and gives the orders at the end. */
export interface OrderReader {
  /**
   * The next block of rows, the heading rows included. `firstRow` is the zero-based row of its first row on the
   * sheet. `amountFormats`: number formats of the amount (or price) column of these rows, from which currencies
   * are read.
   */
  add(rows: CellRows, firstRow: number, amountFormats?: readonly string[]): void;
  finish(): OrdersRead;
}

/** Begins to read orders with these columns and by these rules. */
export function createOrderReader(columns: OrderColumns, rules: ReadingRules): OrderReader {
  return new RowReader(columns, rules);
}
