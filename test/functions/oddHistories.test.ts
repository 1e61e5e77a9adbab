import { callById } from "./callById";

const column = (...values: unknown[]): unknown[][] => values.map((value) => [value]);
const repeated = (value: number, times: number): unknown[][] =>
  column(...new Array<number>(times).fill(value));

/** Odd histories through the worksheet functions: a right answer or a clear message, and none that hangs. */
describe.each(["BGNBD", "MBGNBD", "PARETO"])("CLV.%s.FIT", (model) => {
  const fit = (x: unknown[][], tx: unknown[][], age: unknown[][], ...rest: unknown[]): Promise<unknown> =>
    callById(`${model}.FIT`, [x, tx, age, ...rest]);

  it.each([
    ["tx above age", column(1, 2), column(5, 50), column(10, 20), "tx[2]: 50"],
    ["text", column(1, "abc"), column(5, 5), column(10, 20), "“abc”"],
    ["a negative x", column(1, -2), column(5, 5), column(10, 20), "x[2]: -2"],
    ["an x that is not whole", column(1, 2.5), column(5, 5), column(10, 20), "x[2]: 2.5"],
    ["a tx without repeat orders", column(1, 0), column(5, 5), column(10, 20), "tx[2]: 5"],
    ["columns of unlike length", column(1, 3), column(5, 0, 3), column(10, 20), "3"],
    ["an x beyond counting", column(1, 1e9), column(5, 9), column(10, 10), "1,000,000,000"],
  ])("names what is wrong with %s", async (_case, x, tx, age, words) => {
    expect(await fit(x, tx, age)).toEqual({ error: "#VALUE!", message: expect.stringContaining(words) });
  });

  it("names the worksheet's own argument where a count is negative", async () => {
    const answer = await fit(column(1, 0, 2), column(5, 0, 3), column(10, 9, 10), null, column(1, -5, 2));
    expect(answer).toEqual({ error: "#VALUE!", message: expect.stringContaining("customers[2]: -5") });
  });

  it("says of one customer, and of many all the same, at which boundary the fit stands, without errors", async () => {
    for (const times of [1, 50]) {
      const [x, tx, age] = [repeated(2, times), repeated(5, times), repeated(10, times)];
      const table = (await fit(x, tx, age, [[true]])) as unknown[][];
      expect(table[1]).toEqual(["", "", "", ""]);
      expect(table[8]?.[1]).toContain("at a boundary");
    }
  });

  it("steadies the same by the weak prior, with errors and finite parameters", async () => {
    const same = [repeated(2, 50), repeated(5, 50), repeated(10, 50)] as const;
    const table = (await fit(...same, [[true]], null, [[true]])) as unknown[][];
    const figures = [...(table[0] ?? []), ...(table[1] ?? [])].map(Number);
    expect(figures).toHaveLength(8);
    expect(figures.every((figure) => figure > 0 && figure < 1000)).toBe(true);
  });

  it("stands a customer of 100,000 orders among ordinary ones", async () => {
    const [row] = (await fit(
      column(1, 3, 1e5, 0, 2),
      column(5, 3, 9, 0, 8),
      column(10, 20, 10, 3, 9),
    )) as number[][];
    expect(row?.every((value) => value > 0 && Number.isFinite(value))).toBe(true);
  });
});

describe("CLV.BGBB", () => {
  const params = [[0.66, 5.19, 173.76, 1882.93]];

  it("refuses more opportunities than a lifetime of days has: a million of them ran for minutes", async () => {
    const wrong = { error: "#VALUE!", message: expect.stringContaining("10,000") };
    const many = repeated(1e6, 2);
    expect(await callById("BGBB.FIT", [column(3, 2), column(5, 9), many])).toEqual(wrong);
    expect(await callById("BGBB.LL", [params, [[4]], [[4]], [[1e6]]])).toEqual(wrong);
    expect(await callById("BGBB.CONDITIONAL", [params, [[5]], [[4]], [[4]], [[1e6]]])).toEqual(wrong);
  });

  it("answers at the most it takes", async () => {
    const likelihood = await callById("BGBB.LL", [params, [[4]], [[4]], [[10_000]]]);
    expect(likelihood).toBeLessThan(0);
    expect(Number.isFinite(likelihood)).toBe(true);
  });
});

describe.each(["BGCNBD", "MBGCNBD"])("CLV.%s.FIT", (model) => {
  it("refuses gaps that cannot fill tx, which it would take for great regularity", async () => {
    const [x, tx, age] = [column(1, 0, 3), column(5, 0, 9), column(10, 9, 10)];
    expect(await callById(`${model}.FIT`, [x, tx, age, column(1.61, 0, 1000)])).toEqual({
      error: "#VALUE!",
      message: expect.stringContaining("sum_log_gaps[3]: 1,000"),
    });
    expect(await callById(`${model}.FIT`, [x, tx, age, column(1.61, 2, 3.2)])).toEqual({
      error: "#VALUE!",
      message: expect.stringContaining("sum_log_gaps[2]: 2"),
    });
    expect(await callById(`${model}.FIT`, [x, tx, age, column(1.61, 0, 3.29)])).toHaveLength(1);
  });
});
