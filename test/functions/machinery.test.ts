import fc from "fast-check";
import { callById } from "./callById";
import type { ShownError } from "./customFunctions";

const column = (...values: unknown[]): unknown[][] => values.map((value) => [value]);
const one = (value: unknown): unknown[][] => [[value]];
const error = (code: string): unknown => expect.objectContaining({ error: code });
const messageOf = (value: unknown): string => (value as ShownError).message;

describe("the arguments of worksheet functions", () => {
  test("an optional argument that is left out takes its default", async () => {
    expect(await callById("SIMPLE", [one(25), one(4), one(10)])).toBe(1000);
    expect(await callById("SUBSCRIPTION", [one(10), one(3), null, one(0.5)])).toBe(180);
  });

  test("a required argument that is left out is named", async () => {
    const result = await callById("SIMPLE", [one(25), null, one(10)]);
    expect(result).toEqual(error("#VALUE!"));
    expect(messageOf(result)).toContain("frequency");
  });

  test("an empty cell counts as 0, whether it arrives as null or as 0", async () => {
    expect(await callById("SIMPLE", [one(25), one(4), one(10), one(null)])).toBe(1000);
    expect(await callById("SIMPLE", [one(25), one(4), one(10), one("")])).toBe(1000);
    expect(await callById("SIMPLE", [one(25), one(4), one(10), one(0)])).toBe(1000);
  });

  test("numbers written as text count where they are plain, and percentages", async () => {
    expect(await callById("CHURN", [one("25"), one(" 4 "), one("40%"), one("10 %")])).toBeCloseTo(400, 12);
    expect(await callById("SIMPLE", [one("1,234"), one(4), one(10)])).toEqual(error("#VALUE!"));
    expect(messageOf(await callById("SIMPLE", [one("abc"), one(4), one(10)]))).toContain("abc");
  });

  test("TRUE counts as 1, as in native arithmetic", async () => {
    expect(await callById("SIMPLE", [one(25), one(true), one(10)])).toBe(250);
  });

  test("a rate of 10 asks whether 10% was meant", async () => {
    const result = await callById("CHURN", [one(25), one(4), one(0.4), one(10)]);
    expect(result).toEqual(error("#VALUE!"));
    expect(messageOf(result)).toContain("10%");
  });

  test("an error in a cell passes through with its own code, in each of its three forms", async () => {
    const { Error: CellError } = CustomFunctions;
    const forms = [
      new CellError(CustomFunctions.ErrorCode.divisionByZero),
      { code: "#DIV/0!" },
      { type: "Error", basicValue: "#DIV/0!" },
    ];
    for (const form of forms)
      expect(await callById("SIMPLE", [one(form), one(4), one(10)])).toEqual(error("#DIV/0!"));
  });
});

describe("broadcasting", () => {
  test("a column against single values gives a column", async () => {
    expect(await callById("SIMPLE", [column(25, 50), one(4), one(10)])).toEqual(column(1000, 2000));
  });

  test("a column against a row gives a block", async () => {
    expect(await callById("SIMPLE", [column(1, 2), [[3, 4, 5]], one(1)])).toEqual([
      [3, 4, 5],
      [6, 8, 10],
    ]);
  });

  test("where one block is shorter than another, the rest is #N/A", async () => {
    const result = await callById("SIMPLE", [column(1, 2, 3), column(1, 1), one(1)]);
    expect(result).toEqual([[1], [2], [error("#N/A")]]);
  });

  test("one bad cell spoils its own result only, and says why", async () => {
    const result = (await callById("CHURN", [
      column(25, "x", 25),
      one(4),
      one(0.4),
      column(0.1, 0.1, 0),
    ])) as unknown[][];
    expect(result[0]).toEqual([400]);
    expect(result[1]).toEqual([error("#VALUE!")]);
    expect(result[2]).toEqual([error("#DIV/0!")]);
  });

  test("the law of broadcasting: each cell equals the function of its own arguments", async () => {
    const finite = fc.double({ min: -1e6, max: 1e6, noNaN: true });
    const blocks = fc.tuple(
      fc.array(finite, { minLength: 1, maxLength: 5 }),
      fc.array(finite, { minLength: 1, maxLength: 5 }),
    );
    await fc.assert(
      fc.asyncProperty(blocks, async ([rows, columns]) => {
        const block = await callById("CONTRIBUTION", [column(...rows), [columns.map(Math.abs)]]);
        const cells = rows.map((r) => columns.map((c) => r - Math.abs(c)));
        const single = rows.length === 1 && columns.length === 1;
        expect(single ? [[block]] : block).toEqual(
          cells.map((row) => row.map((v) => (v === 0 ? 0 : expect.closeTo(v, 6)))),
        );
      }),
      { numRuns: 50 },
    );
  });
});

describe("what would be dropped or mistaken without a word", () => {
  test("a rate of growth for past payments without their dates is refused, naming the dates", async () => {
    const args = [column(100, 100), [[1]], null];
    const refused = await callById("HISTORIC", [...args, [[0.1]]]);
    expect(refused).toEqual(error("#VALUE!"));
    expect(messageOf(refused)).toContain("dates");
    expect(await callById("HISTORIC", [...args, [[0]]])).toBe(200);
  });
  test("10 may have been meant as 10 %, but nobody means -0.1 %", async () => {
    expect(messageOf(await callById("LIFESPAN", [one(10)]))).toContain("10%");
    const negative = await callById("LIFESPAN", [one(-0.1)]);
    expect(negative).toEqual(error("#VALUE!"));
    expect(messageOf(negative)).toContain("0…1");
    expect(messageOf(negative)).not.toContain("%");
  });
});

describe("results", () => {
  test("no NaN, infinity or null ever reaches a cell", async () => {
    const extremes = [0, -1, 1, 1e308, -1e308, 1e-308, null, "", "x", true];
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.constantFrom(...extremes), { minLength: 5, maxLength: 5 }),
        async (values) => {
          for (const id of [
            "SIMPLE",
            "CHURN",
            "AOV",
            "GROSSMARGIN",
            "LIFESPAN",
            "LIFESPAN.MEDIAN",
            "CHURNRATE",
          ]) {
            const result = await callById(
              id,
              values.map((value) => column(value, value)),
            );
            for (const cell of (result as unknown[][]).flat()) {
              expect(
                typeof cell === "number" ? Number.isFinite(cell) : (cell as ShownError).error,
              ).toBeTruthy();
            }
          }
        },
      ),
      { numRuns: 200 },
    );
  });

  test("a whole-range function without any data is #N/A", async () => {
    expect(await callById("LTV", [column(null, "")])).toEqual(error("#N/A"));
  });
});
