/** @jest-environment jsdom */
import "./browserGlobals";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { readXlsx } from "hucre/xlsx";
import type { SheetPlan, WorkbookPlan } from "../../src/summary/plan";
import { futureFunctions } from "../../src/workbench/xlsx/futureFunctions";
import { planToXlsx } from "../../src/workbench/xlsx/planToXlsx";
import { readXlsxSheets } from "../../src/workbench/xlsx/readXlsx";
import { saveWorkbook } from "../../src/workbench/xlsx/saveWorkbook";
import { itWithLibreOffice, pictures, recalculated } from "./libreOffice";
import { startOffice } from "./officeHarness";

const ORDERS = {
  name: "Orders",
  rows: [
    ["Customer", "Date", "Amount"],
    ["Ada", 45000, 10.25],
    ["Bob", 45001, 20],
    ["Ada", 45002, 5],
  ],
  numberFormats: [undefined, "yyyy-mm-dd", "#,##0.00"],
};

const summary: SheetPlan = {
  key: "summary",
  name: "CLV Summary",
  rightToLeft: true,
  blocks: [
    {
      row: 0,
      column: 0,
      cells: [
        ["Customer", "Revenue", "Last"],
        [
          "Ada",
          { formula: "=SUMIFS(Orders!$C$2:$C$4,Orders!$A$2:$A$4,A2)", expected: 15.25 },
          { formula: "=MAXIFS(Orders!$B$2:$B$4,Orders!$A$2:$A$4,A2)", expected: 45002 },
        ],
        [
          "Bob",
          { formula: "=SUMIFS(Orders!$C$2:$C$4,Orders!$A$2:$A$4,A3)", expected: 20 },
          { formula: "=MAXIFS(Orders!$B$2:$B$4,Orders!$A$2:$A$4,A3)", expected: 45001 },
        ],
        ["=1+1", { formula: "=SUM(clv_customers[Revenue])*clv_rate", expected: 17.625 }, 0.5],
      ],
    },
  ],
  formats: [
    { area: { row: 0, column: 0, rows: 1, columns: 3 }, style: "tableHeader" },
    { area: { row: 1, column: 2, rows: 2, columns: 1 }, numberFormat: "yyyy-mm-dd", align: "end" },
    { area: { row: 3, column: 2, rows: 1, columns: 1 }, style: "input", numberFormat: "0.0%" },
  ],
  columnWidths: [14, 12, 12],
  tables: [{ name: "clv_customers", area: { row: 0, column: 0, rows: 3, columns: 3 } }],
  charts: [
    {
      name: "Value",
      title: "Value by customer",
      altText: "Bob is worth more than Ada.",
      kind: "column",
      categories: { row: 1, column: 0, rows: 2, columns: 1 },
      series: [{ name: "Revenue", values: { row: 1, column: 1, rows: 2, columns: 1 } }],
      place: { row: 5, column: 0, rows: 12, columns: 3 },
    },
  ],
  validations: [
    {
      area: { row: 3, column: 2, rows: 1, columns: 1 },
      rule: { kind: "decimal", min: 0, max: 1 },
      title: "Rate",
      message: "Between 0 and 1",
    },
  ],
  conditionalFormats: [
    {
      area: { row: 1, column: 1, rows: 2, columns: 1 },
      rule: { kind: "colourScale", low: "#FFFFFF", high: "#63BE7B" },
    },
    {
      area: { row: 1, column: 0, rows: 2, columns: 1 },
      rule: { kind: "formula", formula: "=B2>16", style: "fail" },
    },
  ],
  links: [{ row: 1, column: 0, target: "'Orders'!A2", tip: "The first order" }],
  frozenRows: 1,
  frozenColumns: 1,
  print: { area: { row: 0, column: 0, rows: 20, columns: 3 }, landscape: true, titleRows: 1 },
};

const plan: WorkbookPlan = {
  sheets: [summary],
  names: [
    {
      name: "clv_rate",
      sheet: "summary",
      area: { row: 3, column: 2, rows: 1, columns: 1 },
      comment: "share",
    },
  ],
};

