/** One cell's raw value as Excel gives it: an empty cell is "" (or null in some hosts), a date is its serial number. */
export type Cell = string | number | boolean | null;

/** Rows of cells, as `Range.values` gives them. */
export type CellRows = readonly (readonly Cell[])[];

/** Where a selection lies: zero-based first row and column on its sheet. */
export interface SelectionPlace {
  readonly sheet: string;
  /** Address without the sheet, as Excel shows it: `A1:D3500`. */
  readonly address: string;
  readonly firstRow: number;
  readonly firstColumn: number;
  readonly rowCount: number;
  readonly columnCount: number;
}
