/** What the pane does to the workbook besides the summary: scenario, insertion, the ribbon's second button, hostile text. */
import type { Frame } from "playwright-core";
import {
  eventually,
  putSheet,
  selectCell,
  sheetNames,
  type,
  valuesOf,
  useBrowser,
  useWorkbench,
  WRITING_MS,
} from "./browser";

const open = useBrowser();

type Cell = string | number;

/** Presses the ribbon's second button: calls what Office.actions.associate was given, as the host does. */
const pressRibbon = (pane: Frame): Promise<boolean> =>
  pane.evaluate(
    () =>
      new Promise<boolean>((resolve, reject) => {
        const { actions } = Office as unknown as {
          actions: { _association: { mappings: Record<string, (event: object) => void> } };
        };
        const { mappings } = actions._association;
        const key = Object.keys(mappings).find((name) => name.toLowerCase() === "makesummary");
        const action = key === undefined ? undefined : mappings[key];
        if (!action) reject(new Error("no action makeSummary"));
        action?.({ completed: () => resolve(true) });
      }),
  );

describe.each([
  ["en", "CLV Scenario"],
  ["pl", "CLV Scenariusz"],
])("the scenario on its sheet, in %s", (language, sheet) => {
  const workbench = useWorkbench(open, `?lang=${language}`);

  /** 25 × 4 × 40 % ÷ (10 % + 10 %) − 20 today; 25 × 4.4 × 39 % ÷ (8 % + 10 %) − 20 with the loyalty programme. */
  const value = (order: number, orders: number, margin: number, churn: number): number =>
    (order * orders * margin) / (churn + 0.1) - 20;

  test("shows the pane's figures, calculated anew by the grid", async () => {
    const { pane } = workbench;
    await pane.locator("#tab-whatIf").click();
    const shown = await pane.locator("#panel-whatIf .figure-wide dd").allInnerTexts();
    expect(shown.map((text) => Number(text.replace(",", ".")))).toEqual([180, 218.33]);
    await pane.locator("[aria-labelledby=whatif-write-title] .button-main").click();
    await pane.locator("[aria-labelledby=whatif-write-title] .message-good").waitFor();
    expect(await sheetNames(pane)).toContain(sheet);
    const [[today], [after], [gain]] = (await valuesOf(pane, sheet, "B14:B16")) as number[][] as [
      [number],
      [number],
      [number],
    ];
    expect(today).toBeCloseTo(value(25, 4, 0.4, 0.1), 9);
    expect(after).toBeCloseTo(value(25, 4.4, 0.39, 0.08), 9);
    expect(gain).toBeCloseTo(after - today, 9);
  });

  test("follows when an input cell is changed, to the last bar of the tornado", async () => {
    const { pane } = workbench;
    await type(pane, sheet, "B5", 50);
    await type(pane, sheet, "C8", -0.05);
    const [[today], [after]] = (await eventually(
      () => valuesOf(pane, sheet, "B14:B15"),
      ([, after]) => Math.abs(Number(after?.[0]) - value(50, 4.4, 0.39, 0.05)) < 1e-9,
    )) as [[number], [number]];
    expect(today).toBeCloseTo(value(50, 4, 0.4, 0.1), 9);
    expect(after).toBeCloseTo(value(50, 4.4, 0.39, 0.05), 9);
    const bars = (await valuesOf(pane, sheet, "B20:E25")) as [number, number, number, number][];
    const wide = bars.filter(([low, high]) => Math.abs(low - value(45, 4, 0.4, 0.1)) < 1e-9 && high > low);
    expect(wide).toHaveLength(3);
    for (const [low, high, lower, higher] of bars) {
      expect(lower).toBeCloseTo(low - today, 9);
      expect(higher).toBeCloseTo(high - today, 9);
    }
  });
});

