import { buildCustomers } from "../../src/orders/customers/buildCustomers";
import type { Cell } from "../../src/orders/cells";
import { sampleOrders } from "../../src/orders/sample/sampleOrders";
import { withTyped } from "../../src/summary/inputs/defaultInputs";
import { createContext } from "../../src/summary/context";
import { allChecks } from "../../src/summary/checks/allChecks";
import { planWorkbook } from "../../src/summary/planWorkbook";
import { CHOICES } from "../../src/summary/request";
import { planFile, recalculatedAll } from "./support/planFile";
import { failing, itRecalculates, withTypedCells, type TypedCells } from "./support/recalculation";
import { reportOf } from "./support/reports";
import { requestFrom } from "./support/requests";

const SAMPLE = sampleOrders({ customers: 40 });
const base = requestFrom(SAMPLE, { sheets: CHOICES });
const request = {
  ...base,
  inputs: withTyped(base.inputs, { asOf: Number(base.inputs.asOf.value) }),
  models: reportOf(buildCustomers(base.orders)),
};
const plan = planWorkbook(request);
const context = createContext(request);
const { columns, orders, findings } = request;
const { base: figures } = context;

const amountColumn = columns.amount.kind === "column" ? columns.amount.column : 0;
const textRow = findings.find(({ reason }) => reason === "textAmount")?.rows[0] ?? 0;
const rowAt = (index: number): number => orders.sourceRow[index] ?? 0;
const source = (row: number, column: number, cell: Cell): Cell[][] =>
  SAMPLE.map((line, r) => (r === row ? line.map((old, c) => (c === column ? cell : old)) : [...line]));
const below = (): Cell[][] => [
  ...source(-1, -1, ""),
  Array.from({ length: SAMPLE[0]?.length ?? 0 }, (_, c): Cell => (c === amountColumn ? 1 : "")),
];

/** An order line, not a return, of a customer who has just this one, and another customer's number. */
const single = Array.from(orders.customer).findIndex(
  (customer, i) =>
    figures.orders[customer] === 1 && figures.returns[customer] === 0 && (orders.amount[i] ?? 0) > 0,
);
const somebodyElse = ((orders.customer[single] ?? 0) === 0 ? 1 : 0) + 1;
const revenueOf = (customer: number): number => figures.revenue[customer] ?? 0;

interface Break {
  readonly what: string;
  readonly cells?: TypedCells;
  readonly orders?: Cell[][];
  /** The labels of the checks that must turn red: all that look at what was broken, and no other. */
  readonly red: readonly string[];
}

const STALE_INPUTS = "Values follow from the inputs as they are (if not: refresh)";
const CONTROL = "Source cells that no formula follows are as they were (if not: refresh)";
const STALE_ORDERS = "Values follow from the orders as they are (if not: refresh)";

