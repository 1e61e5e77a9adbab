/** A summary per group and its comparison, and the way from a row that was left out back to its source. */
import {
  activeCell,
  clickCell,
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

// Wide enough for the list of excluded rows, which stands beside the orders.
const workbench = useWorkbench(useBrowser(), "?lang=en", { viewport: { width: 2600, height: 900 } });

type Cell = string | number;

const REGIONS = ["North", "South", "East"];
/** The row, counted from 0, whose date nobody can read. */
const UNREADABLE = 30;
/** 72 orders of eleven customers in two years; some customers order in several regions. */
const ROWS: readonly (readonly Cell[])[] = Array.from({ length: 72 }, (_, i): Cell[] => [
  `Customer ${i % 11}`,
  i === UNREADABLE - 1 ? "soon" : 45300 + i * 10,
  REGIONS[(i % 7) % 3] ?? "",
  15 + ((i * 31) % 80) + 0.25,
]);
const GOOD = ROWS.filter(([, day]) => typeof day === "number");

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
const one = async (name: string): Promise<number> =>
  Number((await namedValues(workbench.pane, name))[0]?.[0]);

/** Number, group, customers, orders, revenue, share, order value, frequency, CLV as revenue, as profit, against all. */
const groupLines = (): Promise<(string | number | boolean)[][]> =>
  valuesOf(workbench.pane, "CLV Groups", `A5:K${5 + REGIONS.length}`);

test("a region column gives a sheet with the groups", async () => {
  const { pane } = workbench;
  await putSheet(pane, "Sales", [["Customer", "Date", "Region", "Amount"], ...ROWS]);
  await pane
    .getByRole("button", { name: /^Read /i })
    .first()
    .click();
  await pane.locator("#more-sheets > summary").click();
  await pane.locator("#sheet-groups").check();
  await makeSummary(pane);
  expect((await groupLines()).map(([, group]) => group)).toEqual([...REGIONS, "All groups"]);
  expect(await one("clv_failed_checks")).toBe(0);
});

test("each group's figures are what a plain count of the rows gives", async () => {
  const start = await one("clv_period_start");
  const lines = await groupLines();
  for (const region of REGIONS) {
    const line = lines.find(([, group]) => group === region) ?? [];
    const own = GOOD.filter(([, , group]) => group === region);
    const inPeriod = own.filter(([, day]) => Number(day) >= start);
    const money = (rows: typeof GOOD): number => sum(rows.map(([, , , amount]) => Number(amount)));
    expect(inPeriod.length).toBeGreaterThan(3);
    expect(line.slice(2, 5)).toEqual([
      new Set(inPeriod.map(([customer]) => customer)).size,
      own.length,
      money(own),
    ]);
    expect(line[6]).toBeCloseTo(money(inPeriod) / inPeriod.length, 9);
  }
});

test("the groups add up to the whole, and each is compared with it", async () => {
  const lines = await groupLines();
  const groups = lines.slice(0, -1);
  const column = (at: number): number[] => groups.map((line) => Number(line[at]));
  const total = lines.at(-1) ?? [];
  expect(sum(column(3))).toBe(GOOD.length);
  expect(sum(column(4))).toBeCloseTo(await one("clv_revenue"), 9);
  expect(total[4]).toBeCloseTo(sum(column(4)), 9);
  expect(sum(column(5))).toBeCloseTo(1, 12);
  const whole = await one("clv_simple_profit");
  for (const line of groups) expect(line[10]).toBeCloseTo(Number(line[9]) / whole, 12);
  expect(new Set(column(10)).size).toBe(REGIONS.length);
});

test("a changed region moves its order, and one that the sheet does not have turns checks red", async () => {
  const { pane } = workbench;
  const orders = async (): Promise<number[]> =>
    (await groupLines()).slice(0, -1).map(([, , , count]) => Number(count));
  const before = await orders();
  const [[, , own = ""] = []] = ROWS;
  const other = REGIONS.find((region) => region !== own) ?? "";
  const moved = before.map((count, at) => count + (REGIONS[at] === other ? 1 : REGIONS[at] === own ? -1 : 0));
  await type(pane, "Sales", "C2", other);
  expect(await eventually(orders, (found) => String(found) === String(moved))).toEqual(moved);
  expect(await one("clv_failed_checks")).toBe(0);
  await type(pane, "Sales", "C2", "West");
  expect(
    await eventually(
      () => one("clv_failed_checks"),
      (failed) => failed === 2,
    ),
  ).toBe(2);
  await type(pane, "Sales", "C2", own);
  expect(
    await eventually(
      () => one("clv_failed_checks"),
      (failed) => failed === 0,
    ),
  ).toBe(0);
  expect(await orders()).toEqual(before);
});

test("a date that is mended in a row that was left out turns a check red", async () => {
  const { pane } = workbench;
  await type(pane, "Sales", `B${UNREADABLE + 1}`, "sooner");
  expect(
    await eventually(
      () => one("clv_failed_checks"),
      (failed) => failed === 1,
    ),
  ).toBe(1);
  await type(pane, "Sales", `B${UNREADABLE + 1}`, "soon");
  expect(
    await eventually(
      () => one("clv_failed_checks"),
      (failed) => failed === 0,
    ),
  ).toBe(0);
});

test("a click on the number of a row that was left out selects that row in the source", async () => {
  const { pane, page } = workbench;
  await selectCell(pane, "CLV Orders", "A1");
  await page.waitForTimeout(500);
  const [headings = []] = await valuesOf(pane, "CLV Orders", "A4:Z4");
  const reason = headings.findIndex((heading) => heading === "Why");
  const [line = []] = await valuesOf(pane, "CLV Orders", "A5:Z5");
  expect(line[reason - 1]).toBe(UNREADABLE + 1);
  expect(line[reason]).toMatch(/date/i);
  await clickCell(page, 4, reason - 1);
  const target = `Sales ${UNREADABLE},0`;
  expect(
    await eventually(
      () => activeCell(page),
      (place) => place === target,
    ),
  ).toBe(target);
});
