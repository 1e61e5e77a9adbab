/** The predictive run of many customers: it says what it does, stops when asked, and leaves the workbook as it was. */
import { sampleOrders } from "../../src/orders/sample/sampleOrders";
import { makeSummary, putFilledSheet, selectCell, sheetNames, useBrowser, useWorkbench } from "./browser";

const MANY = sampleOrders({ customers: 10_000, dirt: false });
const FEW = sampleOrders({ customers: 60, dirt: false });

describe("a forecast of 10,000 customers", () => {
  const bench = useWorkbench(useBrowser(), "?empty");
  const read = (): Promise<void> =>
    bench.pane
      .getByRole("button", { name: /^Read /i })
      .first()
      .click();

  beforeAll(async () => {
    await putFilledSheet(bench.page, "Many", MANY);
    await putFilledSheet(bench.page, "Few", FEW);
    await selectCell(bench.pane, "Many", "A1");
    await read();
    await bench.pane.locator("#predict").check();
  }, 120_000);

  it("is said while it goes on, and stopped by the button", async () => {
    const { pane } = bench;
    const before = await sheetNames(pane);
    await pane.locator("#make").click();
    await pane.getByLabel("Fitting the models and forecasting each customer").waitFor();
    await pane.locator("#cancel").click();
    await pane.getByText("The workbook is as it was.").waitFor();
    expect(await pane.locator("#make").isVisible()).toBe(true);
    expect(await sheetNames(pane)).toEqual(before);
  }, 120_000);

  it("can be followed by another, with a new worker", async () => {
    const { pane } = bench;
    await selectCell(pane, "Few", "A1");
    await read();
    await pane.getByText("60 customers").waitFor();
    await makeSummary(pane);
    expect(await pane.locator("#forecast").innerText()).toContain("Expected gross profit, all customers");
    expect(bench.complaints).toEqual([]);
  }, 180_000);
});
