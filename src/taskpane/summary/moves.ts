import { HISTORY_FIGURES, type HistoryRow } from "../../summary/history";
import type { Move } from "./state";

/** Figures that moved by more than a share of what they were, in the order of the summary. */
export const movesBetween = (before: HistoryRow, now: HistoryRow, threshold: number): readonly Move[] =>
  HISTORY_FIGURES.flatMap((figure): Move[] => {
    const [from, to] = [before.figures[figure], now.figures[figure]];
    if (from === null || to === null || Math.abs(to - from) <= threshold * Math.abs(from)) return [];
    return [{ figure, before: from, after: to }];
  });
