import * as measures from "../measures/equity";
import * as take from "./arguments";
import { each, once } from "./broadcast";
import { leading, numbers, optional, together } from "./ranges";

function sumOfProducts(
  counts: string,
  customers: unknown[][],
  worth: string,
  values: unknown[][],
): unknown[][] {
  const rows = together({ [counts]: customers, [worth]: values });
  return once(
    "plain",
    measures.customerEquity(numbers(counts, rows[counts], take.notNegative), numbers(worth, rows[worth])),
  );
}

/**
 * Customer equity: customers of each kind times what one of the kind is worth, added up.
 * @customfunction EQUITY
 * @param customers Number of customers of each kind.
 * @param values Value of one customer of the kind, in money.
 * @returns Money.
 * @formula Σ customers × value
 * @errors #VALUE! when the ranges differ in length; #N/A without customers.
 * @example =CLV.EQUITY({2000; 500}, {40; 90}) → 125000
 * @example =CLV.EQUITY({10000; 6666.6666667; 3333.3333333}, CLV.FINITE({7; 4; 15}, {0.9833333333; 0.9791666667; 0.9583333333}, 0.12, {60; 48; 24}, 2, {10; 1; 5})) → 854592
 * @source Gupta, Lehmann & Stuart 2004.
 */
export function equity(customers: unknown[][], values: unknown[][]): unknown[][] {
  return sumOfProducts("customers", customers, "values", values);
}

/**
 * Value of today's customer base: the customers of each tenure times their residual value, which rises with tenure.
 * @customfunction EQUITY.BASE
 * @param active_by_tenure Active customers by how often they have renewed.
 * @param residual_values Residual value of one customer of that tenure, in money, as from CLV.MIXTURE.
 * @returns Money.
 * @formula Σ active customers × residual value
 * @errors #VALUE! when the ranges differ in length; #N/A without customers.
 * @example =CLV.EQUITY.BASE({1000; 700; 550}, {250; 320; 360}) → 672000
 * @source Fader & Hardie 2010.
 */
export function equityBase(active_by_tenure: unknown[][], residual_values: unknown[][]): unknown[][] {
  return sumOfProducts("active_by_tenure", active_by_tenure, "residual_values", residual_values);
}

/**
 * Equity of today's base and of the customers yet to come, who arrive at the end of each period.
 * @customfunction EQUITY.DYNAMIC
 * @param base Value of today's customer base, in money.
 * @param new_per_period New customers per period: one number, or one for each period.
 * @param clv Value of a new customer before acquisition cost, in money.
 * @param cac Cost of acquiring one customer, in money.
 * @param discount Discount rate per period: 0.1 or 10%.
 * @param [periods] Periods of acquisition; as many as new_per_period has values when left out.
 * @returns Present value, in money.
 * @formula base + Σ new × (clv − cac) / (1 + discount)^t, t = 1 … periods
 * @errors #VALUE! when new_per_period has neither one value nor one for each period.
 * @example =CLV.EQUITY.DYNAMIC(1000, 10, 110, 10, 25%, 2) → 2440
 * @source Gupta, Lehmann & Stuart 2004.
 */
export function equityDynamic(
  base: unknown[][],
  new_per_period: unknown[][],
  clv: unknown[][],
  cac: unknown[][],
  discount: unknown[][],
  periods?: unknown[][],
): unknown[][] {
  const joining = leading("new_per_period", new_per_period, take.notNegative);
  const length = optional(periods, () => take.whole("periods", periods, 0, 10000));
  return each(
    "plain",
    (b: number, value: number, cost: number, d: number) =>
      measures.dynamicEquity(b, joining, value, cost, d, length),
    take.money("base", base),
    take.money("clv", clv),
    take.notNegative("cac", cac),
    take.interest("discount", discount),
  );
}

/**
 * Leverage: by how many percent shareholder value moves with one percent of customer equity.
 * @customfunction LEVERAGE
 * @param equity Customer equity, in money.
 * @param [other_assets] Assets that are not customers, in money; 0 when left out.
 * @param [debt] Debt, in money; 0 when left out.
 * @returns A multiple: 1 without other assets and debt, more with debt.
 * @formula equity / (equity + other_assets − debt)
 * @errors #DIV/0! when debt equals the assets; #VALUE! when it exceeds them.
 * @example =CLV.LEVERAGE(1000, 0, {0, 900}) → {1, 10}
 * @example =CLV.LEVERAGE(1000, 1000, 0) → 0.5
 * @source Schulze, Skiera & Wiesel 2012.
 */
export function leverage(equity: unknown[][], other_assets?: unknown[][], debt?: unknown[][]): unknown[][] {
  return each(
    "plain",
    measures.leverage,
    take.money("equity", equity),
    take.notNegative("other_assets", other_assets, 0),
    take.notNegative("debt", debt, 0),
  );
}
