import { LOCALES } from "../../src/locales/locale";
import { buildCustomers } from "../../src/orders/customers/buildCustomers";
import { sampleOrders } from "../../src/orders/sample/sampleOrders";
import type { Area, Format, SheetPlan } from "../../src/summary/plan";
import { planWorkbook } from "../../src/summary/planWorkbook";
import { textsIn, type PlacedText } from "../../src/summary/layout/planTexts";
import { CHOICES } from "../../src/summary/request";
import { textWidth } from "../../src/summary/layout/rowHeights";
import { reportOf } from "./support/reports";
import { requestFrom } from "./support/requests";

/** The narrowest sheets: no currency beside the amounts. */
const PLAIN = { sheets: CHOICES, money: { symbol: "", digits: 0, symbolAfter: false } };
const sample = requestFrom(sampleOrders({ customers: 60 }), PLAIN);
const models = reportOf(buildCustomers(sample.orders));
const few = requestFrom(sampleOrders({ customers: 60 }).slice(0, 8), PLAIN);

const STANDARD_WIDTH = 8.43;
const WHOLE_SHEET: Area = { row: 0, column: 0, rows: 1e6, columns: 1e3 };
const holds = ({ row, column, rows, columns }: Area, text: PlacedText): boolean =>
  text.row >= row && text.row < row + rows && text.column >= column && text.column < column + columns;

/** Texts of one line with something beside them where they would run over: the reader sees a part. */
function clipped(sheet: SheetPlan): string[] {
  const texts = textsIn(sheet.blocks, WHOLE_SHEET);
  const taken = new Set(
    sheet.blocks.flatMap(({ row, column, cells }) =>
      cells.flatMap((line, r) =>
        line.flatMap((cell, c) => (cell === null || cell === "" ? [] : [`${row + r},${column + c}`])),
      ),
    ),
  );
  const width = (column: number): number => sheet.columnWidths[column] ?? STANDARD_WIDTH;
  return texts.flatMap((text) => {
    const formats = sheet.formats.filter(({ area }) => holds(area, text));
    const last = <K extends keyof Format>(key: K): Format[K] | undefined =>
      formats.findLast((format) => format[key] !== undefined)?.[key];
    const isMerged = sheet.merges?.some((merged) => holds(merged, text));
    if (last("wrap") || isMerged) return [];
    const step = last("align") === "end" ? -1 : 1;
    let room = width(text.column);
    for (let column = text.column + step; column >= 0 && column < sheet.print.area.columns; column += step) {
      if (taken.has(`${text.row},${column}`)) break;
      room += width(column);
    }
    const needed = textWidth(text.text, last("style") ?? "label");
    return needed > room
      ? [
          `${sheet.key} R${text.row + 1}C${text.column + 1} needs ${Math.ceil(needed)} of ${room}: ${text.text}`,
        ]
      : [];
  });
}

describe.each(LOCALES)("no text of a sheet is cut off by the cell beside it: %s", (locale) => {
  test("all sheets", () => {
    expect(planWorkbook({ ...sample, locale, models }).sheets.flatMap(clipped)).toEqual([]);
  });
  test("a history too short for a rate", () => {
    expect(planWorkbook({ ...few, locale }).sheets.flatMap(clipped)).toEqual([]);
  });
});
