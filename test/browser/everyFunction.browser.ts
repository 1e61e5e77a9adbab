/** A sheet that uses every function once: what the grid calculates is what the function's help prints. */
import { exampleSheet, rowsOf, type CatalogueEntry } from "../../src/workbench/page/exampleSheet";
import type { Pane } from "../../src/workbench/page/pane";
import { agrees, evaluate } from "../functions/formula";
import { valuesOf, useBrowser, useWorkbench } from "./browser";

const SHEET = "Every function";
/** Columns right of the first result, as many as the widest result takes. */
const LAST_COLUMN = "AD";

const workbench = useWorkbench(useBrowser(), "?examples");

/** An error cell reads `#N/A`; the example says so too. */
const asCell = (value: unknown): unknown =>
  typeof value === "object" && value !== null && "error" in value ? value.error : value;

test("every function's example calculates to the printed answer", async () => {
  const catalogue = await workbench.pane.evaluate(
    async () => (await (await fetch("catalogue.en.json")).json()) as CatalogueEntry[],
  );
  expect(catalogue.length).toBeGreaterThan(150);
  const height = exampleSheet(catalogue).rows.length;
  const cells = await valuesOf(workbench.pane, SHEET, `D1:${LAST_COLUMN}${height}`);
  const wrong: string[] = [];
  let row = 1;
  for (const { name, example } of catalogue) {
    const printed = await evaluate(example.result, () => Promise.reject(new Error("no call in a result")));
    const block = Array.isArray(printed) ? (printed as unknown[][]) : [[printed]];
    const shown = block.map((line, r) => line.map((_, c) => cells[row + r]?.[c]));
    const wanted = block.map((line) => line.map(asCell));
    const same = Array.isArray(printed)
      ? agrees(shown, wanted, example.result)
      : agrees(shown[0]?.[0], wanted[0]?.[0], example.result);
    if (!same) wrong.push(`${name}: ${JSON.stringify(shown)} instead of ${example.result}`);
    row += rowsOf(example.result);
  }
  expect(wrong).toEqual([]);
});

test("functions that come late are known when the page says that they are there", async () => {
  const { page } = workbench;
  await page.route("**/addin/functions.js", async (route) => {
    await new Promise((resolve) => setTimeout(resolve, 1000));
    await route.continue();
  });
  const found = await page.evaluate(async () => {
    const { pane } = (window as unknown as { workbench: { pane: Pane } }).workbench;
    pane.reload({});
    return typeof (await pane.connection()).functionOf("SIMPLE");
  });
  expect(found).toBe("function");
});