describe("a function from the list", () => {
  const workbench = useWorkbench(open, "?lang=en");
  beforeAll(async () => {
    await workbench.pane.locator("#tab-functions").click();
    await workbench.pane.locator("#function-search").fill("clv.simple");
    await workbench.pane.getByText("CLV.SIMPLE", { exact: true }).click();
  });

  const insert = (): Promise<void> =>
    workbench.pane.getByRole("button", { name: "Insert in the active cell" }).first().click();

  test("goes into the active cell with its arguments named", async () => {
    const { pane } = workbench;
    await putSheet(pane, "Mine", [["kept"]]);
    await selectCell(pane, "Mine", "C3");
    await insert();
    await pane.getByText("CLV.SIMPLE is in Mine!C3").waitFor();
    const formula = await pane.evaluate(() =>
      Excel.run(async (context) => {
        const cell = context.workbook.worksheets.getItem("Mine").getRange("C3").load("formulas");
        await context.sync();
        return cell.formulas as unknown[][];
      }),
    );
    expect(formula).toEqual([["=CLV.SIMPLE(aov, frequency, lifespan)"]]);
  });

  test("leaves a cell that holds something alone, and says so", async () => {
    const { pane } = workbench;
    await selectCell(pane, "Mine", "A1");
    await insert();
    await pane.getByText("The active cell is not empty").waitFor();
    expect(await valuesOf(pane, "Mine", "A1")).toEqual([["kept"]]);
  });

  test("is not forced on a protected sheet", async () => {
    const { pane } = workbench;
    await pane.evaluate(() =>
      Excel.run(async (context) => {
        context.workbook.worksheets.getItem("Mine").protection.protect();
        await context.sync();
      }),
    );
    await selectCell(pane, "Mine", "D9");
    await insert();
    await pane.getByText("The sheet “Mine” is protected").waitFor();
    expect(await valuesOf(pane, "Mine", "D9")).toEqual([[""]]);
  });
});

/** 24 orders of four customers over two years; every name is an attempt to be more than text. */
const HOSTILE = [
  '<img src=x onerror="document.title=1">',
  '=HYPERLINK("http://example.com","x")',
  "+cmd|' /C calc'!A0",
  "@SUM(1+1)<script>document.title=2</script>",
];
const hostileRows: (readonly Cell[])[] = [
  ["Customer", "Date", "Amount"],
  ...Array.from({ length: 24 }, (_, i): Cell[] => [`'${HOSTILE[i % 4] ?? ""}`, 45300 + i * 27, 20 + i]),
];

describe("the ribbon's second button, and hostile names", () => {
  const workbench = useWorkbench(open, "?lang=en");

  test("where a question is open it makes nothing, and the pane asks", async () => {
    const { pane } = workbench;
    await putSheet(pane, "Ambiguous", [
      ["Customer", "Date", "Amount"],
      ["A", "'03/04/2023", 10],
      ["B", "'05/06/2023", 20],
      ["A", "'07/08/2023", 30],
    ]);
    await pane.locator("#tab-share").click();
    await pressRibbon(pane);
    await pane.getByText("One question").waitFor();
    expect((await sheetNames(pane)).filter((name) => name.startsWith("CLV"))).toEqual([]);
  });

  test("where something is wrong the pane says what", async () => {
    const { pane } = workbench;
    await selectCell(pane, "Ambiguous", "H40");
    await pressRibbon(pane);
    await pane.getByRole("alert").waitFor();
    expect((await sheetNames(pane)).filter((name) => name.startsWith("CLV"))).toEqual([]);
  });

  test("otherwise it makes the summary at once; names that look like code stay text everywhere", async () => {
    const { pane, complaints } = workbench;
    const title = await pane.title();
    await putSheet(pane, "Hostile", hostileRows);
    await pressRibbon(pane);
    await pane.locator("#result-title").waitFor({ timeout: WRITING_MS });
    expect(await sheetNames(pane)).toContain("CLV Summary");
    const customers = await pane.evaluate(() =>
      Excel.run(async (context) => {
        const used = context.workbook.worksheets
          .getItem("CLV Customers")
          .getUsedRange()
          .load("formulas,values");
        await context.sync();
        return { formulas: used.formulas.flat(), values: used.values.flat() };
      }),
    );
    for (const name of HOSTILE) expect(customers.values).toContain(name);
    // Text whose formula is the text itself, less Excel's sign for text, is no formula: nothing was calculated.
    const asFormula = customers.formulas.filter(
      (text, i) => HOSTILE.includes(String(text)) && customers.values[i] !== text,
    );
    expect(asFormula).toEqual([]);
    expect(customers.values.filter((value) => String(value).startsWith("#"))).toEqual([]);
    expect(await pane.title()).toBe(title);
    expect(await pane.locator("main img, main script").count()).toBe(0);
    expect(complaints.filter((text) => text.includes("Content Security Policy"))).toEqual([]);
  });
});
