/** @jest-environment jsdom */
import { ExcelProblem } from "../../src/excel/problem";
import type { ExcelServices } from "../../src/taskpane/services";
import type { CellRows } from "../../src/orders/cells";
import { describing, fakeExcel, fakeSurroundings, fewOrders, type FakeWorkbook } from "./fakeServices";
import { choose, focusOn, paneOnPage, press, type, type PaneOnPage } from "./paneOnPage";
import { until } from "../until";

interface Opened extends PaneOnPage {
  readonly workbook: FakeWorkbook;
}

const FIGURES = { clv_customers: 12, clv_discounted: 48.91, clv_churn: 0.081, clv_failed_checks: 0 };

function open(rows: CellRows = fewOrders(), replaced: Partial<ExcelServices> = {}): Opened {
  const { excel, workbook } = fakeExcel(rows, replaced);
  Object.assign(workbook.names, FIGURES);
  return { ...paneOnPage(fakeSurroundings(excel, { focus: focusOn })), workbook };
}

const checked = ({ store }: Opened): boolean => store.get().summary.orders?.check.kind === "checked";

async function read(opened: Opened): Promise<void> {
  press(opened.root, "Read the selection");
  await until(() => checked(opened));
}

const done =
  ({ store }: Opened) =>
  (): boolean =>
    store.get().summary.run.kind === "done";

describe("the summary tab with nothing selected", () => {
  it("says how to begin", () => {
    const { root } = open();
    expect(root.textContent).toContain("Click a cell in the list of orders");
    expect(root.querySelector("#make")).toBeNull();
  });

  it("says why a selection cannot be read, and what to do", async () => {
    const opened = open(fewOrders(), {
      describeSelection: async () => {
        throw new ExcelProblem("chartSelected");
      },
    });
    press(opened.root, "Read the selection");
    await until(() => opened.root.querySelector("[role=alert]") !== null);
    const alert = opened.root.querySelector("[role=alert]")?.textContent;
    expect(alert).toContain("A chart is selected");
    expect(alert).toContain("Click a cell in your list of orders");
  });
});

describe("the summary tab with orders", () => {
  it("shows where they are, the columns, a preview and what was left out", async () => {
    const opened = open();
    await read(opened);
    const { root } = opened;
    expect(root.textContent).toContain("57 rows in Orders!A1:C57");
    expect(root.querySelector<HTMLSelectElement>("#column-customer")?.value).toBe("0");
    expect(root.querySelector<HTMLSelectElement>("#column-date")?.value).toBe("1");
    expect(root.querySelector<HTMLSelectElement>("#column-amount")?.value).toBe("2");
    // Row 2 of the sheet: C-100, day 45000 (15 March 2023), amount 20.
    expect(root.querySelector("tbody tr")?.textContent).toBe("C-10015 Mar 202320.00");
    expect(root.textContent).toContain("54 of 56 rows count");
    expect(root.textContent).toContain("2 notes on the data");
  });

  it("says that hidden rows count too, where there are some", async () => {
    const words = "Some of these rows are hidden or filtered out. They count";
    const plain = open();
    await read(plain);
    expect(plain.root.textContent).not.toContain(words);
    const opened = open(fewOrders(), {
      describeSelection: async () => ({ ...describing(fewOrders()), hasHiddenRows: true }),
    });
    await read(opened);
    expect(opened.root.textContent).toContain(words);
    expect(opened.root.textContent).toContain("54 of 56 rows count");
  });

  it("takes one to a row that was left out", async () => {
    const opened = open();
    await read(opened);
    press(opened.root, "Row 57: “soon”");
    await until(() => opened.workbook.asked.includes("goTo Orders!A57:C57"));
    expect(opened.workbook.asked).toContain("goTo Orders!A57:C57");
  });

  it("reads again when a column is corrected", async () => {
    const opened = open();
    await read(opened);
    choose("column-amount", "");
    await until(() => opened.store.get().summary.orders?.recognition.columns.amount === null);
    expect(opened.root.textContent).toContain("Choose the column with the Amount.");
    press(opened.root, "Make the summary");
    expect(opened.root.querySelector(".make-bar [role=alert]")?.textContent).toContain("One entry above");
    expect(opened.workbook.written).toHaveLength(0);
  });

  it("shows text from the orders as text", async () => {
    const rows = fewOrders().map((row, index) =>
      index === 1 ? ["<b>C-100</b>", row[1] ?? "", row[2] ?? ""] : row,
    );
    const opened = open(rows);
    await read(opened);
    expect(opened.root.querySelector("tbody b")).toBeNull();
    expect(opened.root.querySelector("tbody tr")?.textContent).toContain("<b>C-100</b>");
  });

  it("asks about the order of day and month, and keeps the question when it is answered", async () => {
    const dates = ["03/04/2023", "05/06/2023", "07/08/2023", "01/02/2024", "02/03/2024", "04/05/2024"];
    const rows = [
      ["Customer", "Date", "Amount"],
      ...dates.flatMap((date, index) => [
        [`C-${index % 3}`, date, 10 + index],
        [`D-${index % 2}`, date, 20 + index],
      ]),
    ];
    const opened = open(rows);
    await read(opened);
    expect(opened.root.textContent).toContain("is to be read?".replace("is ", ""));
    const title = (): string | null | undefined =>
      opened.root.querySelector("#ask-date-order-mdy")?.closest(".message")?.firstElementChild?.textContent;
    expect(title()).toBe("One question");
    const first = opened.root.querySelector<HTMLInputElement>("#ask-date-order-mdy");
    first?.click();
    await until(() => opened.store.get().summary.orders?.recognition.columns.dateReading.order === "mdy");
    await until(() => checked(opened));
    expect(opened.root.querySelector<HTMLInputElement>("#ask-date-order-mdy")?.checked).toBe(true);
    expect(title()).toBe("Your answers");
    expect(opened.root.querySelector("tbody tr")?.textContent).toContain("4 Mar 2023");
  });
});

