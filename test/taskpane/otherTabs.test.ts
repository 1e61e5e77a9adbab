/** @jest-environment jsdom */
import { ExcelProblem } from "../../src/excel/problem";
import type { ExcelServices, Surroundings } from "../../src/taskpane/services";
import { catalogueOf } from "../../src/taskpane/functions/catalogue";
import { isDark } from "../../src/taskpane/shell/theme";
import type { Tab } from "../../src/taskpane/state";
import { fakeExcel, fakeSurroundings, fewOrders, type FakeWorkbook } from "./fakeServices";
import { focusOn, paneOnPage, press, says, type } from "./paneOnPage";
import { until } from "../until";

const CATALOGUE = catalogueOf([
  {
    id: "SIMPLE",
    name: "CLV.SIMPLE",
    theme: "base",
    summary: "Order value × frequency × lifespan.",
    formula: "aov × frequency × lifespan − cost",
    parameters: [
      { name: "aov", description: "Order value", optional: false },
      { name: "frequency", description: "Orders per period", optional: false },
      { name: "lifespan", description: "Periods", optional: false },
      { name: "cost", description: "Cost", optional: true },
    ],
    example: { formula: "=CLV.SIMPLE(25, 4, 10)", result: "1000" },
    source: "",
  },
]);

function open(
  tab: Tab,
  replaced: Partial<ExcelServices> = {},
  around: Partial<Surroundings> = {},
): { root: HTMLElement; workbook: FakeWorkbook } {
  const { excel, workbook } = fakeExcel(fewOrders(), replaced);
  const catalogue = { locale: "en", entries: CATALOGUE } as const;
  const { root } = paneOnPage(fakeSurroundings(excel, { focus: focusOn, ...around }), { catalogue });
  root.querySelector<HTMLElement>(`#tab-${tab}`)?.click();
  return { root, workbook };
}

test("the language stays as it is, with a message, where the other one's file cannot be loaded", async () => {
  const { root } = open("summary", {}, { loadLanguage: () => Promise.reject(new Error("off-line")) });
  const field = root.querySelector<HTMLSelectElement>("#language");
  if (!field) throw new Error("no list of languages");
  field.value = "pl";
  field.dispatchEvent(new Event("change"));
  await until(() => root.querySelector("[role=alert]") !== null);
  expect(root.querySelector("[role=alert]")?.textContent).toContain("Polski");
  expect(document.documentElement.lang).toBe("en");
  expect(field.value).toBe("en");
});

describe("the tabs", () => {
  const key = (root: HTMLElement, tab: Tab, name: string): void => {
    root
      .querySelector(`#tab-${tab}`)
      ?.dispatchEvent(new KeyboardEvent("keydown", { key: name, bubbles: true }));
  };

  it("are moved through with the arrow keys, in the direction of the writing", () => {
    const { root } = open("summary");
    key(root, "summary", "ArrowRight");
    expect(document.activeElement?.id).toBe("tab-whatIf");
    expect(root.querySelector("[role=tabpanel]")?.id).toBe("panel-whatIf");
    key(root, "whatIf", "End");
    expect(document.activeElement?.id).toBe("tab-share");
    document.documentElement.dir = "rtl";
    key(root, "share", "ArrowRight");
    expect(document.activeElement?.id).toBe("tab-functions");
  });

  it("have one stop for the Tab key", () => {
    const { root } = open("functions");
    expect(root.querySelectorAll("[role=tab][tabindex='0']")).toHaveLength(1);
    expect(root.querySelectorAll("[role=tab][tabindex='-1']")).toHaveLength(3);
  });
});

