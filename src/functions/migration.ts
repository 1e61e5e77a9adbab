import * as measures from "../measures/migration";
import { transitions as observed } from "../measures/transitions";
import { isRefusal } from "../numerics/refusal";
import * as take from "./arguments";
import { asColumn, asRow, each, once } from "./broadcast";
import { labels, leading, optional, together } from "./ranges";

/**
 * Value of a customer in each state when customers move between states with fixed probabilities.
 * @customfunction MARKOV
 * @param transition Square block of probabilities: from the row's state to the column's. What a row lacks to 1 leaves for good.
 * @param payoffs What a customer in each state brings per period, in money; the present period counts in full.
 * @param discount Discount rate per period: 0.1 or 10%.
 * @param [periods] How many periods after the present one count; all when left out.
 * @returns One value per state, in money, as a column.
 * @formula (I − P / (1 + discount))⁻¹ R, or Σ Pᵗ R / (1 + discount)ᵗ, t = 0 … periods
 * @errors #VALUE! when a row is no set of probabilities, the sizes do not match, or the value has no end.
 * @example =CLV.MARKOV({0.5,0.5,0,0; 0.2,0,0.8,0; 0.1,0,0,0.9; 0,0,0,1}, {100,0,0,0}, 0.1) → {231.08; 57.29; 21.01; 0}
 * @example =CLV.MARKOV(CLV.RECENCYMATRIX({0.3,0.2,0.05,0}), {36,-4,-4,0}, 0.2, 4) → {49.40; 2.69; -1.98; 0}
 * @source Pfeifer & Carraway 2000.
 */
export function markov(
  transition: unknown[][],
  payoffs: unknown[][],
  discount: unknown[][],
  periods?: unknown[][],
): unknown[][] {
  return once(
    "plain",
    asColumn(
      measures.markovValue(
        take.block(take.money("transition", transition)),
        take.all(take.money("payoffs", payoffs)),
        take.single(take.interest("discount", discount)),
        optional(periods, () => take.whole("periods", periods, 0, 10000)),
      ),
    ),
  );
}

/**
 * Where customers will be after a number of periods.
 * @customfunction MARKOV.STATE
 * @param transition Square block of probabilities: from the row's state to the column's.
 * @param start Customers in each state now, as counts or shares.
 * @param periods Number of periods, 0 to 10000.
 * @returns Customers in each state, as a row.
 * @formula start × Pⁿ
 * @errors #VALUE! when a row is no set of probabilities or the sizes do not match.
 * @example =CLV.MARKOV.STATE(CLV.RECENCYMATRIX({0.3,0.2,0.05,0}), {1,0,0,0}, 4) → {0.0823, 0.0973, 0.1288, 0.6916}
 * @source Pfeifer & Carraway 2000.
 */
export function markovState(transition: unknown[][], start: unknown[][], periods: unknown[][]): unknown[][] {
  return once(
    "plain",
    asRow(
      measures.markovState(
        take.block(take.money("transition", transition)),
        take.all(take.notNegative("start", start)),
        take.single(take.whole("periods", periods, 0, 10000)),
      ),
    ),
  );
}

/**
 * Transition probabilities of customers by recency: who buys returns to recency 1, who does not ages by one.
 * @customfunction RECENCYMATRIX
 * @param purchase_probabilities Probability of buying at recency 1, 2, 3 …; the last recency keeps those who do not buy.
 * @returns A square block for CLV.MARKOV.
 * @formula row i: p(i) to recency 1, 1 − p(i) to recency i + 1
 * @errors #VALUE! when a probability is outside 0 to 1; #N/A when there is none.
 * @example =CLV.RECENCYMATRIX({0.5, 0.2, 0}) → {0.5, 0.5, 0; 0.2, 0, 0.8; 0, 0, 1}
 * @source Pfeifer & Carraway 2000.
 */
export function recencyMatrix(purchase_probabilities: unknown[][]): unknown[][] {
  const purchase = leading("purchase_probabilities", purchase_probabilities, take.rate);
  return once("plain", measures.recencyMatrix(purchase));
}

/**
 * The last recency at which it still pays to spend on a customer who has not bought again.
 * @customfunction RECENCY.CUTOFF
 * @param purchase_probabilities Probability of buying at recency 1, 2, 3 …
 * @param payoffs What a customer at each recency brings per period, in money; spending without a sale is negative.
 * @param discount Discount rate per period: 0.1 or 10%.
 * @returns A recency; 0 when even a customer who has just bought is not worth it.
 * @formula the cut-off that gives a customer at recency 1 the highest value, those beyond it being dropped
 * @errors #VALUE! when the two lists differ in number or a probability is outside 0 to 1.
 * @example =CLV.RECENCY.CUTOFF({0.3, 0.2, 0.05, 0}, {36, -4, -4, 0}, 0.2) → 2
 * @source Pfeifer & Carraway 2000.
 */
export function recencyCutoff(
  purchase_probabilities: unknown[][],
  payoffs: unknown[][],
  discount: unknown[][],
): unknown[][] {
  const purchase = leading("purchase_probabilities", purchase_probabilities, take.rate);
  const paid = leading("payoffs", payoffs);
  return each(
    "plain",
    (rate: number) => measures.recencyCutoff(purchase, paid, rate),
    take.interest("discount", discount),
  );
}

/**
 * Transition probabilities as observed: of the moves out of a state, the share that went to each state. Moves count
 * between neighbouring periods of the data.
 * @customfunction TRANSITIONS
 * @param customers Customer of each row.
 * @param periods Period of each row: numbers, dates, or text in alphabetical order.
 * @param states State of the customer in that period.
 * @param [order] The states in the order wanted; all of them by number or name when left out.
 * @param [headings] TRUE puts the states' names above and to the left; FALSE when left out.
 * @returns A square block, from the row's state to the column's; empty for a state that nobody was seen to leave.
 * @formula moves from i to j / moves from i
 * @errors #VALUE! when the ranges differ in length or a cell is empty.
 * @example =CLV.TRANSITIONS({"a";"a";"a";"b";"b"}, {1;2;3;1;2}, {"gold";"gold";"lost";"gold";"gold"}, {"gold";"lost"}) → {0.6667, 0.3333; "", ""}
 * @source Derived: maximum likelihood of a Markov chain.
 */
export function transitions(
  customers: unknown[][],
  periods: unknown[][],
  states: unknown[][],
  order?: unknown[][],
  headings?: unknown[][],
): unknown[][] {
  const rows = together({ customers, periods, states });
  const found = observed(
    labels("customers", rows.customers),
    labels("periods", rows.periods),
    labels("states", rows.states),
    order ? labels("order", together({ order }).order) : undefined,
  );
  if (isRefusal(found)) return once("plain", found);
  if (!take.single(take.flag("headings", headings, false))) return once("plain", found.probabilities);
  const lines = found.probabilities.map((row, i) => [found.states[i] ?? "", ...row]);
  return once("plain", [["", ...found.states], ...lines]);
}
