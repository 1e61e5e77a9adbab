import { callById } from "./callById";
import { column, error, one, row } from "./shapes";

const X = column(0, 1, 1, 2, 2, 3, 4, 7, 12);
const TX = column(0, 4, 20, 10, 30, 24, 36, 35, 38);
const AGE = column(...new Array<number>(9).fill(39));
const CUSTOMERS = column(600, 90, 60, 40, 40, 30, 25, 20, 15);
const HISTORY = [X, TX, AGE];

const blockOf = async (model: string): Promise<unknown[][]> =>
  (await callById(`${model}.FIT`, [...HISTORY, one(true), CUSTOMERS])) as unknown[][];
const table = async (id: string, args: unknown[]): Promise<number[][]> =>
  (await callById(id, args)) as number[][];

describe.each([
  ["BGNBD", "bgnbd"],
  ["MBGNBD", "mbgnbd"],
  ["PARETO", "pareto"],
])("intervals of CLV.%s", (name, model) => {
  it("spill value, low, high, and are those that CLV.OUTLOOK finds with the fit itself", async () => {
    const block = await blockOf(name);
    const found = await table(`${name}.CONDITIONAL`, [block, one(26), ...HISTORY, one(0.9)]);
    const outlook = await table("OUTLOOK", [one(model), ...HISTORY, one(26), one(0.9), CUSTOMERS]);
    expect(found).toHaveLength(9);
    found.forEach((line, i) => {
      const [, ...orders] = outlook[i + 2] ?? [];
      expect(line).toHaveLength(3);
      line.forEach((value, k) => expect(value / (orders[k] ?? NaN)).toBeCloseTo(1, 8));
    });
  });

  it.each([
    ["ALIVE", HISTORY],
    ["CONDITIONAL", [one(26), ...HISTORY]],
    ["DERT", [...HISTORY, one(0.003)]],
    ["EXPECTED", [column(1, 26, 520)]],
    ["PMF", [column(0, 1, 5), one(52)]],
  ])("of %s hold the value, grow with the level and collapse towards it", async (what, args) => {
    const block = await blockOf(name);
    const plain = await table(`${name}.${what}`, [block, ...args]);
    const at = (level: number): Promise<number[][]> => table(`${name}.${what}`, [block, ...args, one(level)]);
    const [narrow, usual, wide] = [await at(1e-9), await at(0.5), await at(0.99)];
    plain.forEach(([value = NaN], i) => {
      const [estimate = NaN, low = NaN, high = NaN] = usual[i] ?? [];
      expect(estimate).toBe(value);
      expect(narrow[i]?.[1]).toBeCloseTo(value, 7);
      expect(narrow[i]?.[2]).toBeCloseTo(value, 7);
      if (name === "BGNBD" && what === "ALIVE" && i === 0) {
        expect([low, high]).toEqual([1, 1]); // x = 0: alive whatever the parameters
        return;
      }
      expect(low).toBeLessThan(value);
      expect(high).toBeGreaterThan(value);
      expect(wide[i]?.[1]).toBeLessThan(low);
      expect(wide[i]?.[2]).toBeGreaterThan(high);
      expect(wide[i]?.[1]).toBeGreaterThan(0);
      if (what === "ALIVE" || what === "PMF") expect(wide[i]?.[2]).toBeLessThan(1);
    });
  });

  it("are the same whatever the unit of time", async () => {
    const days = (cells: unknown[][]): unknown[][] => cells.map(([value]) => [7 * Number(value)]);
    const inDays = (await callById(`${name}.FIT`, [
      X,
      days(TX),
      days(AGE),
      one(true),
      CUSTOMERS,
    ])) as unknown[][];
    const week = await table(`${name}.CONDITIONAL`, [await blockOf(name), one(26), ...HISTORY, one(0.95)]);
    const day = await table(`${name}.CONDITIONAL`, [inDays, one(182), X, days(TX), days(AGE), one(0.95)]);
    week.forEach((line, i) =>
      line.forEach((value, k) => expect((day[i]?.[k] ?? NaN) / value).toBeCloseTo(1, 6)),
    );
  });
});

