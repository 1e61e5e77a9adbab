/** The checks that ask for a refresh are about values alone: what formulas follow turns none of them red. */
import { buildCustomers } from "../../src/orders/customers/buildCustomers";
import { sampleOrders } from "../../src/orders/sample/sampleOrders";
import { sheetWords } from "../../src/locales/sheetWords";
import type { ModelReport } from "../../src/summary/models/modelReport";
import { planWorkbook } from "../../src/summary/planWorkbook";
import type { SummaryRequest } from "../../src/summary/request";
import { planFile, recalculatedAll } from "./support/planFile";
import { failing, itRecalculates, withTypedCells, type TypedCells } from "./support/recalculation";
import { reportOf } from "./support/reports";
import { requestFrom } from "./support/requests";

const SAMPLE = sampleOrders({ customers: 40 });
const base = requestFrom(SAMPLE, { sheets: ["models", "checks"] });
const models = reportOf(buildCustomers(base.orders));
const untested: ModelReport = { ...models, holdout: undefined, tracking: [], spendCorrelation: undefined };

const STALE = sheetWords("en").checks.stale;
const A_MONTH_LATER: TypedCells = { clv_as_of: Number(base.inputs.asOf.value) + 30 };

const CASES: readonly {
  readonly what: string;
  readonly request: Partial<SummaryRequest>;
  readonly cells: TypedCells;
  readonly red: boolean;
}[] = [
  { what: "values, another margin", request: { models }, cells: { clv_gross_margin: 0.2 }, red: true },
  { what: "values, another horizon", request: { models }, cells: { clv_horizon: 2 }, red: true },
  { what: "values, a later day", request: { models }, cells: A_MONTH_LATER, red: true },
  {
    what: "no forecast, another margin",
    request: { models: { ...models, predictions: undefined } },
    cells: { clv_gross_margin: 0.2 },
    red: false,
  },
  {
    what: "live models, another margin, discount rate and horizon",
    request: { models, liveModels: true },
    cells: { clv_gross_margin: 0.2, clv_discount_rate: 0.2, clv_horizon: 2 },
    red: false,
  },
  {
    what: "live models, a later day than that of their test",
    request: { models, liveModels: true },
    cells: A_MONTH_LATER,
    red: true,
  },
  {
    what: "live models without a test, a later day",
    request: { models: untested, liveModels: true },
    cells: A_MONTH_LATER,
    red: false,
  },
];

itRecalculates("an input asks for a refresh where values hang on it, and nowhere else", async () => {
  const plans = CASES.map(({ request }) => planWorkbook({ ...base, ...request }));
  const files = plans.map((plan, i) =>
    planFile(withTypedCells(plan, CASES[i]?.cells ?? {}), [{ name: "Orders", rows: SAMPLE }]),
  );
  const books = await recalculatedAll(await Promise.all(files));
  const outcome = plans.map((plan, i) => [
    CASES[i]?.what,
    failing(plan, books[i] ?? new Map(), base).includes(STALE),
  ]);
  expect(outcome).toEqual(CASES.map(({ what, red }) => [what, red]));
});
