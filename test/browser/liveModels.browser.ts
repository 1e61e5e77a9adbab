import fs from "node:fs";
import type { Frame } from "playwright-core";
import { buildCustomers } from "../../src/orders/customers/buildCustomers";
import { defaultInputs } from "../../src/summary/inputs/defaultInputs";
import { sampleOrders } from "../../src/orders/sample/sampleOrders";
import type { ModelReport } from "../../src/summary/models/modelReport";
import { reportModels } from "../../src/worker/reportModels";
import { requestFrom } from "../summary/support/requests";
import { cellAt } from "../summary/support/formulas";
import { recalculatedAll } from "../summary/support/planFile";
import { agrees, plainValue } from "../summary/support/recalculation";
import { itWithLibreOffice } from "../workbench/libreOffice";
import {
  eventually,
  makeSummary,
  namedValues,
  putSheet,
  sheetNames,
  useBrowser,
  useWorkbench,
} from "./browser";

/** The cells of a sheet from A1 to the last that holds something. */
const usedCells = (pane: Frame, sheet: string): Promise<unknown[][]> =>
  pane.evaluate(
    (name) =>
      Excel.run(async (context) => {
        const own = context.workbook.worksheets.getItem(name);
        const used = own.getUsedRange().getBoundingRect("A1").load("values");
        await context.sync();
        return used.values as unknown[][];
      }),
    sheet,
  );

const CUSTOMERS = 120;
const orders = sampleOrders({ customers: CUSTOMERS, dirt: false });

/** What our own engine says of the same orders. */
function ownReport(): ModelReport {
  const request = requestFrom(orders);
  const inputs = defaultInputs(request.orders);
  const asOf = inputs.asOf.value;
  const customers = buildCustomers(request.orders, typeof asOf === "number" ? { asOf } : {});
  const report = reportModels(request.orders, customers, inputs, "en");
  if (report?.predictions === undefined) throw new Error("no forecast");
  return report;
}

const near = (actual: unknown, expected: number, within = 1e-9): void => {
  expect(typeof actual).toBe("number");
  expect(Math.abs((actual as number) - expected)).toBeLessThanOrEqual(
    within * Math.max(1, Math.abs(expected)),
  );
};

