import type { Cell } from "../../src/orders/cells";
import { buildCustomers } from "../../src/orders/customers/buildCustomers";
import { withTyped } from "../../src/summary/inputs/defaultInputs";
import { INPUTS, isTiming } from "../../src/summary/inputs/inputs";
import { planWorkbook } from "../../src/summary/planWorkbook";
import { planFile, recalculatedAll } from "./support/planFile";
import { failing, itRecalculates, valuesOf, withTypedCells, type TypedCells } from "./support/recalculation";
import { reportOf } from "./support/reports";
import { cellsOf, requestFrom, requestOf, type PlainOrder } from "./support/requests";

const START = 44927;
const STALE_ORDERS = "Values follow from the orders as they are (if not: refresh)";
const STALE = "Values follow from the inputs as they are (if not: refresh)";

const everyone = (customers: number, orders: number): PlainOrder[] =>
  Array.from({ length: orders }, (_, i) => [`c${i % customers}`, START + ((i * 37) % 700), 10 + (i % 7)]);

describe("where an input is from", () => {
  const ORDERS = Array.from({ length: 60 }, (_, i): PlainOrder => [
    `c${i % 12}`,
    START + i * 12,
    10 + (i % 7),
  ]);
  const [FROM_ORDERS, DEFAULT, TYPED] = ["from the orders", "default: please check", "you typed"];

  itRecalculates("is said anew when somebody types another value, and when the orders change", async () => {
    const base = requestOf(ORDERS);
    const plan = planWorkbook({ ...base, inputs: withTyped(base.inputs, { acquisitionCost: 5 }) });
    const later: readonly PlainOrder[] = ORDERS.map(([id, day, amount], i) => [
      id,
      i === 59 ? day + 3 : day,
      amount,
    ]);
    const cases: readonly { typed: TypedCells; orders: readonly PlainOrder[]; of: Record<number, string> }[] =
      [
        { typed: {}, orders: ORDERS, of: {} },
        { typed: { clv_gross_margin: 0.3 }, orders: ORDERS, of: { 0: TYPED } },
        { typed: { clv_as_of: START + 710 }, orders: ORDERS, of: { 5: TYPED } },
        {
          typed: { clv_churn_typed: 0.2, clv_timing: "start of year" },
          orders: ORDERS,
          of: { 8: TYPED, 10: TYPED },
        },
        // The as-of day and the period are formulas, which follow.
        { typed: {}, orders: later, of: {} },
        { typed: { clv_churn_typed: 0.2, clv_lifespan_typed: "" }, orders: ORDERS, of: { 8: TYPED } },
      ];
    const files = await Promise.all(
      cases.map(({ typed, orders }) =>
        planFile(withTypedCells(plan, typed), [{ name: "Orders", rows: cellsOf(orders) as Cell[][] }]),
      ),
    );
    const books = await recalculatedAll(files);
    const usual = [
      DEFAULT, // gross margin
      DEFAULT, // discount rate
      TYPED, // acquisition cost
      DEFAULT, // cost per order
      DEFAULT, // retention cost
      FROM_ORDERS, // as-of day
      FROM_ORDERS, // start of the period
      FROM_ORDERS, // days until lost
      FROM_ORDERS, // churn
      FROM_ORDERS, // lifespan
      DEFAULT, // timing
      DEFAULT, // horizon
      DEFAULT, // value groups
      DEFAULT, // target ratio
      DEFAULT, // threshold of alerts
    ];
    const got = books.map((book) => valuesOf(plan, book, "clv_input_origins").filter((cell) => cell !== ""));
    expect(got).toEqual(cases.map(({ of }) => usual.map((origin, i) => of[i] ?? origin)));
  });
});

describe("an optional input that was typed", () => {
  itRecalculates("is from the orders again as soon as its cell is emptied", async () => {
    const base = requestOf(everyone(12, 60));
    const plan = planWorkbook({ ...base, inputs: withTyped(base.inputs, { churn: 0.2 }) });
    const sheet = { name: "Orders", rows: cellsOf(everyone(12, 60)) as Cell[][] };
    const emptied = withTypedCells(plan, { clv_churn_typed: "" });
    const books = await recalculatedAll([await planFile(plan, [sheet]), await planFile(emptied, [sheet])]);
    expect(books.map((book) => valuesOf(plan, book, "clv_input_origins")[8])).toEqual([
      "you typed",
      "from the orders",
    ]);
  });
});

