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

/** The figures that are others than in the run before, in the order of the history. */
export const changesBetween = (before: HistoryRow, now: HistoryRow): readonly Move[] =>
  HISTORY_FIGURES.flatMap((figure): Move[] => {
    const [from, to] = [before.figures[figure], now.figures[figure]];
    return from === null || to === null || from === to ? [] : [{ figure, before: from, after: to }];
  });

/**
 * Whether a figure moved by more than a share of what it was.
 * @param threshold 0.1 is ten per cent of the figure before.
 */
export const isBeyond = ({ before, after }: Move, threshold: number): boolean =>
  Math.abs(after - before) > threshold * Math.abs(before);
