/** @jest-environment jsdom */
import type { CellRows } from "../../src/orders/cells";
import type { PlanCell, WorkbookPlan } from "../../src/summary/plan";
import type { PlanSource } from "../../src/summary/planOutline";
import type { InputCell, Scalar } from "../../src/summary/plan";
import { ratesFromCells } from "../../src/taskpane/summary/rates";
import type { ReadResult } from "../../src/taskpane/summary/state";
import { fakeExcel, fakeSurroundings, fewOrders, type FakeWorkbook } from "./fakeServices";
import { check, paneOnPage, press, type, type PaneOnPage } from "./paneOnPage";
import { until } from "../until";

/** Every third order in dollars, one in pounds. */
const inCurrencies = (): CellRows =>
  fewOrders().map((row, i) => [...row, i === 0 ? "Currency" : i === 4 ? "GBP" : i % 3 ? "EUR" : "USD"]);

interface Opened extends PaneOnPage {
  readonly workbook: FakeWorkbook;
}

function open(): Opened {
  const { excel, workbook } = fakeExcel(inCurrencies());
  return { ...paneOnPage(fakeSurroundings(excel)), workbook };
}

/** What was read when the rows of a pane were last asked for. */
const lastRead = new WeakMap<Opened, ReadResult>();

/** The rows counted by the next reading, once it is over. */
async function used(opened: Opened): Promise<number> {
  const result = (): ReadResult | undefined => {
    const now = opened.store.get().summary.orders?.check;
    return now?.kind === "checked" ? now.result : undefined;
  };
  await until(() => result() !== undefined && result() !== lastRead.get(opened));
  const read = result();
  if (read) lastRead.set(opened, read);
  return read?.usedRows ?? NaN;
}

async function cellsOf(source: WorkbookPlan | PlanSource | undefined): Promise<PlanCell[][]> {
  if (!source || !("outline" in source)) throw new Error("nothing was written");
  const rows = source.outline.sheets.flatMap((sheet, index) =>
    sheet.blocks.map((block, at) => source.rows(index, at, 0, block.rows)),
  );
  return (await Promise.all(rows)).flat().map((row) => [...row]);
}

const DATA_ROWS = fewOrders().length - 1;
/** The two rows of fewOrders that cannot be read. */
const UNREADABLE = 2;

test("several currencies are asked about; one may be chosen, or all at rates", async () => {
  const opened = open();
  press(opened.root, "Read the selection");
  expect(await used(opened)).toBe(0);
  expect(opened.root.textContent).toContain("Which one counts?");

  check("ask-currency-EUR");
  const euros = await used(opened);
  expect(euros).toBeGreaterThan(10);
  expect(document.getElementById("ask-currency-EUR")).toHaveProperty("checked", true);

  check("ask-currency-*");
  expect(await used(opened)).toBe(euros);
  press(opened.root, "Make the summary");
  await until(() => opened.root.textContent?.includes("Enter the rate for USD") ?? false);
  expect(opened.workbook.written).toEqual([]);

  type("rate-USD", "not yet");
  expect(document.getElementById("rate-USD")?.getAttribute("aria-invalid")).toBe("true");
  type("rate-USD", "0.92");
  type("rate-USD-origin", "ECB, 20 Nov 2026");
  type("rate-GBP", "1.17");
  expect(await used(opened)).toBe(DATA_ROWS - UNREADABLE);

  press(opened.root, "Make the summary");
  await until(() => opened.workbook.written.length === 1);
  const cells = await cellsOf(opened.workbook.written[0]);
  const notes = cells.map((row) => row.slice(0, 4));
  const note = (currency: string, expected: number, source: string): unknown[] => [
    `1 ${currency} in EUR`,
    { formula: `=clv_rate_${currency.toLowerCase()}`, expected },
    "EUR",
    expect.objectContaining({ expected: `converted order by order at this rate; source: ${source}` }),
  ];
  expect(notes).toContainEqual(note("USD", 0.92, "ECB, 20 Nov 2026"));
  expect(notes).toContainEqual(note("GBP", 1.17, "no source given"));
});

test("a refresh takes the rates that were typed on the sheet, without the source of another rate", () => {
  const rule = {
    kind: "convert",
    into: "EUR",
    rates: { USD: 0.92, $: 0.9, GBP: 1.17 },
    origins: { USD: "ECB", GBP: "ECB" },
  } as const;
  const typed = (cells: Readonly<Record<string, Scalar>>): InputCell[] =>
    Object.entries(cells).map(([name, made]) => ({ id: name, name, place: 0, made, typed: true }));
  const cells = typed({ clv_rate_usd: 0.95, clv_rate_u24: 0.91, clv_rate_gbp: 1.17, clv_rate_digits: 0 });
  expect(ratesFromCells(rule, cells)).toEqual({
    ...rule,
    rates: { USD: 0.95, $: 0.91, GBP: 1.17 },
    origins: { GBP: "ECB" },
    digits: 0,
  });
  expect(ratesFromCells(rule, typed({ clv_rate_usd: "", clv_rate_gbp: -1 }))).toEqual(rule);
});

test("a rate that was typed on the sheet says so after a refresh; another stays without a source", async () => {
  const opened = open();
  press(opened.root, "Read the selection");
  await used(opened);
  check("ask-currency-*");
  await used(opened);
  type("rate-USD", "0.92");
  type("rate-GBP", "1.17");
  await used(opened);
  press(opened.root, "Make the summary");
  await until(() => opened.store.get().summary.run.kind === "done");
  Object.assign(opened.workbook.names, { clv_rate_usd: 0.95, clv_rate_gbp: 1.17 });
  press(opened.root, "Refresh");
  await until(() => opened.workbook.written.length === 2);
  const notes = (await cellsOf(opened.workbook.written[1])).map((row) => row.slice(0, 4));
  const source = (currency: string): unknown =>
    notes.find(([label, , , how]) => label === `1 ${currency} in EUR` && typeof how === "object")?.[3];
  expect(source("USD")).toMatchObject({ expected: expect.stringContaining("source: you typed") as string });
  expect(source("GBP")).toMatchObject({
    expected: expect.stringContaining("source: no source given") as string,
  });
});