describe("the assumptions", () => {
  it("show an entry as it was understood once the field is left", async () => {
    const opened = open();
    await read(opened);
    type("input-grossMargin", "0.35");
    expect(opened.root.querySelector<HTMLInputElement>("#input-grossMargin")?.value).toBe("35%");
  });

  it("say beside the field what is wrong, and keep the summary from being made", async () => {
    const opened = open();
    await read(opened);
    type("input-discountRate", "250%");
    const field = opened.root.querySelector("#input-discountRate");
    expect(field?.getAttribute("aria-invalid")).toBe("true");
    const errorId = field?.getAttribute("aria-describedby")?.split(" ")[0] ?? "";
    expect(document.getElementById(errorId)?.textContent).toBe("250% is outside the range from 0% to 100%.");
    press(opened.root, "Make the summary");
    expect(opened.workbook.written).toHaveLength(0);
    press(opened.root, "Discount rate per year");
    expect(document.activeElement).toBe(field);
  });

  it("do not let the figures stand for a day before the last order", async () => {
    const opened = open();
    await read(opened);
    type("input-asOf", "2020-01-01");
    expect(document.getElementById("input-asOf-error")?.textContent).toContain("outside the range");
  });

  it("go over into another language as they were meant", async () => {
    const opened = open();
    await read(opened);
    type("input-acquisitionCost", "12.5");
    choose("language", "pl");
    await until(() => document.documentElement.lang === "pl");
    expect(opened.root.querySelector<HTMLInputElement>("#input-acquisitionCost")?.value).toBe("12,5");
    choose("language", "fa");
    await until(() => document.documentElement.lang === "fa");
    expect(document.documentElement.dir).toBe("rtl");
    expect(opened.root.querySelector<HTMLInputElement>("#input-acquisitionCost")?.value).toBe("۱۲٫۵");
  });
});

