import { callById } from "./callById";
import { column, error, near, one, row } from "./shapes";

describe("functions of migration", () => {
  test("a block that is not square, or with a row above 1, is refused with its place", async () => {
    expect(await callById("MARKOV", [[[0.5, 0.5, 0]], one(1), one(0.1)])).toEqual(
      error("#VALUE!", "has one row and 3 columns"),
    );
    const tooMuch = [
      [0.5, 0.5],
      [0.8, 0.8],
    ];
    expect(await callById("MARKOV", [tooMuch, row(1, 0), one(0.1)])).toEqual(error("#VALUE!", "Row 2"));
  });
  test("payoffs as a row or a column give the same column", async () => {
    const chain = [
      [0.8, 0.2],
      [0, 1],
    ];
    const expected = [[near(366.67)], [0]];
    expect(await callById("MARKOV", [chain, row(100, 0), one(0.1)])).toEqual(expected);
    expect(await callById("MARKOV", [chain, column(100, 0), one(0.1)])).toEqual(expected);
  });
  test("headings name the states on request, and an empty cell among customers is refused with its number", async () => {
    const customers = column("a", "a", "b", "b");
    const periods = column(1, 2, 1, 2);
    expect(await callById("TRANSITIONS", [customers, periods, column(2, 1, 1, 1), null, one(true)])).toEqual([
      ["", 1, 2],
      [1, 1, 0],
      [2, 1, 0],
    ]);
    expect(await callById("TRANSITIONS", [column("a", null, "b", "b"), periods, column(2, 1, 1, 1)])).toEqual(
      error("#VALUE!", "cell 2"),
    );
  });
});

describe("functions of survival", () => {
  test("survival keeps the shape of its range and the empty cells in it", async () => {
    expect(await callById("SURVIVAL", [column(1000, 631, null, 468)])).toEqual([[1], [0.631], [""], [0.468]]);
    expect(await callById("SURVIVAL", [row(1000, 500)])).toEqual([[1, 0.5]]);
  });
  test("retention rates lie as their counts", async () => {
    expect(await callById("RETENTION.CURVE", [column(1000, 500, 250, null)])).toEqual([[0.5], [0.5]]);
    expect(await callById("RETENTION.CURVE", [row(1000, 500, 250)])).toEqual([[0.5, 0.5]]);
  });
  test("an empty count between others is 0, as Excel on the desktop hands it over: what follows is a rise", async () => {
    expect(await callById("RETENTION.CURVE", [column(1000, null, 250)])).toEqual(error("#VALUE!", "Value 3"));
    expect(await callById("TENURE", [column(1, null, 0.5), one(0)])).toEqual(error("#VALUE!", "Value 3"));
  });
  test("counts that rise are refused with the place", async () => {
    expect(await callById("SURVIVAL", [column(100, 90, 95)])).toEqual(error("#VALUE!", "Value 3"));
  });
  test("a cohort table in months takes words in any case, and says which words it knows", async () => {
    const customers = column("a", "b", "a", null);
    const dates = column(45658, 45670, 45720, null);
    const amounts = column(10, 20, 30, null);
    expect(await callById("COHORT", [customers, dates, amounts, one("Month"), one("CUMULATIVE")])).toEqual([
      ["cohort", "customers", 0, 1, 2],
      [45658, 2, 15, 15, 30],
    ]);
    expect(await callById("COHORT", [customers, dates, null, one("decade")])).toEqual(
      error("#VALUE!", "quarter"),
    );
    expect(await callById("COHORT", [customers, dates, null, null, one("revenue")])).toEqual(
      error("#N/A", "amounts"),
    );
  });
  test("beside dates a row of zeros is an empty row, as Excel on the desktop hands it over", async () => {
    const filled = await callById("COHORT", [column("a", "b"), column(45658, 45670)]);
    expect(await callById("COHORT", [column("a", "b", 0, 0), column(45658, 45670, 0, 0)])).toEqual(filled);
    expect(await callById("ORDERINTERVAL", [column(45000, 45030, 0)])).toBe(30);
    expect(await callById("XNPV", [one(0.1), column(-100, 110, 0), column(45000, 45365, 0)])).toEqual(
      near(0),
    );
  });
  test("Kaplan-Meier at times keeps their shape; before the first loss survival is 1", async () => {
    expect(await callById("KAPLANMEIER", [column(2, 4), column(true, false), row(1, 2, 9)])).toEqual([
      [1, 0.5, 0.5],
    ]);
    expect(await callById("KAPLANMEIER", [column(2, 4), column(0, 0)])).toEqual(error("#N/A"));
  });
});

