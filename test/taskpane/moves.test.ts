/** @jest-environment jsdom */
import { columnLetters } from "../../src/summary/layout/cellAddress";
import { until } from "../until";
import { openPane, readOrders, run, type RealPane } from "./realPane";

/** The pane's list of moves and the History sheet compare the same two runs, so that a reader finds one answer. */

const START = 45_292;
/** Labels of inputs on the first sheet span three columns. */
const VALUE_AFTER_LABEL = 3;
const ORDERS = Array.from({ length: 40 }, (_, i) => [`C-${i % 8}`, START + i * 15, 20]);

const movesInPane = (): string[] =>
  [...document.querySelectorAll("h3")]
    .filter((title) => title.textContent === "What moved since the last time")
    .flatMap((title) => [...(title.parentElement?.querySelectorAll("li, p") ?? [])])
    .map((line) => (line.textContent ?? "").replace(/\.$/, ""));

/** The sentences beside the figures that moved, below the rows of the history. */
function movesOnSheet({ excel }: RealPane): string[] {
  const rows = excel.texts("'CLV History'!A1:F40");
  const from = rows.findIndex(([text]) => text === "Changes since the refresh before");
  return rows.slice(from + 2).flatMap(([, , , , , text = ""]) => (text === "" ? [] : [text]));
}

describe("what moved since the last run", () => {
  let opened: RealPane;

  beforeAll(async () => {
    opened = await openPane([["Customer", "Date", "Amount"], ...ORDERS]);
    await readOrders(opened);
    opened.pane.summary.actions.chooseSheets(["history"]);
    await run(opened, ({ summary }) => summary.actions.make());
  }, 120_000);
  afterAll(() => {
    opened.excel.stop();
  });

  it("is the same in the pane and on the sheet where orders inside the old range were changed", async () => {
    opened.excel.type(
      "Orders!C2:C21",
      Array.from({ length: 20 }, () => [40]),
    );
    await opened.excel.calculated();
    await run(opened, ({ summary }) => summary.actions.refresh());
    const shown = movesInPane();
    expect(shown).toContain("Revenue rose from 800.00 to 1,200.00");
    expect(movesOnSheet(opened)).toEqual(shown);
  }, 120_000);

  it("follows a threshold typed on the sheet, in the pane and on the sheet, without a refresh", async () => {
    const { excel, pane } = opened;
    const before = movesInPane();
    const labels = excel.texts("'CLV Summary'!A1:R120");
    const row = labels.findIndex((line) => line.includes("Report changes above"));
    const column = columnLetters((labels[row]?.indexOf("Report changes above") ?? 0) + VALUE_AFTER_LABEL);
    const type = async (threshold: number): Promise<void> => {
      excel.type(`'CLV Summary'!${column}${row + 1}`, [[threshold]]);
      await excel.calculated();
      pane.summary.sheetsMoved();
    };
    await type(0.6);
    await until(() => movesInPane().length !== before.length);
    expect(movesInPane()).toEqual(["No key figure moved by more than 60%"]);
    expect(movesOnSheet(opened)).toEqual([]);
    await type(0.1);
    await until(() => movesInPane().length === before.length);
    expect(movesInPane()).toEqual(before);
    expect(movesOnSheet(opened)).toEqual(before);
  }, 120_000);

  it("is still the last run's where the history was left out in between", async () => {
    const { excel, pane } = opened;
    pane.summary.actions.chooseSheets([]);
    excel.type(
      "Orders!C2:C21",
      Array.from({ length: 20 }, () => [80]),
    );
    await excel.calculated();
    await run(opened, ({ summary }) => summary.actions.make());
    pane.summary.actions.chooseSheets(["history"]);
    excel.type(
      "Orders!C2:C21",
      Array.from({ length: 20 }, () => [160]),
    );
    await excel.calculated();
    await run(opened, ({ summary }) => summary.actions.make());
    const shown = movesInPane();
    expect(shown).toContain("Revenue rose from 2,000.00 to 3,600.00");
    expect(movesOnSheet(opened)).toEqual(shown);
  }, 120_000);
});