/** The block of a fit with statistics, and a call for each prediction that goes with it, with the ends of its range. */
const OTHERS: readonly (readonly [string, () => Promise<unknown>, readonly unknown[], number, number])[] = [
  ["BGBB.ALIVE", opportunities, [column(0, 3), column(0, 3), one(3)], 0, 1],
  ["BGBB.CONDITIONAL", opportunities, [one(5), column(0, 3), column(0, 3), one(3)], 0, 5],
  ["BGBB.DERT", opportunities, [column(0, 3), column(0, 3), one(3), one(0.1)], 0, 10],
  ["BGBB.EXPECTED", opportunities, [column(1, 6)], 0, 6],
  ["BGCNBD.ALIVE", () => regular("BGCNBD"), [column(1, 6), column(5, 38), one(39)], 0, 1],
  [
    "BGCNBD.CONDITIONAL",
    () => regular("BGCNBD"),
    [one(26), column(1, 6), column(5, 38), one(39)],
    0,
    Infinity,
  ],
  ["BGCNBD.EXPECTED", () => regular("BGCNBD"), [column(1, 52)], 0, Infinity],
  ["MBGCNBD.ALIVE", () => regular("MBGCNBD"), [column(0, 6), column(0, 38), one(39)], 0, 1],
  [
    "MBGCNBD.CONDITIONAL",
    () => regular("MBGCNBD"),
    [one(26), column(0, 6), column(0, 38), one(39)],
    0,
    Infinity,
  ],
  ["MBGCNBD.EXPECTED", () => regular("MBGCNBD"), [column(1, 52)], 0, Infinity],
  ["GAMMAGAMMA.MEAN", spending, [column(0, 2, 5), column(0, 20, 90)], 0, Infinity],
];

const COHORT = column(1000, 869, 743, 653, 593, 551, 517, 491);
const CONTRACTS: readonly (readonly [string, string, (block: unknown) => unknown[], number, number])[] = [
  ...["SBG", "BDW"].flatMap((model) =>
    ["SURVIVAL", "PROB", "RETENTION"].map(
      (what) => [`${model}.${what}`, model, (block: unknown) => [column(1, 5, 20), block], 0, 1] as const,
    ),
  ),
  ["SBG.DEL", "SBG", (block) => [block, column(0.05, 0.1)], 1, 21],
  ["SBG.DERL", "SBG", (block) => [block, one(0.1), column(1, 5)], 0, 11],
];

function opportunities(): Promise<unknown> {
  const columns = [column(3, 2, 1, 2, 1, 1, 0), column(3, 3, 3, 2, 2, 1, 0), column(3, 3, 3, 3, 3, 3, 3)];
  return callById("BGBB.FIT", [...columns, column(240, 150, 60, 110, 60, 130, 450), one(true)]);
}

function regular(model: string): Promise<unknown> {
  const x = column(0, 1, 1, 2, 2, 3, 3, 4, 6);
  const tx = column(0, 5, 25, 9, 30, 14, 36, 20, 38);
  const gaps = column(0, 1.61, 3.22, 2.6, 5, 4, 6.8, 5.5, 10);
  return callById(`${model}.FIT`, [
    x,
    tx,
    AGE,
    gaps,
    one(true),
    column(300, 120, 30, 50, 30, 30, 30, 20, 60),
  ]);
}

function spending(): Promise<unknown> {
  return callById("GAMMAGAMMA.FIT", [
    column(1, 1, 2, 3, 1, 4, 6, 5),
    column(15, 60, 30, 45, 90, 28, 33, 70),
    one(true),
  ]);
}

/** The same block as if there were a thousandth of the data: bounds then reach for the ends. */
const uncertain = (block: unknown[][]): unknown[][] =>
  block.map((line, i) =>
    i < 10 ? line : line.map((entry) => (typeof entry === "number" ? 1000 * entry : entry)),
  );

