import { addressOf, quotedSheet } from "../../summary/layout/cellAddress";
import { areaOfAddress } from "../../excel/address";
import { sheetWords } from "../../locales/sheetWords";
import { completeColumns } from "../../orders/orderColumns";
import type { LastRun } from "../../excel/settings/settings";
import type { PaneContext } from "../context";
import type { SummaryActions } from "./actions";
import { followSheets } from "./following";
import { takeSheetInputs } from "./making";
import { createReading } from "./reading";
import { CHOICE_KEYS, type SummaryState } from "./state";
import { createRun } from "./run";
import { rateActions, inputActions } from "./inputActions";

export interface SummaryController {
  readonly actions: SummaryActions;
  /** At the start: the workbook's last run, or what is selected already. */
  begin(): Promise<void>;
  /** After each change of the selection: offers to read what is selected now. */
  selectionMoved(): Promise<void>;
  /** After the sheets may have been calculated: a result that is shown says what they say. */
  sheetsMoved(): void;
  /** The ribbon's second button: refreshes or makes the summary; answers false where the person is needed. */
  makeAtOnce(): Promise<boolean>;
}

export function createSummaryController(context: PaneContext): SummaryController {
  const { store } = context;
  const reading = createReading(context);
  const run = createRun(context, reading);
  const change = (next: Partial<SummaryState>): void =>
    store.set(({ summary }) => ({ summary: { ...summary, ...next } }));

  const readSelection = (): Promise<boolean> =>
    succeeded(
      context.attempt("selection", async () => {
        await reading.look(context.excel.describeSelection);
        change({ run: { kind: "idle" } });
        return true;
      }),
    );

  const refresh = async (): Promise<boolean> => {
    const { last } = store.get().summary;
    if (!last) return false;
    return run.make(async () => {
      change({ entries: {}, ...chosenIn(last) });
      await takeSheetInputs(context);
      await reading.look(() => context.excel.describeSource(last.source), store.get().summary.last ?? last);
    });
  };

  const selectionMoved = async (): Promise<void> => {
    const { orders, run: now } = store.get().summary;
    if (!orders || now.kind !== "idle") return;
    const cell = await context.excel.activeCell().catch(() => undefined);
    if (cell) change({ selectedSince: addressElsewhere(cell, orders.found.place) });
  };

  /** From the result to the choices: with the orders as they are by now, and what is selected since offered. */
  const backToChoices = async (): Promise<void> => {
    change({ run: { kind: "idle" }, looking: true });
    context.focus("step-orders-title");
    await context.attempt("selection", async () => {
      await takeSheetInputs(context);
      const { last } = store.get().summary;
      if (!last) return;
      await reading.look(() => context.excel.describeSource(last.source), last);
      await reading.changeRules({});
    });
    change({ looking: false });
    await selectionMoved();
  };

  return {
    actions: {
      ...inputActions(context, change),
      readSelection: () => void readSelection().then(() => context.focus("step-orders-title")),
      relateOrders: (answer) =>
        store.set(({ summary }) => {
          const { orders } = summary;
          if (!orders?.another) return {};
          const another = { ...orders.another, answer };
          return { summary: { ...summary, orders: { ...orders, another } } };
        }),
      fixColumns: (wanted) => void context.attempt("check", () => reading.fix(wanted)),
      setRules: (wanted) => void context.attempt("check", () => reading.changeRules(wanted)),
      ...rateActions(context, reading),
      goToRow: (row) => void goToRow(context, row),
      make: () => void run.make(),
      cancel: run.cancel,
      refresh: () => void refresh(),
      change: () => void backToChoices(),
      openSheet: (name) => void context.attempt("link", () => context.excel.goTo(name, "A1")),
      openSummary: () => void openSummary(context),
      goToField: context.focus,
    },
    begin: async () => {
      const last = await context.excel.readLastRun().catch(() => null);
      if (last) change({ last, ...chosenIn(last) });
      // A first look nobody asked for: if it finds nothing, the pane simply says how to begin.
      else await reading.look(context.excel.describeSelection).catch(() => undefined);
    },
    selectionMoved,
    sheetsMoved: followSheets(context),
    makeAtOnce: async () => {
      // Whatever comes of it is shown in this tab.
      store.set({ tab: "summary" });
      if (store.get().summary.run.kind === "running") return false;
      if (store.get().summary.last) return refresh();
      if (!(await readSelection())) return false;
      const { orders } = store.get().summary;
      return orders?.questions.length === 0 ? run.make() : false;
    },
  };
}

/** What was chosen for the last summary. */
const chosenIn = (last: LastRun): Pick<SummaryState, "sheets" | "liveModels"> => ({
  sheets: CHOICE_KEYS.filter((key) => last.sheets.includes(key)),
  liveModels: last.liveModels === true,
});

const succeeded = async (work: Promise<boolean | undefined>): Promise<boolean> => (await work) === true;

/** Selects the customer, date and amount of a row on the orders' sheet. */
async function goToRow(context: PaneContext, row: number): Promise<void> {
  const { orders } = context.store.get().summary;
  const columns = orders && completeColumns(orders.recognition.columns);
  if (!orders || !columns) return;
  const { sheet, firstColumn, columnCount } = orders.found.place;
  const address = addressOf({ row, column: firstColumn, rows: 1, columns: columnCount });
  await context.attempt("link", () => context.excel.goTo(sheet, address));
}

async function openSummary(context: PaneContext): Promise<void> {
  const { locale } = context.store.get();
  const name = sheetWords(locale).sheetNames.summary;
  await context.attempt("link", async () => {
    const resolved = await context.excel.resolveSheetNames([{ key: "summary", name }]);
    await context.excel.goTo(resolved.summary?.name ?? name, "A1");
  });
}

/** The active cell's address where it lies outside of the orders that were read. */
function addressElsewhere(
  cell: { readonly sheet: string; readonly address: string },
  place: { readonly sheet: string; readonly address: string },
): string | undefined {
  const [at, area] = [areaOfAddress(cell.address), areaOfAddress(place.address)];
  if (!at || !area) return undefined;
  const inside =
    cell.sheet === place.sheet &&
    at.row >= area.row &&
    at.row < area.row + area.rows &&
    at.column >= area.column &&
    at.column < area.column + area.columns;
  return inside ? undefined : `${quotedSheet(cell.sheet)}!${addressOf(at)}`;
}
