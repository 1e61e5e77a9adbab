import type { Rect } from "../rect";
import type { StartSheet } from "./workbookData";

/** A cell's value; an empty cell is "" and an error its text, as `Range.values` gives them. */
export type CellValue = string | number | boolean;

/** What is put into one cell. */
export type Entry =
  | { readonly kind: "leave" }
  | { readonly kind: "empty" }
  | { readonly kind: "value"; readonly value: CellValue; readonly numberFormat?: string }
  | { readonly kind: "formula"; readonly formula: string };

export type Edge = "top" | "bottom" | "left" | "right";

export interface BorderLine {
  readonly weight: "hair" | "thin" | "medium" | "thick";
  readonly dash: "continuous" | "dash" | "dot" | "double";
  readonly color: string;
}

/** What a cell looks like; a member left out means "as it is" when written and "the default" when read. */
export interface CellStyle {
  bold?: boolean;
  italic?: boolean;
  underline?: boolean;
  strikethrough?: boolean;
  fontName?: string;
  /** Points. */
  fontSize?: number;
  /** #RRGGBB. */
  color?: string;
  /** #RRGGBB; "" takes the fill away. */
  fill?: string;
  horizontal?: "general" | "left" | "center" | "right";
  vertical?: "top" | "center" | "bottom";
  wrap?: boolean;
  readingOrder?: "context" | "leftToRight" | "rightToLeft";
  indent?: number;
  /** An en-US number format code. */
  numberFormat?: string;
  borders?: Partial<Record<Edge, BorderLine | null>>;
}

export interface SheetInfo {
  readonly id: string;
  readonly name: string;
  readonly hidden: boolean;
}

/** A conditional format as the grid shall draw it. */
export type ConditionalDrawing =
  | { readonly kind: "colourScale"; readonly colours: readonly string[] }
  | { readonly kind: "formula"; readonly formula: string; readonly style: CellStyle };

/**
 * What the host needs of a grid. The one implementation is Univer's (univerBackend.ts), in the browser and,
 * without a screen, under jest. Formulas are in English with commas and begin with "=".
 */
export interface Backend {
  sheets(): readonly SheetInfo[];
  /** Puts a new sheet after all others; gives its id. */
  addSheet(name: string): string;
  /** Puts a sheet with all its cells after all others, quickly; takes another name where it is taken. */
  addFilledSheet(sheet: StartSheet): string;
  removeSheet(id: string): void;
  renameSheet(id: string, name: string): void;
  moveSheet(id: string, position: number): void;
  hideSheet(id: string, hidden: boolean): void;
  setTabColor(id: string, color: string): void;
  showGridlines(id: string, shown: boolean): void;
  freeze(id: string, rows: number, columns: number): void;
  activeSheet(): string;
  activateSheet(id: string): void;

  /** The selected areas on the active sheet, the active one first. */
  selection(): readonly Rect[];
  select(rect: Rect): void;

  /** The smallest rectangle around all that holds a value or, where asked, a format; null on an empty sheet. */
  used(id: string, valuesOnly: boolean): Rect | null;
  values(rect: Rect): CellValue[][];
  /** Where the HYPERLINK formula of a cell leads: `#'Orders'!A5` or an address on the web; null where it has none. */
  formulaLink(cell: Rect): string | null;
  /** A formula where there is one, else the value. */
  formulas(rect: Rect): CellValue[][];
  /** What the cells show. */
  texts(rect: Rect): string[][];
  styles(rect: Rect): CellStyle[][];
  write(rect: Rect, entries: readonly (readonly Entry[])[]): void;
  style(rect: Rect, style: CellStyle): void;
  clearStyle(rect: Rect): void;

  /** Pixels. */
  columnWidth(id: string, column: number): number;
  setColumnWidth(id: string, column: number, columns: number, pixels: number): void;
  rowHeight(id: string, row: number): number;
  setRowHeight(id: string, row: number, rows: number, pixels: number): void;
  /** Null where some rows are hidden and some are not. */
  rowsHidden(rect: Rect): boolean | null;
  hideRows(id: string, row: number, rows: number, hidden: boolean): void;
  /** Left and top edge of a cell, in pixels from the sheet's corner. */
  position(id: string, row: number, column: number): { left: number; top: number };
  merge(rect: Rect): void;
  /** The cells that the formula of a cell spills into, itself included; null where it spills into none. */
  spill(cell: Rect): Rect | null;
  /** Takes every merge apart that touches the rectangle. */
  unmerge(rect: Rect): void;
  merges(id: string): readonly Rect[];

  /** A workbook name; `formula` begins with "=". */
  defineName(name: string, formula: string): void;
  removeName(name: string): void;
  /** Called when the cells of a name were moved, with its new formula. */
  onNameMoved(listener: (name: string, formula: string) => void): void;
  /** Whole rows or columns. */
  insertRows(id: string, row: number, rows: number): void;
  deleteRows(id: string, row: number, rows: number): void;
  insertColumns(id: string, column: number, columns: number): void;
  deleteColumns(id: string, column: number, columns: number): void;
  /** Tables, so that formulas may refer to them: `Orders[Amount]`. The rectangle includes the header row. */
  addTable(id: string, name: string, rect: Rect): Promise<void>;
  renameTable(id: string, name: string): Promise<void>;
  resizeTable(id: string, rect: Rect): Promise<void>;
  removeTable(id: string): Promise<void>;
  /** Draws a sheet's conditional formats anew. */
  drawConditionalFormats(
    id: string,
    formats: readonly { readonly areas: readonly Rect[]; readonly drawing: ConditionalDrawing }[],
  ): void;

  /** Called before a batch of changes: formulas wait until it is through. */
  hold(): Promise<void>;
  /** Resolves when all formulas are calculated. */
  settle(): Promise<void>;
  /** Whether an add-in is writing or formulas are being calculated. */
  isBusy(): boolean;
  /** Adds something else that calculation waits for: functions whose answers come late. */
  alsoAwait(idle: () => Promise<void>): void;
  /** Calculates every formula anew. */
  calculate(): Promise<void>;
  onSelectionChanged(listener: () => void): void;
  /** Called when another sheet came to the front. */
  onSheetActivated(listener: () => void): void;
  /** Called after values changed, by whomsoever. */
  onChanged(listener: () => void): void;
  /** Called after formulas were calculated. */
  onCalculated(listener: () => void): void;
  dispose(): void;
}
