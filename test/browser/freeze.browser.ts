/** Formulas of one's own are replaced by values, the workbook changes, and they come back. */
import type { Frame } from "playwright-core";
import { putSheet, valuesOf, useBrowser, useWorkbench } from "./browser";

const workbench = useWorkbench(useBrowser(), "?lang=en");

const formulasOf = (pane: Frame, sheet: string, address: string): Promise<unknown[][]> =>
  pane.evaluate(
    ([name = "", cells]) =>
      Excel.run(async (context) => {
        const range = context.workbook.worksheets.getItem(name).getRange(cells).load("formulas");
        await context.sync();
        return range.formulas as unknown[][];
      }),
    [sheet, address],
  );

const press = (name: string): Promise<void> =>
  workbench.pane.getByRole("button", { name, exact: true }).first().click();

test("freeze, insert a row above, rename the sheet, edit a cell, bring the formulas back", async () => {
  const { pane } = workbench;
  await putSheet(pane, "Mine", [
    ["Order", "Orders", "Years", "Value"],
    [25, 4, 10, "=CLV.SIMPLE(A2,B2,C2)"],
    [30, 5, 2, "=CLV.SIMPLE(A3,B3,C3)"],
    [10, 2, 3, '="CLV: "&CLV.SIMPLE(A4,$B$4,C4)'],
  ]);
  expect(await valuesOf(pane, "Mine", "D2:D4")).toEqual([[1000], [300], ["CLV: 60"]]);
  await pane.locator("#tab-share").click();
  // The sample's own formulas, and those three.
  const line = pane.getByText(/\d+ CLV formulas in this workbook/);
  await line.waitFor();
  const count = Number(/\d+/.exec(await line.innerText())?.[0]);
  expect(count).toBeGreaterThanOrEqual(3);
  await press("Replace CLV formulas by values");
  await pane.getByText(`${count} formulas were replaced by their values.`).waitFor();
  expect(await formulasOf(pane, "Mine", "D2:D4")).toEqual([[1000], [300], ["CLV: 60"]]);
  await pane.evaluate(() =>
    Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem("Mine");
      sheet.getRange("1:1").insert("Down");
      sheet.name = "My figures";
      sheet.getRange("D4").values = [[301]];
      await context.sync();
    }),
  );
  await press("Bring the formulas back");
  await pane.getByText(`${count - 1} formulas are back.`).waitFor();
  await pane.getByRole("button", { name: "'My figures'!D4" }).waitFor();
  expect(await formulasOf(pane, "My figures", "D3:D5")).toEqual([
    ["=CLV.SIMPLE(A3,B3,C3)"],
    [301],
    ['="CLV: "&CLV.SIMPLE(A5,$B$5,C5)'],
  ]);
  expect(await valuesOf(pane, "My figures", "D3:D5")).toEqual([[1000], [301], ["CLV: 60"]]);
});
