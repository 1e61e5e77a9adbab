import type { Refusal } from "../numerics/refusal";
import { lengthsDiffer, tooFew } from "./refusals";

/** A customer, period or state as a cell holds it. */
export type Label = string | number;

/** Numbers by size, then texts by their characters. */
function byLabel(a: Label, b: Label): number {
  if (typeof a === "number" && typeof b === "number") return a - b;
  if (typeof a !== typeof b) return typeof a === "number" ? -1 : 1;
  return a < b ? -1 : a > b ? 1 : 0;
}

const distinct = (labels: readonly Label[]): Label[] => [...new Set(labels)].sort(byLabel);
const positions = (labels: readonly Label[]): Map<Label, number> =>
  new Map(labels.map((label, i) => [label, i]));

export interface Transitions {
  readonly states: readonly Label[];
  /** From row to column; null where no customer was seen to move on from the state. */
  readonly probabilities: (number | null)[][];
}

/**
 * Transition probabilities as observed: of the moves out of a state, the share that went to each state.
 * A move is counted between neighbouring periods of the whole list: a customer missing in between has made none.
 * @param order The states in the order wanted, others being left out; all by number or name when absent.
 */
export function transitions(
  customers: readonly Label[],
  periods: readonly Label[],
  states: readonly Label[],
  order: readonly Label[] = distinct(states),
): Transitions | Refusal {
  const n = customers.length;
  if (n === 0) return tooFew("customers", 0, 1);
  if (periods.length !== n) return lengthsDiffer("periods", periods.length, "customers", n);
  if (states.length !== n) return lengthsDiffer("states", states.length, "customers", n);
  const stateNumber = positions(order);
  const periodNumber = positions(distinct(periods));
  const histories = new Map<Label, Map<number, number>>();
  customers.forEach((customer, i) => {
    const state = stateNumber.get(states[i] ?? "");
    const period = periodNumber.get(periods[i] ?? "");
    if (state === undefined || period === undefined) return;
    const history = histories.get(customer) ?? new Map<number, number>();
    histories.set(customer, history.set(period, state));
  });
  const counts = order.map(() => new Array<number>(order.length).fill(0));
  for (const history of histories.values())
    for (const [period, from] of history) {
      const to = history.get(period + 1);
      const row = counts[from];
      if (to !== undefined && row) row[to] = (row[to] ?? 0) + 1;
    }
  const probabilities = counts.map((row) => {
    const total = row.reduce((sum, count) => sum + count, 0);
    return row.map((count) => (total === 0 ? null : count / total));
  });
  return { states: order, probabilities };
}