describe("the what-if tab", () => {
  it("values the founding example: 25 × 4 × 40 % ÷ 10 % is 400", () => {
    const { root } = open("whatIf");
    type("whatif-discount", "0");
    type("whatif-acquisitionCost", "0");
    expect(root.querySelector("#panel-whatIf .figure dd")?.textContent).toBe("400.00");
  });

  it.each([
    [
      "nobody leaves and nothing is discounted",
      { churn: "0", discount: "0" },
      "There is no value to work with",
    ],
    ["more than all customers leave", { churn: "120%" }, "120% is outside the range from 0% to 100%."],
    ["a field is blank", { margin: "" }, "This is needed."],
    ["a field holds text", { frequency: "often" }, "“often” is not a number."],
  ])("where %s, says so instead of showing a value", (_what, entries, words) => {
    const { root } = open("whatIf");
    for (const [key, text] of Object.entries(entries)) type(`whatif-${key}`, text);
    expect(root.textContent).toContain(words);
    expect(root.querySelector(".figure-wide")).toBeNull();
    expect(root.querySelector(".tornado")).toBeNull();
  });

  it("with a margin of 0 loses what acquiring the customer cost", () => {
    const { root } = open("whatIf");
    type("whatif-margin", "0");
    expect(root.querySelector(".figure-wide dd")?.textContent).toBe("-20.00");
  });

  it("says so where a change leaves no value to work with", () => {
    const { root } = open("whatIf");
    type("whatif-discount", "0");
    type("whatif-change-churn", "-10");
    expect(root.querySelector("#whatif-worth-title")?.parentElement?.textContent).toContain(
      "retention must be below 1 + discount",
    );
  });

  it("shows what a change is worth, per customer and for all", () => {
    const { root } = open("whatIf");
    type("whatif-discount", "0");
    type("whatif-acquisitionCost", "0");
    for (const lever of ["frequency", "margin", "churn"]) type(`whatif-change-${lever}`, "");
    expect(root.textContent).toContain("Set a change above");
    type("whatif-change-orderValue", "10");
    // 10 % on 400 is 40; 1,000 customers.
    expect(root.textContent).toContain("+40.00");
    expect(root.textContent).toContain("+40,000");
  });

  it("says what each bar of the tornado shows to a screen reader", () => {
    const { root } = open("whatIf");
    const heard = [...root.querySelectorAll(".tornado .heard-only")].map((line) => line.textContent);
    expect(heard).toContain("Order value: 160.00 when 10% lower, 200.00 when 10% higher");
    const bar = root.querySelector<HTMLElement>(".tornado .bar-up");
    expect(Number(bar?.style.getPropertyValue("--share"))).toBe(1);
  });

  it("calculates replace-or-retain and a save offer as the functions do", () => {
    const { root } = open("whatIf");
    // CLV.REPLACEORRETAIN(500, 80, 600, 150): −30; CLV.SAVEOFFER(396, .45, .15, 75): 85.05; CLV.MAXOFFER: 264.
    expect(root.textContent).toContain("a new customer returns 30.00 more");
    expect(root.textContent).toContain("The offer returns 85.05 per customer contacted.");
    expect(root.textContent).toContain("Up to 264.00 per customer");
  });

  it("writes the scenario as a sheet of formulas, and not with an entry it cannot read", async () => {
    const { root, workbook } = open("whatIf");
    press(root, "Write the scenario to a sheet");
    await says(root, "The scenario is on the sheet “CLV Scenario”.");
    expect(workbook.written).toHaveLength(1);
    type("whatif-margin", "forty");
    press(root, "Write the scenario to a sheet");
    // A turn is all that the fake workbook takes to write.
    await new Promise((resolve) => setTimeout(resolve));
    expect(workbook.written).toHaveLength(1);
  });
});

describe("the functions tab", () => {
  it("inserts a function with its arguments named, and says where it is", async () => {
    const { root, workbook } = open("functions");
    press(root, "Insert in the active cell");
    await says(root, "CLV.SIMPLE is in Sheet1!C3.");
    expect(workbook.asked).toContain("insert =CLV.SIMPLE(aov, frequency, lifespan)");
  });

  it("says why a function was not inserted, beside it", async () => {
    const { root } = open("functions", {
      insertFormula: async () => {
        throw new ExcelProblem("cellNotEmpty");
      },
    });
    press(root, "Insert in the active cell");
    await until(() => root.querySelector("[role=alert]") !== null);
    expect(root.querySelector("details [role=alert]")?.textContent).toContain("The active cell is not empty");
  });

  it("says when nothing is found, and offers the way back", () => {
    const { root } = open("functions");
    type("function-search", "zebra");
    expect(root.textContent).toContain("No function fits “zebra”.");
    press(root, "Clear the search");
    expect(root.textContent).toContain("CLV.SIMPLE");
  });
});

describe("the share tab", () => {
  it("counts the formulas, replaces them, and offers to bring them back", async () => {
    let frozen = 0;
    const visited: string[] = [];
    const { root } = open("share", {
      countClvFormulas: async () => ({ live: 3 - frozen, frozen }),
      freezeFormulas: async () => {
        frozen = 3;
        return { changed: 3, sheets: 1 };
      },
      restoreFormulas: async () => {
        frozen = 0;
        const left = [
          { sheet: "My sheet", address: "B2", formulas: 1, why: "changed" },
          { sheet: "Two", address: "C1:C4", formulas: 4, why: "lost" },
        ] as const;
        return { restored: 2, left, gone: 1 };
      },
      goTo: async (sheet, address) => void visited.push(`${sheet} ${address}`),
    });
    await says(root, "3 CLV formulas in this workbook.");
    press(root, "Replace CLV formulas by values");
    await says(root, "3 formulas were replaced by their values.");
    press(root, "Bring the formulas back");
    await says(root, "2 formulas are back.");
    expect(root.textContent).toContain("One cell holds something else by now");
    expect(root.textContent).toContain("4 formulas refer to cells that were deleted");
    expect(root.textContent).toContain("The cell of one formula was deleted; nothing is kept of it.");
    press(root, "'My sheet'!B2");
    press(root, "Two!C1:C4");
    await until(() => visited.length === 2);
    expect(visited).toEqual(["My sheet B2", "Two C1:C4"]);
  });
});

describe("isDark", () => {
  it("goes by Excel's own body colour", () => {
    expect(isDark({ bodyBackgroundColor: "#262626" })).toBe(true);
    expect(isDark({ bodyBackgroundColor: "#FFFFFF" })).toBe(false);
    expect(isDark({ bodyBackgroundColor: "" })).toBeUndefined();
  });
});
