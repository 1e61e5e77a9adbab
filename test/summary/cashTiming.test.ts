/** When in a year its cash counts is one input, and every sheet that discounts by years follows it. */
import { withTyped } from "../../src/summary/inputs/defaultInputs";
import { TIMINGS, type Timing } from "../../src/summary/inputs/inputs";
import { planWorkbook } from "../../src/summary/planWorkbook";
import { CHOICES } from "../../src/summary/request";
import { sheetWords } from "../../src/locales/sheetWords";
import { cellAt } from "./support/formulas";
import { planFile, recalculatedAll, type Recalculated } from "./support/planFile";
import { failing, itRecalculates, plainValue, valuesOf, withTypedCells } from "./support/recalculation";
import { cellsOf, requestOf, type PlainOrder } from "./support/requests";

/** 2023-01-01. */
const START = 44927;
const ORDERS = Array.from({ length: 120 }, (_, i): PlainOrder => [
  `c${i % 20}`,
  START + ((i * 37) % (i % 3 === 0 ? 300 : 690)),
  5 + ((i * 7) % 90),
]);

const SHEETS = CHOICES.filter((key) => key !== "models" && key !== "history");
const asked = requestOf(ORDERS, { sheets: SHEETS });
const request = { ...asked, inputs: withTyped(asked.inputs, { acquisitionCost: 40, discountRate: 0.12 }) };
const plan = planWorkbook(request);
const words = sheetWords("en");

/**
 * Renewals before payment t and years until it (FUNCTIONS.md, shared `timing`: m ÷ (1 + d − r), that × (1 + d), × r,
 * × r (1 + d)).
 */
const PAYMENT: Readonly<Record<Timing, { renewals: (t: number) => number; years: (t: number) => number }>> = {
  end: { renewals: (t) => t - 1, years: (t) => t },
  begin: { renewals: (t) => t - 1, years: (t) => t - 1 },
  paid: { renewals: (t) => t, years: (t) => t },
  renewal: { renewals: (t) => t, years: (t) => t - 1 },
};

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

/** What each sheet shows, and payment by payment what it should. */
function figures(book: Recalculated, timing: Timing): Record<string, readonly [shown: unknown, own: number]> {
  const all = (name: string): number[] => valuesOf(plan, book, name).map(Number);
  const one = (name: string): number => all(name)[0] ?? NaN;
  const { renewals, years } = PAYMENT[timing];
  const [rate, retention, horizon] = [one("clv_discount_rate"), 1 - one("clv_churn"), one("clv_horizon")];
  const payments = Array.from({ length: horizon }, (_, i) => i + 1);
  const discounted = (exponent: (t: number) => number): number =>
    sum(payments.map((t) => retention ** exponent(t) / (1 + rate) ** years(t)));
  const value = one("clv_profit_per_year") * discounted(renewals) - 40;
  // A customer one has must renew before each payment still to come.
  const active = all("clv_customer_active");
  const orders = all("clv_customer_period_orders");
  const profits = all("clv_customer_period_revenue").map(
    (revenue, c) =>
      ((revenue * one("clv_gross_margin") - (orders[c] ?? 0) * one("clv_cost_per_order")) /
        one("clv_period_years") -
        one("clv_retention_cost")) *
      (active[c] ?? 0),
  );
  const first = plan.names.find(({ name }) => name === "clv_plan_years")?.area.row ?? 0;
  const planned = payments.map((t) => {
    const cash = Number(plainValue(cellAt(book.get(words.sheetNames.planning), first + t - 1, 8)));
    return cash / (1 + rate) ** years(t);
  });
  const equity = sum(profits) * discounted((t) => t);
  return {
    "discounted value": [one("clv_discounted"), value],
    sensitivity: [one("clv_sensitivity_base"), value],
    "customer equity": [one("clv_equity"), equity],
    "profit to come of the customers": [sum(all("clv_customer_future_profit")), equity],
    plan: [one("clv_plan_value"), sum(planned)],
  };
}

describe("the cash timing", () => {
  itRecalculates("typed on the sheet moves every discounted figure, payment by payment", async () => {
    const files = TIMINGS.map((timing) =>
      planFile(withTypedCells(plan, { clv_timing: words.timings[timing] }), [
        { name: "Orders", rows: cellsOf(ORDERS) },
      ]),
    );
    const books = await recalculatedAll(await Promise.all(files));
    TIMINGS.forEach((timing, i) => {
      const book = books[i] ?? new Map<string, unknown[][]>();
      for (const [what, [shown, own]] of Object.entries(figures(book, timing)))
        expect([timing, what, Math.abs(Number(shown) / own - 1) < 1e-9]).toEqual([timing, what, true]);
      expect(failing(plan, book, request)).toEqual([]);
    });
    const notes = books.map((book) => String(book.get(words.sheetNames.planning)?.[1]?.[0]));
    expect(notes.map((note) => note.replace(/^.*: /, ""))).toEqual([
      "end of year.",
      "start of year.",
      "end of year.",
      "start of year.",
    ]);
  });
});