describe("functions of segments and concentration", () => {
  test("scores keep the shape of a block, empty cells staying empty", async () => {
    expect(
      await callById("RFM.SCORE", [
        [
          [10, 40],
          [null, 20],
        ],
        one(3),
      ]),
    ).toEqual([
      [1, 3],
      ["", 2],
    ]);
  });
  test("the table of the segments, given back, gives the same segments", async () => {
    const table = (await callById("RFM.TABLE", [])) as unknown[][];
    for (const [r, f, m] of [
      [5, 5, 5],
      [1, 1, 1],
      [3, 2, 5],
      [4, 3, 1],
    ])
      expect(await callById("RFM.SEGMENT", [one(r), one(f), one(m), table])).toBe(
        await callById("RFM.SEGMENT", [one(r), one(f), one(m)]),
      );
  });
  test("scores that no line holds are #N/A, in their own cell", async () => {
    expect(await callById("RFM.SEGMENT", [column(5, 9), one(5), one(5)])).toEqual([
      ["Best"],
      [error("#N/A", "9-5-5")],
    ]);
  });
  test("an error inside a table is not swallowed with its heading", async () => {
    const table = [["name", { code: "#REF!" }, 1, 1, 1, 1, 1]];
    expect(await callById("RFM.SEGMENT", [one(1), one(1), one(1), table])).toEqual(error("#REF!"));
  });
  test("tenths with all three columns have eight, with profit alone five", async () => {
    const ten = column(1, 2, 3, 4, 5, 6, 7, 8, 9, 10);
    const eight = (await callById("DECILE", [ten, ten, ten])) as unknown[][];
    expect(eight[0]).toEqual([1, 1, 10, near(0.1818, 4), near(0.1818, 4), 10, 1, 1]);
    expect(((await callById("DECILE", [ten])) as unknown[][])[0]).toHaveLength(5);
    expect(await callById("DECILE", [ten.slice(1)])).toEqual(error("#N/A", "10"));
  });
  test("several top shares give several concentrations", async () => {
    expect(await callById("CONCENTRATION", [column(10, 50, 10, 20, 10), row(0, 0.2, 1)])).toEqual([
      [near(0), near(0.5), near(1)],
    ]);
  });
});

describe("functions of sensitivity", () => {
  test("a base with its last, optional arguments missing takes their defaults; an empty cell between is 0", async () => {
    expect(await callById("UPLIFT", [one("SIMPLE"), column(25, 4, 10, null), one("aov"), one(0.1)])).toEqual(
      near(100),
    );
    expect(await callById("UPLIFT", [one("SIMPLE"), row(25, null, 10), one("aov"), one(0.1)])).toBe(0);
  });
  test("an unknown lever is answered with those of the model", async () => {
    expect(await callById("UPLIFT", [one("CHURN"), row(25, 4, 0.4, 0.1), one("luck"), one(0.1)])).toEqual(
      error("#VALUE!", "gross_margin"),
    );
  });
  test("a grid marks the cells out of range and fills the others", async () => {
    const grid = await callById("GRID", [
      one("RETENTION"),
      row(100, 0.8, 0.1),
      one("retention"),
      column(0.8, 1.1),
      one(1),
      row(100, 200),
    ]);
    expect(grid).toEqual([
      [near(366.67), near(733.33)],
      [error("#VALUE!", "1.1"), error("#VALUE!", "1.1")],
    ]);
  });
});

