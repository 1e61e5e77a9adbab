import type { SelectionDescription } from "../../excel/source/selection";
import type { LastRun } from "../../excel/settings/settings";
import type { SelectionPlace } from "../../orders/cells";
import { columnsUnder, isLost } from "../../orders/recognising/columnHeadings";
import { completeColumns, type ColumnDraft, type OrderColumns } from "../../orders/orderColumns";
import { createOrderReader } from "../../orders/readOrders";
import type { Recognition, RecognitionQuestion } from "../../orders/recognising/recognition";
import { quotedSheet } from "../../summary/layout/cellAddress";
import type { PaneContext } from "../context";
import { OwnProblem } from "../problems/problem";
import { serialOfLocalTime } from "../words/days";
import { rateEntriesOf } from "./rates";
import {
  rulesOf,
  type AnotherSource,
  type OrdersState,
  type PreviewOrder,
  type ReadResult,
  type SummaryState,
} from "./state";

/** Selections up to this size are read at once, so that the notes on the data are there before the button is pressed. */
const READ_AT_ONCE = 50_000;
const PREVIEW_ROWS = 4;

export interface OrdersReading {
  /** Looks at what is selected and recognises the orders in it. Rejects with an `ExcelProblem`. */
  look(describe: () => Promise<SelectionDescription>, last?: LastRun): Promise<void>;
  /** Recognises anew around what the person decided, and reads again. */
  fix(change: Partial<ColumnDraft>): Promise<void>;
  changeRules(change: OrdersState["rules"]): Promise<void>;
  /** Reads all rows now. Rejects with an `ExcelProblem`, an `EngineProblem` or an `OwnProblem`. */
  readAll(signal: AbortSignal, onRows: (done: number, total: number) => void): Promise<ReadResult>;
  /** Ends a reading in the background. */
  stop(): Promise<void>;
}

export function createReading(context: PaneContext): OrdersReading {
  const { store, excel, connection } = context;
  let abort = new AbortController();
  let working: Promise<void> = Promise.resolve();
  /** The engine reads one list at a time: whoever has waited while somebody else asked for another does not begin. */
  let stops = 0;
  /** A change of the columns that is under way: nobody reads before it is there. */
  let fixing: Promise<void> = Promise.resolve();

  const change = (next: Partial<SummaryState>): void =>
    store.set(({ summary }) => ({ summary: { ...summary, ...next } }));
  const changeOrders = (next: Partial<OrdersState>): void => {
    const { orders } = store.get().summary;
    if (orders) change({ orders: { ...orders, ...next } });
  };

  const stop = async (): Promise<void> => {
    stops++;
    abort.abort();
    await working.catch(() => undefined);
    abort = new AbortController();
  };

  const readAll = async (
    signal: AbortSignal,
    onRows: (done: number, total: number) => void,
  ): Promise<ReadResult> => {
    const { orders } = store.get().summary;
    const columns = orders && completeColumns(orders.recognition.columns);
    if (!orders || !columns) throw new OwnProblem("noOrders");
    const { engine } = connection;
    await engine.begin(columns, rulesOf(orders));
    await excel.readBlocks(orders.found.place, {
      signal,
      formatsOf: moneyColumn(columns),
      onProgress: ({ done, total }) => onRows(done, total),
      onBlock: (rows, firstRow, formats) => engine.add(rows, firstRow, formats),
    });
    return engine.finish();
  };

  const readInBackground = async (): Promise<void> => {
    const stopped = stop();
    const mine = stops;
    await stopped;
    if (mine !== stops) return;
    const { signal } = abort;
    const { orders } = store.get().summary;
    changeOrders({ check: { kind: "none" } });
    context.setProblem("check", undefined);
    if (!orders || !completeColumns(orders.recognition.columns)) return;
    if (orders.found.place.rowCount > READ_AT_ONCE) return;
    working = context
      .attempt("check", () =>
        readAll(signal, (done, total) => {
          if (!signal.aborted) changeOrders({ check: { kind: "checking", done, total } });
        }),
      )
      .then((result) => {
        if (signal.aborted) context.setProblem("check", undefined);
        else if (result) changeOrders({ check: { kind: "checked", result }, currencies: result.currencies });
      });
    await working;
  };

  const recognise = (found: SelectionDescription, fixed: Partial<ColumnDraft>): Promise<Recognition> =>
    connection.engine.recognise(found.head, {
      numberFormats: found.headFormats,
      today: Math.floor(serialOfLocalTime(context.now())),
      monthFirst: store.get().displayLanguage?.toLowerCase() === "en-us",
      fixed,
    });

  /** The workbook's summary, where it was made from other cells than those found. */
  const anotherSource = async ({ place }: SelectionDescription): Promise<AnotherSource | undefined> => {
    const { last } = store.get().summary;
    if (last === undefined) return undefined;
    // Of a source that is gone nothing can be said but that these are other cells.
    const before = await excel.describeSource(last.source).catch(() => undefined);
    if (before !== undefined && overlap(before.place, place)) return undefined;
    const { sheet, address } = before?.place ?? last.source;
    return { before: `${quotedSheet(sheet)}!${address}` };
  };

  const stopAfterFixing = async (): Promise<void> => {
    await fixing.catch(() => undefined);
    await stop();
  };

  const recogniseAnew = async (wanted: Partial<ColumnDraft>): Promise<void> => {
    const { orders } = store.get().summary;
    if (!orders) return;
    const fixed = { ...orders.fixed, ...wanted };
    const recognition = await recognise(orders.found, fixed);
    changeOrders({
      fixed,
      recognition,
      questions: questionsAfter(orders.questions, recognition, wanted),
      currencies: [],
      preview: previewOf(orders.found, recognition, orders.rules),
    });
  };

  return {
    readAll,
    stop: stopAfterFixing,
    look: async (describe, last) => {
      await stopAfterFixing();
      change({ looking: true });
      try {
        const found = await describe();
        const fixed: Partial<ColumnDraft> = last ? columnsNow(last, found) : {};
        const recognition = await recognise(found, fixed);
        // Orders of today are not in the future because the last run was yesterday.
        const rules = last ? { ...last.rules, lastDay: recognition.rules.lastDay } : {};
        const orders: OrdersState = {
          found,
          recognition,
          fixed,
          rules,
          questions: recognition.questions,
          preview: previewOf(found, recognition, rules),
          check: { kind: "none" },
          currencies: [],
          rateEntries: rateEntriesOf(last?.rules.currency, context.words().formats),
          another: last ? undefined : await anotherSource(found),
        };
        change({ orders, looking: false, selectedSince: undefined });
      } finally {
        change({ looking: false });
      }
      if (!last) await readInBackground();
    },
    fix: async (wanted) => {
      fixing = recogniseAnew(wanted);
      await fixing;
      await readInBackground();
    },
    changeRules: async (wanted) => {
      const { orders } = store.get().summary;
      if (!orders) return;
      const rules = { ...orders.rules, ...wanted };
      changeOrders({ rules, preview: previewOf(orders.found, orders.recognition, rules) });
      await readInBackground();
    },
  };
}

