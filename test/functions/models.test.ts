import { callById } from "./callById";

const column = (...values: unknown[]): unknown[][] => values.map((value) => [value]);
const X = column(0, 1, 1, 2, 2, 3, 4, 7, 12);
const TX = column(0, 4, 20, 10, 30, 24, 36, 35, 38);
const AGE = column(...new Array<number>(9).fill(39));
const CUSTOMERS = column(600, 90, 60, 40, 40, 30, 25, 20, 15);

describe("a FIT function", () => {
  it("spills one row of parameters, and with stats the lines of LINEST and more below it", async () => {
    const plain = (await callById("BGNBD.FIT", [X, TX, AGE, null, CUSTOMERS])) as number[][];
    const full = (await callById("BGNBD.FIT", [X, TX, AGE, [[true]], CUSTOMERS])) as unknown[][];
    expect(plain).toHaveLength(1);
    expect(full[0]).toEqual(plain[0]);
    expect(full.map((row) => row[0]).slice(2, 10)).toEqual([
      "log-likelihood",
      "AIC",
      "BIC",
      "customers",
      "distinct rows",
      "iterations",
      "standing",
      "covariance of the logarithms",
    ]);
    expect(full).toHaveLength(14);
    for (const k of [0, 1, 2, 3]) {
      const relativeError = Number(full[1]?.[k]) / Number(full[0]?.[k]);
      expect(Number(full[10 + k]?.[k])).toBeCloseTo(relativeError ** 2, 12);
    }
    expect(full[5]?.[1]).toBe(920);
    expect(full[6]?.[1]).toBe(9);
    expect(full[8]?.[1]).toBe("fitted");
    expect(full.every((row) => row.length === 4)).toBe(true);
  });

  it("gives params that predictions take, as a row, as a column or with its statistics", async () => {
    const full = (await callById("PARETO.FIT", [X, TX, AGE, [[true]], CUSTOMERS])) as number[][];
    const row = [full[0] ?? []];
    const asked = [[[26]], [[2]], [[30]], [[39]]];
    const answer = await callById("PARETO.CONDITIONAL", [row, ...asked]);
    expect(await callById("PARETO.CONDITIONAL", [full, ...asked])).toBe(answer);
    expect(await callById("PARETO.CONDITIONAL", [column(...(row[0] ?? [])), ...asked])).toBe(answer);
  });

  it("says why nothing can be learnt when nobody came back", async () => {
    const none = column(0, 0, 0);
    expect(await callById("BGNBD.FIT", [none, none, column(10, 20, 30)])).toMatchObject({
      error: "#N/A",
      message: expect.stringContaining("ordered again"),
    });
  });

  it("takes columns selected longer than the data", async () => {
    const longer = (block: unknown[][]): unknown[][] => [...block, [""], [""]];
    expect(
      await callById("BGNBD.FIT", [longer(X), longer(TX), longer(AGE), null, longer(CUSTOMERS)]),
    ).toEqual(await callById("BGNBD.FIT", [X, TX, AGE, null, CUSTOMERS]));
  });

  it("names the limiting model where the likelihood has no maximum", async () => {
    const active = column(1e6, 8e5, 6.4e5, 5.12e5, 4.096e5, 327680);
    const full = (await callById("SBG.FIT", [active, [[true]]])) as unknown[][];
    expect(full[8]?.[1]).toBe(
      "at a boundary: all customers have the same chance of leaving; limiting model: geometric",
    );
    expect(full[1]).toEqual(["", ""]);
  });
});

describe("CLV.COMPARE", () => {
  it("sets the naive forecasts beside the models in the holdout", async () => {
    const later = column(0.1, 0.2, 0.6, 0.4, 1, 1.1, 2, 4, 6);
    const table = (await callById("COMPARE", [X, TX, AGE, later, [[26]], CUSTOMERS])) as unknown[][];
    expect(table.map((row) => row[0])).toEqual([
      "model",
      "BG/NBD",
      "MBG/NBD",
      "Pareto/NBD",
      "rate so far goes on",
      "nothing more is ordered",
    ]);
    const [bg, rate, nothing] = [table[1], table[4], table[5]];
    expect(Number(bg?.[4])).toBeGreaterThan(0);
    expect(Number(bg?.[7])).toBeLessThan(Number(rate?.[7]));
    expect(nothing?.[4]).toBe(0);
  });
});

describe("CLV.PREDICT", () => {
  it("refuses a model that it does not know, and says which it does", async () => {
    const args = [[["nbd"]], [[1, 1, 1, 1]], [[6, 4, 15]], [[1]], [[1]], [[2]], [[20]], [[0.3]], [[0.1]]];
    expect(await callById("PREDICT", args)).toMatchObject({
      error: "#VALUE!",
      message: expect.stringContaining("pareto"),
    });
  });
});

describe("CLV.RFM and the fits", () => {
  it("take 100,000 rows in one call", async () => {
    const rows = 100_000;
    const customers = Array.from({ length: rows }, (_, i) => [`c${i % 40_000}`]);
    const dates = Array.from({ length: rows }, (_, i) => [45_000 + Math.floor((i * 7919) % 700)]);
    const amounts = Array.from({ length: rows }, (_, i) => [10 + (i % 90)]);
    const base = (await callById("RFM", [customers, dates, amounts])) as [string, ...number[]][];
    expect(base).toHaveLength(40_000);
    const part = (k: number): unknown[][] => base.map((row) => [row[k]]);
    const fit = (await callById("MBGNBD.FIT", [part(1), part(2), part(3), [[true]]])) as unknown[][];
    expect(fit[5]?.[1]).toBe(40_000);
  }, 60_000);

  it("RFM does not count a return as an order, but takes it off the value", async () => {
    const result = await callById("RFM", [
      column("Ann", "Ann", "Ann"),
      column(100, 107, 114),
      column(20, 30, -10),
    ]);
    expect(result).toEqual([["Ann", 1, 1, 2, 20]]);
  });
});
