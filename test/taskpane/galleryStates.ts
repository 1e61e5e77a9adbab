import type { Pane } from "../../src/taskpane/pane";
import type { PaneState } from "../../src/taskpane/state";
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
    store.set(({ summary: now }) => ({ summary: { ...now, orders: { ...orders, questions } } }));
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
  summary.actions.make();
  for (let wait = 0; wait < 50 && store.get().summary.run.kind !== "done"; wait++) await settled();
  if (name === "remembered") {
    store.set(({ summary: now }) => ({ summary: { ...now, orders: undefined, run: { kind: "idle" } } }));
  }
}

export const galleryStates = { figures, reach };
