import type { Language } from "../locales/language";
import type { Locale } from "../locales/locale";
import type { CellRows } from "../orders/cells";
import type { Findings, FindingReason } from "../orders/findings";
import type { OrderColumns, ReadingRules } from "../orders/orderColumns";
import type { CurrencyShare } from "../orders/readOrders";
import type { Recognition, RecognitionOptions } from "../orders/recognising/recognition";
import type { SummaryInputs } from "../summary/inputs/inputs";
import type { ModelReport } from "../summary/models/modelReport";
import type { PlanRows, WorkbookOutline } from "../summary/planOutline";
import type { SummaryChoices } from "../summary/request";

/** Why orders that were read make no summary. */
export type Obstacle =
  /** No row counts: see the findings for why. */
  | "noOrders"
  /** The user must settle something first: `blocking` names it. */
  | "undecided"
  /** Every amount is negative or zero. */
  | "onlyReturns"
  /** All orders are of one day: no frequency, no lifespan. */
  | "oneDay";

/** What came of reading the orders. The orders themselves stay in the engine. */
export interface OrdersOverview {
  readonly obstacle: Obstacle | null;
  readonly findings: Findings;
  readonly blocking: readonly FindingReason[];
  readonly sourceRows: number;
  readonly usedRows: number;
  readonly excludedRows: number;
  readonly customers: number;
  /** First and last day of an order, Excel day serials; 0 where there is none. */
  readonly firstDay: number;
  readonly lastDay: number;
  readonly currency: string;
  readonly currencies: readonly CurrencyShare[];
  /** The groups found in the group column, if one was chosen. */
  readonly groups: readonly string[];
  /** The inputs as far as the orders tell them; the user's own go over these. */
  readonly defaults: SummaryInputs | null;
}

/** What the engine is about to do, for the progress line. */
export type EngineStep = "customers" | "models" | "sheets";

export type OnStep = (step: EngineStep) => void;

/**
 * The engine behind the pane: from cells to a plan, without Excel. One reading at a time: `begin`, `add` for each
 * block in order, `finish`, then `plan` as often as inputs change, and `rows` for the cells of the plan. The same
 * whether it runs in a worker or in the page.
 */
export interface Engine {
  recognise(head: CellRows, options?: RecognitionOptions): Promise<Recognition>;
  begin(columns: OrderColumns, rules: ReadingRules): Promise<void>;
  /** `firstRow` is zero-based on the sheet; `formats` are the number formats of the amount column of these rows. */
  add(rows: CellRows, firstRow: number, formats?: readonly string[]): Promise<void>;
  finish(): Promise<OrdersOverview>;
  /** The words of the language that sheets are to be planned in: the engine itself holds English only. */
  speak(locale: Locale, language: Language): Promise<void>;
  /** Plans the sheets, keeps their cells and answers everything else. Rejects with `EngineProblem`. */
  plan(choices: SummaryChoices, onStep?: OnStep): Promise<WorkbookOutline>;
  rows(sheet: number, block: number, from: number, count: number): Promise<PlanRows>;
  /** What the fitted models say, where the last plan needed them. */
  models(): Promise<ModelReport | null>;
  /** Drops orders and plan. */
  forget(): Promise<void>;
}

/** Codes travel in `message`: of an error, a worker hands on only name, message and stack. */
export type EngineProblemCode = "notBegun" | "notFinished" | "obstacle" | "cancelled" | "broken";

export class EngineProblem extends Error {
  override readonly name = "EngineProblem";

  constructor(readonly code: EngineProblemCode) {
    super(code);
  }
}

const CODES: readonly EngineProblemCode[] = ["notBegun", "notFinished", "obstacle", "cancelled", "broken"];

/** An error that came out of the worker, as an `EngineProblem` again. */
export function engineProblemOf(error: unknown): EngineProblem {
  if (error instanceof EngineProblem) return error;
  const message = error instanceof Error ? error.message : "";
  const code = CODES.find((known) => known === message) ?? "broken";
  const problem = new EngineProblem(code);
  problem.cause = error;
  return problem;
}
