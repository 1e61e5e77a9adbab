import type { Cell } from "../src/orders/cells";
import { completeColumns } from "../src/orders/orderColumns";
import { CHOICES } from "../src/summary/request";
import type { PlanSource } from "../src/summary/planOutline";
import { planSourceFrom } from "../src/worker/connect";
import { createEngine } from "../src/worker/createEngine";
import type { Engine } from "../src/worker/engine";
import type { BenchCases } from "./benchCase";
import { cells, NUMBERS, NUMERIC_IDS, TEXTS, type Shape } from "./orders.bench";

/** Rows per request, as the pane reads them from Excel. */
const BLOCK = 10_000;

type Sheets = readonly (typeof CHOICES)[number][];
/** Fits have benches of their own (models.bench.ts), and depend on the data more than on their number. */
const ALL_BUT_MODELS: Sheets = CHOICES.filter((key) => key !== "models");

/** Gives the rows of the orders to the engine, block by block. */
type Reading = (add: Engine["add"]) => Promise<void>;

const fromMemory =
  (list: readonly Cell[][]): Reading =>
  async (add) => {
    for (let from = 0; from < list.length; from += BLOCK) await add(list.slice(from, from + BLOCK), from);
  };

/** The way of the data from cells to the plan of the sheets, as the worker goes it. */
export async function planOf(
  list: readonly Cell[][],
  sheets: Sheets = [],
  read: Reading = fromMemory(list),
): Promise<PlanSource> {
  const engine = createEngine();
  const { columns, rules } = await engine.recognise(list.slice(0, 200), {});
  const complete = completeColumns(columns);
  if (!complete) throw new Error("The columns of the bench were not recognised.");
  await engine.begin(complete, rules);
  await read((rows, firstRow) => engine.add(rows, firstRow));
  const { defaults } = await engine.finish();
  if (!defaults) throw new Error("The orders of the bench give no inputs.");
  const outline = await engine.plan({
    locale: "en",
    sheets,
    inputs: defaults,
    money: { symbol: "", digits: 2, symbolAfter: false },
    place: {
      sheet: "Orders",
      address: "A1",
      firstRow: 0,
      firstColumn: 0,
      rowCount: list.length,
      columnCount: 4,
    },
    columns: complete,
    madeAt: 46000,
    version: "bench",
  });
  return planSourceFrom(engine, outline);
}

interface Options {
  readonly shape?: Shape;
  readonly goalMs?: number;
  readonly sheets?: Sheets;
}

const planning = (
  rows: number,
  { shape = NUMBERS, goalMs, sheets = [] }: Options = {},
): BenchCases[number] => ({
  name: `${rows.toLocaleString("en-US")} orders, ${shape.name}: cells to plan (${sheets.length === 0 ? "the three sheets of every summary" : "all sheets but the models"})`,
  ...(goalMs === undefined ? {} : { goalMs }),
  prepare: () => cells(rows, shape),
  run: (list: never) => planOf(list, sheets),
  repeats: 3,
});

export const cases: BenchCases = [
  planning(100_000),
  planning(1_000_000, { goalMs: 2000 }),
  planning(1_000_000, { shape: TEXTS }),
  planning(1_000_000, { shape: NUMERIC_IDS }),
  // The customers' formulas over the orders are live up to here.
  planning(10_000, { sheets: ALL_BUT_MODELS }),
  planning(100_000, { sheets: ALL_BUT_MODELS }),
  planning(1_000_000, { sheets: ALL_BUT_MODELS }),
];
