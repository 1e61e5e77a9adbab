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

/** A key figure that has changed since the run before. */
export interface Move {
  readonly figure: HistoryFigure;
  readonly before: number;
  readonly after: number;
}

/**
 * What moved by more than a share of what it was, in the order of the history.
 * @param threshold 0.1 is ten per cent of the figure before.
 */
export const movesBetween = (before: HistoryRow, now: HistoryRow, threshold: number): readonly Move[] =>
  HISTORY_FIGURES.flatMap((figure): Move[] => {
    const [from, to] = [before.figures[figure], now.figures[figure]];
    if (from === null || to === null || Math.abs(to - from) <= threshold * Math.abs(from)) return [];
    return [{ figure, before: from, after: to }];
  });
