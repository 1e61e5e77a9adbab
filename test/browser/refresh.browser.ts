/** Orders are added and the summary is refreshed in one press: the history, what moved in words, what was typed. */
import {
  eventually,
  makeSummary,
  namedValues,
  putSheet,
  selectCell,
  type,
  useBrowser,
  useWorkbench,
  valuesOf,
} from "./browser";

const workbench = useWorkbench(useBrowser(), "?lang=en");

type Cell = string | number;

const ROWS = 60;
/** Orders of nine customers over two years; every amount is 20, and from the added ones on 50. */
const rowAt = (i: number): Cell[] => [`Customer ${i % 9}`, 45300 + i * 12, i < ROWS ? 20 : 50];
const ADDED = 24;

const one = async (name: string): Promise<Cell> => (await namedValues(workbench.pane, name))[0]?.[0] as Cell;

/** The lines of the history sheet below its headings, without empty cells at their ends. */
async function history(): Promise<{ headings: string[]; lines: Cell[][] }> {
  const [headings = [], ...lines] = await valuesOf(workbench.pane, "CLV History", "A4:M30");
  return { headings: headings.map(String), lines: lines as Cell[][] };
}

test("the first summary has a history of one line, with nothing to compare it with", async () => {
  const { pane } = workbench;
  await putSheet(pane, "Sales", [
    ["Customer", "Date", "Amount"],
    ...Array.from({ length: ROWS }, (_, i) => rowAt(i)),
  ]);
  await pane
    .getByRole("button", { name: /^Read /i })
    .first()
    .click();
  await pane.locator("#more-sheets > summary").click();
  await pane.locator("#sheet-history").check();
  await pane.locator("#sheet-segments").check();
  await pane.locator("#sheet-planning").check();
  await makeSummary(pane);
  expect(await pane.locator("main").innerText()).toContain("All checks pass");
  const { headings, lines } = await history();
  expect(lines[0]?.[headings.indexOf("Revenue")]).toBe(ROWS * 20);
  expect(lines[1]?.slice(1).every((cell) => cell === "")).toBe(true);
  expect(lines.flat().join(" ")).toContain("nothing to compare with yet");
});

test("orders below the range fail a check until the summary is refreshed", async () => {
  const { pane } = workbench;
  for (let i = ROWS; i < ROWS + ADDED; i++) {
    const [customer = "", day = 0, amount = 0] = rowAt(i);
    await type(pane, "Sales", `A${i + 2}`, customer);
    await type(pane, "Sales", `B${i + 2}`, day);
    await type(pane, "Sales", `C${i + 2}`, amount);
  }
  expect(await one("clv_failed_checks")).toBe(1);
  expect(await one("clv_orders")).toBe(ROWS);
  // The pane says what the sheet says, unasked.
  await pane.locator("main").getByText("One check fails").waitFor();
  expect(await pane.locator("main").innerText()).not.toContain("All checks pass");
});

test("one press takes them in, adds a line to the history and names what moved, in the pane and on the sheet", async () => {
  const { pane } = workbench;
  await pane.locator("#refresh").click();
  await pane.getByText("What moved since the last time").waitFor();
  expect(await one("clv_orders")).toBe(ROWS + ADDED);
  expect(await one("clv_revenue")).toBe(ROWS * 20 + ADDED * 50);
  expect(await one("clv_failed_checks")).toBe(0);
  const { headings, lines } = await history();
  const revenue = headings.indexOf("Revenue");
  expect(lines.slice(0, 2).map((line) => line[revenue])).toEqual([ROWS * 20, ROWS * 20 + ADDED * 50]);
  const moved = "Revenue rose from 1,200.00 to 2,400.00";
  expect(lines.flat().join(" ")).toContain(moved);
  const text = await pane.locator("main").innerText();
  expect(text).toContain("What moved since the last time");
  expect(text).toContain(moved);
  // Nine customers before and after: no move.
  expect(text).not.toMatch(/Customers (rose|fell)/);
  const charts = await pane.evaluate(() =>
    Excel.run(async (context) => {
      const own = context.workbook.worksheets.getItem("CLV History").charts.load("items/name");
      await context.sync();
      return own.items.map(({ name }) => name);
    }),
  );
  expect(charts).toHaveLength(1);
});

/** The cells of a name: sheet and address of the first. */
const cellOf = (name: string): Promise<{ sheet: string; address: string }> =>
  workbench.pane.evaluate(
    (wanted) =>
      Excel.run(async (context) => {
        const cell = context.workbook.names.getItem(wanted).getRange().getCell(0, 0);
        cell.load("address");
        cell.worksheet.load("name");
        await context.sync();
        return { sheet: cell.worksheet.name, address: cell.address.replace(/^.*!/, "") };
      }),
    name,
  );

test("what was typed on the sheets of segments and of plans stands after a refresh", async () => {
  const { pane } = workbench;
  const typed = { clv_segment_recency_low: 3, clv_segment_names: "Our best", clv_joiners: 2.5 };
  for (const [name, value] of Object.entries(typed)) {
    const { sheet, address } = await cellOf(name);
    expect(await one(name)).not.toBe(value);
    await type(pane, sheet, address, value);
  }
  const segments = await cellOf("clv_segment_names");
  const line = Number(segments.address.replace(/\D/g, ""));
  const origins = await eventually(
    () => valuesOf(pane, segments.sheet, `Q${line}:Q${line + 1}`),
    ([first]) => first?.[0] !== "",
  );
  expect(origins).toEqual([["you typed"], [""]]);
  await type(pane, "Sales", `A${ROWS + ADDED + 2}`, "Customer 3");
  await type(pane, "Sales", `B${ROWS + ADDED + 2}`, 46_300);
  await type(pane, "Sales", `C${ROWS + ADDED + 2}`, 50);
  await pane.locator("#refresh").click();
  await eventually(
    () => one("clv_orders"),
    (orders) => orders === ROWS + ADDED + 1,
  );
  await pane.getByRole("heading", { name: "The summary is ready" }).waitFor();
  for (const [name, value] of Object.entries(typed)) expect(await one(name)).toBe(value);
  const { sheet, address } = await cellOf("clv_joiners");
  const row = address.replace(/\D/g, "");
  expect((await valuesOf(pane, sheet, `A${row}:H${row}`))[0]).toContain("you typed");
});

test("back from the result, orders added since are there, and a cell selected elsewhere is offered", async () => {
  const { pane } = workbench;
  const last = ROWS + ADDED + 3;
  await type(pane, "Sales", `A${last}`, "Customer 4");
  await type(pane, "Sales", `B${last}`, 46_301);
  await type(pane, "Sales", `C${last}`, 50);
  await selectCell(pane, "CLV Summary", "B3");
  await pane.getByRole("button", { name: "Change something and make it again" }).click();
  const orders = pane.locator("section[aria-labelledby=step-orders-title]");
  await orders.getByText(`Sales!A1:C${last}`).waitFor();
  await orders.getByRole("button", { name: /CLV Summary.*B3/ }).waitFor();
  await makeSummary(pane);
  expect(await one("clv_orders")).toBe(ROWS + ADDED + 2);
  expect(await one("clv_joiners")).toBe(2.5);
});
