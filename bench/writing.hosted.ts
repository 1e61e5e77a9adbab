/**
 * @jest-environment jsdom
 *
 * From the plan to the sheets: the writer and the real office.js, with our own Excel as the other side, whose time is
 * taken off. Part of `npm run bench`, which runs it by jest and puts its table into docs/performance.md.
 * `CLV_ORDERS=100000` asks for other sizes; our Excel takes minutes for more than the largest here.
 */
import fs from "node:fs";
import path from "node:path";
import { writePlan } from "../src/excel/writePlan";
import { LIVE_LIMIT, LIVE_ORDERS } from "../src/summary/context";
import { startOffice } from "../test/workbench/officeHarness";
import { lightened } from "./lightened";
import { cells } from "./orders.bench";
import { planOf } from "./summary.bench";

const OUT = path.resolve(".cache/bench/hosted.json");

interface Size {
  readonly orders: number;
  readonly what: string;
}

const isLive = (customers: number, orders: number): boolean =>
  orders <= LIVE_ORDERS && customers * orders <= LIVE_LIMIT;

const SIZES: readonly Size[] = (process.env.CLV_ORDERS ?? "10000,200000").split(",").map((text) => {
  const orders = Number(text);
  const customers = orders / 10;
  const count = (figure: number): string => figure.toLocaleString("en-US");
  const how = isLive(customers, orders) ? "live" : "as values";
  return { orders, what: `${count(customers)} customers with ${count(orders)} orders, ${how}` };
});

const HEADINGS = "| what is written | cells | requests | largest, MB | all, MB | writer and office.js, s |";
const rows: string[] = [];

afterAll(() => {
  fs.mkdirSync(path.dirname(OUT), { recursive: true });
  fs.writeFileSync(OUT, JSON.stringify([HEADINGS, HEADINGS.replace(/[^|]+/g, " --- "), ...rows]));
});

test.each(SIZES)(
  "$what",
  async ({ orders, what }) => {
    const plan = await planOf(cells(orders));
    const excel = await startOffice({ sheets: [{ name: "Orders", rows: [["Order ID"]] }] });
    const { host } = excel;
    const { execute } = host;
    const sizes: number[] = [];
    let answering = 0;
    const timed: typeof execute = async (request, options) => {
      const start = performance.now();
      sizes.push(request.length);
      const answer = await execute(lightened(request), options);
      answering += performance.now() - start;
      return answer;
    };
    Object.assign(host, { execute: timed });
    const start = performance.now();
    const { cells: written } = await writePlan(plan);
    const all = performance.now() - start;
    excel.stop();
    const mega = (characters: number): string => (characters / 1e6).toFixed(1);
    const row = `| ${what} | ${written.toLocaleString("en-US")} | ${sizes.length} | ${mega(Math.max(...sizes))} | ${mega(sizes.reduce((sum, size) => sum + size, 0))} | ${((all - answering) / 1000).toFixed(1)} |`;
    process.stdout.write(`${row}\n`);
    rows.push(row);
    expect(written).toBeGreaterThan(orders / 10);
  },
  60 * 60_000,
);
