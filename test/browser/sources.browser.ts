/** The orders of a summary over time: moved, renamed, grown, deleted, and a second list beside them. */
import { sampleOrders } from "../../src/orders/sample/sampleOrders";
import {
  makeSummary,
  namedValues,
  putSheet,
  selectCell,
  type,
  useBrowser,
  useWorkbench,
  valuesOf,
  WRITING_MS,
} from "./browser";

type Row = readonly (string | number | boolean)[];

const rowsOf = (customers: number, seed?: number): Row[] =>
  sampleOrders({ customers, seed, dirt: false }).map((row) => row.map((cell) => cell ?? ""));
const ORDERS = rowsOf(60);
const OTHERS = rowsOf(30, 7);

describe("a summary whose orders change", () => {
  const bench = useWorkbench(useBrowser(), "?empty");
  const one = async (name: string): Promise<unknown> => (await namedValues(bench.pane, name))[0]?.[0];
  const figures = (): Promise<unknown[]> =>
    Promise.all(["clv_customers", "clv_orders", "clv_revenue", "clv_discounted"].map(one));
  const main = (): Promise<string> => bench.pane.locator("main").innerText();
  const runs = async (sheet: string): Promise<number> =>
    (await valuesOf(bench.pane, sheet, "A1:A60")).filter(([at]) => typeof at === "number" && at > 43_831)
      .length;
  const read = (): Promise<void> =>
    bench.pane
      .getByRole("button", { name: /^Read /i })
      .first()
      .click();
  /** Presses the button and waits until the sheets are there again, or a problem is said. */
  async function refresh(): Promise<void> {
    const { pane } = bench;
    await pane.locator("#refresh").click();
    await pane.locator("#cancel, .message-bad").first().waitFor();
    await pane.locator("#refresh").waitFor({ timeout: WRITING_MS });
  }
  let before: unknown[] = [];

  beforeAll(async () => {
    const { pane } = bench;
    await putSheet(pane, "Orders", ORDERS);
    await read();
    await pane.locator("#input-acquisitionCost").fill("25");
    await pane.getByText("More sheets").click();
    await pane.locator("#sheet-history").check();
    await makeSummary(pane);
    before = await figures();
  }, 240_000);

  it("finds the columns by their headings, and the cells wherever they are", async () => {
    const backwards = ORDERS.map((row) => [...row].reverse());
    await bench.pane.evaluate(
      (rows) =>
        Excel.run(async (context) => {
          const sheet = context.workbook.worksheets.getItem("Orders");
          sheet.getRange(`A1:E${rows.length}`).values = rows as never;
          sheet.getRange("1:2").insert("Down");
          sheet.name = "Sales 2025";
          await context.sync();
        }),
      backwards,
    );
    await refresh();
    expect(before[0]).toBe(60);
    expect(await figures()).toEqual(before);
    expect(await one("clv_failed_checks")).toBe(0);
    expect(await runs("CLV History")).toBe(2);
  }, 180_000);

  it("says which column is gone, and writes nothing", async () => {
    await type(bench.pane, "Sales 2025", "A3", "Turnover");
    await refresh();
    expect(await main()).toContain("The column “Amount” is no longer among the orders");
    expect(await runs("CLV History")).toBe(2);
    await type(bench.pane, "Sales 2025", "A3", "Amount");
  }, 60_000);

  it("names what moved after orders were added, in the pane and in the history", async () => {
    const { pane } = bench;
    const first = 3 + ORDERS.length;
    const more = ORDERS.slice(-60).map((row, index) => {
      const [, customer = "", date = "", region = "", amount = ""] = row;
      return [Number(amount) * 3, region, Number(date) + 20, customer, 90_000 + index];
    });
    await pane.evaluate(
      ([rows, row]) =>
        Excel.run(async (context) => {
          const sheet = context.workbook.worksheets.getItem("Sales 2025");
          sheet.getRangeByIndexes(row - 1, 0, rows.length, 5).values = rows as never;
          await context.sync();
        }),
      [more, first] as const,
    );
    await refresh();
    const [customers, orders, revenue] = await figures();
    expect([customers, orders]).toEqual([60, Number(before[1]) + 60]);
    expect(revenue).toBeGreaterThan(Number(before[2]));
    expect(await runs("CLV History")).toBe(3);
    expect(await one("clv_failed_checks")).toBe(0);
    const moved = /Revenue rose from 14,086(\.39)? to 25,211|25,210\.69/;
    expect(await main()).toMatch(moved);
    expect((await valuesOf(pane, "CLV History", "A1:Z40")).flat().join("\n")).toMatch(moved);
  }, 180_000);

  it("asks before a second list takes the summary over, and leaves the first one's history", async () => {
    const { page, pane } = bench;
    await pane.getByRole("button", { name: /make it again/i }).click();
    await putSheet(pane, "Other orders", OTHERS);
    await read();
    await pane.getByText("30 customers").waitFor();
    await pane.getByText("made from 'Sales 2025'!A3:E").first().waitFor();
    await page.screenshot({ path: "test-output/pictures/second-list.png" });
    await pane.locator("#make").click();
    await pane.getByText("Say whether these orders go on with the summary").first().waitFor();
    expect((await figures())[0]).toBe(60);
    await pane.getByLabel(/Other orders: the sheets are made from these/).check();
    await makeSummary(pane);
    expect((await figures())[0]).toBe(30);
    expect(await one("clv_failed_checks")).toBe(0);
    expect(await one("clv_acquisition_cost")).toBe(0);
    expect([await runs("CLV History"), await runs("CLV History (2)")]).toEqual([3, 1]);
  }, 180_000);

  it("says that the orders are gone where their sheet was deleted, and writes nothing", async () => {
    const { pane } = bench;
    await pane.evaluate(() =>
      Excel.run(async (context) => {
        context.workbook.worksheets.getItem("Other orders").delete();
        await context.sync();
      }),
    );
    const kept = await valuesOf(pane, "CLV History (2)", "A1:C20");
    await refresh();
    expect(await main()).toContain("The orders are not where they were");
    expect(await valuesOf(pane, "CLV History (2)", "A1:C20")).toEqual(kept);
    await selectCell(pane, "Sales 2025", "A3");
    expect(bench.complaints).toEqual([]);
  }, 60_000);
});
