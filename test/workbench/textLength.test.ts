/** @jest-environment jsdom */
import { startOffice } from "./officeHarness";

/** Excel's answers: LEN counts the characters of the value, not those that its format shows. */
it("the length of a cell is that of its value, whatever its format shows", async () => {
  const rows = [[45292], [36], ["n/a"], [""], [true]];
  const excel = await startOffice({ sheets: [{ name: "S", rows }] });
  await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem("S");
    sheet.getRange("A1").numberFormat = [["yyyy-mm-dd"]];
    sheet.getRange("A2").numberFormat = [["#,##0.00"]];
    await context.sync();
  });
  excel.type("S!C1:C7", [
    ["=LEN(A1)"],
    ["=LEN(A2)"],
    ["=LEN(A3)"],
    ["=LEN(A4)"],
    ["=LEN(A5)"],
    ["=SUMPRODUCT(LEN(A1:A5))"],
    ["=LEN(1/0)"],
  ]);
  await excel.calculated();
  expect(excel.values("S!C1:C7").flat()).toEqual([5, 2, 3, 0, 4, 14, "#DIV/0!"]);
  excel.stop();
});
