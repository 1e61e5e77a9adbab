import {
  absoluteAddress,
  addressOf,
  columnLetters,
  inQuotes,
  quotedSheet,
} from "../../src/summary/layout/cellAddress";

it.each([
  [0, "A"],
  [25, "Z"],
  [26, "AA"],
  [701, "ZZ"],
  [702, "AAA"],
  [16_383, "XFD"],
] as const)("writes column %i as %s", (column, letters) => {
  expect(columnLetters(column)).toBe(letters);
});

it("writes an area with and without dollar signs, and one cell as one", () => {
  const area = { row: 1, column: 26, rows: 899, columns: 2 };
  expect(addressOf(area)).toBe("AA2:AB900");
  expect(absoluteAddress(area)).toBe("$AA$2:$AB$900");
  expect(absoluteAddress({ ...area, rows: 1, columns: 1 })).toBe("$AA$2");
});

it.each([
  ["Orders", "Orders"],
  ["My orders", "'My orders'"],
  ["Ann's", "'Ann''s'"],
  // Names that would be read as a cell, as row and column numbers, or as a truth value.
  ["AB12", "'AB12'"],
  ["R1C1", "'R1C1'"],
  ["true", "'true'"],
  ["2025", "'2025'"],
])("writes the sheet %s as %s in a formula", (name, written) => {
  expect(quotedSheet(name)).toBe(written);
});

it("puts any name in quotes where asked", () => {
  expect(inQuotes("Orders")).toBe("'Orders'");
});
