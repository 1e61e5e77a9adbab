import { headerWidth, moneyWidth, widthsForHeadings } from "../../src/summary/layout/columnWidth";
import { lineCount, rowHeights } from "../../src/summary/layout/rowHeights";
import { areaOf } from "../../src/summary/layout/sheetDraft";

const EURO = { symbol: "€", digits: 2, symbolAfter: true };

describe("the lines that a text takes", () => {
  it("is one where it fits", () => expect(lineCount("Gross margin", 140)).toBe(1));
  it("is more where it does not, broken between words", () =>
    expect(lineCount("A customer counts as lost after so many days", 140)).toBe(3));
  it("is counted with the wide letters of Armenian and the narrow spaces between them", () => {
    // As DejaVu Sans prints it in 11 points: 0.68 em a letter, 0.32 em a space, 404 pixels in all.
    expect(lineCount("Կանխատեսված ընդամենը = հաճախորդների գումար", 392)).toBe(2);
    expect(lineCount("Կանխատեսված ընդամենը = հաճախորդների գումար", 410)).toBe(1);
  });
  it("breaks a word that is longer than the cell", () =>
    expect(lineCount("Unwahrscheinlichkeitsrechnung", 70)).toBe(3));
});

describe("the heights of rows", () => {
  const sheet = {
    blocks: [
      { row: 0, column: 0, cells: [["A title"]] },
      { row: 2, column: 0, cells: [["one"], ["two words that need a second line"], ["three"]] },
    ],
    formats: [
      { area: areaOf(0, 0, 1, 1), style: "title" as const },
      { area: areaOf(2, 0, 3, 1), style: "note" as const, wrap: true },
    ],
    merges: [],
    columnWidths: [20],
    rightToLeft: false,
  };

  it("are given only where a row needs more than one line of plain text", () =>
    expect(rowHeights(sheet)).toEqual([
      { row: 0, rows: 1, points: 27 },
      { row: 3, rows: 1, points: 31 },
    ]));

  it("count the columns that a merged text spans", () =>
    expect(
      rowHeights({ ...sheet, merges: [areaOf(3, 0, 1, 3)], columnWidths: [20, 20, 20] }).map(
        ({ row }) => row,
      ),
    ).toEqual([0]));

  it("leave more room in the Arabic script, equal neighbours together", () =>
    expect(rowHeights({ ...sheet, rightToLeft: true, formats: [] })).toEqual([
      { row: 0, rows: 1, points: 18 },
      { row: 2, rows: 3, points: 18 },
    ]));
});

describe("the width of a column", () => {
  it("holds a sum of money ten times as large", () => {
    // 1,234,567.89 € grown to 12,345,678.90 €: 15 characters.
    expect(moneyWidth(EURO, 1_234_567.89)).toBeGreaterThanOrEqual(15);
    expect(moneyWidth({ symbol: "", digits: 0, symbolAfter: false }, 0)).toBeGreaterThanOrEqual(4);
  });

  it("is never narrower than the longest word of its heading", () => {
    expect(headerWidth("Orders", 3)).toBeGreaterThan(6);
    expect(headerWidth("No.", 18)).toBe(18);
    const widths = widthsForHeadings({
      blocks: [
        { row: 0, column: 0, cells: [["Key", "Responsibilities of", "A heading over three", "", ""]] },
      ],
      formats: [{ area: areaOf(0, 0, 1, 5), style: "tableHeader" }],
      merges: [areaOf(0, 2, 1, 3)],
      columnWidths: [10, 10, 4, 4, 4],
    });
    expect(widths[0]).toBe(10);
    expect(widths[1]).toBeGreaterThanOrEqual("Responsibilities".length);
    expect(widths.slice(2)).toEqual([4, 4, 4]);
  });
});
