/** The product as a newcomer meets it: sample orders selected with the mouse, one button, figures that are true. */
import fs from "node:fs";
import { sampleOrders } from "../../src/orders/sample/sampleOrders";
import { makeSummary, sheetNames, type, valuesOf, useBrowser, useWorkbench } from "./browser";

const PICTURES = "test-output/pictures";
const workbench = useWorkbench(useBrowser());

beforeAll(() => {
  fs.mkdirSync(PICTURES, { recursive: true });
});

interface Expected {
  readonly customers: number;
  readonly orders: number;
  readonly revenue: number;
}

/**
 * What the sample orders hold, counted here in another way than the product's: plain maps over the raw rows, by the
 * rules that the README states.
 */
function countSample(): Expected {
  const [, ...rows] = sampleOrders();
  const seen = new Set<string>();
  const customers = new Set<string>();
  let orders = 0;
  let cents = 0;
  for (const [id, customer, date, , amount] of rows) {
    const name = String(customer ?? "").trim();
    const dated = typeof date === "number" || /^\d{4}-\d\d-\d\d/.test(String(date));
    const money = /^-?\d+(\.\d+)?$/.test(String(amount)) ? Number(amount) : NaN;
    if (!name || !dated || Number.isNaN(money)) continue;
    const key = [id, name.toLowerCase(), date, money].join("|");
    if (seen.has(key)) continue;
    seen.add(key);
    customers.add(name.toLowerCase());
    if (money >= 0) orders++;
    cents += Math.round(money * 100);
  }
  return { customers: customers.size, orders, revenue: cents / 100 };
}

/** The key figures as the sheet shows them, by their labels. */
async function keyFigures(): Promise<Map<string, number | string>> {
  const cells = await valuesOf(workbench.pane, "CLV Summary", "A1:B60");
  return new Map(cells.map(([label, value]) => [String(label), value as number | string]));
}

/** The cell of an input on the summary sheet: the next that holds something beside its label. */
async function inputCell(label: string): Promise<string> {
  const cells = await valuesOf(workbench.pane, "CLV Summary", "A1:P60");
  for (const [row, line] of cells.entries()) {
    const column = line.findIndex((cell) => cell === label);
    const value = line.findIndex((cell, at) => at > column && cell !== "");
    if (column > 2 && value > 0) return `${String.fromCharCode(65 + value)}${row + 1}`;
  }
  throw new Error(`the sheet has no input ${label}`);
}

describe("from sample orders to the summary", () => {
  const expected = countSample();

  test("the orders are selected with the mouse, and the pane says what it recognised", async () => {
    const { page, pane } = workbench;
    const headers = { a: { x: 92, y: 122 }, e: { x: 480, y: 122 } };
    await page.mouse.move(headers.a.x, headers.a.y);
    await page.mouse.down();
    await page.mouse.move(headers.e.x, headers.e.y, { steps: 8 });
    await page.mouse.up();
    await pane.getByText(/3,52\d rows in/).waitFor();
    await pane.getByText(`${expected.customers} customers`).first().waitFor();
    expect(await pane.getByLabel("Customer").first().inputValue()).toBeTruthy();
  });

  test("one press makes the sheets, and their figures equal an independent count", async () => {
    const orders = await valuesOf(workbench.pane, "Orders", "A1:E3600");
    await makeSummary(workbench.pane);
    expect(await sheetNames(workbench.pane)).toEqual(
      expect.arrayContaining(["Orders", "CLV Summary", "CLV Customers", "CLV Orders"]),
    );
    const figures = await keyFigures();
    expect(figures.get("Customers")).toBe(expected.customers);
    expect(figures.get("Orders")).toBe(expected.orders);
    expect(figures.get("Revenue")).toBeCloseTo(expected.revenue, 2);
    await workbench.page.screenshot({ path: `${PICTURES}/summary.png` });
    // The user's own sheet is as it was.
    expect(await valuesOf(workbench.pane, "Orders", "A1:E3600")).toEqual(orders);
  });

  test("both founding formulas follow from the figures above them", async () => {
    const figures = await keyFigures();
    const number = (label: string): number => Number(figures.get(label));
    const perYear = number("Average order value") * number("Orders per customer");
    expect(number("CLV, simple")).toBeCloseTo(perYear * number("Expected lifespan"), 6);
    expect(number("CLV, by churn")).toBeCloseTo(perYear / number("Churn"), 6);
  });

  test("every check on the sheet passes", async () => {
    const cells = await valuesOf(workbench.pane, "CLV Summary", "A1:A4");
    expect(cells.flat().join(" ")).toMatch(/all \d* ?checks pass/i);
  });

  test("an input that is changed on the sheet changes the result without the add-in", async () => {
    const before = Number((await keyFigures()).get("CLV, discounted profit"));
    const cell = await inputCell("Gross margin");
    await type(workbench.pane, "CLV Summary", cell, 0.5);
    const after = Number((await keyFigures()).get("CLV, discounted profit"));
    // 40 % became 50 %, and there are no other costs: a quarter more.
    expect(after / before).toBeCloseTo(1.25, 9);
    await type(workbench.pane, "CLV Summary", cell, 0.4);
  });

  test("a second run refreshes the same sheets", async () => {
    const names = await sheetNames(workbench.pane);
    await workbench.pane.getByRole("button", { name: /make it again/i }).click();
    await makeSummary(workbench.pane);
    expect(await sheetNames(workbench.pane)).toEqual(names);
    expect((await keyFigures()).get("Customers")).toBe(expected.customers);
  });

  test("=CLV.SIMPLE(25,4,10) typed in a cell is 1000", async () => {
    await type(workbench.pane, "Orders", "H2", "=CLV.SIMPLE(25,4,10)");
    expect(await valuesOf(workbench.pane, "Orders", "H2")).toEqual([[1000]]);
  });

  test("nothing left the page after it was loaded, and its security policy was not violated", () => {
    expect(workbench.requests).toEqual({ afterLoad: [], outside: [] });
    expect(workbench.complaints).toEqual([]);
  });
});