describe("functions of money: acquisition, equity, subscription, referral, budget", () => {
  test("a payback that never comes says what the margins are worth", async () => {
    expect(await callById("PAYBACK", [one(400), one(100), one(0.8), one(0.1)])).toEqual(
      error("#VALUE!", "worth 366.667."),
    );
  });
  test("a break-even that no retention reaches says so", async () => {
    expect(await callById("BREAKEVEN.RETENTION", [one(100), one(2000), one(0.1)])).toEqual(
      error("#VALUE!", "2,000"),
    );
  });
  test("equity leaves out the rows that are empty in both ranges", async () => {
    expect(await callById("EQUITY", [column(10, 20, null), column(5, 1, "")])).toBe(70);
    expect(await callById("EQUITY", [column(10, 20), column(5)])).toEqual(error("#VALUE!", "values"));
  });
  test("one frequency of charging holds for all fees, else one is needed for each", async () => {
    expect(await callById("MRR", [column(10, 20, null)])).toBe(30);
    expect(await callById("ARR", [column(10, 20), one(4)])).toBe(120);
    expect(await callById("ARR", [column(10, 20, 30), column(4, 1)])).toEqual(error("#VALUE!"));
  });
  test("an empty cell among the referred is nobody: no value, no reward", async () => {
    expect(
      await callById("REFERRAL", [
        [
          [120, null],
          [80, ""],
        ],
        null,
        one(10),
      ]),
    ).toBe(180);
    expect(await callById("REFERRAL", [one(120), null, row(0, 10)])).toEqual([[120, 110]]);
  });
  test("a budget without a known cost is not capped", async () => {
    expect(await callById("BUDGET", [one(100), one(300), column(0.25, 1)])).toEqual([[7500], [30000]]);
  });
  test("replacements without a target keep each base of a column", async () => {
    expect(await callById("REPLACEMENTS", [column(5000, 100), one(0.1)])).toEqual([[500], [10]]);
  });
  test("a cost typed with a minus sign is refused: costs are positive", async () => {
    expect(await callById("REPLACEORRETAIN", [one(500), one(-80), one(600), one(150)])).toEqual(
      error("#VALUE!", "≥ 0"),
    );
  });
});

describe("functions of trend and review", () => {
  test("a change is empty where there is nothing to compare with", async () => {
    expect(await callById("CHANGE", [column(0, 5, 6), one(0.1)])).toEqual([
      ["", false],
      ["", true],
      [near(0.2), true],
    ]);
  });
  test("a trend over rows selected too long is that of the rows filled", async () => {
    expect(await callById("TREND", [column(100, 110, 130, null), column(1, 2, 3, null)])).toEqual(near(15));
  });
  test("an empty cell is a period without a value: it moves no other, and has no change", async () => {
    expect(await callById("TREND", [column(100, null, 120)])).toEqual(near(10));
    expect(await callById("TREND", [column(100, 110, null), column(1, 2, 3)])).toEqual(near(10));
    expect(await callById("CHANGE", [column(100, null, 130), one(0.2)])).toEqual([
      ["", false],
      ["", ""],
      [near(0.3), true],
    ]);
  });
  test("formulas are found in any case and with CLV. before them", async () => {
    expect(await callById("FORMULA", [column("clv.simple", "Churn")])).toEqual([
      [expect.stringContaining("aov × frequency × lifespan")],
      [expect.stringContaining("churn_rate")],
    ]);
    expect(await callById("FORMULA", [one("constructor")])).toEqual(error("#VALUE!", "constructor"));
  });
  test("data quality counts rows with errors as what they are not: dates and amounts", async () => {
    const counts = await callById("DATAQUALITY", [
      column("a", "b"),
      column(45000, { code: "#N/A" }),
      column(1, 2),
    ]);
    expect(counts).toContainEqual(["dates that are not dates", 1]);
  });
});

describe("what is wrong is named", () => {
  it("the argument that must be a single value", async () => {
    const args = [one("bgnbd"), column(0, 1, 2), column(0, 4, 9), column(9, 9, 9), column(1, 2)];
    expect(await callById("OUTLOOK", args)).toEqual(error("#VALUE!", "horizon must be a single value"));
  });

  it("a rate that a step takes above 1, without the question whether a percentage was meant", async () => {
    const lines = (await callById("SENSITIVITY", [
      one("RETENTION"),
      row(100, 0.8, 0.1),
      one("retention"),
      column(0, 0.5),
    ])) as { message?: string }[][];
    expect(lines[0]?.[2]).toEqual(expect.any(Number));
    expect(lines[1]?.[2]).toEqual(error("#VALUE!", "retention: 1.2"));
    expect(lines[1]?.[2]?.message).not.toContain("mean");
    // Typed as 80 it may well have been a percentage.
    const typed = await callById("SENSITIVITY", [
      one("RETENTION"),
      row(100, 80, 0.1),
      one("retention"),
      one(0),
    ]);
    expect(typed).toEqual(error("#VALUE!", "80%"));
  });
});
