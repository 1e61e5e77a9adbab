import type { Locale } from "../locales/locale";
import type { ControlTotal } from "../orders/reading/controlTotals";
import type { Findings } from "../orders/findings";
import type { OrderColumns } from "../orders/orderColumns";
import type { OrderTable } from "../orders/orderTable";
import type { SelectionPlace } from "../orders/cells";
import type { HistoryRow } from "./history/history";
import type { SummaryInputs } from "./inputs/inputs";
import type { ModelReport } from "./models/modelReport";
import type { SheetKey } from "./plan";
import type { SourceTable } from "./orders/structuredReference";
import type { TypedCells } from "./inputs/sheetInputs";

/** The sheets a user may choose; `summary`, `customers` and `orders` are always made. */
export const CHOICES = [
  "inputs",
  "segments",
  "cohorts",
  "sensitivity",
  "models",
  "planning",
  "groups",
  "checks",
  "about",
  "history",
] as const satisfies readonly SheetKey[];

/** How money is shown. The symbol is text only: it takes no part in any calculation. */
export interface MoneyStyle {
  /** `€`, `zł`, `֏`, a code such as `USD`, or empty. */
  readonly symbol: string;
  /** Digits after the point on the sheets, 0–4. */
  readonly digits: number;
  readonly symbolAfter: boolean;
}

/** What the pane decides: plain and serialisable, remembered in the workbook. */
export interface SummaryChoices {
  readonly locale: Locale;
  /** The sheets wanted; order does not matter. */
  readonly sheets: readonly SheetKey[];
  /** The Models sheet asks the add-in's functions, instead of holding values of the day. */
  readonly liveModels?: boolean;
  readonly inputs: SummaryInputs;
  readonly money: MoneyStyle;
  readonly place: SelectionPlace;
  readonly columns: OrderColumns;
  /** The Excel table whose rows the orders are, where formulas may refer to it by name. */
  readonly table?: SourceTable;
  /** Now, as an Excel serial in local time (the engine has no clock of its own). */
  readonly madeAt: number;
  /** The add-in's version. */
  readonly version: string;
  /** Sheet names that differ from the localized ones: a second "CLV Summary (2)". */
  readonly sheetNames?: Readonly<Partial<Record<SheetKey, string>>>;
  /** What was typed in the input cells of the sheets. */
  readonly typed?: TypedCells;
  /** Rows of the History sheet before this run, oldest first. */
  readonly history?: readonly HistoryRow[];
  /** The run before, with which this one is compared. */
  readonly before?: HistoryRow;
}

/** Everything that the sheets are made from. */
export interface SummaryRequest extends SummaryChoices {
  readonly orders: OrderTable;
  readonly findings: Findings;
  /** Rows of data in the source: used + excluded. */
  readonly sourceRows: number;
  /** Of the source's columns as they were read. */
  readonly controlTotals: readonly ControlTotal[];
  readonly models?: ModelReport;
}
