import { addressOf } from "../../src/summary/layout/cellAddress";
import fc from "fast-check";
import type { Area } from "../../src/summary/plan";
import {
  areaOfAddress,
  intersection,
  isOnSheet,
  sameFormula,
  withoutAll,
  withoutSheet,
} from "../../src/excel/address";

const area = fc.record({
  row: fc.integer({ min: 0, max: 30 }),
  column: fc.integer({ min: 0, max: 30 }),
  rows: fc.integer({ min: 1, max: 12 }),
  columns: fc.integer({ min: 1, max: 12 }),
});

const cellsOf = ({ row, column, rows, columns }: Area): string[] =>
  Array.from(
    { length: rows * columns },
    (_, at) => `${row + Math.floor(at / columns)},${column + (at % columns)}`,
  );

it("reads back every address that it writes", () => {
  fc.assert(
    fc.property(area, (one) => {
      expect(areaOfAddress(addressOf(one))).toEqual(one);
    }),
  );
});

it.each(["", "A", "A:C", "1:3", "A0", "XFE1", "A1048577", "B2:A1", "Sheet1!A1", "=A1"])(
  "does not take %p for a block of cells",
  (text) => {
    expect(areaOfAddress(text)).toBeUndefined();
  },
);

it("takes areas out of an area without losing or doubling a cell", () => {
  fc.assert(
    fc.property(area, fc.array(area, { maxLength: 4 }), (one, others) => {
      const rest = withoutAll([one], others).flatMap(cellsOf);
      const gone = new Set(others.flatMap(cellsOf));
      expect(rest.sort()).toEqual(
        cellsOf(one)
          .filter((cell) => !gone.has(cell))
          .sort(),
      );
    }),
  );
});

it("finds the cells that two areas share", () => {
  fc.assert(
    fc.property(area, area, (one, other) => {
      const shared = intersection(one, other);
      const both = cellsOf(one).filter((cell) => cellsOf(other).includes(cell));
      expect(shared === undefined ? [] : cellsOf(shared)).toEqual(both);
    }),
  );
});

it("takes the sheet off an address", () => {
  expect(withoutSheet("'My!sheet'!$A$1:$B$2")).toBe("A1:B2");
});

it("knows what lies on a sheet", () => {
  expect(isOnSheet({ row: 1_048_575, column: 16_383, rows: 1, columns: 1 })).toBe(true);
  expect(isOnSheet({ row: 1_048_575, column: 0, rows: 2, columns: 1 })).toBe(false);
  expect(isOnSheet({ row: 0.5, column: 0, rows: 1, columns: 1 })).toBe(false);
  expect(isOnSheet({ row: 0, column: 0, rows: 0, columns: 1 })).toBe(false);
});

describe("two formulas say the same", () => {
  it("where only the marks around a sheet's name differ, which Excel leaves out", () => {
    expect(sameFormula("='Orders'!A1*2", "=Orders!A1*2")).toBe(true);
    expect(sameFormula("=Orders!A1*2", "=Orders!A2*2")).toBe(false);
    expect(sameFormula('="it\'s"', '="its"')).toBe(false);
  });
});
