import { HISTORY_FIGURES } from "../../summary/history";
import type { KeyFigure, Move } from "./state";

/** Figures that moved by more than a share of what they were, in the order of the summary. */
export function movesBetween(
  before: readonly KeyFigure[],
  after: readonly KeyFigure[],
  threshold: number,
): readonly Move[] {
  const valueIn = (figures: readonly KeyFigure[], key: string): number | undefined => {
    const value = figures.find((figure) => figure.key === key)?.value;
    return typeof value === "number" ? value : undefined;
  };
  return HISTORY_FIGURES.flatMap((figure): Move[] => {
    const [old, now] = [valueIn(before, figure), valueIn(after, figure)];
    if (old === undefined || now === undefined || old === now) return [];
    return Math.abs(now - old) > threshold * Math.abs(old) ? [{ figure, before: old, after: now }] : [];
  });
}
