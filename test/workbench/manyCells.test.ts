/** @jest-environment jsdom */
import { FormulaDataModel } from "@univerjs/engine-formula";
import { createHeadlessWorkbook } from "../../src/workbench/headless";
import { startOffice } from "./officeHarness";
import type { OfficeHarness } from "./officeHarness";

/** What spares the grid its walks through all cells must not change what it answers. */
describe("sheets without formulas, which the grid walks through once", () => {
  it("are asked no more, until they are given a formula", () => {
    const { grid, dispose } = createHeadlessWorkbook([{ name: "Orders", rows: [["amount"], [1], [2]] }]);
    const model = grid.injector.get(FormulaDataModel);
    const asked = jest.spyOn(model, "getSheetFormulaData");
    const [sheet] = grid.backend.sheets();
    const at = { sheet: sheet?.id ?? "", row: 0, column: 2, rows: 1, columns: 1 };
    model.getFormulaData();
    asked.mockClear();
    grid.backend.write(at, [[{ kind: "value", value: 5 }]]);
    model.getFormulaData();
    expect(asked).not.toHaveBeenCalled();
    grid.backend.write(at, [[{ kind: "formula", formula: "=1+1" }]]);
    expect(model.getFormulaData()).toEqual({ workbench: { [at.sheet]: { 0: { 2: { f: "=1+1" } } } } });
    expect(asked).toHaveBeenCalled();
    dispose();
  });
});

describe("cells written and formatted in many parts", () => {
  let excel: OfficeHarness;
  beforeEach(async () => {
    const rows = [["id", "amount"], ...Array.from({ length: 300 }, (_, row) => [`00${row}`, row])];
    excel = await startOffice({ sheets: [{ name: "Orders", rows }] });
  });
  afterEach(() => excel.stop());

  const run = (work: (sheet: Excel.Worksheet) => void): Promise<void> =>
    Excel.run(async (context) => {
      work(context.workbook.worksheets.getItem("Orders"));
      await context.sync();
    });

  it("formulas follow values that were written without looking for formulas", async () => {
    await run((sheet) => (sheet.getRange("D1").formulas = [["=SUM(B2:B301)"]]));
    await excel.calculated();
    await run((sheet) => (sheet.getRange("B2:B3").values = [[1000], [2000]]));
    await excel.calculated();
    // 0 + … + 299 = 44,850, of which 0 and 1 are replaced by 3,000.
    expect(excel.values("Orders!D1")).toEqual([[47_849]]);
  });

  it("a value over a formula ends it, and that of the cells below it stays", async () => {
    await run((sheet) => (sheet.getRange("D2:D4").formulas = [["=B2*2"], ["=B3*2"], ["=B4*2"]]));
    await excel.calculated();
    await run((sheet) => (sheet.getRange("D2").values = [[7]]));
    await excel.calculated();
    expect(excel.formulas("Orders!D2:D4")).toEqual([[7], ["=B3*2"], ["=B4*2"]]);
    expect(excel.values("Orders!D2:D4")).toEqual([[7], [2], [4]]);
  });

  it("a format is added to what each cell had already, and takes no value", async () => {
    await run((sheet) => {
      sheet.getRange("A2:B2").format.font.bold = true;
      sheet.getRange("A3:B400").format.fill.color = "#FFFF00";
      sheet.getRange("A1:B400").numberFormat = "0.00" as never;
    });
    const read = await Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem("Orders");
      const cells = ["A1", "A2", "B2", "A3", "B400"].map((address) =>
        sheet.getRange(address).load(["values", "numberFormat", "format/font/bold", "format/fill/color"]),
      );
      await context.sync();
      return cells.map(({ values, numberFormat, format }) => [
        values[0]?.[0],
        numberFormat[0]?.[0],
        format.font.bold,
        format.fill.color,
      ]);
    });
    expect(read).toEqual([
      ["id", "0.00", false, "#FFFFFF"],
      ["000", "0.00", true, "#FFFFFF"],
      [0, "0.00", true, "#FFFFFF"],
      ["001", "0.00", false, "#FFFF00"],
      ["", "0.00", false, "#FFFF00"],
    ]);
  });

  it("formats that are taken away leave the cells without any", async () => {
    await run((sheet) => (sheet.getRange("A1:B301").format.font.bold = true));
    await run((sheet) => sheet.getRange("A1:B301").clear("Formats"));
    expect(
      excel.backend
        .styles({ sheet: excel.backend.activeSheet(), row: 0, column: 0, rows: 301, columns: 2 })
        .flat(),
    ).toEqual(Array(602).fill({}));
    expect(excel.values("Orders!A301:B301")).toEqual([["00299", 299]]);
  });
});
