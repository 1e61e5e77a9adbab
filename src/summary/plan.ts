import type { HistoryRow } from "./history/history";

/**
 * What the summary's sheets shall contain, as plain serialisable data: the renderer in src/excel, the workbench,
 * the file export and the golden tests all read this and nothing else. Rows and columns are zero-based.
 */
export type Scalar = string | number | boolean | null;

/** A native formula in English with commas and its leading `=`, and the value our own engine computes for it where it is known. */
export interface FormulaCell {
  readonly formula: string;
  readonly expected?: Scalar;
}

/** A plain string is always written as text, also when it begins with = + - @. null leaves the cell untouched. */
export type PlanCell = Scalar | FormulaCell;

export interface Area {
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
}

/** A rectangle of cells; every row has the same length. */
export interface Block {
  readonly row: number;
  readonly column: number;
  readonly cells: readonly (readonly PlanCell[])[];
}

export type StyleName =
  | "title"
  | "subtitle"
  | "heading"
  | "tableHeader"
  | "label"
  | "unit"
  | "input"
  | "formula"
  | "crossLink"
  | "modelValue"
  | "boardFigure"
  | "total"
  | "note"
  | "pass"
  | "fail"
  | "notice";

export interface Format {
  readonly area: Area;
  readonly style?: StyleName;
  /** An en-US number format code. */
  readonly numberFormat?: string;
  readonly align?: "start" | "center" | "end";
  readonly wrap?: boolean;
  /** Steps of air on the side where the text begins. */
  readonly indent?: number;
}

export interface TablePlan {
  readonly name: string;
  /** Includes the header row. */
  readonly area: Area;
}

export type ChartKind = "line" | "column" | "stackedColumn" | "bar" | "stackedBar" | "scatterLines";

export interface ChartSeries {
  readonly name: string;
  readonly values: Area;
  /** `#1F4E79`; the program's own where left out. */
  readonly colour?: string;
  /** Sheet that holds the cells; the chart's own sheet where left out. */
  readonly sheet?: SheetKey;
}

export interface ChartPlan {
  readonly name: string;
  readonly title: string;
  /** What the picture shows, in a sentence, for a screen reader. */
  readonly altText: string;
  readonly kind: ChartKind;
  readonly categories: Area;
  readonly categoriesSheet?: SheetKey;
  readonly series: readonly ChartSeries[];
  /** The cells that the chart covers. */
  readonly place: Area;
  readonly categoryTitle?: string;
  readonly valueTitle?: string;
  readonly valueFormat?: string;
  /** Only in `scatterLines`; elsewhere the cells' own. */
  readonly categoryFormat?: string;
  /** Where the axes end; the program's choice where left out. Of the category axis only in `scatterLines`. */
  readonly valueMaximum?: number;
  readonly categoryMaximum?: number;
}

export interface Validation {
  readonly area: Area;
  readonly rule:
    | { readonly kind: "decimal" | "whole" | "date"; readonly min: number; readonly max: number }
    | { readonly kind: "list"; readonly values: readonly string[] };
  readonly title: string;
  readonly message: string;
}

export interface ConditionalFormat {
  readonly area: Area;
  readonly rule:
    | { readonly kind: "colourScale"; readonly low: string; readonly high: string }
    /** The formula is relative to the area's first cell. */
    | { readonly kind: "formula"; readonly formula: string; readonly style: "pass" | "fail" | "notice" };
}

export interface Link {
  readonly row: number;
  readonly column: number;
  /** `'Orders'!A17` */
  readonly target: string;
  readonly tip: string;
}

export type SheetKey =
  | "summary"
  | "inputs"
  | "customers"
  | "orders"
  | "segments"
  | "cohorts"
  | "sensitivity"
  | "models"
  | "planning"
  | "groups"
  | "checks"
  | "about"
  | "history"
  | "scenario";

/** Rows taller than one line of plain text: Excel does not fit rows to merged cells, nor other programs to any. */
export interface RowHeight {
  readonly row: number;
  readonly rows: number;
  readonly points: number;
}

export interface SheetPlan {
  readonly key: SheetKey;
  readonly name: string;
  /** Cells read from right to left (Excel has no API that turns the sheet itself). */
  readonly rightToLeft: boolean;
  readonly blocks: readonly Block[];
  readonly formats: readonly Format[];
  /** Width per column in characters, from the first column on. */
  readonly columnWidths: readonly number[];
  readonly tables: readonly TablePlan[];
  readonly charts: readonly ChartPlan[];
  readonly validations: readonly Validation[];
  readonly conditionalFormats: readonly ConditionalFormat[];
  readonly links: readonly Link[];
  readonly rowHeights?: readonly RowHeight[];
  /** Whether the lines between the cells are shown: on tables of many rows, not on pages to be read. Shown where left out. */
  readonly gridlines?: boolean;
  /** Cells merged into one: texts only (title, subtitle, status, labels over narrow columns), never figures. */
  readonly merges?: readonly Area[];
  readonly frozenRows: number;
  readonly frozenColumns: number;
  readonly print: {
    readonly area: Area;
    readonly landscape: boolean;
    readonly titleRows: number;
    /** Columns repeated on every page; none where left out. */
    readonly titleColumns?: number;
    /** Pages in height; as many as it takes where left out. */
    readonly pagesTall?: number;
    /** Pages in width; one where left out. */
    readonly pagesWide?: number;
  };
}

/** A workbook name for one cell or column, so that formulas read as words: `clv_gross_margin`. */
export interface NamePlan {
  readonly name: string;
  readonly sheet: SheetKey;
  readonly area: Area;
  readonly comment: string;
}

/** A cell that invites to type, as it was made: the next run sees by it what was typed since. */
export interface InputCell {
  /** Tells it from all others, wherever it stands: its name, and in a list the key of its row. */
  readonly id: string;
  /** The workbook name of its cells, and its place among them. */
  readonly name: string;
  readonly place: number;
  readonly made: PlanCell;
  /** What it holds was typed, in this run or an earlier one. */
  readonly typed: boolean;
}

/** Something typed in an input cell that cannot be used, in words. */
export interface RefusedInput {
  readonly sheet: string;
  readonly address: string;
  readonly label: string;
  readonly value: string;
  readonly allowed: string;
}

/** Sheets in the order of their tabs. */
export interface WorkbookPlan {
  readonly sheets: readonly SheetPlan[];
  readonly names: readonly NamePlan[];
  readonly inputs?: readonly InputCell[];
  /** Where there are any, the plan is not to be written. */
  readonly refused?: readonly RefusedInput[];
  /** The key figures of this run. */
  readonly figures?: HistoryRow;
}