describe("a forecast as values", () => {
  const orders = everyone(12, 60);
  const base = requestOf(orders, { sheets: ["inputs", "models", "checks"] });
  const request = { ...base, models: reportOf(buildCustomers(base.orders)) };
  const plan = planWorkbook(request);
  const redWith = async (typed: readonly TypedCells[], sources: readonly (readonly PlainOrder[])[]) => {
    const files = await Promise.all(
      typed.map((cells, i) =>
        planFile(withTypedCells(plan, cells), [
          { name: "Orders", rows: cellsOf(sources[i] ?? orders) as Cell[][] },
        ]),
      ),
    );
    return (await recalculatedAll(files)).map((book) =>
      failing(plan, book, request).filter((label) => label === STALE || label === STALE_ORDERS),
    );
  };

  itRecalculates(
    "asks for a refresh when an input that it hangs on is changed, and for no other",
    async () => {
      const changed = INPUTS.map(({ key, name, min, max }): TypedCells => {
        const { value } = base.inputs[key];
        if (isTiming(value)) return { [name]: "start of year" };
        const number = value ?? 0.2;
        const other = number + 1 <= max ? number + 1 : number / 2;
        return { [name]: Math.max(min, other) };
      });
      const red = await redWith(changed, []);
      expect(INPUTS.flatMap(({ key }, i) => (red[i]?.length ? [key] : []))).toEqual([
        "grossMargin",
        "discountRate",
        "asOf",
        "horizon",
      ]);
      expect(red.flat().every((label) => label === STALE)).toBe(true);
    },
  );

  itRecalculates("asks for a refresh when an order inside the range is changed", async () => {
    const changedBy = (change: (order: PlainOrder, i: number) => PlainOrder): PlainOrder[] =>
      orders.map(change);
    const later = changedBy((order, i) => (i === 7 ? [order[0], order[1] + 1, order[2]] : order));
    const dearer = changedBy((order, i) => (i === 8 ? [order[0], order[1], order[2] + 0.01] : order));
    expect(await redWith([{}, {}, {}], [orders, later, dearer])).toEqual([
      [],
      [STALE_ORDERS],
      [STALE_ORDERS],
    ]);
  });
});

describe("inputs that values cannot follow", () => {
  /** More orders than are compared with one another, though few enough for formulas otherwise. */
  const inRegions: Cell[][] = [
    ["Customer", "Date", "Amount", "Region"],
    ...everyone(150, 8100).map(([id, day, amount], i): Cell[] => [
      id,
      day,
      amount,
      i % 3 ? "North" : "South",
    ]),
  ];

  const CASES: readonly (readonly [string, readonly PlainOrder[], TypedCells, readonly string[]])[] = [
    ["the margin, which formulas follow", everyone(4500, 4500), { clv_gross_margin: 0.3 }, []],
    ["the period, which the facts do not", everyone(4500, 4500), { clv_period_start: START + 300 }, [STALE]],
    ["the margin, which nothing follows", everyone(20_001, 20_001), { clv_gross_margin: 0.3 }, [STALE]],
  ];

  itRecalculates("fail a check when they are changed", async () => {
    const plans = CASES.map(([, orders, typed]) => {
      const request = requestOf(orders, { sheets: ["checks"] });
      return { request, orders, plan: withTypedCells(planWorkbook(request), typed) };
    });
    const files = await Promise.all(
      plans.map(({ plan, orders }) =>
        planFile(plan, [{ name: "Orders", rows: cellsOf(orders) as Cell[][] }]),
      ),
    );
    const books = await recalculatedAll(files);
    const outcome = plans.map(({ plan, request }, i) => [
      CASES[i]?.[0],
      failing(plan, books[i] ?? new Map<string, unknown[][]>(), request),
    ]);
    expect(outcome).toEqual(CASES.map(([what, , , red]) => [what, red]));
  });

  itRecalculates("fail it too where they are the scores and limits of segments", async () => {
    const orders = everyone(20_001, 20_001);
    const request = requestOf(orders, { sheets: ["checks", "segments"] });
    const plan = planWorkbook(request);
    const sheet = { name: "Orders", rows: cellsOf(orders) as Cell[][] };
    const typed: readonly TypedCells[] = [{}, { clv_scores: 4 }, { "clv_segment_money_low[2]": 3 }];
    const files = await Promise.all(typed.map((cells) => planFile(withTypedCells(plan, cells), [sheet])));
    const books = await recalculatedAll(files);
    expect(books.map((book) => failing(plan, book, request))).toEqual([[], [STALE], [STALE]]);
  });

  itRecalculates("fail it too where only the groups hold values", async () => {
    const request = requestFrom(inRegions, { sheets: ["checks", "groups"] });
    const plan = planWorkbook(request);
    const typed = withTypedCells(plan, { clv_period_start: START + 300 });
    const sheet = { name: "Orders", rows: inRegions };
    const later = inRegions.map((row, i) =>
      i === 5_000 ? [row[0], Number(row[1]) + 1, ...row.slice(2)] : row,
    );
    const books = await recalculatedAll([
      await planFile(plan, [sheet]),
      await planFile(typed, [sheet]),
      await planFile(plan, [{ name: "Orders", rows: later as Cell[][] }]),
    ]);
    expect(books.map((book) => failing(plan, book, request))).toEqual([[], [STALE], [STALE_ORDERS]]);
  });

  itRecalculates("fail it too where only the cohorts do", async () => {
    const request = requestFrom(inRegions, { sheets: ["checks", "cohorts"] });
    const plan = planWorkbook(request);
    const later = inRegions.map((row, i) =>
      i === 5_000 ? [row[0], Number(row[1]) + 1, ...row.slice(2)] : row,
    );
    const books = await recalculatedAll([
      await planFile(plan, [{ name: "Orders", rows: inRegions }]),
      await planFile(plan, [{ name: "Orders", rows: later as Cell[][] }]),
    ]);
    expect(books.map((book) => failing(plan, book, request))).toEqual([[], [STALE_ORDERS]]);
  });
});
