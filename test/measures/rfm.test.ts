import fc from "fast-check";
import { rankGroups, SEGMENTS, segmentOf, segmentTable } from "../../src/measures/rfm";
import { code, table } from "./expectations";

describe("groups by rank", () => {
  test("ten values in five groups, two each (C: INT(5 (rank − 1) ÷ 10) + 1)", () => {
    expect(rankGroups([10, 20, 30, 40, 50, 60, 70, 80, 90, 100], 5)).toEqual([1, 1, 2, 2, 3, 3, 4, 4, 5, 5]);
    expect(rankGroups([10, 20, 30, 40, 50, 60, 70, 80, 90, 100], 5, true)).toEqual([
      5, 5, 4, 4, 3, 3, 2, 2, 1, 1,
    ]);
  });
  test("equal values stay together in the lowest group that any of them would have", () => {
    expect(rankGroups([1, 1, 1, 1, 9], 5)).toEqual([1, 1, 1, 1, 5]);
    expect(rankGroups([3, 3, 3], 4)).toEqual([1, 1, 1]);
  });
  test("follow the values wherever they stand, never fall, and use no other group", () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: -50, max: 50 }), { minLength: 1, maxLength: 60 }),
        fc.integer({ min: 1, max: 10 }),
        fc.boolean(),
        (values, groups, down) => {
          const found = table(rankGroups(values, groups, down));
          expect(rankGroups([...values].reverse(), groups, down)).toEqual([...found].reverse());
          values.forEach((value, i) => {
            const group = found[i] ?? 0;
            // The definition, literally.
            const rank = 1 + values.filter((other) => (down ? other > value : other < value)).length;
            expect(group).toBe(Math.floor((groups * (rank - 1)) / values.length) + 1);
            expect(group >= 1 && group <= groups).toBe(true);
          });
        },
      ),
    );
  });
  test("groups of distinct values differ by at most one member", () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.integer(), { minLength: 1 }),
        fc.integer({ min: 1, max: 10 }),
        (values, groups) => {
          const found = table(rankGroups(values, groups));
          const sizes = Array.from(
            { length: groups },
            (_, g) => found.filter((group) => group === g + 1).length,
          );
          expect(Math.max(...sizes) - Math.min(...sizes)).toBeLessThanOrEqual(1);
        },
      ),
    );
  });
  test("minus zero is zero", () => {
    expect(rankGroups([0, -0, 1], 3, true)).toEqual([2, 2, 1]);
  });
  test("no values are refused", () => {
    expect(code(rankGroups([], 5))).toBe("tooFewValues");
  });
});

describe("segments", () => {
  test.each([
    [5, 5, 5, "Best"],
    [3, 4, 1, "Loyal"],
    [5, 1, 1, "New"],
    [5, 1, 5, "New"],
    [4, 2, 5, "Big spenders"],
    [4, 1, 3, "Promising"],
    [3, 2, 2, "Cooling"],
    [1, 5, 5, "Win back first"],
    [2, 4, 2, "Slipping away"],
    [1, 1, 5, "Dormant spenders"],
    [2, 3, 1, "Dormant"],
    [1, 1, 1, "Lost"],
  ])("%d-%d-%d is %s", (r, f, m, name) => {
    expect(segmentOf(r, f, m)).toBe(name);
  });
  test("our own table names every score from 1 to 5, and each of its lines names some", () => {
    const names = new Set<unknown>();
    for (let r = 1; r <= 5; r++)
      for (let f = 1; f <= 5; f++) for (let m = 1; m <= 5; m++) names.add(segmentOf(r, f, m));
    expect([...names].sort()).toEqual(SEGMENTS.map(({ name }) => name).sort());
  });
  test("the user's table is read from the top, without its heading and empty lines; an empty limit is none", () => {
    const rules = table(
      segmentTable([
        ["segment", "r from", "r to", "f from", "f to", "m from", "m to"],
        ["", "", "", "", "", "", ""],
        ["good", 3, "", null, null, 2, 5],
        ["other", "", "", "", "", "", ""],
      ]),
    );
    expect([segmentOf(3, 1, 2, rules), segmentOf(3, 1, 1, rules), segmentOf(9, 9, 9, rules)]).toEqual([
      "good",
      "other",
      "other",
    ]);
  });
  test.each<[string, unknown, string]>([
    ["scores that no line holds", segmentOf(6, 1, 1), "noSegment"],
    ["a table of six columns", segmentTable([["a", 1, 5, 1, 5, 1]]), "columnsExpected"],
    ["an empty table", segmentTable([["", "", "", "", "", "", ""]]), "tooFewValues"],
    [
      "words for limits",
      segmentTable([
        ["a", 1, 5, 1, 5, 1, 5],
        ["b", "x", 5, 1, 5, 1, 5],
      ]),
      "outOfRange",
    ],
  ])("refused: %s", (_, result, expected) => {
    expect(code(result)).toBe(expected);
  });
});
