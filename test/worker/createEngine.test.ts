import type { Cell } from "../../src/orders/cells";
import { completeColumns } from "../../src/orders/orderColumns";
import { sampleOrders } from "../../src/orders/sample/sampleOrders";
import type { SummaryChoices } from "../../src/summary/request";
import { createEngine } from "../../src/worker/createEngine";
import type { Engine, OrdersOverview } from "../../src/worker/engine";
import { planSourceFrom } from "../../src/worker/connect";

/** Reads rows (the heading first) with what is recognised in them, in blocks of `size`. */
async function readInto(
  engine: Engine,
  rows: readonly (readonly Cell[])[],
  size = 1_000,
): Promise<{ readonly overview: OrdersOverview; readonly choices: Omit<SummaryChoices, "inputs"> }> {
  const recognition = await engine.recognise(rows.slice(0, 200));
  const columns = completeColumns(recognition.columns);
  if (columns === undefined) throw new Error(`missing: ${recognition.missing.join()}`);
  await engine.begin(columns, recognition.rules);
  for (let row = 0; row < rows.length; row += size) await engine.add(rows.slice(row, row + size), row);
  const overview = await engine.finish();
  const choices = {
    locale: "en" as const,
    sheets: [],
    money: { symbol: "", digits: 2, symbolAfter: false },
    place: {
      sheet: "Orders",
      address: `A1:E${rows.length}`,
      firstRow: 0,
      firstColumn: 0,
      rowCount: rows.length,
      columnCount: 5,
    },
    columns,
    madeAt: 46_000,
    version: "0.1.0",
  };
  return { overview, choices };
}

const HEADING = ["Customer", "Date", "Amount"];

describe("the engine", () => {
  it("reads the sample orders and tells what they hold", async () => {
    const rows = sampleOrders({ customers: 60 });
    const { overview } = await readInto(createEngine(), rows);
    expect(overview.obstacle).toBeNull();
    expect(overview.usedRows + overview.excludedRows).toBe(overview.sourceRows);
    expect(overview.lastDay).toBeGreaterThan(overview.firstDay);
    expect(overview.defaults?.asOf.value).toBe(overview.lastDay);
  });

  it("gives the same overview whatever the size of the blocks", async () => {
    const rows = sampleOrders({ customers: 60 });
    const whole = await readInto(createEngine(), rows, 100_000);
    const small = await readInto(createEngine(), rows, 7);
    expect(small.overview).toEqual(whole.overview);
  });

  it("hands out the plan in pieces that make up the whole", async () => {
    const engine = createEngine();
    const { overview, choices } = await readInto(engine, sampleOrders({ customers: 60 }));
    if (overview.defaults === null) throw new Error("no orders");
    const outline = await engine.plan({ ...choices, inputs: overview.defaults });
    const source = planSourceFrom(engine, outline);
    for (const [index, sheet] of outline.sheets.entries()) {
      for (const [block, area] of sheet.blocks.entries()) {
        const whole = await source.rows(index, block, 0, area.rows);
        expect(whole).toHaveLength(area.rows);
        const half = Math.floor(area.rows / 2);
        const pieces = [
          ...(await source.rows(index, block, 0, half)),
          ...(await source.rows(index, block, half, area.rows - half)),
        ];
        expect(pieces).toEqual(whole);
      }
    }
    expect(await engine.rows(99, 0, 0, 5)).toEqual([]);
  });

  it("plans the same for the same choices", async () => {
    const engine = createEngine();
    const { overview, choices } = await readInto(engine, sampleOrders({ customers: 40 }));
    if (overview.defaults === null) throw new Error("no orders");
    const first = await engine.plan({ ...choices, inputs: overview.defaults });
    const second = await engine.plan({ ...choices, inputs: overview.defaults });
    expect(second).toEqual(first);
  });

  it.each<[string, OrdersOverview["obstacle"], readonly (readonly Cell[])[]]>([
    [
      "no date can be read",
      "noOrders",
      [
        ["Ada", "soon", 5],
        ["Bob", "later", 7],
        ["Ada", "?", 9],
      ],
    ],
    [
      "every amount is a return",
      "onlyReturns",
      [
        ["Ada", 45_000, -5],
        ["Bob", 45_010, -7],
        ["Ada", 45_020, -9],
      ],
    ],
    [
      "all orders are of one day",
      "oneDay",
      [
        ["Ada", 45_000, 5],
        ["Bob", 45_000, 7],
        ["Cid", 45_000, 9],
      ],
    ],
  ])("names the obstacle when %s", async (_, obstacle, rows) => {
    const engine = createEngine();
    const columns = {
      headerRow: 0,
      dataRow: 1,
      customer: 0,
      date: 1,
      amount: { kind: "column", column: 2 },
      orderId: null,
      currency: null,
      group: null,
      dateReading: { calendar: "gregorian", order: "ymd", numbers: "serial", system1904: false },
      amountReading: { decimalSign: "." },
    } as const;
    const { rules } = await engine.recognise([HEADING, ...rows]);
    await engine.begin(columns, rules);
    await engine.add([HEADING, ...rows], 0);
    const overview = await engine.finish();
    expect(overview.obstacle).toBe(obstacle);
    const { choices, inputs } = await anyChoices();
    await expect(engine.plan({ ...choices, inputs })).rejects.toMatchObject({ code: "obstacle" });
  });

  it("refuses rows, an end and a plan before their time", async () => {
    const engine = createEngine();
    const { choices, inputs } = await anyChoices();
    await expect(engine.add([HEADING], 0)).rejects.toMatchObject({ code: "notBegun" });
    await expect(engine.finish()).rejects.toMatchObject({ code: "notBegun" });
    await expect(engine.plan({ ...choices, inputs })).rejects.toMatchObject({ code: "notFinished" });
    await expect(engine.rows(0, 0, 0, 1)).rejects.toMatchObject({ code: "notFinished" });
  });

  it("forgets orders and plan when told to", async () => {
    const engine = createEngine();
    const { overview, choices } = await readInto(engine, sampleOrders({ customers: 40 }));
    if (overview.defaults === null) throw new Error("no orders");
    await engine.forget();
    await expect(engine.plan({ ...choices, inputs: overview.defaults })).rejects.toMatchObject({
      code: "notFinished",
    });
  });
});

/** Choices that would do, from orders that would do. */
async function anyChoices(): Promise<{
  choices: Omit<SummaryChoices, "inputs">;
  inputs: SummaryChoices["inputs"];
}> {
  const { overview, choices } = await readInto(createEngine(), sampleOrders({ customers: 40 }));
  if (overview.defaults === null) throw new Error("no orders");
  return { choices, inputs: overview.defaults };
}
