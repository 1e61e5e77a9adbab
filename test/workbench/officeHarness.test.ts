/** @jest-environment jsdom */
import { startOffice } from "./officeHarness";
import type { OfficeHarness } from "./officeHarness";
import { until } from "../until";

describe("add-in code against the real office.js", () => {
  let excel: OfficeHarness;

  beforeEach(async () => {
    excel = await startOffice({
      sheets: [
        {
          name: "Orders",
          rows: [
            ["Customer", "Amount"],
            ["Ada", 12],
            ["Bob", 30],
            ["Ada", 8],
          ],
        },
      ],
    });
  });
  afterEach(() => excel.stop());

  it("reads the selection through proxies, load and sync", async () => {
    excel.select("Orders!A1:B3");
    const read = await Excel.run(async (context) => {
      const range = context.workbook.getSelectedRange();
      range.load(["address", "values", "rowCount"]);
      await context.sync();
      return [range.address, range.values, range.rowCount];
    });
    expect(read).toEqual([
      "Orders!A1:B3",
      [
        ["Customer", "Amount"],
        ["Ada", 12],
        ["Bob", 30],
      ],
      3,
    ]);
  });

  it("writes values, formulas, formats, a name and a table, and the formulas calculate", async () => {
    const back = await Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.add("CLV");
      sheet.getRange("A1:B3").values = [
        ["Customer", "Revenue"],
        ["Ada", ""],
        ["Bob", ""],
      ];
      context.workbook.names.add("clv_rate", sheet.getRange("D1"));
      sheet.getRange("D1").values = [[0.5]];
      sheet.getRange("B2:B3").formulas = [
        ["=SUMIFS(Orders!B2:B4,Orders!A2:A4,A2)"],
        ["=SUMIFS(Orders!B2:B4,Orders!A2:A4,A3)*clv_rate"],
      ];
      const table = sheet.tables.add("A1:B3", true);
      table.name = "Customers";
      sheet.getRange("E1").formulas = [["=SUM(Customers[Revenue])"]];
      sheet.getRange("A1:B1").format.font.bold = true;
      sheet.getRange("B2:B3").numberFormat = [["#,##0.00"], ["#,##0.00"]];
      await context.sync();
      const cells = sheet.getRange("A1:E3").load(["values", "text"]);
      const head = sheet.getRange("A1").load("format/font/bold");
      await context.sync();
      return { values: cells.values, text: cells.text, bold: head.format.font.bold };
    });
    expect(back.values[1]?.[1]).toBe(20);
    expect(back.values[2]?.[1]).toBe(15);
    expect(back.values[0]?.[4]).toBe(35);
    expect(back.text[1]?.[1]).toBe("20.00");
    expect(back.bold).toBe(true);
  });

  it("refuses a member that it does not know, by name", async () => {
    const run = Excel.run(async (context) => {
      context.workbook.worksheets.getItem("Orders").shapes.addTextBox("x");
      await context.sync();
    });
    await expect(run).rejects.toMatchObject({ code: "ApiNotFound" });
    await expect(run).rejects.toThrow("Worksheet.shapes");
  });

  it("gives office.js's own errors to code that forgets to load", async () => {
    const run = Excel.run(async (context) => {
      const range = context.workbook.getSelectedRange();
      await context.sync();
      return range.address;
    });
    await expect(run).rejects.toMatchObject({ code: "PropertyNotLoaded" });
  });

  it("gives null objects", async () => {
    const isNull = await Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getItemOrNullObject("Nowhere");
      await context.sync();
      return sheet.isNullObject;
    });
    expect(isNull).toBe(true);
  });
});

describe("what the product relies on", () => {
  it("calculates with a table whose name holds an underscore, and shows the name as it was given", async () => {
    const excel = await startOffice({ sheets: [{ name: "S", rows: [["a"], [1], [2]] }] });
    await Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem("S");
      sheet.tables.add("A1:A3", true).name = "clv_customer_table";
      await context.sync();
      sheet.getRange("C1:C2").formulas = [
        ["=SUM(clv_customer_table[a])"],
        ['=ROWS(clv_customer_table[a])&"clv_customer_table"'],
      ];
      await context.sync();
    });
    await excel.calculated();
    expect(excel.values("S!C1:C2")).toEqual([[3], ["2clv_customer_table"]]);
    expect(excel.formulas("S!C1")).toEqual([["=SUM(clv_customer_table[a])"]]);
    excel.stop();
  });

  it("tells the add-in that the selection changed", async () => {
    const excel = await startOffice({ sheets: [{ name: "S", rows: [["a"]] }] });
    const seen: number[] = [];
    const registered = await Excel.run(async (context) => {
      const handler = context.workbook.onSelectionChanged.add(() => {
        seen.push(1);
        return Promise.resolve();
      });
      await context.sync();
      return handler;
    });
    excel.select("S!A1:B2");
    await until(() => seen.length > 0);
    await Excel.run(registered.context, async (context) => {
      registered.remove();
      await context.sync();
    });
    const before = seen.length;
    excel.select("S!C1");
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(seen.length).toBe(before);
    excel.stop();
  });

  it("says into which cells a formula spills", async () => {
    const excel = await startOffice({
      sheets: [{ name: "S", rows: [["=SEQUENCE(3)"], [], [], [], ["=1+1"]], formulas: true }],
    });
    const read = await Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem("S");
      const spill = sheet.getRange("A1").getSpillingToRangeOrNullObject().load("address");
      const none = sheet.getRange("A5").getSpillingToRangeOrNullObject().load("address");
      const cells = sheet.getRange("A1:A5").load("values");
      await context.sync();
      return [spill.address, none.isNullObject, cells.values];
    });
    expect(read).toEqual(["S!A1:A3", true, [[1], [2], [3], [""], [2]]]);
    excel.stop();
  });
});
