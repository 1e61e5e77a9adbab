import type { Cell } from "../../src/orders/cells";
import { planWorkbook } from "../../src/summary/planWorkbook";
import { planFile, recalculatedAll } from "./support/planFile";
import { failing, itRecalculates, valuesOf } from "./support/recalculation";
import { cellsOf, requestOf, type PlainOrder } from "./support/requests";

/** 2023-01-01, 2022-11-01 and 2024-01-01. */
const [START, EARLIER, LATER] = [44927, 44866, 45292];
/** 60 orders of twelve customers in 2023, the last in December. */
const ORDERS = Array.from({ length: 60 }, (_, i): PlainOrder => [`c${i % 12}`, START + i * 6, 10 + (i % 7)]);
const request = requestOf(ORDERS, { sheets: ["cohorts", "checks"] });
const plan = planWorkbook(request);

const moved = (index: number, day: number): readonly PlainOrder[] =>
  ORDERS.map(([id, own, amount], i) => [id, i === index ? day : own, amount]);

const REACH = "The cohorts reach to the as-of day (if not: refresh)";

const CASES = [
  { what: "nothing is changed", orders: ORDERS, first: START, red: [] },
  // The as-of day is the last order's, by formula: it moves with it, and the ages have no column for that month.
  {
    what: "an order moves to a month after the last",
    orders: moved(59, LATER + 14),
    first: START,
    red: [REACH],
  },
  { what: "an order moves within its month", orders: moved(58, START + 350), first: START, red: [] },
  // All cohorts begin two months earlier, so that the last two are missing.
  {
    what: "an order moves to a month before the first",
    orders: moved(3, EARLIER + 4),
    first: EARLIER,
    red: [REACH],
  },
] as const;

describe("the cohorts, when an order moves to a month that the triangles do not have", () => {
  itRecalculates(
    "begin with the first order, and a check asks for a refresh where months are missing",
    async () => {
      const files = await Promise.all(
        CASES.map(({ orders }) => planFile(plan, [{ name: "Orders", rows: cellsOf(orders) as Cell[][] }])),
      );
      const books = await recalculatedAll(files);
      const outcome = CASES.map(({ what }, i) => {
        const book = books[i] ?? new Map<string, unknown[][]>();
        return [what, valuesOf(plan, book, "clv_cohort_periods")[0], failing(plan, book, request)];
      });
      expect(outcome).toEqual(CASES.map(({ what, first, red }) => [what, first, red]));
    },
  );
});