/** Bounds within the ends, around the value that is given without a level. */
async function checkBounds(
  id: string,
  fit: unknown[][],
  argsWith: (block: unknown[][]) => readonly unknown[],
  [low, high]: readonly [number, number],
): Promise<void> {
  const plain = await table(id, [...argsWith(fit)]);
  for (const block of [fit, uncertain(fit)]) {
    const found = await table(id, [...argsWith(block), one(0.95)]);
    expect(found.map(([value]) => value)).toEqual(plain.map(([value]) => value));
    for (const [value = NaN, below = NaN, above = NaN] of found) {
      expect(below).toBeGreaterThanOrEqual(low);
      expect(below).toBeLessThan(value);
      expect(above).toBeGreaterThan(value);
      expect(above).toBeLessThanOrEqual(high);
    }
  }
}

describe("bounds of the other models", () => {
  it.each(OTHERS)("of %s lie within its range and hold the value", async (id, fit, args, low, high) => {
    const block = (await fit()) as unknown[][];
    await checkBounds(id, block, (given) => [given, ...args], [low, high]);
  });

  it.each(CONTRACTS)("of %s lie within its range and hold the value", async (id, model, args, low, high) => {
    const block = (await callById(`${model}.FIT`, [COHORT, one(true)])) as unknown[][];
    await checkBounds(id, block, args, [low, high]);
  });
});

describe("an interval", () => {
  it("stands below its values where they stand in one row", async () => {
    const block = await blockOf("BGNBD");
    const across = await table("BGNBD.EXPECTED", [block, row(1, 39, 52), one(0.95)]);
    const down = await table("BGNBD.EXPECTED", [block, column(1, 39, 52), one(0.95)]);
    expect(across).toHaveLength(3);
    expect(across[1]).toEqual(down.map((line) => line[1]));
  });

  it("needs the whole block, and says so to a row of parameters, a part of the block, or other numbers", async () => {
    const block = await blockOf("BGNBD");
    const ask = (params: unknown): Promise<unknown> =>
      callById("BGNBD.ALIVE", [params, one(2), one(30), one(39), one(0.95)]);
    const scrambled = block.map((line, i) => (i === 11 ? [1, 2, 3, 4] : line));
    for (const params of [block.slice(0, 1), block.slice(0, 9), block.slice(0, 13), scrambled])
      expect(await ask(params)).toEqual(error("#VALUE!", "whole block"));
    expect(await ask(block)).toHaveLength(1);
  });

  it("is refused at a boundary, where there are no standard errors", async () => {
    const same = [column(2, 2), column(5, 5), column(10, 10)];
    const block = await callById("BGNBD.FIT", [...same, one(true)]);
    expect(await callById("BGNBD.ALIVE", [block, one(2), one(5), one(10), one(0.95)])).toEqual(
      error("#N/A", "boundary"),
    );
    expect(await callById("BGNBD.ALIVE", [block, one(2), one(5), one(10)])).toEqual(expect.any(Number));
  });

  it.each([
    [0, "> 0, < 1"],
    [1, "> 0, < 1"],
    [95, "95%"],
  ])("refuses the level %d", async (level, words) => {
    const block = await blockOf("BGNBD");
    expect(await callById("BGNBD.EXPECTED", [block, one(1), one(level)])).toEqual(error("#VALUE!", words));
  });

  it("names what is wrong with the only customer asked for, and with one of several in her row", async () => {
    const block = await blockOf("BGNBD");
    const ask = (tx: unknown): Promise<unknown> =>
      callById("BGNBD.ALIVE", [block, one(2), tx, one(39), one(0.95)]);
    expect(await ask(one(40))).toEqual(error("#VALUE!", "tx: 40"));
    const [good, bad] = (await ask(column(30, 40))) as unknown[][];
    expect(good).toEqual([expect.any(Number), expect.any(Number), expect.any(Number)]);
    expect(bad).toEqual(new Array(3).fill(error("#VALUE!", "tx: 40")));
  });
});
