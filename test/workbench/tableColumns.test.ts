/** @jest-environment jsdom */
import { startOffice } from "./officeHarness";
import type { OfficeHarness } from "./officeHarness";

/** Names of columns, and as Excel's formulas refer to them. */
const COLUMNS: readonly (readonly [name: string, reference: string])[] = [
  ["Customer", "[Customer]"],
  ["order_id", "[order_id]"],
  ["Net amount", "[Net amount]"],
  ["مبلغ", "[مبلغ]"],
  ["Amount (EUR)", "[[Amount (EUR)]]"],
  ["Net, (total", "[[Net, (total]]"],
  ["Date:time", "[[Date:time]]"],
  ["It's #1 [x] @home", "[[It''s '#1 '[x'] '@home]]"],
];

describe("structured references in the workbench", () => {
  let excel: OfficeHarness;
  const sums = (): unknown[] => excel.values("S!A10:H10")[0] ?? [];
  const run = (work: (sheet: Excel.Worksheet, table: Excel.Table) => void): Promise<void> =>
    Excel.run(async (context) => {
      work(context.workbook.worksheets.getItem("S"), context.workbook.tables.getItem("Orders_2024"));
      await context.sync();
    }).then(() => excel.calculated());

  beforeEach(async () => {
    const numbers = COLUMNS.map((_, column) => column + 1);
    excel = await startOffice({ sheets: [{ name: "S", rows: [COLUMNS.map(([name]) => name), numbers] }] });
    await Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem("S");
      sheet.tables.add("A1:H2", true).name = "Orders_2024";
      await context.sync();
      sheet.getRange("A10:H10").formulas = [COLUMNS.map(([, column]) => `=SUM(Orders_2024${column})`)];
      await context.sync();
    });
    await excel.calculated();
  });
  afterEach(() => {
    excel.stop();
  });

  it("reads every column by its name, and shows it as it was written", () => {
    expect(sums()).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
    expect(excel.formulas("S!A10:H10")).toEqual([COLUMNS.map(([, column]) => `=SUM(Orders_2024${column})`)]);
  });

  it("takes two columns in one call, texts that look like them, and names that refer to them", async () => {
    await Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem("S");
      context.workbook.names.add("net", "=Orders_2024[Net amount]");
      await context.sync();
      sheet.getRange("A12:C12").formulas = [
        [
          "=SUMPRODUCT(Orders_2024[order_id],Orders_2024[Net amount])",
          '=COUNTIFS(Orders_2024[Customer],1)&"Orders_2024[Customer]"',
          "=SUM(net)",
        ],
      ];
      await context.sync();
    });
    await excel.calculated();
    expect(excel.values("S!A12:C12")).toEqual([[6, "1Orders_2024[Customer]", 3]]);
    expect(excel.parts.names.find(({ name }) => name === "net")?.formula).toBe("=Orders_2024[Net amount]");
  });

  it("follows a table that grows, moves down and is renamed", async () => {
    excel.type("S!A3:H3", [COLUMNS.map(() => 10)]);
    await run((_, table) => table.resize("A1:H3"));
    expect(sums()).toEqual([11, 12, 13, 14, 15, 16, 17, 18]);
    await run((sheet) => sheet.getRange("1:1").insert("Down"));
    await run((_, table) => {
      table.name = "Sales";
    });
    expect(excel.values("S!A11:H11")).toEqual([[11, 12, 13, 14, 15, 16, 17, 18]]);
    expect(excel.formulas("S!E11")).toEqual([["=SUM(Sales[[Amount (EUR)]])"]]);
  });

  it("leaves the cells to the formulas where the table becomes a range again", async () => {
    await run((_, table) => table.convertToRange());
    expect(excel.formulas("S!A10")).toEqual([["=SUM(S!$A$2)"]]);
    expect(sums()).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
  });
});