function columnsNow(last: LastRun, { head, place }: SelectionDescription): OrderColumns {
  const columns = columnsUnder(last.columns, last.headings, head);
  if (!isLost(columns)) return columns;
  const { heading, several } = columns;
  throw new OwnProblem(several ? "columnTwice" : "columnMissing", { heading, sheet: place.sheet });
}

const overlap = (a: SelectionPlace, b: SelectionPlace): boolean =>
  a.sheet === b.sheet &&
  a.firstRow < b.firstRow + b.rowCount &&
  b.firstRow < a.firstRow + a.rowCount &&
  a.firstColumn < b.firstColumn + b.columnCount &&
  b.firstColumn < a.firstColumn + a.columnCount;

/** The column whose number formats may name a currency. */
const moneyColumn = ({ amount }: OrderColumns): number =>
  amount.kind === "column" ? amount.column : amount.price;

/** Questions that are still open, and those answered about the same column: an answer can be taken back. */
function questionsAfter(
  before: readonly RecognitionQuestion[],
  { questions, columns }: Recognition,
  wanted: Partial<ColumnDraft>,
): readonly RecognitionQuestion[] {
  const dateColumnChanged = "date" in wanted;
  const amountColumnChanged = "amount" in wanted;
  const kept = before.filter((question) => {
    if (questions.some((open) => sameQuestion(open, question))) return false;
    if (question.kind === "decimalSign") return !amountColumnChanged;
    if (question.kind === "dateOrder" || question.kind === "calendar") return !dateColumnChanged;
    return columns[question.role] !== null;
  });
  return [...kept, ...questions];
}

/** Whether two questions ask the same, whatever examples they give. */
export const sameQuestion = (a: RecognitionQuestion, b: RecognitionQuestion): boolean =>
  a.kind === b.kind && (a.kind !== "column" || (b.kind === "column" && a.role === b.role));

/** The first orders as the reader itself understands them. */
function previewOf(
  found: SelectionDescription,
  recognition: Recognition,
  rules: OrdersState["rules"],
): readonly PreviewOrder[] {
  const columns = completeColumns(recognition.columns);
  if (!columns) return [];
  // Rows in every currency are shown; which one counts is asked separately.
  const currency = { kind: "undecided" } as const;
  const reader = createOrderReader(
    { ...columns, currency: null },
    { ...recognition.rules, ...rules, currency },
  );
  reader.add(found.head, found.place.firstRow);
  const { orders } = reader.finish();
  return Array.from({ length: Math.min(PREVIEW_ROWS, orders.length) }, (_, index) => ({
    row: orders.sourceRow[index] ?? 0,
    customer: orders.customerIds[orders.customer[index] ?? 0] ?? "",
    day: orders.day[index] ?? 0,
    amount: orders.amount[index] ?? 0,
  }));
}
