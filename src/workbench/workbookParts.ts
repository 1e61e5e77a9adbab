import type { CellStyle } from "./grid/backend";
import type { Rect } from "./rect";

/**
 * All of the workbook that is not cells: what the host was told, as plain data. The page draws it, the xlsx export
 * writes it; the grid knows of it only what it needs to calculate.
 */
export interface TablePart {
  readonly id: string;
  name: string;
  /** Includes the header row. */
  rect: Rect;
  style: string;
  showTotals: boolean;
  showFilterButton: boolean;
  showBandedRows: boolean;
}

export interface ChartAxisPart {
  title: string;
  titleVisible: boolean;
  numberFormat: string;
  minimum: number | null;
  maximum: number | null;
  majorGridlines: boolean;
  visible: boolean;
  reversed: boolean;
}

export interface ChartSeriesPart {
  name: string;
  values: Rect | null;
  categories: Rect | null;
  color: string;
  chartType: string | null;
}

export interface ChartPart {
  readonly id: string;
  readonly sheet: string;
  name: string;
  /** Excel's name: `Line`, `ColumnClustered`, … */
  chartType: string;
  title: string;
  titleVisible: boolean;
  altText: string;
  series: ChartSeriesPart[];
  readonly categoryAxis: ChartAxisPart;
  readonly valueAxis: ChartAxisPart;
  legendVisible: boolean;
  legendPosition: string;
  /** Points, as in Excel; from the sheet's top left corner. Only where it has no `place`. */
  left: number;
  top: number;
  width: number;
  height: number;
  /** The cells the chart was laid over, where it was placed by cells: it moves and grows with them. */
  place: Rect | null;
}

export interface NamePart {
  readonly name: string;
  /** Begins with "=". */
  formula: string;
  comment: string;
  visible: boolean;
}

export type ConditionalRule =
  { kind: "colourScale"; colours: string[] } | { kind: "formula"; formula: string; style: CellStyle };

export interface ConditionalFormatPart {
  readonly id: string;
  readonly areas: readonly Rect[];
  rule: ConditionalRule;
}

export interface ValidationPart {
  readonly rect: Rect;
  kind: "none" | "decimal" | "whole" | "date" | "list" | "custom" | "textLength" | "time";
  operator: string;
  formula1: string | number;
  formula2: string | number | null;
  promptTitle: string;
  promptMessage: string;
  errorTitle: string;
  errorMessage: string;
  errorStyle: string;
  ignoreBlanks: boolean;
}

export interface LinkPart {
  readonly rect: Rect;
  /** `'Orders'!A17`, or an address on the web. */
  readonly target: string;
  readonly inWorkbook: boolean;
  readonly tip: string;
}

/** Points. */
export interface PageMargins {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  readonly header: number;
  readonly footer: number;
}

/** In Excel's codes: `&A` is the sheet's name, `&P` the page's number. */
export interface PageFooter {
  readonly left: string;
  readonly center: string;
  readonly right: string;
}

/** Pixels of a column and a row that nobody has set: Excel's own with Calibri 11. */
export const STANDARD_CELL = { width: 64, height: 20 } as const;

/** Excel's own for a new sheet. */
export const STANDARD_MARGINS: PageMargins = {
  left: 50.4,
  right: 50.4,
  top: 54,
  bottom: 54,
  header: 21.6,
  footer: 21.6,
};

/** What belongs to one sheet besides its cells. */
export interface SheetParts {
  frozenRows: number;
  frozenColumns: number;
  gridlines: boolean;
  tabColor: string;
  visibility: "Visible" | "Hidden" | "VeryHidden";
  landscape: boolean;
  printArea: Rect | null;
  titleRows: string;
  /** `A:B`, or empty. */
  titleColumns: string;
  margins: PageMargins;
  centred: boolean;
  footer: PageFooter;
  fitToWidth: number | null;
  fitToHeight: number | null;
  protected: boolean;
  /** Values that travel with the sheet, by key. */
  customProperties: Map<string, string>;
  conditionalFormats: ConditionalFormatPart[];
  validations: ValidationPart[];
  links: LinkPart[];
  /** Named cell styles in the order in which they were given. */
  namedStyles: { rect: Rect; name: string }[];
}

export interface WorkbookParts {
  readonly sheets: Map<string, SheetParts>;
  readonly tables: TablePart[];
  readonly charts: ChartPart[];
  readonly names: NamePart[];
  readonly settings: Map<string, unknown>;
  readonly properties: Record<string, string>;
  structureProtected: boolean;
  calculationMode: "Automatic" | "AutomaticExceptTables" | "Manual";
}

export function newSheetParts(): SheetParts {
  return {
    frozenRows: 0,
    frozenColumns: 0,
    gridlines: true,
    tabColor: "",
    visibility: "Visible",
    landscape: false,
    printArea: null,
    titleRows: "",
    titleColumns: "",
    margins: STANDARD_MARGINS,
    centred: false,
    footer: { left: "", center: "", right: "" },
    fitToWidth: null,
    fitToHeight: null,
    protected: false,
    customProperties: new Map(),
    conditionalFormats: [],
    validations: [],
    links: [],
    namedStyles: [],
  };
}

export function newWorkbookParts(): WorkbookParts {
  return {
    sheets: new Map(),
    tables: [],
    charts: [],
    names: [],
    settings: new Map(),
    properties: {
      title: "",
      author: "",
      subject: "",
      keywords: "",
      comments: "",
      category: "",
      manager: "",
      company: "",
    },
    structureProtected: false,
    calculationMode: "Automatic",
  };
}

/** A sheet's parts, made at first use. */
export function partsOfSheet(parts: WorkbookParts, sheet: string): SheetParts {
  let own = parts.sheets.get(sheet);
  if (!own) parts.sheets.set(sheet, (own = newSheetParts()));
  return own;
}