describe("a plan as an xlsx file", () => {
  it("holds formulas with their expected results, table, name, formats, chart and view", async () => {
    const book = await readXlsx(await planToXlsx(plan, [ORDERS]));
    const sheet = book.sheets.find((each) => each.name === "CLV Summary");
    const cell = sheet?.cells?.get("1,1");
    expect(cell?.formula).toBe("SUMIFS(Orders!$C$2:$C$4,Orders!$A$2:$A$4,A2)");
    expect(cell?.formulaResult).toBe(15.25);
    expect(sheet?.tables?.[0]).toMatchObject({ name: "clv_customers", range: "A1:C3" });
    expect(book.namedRanges).toContainEqual(expect.objectContaining({ name: "clv_rate" }));
    expect(sheet?.view?.rightToLeft).toBe(true);
    expect(sheet?.freezePane).toMatchObject({ rows: 1, columns: 1 });
    expect(sheet?.charts).toHaveLength(1);
    expect(sheet?.dataValidations?.[0]).toMatchObject({ type: "decimal", inputMessage: "Between 0 and 1" });
    expect(sheet?.conditionalRules?.map((rule) => rule.type).sort()).toEqual(["colorScale", "expression"]);
  });

  it("writes text that looks like a formula as text", async () => {
    const book = await readXlsx(await planToXlsx(plan, [ORDERS]));
    const sheet = book.sheets.find((each) => each.name === "CLV Summary");
    expect(sheet?.rows[3]?.[0]).toBe("=1+1");
    expect(sheet?.cells?.get("3,0")?.formula).toBeUndefined();
  });

  it("holds the heights of its rows, the page's margins and its foot", async () => {
    const tall = { ...summary, gridlines: false, rowHeights: [{ row: 1, rows: 2, points: 31 }] };
    const book = await readXlsx(await planToXlsx({ ...plan, sheets: [tall] }, [ORDERS]));
    const sheet = book.sheets.find((each) => each.name === "CLV Summary");
    expect([1, 2, 3].map((row) => sheet?.rowDefs?.get(row)?.height)).toEqual([31, 31, undefined]);
    expect(sheet?.view?.showGridLines).toBe(false);
    expect(sheet?.pageSetup?.margins).toMatchObject({ left: 0.25, top: 0.5 });
    expect(sheet?.headerFooter?.oddFooter).toBe("&L&F · &A&R&P / &N");
  });

  itWithLibreOffice("is printed as far as its print area, on a sheet whose name has a space", async () => {
    const long = Array.from({ length: 400 }, (_, row) => [`line ${row}`]);
    const sheet: SheetPlan = {
      ...summary,
      blocks: [{ row: 0, column: 0, cells: long }],
      formats: [],
      tables: [],
      charts: [],
      validations: [],
      conditionalFormats: [],
      links: [],
      print: { area: { row: 0, column: 0, rows: 10, columns: 1 }, landscape: true, titleRows: 1 },
    };
    const folder = mkdtempSync(path.join(tmpdir(), "clv-print-"));
    try {
      expect(pictures(await planToXlsx({ sheets: [sheet], names: [] }), folder)).toHaveLength(1);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });

  itWithLibreOffice("gives the same values when LibreOffice calculates all of it anew", async () => {
    const wrongResults = JSON.parse(
      JSON.stringify(plan).replace(/"expected":[\d.]+/g, '"expected":-1'),
    ) as WorkbookPlan;
    const cells = recalculated(await planToXlsx(wrongResults, [ORDERS])).get("CLV Summary");
    expect(cells?.slice(0, 4).map((row) => row.slice(0, 2))).toEqual([
      ["Customer", "Revenue"],
      ["Ada", 15.25],
      ["Bob", 20],
      ["=1+1", 17.625],
    ]);
  });
});

describe("the workbench's workbook as an xlsx file", () => {
  itWithLibreOffice("gives LibreOffice the figures that the grid shows", async () => {
    const excel = await startOffice({ sheets: [ORDERS] });
    await Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.add("CLV");
      sheet.getRange("A1:B3").values = [
        ["Customer", "Revenue"],
        ["Ada", ""],
        ["Bob", ""],
      ];
      sheet.tables.add("A1:B3", true).name = "clv_table";
      context.workbook.names.add("clv_factor", sheet.getRange("D1"));
      sheet.getRange("D1").values = [[2]];
      sheet.getRange("B2:B3").formulas = [
        ["=SUMIFS(Orders!C2:C4,Orders!A2:A4,A2)*clv_factor"],
        ["=MINIFS(Orders!C2:C4,Orders!A2:A4,A3)"],
      ];
      sheet.getRange("D2").formulas = [["=SUM(clv_table[Revenue])"]];
      sheet.freezePanes.freezeRows(1);
      const chart = sheet.charts.add("ColumnClustered", sheet.getRange("A1:B3"), "Columns");
      chart.setPosition("A6", "D18");
      await context.sync();
    });
    const bytes = await saveWorkbook(excel.host);
    const cells = recalculated(bytes).get("CLV");
    expect(excel.values("CLV!B2:B3")).toEqual([[30.5], [20]]);
    expect(cells?.[1]?.[1]).toBe(30.5);
    expect(cells?.[2]?.[1]).toBe(20);
    expect(cells?.[1]?.[3]).toBe(50.5);
    excel.stop();
  });

  it("comes back with its values", async () => {
    const sheets = await readXlsxSheets(await planToXlsx({ sheets: [], names: [] }, [ORDERS]));
    expect(sheets[0]?.name).toBe("Orders");
    expect(sheets[0]?.rows).toEqual(ORDERS.rows);
    expect(sheets[0]?.numberFormats?.[1]).toBe("yyyy-mm-dd");
  });
});

describe("functions younger than the file format", () => {
  it("get their prefix, and texts and names stay", () => {
    expect(futureFunctions('=MINIFS(A1:A2,B1:B2,"MINIFS(")+clv_MAXIFS(1)+SUMIFS(A1,A1,1)')).toBe(
      '=_xlfn.MINIFS(A1:A2,B1:B2,"MINIFS(")+clv_MAXIFS(1)+SUMIFS(A1,A1,1)',
    );
    expect(futureFunctions("=FILTER(A1:A3,B1:B3)")).toBe("=_xlfn._xlws.FILTER(A1:A3,B1:B3)");
  });
});
