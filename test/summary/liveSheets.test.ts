import type { Cell } from "../../src/orders/cells";
import { withTyped } from "../../src/summary/inputs/defaultInputs";
import { isTiming, inputSpec, type InputKey, type InputValue } from "../../src/summary/inputs/inputs";
import { planWorkbook } from "../../src/summary/planWorkbook";
import { CHOICES } from "../../src/summary/request";
import type { PlanCell, WorkbookPlan } from "../../src/summary/plan";
import { sheetWords } from "../../src/locales/sheetWords";
import { formulasOf } from "./support/formulas";
import { planFile, recalculatedAll, type Recalculated } from "./support/planFile";
import {
  agrees,
  differences,
  failing,
  itRecalculates,
  plainValue,
  withTypedCells,
} from "./support/recalculation";
import { cellsOf, requestOf, type PlainOrder } from "./support/requests";

/** 2023-01-01. */
const START = 44927;
const ORDERS = Array.from({ length: 150 }, (_, i): PlainOrder => [
  `c${i % 25}`,
  START + ((i * 37) % (i % 3 === 0 ? 300 : 690)),
  i % 19 === 7 ? -4 : 5 + ((i * 7) % 90),
]);

const SHEETS = CHOICES.filter((key) => key !== "models" && key !== "history");
const request = requestOf(ORDERS, { sheets: SHEETS });
const plan = planWorkbook(request);

type Typed = Readonly<Partial<Record<InputKey, InputValue>>>;

const cellOf = (value: InputValue): PlanCell =>
  isTiming(value) ? sheetWords("en").timings[value] : (value ?? "");

const typedCells = (typed: Typed): Record<string, PlanCell> =>
  Object.fromEntries(
    Object.entries(typed).map(([key, value]) => [inputSpec(key as InputKey).name, cellOf(value)]),
  );

/** What somebody changes on the sheets, and the same given to our own engine from the start. */
const CHANGES: readonly {
  readonly what: string;
  readonly typed?: Typed;
  readonly orders?: readonly PlainOrder[];
  /** Inputs whose cells are formulas over the one that was typed. */
  readonly follows?: Typed;
}[] = [
  {
    what: "margin, discount rate and costs",
    typed: { grossMargin: 0.25, discountRate: 0.2, acquisitionCost: 30, costPerOrder: 1.5, retentionCost: 4 },
  },
  { what: "churn and lifespan", typed: { churn: 0.3, lifespan: 2.5 } },
  { what: "timing", typed: { timing: "renewal" } },
  {
    what: "a later as-of day of the same month, with which the period moves",
    typed: { asOf: START + 695 },
    follows: { periodStart: START + 695 - 364 },
  },
  { what: "an earlier start of the period", typed: { periodStart: START + 200 } },
  { what: "days until a customer is lost", typed: { lostAfter: 45 } },
  { what: "digits of money", typed: { decimals: 0 } },
  { what: "target ratio", typed: { targetRatio: 5, acquisitionCost: 10 } },
  {
    what: "one order's amount",
    orders: ORDERS.map(([id, day, amount], i) => [id, day, i === 40 ? 5000 : amount]),
  },
  {
    what: "one order becomes a return",
    orders: ORDERS.map(([id, day, amount], i) => [id, day, i === 41 ? -amount : amount]),
  },
  {
    what: "one order's customer",
    orders: ORDERS.map(([id, day, amount], i) => [i === 43 ? "c20" : id, day, amount]),
  },
  {
    what: "one order's day",
    orders: ORDERS.map(([id, day, amount], i) => [id, i === 42 ? START + 672 : day, amount]),
  },
];

/** Cells of the new plan whose place in the changed workbook shows another value. */
function disagreements(fresh: WorkbookPlan, sheets: Recalculated): { compared: number; wrong: string[] } {
  const wrong: string[] = [];
  let compared = 0;
  for (const { sheet, row, column, formula, expected } of formulasOf(fresh)) {
    if (expected === undefined) continue;
    const got = plainValue(sheets.get(sheet.name)?.[row]?.[column]);
    compared++;
    if (!agrees(got, expected))
      wrong.push(`${sheet.key} ${formula}: ${String(expected)}, but ${String(got)}`);
  }
  return { compared, wrong };
}

describe("a change on the sheets, without the add-in", () => {
  itRecalculates(
    "makes every sheet what our own engine would make of the changed inputs and orders",
    async () => {
      const files = await Promise.all(
        CHANGES.map(({ typed, orders }) =>
          planFile(withTypedCells(plan, typedCells(typed ?? {})), [
            { name: "Orders", rows: cellsOf(orders ?? ORDERS) as Cell[][] },
          ]),
        ),
      );
      const books = await recalculatedAll(files);
      const outcome = CHANGES.map(({ what, typed, orders, follows }, i) => {
        const own = requestOf(orders ?? ORDERS, { sheets: SHEETS });
        const kept = { ...own, inputs: withTyped(request.inputs, { ...typed, ...follows }) };
        const { compared, wrong } = disagreements(planWorkbook(kept), books[i] ?? new Map());
        expect(compared).toBeGreaterThan(2000);
        return [what, wrong.slice(0, 5)];
      });
      expect(outcome).toEqual(CHANGES.map(({ what }) => [what, []]));
    },
    600_000,
  );

  itRecalculates(
    "rows in another order leave every sheet as it was, and no check asks for a refresh",
    async () => {
      const sorted = [...ORDERS].sort(([, , a], [, , b]) => b - a);
      // A stranger, and what is a pattern for a function that looks things up.
      const strange = ORDERS.map(([id, day, amount], i): PlainOrder => [
        i === 43 ? "c999" : i === 44 ? "c*" : id,
        day,
        amount,
      ]);
      const [book = new Map(), withStranger = new Map()] = await recalculatedAll(
        await Promise.all(
          [sorted, strange].map((orders) =>
            planFile(plan, [{ name: "Orders", rows: cellsOf(orders) as Cell[][] }]),
          ),
        ),
      );
      const others = { ...plan, sheets: plan.sheets.filter(({ key }) => key !== "orders") };
      expect(differences(others, book)).toEqual([]);
      expect(failing(plan, book, request)).toEqual([]);
      expect(failing(plan, withStranger, request)).toEqual([
        "No customer changed in the source, no date or amount emptied",
      ]);
    },
  );
});