const BREAKS: readonly Break[] = [
  {
    what: "a row left out is no longer counted",
    cells: { "clv_excluded_number[0]": "" },
    red: ["Source rows = rows used + rows left out"],
  },
  {
    what: "an amount that was text is another number now",
    orders: source(textRow, amountColumn, 12_345),
    red: ["Sum of the source = used + left out", CONTROL],
  },
  {
    what: "an order is given to another customer, and its own has none left",
    cells: { [`clv_order_customer[${single}]`]: somebodyElse },
    red: ["Different customers in the orders = rows of the table", STALE_ORDERS],
  },
  {
    what: "a customer's number of orders is typed over",
    cells: { "clv_customer_orders[3]": (figures.orders[3] ?? 0) + 1 },
    red: ["Order lines = orders + returns of the customers"],
  },
  {
    what: "a customer's revenue is typed over",
    cells: { "clv_customer_revenue[3]": revenueOf(3) + 1 },
    red: [
      "Revenue of the orders = revenue of the customers",
      "Cohorts add up: revenue",
      "Groups add up: revenue of CLV Groups",
    ],
  },
  {
    what: "a customer's revenue in the period is typed over",
    cells: { "clv_customer_period_revenue[3]": (figures.periodRevenue[3] ?? 0) + 0.01 },
    red: ["Revenue in the period, orders = customers"],
  },
  {
    what: "a date after the as-of day",
    orders: source(rowAt(10), columns.date, Number(request.inputs.asOf.value) + 3),
    red: ["No order after the as-of day", STALE_ORDERS],
  },
  {
    what: "another customer in a row",
    orders: source(rowAt(10), columns.customer, "somebody else"),
    red: ["No customer changed in the source, no date or amount emptied"],
  },
  {
    what: "a value group's customers are typed over",
    cells: { "clv_group_customers[1]": 0 },
    red: ["Groups add up: customers"],
  },
  {
    what: "a value group's revenue is typed over",
    cells: { "clv_group_revenue[1]": 0 },
    red: ["Groups add up: revenue"],
  },
  {
    what: "an order is added below the range",
    orders: below(),
    red: ["Nothing added below the source range (if not: refresh)"],
  },
  {
    what: "a margin beyond its range",
    cells: { clv_gross_margin: 4 },
    red: ["No input outside its range", STALE_INPUTS],
  },
  {
    what: "a period that begins after the as-of day",
    cells: { clv_period_start: Number(request.inputs.asOf.value) + 10 },
    red: ["No input outside its range"],
  },
  {
    what: "a segment's customers are typed over",
    cells: { "clv_segment_customers[0]": 999 },
    red: ["Segments add up: customers"],
  },
  {
    what: "a segment's revenue is typed over",
    cells: { "clv_segment_revenue[0]": -1 },
    red: ["Segments add up: revenue"],
  },
  {
    what: "a cohort's size is typed over",
    cells: { "clv_cohort_sizes[0]": 999 },
    red: ["Cohorts add up: customers"],
  },
  {
    what: "an order's cohort is typed over",
    cells: { [`clv_order_cohort[${single}]`]: 1 },
    red: ["Cohorts add up: revenue"],
  },
  {
    what: "an as-of day in a later month",
    cells: { clv_as_of: Number(request.inputs.asOf.value) + 40 },
    red: [STALE_INPUTS, "The cohorts reach to the as-of day (if not: refresh)"],
  },
  {
    what: "a customer's predicted value is typed over",
    cells: { "clv_customer_expected_value[2]": 12_345 },
    red: ["Predicted total = sum of the customers"],
  },
  {
    what: "a longer horizon than the budget has years",
    cells: { clv_horizon: 9 },
    red: [STALE_INPUTS, "Years in the cash-flow budget = horizon"],
  },
  {
    what: "an order is given to a group that is none",
    cells: { [`clv_order_group[${single}]`]: 99 },
    red: ["Groups add up: revenue of CLV Groups"],
  },
  {
    what: "an order's group is one that nobody knows",
    orders: source(rowAt(single), columns.group ?? 0, "Nowhere"),
    red: [
      "Groups add up: revenue of CLV Groups",
      "Every order is in a group of CLV Groups (if not: refresh)",
    ],
  },
  {
    what: "an amount that is text now",
    orders: source(rowAt(single), amountColumn, "twelve"),
    red: ["No customer changed in the source, no date or amount emptied", STALE_ORDERS, CONTROL],
  },
  {
    what: "an amount that is empty now",
    orders: source(rowAt(single), amountColumn, ""),
    red: ["No customer changed in the source, no date or amount emptied", STALE_ORDERS],
  },
  {
    what: "a date that is empty now",
    orders: source(rowAt(single), columns.date, ""),
    // It was this customer's only order, whose cohort is that of its day.
    red: [
      "No customer changed in the source, no date or amount emptied",
      STALE_ORDERS,
      "Cohorts add up: customers",
      "Cohorts add up: revenue",
    ],
  },
];

it("has a break for every check of the sheet", () => {
  const guarded = new Set(BREAKS.flatMap(({ red }) => red));
  expect(
    allChecks(context)
      .map(({ label }) => label)
      .filter((label) => !guarded.has(label)),
  ).toEqual([]);
});

describe("each check", () => {
  itRecalculates(
    "turns red where what it guards is broken, and no other check does",
    async () => {
      const files = await Promise.all(
        BREAKS.map(({ cells, orders: rows }) =>
          planFile(withTypedCells(plan, cells ?? {}), [{ name: "Orders", rows: rows ?? SAMPLE }]),
        ),
      );
      const books = await recalculatedAll(files);
      const red = BREAKS.map(({ what }, i) => [what, failing(plan, books[i] ?? new Map(), request)]);
      expect(red).toEqual(BREAKS.map(({ what, red: wanted }) => [what, wanted]));
    },
    600_000,
  );
});
