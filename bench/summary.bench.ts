import type { Cell } from "../src/orders/cells";
import { completeColumns } from "../src/orders/orderColumns";
import { createEngine } from "../src/worker/createEngine";
import type { BenchCases } from "./benchCase";
import { cells } from "./orders.bench";

/** Rows per request, as the pane reads them from Excel. */
const BLOCK = 10_000;

/** The way of the data from cells to the plan of the default sheets, as the worker goes it. */
async function planOf(list: readonly Cell[][]): Promise<number> {
  const engine = createEngine();
  const { columns, rules } = await engine.recognise(list.slice(0, 200), {});
  const complete = completeColumns(columns);
  if (!complete) throw new Error("The columns of the bench were not recognised.");
  await engine.begin(complete, rules);
  for (let from = 0; from < list.length; from += BLOCK)
    await engine.add(list.slice(from, from + BLOCK), from);
  const { defaults } = await engine.finish();
  if (!defaults) throw new Error("The orders of the bench give no inputs.");
  const outline = await engine.plan({
    locale: "en",
    sheets: ["summary", "customers", "orders"],
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
  return outline.sheets.length;
}

const planning = (rows: number, goalMs?: number): BenchCases[number] => ({
  name: `${rows.toLocaleString("en-US")} orders: cells to plan (three sheets)`,
  ...(goalMs === undefined ? {} : { goalMs }),
  prepare: () => cells(rows),
  run: (list: never) => planOf(list),
  repeats: 3,
});

export const cases: BenchCases = [planning(100_000), planning(1_000_000, 2000)];
