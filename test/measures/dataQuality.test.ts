import fc from "fast-check";
import { dataQuality } from "../../src/measures/dataQuality";
import { code, table } from "./expectations";

const CUSTOMERS = ["Ann", "ann ", "Ann", "Bob", "", "Cid", "Cid", 7, null];
const DATES = [45000, 45001, 45000, "31 Feb", 45002, null, 45003, 45004, null];
const AMOUNTS = [10, 20, 10, 5, 6, -7, "n/a", 0, ""];

describe("data quality", () => {
  test("counts what is wrong in a list of orders (C: by hand)", () => {
    expect(dataQuality(CUSTOMERS, DATES, AMOUNTS)).toEqual({
      rows: 8,
      customers: 5,
      blankCustomers: 1,
      blankDates: 1,
      notDates: 1,
      blankAmounts: 0,
      notAmounts: 1,
      negatives: 1,
      zeros: 1,
      duplicates: 1,
      spellings: 1,
    });
  });
  test("tells spellings that differ by case, by spaces and by width", () => {
    const names = ["Ann Lee", "ann  lee", "ＡＮＮ LEE", "Bob"];
    const days = [1, 2, 3, 4];
    expect(table(dataQuality(names, days, days)).spellings).toBe(1);
  });
  test("takes 0 for a missing customer or date, as Excel on the desktop hands over empty cells", () => {
    const found = table(dataQuality(["a", 0, 0], [45000, 45001, 0], [1, 2, 0]));
    expect([found.rows, found.customers, found.blankCustomers, found.blankDates]).toEqual([2, 1, 1, 0]);
  });
  test("takes TRUE for no date and no amount, and a day past 31 December 9999 for no date", () => {
    const found = table(dataQuality(["a", "b"], [true, 3e6], [true, 1]));
    expect([found.notDates, found.notAmounts]).toEqual([2, 1]);
  });
  test("does not depend on the order of rows", () => {
    const cell = fc.constantFrom("Ann", "ann", "", null, 45000, -1, 0, "x");
    fc.assert(
      fc.property(fc.array(fc.tuple(cell, cell, cell), { minLength: 1 }), (rows) => {
        const of = (list: typeof rows) =>
          dataQuality(
            list.map((r) => r[0]),
            list.map((r) => r[1]),
            list.map((r) => r[2]),
          );
        expect(of([...rows].reverse())).toEqual(of(rows));
      }),
    );
  });
  test.each<[string, unknown, string]>([
    ["nothing but blanks", dataQuality([""], [null], [""]), "tooFewValues"],
    ["dates that do not match", dataQuality(["a"], [], [1]), "lengthsDiffer"],
    ["amounts that do not match", dataQuality(["a"], [1], []), "lengthsDiffer"],
  ])("refused: %s", (_, result, expected) => {
    expect(code(result)).toBe(expected);
  });
});
