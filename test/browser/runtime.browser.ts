/** CLV cells through Microsoft's own custom-functions runtime, as Excel calls them. */
import { type, valuesOf, useBrowser, useWorkbench } from "./browser";

const workbench = useWorkbench(useBrowser(), "?functions=runtime");

/** What a formula gives in a cell of the sample sheet. */
async function resultOf(cell: string, formula: string): Promise<unknown> {
  await type(workbench.pane, "Orders", cell, formula);
  for (let attempt = 0; attempt < 40; attempt++) {
    const value = (await valuesOf(workbench.pane, "Orders", cell))[0]?.[0];
    if (value !== "" && value !== "#BUSY!") return value;
    await workbench.page.waitForTimeout(250);
  }
  return "no answer";
}

test("=CLV.SIMPLE(25,4,10) is 1000", async () => {
  expect(await resultOf("H2", "=CLV.SIMPLE(25,4,10)")).toBe(1000);
});

test("=CLV.CHURN(25,4,40%,10%) is 400", async () => {
  expect(await resultOf("H3", "=CLV.CHURN(25,4,40%,10%)")).toBeCloseTo(400, 9);
});

test("a rate of 10 is refused with #VALUE!", async () => {
  expect(await resultOf("H4", "=CLV.CHURN(25,4,0.4,10)")).toBe("#VALUE!");
});
