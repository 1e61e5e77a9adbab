/** @jest-environment jsdom */
import { startOffice } from "./officeHarness";
import type { OfficeHarness } from "./officeHarness";

/** The answers are Excel's, by the rules of COUNTIFS and MINIFS on support.microsoft.com. */
describe("conditional sums of the grid", () => {
  let excel: OfficeHarness;
  const ask = async (formulas: readonly string[]): Promise<unknown[]> => {
    excel.type(
      `S!F1:F${formulas.length}`,
      formulas.map((formula) => [formula]),
    );
    await excel.calculated();
    return excel.values(`S!F1:F${formulas.length}`).flat();
  };

  beforeEach(async () => {
    excel = await startOffice({
      sheets: [
        {
          name: "S",
          rows: [
            ["Ada", 45000, 10],
            ["Bob", 45001, 20],
            ["ada", 45002, -5],
            ["", 45003, "x"],
            ["A*", 45004, 7],
            [5, 45005, 1],
          ],
        },
      ],
    });
  });
  afterEach(() => excel.stop());

  it("add and count by equality without regard to case", async () => {
    expect(await ask(['=SUMIFS(C1:C6,A1:A6,"ADA")', '=COUNTIFS(A1:A6,"ada")'])).toEqual([5, 2]);
  });

  it("compare numbers and join criteria", async () => {
    expect(
      await ask([
        '=COUNTIFS(B1:B6,">="&45002,C1:C6,">0")',
        '=MINIFS(B1:B6,C1:C6,"<0")',
        '=MAXIFS(B1:B6,A1:A6,"Ada",C1:C6,">0")',
      ]),
    ).toEqual([2, 45002, 45000]);
  });

  it("answer 0 where nothing matches, and #DIV/0! for an average", async () => {
    expect(
      await ask([
        '=MINIFS(B1:B6,A1:A6,"Zoe")',
        '=MAXIFS(B1:B6,A1:A6,"Zoe")',
        '=AVERAGEIFS(B1:B6,A1:A6,"Zoe")',
      ]),
    ).toEqual([0, 0, "#DIV/0!"]);
  });

  it("know wildcards, their escape, blanks and numbers", async () => {
    expect(
      await ask([
        '=COUNTIFS(A1:A6,"a*")',
        '=COUNTIFS(A1:A6,"a~*")',
        '=COUNTIFS(A1:A6,"")',
        '=COUNTIFS(A1:A6,"<>")',
        "=COUNTIFS(A1:A6,5)",
      ]),
    ).toEqual([3, 1, 1, 5, 1]);
  });

  it("follow when a cell changes", async () => {
    expect(await ask(['=SUMIFS(C1:C6,A1:A6,"Bob")'])).toEqual([20]);
    excel.type("S!C2", [[25]]);
    await excel.calculated();
    expect(excel.values("S!F1")).toEqual([[25]]);
  });

  it("refuse ranges of different size", async () => {
    expect(await ask(['=SUMIFS(C1:C5,A1:A6,"Bob")'])).toEqual(["#VALUE!"]);
  });

  it("give one answer per criterion", async () => {
    await ask(['=SUM(SUMIFS(C1:C6,A1:A6,{"Ada","Bob"}))', "=SUMPRODUCT(COUNTIFS(A1:A6,A1:A2))"]);
    expect(excel.values("S!F1:F2")).toEqual([[25], [3]]);
  });
});
