import { addressOf } from "../../src/summary/layout/cellAddress";
import { referencesIn, withReferences } from "../../src/excel/freezing/references";

const found = (formula: string): string[] =>
  referencesIn(formula).map(({ sheet, area }) => `${sheet ?? ""}|${addressOf(area)}`);

it.each<[string, string[]]>([
  ["=CLV.SIMPLE(B2,$C2,D$2)", ["|B2", "|C2", "|D2"]],
  ["=CLV.CHURN(Data!A1:$B$9,'Bob''s list'!c3)", ["Data|A1:B9", "Bob's list|C3"]],
  ["=SUM(A:A,2:3,$B:$D)", ["|A1:A1048576", "|A2:XFD3", "|B1:D1048576"]],
  ["=A1#+B2", ["|A1", "|B2"]],
  ["=A1:INDEX(B:B,9)", ["|A1", "|B1:B1048576"]],
  ["=Données!B2+Ítem_1.x!C3", ["Données|B2", "Ítem_1.x|C3"]],
])("finds the cells in %s", (formula, cells) => {
  expect(found(formula)).toEqual(cells);
});

it.each([
  '="A1"&"B2 ""C3"" D4"',
  "=LOG10(3)+ATAN2(1,2)",
  "=CLV.RFM(Orders[A1],Orders[[#This Row],[B2]],[@[C3 '[x']]])",
  "=tax_2024+A1.b+AAAA1+XFE1+A1048577+A0",
  "=SUM(Jan:Mar!B2)+SUM('Jan:Mar'!B2)",
  "=[Book1]Sheet1!A1+'[Book 1.xlsx]Sheet 1'!$A$1",
  "=1.5E3+12",
  "=#REF!+Data!#REF!",
])("finds none in %s", (formula) => {
  expect(found(formula)).toEqual([]);
});

it("leads references elsewhere and keeps everything else", () => {
  const down = withReferences('=IF(B2="B2",CLV.LTV($C2:D$9,A:$B,Data!$A$1),[@B2])', ({ sheet, area }) => ({
    sheet: sheet === null ? null : "My data",
    area: { ...area, row: area.row + (area.rows > 9_999 ? 0 : 3), column: area.column + 1 },
  }));
  expect(down).toBe("=IF(C5=\"B2\",CLV.LTV($D5:E$12,B:$C,'My data'!$B$4),[@B2])");
});
