import { withTyped } from "../../src/summary/inputs/defaultInputs";
import type { InputKey, InputValue } from "../../src/summary/inputs/inputs";
import { planWorkbook } from "../../src/summary/planWorkbook";
import { CHOICES, type SummaryRequest } from "../../src/summary/request";
import type { Cell } from "../../src/orders/cells";
import { planFile, recalculatedAll } from "./support/planFile";
import { differences, failing, itRecalculates } from "./support/recalculation";
import { cellsOf, requestFrom, requestOf, type PlainOrder } from "./support/requests";

/** 2023-01-01. */
const START = 44927;

interface Case {
  readonly title: string;
  readonly orders: readonly PlainOrder[];
  readonly typed?: Readonly<Partial<Record<InputKey, InputValue>>>;
}

const many = (count: number, order: (index: number) => PlainOrder): PlainOrder[] =>
  Array.from({ length: count }, (_, index) => order(index));

/** Two years of two dozen customers, some of whom leave. */
const USUAL = many(240, (i) => [
  `c${i % 40}`,
  START + ((i * 37) % (i % 3 === 0 ? 300 : 730)),
  5 + ((i * 7) % 90),
]);

/** The one case whose checks must not pass. */
const LATE = "an as-of day before the last orders";

const CASES: readonly Case[] = [
  { title: "two years of two dozen customers", orders: USUAL },
  { title: "one order", orders: [["a", START, 10]] },
  { title: "one customer over three years", orders: many(30, (i) => ["a", START + 37 * i, 10 + i]) },
  { title: "history of two months", orders: many(80, (i) => [`c${i % 17}`, START + (i % 60), 3 + i]) },
  {
    title: "all customers lost: churn 100 %",
    orders: many(60, (i) => [i < 50 ? `old${i % 20}` : `new${i}`, i < 50 ? START + i : START + 720, 10]),
  },
  {
    title: "nobody lost: churn 0",
    orders: many(200, (i) => [`c${i % 10}`, START + Math.floor(i / 10) * 40, 10]),
  },
  { title: "everyone bought once", orders: many(50, (i) => [`c${i}`, START + 15 * i, 10 + (i % 3)]) },
  {
    title: "customers who only returned, one of them before the first order",
    orders: [["x", START - 40, -5], ...USUAL, ["y", START + 400, -7]],
  },
  {
    title: "only returns",
    orders: [
      ["a", START, -5],
      ["b", START + 100, -6],
    ],
  },
  {
    title: "returns larger than purchases",
    orders: USUAL.map(([id, day, amount], i) => [id, day, i % 3 === 0 ? -200 : amount]),
  },
  { title: "amounts of zero", orders: USUAL.map(([id, day]) => [id, day, 0]) },
  { title: "margin negative", orders: USUAL, typed: { grossMargin: -0.3, acquisitionCost: 10 } },
  { title: "margin 0", orders: USUAL, typed: { grossMargin: 0, acquisitionCost: 10 } },
  { title: "horizon 1", orders: USUAL, typed: { horizon: 1 } },
  {
    title: "horizon 100 without discount and churn",
    orders: USUAL,
    typed: { horizon: 100, discountRate: 0, churn: 0 },
  },
  { title: "churn 100 % typed, before a renewal", orders: USUAL, typed: { churn: 1, timing: "renewal" } },
  {
    title: "10 groups of 7 customers",
    orders: many(21, (i) => [`c${i % 7}`, START + 30 * i, 10 * (i % 7)]),
    typed: { groups: 10 },
  },
  { title: LATE, orders: USUAL, typed: { asOf: START + 600 } },
  { title: "an as-of day long after the last order", orders: USUAL, typed: { asOf: START + 2000 } },
  { title: "a period that begins with the first order", orders: USUAL, typed: { periodStart: START } },
  { title: "a period of one day", orders: USUAL, typed: { periodStart: START + 729, asOf: START + 729 } },
  { title: "lost after longer than the history", orders: USUAL, typed: { lostAfter: 3650 } },
  { title: "lost after a day", orders: USUAL, typed: { lostAfter: 1 } },
];

const requestFor = ({ orders, typed }: Case): SummaryRequest => {
  const base = requestOf(orders, { sheets: CHOICES.filter((key) => key !== "models") });
  return { ...base, inputs: withTyped(base.inputs, typed ?? {}) };
};

describe("orders and inputs at their limits", () => {
  itRecalculates("give in LibreOffice on every sheet what our own engine gives", async () => {
    const plans = CASES.map((each) => planWorkbook(requestFor(each)));
    const files = await Promise.all(
      plans.map((plan, i) => planFile(plan, [{ name: "Orders", rows: cellsOf(CASES[i]?.orders ?? []) }])),
    );
    const sheets = await recalculatedAll(files);
    const wrong = CASES.map(({ title }, i) => {
      const [plan, cells] = [plans[i], sheets[i]];
      if (plan === undefined || cells === undefined) throw new Error(title);
      const request = requestFor(CASES[i] ?? { title: "", orders: [] });
      return [title, differences(plan, cells).slice(0, 6), failing(plan, cells, request)];
    });
    const red = (title: string): string[] => (title === LATE ? ["No order after the as-of day"] : []);
    expect(wrong).toEqual(CASES.map(({ title }) => [title, [], red(title)]));
  });
});

/** Ids that SUMIFS as a criterion, or a cell's own guessing, would take for another. */
const IDS: readonly Cell[] = [
  ...[
    "00123",
    "123",
    "1E5",
    "100000",
    "1e5",
    "a*",
    "a?",
    "a~",
    "ab",
    "A*",
    'He said "no"',
    "it's",
    "=1+1",
    "+3",
    "-3",
    "@x",
  ],
  ...[
    "2024-01-05",
    "3/4",
    "TRUE",
    "1,5",
    "12%",
    "#N/A",
    "<5",
    ">=0",
    "<>",
    " lead",
    "ÄÖ",
    "äö",
    "ß",
    "SS",
    "İ",
    "i",
    "ي",
    "ی",
  ],
  "x".repeat(300),
  `${"x".repeat(299)}y`,
];

describe("customer ids that formulas take for something else", () => {
  itRecalculates("each keep their own orders, and none is called changed", async () => {
    const rows = IDS.flatMap((id, i): Cell[][] => [
      [id, START + i, 10 + i],
      [id, START + 200 + i, 100 + i],
    ]);
    const numbers: Cell[][] = [7, 8, 123456789012].flatMap((id, i) => [
      [id, START + i, 3 + i],
      [id, START + 300, 5],
    ]);
    const cells: Cell[][] = [["Customer", "Date", "Amount"], ...rows, ...numbers];
    const request = requestFrom(cells, { sheets: CHOICES.filter((key) => key !== "models") });
    const plan = planWorkbook(request);
    const [sheets] = await recalculatedAll([await planFile(plan, [{ name: "Orders", rows: cells }])]);
    // Letters' case joins 1E5 with 1e5, a* with A* and Ä with ä; 00123 is not 123, and 1E5 is not 100000.
    expect(request.orders.customerIds).toEqual(
      expect.arrayContaining(["00123", "123", "1E5", "100000", "a*", "a?", "<5", "=1+1"]),
    );
    expect(request.orders.customerIds).toHaveLength(34);
    expect(differences(plan, sheets ?? new Map())).toEqual([]);
    expect(failing(plan, sheets ?? new Map(), request)).toEqual([]);
  });
});
