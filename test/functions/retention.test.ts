import { finiteValue, retentionValue } from "../../src/measures/retention";
import { callById } from "./callById";
import { column, error, messageOf, near, one, row } from "./shapes";

describe("functions of retention and cash flow", () => {
  test("a column of margins against a row of retention rates spills a block", async () => {
    expect(await callById("RETENTION", [column(100, 200), row(0.8, 0.5), one(0.1)])).toEqual([
      [near(366.67), near(183.33)],
      [near(733.33), near(366.67)],
    ]);
  });
  test("the four timings as a row give the four formulas", async () => {
    const result = await callById("RETENTION", [one(100), one(0.8), one(0.1), row(0, 1, 2, 3)]);
    expect(result).toEqual([([0, 1, 2, 3] as const).map((timing) => retentionValue(100, 0.8, 0.1, timing))]);
  });
  test("a timing that does not exist is refused with those that do", async () => {
    expect(await callById("RETENTION", [one(100), one(0.8), one(0.1), one(4)])).toEqual(
      error("#VALUE!", "0, 1, 2, 3"),
    );
  });
  test("80 for 80 % asks whether 80% was meant, for retention and for discount", async () => {
    expect(messageOf(await callById("RETENTION", [one(100), one(80), one(0.1)]))).toContain("80%");
    expect(messageOf(await callById("RETENTION", [one(100), one(0.8), one(10)]))).toContain("10%");
  });
  test("retention 1 without discount says that the value has no finite sum", async () => {
    expect(await callById("RETENTION", [one(100), one(1), one(0)])).toEqual(
      error("#VALUE!", "no finite sum"),
    );
    expect(await callById("FINITE", [one(100), one(1), one(0), one(12)])).toBe(1200);
  });
  test("one bad row of a column spoils itself only", async () => {
    expect(await callById("RESIDUAL", [column(100, "n/a", 100), column(0.9, 0.9, 1.2), one(0.1)])).toEqual([
      [near(495)],
      [error("#VALUE!", "n/a")],
      [error("#VALUE!", "1.2")],
    ]);
  });
  test("the budget's last line is CLV.FINITE", async () => {
    const lines = (await callById("CASHFLOW", [one(100), one(0.8), one(0.1), one(7), one(1)])) as number[][];
    expect(lines).toHaveLength(7);
    expect(lines[6]?.[5]).toBeCloseTo(finiteValue(100, 0.8, 0.1, 7, 1) as number, 9);
  });
  test("the budget takes one case at a time and says so", async () => {
    expect(await callById("CASHFLOW", [column(100, 200), one(0.8), one(0.1), one(7)])).toEqual(
      error("#VALUE!"),
    );
    expect(await callById("CASHFLOW", [one(100), one(0.8), one(0.1), one(2.5)])).toEqual(
      error("#VALUE!", "2.5"),
    );
  });
  test("an empty margin is a period without margin; discount rates broadcast", async () => {
    expect(await callById("NPV", [column(0.1, 0), column(100, null, 100)])).toEqual([[near(166.04)], [200]]);
  });
  test("dated margins may be selected longer than their data", async () => {
    const margins = column(-10000, 2750, 4250, 3250, 2750, null, "");
    const dates = column(39448, 39508, 39751, 39859, 39904, null, "");
    expect(await callById("XNPV", [one(0.09), margins, dates])).toEqual(near(2086.6476, 4));
    expect(await callById("XNPV", [one(0.09), margins.slice(0, 5), dates])).toEqual(near(2086.6476, 4));
    expect(await callById("XNPV", [one(0.09), margins.slice(0, 4), dates])).toEqual(
      error("#VALUE!", "margins"),
    );
  });
  test("a margin without a date is refused, not taken for 1900", async () => {
    expect(await callById("XNPV", [one(0.09), column(1, 2), column(39448, null)])).toEqual(
      error("#VALUE!", "dates"),
    );
  });
  test("segments and sizes pair up across row and column", async () => {
    expect(
      await callById("MIXTURE", [one(100), row(0.9, 0.5), column(5000, 10000), one(0.1), one(2)]),
    ).toEqual(near(341.1, 1));
  });
});
