import { sumOf } from "../numerics/compensatedSum";
import { Refusal, type Outcome } from "../numerics/refusal";
import { finite, quotient } from "./finite";
import { lengthsDiffer, tooFew } from "./refusals";

/**
 * Customer equity: customers of each kind × what one of the kind is worth, added up. Also the value of a base by
 * tenure (Fader & Hardie 2010): active customers × residual value.
 * @example customerEquity([10000, 5000], [40, 25]) // 525000
 */
export function customerEquity(customers: ArrayLike<number>, values: ArrayLike<number>): Outcome {
  if (customers.length === 0) return tooFew("customers", 0, 1);
  if (values.length !== customers.length)
    return lengthsDiffer("values", values.length, "customers", customers.length);
  return finite(sumOf(Array.from(customers, (n, i) => n * (values[i] ?? 0))), "customers");
}

/**
 * Equity of today's base and of those yet to come (Gupta, Lehmann & Stuart 2004):
 * base + Σ new × (value − acquisition cost) ÷ (1 + d)ᵗ, t = 1 … periods, new customers arriving at period ends.
 * @param newCustomers One number for all periods, or one per period.
 */
export function dynamicEquity(
  base: number,
  newCustomers: ArrayLike<number>,
  value: number,
  cac: number,
  discount: number,
  periods = newCustomers.length,
): Outcome {
  if (newCustomers.length !== 1 && newCustomers.length !== periods)
    return lengthsDiffer("new_per_period", newCustomers.length, "periods", periods);
  const cohorts = Array.from({ length: periods }, (_, i) => {
    const joining = newCustomers[newCustomers.length === 1 ? 0 : i] ?? 0;
    return (joining * (value - cac)) / (1 + discount) ** (i + 1);
  });
  return finite(sumOf([base, ...cohorts]), "new_per_period");
}

/**
 * By how many percent shareholder value moves with one percent of customer equity (Schulze, Skiera & Wiesel 2012):
 * equity ÷ (equity + other assets − debt).
 * @returns Refused where debt leaves nothing to shareholders.
 * @example leverage(1000, 0, 900) // 10
 */
export function leverage(equity: number, otherAssets = 0, debt = 0): Outcome {
  const left = equity + otherAssets - debt;
  if (left < 0)
    return new Refusal("invalid", "outOfRange", {
      argument: "debt",
      value: debt,
      range: `< ${equity + otherAssets}`,
    });
  return quotient(equity, left, "equity + other_assets − debt");
}
