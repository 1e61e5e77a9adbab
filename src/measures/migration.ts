import { Refusal, isRefusal, type Outcome } from "../numerics/refusal";
import { finite } from "./finite";
import { solve, type Matrix } from "./linearSystem";
import { lengthsDiffer, tooFew } from "./refusals";

/** Rounding that a row of typed probabilities may carry before it counts as adding to more than 1. */
const ROW_TOLERANCE = 1e-9;

/** A block of more states than this is larger than Excel hands over in one call. */
const MOST_STATES = 700;

/** What is wrong with a table of transition probabilities, if anything. */
function flaw(transition: Matrix): Refusal | undefined {
  const n = transition.length;
  if (n === 0) return tooFew("transition", 0, 1);
  for (const [i, row] of transition.entries()) {
    if (row.length !== n)
      return new Refusal("invalid", "notSquare", { argument: "transition", rows: n, columns: row.length });
    const sum = row.reduce((total, p) => total + p, 0);
    if (row.some((p) => !(p >= 0 && p <= 1)) || sum > 1 + ROW_TOLERANCE)
      return new Refusal("invalid", "notATransition", { argument: "transition", row: i + 1, sum });
  }
  return undefined;
}

const step = (transition: Matrix, values: readonly number[]): number[] =>
  transition.map((row) => row.reduce((total, p, j) => total + p * (values[j] ?? 0), 0));

/**
 * Value of a customer in each state (Pfeifer & Carraway 2000): (I − P ÷ (1 + d))⁻¹ R, or the sum of PᵗR ÷ (1 + d)ᵗ
 * over t = 0 … `periods`. The payoff of the present state counts in full, now.
 * @param transition From row to column; what a row lacks to 1 leaves for good.
 * @returns One value per state. An absorbing state without payoff is worth 0, even undiscounted.
 */
export function markovValue(
  transition: Matrix,
  payoffs: readonly number[],
  discount: number,
  periods?: number,
): number[] | Refusal {
  const wrong = flaw(transition);
  if (wrong) return wrong;
  if (payoffs.length !== transition.length)
    return lengthsDiffer("payoffs", payoffs.length, "transition", transition.length);
  const values =
    periods === undefined
      ? perpetualValue(transition, payoffs, discount)
      : horizonValue(transition, payoffs, discount, periods);
  if (!values) return new Refusal("invalid", "neverEnds", { discount });
  return values.map((value) => finite(value, "payoffs")).find(isRefusal) ?? values;
}

function perpetualValue(
  transition: Matrix,
  payoffs: readonly number[],
  discount: number,
): number[] | undefined {
  if (discount < 0) return undefined;
  const gone = transition.map((row, i) => row[i] === 1 && payoffs[i] === 0);
  const system = transition.map((row, i) =>
    row.map((p, j) => (i === j ? 1 : 0) - (gone[i] ? 0 : p / (1 + discount))),
  );
  return solve(system, payoffs);
}

function horizonValue(
  transition: Matrix,
  payoffs: readonly number[],
  discount: number,
  periods: number,
): number[] {
  // Horner's rule on R + P(R + P(…)/(1+d))/(1+d): one product per period, no powers of P.
  let values = [...payoffs];
  for (let t = 0; t < periods; t++) {
    const next = step(transition, values);
    values = payoffs.map((payoff, i) => payoff + (next[i] ?? 0) / (1 + discount));
  }
  return values;
}

/**
 * Where customers are after a number of periods: start × Pⁿ.
 * @param start Customers, or shares of them, in each state now.
 */
export function markovState(
  transition: Matrix,
  start: readonly number[],
  periods: number,
): number[] | Refusal {
  const wrong = flaw(transition);
  if (wrong) return wrong;
  if (start.length !== transition.length)
    return lengthsDiffer("start", start.length, "transition", transition.length);
  let state = [...start];
  for (let t = 0; t < periods; t++) {
    const before = state;
    state = state.map((_, j) =>
      transition.reduce((sum, row, i) => sum + (before[i] ?? 0) * (row[j] ?? 0), 0),
    );
  }
  return state;
}

/**
 * The transitions of a mailing list by recency (Pfeifer & Carraway 2000): from recency i a customer buys with
 * probability pᵢ and is at recency 1, or does not and is at i + 1; the last recency keeps those who do not buy.
 */
export function recencyMatrix(purchase: readonly number[]): number[][] | Refusal {
  if (purchase.length > MOST_STATES) {
    const details = { argument: "purchase_probabilities", given: purchase.length, most: MOST_STATES };
    return new Refusal("invalid", "tooManyValues", details);
  }
  const last = purchase.length - 1;
  return purchase.map((p, i) => {
    const row = new Array<number>(purchase.length).fill(0);
    row[0] = p;
    const next = Math.min(i + 1, last);
    row[next] = (row[next] ?? 0) + 1 - p;
    return row;
  });
}

/**
 * The last recency at which it still pays to spend on the customer: the cut-off that gives a customer who has just
 * bought the highest value, where those beyond it are dropped and worth nothing.
 * @returns A recency from 1, or 0 where even a customer who has just bought is worth nothing.
 */
export function recencyCutoff(
  purchase: readonly number[],
  payoffs: readonly number[],
  discount: number,
): Outcome {
  if (purchase.length === 0) return tooFew("purchase_probabilities", 0, 1);
  if (payoffs.length !== purchase.length)
    return lengthsDiffer("payoffs", payoffs.length, "purchase_probabilities", purchase.length);
  // Dropped beyond k, a customer at recency 1 is worth V = A + B V: A is what comes before the next purchase or the
  // end, B the discounted chance of that purchase. Both grow by one term per recency.
  let [worth, again, reached] = [0, 0, 1];
  let best = 0;
  let cutoff = 0;
  for (const [i, p] of purchase.entries()) {
    worth += reached * (payoffs[i] ?? 0);
    again += (reached * p) / (1 + discount);
    reached *= (1 - p) / (1 + discount);
    if (again >= 1) return new Refusal("invalid", "neverEnds", { discount });
    const value = worth / (1 - again);
    // A later cut-off that gains nothing but rounding is not worth its spending.
    if (value > best + 1e-12 * Math.abs(best)) [best, cutoff] = [value, i + 1];
  }
  return cutoff;
}
