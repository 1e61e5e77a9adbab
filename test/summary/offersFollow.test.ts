/** Who is worth an offer follows the orders and the inputs: of those alike, the one who came first. */
import type { Cell } from "../../src/orders/cells";
import { planWorkbook } from "../../src/summary/planWorkbook";
import { planFile, recalculatedAll } from "./support/planFile";
import {
  differences,
  itRecalculates,
  valuesOf,
  withTypedCells,
  type TypedCells,
} from "./support/recalculation";
import { cellsOf, requestOf, type PlainOrder } from "./support/requests";

/** 2024-12-31; whoever has not ordered for 90 days is at risk, for 180 days lost. */
const AS_OF = 45657;
const LOST_AFTER = 180;

/** Per customer: days since the last order, and the amount of each of two orders a year apart. */
const CUSTOMERS: readonly (readonly [days: number, amount: number])[] = [
  [0, 500],
  ...Array.from({ length: 33 }, (_, i) => [100 + i, 20 + (i % 4) * 10] as const),
  [150, 300],
  [170, 60],
  [200, 900],
];
const ordersOf = (customers: typeof CUSTOMERS): PlainOrder[] =>
  customers.flatMap(([days, amount], c): PlainOrder[] => [
    [`C${c}`, AS_OF - days - 365, amount],
    [`C${c}`, AS_OF - days, amount],
  ]);
const base = requestOf(ordersOf(CUSTOMERS), { sheets: ["planning"] });
const request = {
  ...base,
  inputs: { ...base.inputs, lostAfter: { ...base.inputs.lostAfter, value: LOST_AFTER } },
};
const plan = planWorkbook(request);

/** The numbers of the customers in the list, reckoned here: at risk, not lost, the largest amounts first. */
const listed = (customers: typeof CUSTOMERS, atRisk: number): number[] =>
  customers
    .map(([days, amount], c) => ({ days, amount, number: c + 1 }))
    .filter(({ days }) => days > atRisk && days < LOST_AFTER)
    .sort((a, b) => b.amount - a.amount || a.number - b.number)
    .map(({ number }) => number);

const changed = (customer: number, now: readonly [number, number]): typeof CUSTOMERS =>
  CUSTOMERS.map((own, c) => (c === customer ? now : own));

const CASES: readonly {
  readonly what: string;
  readonly customers?: typeof CUSTOMERS;
  readonly typed?: TypedCells;
  readonly atRisk?: number;
  readonly none?: boolean;
}[] = [
  { what: "nothing" },
  { what: "one is as good as others and comes between them", customers: changed(30, [130, 50]) },
  { what: "one buys more", customers: changed(3, [103, 250]) },
  { what: "the best orders again", customers: changed(34, [5, 300]) },
  { what: "few are at risk", typed: { clv_at_risk_after: 125 }, atRisk: 125 },
  { what: "nobody is at risk", typed: { clv_at_risk_after: 179 }, atRisk: 179 },
  { what: "no offer pays", typed: { clv_base_save_rate: 0.4 }, none: true },
];

itRecalculates("the list is of those whom a changed order or input leaves in it", async () => {
  const books = await recalculatedAll(
    await Promise.all(
      CASES.map(({ customers, typed }) =>
        planFile(withTypedCells(plan, typed ?? {}), [
          { name: "Orders", rows: cellsOf(ordersOf(customers ?? CUSTOMERS)) as Cell[][] },
        ]),
      ),
    ),
  );
  const outcome = CASES.map(({ what }, i) => {
    const book = books[i] ?? new Map<string, unknown[][]>();
    const offers = valuesOf(plan, book, "clv_customer_offer");
    const sheet = book.get("CLV Planning") ?? [];
    const heading = sheet.findIndex(([cell]) => String(cell).startsWith("Customers worth an offer"));
    const lines = sheet.slice(heading + 2, heading + 27);
    return {
      what,
      ids: lines.map(([id]) => id ?? "").filter((id) => id !== ""),
      numbers: lines.flatMap(([, number]) => (typeof number === "number" ? [number] : [])),
      // Each line's offer is that of its customer.
      offers: lines.every(
        ([, number, , , offer]) => (offer ?? "") === (number ? offers[Number(number) - 1] : ""),
      ),
      count: valuesOf(plan, book, "clv_offers")[0],
    };
  });
  expect(outcome).toEqual(
    CASES.map(({ what, customers = CUSTOMERS, atRisk = 90, none }) => {
      const numbers = none === true ? [] : listed(customers, atRisk);
      const shown = numbers.slice(0, 25);
      const ids = shown.map((number) => `C${number - 1}`);
      return {
        what,
        ids: ids.length > 0 ? ids : ["none"],
        numbers: shown,
        offers: true,
        count: numbers.length,
      };
    }),
  );
  expect(differences(plan, books[0] ?? new Map())).toEqual([]);
});
