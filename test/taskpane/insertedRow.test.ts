/** @jest-environment jsdom */
import { openPane, readOrders, run, type RealPane } from "./realPane";

/** A row put in among the orders is told by the one check that says what to do. */

const START = 45_292;
const ORDERS = Array.from({ length: 40 }, (_, i) => [`C-${i % 8}`, START + i * 15, 20]);
const ADDED = "Rows added to the orders since: 1. Press “Refresh” in the pane";

/** The labels of the checks that fail, as the first sheet shows them. */
const failing = ({ excel }: RealPane): string[] =>
  excel.texts("'CLV Summary'!A1:Z120").flatMap((line) => {
    const at = line.indexOf("FAIL");
    return at < 0
      ? []
      : line
          .slice(0, at)
          .filter((text) => text.length > 15)
          .slice(-1);
  });

describe.each([false, true])("a row put in among the orders (of a table: %s)", (isTable) => {
  let opened: RealPane;

  beforeAll(async () => {
    opened = await openPane([["Customer", "Date", "Amount"], ...ORDERS]);
    if (isTable)
      await Excel.run(async (context) => {
        context.workbook.worksheets.getItem("Orders").tables.add("A1:C41", true).name = "Sales";
        await context.sync();
      });
    await readOrders(opened);
    await run(opened, ({ summary }) => summary.actions.make());
  }, 120_000);
  afterAll(() => {
    opened.excel.stop();
  });

  it("turns one check red, which tells of it", async () => {
    expect(failing(opened)).toEqual([]);
    await Excel.run(async (context) => {
      context.workbook.worksheets.getItem("Orders").getRange("20:20").insert("Down");
      await context.sync();
    });
    opened.excel.type("Orders!A20:C20", [["C-3", START + 270, 35]]);
    await opened.excel.calculated();
    expect(failing(opened)).toEqual([ADDED]);
  }, 60_000);

  it("is among the orders after a refresh", async () => {
    await run(opened, ({ summary }) => summary.actions.refresh());
    expect(failing(opened)).toEqual([]);
    expect(opened.excel.values("'CLV Summary'!A1:B40").flat()).toContain(835);
  }, 120_000);
});
