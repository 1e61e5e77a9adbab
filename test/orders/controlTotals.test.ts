import fc from "fast-check";
import type { Cell } from "../../src/orders/cells";
import { ControlTotals, type ControlTotal } from "../../src/orders/reading/controlTotals";
import { COLUMNS, NEW_YEAR } from "./columnsForTests";

type Row = readonly [id: Cell, date: Cell, amount: Cell];

function totalsOf(rows: readonly Row[]): ControlTotal[] {
  const totals = new ControlTotals(COLUMNS);
  rows.forEach((row) => totals.add(row));
  return totals.finish();
}
const inColumn = (rows: readonly Row[], column: number): ControlTotal[] =>
  totalsOf(rows).filter((total) => total.column === column);

const row: fc.Arbitrary<Row> = fc.tuple(
  fc.oneof(fc.string({ maxLength: 20 }), fc.constantFrom("", "C-1", "مشتری ۷", "Łódź"), fc.integer()),
  fc.integer({ min: NEW_YEAR, max: NEW_YEAR + 900 }),
  fc.integer({ min: -1e8, max: 1e8 }).map((cents) => cents / 100),
);

it("adds up the numbers, and each row times its date", () => {
  const rows: Row[] = [
    ["a", 10, 2],
    ["b", 20, -3.5],
  ];
  expect(inColumn(rows, 1)).toEqual([{ column: 1, character: 0, sum: { value: 30, size: 30 } }]);
  expect(inColumn(rows, 2)).toEqual([
    { column: 2, character: 0, sum: { value: -1.5, size: 5.5 }, byDate: { value: -50, size: 90 } },
  ]);
});

it("adds up the characters of texts from the end, times the length, and a space where a text is shorter", () => {
  // "b" is 98, "a" 97, "z" 122, a space 32.
  expect(
    inColumn(
      [
        ["ab", 1, 0],
        ["z", 2, 0],
        [7, 3, 0],
      ],
      0,
    ).map(({ character, sum, byDate }) => [character, sum.value, byDate?.value]),
  ).toEqual([
    [0, 7, 21],
    [1, 2 * 98 + 122, 2 * 98 + 2 * 122],
    [2, 2 * 97 + 32, 2 * 97 + 2 * 32],
  ]);
});

it("multiplies by no date where one is a text", () => {
  expect(
    totalsOf([
      ["a", NEW_YEAR, 1],
      ["b", "3.1.2024", 2],
    ]).every(({ byDate }) => byDate === undefined),
  ).toBe(true);
});

it("leaves out a column with an error, with TRUE, or with a character that no formula knows", () => {
  for (const odd of ["#N/A", "#DIV/0!", "Anna 🙂", true]) {
    expect(
      inColumn(
        [
          ["a", 1, 2],
          [odd, 2, 3],
        ],
        0,
      ),
    ).toEqual([]);
    expect(
      inColumn(
        [
          ["a", 1, 2],
          [odd, 2, 3],
        ],
        2,
      ),
    ).toHaveLength(1);
  }
});

it("is another wherever a cell is", () => {
  fc.assert(
    fc.property(
      fc.array(row, { minLength: 1, maxLength: 30 }),
      row,
      fc.nat(),
      fc.nat({ max: 2 }),
      (rows, other, at, column) => {
        const place = at % rows.length;
        const changed = rows.map((each, i) =>
          i === place ? (each.map((cell, c) => (c === column ? other[c] : cell)) as unknown as Row) : each,
        );
        fc.pre(changed[place]?.[column] !== rows[place]?.[column]);
        fc.pre(![...rows, other].some(([id]) => /[\ud800-\udfff]|^#/.test(String(id))));
        expect(totalsOf(changed)).not.toEqual(totalsOf(rows));
      },
    ),
  );
});

it("is another where two cells of different days were exchanged", () => {
  const rows: Row[] = [
    ["anna", NEW_YEAR, 10],
    ["bert", NEW_YEAR + 1, 10],
    ["anna", NEW_YEAR + 2, 30],
  ];
  const ids: Row[] = [
    ["bert", NEW_YEAR, 10],
    ["anna", NEW_YEAR + 1, 10],
    ["anna", NEW_YEAR + 2, 30],
  ];
  const amounts: Row[] = [
    ["anna", NEW_YEAR, 30],
    ["bert", NEW_YEAR + 1, 10],
    ["anna", NEW_YEAR + 2, 10],
  ];
  expect(inColumn(ids, 0)).not.toEqual(inColumn(rows, 0));
  expect(inColumn(amounts, 2)).not.toEqual(inColumn(rows, 2));
});
