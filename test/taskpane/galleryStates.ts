import type { Locale } from "../../src/locales/locale";
import { fillPlain } from "../../src/locales/message";
import { modelWords } from "../../src/locales/modelWords";
import { sheetWords } from "../../src/locales/sheetWords";
import type { Pane } from "../../src/taskpane/pane";
import type { PaneState } from "../../src/taskpane/state";
import type { RunState } from "../../src/taskpane/summary/state";
import type { Store } from "../../src/taskpane/store";

/** Key figures as a summary's cells might hold them. */
const figures: Record<string, number> = {
  clv_customers: 2357,
  clv_active_customers: 1204,
  clv_orders: 6919,
  clv_revenue: 242080.17,
  clv_order_value: 34.99,
  clv_frequency: 1.84,
  clv_churn: 0.312,
  clv_lifespan: 3.21,
  clv_churn_revenue: 206.34,
  clv_churn_profit: 62.54,
  clv_discounted: 48.91,
  clv_ltv_to_cac: 3.45,
  clv_payback_months: 9.3,
  clv_equity: 58887,
  clv_failed_checks: 0,
  clv_gross_margin: 0.4,
  clv_discount_rate: 0.1,
  clv_acquisition_cost: 20,
};

const settled = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 60));

/** A refresh after which a check fails, figures have moved and the forecast stands on a steadied fit. */
function movedRun(run: RunState, locale: Locale): RunState {
  if (run.kind !== "done") return run;
  const { models } = sheetWords(locale);
  const steadied = fillPlain(modelWords(locale).steadied, { model: "Pareto/NBD" });
  return {
    kind: "done",
    result: {
      ...run.result,
      failedChecks: 2,
      forecast: { total: 230346.92, low: 184444.64, high: 287672.71, error: undefined },
      forecastWords: [`${steadied}: ${models.standings.fitted}`, models.notTested],
      alertThreshold: 0.1,
      changes: [
        { figure: "churn", before: 0.081, after: 0.094 },
        { figure: "revenue", before: 242080.17, after: 198004.5 },
        { figure: "clvDiscounted", before: 48.91, after: 39.02 },
      ],
    },
  };
}

/** Brings the pane to a named state by what a person would do. */
async function reach(name: string, store: Store<PaneState>, { summary }: Pane): Promise<void> {
  if (name === "nothing") return;
  if (name === "problem") {
    store.set({ problems: { selection: { code: "oneRow", details: {} } } });
    return;
  }
  summary.actions.readSelection();
  await settled();
  if (name === "recognised") return;
  if (name === "question") {
    const { orders } = store.get().summary;
    if (!orders) return;
    const questions = [
      { kind: "dateOrder", column: 1, options: ["dmy", "mdy"], example: "03/04/2024" },
    ] as const;
    store.set(({ summary: now }) => ({
      summary: {
        ...now,
        orders: { ...orders, questions, recognition: { ...orders.recognition, questions } },
      },
    }));
    return;
  }
  if (name === "invalid") {
    summary.actions.typeInput("grossMargin", "forty");
    summary.actions.typeInput("discountRate", "250%");
    summary.actions.make();
    await settled();
    return;
  }
  if (name === "running") {
    const run = { kind: "running", phase: "writing", done: 1200, total: 3000, cancelling: false } as const;
    store.set(({ summary: now }) => ({ summary: { ...now, run } }));
    return;
  }
  if (name === "failed") {
    store.set({ problems: { run: { code: "protectedWorkbook", details: {} } } });
    return;
  }
  if (name === "another") {
    const another = { before: "'Sales 2025'!A1:C1800" };
    store.set(({ summary: now }) => {
      const orders = now.orders && { ...now.orders, another };
      return { summary: { ...now, orders } };
    });
    summary.actions.make();
    await settled();
    return;
  }
  if (name === "refused") {
    const { title } = sheetWords(store.get().locale).segments;
    const details = { cell: "'CLV Segments'!D9", label: title, value: "40", allowed: "1 – 10" };
    store.set({ problems: { run: { code: "inputRefused", details } } });
    return;
  }
  summary.actions.make();
  for (let wait = 0; wait < 50 && store.get().summary.run.kind !== "done"; wait++) await settled();
  if (name === "moved") {
    store.set(({ summary: now }) => ({ summary: { ...now, run: movedRun(now.run, store.get().locale) } }));
    return;
  }
  if (name === "remembered") {
    store.set(({ summary: now }) => ({ summary: { ...now, orders: undefined, run: { kind: "idle" } } }));
  }
}

export const galleryStates = { figures, reach };