describe("making the summary", () => {
  it("writes the sheets with what was typed, and shows the key figures", async () => {
    const opened = open();
    await read(opened);
    type("input-grossMargin", "35");
    press(opened.root, "Make the summary");
    await until(done(opened));
    expect(opened.workbook.written).toHaveLength(1);
    expect(opened.store.get().summary.last?.inputs.grossMargin).toEqual({ value: 0.35, origin: "typed" });
    expect(opened.store.get().summary.last?.source).toMatchObject({ sheet: "Orders", address: "A1:C57" });
    expect(opened.root.textContent).toContain("The summary is ready");
    expect(opened.root.textContent).toContain("All checks pass.");
    expect(opened.root.textContent).toContain("48.91");
    expect(document.activeElement?.id).toBe("result-title");
    expect(document.getElementById("announcements")?.textContent).toBe("The summary is ready");
  });

  it("says how many checks fail", async () => {
    const opened = open();
    opened.workbook.names.clv_failed_checks = 2;
    await read(opened);
    press(opened.root, "Make the summary");
    await until(done(opened));
    expect(opened.root.querySelector("[role=alert]")?.textContent).toContain("2 checks fail");
  });

  it("shows the progress, and can be cancelled", async () => {
    let stopped: () => void = () => undefined;
    const opened = open(fewOrders(), {
      writePlan: (_plan, options) =>
        new Promise((_resolve, reject) => {
          options?.onProgress?.({ phase: "writing", done: 3, total: 12 });
          stopped = () => reject(new ExcelProblem("cancelled"));
          options?.signal?.addEventListener("abort", () => stopped());
        }),
    });
    await read(opened);
    press(opened.root, "Make the summary");
    await until(() => opened.root.querySelector("progress")?.getAttribute("max") === "12");
    expect(opened.root.querySelector("progress")?.value).toBe(3);
    expect(opened.root.querySelector("label[for=run-progress]")?.textContent).toBe("Writing the sheets");
    expect(document.activeElement?.id).toBe("cancel");
    press(opened.root, "Cancel");
    await until(() => opened.store.get().summary.run.kind === "idle");
    expect(opened.root.textContent).toContain("The workbook is as it was.");
    expect(opened.store.get().summary.last).toBeUndefined();
  });

  it("says in words what Excel refused, and keeps everything typed", async () => {
    const opened = open(fewOrders(), {
      writePlan: async () => {
        throw new ExcelProblem("protectedWorkbook");
      },
    });
    await read(opened);
    type("input-grossMargin", "35");
    press(opened.root, "Make the summary");
    await until(() => opened.root.querySelector(".make-bar [role=alert]") !== null);
    expect(opened.root.querySelector("[role=alert]")?.textContent).toContain("The workbook is protected");
    expect(opened.root.querySelector<HTMLInputElement>("#input-grossMargin")?.value).toBe("35%");
  });

  it.each([
    ["orders of one day", (row: number) => [`C-${row}`, 45000, 10], "All orders are of the same day"],
    ["nothing but returns", (row: number) => [`C-${row % 3}`, 45000 + row * 9, -10], "There is no revenue"],
  ] as const)("explains %s", async (_name, rowOf, words) => {
    const rows = [["Customer", "Date", "Amount"], ...Array.from({ length: 12 }, (_, row) => [...rowOf(row)])];
    const opened = open(rows);
    await read(opened);
    press(opened.root, "Make the summary");
    await until(() => opened.root.querySelector(".make-bar [role=alert]") !== null);
    expect(opened.root.querySelector(".make-bar [role=alert]")?.textContent).toContain(words);
    expect(opened.workbook.written).toHaveLength(0);
  });

  it("refreshes in one press, with rows added since, and names what moved", async () => {
    let writings = 0;
    const opened: Opened = open(fewOrders(), {
      writePlan: async () => {
        writings++;
        return { created: [], refreshed: [], cells: 1 };
      },
    });
    await read(opened);
    press(opened.root, "Make the summary");
    await until(done(opened));
    expect(opened.root.textContent).not.toContain("What moved since the last time");
    const run = { kind: "idle" } as const;
    opened.store.set(({ summary }) => ({ summary: { ...summary, orders: undefined, run } }));
    expect(opened.root.textContent).toContain("Made on 22 Nov 2026");
    opened.workbook.rows = [...opened.workbook.rows, ["C-999", 45800, 2100]];
    press(opened.root, "Refresh");
    await until(done(opened));
    expect(writings).toBe(2);
    expect(opened.store.get().summary.last?.source.address).toBe("A1:C58");
    expect(opened.root.textContent).toMatch(/Revenue rose from 2,\d{3}\.\d\d to 4,\d{3}\.\d\d\./);
  });
});

it("says at once that it refreshes, and leaves the result where the source cannot be found", async () => {
  let answer: (problem: ExcelProblem) => void = () => undefined;
  const opened = open(fewOrders(), {
    describeSource: () => new Promise((_resolve, reject) => (answer = reject)),
  });
  const { root } = opened;
  await read(opened);
  press(root, "Make the summary");
  await until(done(opened));
  press(root, "Refresh");
  expect(root.querySelector("#run-progress")).not.toBeNull();
  expect(root.querySelector("#result-title")).toBeNull();
  await until(() => opened.store.get().summary.looking);
  answer(new ExcelProblem("sourceMissing", { sheet: "Orders" }));
  await until(() => root.querySelector("[role=alert]") !== null);
  expect(root.querySelector("#result-title")).not.toBeNull();
  expect(opened.store.get().summary.looking).toBe(false);
});

it("reads once where a column is chosen and the button pressed at once, and says that sheets are refreshed then", async () => {
  const opened = open();
  const hint = (): string => opened.root.querySelector("#make-hint")?.textContent ?? "";
  await read(opened);
  expect(hint()).toMatch(/^New sheets are added/);
  opened.root.querySelector("#column-date")?.dispatchEvent(new Event("change", { bubbles: true }));
  press(opened.root, "Make the summary");
  await until(done(opened));
  expect(opened.store.get().summary.orders?.check).toMatchObject({ result: { usedRows: 54 } });
  press(opened.root, "Change something and make it again");
  await until(() => hint() !== "");
  expect(hint()).toMatch(/^The sheets made before are refreshed/);
});

describe("the ribbon's button", () => {
  it("makes the summary at once where nothing is open", async () => {
    const opened = open();
    await expect(opened.pane.summary.makeAtOnce()).resolves.toBe(true);
    expect(opened.workbook.written).toHaveLength(1);
  });

  it("leaves a question to the person", async () => {
    const opened = open([
      ["Customer", "Date", "Amount"],
      ["A", "03/04/2023", 1],
      ["B", "05/06/2023", 2],
      ["A", "07/08/2023", 3],
    ]);
    await expect(opened.pane.summary.makeAtOnce()).resolves.toBe(false);
    expect(opened.workbook.written).toHaveLength(0);
  });
});
