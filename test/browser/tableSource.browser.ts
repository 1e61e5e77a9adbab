/** Orders in an Excel table: a row is added to it, and the sheets say so without the add-in. */
import { sampleOrders } from "../../src/orders/sample/sampleOrders";
import {
  eventually,
  makeSummary,
  namedValues,
  putSheet,
  useBrowser,
  useWorkbench,
  valuesOf,
} from "./browser";

const [, ...ROWS] = sampleOrders({ customers: 40, dirt: false }).map((row) => row.map((cell) => cell ?? ""));
const HEADINGS = ["Order no.", "Customer [id]", "Order date", "Region", "Amount (€)"];
const LAST = ROWS.length + 1;
const LABEL = "Rows of the table = rows used + rows left out (if not: refresh)";
/** What stands there instead once the table has a row more. */
const ADDED = "Rows added to the orders since: 1. Press “Refresh” in the pane";

describe("a summary of an Excel table", () => {
  const bench = useWorkbench(useBrowser(), "?empty");
  const one = async (name: string): Promise<unknown> => (await namedValues(bench.pane, name))[0]?.[0];

  /** The line of the check: its label, both figures, the difference, the tolerance, the result. */
  async function rowsCheck(): Promise<unknown[]> {
    const rows = await valuesOf(bench.pane, "CLV Summary", "A1:Z120");
    const isLabel = (cell: unknown): boolean => cell === LABEL || cell === ADDED;
    const line = rows.find((row) => row.some(isLabel)) ?? [];
    return line.slice(line.findIndex(isLabel)).filter((cell) => cell !== "" && cell !== LABEL);
  }

  beforeAll(async () => {
    const { pane } = bench;
    await putSheet(pane, "Orders", [HEADINGS, ...ROWS]);
    await pane.evaluate(
      (last) =>
        Excel.run(async (context) => {
          const sheet = context.workbook.worksheets.getItem("Orders");
          sheet.tables.add(`A1:E${last}`, true).name = "Orders_2025";
          sheet.getRange("B3").select();
          await context.sync();
        }),
      LAST,
    );
    await pane
      .getByRole("button", { name: /^Read /i })
      .first()
      .click();
    await makeSummary(pane);
  }, 240_000);

  it("ties to the table's columns", async () => {
    expect(await rowsCheck()).toEqual([LAST - 1, LAST - 1, 0, 0, "pass"]);
    expect(await one("clv_failed_checks")).toBe(0);
  });

  it("counts an added row at once, says how many checks fail, and is right again after a refresh", async () => {
    const { page, pane } = bench;
    const orders = Number(await one("clv_orders"));
    await pane.evaluate(
      (row) =>
        Excel.run(async (context) => {
          const sheet = context.workbook.worksheets.getItem("Orders");
          sheet.getRange(`A${row}:E${row}`).values = [[99_999, "C-NEW", 46_000, "North", 100]];
          context.workbook.tables.getItem("Orders_2025").resize(`A1:E${row}`);
          await context.sync();
        }),
      LAST + 1,
    );
    const grown = await eventually(rowsCheck, (line) => line.includes("FAIL"));
    expect(grown).toEqual([ADDED, LAST, LAST - 1, -1, 0, "FAIL"]);
    expect(await one("clv_failed_checks")).toBe(1);
    await page.screenshot({ path: "test-output/pictures/table-grown.png" });
    await makeSummary(pane);
    expect(await eventually(rowsCheck, (line) => line.includes("pass"))).toEqual([LAST, LAST, 0, 0, "pass"]);
    expect(await one("clv_orders")).toBe(orders + 1);
    expect(await one("clv_failed_checks")).toBe(0);
    expect(bench.complaints).toEqual([]);
  }, 180_000);
});
