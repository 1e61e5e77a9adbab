import { addressOf, cellAddress, columnLetters, quotedSheet } from "../layout/cellAddress";
import type { OrderColumns } from "../../orders/orderColumns";
import type { SelectionPlace } from "../../orders/cells";
import { areaOf } from "../layout/sheetDraft";
import { columnOfTable, type SourceTable } from "./structuredReference";

/** The user's orders range as formulas refer to it. Rows are zero-based on the sheet. */
export interface SourceRange {
  readonly sheet: string;
  /** `Orders!A1:D900`, for people. */
  readonly shown: string;
  readonly firstDataRow: number;
  readonly dataRows: number;
  dateCell(row: number): string;
  idCell(row: number): string;
  /** The group's name, trimmed; only where a group column was chosen. */
  groupText(row: number): string;
  /** Whether two rows have one order number. */
  sameOrder(row: number, other: number): string;
  /** The amount, or quantity × price. */
  amount(row: number): string;
  /** The cells that the amount comes from. */
  amountCells(row: number): readonly string[];
  /** The same where the cells may hold text: text counts as 0. */
  amountOrZero(row: number): string;
  /** The row's number, which follows when rows are inserted above. */
  rowNumber(row: number): string;
  /** A formula that shows the row's number and jumps to it. */
  link(row: number): string;
  /** Whether whole columns are those of an Excel table, which may grow. */
  readonly isTable: boolean;
  /** The data rows of a column of the selection as they were read, of a table too. */
  dataCells(column: number): string;
  /** The data rows of the customer column. */
  readonly idRange: string;
  /** How many rows there are more than were read, wherever they were put in. */
  readonly rowsAdded: string;
  /** How many of them stand among the rows that were read. */
  readonly rowsInserted: string;
  /** Of a table: how many it has grown by at its end. */
  readonly rowsAppended: string | undefined;
  /** The sum of all numbers that are amounts in the rows that were read. */
  readonly amountTotal: string;
  /** The row below the range, over its width. */
  readonly rowBelow: string;
}

export function sourceRange(
  place: SelectionPlace,
  columns: OrderColumns,
  table: SourceTable | undefined,
): SourceRange {
  const sheet = quotedSheet(place.sheet);
  const firstDataRow = place.firstRow + columns.dataRow;
  const dataRows = Math.max(0, place.rowCount - columns.dataRow);
  const at = (row: number, column: number): string =>
    `${sheet}!${cellAddress(row, place.firstColumn + column)}`;
  const inTable = (column: number): string | undefined => table && columnOfTable(table, column);
  const dataCells = (column: number): string =>
    `${sheet}!${addressOf(areaOf(firstDataRow, place.firstColumn + column, Math.max(1, dataRows), 1))}`;
  const down = (column: number): string => inTable(column) ?? dataCells(column);
  const grown = inTable(columns.customer);
  const { amount } = columns;
  const product = amount.kind === "product";
  const linkColumn = columnLetters(place.firstColumn + columns.customer);
  // Inside a formula's text a quotation mark is doubled.
  const linkText = `#${sheet}!${linkColumn}`.replaceAll('"', '""');
  const rowNumber = (row: number): string => `ROW(${at(row, columns.customer)})`;
  const orderId = (row: number): string => `TRIM(${at(row, columns.orderId ?? columns.customer)})`;
  return {
    sheet,
    shown: `${place.sheet}!${place.address}`,
    firstDataRow,
    dataRows,
    dateCell: (row) => at(row, columns.date),
    idCell: (row) => at(row, columns.customer),
    groupText: (row) => `TRIM(${at(row, columns.group ?? columns.customer)})`,
    sameOrder: (row, other) => `${orderId(row)}=${orderId(other)}`,
    amount: (row) =>
      product ? `${at(row, amount.quantity)}*${at(row, amount.price)}` : at(row, amount.column),
    amountCells: (row) =>
      product ? [at(row, amount.quantity), at(row, amount.price)] : [at(row, amount.column)],
    amountOrZero: (row) =>
      product ? `N(${at(row, amount.quantity)})*N(${at(row, amount.price)})` : `N(${at(row, amount.column)})`,
    rowNumber,
    isTable: grown !== undefined,
    link: (row) => `=HYPERLINK("${linkText}"&${rowNumber(row)},${rowNumber(row)})`,
    dataCells,
    idRange: down(columns.customer),
    rowsAdded: `(ROWS(${down(columns.customer)})-clv_rows_read)`,
    rowsInserted: `(ROWS(${dataCells(columns.customer)})-clv_rows_read)`,
    rowsAppended: grown && `(ROWS(${grown})-ROWS(${dataCells(columns.customer)}))`,
    amountTotal: product
      ? `SUMPRODUCT(${dataCells(amount.quantity)},${dataCells(amount.price)})`
      : `SUM(${dataCells(amount.column)})`,
    rowBelow: `${sheet}!${addressOf(
      areaOf(place.firstRow + place.rowCount, place.firstColumn, 1, place.columnCount),
    )}`,
  };
}
