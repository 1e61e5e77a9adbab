/** Orders in several currencies: never added up unasked; one may be chosen, or each gets a rate that stays an input. */
import type { Frame } from "playwright-core";
import { makeSummary, namedValues, putSheet, sheetNames, useBrowser, useWorkbench } from "./browser";

const open = useBrowser();

type Cell = string | number;

const CURRENCIES = ["EUR", "USD", "EUR", "GBP"];
/** 60 orders of nine customers over two years. */
const ROWS: readonly (readonly Cell[])[] = Array.from({ length: 60 }, (_, i): Cell[] => [
  `Customer ${i % 9}`,
  45300 + i * 12,
  10.05 + ((i * 37) % 90),
  CURRENCIES[i % CURRENCIES.length] ?? "",
]);

/** Each amount converted and rounded to the cent, then added up; amounts without a rate are left out. */
function revenueAt(rates: Readonly<Record<string, number>>): number {
  const cents = ROWS.map(([, , amount, currency]) =>
    Math.floor(Number(amount) * (rates[String(currency)] ?? 0) * 100 + 0.5 + 1e-9),
  );
  return cents.reduce((sum, each) => sum + each, 0) / 100;
}

const one = async (pane: Frame, name: string): Promise<number> =>
  Number((await namedValues(pane, name))[0]?.[0]);
const ownSheets = async (pane: Frame): Promise<string[]> =>
  (await sheetNames(pane)).filter((name) => name.startsWith("CLV"));

async function read(pane: Frame): Promise<void> {
  await putSheet(pane, "Sales", [["Customer", "Date", "Amount", "Currency"], ...ROWS]);
  await pane
    .getByRole("button", { name: /^Read /i })
    .first()
    .click();
  await pane.getByText("The amounts are in several currencies. Which one counts?").waitFor();
}

describe("one currency is chosen", () => {
  const workbench = useWorkbench(open, "?lang=en");

  test("before the choice nothing is added up, and no sheet is made", async () => {
    const { pane } = workbench;
    await read(pane);
    await pane
      .getByRole("button", { name: /^Make the summary/ })
      .first()
      .click();
    const obstacle = pane.locator(".make-bar").getByText("Which one counts?");
    await obstacle.waitFor();
    expect(await ownSheets(pane)).toEqual([]);
    expect(await pane.locator("#result-title").count()).toBe(0);
    for (const [currency, rows] of Object.entries({ EUR: 30, USD: 15, GBP: 15 }))
      expect(await pane.locator("main").innerText()).toContain(`${currency}: ${rows} rows`);
  });

  test("then only its orders count, and the others are listed as left out", async () => {
    const { pane } = workbench;
    await pane.locator("#ask-currency-EUR").check();
    await makeSummary(pane);
    expect(await one(pane, "clv_revenue")).toBe(revenueAt({ EUR: 1 }));
    expect(await one(pane, "clv_orders")).toBe(30);
    expect((await namedValues(pane, "clv_excluded_number")).length).toBe(30);
    expect(await one(pane, "clv_failed_checks")).toBe(0);
  });
});

describe("all are converted at rates", () => {
  const workbench = useWorkbench(open, "?lang=en");
  const RATES = { EUR: 1, USD: 0.92, GBP: 1.17 };

  test("without a rate for each of them no sheet is made, and the pane says which is missing", async () => {
    const { pane } = workbench;
    await read(pane);
    await pane.locator("[id='ask-currency-*']").check();
    await pane.locator("#rate-USD").fill(String(RATES.USD));
    await pane.locator("#rate-USD").blur();
    await pane
      .getByRole("button", { name: /^Make the summary/ })
      .first()
      .click();
    await pane.getByText("Enter the rate for GBP").first().waitFor();
    expect(await ownSheets(pane)).toEqual([]);
  });

  test("with all rates every order counts, converted to the cent", async () => {
    const { pane } = workbench;
    await pane.locator("#rate-GBP").fill(String(RATES.GBP));
    await pane.locator("#rate-GBP").blur();
    await makeSummary(pane);
    expect(await one(pane, "clv_revenue")).toBe(revenueAt(RATES));
    expect(await one(pane, "clv_orders")).toBe(ROWS.length);
    expect(await one(pane, "clv_rate_usd")).toBe(RATES.USD);
    expect(await one(pane, "clv_failed_checks")).toBe(0);
  });

  test("a rate that is changed on the sheet changes the figures without the add-in", async () => {
    const { pane } = workbench;
    const equity = await one(pane, "clv_equity");
    await pane.evaluate(() =>
      Excel.run(async (context) => {
        context.workbook.names.getItem("clv_rate_usd").getRange().values = [[1.5]];
        await context.sync();
      }),
    );
    expect(await one(pane, "clv_revenue")).toBe(revenueAt({ ...RATES, USD: 1.5 }));
    expect(await one(pane, "clv_equity")).toBeGreaterThan(equity);
    expect(await one(pane, "clv_failed_checks")).toBe(0);
  });
});
