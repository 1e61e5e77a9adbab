/**
 * CDNOW from raw orders to a predicted total, as a user does it: the orders of the papers' first 39 weeks opened as a
 * file, read, forecast at one press.
 */
import { fitTransactions } from "../../src/models/buyTillYouDie/fitTransactions";
import { forecastCustomers } from "../../src/models/forecasts/forecastCustomers";
import { mbgNbd } from "../../src/models/buyTillYouDie/mbgNbd";
import { Refusal } from "../../src/numerics/refusal";
import { UNITS_PER_YEAR } from "../../src/numerics/timeUnit";
import {
  cdnowLinesUntil,
  hasReference,
  itWithReference,
  readCdnow,
  readGolden,
} from "../models/referenceData";
import { makeSummary, namedValues, openFile, useBrowser, useWorkbench, valuesOf } from "./browser";

/** The names on the sheet, and the same models in the golden file. */
const MODELS = {
  "BG/NBD": "BGNBD",
  "MBG/NBD": "MBGNBD",
  "Pareto/NBD": "PARETO",
  "Gamma-Gamma": "GAMMAGAMMA",
} as const;

describe("CDNOW in the workbench", () => {
  const open = useBrowser();
  if (!hasReference) {
    itWithReference("from raw orders to a predicted total", () => undefined);
    return;
  }
  const bench = useWorkbench(open, "?empty");
  const golden = readGolden();
  const { x, tx, age } = readCdnow();

  const sheet = (): Promise<unknown[][]> => valuesOf(bench.pane, "CLV Models", "A1:H110");
  const column = async (name: string): Promise<number[]> =>
    (await namedValues(bench.pane, name)).flat().map(Number);
  const one = async (name: string): Promise<number> => (await column(name))[0] ?? NaN;

  beforeAll(async () => {
    const { page, pane } = bench;
    await openFile(page, "cdnow.csv", cdnowLinesUntil("1997-09-30"));
    await pane.getByRole("button", { name: /^Read /i }).click();
    await pane.locator("#predict").check();
    await pane.getByText("More inputs").click();
    await pane.locator("#input-horizon").fill("1");
    await makeSummary(pane);
  }, 240_000);

  it("the sheet fits what the reference fits, to its digits", async () => {
    const cells = await sheet();
    for (const [name, key] of Object.entries(MODELS)) {
      const { params, ll, se } = golden[key].reference;
      const rows = cells.filter(([model]) => model === name);
      expect(rows[0]?.[1]).toBe(key === "GAMMAGAMMA" ? 946 : 2357);
      expect(rows[0]?.[2]).toBeCloseTo(ll, 6);
      const fitted = rows.slice(1).filter((row) => typeof row[3] === "number" && typeof row[1] === "string");
      expect(fitted).toHaveLength(params.length);
      fitted.forEach((row, place) => {
        expect(Number(row[2]) / (params[place] ?? NaN)).toBeCloseTo(1, 6);
        expect(Math.abs(Number(row[3]) / (se[place] ?? NaN) - 1)).toBeLessThan(0.01);
      });
    }
  });

  it("every customer's forecast is the model's, and the total lies within its interval", async () => {
    const fit = fitTransactions(mbgNbd, { x, tx, age });
    if (fit instanceof Refusal) throw fit;
    const own = forecastCustomers(mbgNbd, fit, { x, tx, age }, { horizon: UNITS_PER_YEAR.week });
    if (own instanceof Refusal) throw own;
    const [alive, orders] = [
      await column("clv_customer_alive"),
      await column("clv_customer_expected_orders"),
    ];
    expect(alive).toHaveLength(2357);
    alive.forEach((value, customer) => expect(value).toBeCloseTo(own.alive.estimate[customer] ?? NaN, 9));
    orders.forEach((value, customer) => expect(value).toBeCloseTo(own.orders.estimate[customer] ?? NaN, 9));
    for (const { customer, palive } of golden.MBGNBD.predictions) {
      expect(alive[(customer ?? NaN) - 1]).toBeCloseTo(palive ?? NaN, 6);
    }
    const values = await column("clv_customer_expected_value");
    const total = await one("clv_predicted_total");
    expect(total).toBeCloseTo(
      values.reduce((sum, value) => sum + value, 0),
      6,
    );
    expect(await one("clv_predicted_low")).toBeLessThan(total);
    expect(await one("clv_predicted_high")).toBeGreaterThan(total);
    expect(await one("clv_failed_checks")).toBe(0);
  });

  it("repeat orders are tracked to the last day, beyond the part that the model was fitted to", async () => {
    const cells = await sheet();
    const start = cells.findIndex(([day, actual, expected]) =>
      [day, actual, expected].every((cell) => typeof cell === "number"),
    );
    const points = cells.slice(start).filter(([day]) => typeof day === "number");
    const [day, actual, expected] = points.at(-1) ?? [];
    // 1997-09-30, and the papers' number of repeat orders until then.
    expect(day).toBe(35703);
    expect(actual).toBe(x.reduce((sum, orders) => sum + orders, 0));
    expect(Math.abs(Number(expected) / Number(actual) - 1)).toBeLessThan(0.1);
    const charts = await bench.pane.evaluate(() =>
      Excel.run(async (context) => {
        const { charts } = context.workbook.worksheets.getItem("CLV Models");
        charts.load("items/name");
        await context.sync();
        return charts.items.map(({ name }) => name);
      }),
    );
    expect(charts).toContain("clv_chart_tracking");
  });

  it("the pane says the total, its range and the error on the past", async () => {
    const text = await bench.pane.locator("#forecast").innerText();
    const total = Math.round(await one("clv_predicted_total")).toLocaleString("en");
    expect(text).toContain(total);
    expect(text).toContain("MBG/NBD");
    await bench.page.screenshot({ path: "test-output/pictures/cdnow.png" });
  });
});
