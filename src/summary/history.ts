/** The key figures that History keeps, one column each. */
export const HISTORY_FIGURES = [
  "customers",
  "activeCustomers",
  "orders",
  "revenue",
  "orderValue",
  "frequency",
  "churn",
  "clvRevenue",
  "clvProfit",
  "clvDiscounted",
  "equity",
] as const;

export type HistoryFigure = (typeof HISTORY_FIGURES)[number];

/** One refresh: the figures as they stood. `at` is an Excel serial with time. */
export interface HistoryRow {
  readonly at: number;
  readonly asOf: number;
  readonly figures: Readonly<Record<HistoryFigure, number | null>>;
}
