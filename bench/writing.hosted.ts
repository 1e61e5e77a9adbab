/**
 * @jest-environment jsdom
 *
 * From the orders on a sheet to the sheets of the summary: our reading and writing and the real office.js, with our own
 * Excel as the other side, whose time is taken off. Part of `npm run bench`, which runs it by jest and puts its table
 * into docs/performance.md. `CLV_ORDERS=100000` asks for other sizes.
 */
import fs from "node:fs";
import path from "node:path";
import { readNames } from "../src/excel/ownSheets";
import { readBlocks } from "../src/excel/readBlocks";
import { writePlan } from "../src/excel/writing/writePlan";
import { LIVE_CUSTOMERS, LIVE_LIMIT, LIVE_ORDERS } from "../src/summary/liveLimits";
import { startOffice } from "../test/workbench/officeHarness";
import { lightened } from "./lightened";
import { cells } from "./orders.bench";
import { ownTimeBeside, type OwnTime } from "./ownTime";
import { planOf } from "./summary.bench";

const OUT = path.resolve(".cache/bench/hosted.json");
/** Above this our Excel is not given the formulas of each customer: it would take minutes for them. */
const FORMULA_CUSTOMERS = 1_000;

interface Size {
  readonly orders: number;
  readonly what: string;
  readonly sparesFormulas: boolean;
}

const isLive = (customers: number, orders: number): boolean =>
  orders <= LIVE_ORDERS && customers * orders <= LIVE_LIMIT;

const count = (figure: number): string => figure.toLocaleString("en-US");

const SIZES: readonly Size[] = (process.env.CLV_ORDERS ?? "10000,200000,1000000").split(",").map((text) => {
  const orders = Number(text);
  const customers = orders / 10;
  const how = isLive(customers, orders) ? "live" : "as values";
  return {
    orders,
    what: `${count(customers)} customers with ${count(orders)} orders, ${how}`,
    sparesFormulas: customers > FORMULA_CUSTOMERS && customers <= LIVE_CUSTOMERS,
  };
});

const HEADINGS =
  "| what | cells | requests | largest, MB | all, MB | processor of our side and office.js, s |";
const table: string[] = [];

function report(what: string, cellCount: number, sizes: readonly number[], time: OwnTime): void {
  const mega = (characters: number): string => (characters / 1e6).toFixed(1);
  const sum = sizes.reduce((total, size) => total + size, 0);
  const row = `| ${what} | ${count(cellCount)} | ${sizes.length} | ${mega(Math.max(...sizes))} | ${mega(sum)} | ${time.seconds().toFixed(1)} |`;
  process.stdout.write(`${row}\n`);
  table.push(row);
}

afterAll(() => {
  fs.mkdirSync(path.dirname(OUT), { recursive: true });
  fs.writeFileSync(OUT, JSON.stringify([HEADINGS, HEADINGS.replace(/[^|]+/g, " --- "), ...table]));
});

test.each(SIZES)(
  "$what",
  async ({ orders, what, sparesFormulas }) => {
    const list = cells(orders);
    const rows = list.map((row) => row.map((cell) => cell ?? ""));
    const excel = await startOffice({ sheets: [{ name: "Orders", rows }] });
    const { host } = excel;
    const { execute } = host;
    if (sparesFormulas) Object.assign(host, { execute: (request: string) => execute(lightened(request)) });
    const time = ownTimeBeside(host);
    const place = { sheet: "Orders", address: "A1", firstRow: 0, firstColumn: 0, columnCount: 4 };
    const plan = await planOf(list, [], async (add) => {
      await time.restart();
      await readBlocks(
        { ...place, rowCount: list.length },
        { onBlock: (block, firstRow) => time.during(() => add(block, firstRow)), formatsOf: 3 },
      );
      report(`${count(orders)} orders read`, list.length * 5, time.answers, time);
    });
    await time.restart();
    const { cells: written } = await writePlan(plan);
    report(`${what}, written`, written, time.requests, time);
    expect(written).toBeGreaterThan(orders / 10);
    if (!sparesFormulas) {
      await excel.calculated();
      const { clv_failed_checks: failed, clv_orders: counted } = await readNames([
        "clv_failed_checks",
        "clv_orders",
      ]);
      expect({ failed, counted }).toEqual({ failed: 0, counted: orders });
    }
    excel.stop();
  },
  60 * 60_000,
);
