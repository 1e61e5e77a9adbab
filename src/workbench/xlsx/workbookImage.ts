import type { CellStyle, CellValue } from "../grid/backend";
import type { PageFooter, PageMargins } from "../workbookParts";

/** A rectangle on a sheet that is known from the context, zero-based. */
export interface Cells {
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
}

/** Cells on a sheet named here. */
export interface SheetCells extends Cells {
  readonly sheetName: string;
}

export interface ImageCell {
  readonly value: CellValue | null;
  /** Begins with "=". */
  readonly formula?: string;
  readonly style?: CellStyle;
}

export interface ImageChart {
  readonly name: string;
  readonly kind: "line" | "column" | "bar" | "scatter";
  readonly stacked: boolean;
  readonly title: string;
  readonly altText: string;
  readonly series: readonly {
    readonly name: string;
    readonly values: SheetCells;
    readonly categories: SheetCells | null;
    readonly color: string;
  }[];
  readonly place: Cells;
  readonly categoryTitle: string;
  readonly valueTitle: string;
  readonly valueFormat: string;
  readonly categoryFormat: string;
  readonly valueMaximum: number | null;
  readonly categoryMaximum: number | null;
  /** Categories from the top down, or from the right. */
  readonly reversed: boolean;
  readonly legend: boolean;
}

export interface ImageValidation {
  readonly cells: Cells;
  readonly kind: "decimal" | "whole" | "date" | "list" | "custom" | "textLength" | "time";
  readonly operator: string;
  readonly formula1: string;
  readonly formula2: string | null;
  readonly values: readonly string[] | null;
  readonly promptTitle: string;
  readonly promptMessage: string;
  readonly errorTitle: string;
  readonly errorMessage: string;
}

export interface ImageSheet {
  readonly name: string;
  readonly hidden: boolean;
  readonly rightToLeft: boolean;
  readonly gridlines: boolean;
  readonly tabColor: string;
  /** Rows from the first on; the cells of a row from the first column on. */
  readonly rows: readonly (readonly ImageCell[])[];
  /** Characters by column; undefined for the default. */
  readonly columnWidths: readonly (number | undefined)[];
  /** Points by row, zero-based; a row that is not here has the default height. */
  readonly rowHeights: ReadonlyMap<number, number>;
  readonly frozenRows: number;
  readonly frozenColumns: number;
  readonly merges: readonly Cells[];
  readonly tables: readonly {
    readonly name: string;
    readonly cells: Cells;
    readonly style: string;
    readonly filter: boolean;
  }[];
  readonly charts: readonly ImageChart[];
  readonly validations: readonly ImageValidation[];
  readonly conditionalFormats: readonly {
    readonly cells: Cells;
    readonly rule:
      | { readonly kind: "colourScale"; readonly colours: readonly string[] }
      | { readonly kind: "formula"; readonly formula: string; readonly style: CellStyle };
  }[];
  readonly links: readonly {
    readonly row: number;
    readonly column: number;
    readonly target: string;
    readonly inWorkbook: boolean;
    readonly tip: string;
  }[];
  readonly landscape: boolean;
  readonly printArea: Cells | null;
  /** `1:3`, or empty. */
  readonly titleRows: string;
  /** `A:B`, or empty. */
  readonly titleColumns: string;
  /** Points. */
  readonly margins: PageMargins;
  readonly centred: boolean;
  /** In Excel's codes: `&A`, `&P`. */
  readonly footer: PageFooter;
  readonly fitToWidth: number | null;
  readonly fitToHeight: number | null;
}

/** A whole workbook as plain data: made of the workbench's grid or of a plan, written as xlsx. */
export interface WorkbookImage {
  readonly sheets: readonly ImageSheet[];
  readonly names: readonly { readonly name: string; readonly formula: string; readonly comment: string }[];
  readonly activeSheet: number;
}
