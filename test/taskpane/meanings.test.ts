/** @jest-environment jsdom */
import { addressOf } from "../../src/summary/layout/cellAddress";
import { LOCALES } from "../../src/locales/locale";
import { figureSpec, SHOWN_FIGURES } from "../../src/taskpane/summary/figures";
import { wordsOf } from "../../src/taskpane/words/words";
import { openPane, readOrders, run } from "./realPane";
import { until } from "../until";

/** What the pane says of how each figure is computed. */

const ORDERS = Array.from({ length: 40 }, (_, i) => [`C-${i % 8}`, 45_292 + i * 15, 20]);

const meanings = (): string =>
  [...document.querySelectorAll("#meanings dd")].map(({ textContent }) => textContent).join("\n");

it.each(LOCALES)("has nothing left to fill in, in %s", (locale) => {
  for (const key of SHOWN_FIGURES) {
    const text = figureSpec(key).meaning(wordsOf(locale), "end of year");
    expect(text).not.toMatch(/[{}]/);
    expect(text.length).toBeGreaterThan(5);
  }
});

it("names the cash timing that the sheet goes by, also after it was changed there", async () => {
  const opened = await openPane([["Customer", "Date", "Amount"], ...ORDERS]);
  const { excel, pane, outlines } = opened;
  await readOrders(opened);
  await run(opened, ({ summary }) => summary.actions.make());
  expect(meanings()).toContain("cash: end of year");
  const cell = outlines[0]?.names.find(({ name }) => name === "clv_timing");
  if (!cell) throw new Error("no cell for the timing");
  excel.type(`'CLV Summary'!${addressOf(cell.area)}`, [["start of year"]]);
  await excel.calculated();
  pane.summary.sheetsMoved();
  await until(() => meanings().includes("cash: start of year"));
  excel.stop();
}, 120_000);
