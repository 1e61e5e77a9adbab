import type { SelectionDescription } from "../../excel/source/selection";
import type { LastRun } from "../../excel/settings/settings";
import type { ColumnDraft, ReadingRules } from "../../orders/orderColumns";
import type { CurrencyShare } from "../../orders/readOrders";
import type { Recognition, RecognitionQuestion } from "../../orders/recognising/recognition";
import type { Move } from "../../summary/history/history";
import type { InputKey } from "../../summary/inputs/inputs";
import type { SheetKey } from "../../summary/plan";
import { CHOICES } from "../../summary/request";
import type { OrdersOverview } from "../../worker/engine";

/** A sheet that may be chosen. */
export type ChoiceKey = (typeof CHOICES)[number];

export const CHOICE_KEYS: readonly ChoiceKey[] = CHOICES;

/** One order as it was understood, for the eye to check against the sheet. */
export interface PreviewOrder {
  /** Zero-based row on the sheet. */
  readonly row: number;
  readonly customer: string;
  readonly day: number;
  readonly amount: number;
}

/** What reading all rows came to. */
export type ReadResult = OrdersOverview;

/** Several currencies: the user must say which one counts. */
export const asksCurrency = (result: ReadResult): boolean => result.blocking.includes("mixedCurrencies");

export type CheckState =
  | { readonly kind: "none" }
  | { readonly kind: "checking"; readonly done: number; readonly total: number }
  | { readonly kind: "checked"; readonly result: ReadResult };

/** The orders that were found in the selection, and what the person decided about them. */
export interface OrdersState {
  readonly found: SelectionDescription;
  readonly recognition: Recognition;
  /** Columns and readings that the person chose; the rest is recognised around them. */
  readonly fixed: Partial<ColumnDraft>;
  readonly rules: Partial<ReadingRules>;
  /** Questions so far; an answered one stays, so that the answer can be changed. */
  readonly questions: readonly RecognitionQuestion[];
  readonly preview: readonly PreviewOrder[];
  readonly check: CheckState;
  /** The currencies found by the last reading; they stay while the rows are read again. */
  readonly currencies: readonly CurrencyShare[];
  /** What was typed for the rates, by currency. */
  readonly rateEntries: Readonly<Record<string, RateEntry>>;
  /** Where the workbook's summary was made from other cells than these. */
  readonly another?: AnotherSource;
}

/** A second list of orders in a workbook with a summary: only the person knows how they belong together. */
export interface AnotherSource {
  /** Where the summary was made from. */
  readonly before: string;
  /** Unanswered at first. */
  readonly answer?: "same" | "anew";
}

/** An exchange rate as typed, and where it is from. */
export interface RateEntry {
  readonly text: string;
  readonly origin: string;
}

export interface KeyFigure {
  readonly key: string;
  /** Where the sheet gives no number it says why, in its own words. */
  readonly value: number | string;
}

/** What the models expect, read from the sheet. */
export interface ForecastShown {
  readonly total: number;
  readonly low: number;
  readonly high: number;
  /** Error in the holdout test; undefined where nothing could be tested. */
  readonly error: number | undefined;
}

export interface RunResult {
  /** Sheets that were written, in the order of their tabs. */
  readonly sheets: readonly { readonly key: SheetKey; readonly name: string }[];
  readonly figures: readonly KeyFigure[];
  /** undefined where the sheet did not tell. */
  readonly failedChecks: number | undefined;
  /** When yearly cash arrives, in the sheet's words. */
  readonly timing: string;
  /** undefined where none was asked for, or none can be defended. */
  readonly forecast: ForecastShown | undefined;
  /** What the forecast stands on and whether it earns its place, or why there is none: the sheet's own words. */
  readonly forecastWords: readonly string[];
  /** Since the run before; undefined where there was none. */
  readonly changes: readonly Move[] | undefined;
  /** The share beyond which a change is named; undefined where the sheet did not tell. */
  readonly alertThreshold: number | undefined;
}

export type RunPhase =
  "reading" | "checking" | "calculating" | "fitting" | "writing" | "formatting" | "answering" | "restoring";

export type RunState =
  | { readonly kind: "idle" }
  | {
      readonly kind: "running";
      readonly phase: RunPhase;
      readonly done: number;
      readonly total: number;
      readonly cancelling: boolean;
    }
  | { readonly kind: "done"; readonly result: RunResult };

export interface SummaryState {
  readonly looking: boolean;
  readonly orders: OrdersState | undefined;
  /** The address selected since, if it is another one. */
  readonly selectedSince: string | undefined;
  /** What was typed in the inputs' fields; an untouched field has no entry. */
  readonly entries: Readonly<Partial<Record<InputKey, string>>>;
  readonly sheets: readonly ChoiceKey[];
  readonly liveModels: boolean;
  /** The button was pressed although something is missing: from then on the fields say what. */
  readonly pressed: boolean;
  readonly run: RunState;
  readonly last: LastRun | undefined;
}

export const START_SUMMARY: SummaryState = {
  looking: false,
  orders: undefined,
  selectedSince: undefined,
  entries: {},
  sheets: [],
  liveModels: false,
  pressed: false,
  run: { kind: "idle" },
  last: undefined,
};

/** What reading came to, once it is done. */
export const resultOf = (orders: OrdersState | undefined): ReadResult | undefined =>
  orders?.check.kind === "checked" ? orders.check.result : undefined;

/** The rules in force: what the person decided over what was suggested. */
export const rulesOf = (orders: OrdersState): ReadingRules => ({
  ...orders.recognition.rules,
  ...orders.rules,
});

/** The run whose inputs and history go on in the next one. */
export const continued = ({ orders, last }: SummaryState): LastRun | undefined =>
  orders?.another?.answer === "anew" ? undefined : last;
