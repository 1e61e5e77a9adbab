import { retentionValue } from "../../measures/retention";
import { TIMING } from "../../measures/timing";

/** A number, or the reason why there is none. */
export type Outcome = ReturnType<typeof retentionValue>;

/** What a customer's value is made of. Rates are per year, as decimals. */
export interface ValueFigures {
  readonly orderValue: number;
  readonly frequency: number;
  readonly margin: number;
  readonly churn: number;
  readonly discount: number;
  readonly acquisitionCost: number;
}

/** The figures that a company can move. */
export const LEVERS = ["orderValue", "frequency", "margin", "churn", "acquisitionCost"] as const;
export type Lever = (typeof LEVERS)[number];

/** Margin and churn move by percentage points, the others by a share of themselves. */
export const movesByPoints = (lever: Lever): boolean => lever === "margin" || lever === "churn";

export type Changes = Readonly<Record<Lever, number>>;

export const NO_CHANGE: Changes = { orderValue: 0, frequency: 0, margin: 0, churn: 0, acquisitionCost: 0 };

/**
 * Profit of one customer in today's money: order value × orders × margin ÷ (churn + discount) − acquisition cost,
 * the retention model with cash at period ends; without discounting it is CLV.CHURN.
 * @example customerValue({orderValue: 25, frequency: 4, margin: 0.4, churn: 0.1, discount: 0, acquisitionCost: 0}) // 400
 */
export const customerValue = (figures: ValueFigures): Outcome =>
  retentionValue(
    figures.orderValue * figures.frequency * figures.margin,
    1 - figures.churn,
    figures.discount,
    TIMING.end,
    figures.acquisitionCost,
  );

const clamp = (value: number, low: number, high: number): number => Math.min(high, Math.max(low, value));

/** One figure after its change; a churn cannot leave 0–1, nothing else falls below 0 but a margin. */
function movedFigure(figures: ValueFigures, lever: Lever, change: number): number {
  const value = figures[lever];
  const moved = movesByPoints(lever) ? value + change : value * (1 + change);
  if (lever === "margin") return clamp(moved, -1, 1);
  return lever === "churn" ? clamp(moved, 0, 1) : Math.max(0, moved);
}

export const moved = (figures: ValueFigures, changes: Partial<Changes>): ValueFigures =>
  LEVERS.reduce<ValueFigures>(
    (next, lever) => ({ ...next, [lever]: movedFigure(figures, lever, changes[lever] ?? 0) }),
    figures,
  );

export interface LeverWorth {
  readonly lever: Lever;
  readonly change: number;
  readonly after: number;
  /** Value after the change alone, less today's. */
  readonly gain: Outcome;
}

const difference = (a: Outcome, b: Outcome): Outcome =>
  typeof a !== "number" ? a : typeof b !== "number" ? b : a - b;

/** What each lever is worth by itself. */
export const leverWorths = (figures: ValueFigures, changes: Changes): readonly LeverWorth[] =>
  LEVERS.map((lever) => ({
    lever,
    change: changes[lever],
    after: movedFigure(figures, lever, changes[lever]),
    gain: difference(customerValue(moved(figures, { [lever]: changes[lever] })), customerValue(figures)),
  }));

/** Figures that a tornado moves: the levers and the discount rate. */
const TORNADO_FIGURES = [...LEVERS, "discount"] as const;
export type TornadoFigure = (typeof TORNADO_FIGURES)[number];

export interface TornadoLine {
  readonly figure: TornadoFigure;
  /** Value where the figure is lower by the width, and higher. */
  readonly low: number;
  readonly high: number;
}

/** Each figure lower and higher by the same share of itself, the widest span first. */
export function tornado(figures: ValueFigures, width: number): readonly TornadoLine[] {
  const lines = TORNADO_FIGURES.flatMap((figure): TornadoLine[] => {
    const at = (factor: number): Outcome =>
      customerValue({ ...figures, [figure]: clampShare(figure, figures[figure] * factor) });
    const [low, high] = [at(1 - width), at(1 + width)];
    return typeof low === "number" && typeof high === "number" ? [{ figure, low, high }] : [];
  });
  return lines.sort((a, b) => Math.abs(b.high - b.low) - Math.abs(a.high - a.low));
}

const clampShare = (figure: TornadoFigure, value: number): number =>
  figure === "churn" || figure === "margin" ? Math.min(1, value) : value;
