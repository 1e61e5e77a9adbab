/** CLV cells through Microsoft's own custom-functions runtime, as Excel calls them. */
import { eventually, type, valuesOf, useBrowser, useWorkbench } from "./browser";

const workbench = useWorkbench(useBrowser(), "?functions=runtime");

/** What a formula gives in a cell of the sample sheet. */
async function resultOf(cell: string, formula: string): Promise<unknown> {
  await type(workbench.pane, "Orders", cell, formula);
  const [row] = await eventually(
    () => valuesOf(workbench.pane, "Orders", cell),
    ([first]) => first?.[0] !== "" && first?.[0] !== "#BUSY!",
  );
  return row?.[0];
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
