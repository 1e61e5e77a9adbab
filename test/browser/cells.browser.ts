/** Cells as a user meets them: formulas typed with the keyboard, blocks that spill, errors in words, links. */
import { activeCell, clickCell, eventually, type, valuesOf, useBrowser, useWorkbench } from "./browser";

const workbench = useWorkbench(useBrowser());

const click = (row: number, column: number): Promise<void> => clickCell(workbench.page, row, column);

async function typeInto(row: number, column: number, text: string): Promise<void> {
  await click(row, column);
  await workbench.page.keyboard.type(text, { delay: 10 });
  await workbench.page.keyboard.press("Enter");
}

/** Waits until some cells hold something, and gives it. */
const filled = (sheet: string, address: string): Promise<unknown[][]> =>
  eventually<unknown[][]>(
    () => valuesOf(workbench.pane, sheet, address),
    (values) => values.flat().every((value) => value !== ""),
  );

/** The place that comes to be the active cell, which it should be. */
const placeLike = (wished: string): Promise<string> =>
  eventually(
    () => activeCell(workbench.page),
    (place) => place === wished,
  );

test("=CLV.SIMPLE(25,4,10), typed with the keyboard, is 1000", async () => {
  await typeInto(2, 7, "=CLV.SIMPLE(25,4,10)");
  expect(await filled("Orders", "H3")).toEqual([[1000]]);
});

test("a function that gives a block fills the cells beside and below", async () => {
  await typeInto(5, 7, "=CLV.CASHFLOW(100,0.8,0.1,5)");
  const block = await filled("Orders", "H6:H10");
  // 100 a year, of which 80 % of the customers are left each year: the first year's cash, and the fifth's.
  expect(block.flat().every((value) => typeof value === "number")).toBe(true);
  expect(block.length).toBe(5);
});

test("a function that fails says why, at once and when its cell is selected", async () => {
  const { page } = workbench;
  await typeInto(12, 7, "=CLV.CHURN(25,4,0.4,10)");
  expect(await filled("Orders", "H13")).toEqual([["#VALUE!"]]);
  const status = page.locator("#status");
  await status.getByText(/^H13: .{10,}/).waitFor();
  await click(14, 7);
  const isSilent = (words: string): boolean => words === "";
  expect(await eventually(() => status.innerText(), isSilent)).toBe("");
  await click(12, 7);
  await status.getByText(/^H13: .{10,}/).waitFor();
});

test("HYPERLINK shows its words, and a click follows it", async () => {
  const { pane, page } = workbench;
  await type(pane, "Orders", "H16", `=HYPERLINK("#'Formulas'!B3",12)`);
  await type(pane, "Orders", "H17", `=H16+1`);
  expect(await filled("Orders", "H16:H17")).toEqual([[12], [13]]);
  await click(15, 7);
  expect(await placeLike("Formulas 2,1")).toBe("Formulas 2,1");
  // The view follows the cell a little later.
  await page.waitForTimeout(500);
});

test("a link to a cell is followed by a click", async () => {
  const { pane, page } = workbench;
  await pane.evaluate(() =>
    Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem("Formulas");
      sheet.getRange("A8").values = [["to the orders"]];
      sheet.getRange("A8").hyperlink = { documentReference: "Orders!B7", screenTip: "The orders" };
      // The sheet's corner comes into view, from which clicks are counted.
      sheet.getRange("A1").select();
      await context.sync();
    }),
  );
  await page.waitForTimeout(500);
  await click(7, 0);
  expect(await placeLike("Orders 6,1")).toBe("Orders 6,1");
});
