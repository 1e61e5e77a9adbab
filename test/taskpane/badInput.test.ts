/** @jest-environment jsdom */
import { ExcelProblem, type ProblemCode } from "../../src/excel/problem";
import type { Cell, CellRows } from "../../src/orders/cells";
import type { ExcelServices } from "../../src/taskpane/services";
import { fakeExcel, fakeSurroundings, fewOrders, type FakeWorkbook } from "./fakeServices";
import { paneOnPage, press as pressNow, says } from "./paneOnPage";
import { until } from "../until";

/**
 * What the issue lists as bad input, up to the words that a person reads. That Excel's own refusals become these codes,
 * and that nothing half-written stays, is tested against the real office.js in test/excel.
 */

interface Opened {
  readonly root: HTMLElement;
  readonly workbook: FakeWorkbook;
}

function open(rows: CellRows, replaced: Partial<ExcelServices> = {}): Opened {
  const { excel, workbook } = fakeExcel(rows, replaced);
  return { root: paneOnPage(fakeSurroundings(excel)).root, workbook };
}

/** Presses a button once it is there. */
async function press({ root }: Opened, label: string): Promise<void> {
  await until(() => [...root.querySelectorAll("button")].some(({ textContent }) => textContent === label));
  pressNow(root, label);
}

const refusing =
  (code: ProblemCode, details: Record<string, string | number> = {}) =>
  async (): Promise<never> => {
    throw new ExcelProblem(code, details);
  };

test.each<[ProblemCode, Record<string, string | number>, string]>([
  ["noSelection", {}, "No cells are selected"],
  ["chartSelected", {}, "A chart is selected"],
  ["severalAreas", { areas: 3 }, "Several separate areas are selected"],
  ["emptySelection", { sheet: "Orders" }, "The selected cells are empty"],
  ["oneCell", { sheet: "Orders", address: "B7" }, "Only one cell is filled here"],
  ["oneRow", { sheet: "Orders", address: "A1:D1" }, "Only one row is selected"],
  ["editMode", {}, "A cell is being edited"],
])(
  "a selection refused with %s is explained, and nothing is read or written",
  async (code, details, words) => {
    const opened = open(fewOrders(), { describeSelection: refusing(code, details) });
    await press(opened, "Read the selection");
    await says(opened.root, words);
    expect(opened.root.querySelector("#make")).toBeNull();
    expect(opened.workbook.written).toEqual([]);
  },
);

const changed = (change: (row: readonly Cell[]) => Cell[]): CellRows =>
  fewOrders().map((row, i) => (i === 0 ? row : change(row)));

test.each<[string, CellRows, string]>([
  [
    "all dates equal",
    changed(([id = "", , amount = ""]) => [id, 45000, amount]),
    "All orders are of the same day",
  ],
  [
    "all returns",
    changed(([id = "", day = "", amount = ""]) => [id, day, -Number(amount)]),
    "There is no revenue",
  ],
  [
    "no dates",
    changed(([id = "", , amount = ""]) => [id, "soon", amount]),
    "Choose the column with the Date.",
  ],
])("a list with %s is refused with words, and nothing is written", async (_, rows, words) => {
  const opened = open(rows);
  await press(opened, "Read the selection");
  await press(opened, "Make the summary");
  await says(opened.root, words);
  expect(opened.workbook.written).toEqual([]);
});

test.each<[ProblemCode, Record<string, string>, string]>([
  ["protectedWorkbook", {}, "The workbook is protected"],
  ["protectedSheet", { sheet: "CLV Inputs" }, "CLV Inputs” is protected"],
  ["payloadTooLarge", {}, "Excel refused the amount of data"],
])("a workbook that refuses the sheets with %s is explained", async (code, details, words) => {
  const opened = open(fewOrders(), { writePlan: refusing(code, details) });
  await press(opened, "Read the selection");
  await press(opened, "Make the summary");
  await says(opened.root, words);
  expect(opened.workbook.asked).not.toContain("writePlan");
});
