/** Cells as a user meets them: formulas typed with the keyboard, blocks that spill, errors in words, links. */
import { activeCell, clickCell, type, valuesOf, useBrowser, useWorkbench } from "./browser";

const workbench = useWorkbench(useBrowser());

const click = (row: number, column: number): Promise<void> => clickCell(workbench.page, row, column);

async function typeInto(row: number, column: number, text: string): Promise<void> {
  await click(row, column);
  await workbench.page.keyboard.type(text, { delay: 10 });
  await workbench.page.keyboard.press("Enter");
}

/** Waits until some cells hold something, and gives it. */
async function filled(sheet: string, address: string): Promise<unknown[][]> {
  for (let attempt = 0; attempt < 60; attempt++) {
    const values = await valuesOf(workbench.pane, sheet, address);
    if (values.every((row) => row.every((value) => value !== ""))) return values;
    await workbench.page.waitForTimeout(250);
  }
  throw new Error(`${sheet}!${address} stays empty`);
}

const place = (): Promise<string> => activeCell(workbench.page);

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
  expect(await status.innerText()).toBe("");
  await click(12, 7);
  expect(await status.innerText()).toMatch(/^H13: .{10,}/);
});

test("HYPERLINK shows its words, and a click follows it", async () => {
  const { pane, page } = workbench;
  await type(pane, "Orders", "H16", `=HYPERLINK("#'Formulas'!B3",12)`);
  await type(pane, "Orders", "H17", `=H16+1`);
  expect(await filled("Orders", "H16:H17")).toEqual([[12], [13]]);
  await click(15, 7);
  await page.waitForTimeout(500);
  expect(await place()).toBe("Formulas 2,1");
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
  await page.waitForTimeout(500);
  expect(await place()).toBe("Orders 6,1");
});