describe("live models in the workbench", () => {
  const open = useBrowser();
  const bench = useWorkbench(open);
  const report = ownReport();
  const { predictions } = report;

  const one = async (name: string): Promise<unknown> => (await namedValues(bench.pane, name))[0]?.[0];
  /** Waits until a named cell says so: functions of the add-in answer late. */
  const until = (name: string, says: (value: unknown) => boolean): Promise<unknown> =>
    eventually(() => one(name), says);

  it("the sheets ask the add-in's functions, which say what our own engine says", async () => {
    const { pane } = bench;
    await putSheet(
      pane,
      "My orders",
      orders.map((row) => row.map((cell) => cell ?? "")),
    );
    await pane
      .getByRole("button", { name: /^Read /i })
      .first()
      .click();
    await pane.locator("#predict").check();
    await pane.locator("#live-models").check();
    await pane.locator("#more-sheets > summary").click();
    await pane.getByRole("button", { name: "Choose all sheets" }).click();
    await makeSummary(pane);
    const isThere = (value: unknown): boolean => typeof value === "number";
    near(await until("clv_predicted_total", isThere), predictions?.total ?? NaN);
    near(await until("clv_predicted_low", isThere), predictions?.totalLow ?? NaN);
    near(await until("clv_predicted_high", isThere), predictions?.totalHigh ?? NaN);
    for (const [name, values] of [
      ["clv_customer_alive", predictions?.alive],
      ["clv_customer_expected_orders", predictions?.orders],
      ["clv_customer_expected_value", predictions?.value],
      ["clv_customer_expected_low", predictions?.valueLow],
      ["clv_customer_expected_high", predictions?.valueHigh],
    ] as const) {
      const cells = (await namedValues(pane, name)).flat();
      expect(cells).toHaveLength(CUSTOMERS);
      // Bounds of the summary come from curves over the age, those of the function from each customer.
      const within = name.endsWith("low") || name.endsWith("high") ? 1e-8 : 1e-9;
      cells.forEach((cell, customer) => near(cell, values?.[customer] ?? NaN, within));
    }
    expect(await one("clv_failed_checks")).toBe(0);
  }, 240_000);

  it("the pane says what they expect, on what it stands, and whether it earns its place", async () => {
    const text = await bench.pane.locator("#forecast").innerText();
    expect(text).toContain("Expected gross profit, all customers");
    expect(text).toContain(report.chosen?.purchases.name);
    expect(text).toMatch(/it earns its place|no better than a forecast/);
    await bench.pane.getByText("All checks pass.").first().waitFor();
  });

  it("a changed margin moves the forecast in proportion, without the pane", async () => {
    await bench.pane.evaluate(() =>
      Excel.run(async (context) => {
        context.workbook.names.getItem("clv_gross_margin").getRange().values = [[0.5]];
        await context.sync();
      }),
    );
    for (const [name, before] of [
      ["clv_predicted_total", predictions?.total],
      ["clv_predicted_low", predictions?.totalLow],
      ["clv_predicted_high", predictions?.totalHigh],
    ] as const) {
      const expected = ((before ?? NaN) * 0.5) / 0.4;
      const moved = (value: unknown): boolean =>
        typeof value === "number" && Math.abs(value / expected - 1) < 1e-6;
      near(await until(name, moved), expected);
    }
    expect(await one("clv_failed_checks")).toBe(0);
  }, 120_000);

  /** The workbook as the page's button saves it. */
  const saved = async (): Promise<Uint8Array> => {
    const { page } = bench;
    const [download] = await Promise.all([page.waitForEvent("download"), page.click("#save")]);
    return new Uint8Array(fs.readFileSync(await download.path()));
  };
  let living: Uint8Array | undefined;

  it("replaced by values, every figure stays", async () => {
    const { pane } = bench;
    living = await saved();
    const asking = (): Promise<number> =>
      pane.evaluate(() =>
        Excel.run(async (context) => {
          const range = context.workbook.worksheets.getItem("CLV Models").getUsedRange();
          range.load("formulas");
          await context.sync();
          return (range.formulas as unknown[][]).flat().filter((cell) => String(cell).startsWith("=CLV."))
            .length;
        }),
      );
    const before = await one("clv_predicted_total");
    // The customers, three columns of their forecast, the total with its bounds, and each model's fit.
    expect(await asking()).toBe(5 + report.models.length);
    await pane.getByRole("tab", { name: "Share" }).click();
    await pane.getByRole("button", { name: "Replace CLV formulas by values" }).click();
    await pane.getByText(/formulas were replaced by their values/).waitFor();
    expect(await asking()).toBe(0);
    expect(await one("clv_predicted_total")).toBe(before);
  }, 120_000);

  itWithLibreOffice(
    "then LibreOffice, which has no such functions, recalculates every sheet to the same numbers",
    async () => {
      const files = [living ?? new Uint8Array(), await saved()];
      const [before, after] = await recalculatedAll(files);
      const names = (await sheetNames(bench.pane)).filter((name) => name.startsWith("CLV"));
      expect(names.length).toBeGreaterThan(10);
      const wrong: string[] = [];
      let compared = 0;
      for (const name of names) {
        const cells = await usedCells(bench.pane, name);
        cells.forEach((row, r) =>
          row.forEach((cell, c) => {
            if (cell === "") return;
            compared++;
            const found = plainValue(cellAt(after?.get(name), r, c));
            if (!agrees(found, cell)) wrong.push(`${name} ${r},${c}: ${String(found)}, not ${String(cell)}`);
          }),
        );
      }
      expect(compared).toBeGreaterThan(10_000);
      expect(wrong.slice(0, 10)).toEqual([]);
      const unknown = (book: typeof after): unknown[] =>
        names.flatMap((name) => (book?.get(name) ?? []).flat()).filter((cell) => cell === "#NAME?");
      expect(unknown(after)).toEqual([]);
      // With the formulas the same question has another answer.
      expect(unknown(before).length).toBeGreaterThan(0);
    },
    300_000,
  );
});
