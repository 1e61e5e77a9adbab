import { callById } from "./callById";
import { BASES, DONORS, REGULAR, type Base } from "./bases";
import { column, error, one } from "./shapes";

/*
 * The sum over customers by BG/BB and CNBD-k, made again from the functions of single customers: their sum, its
 * gradient by differences (with Richardson's extrapolation) and the delta method, written out here.
 */

type Table = (string | number)[][];
const table = async (id: string, args: unknown[]): Promise<Table> => (await callById(id, args)) as Table;
const firstColumn = (cells: unknown[][]): number[] => cells.map(([value]) => Number(value));

const MARGIN = 0.3;
const RATE = 0.1;
const UNIT = "month";

const fitOf = ({ name, history, gaps, customers }: Base): Promise<Table> =>
  gaps
    ? table(`${name}.FIT`, [...history, gaps, one(true), customers])
    : table(`${name}.FIT`, [...history, customers, one(true)]);

const meanValues = ({ history }: Base): unknown[][] =>
  firstColumn(history[0] ?? []).map((x, i) => [x === 0 ? 0 : [20, 60, 30, 45, 90, 28, 33, 70][i % 8]]);
/** The customers of CLV.GAMMAGAMMA.FIT's example, ten of each. */
const spendOf = (): Promise<Table> =>
  table("GAMMAGAMMA.FIT", [
    column(1, 1, 2, 3, 1, 4, 6, 5),
    column(15, 60, 30, 45, 90, 28, 33, 70),
    one(true),
    column(...new Array<number>(8).fill(10)),
  ]);

/** The covariance at the foot of a block, for n estimated parameters. */
const covarianceOf = (block: Table, n: number): number[][] =>
  block.slice(10, 10 + n).map((line) => line.slice(0, n).map(Number));

/** √(gᵀ Σ g) of a function of the first n parameters of a row, in their logarithms. */
async function errorOf(
  compute: (row: number[]) => Promise<number>,
  row: number[],
  covariance: number[][],
): Promise<number> {
  const gradient: number[] = [];
  for (let k = 0; k < covariance.length; k++) {
    const slope = async (h: number): Promise<number> => {
      const moved = (by: number): Promise<number> =>
        compute(row.map((value, i) => (i === k ? value * Math.exp(by) : value)));
      return ((await moved(h)) - (await moved(-h))) / (2 * h);
    };
    gradient.push((4 * (await slope(1e-3)) - (await slope(2e-3))) / 3);
  }
  const variance = gradient.reduce(
    (sum, g, i) => sum + gradient.reduce((part, h, j) => part + g * h * (covariance[i]?.[j] ?? NaN), 0),
    0,
  );
  return Math.sqrt(variance);
}

/** Bounds of a quantity between 0 and an end that may be infinite, on the logarithm of its distances from both. */
function boundsOf(value: number, error: number, z: number, end: number): [low: number, high: number] {
  const place = Math.log(value) - (end === Infinity ? 0 : Math.log(end - value));
  const reach = z * (error / value + (end === Infinity ? 0 : error / (end - value)));
  const from = (at: number): number =>
    end === Infinity ? Math.exp(at) : (end * Math.exp(at)) / (1 + Math.exp(at));
  return [from(place - reach), from(place + reach)];
}

const Z90 = 1.6448536269514722;
const total = (values: number[], weights: unknown[][]): number =>
  values.reduce((sum, value, i) => sum + value * Number(weights[i]?.[0]), 0);

const expectClose = (found: readonly unknown[], wanted: readonly number[], digits = 6): void => {
  expect(found).toHaveLength(wanted.length);
  found.forEach((value, i) => expect(Number(value) / (wanted[i] ?? NaN)).toBeCloseTo(1, digits));
};

const outlook = (
  base: Base,
  level: number,
  counts = base.customers,
  horizon = base.horizon,
): Promise<Table> =>
  table("OUTLOOK", [one(base.word), ...base.history, one(horizon), one(level), counts, null, base.gaps]);

describe.each(BASES)("orders of all customers by $word", (base) => {
  it("are the sum of CONDITIONAL, with the bounds of the sum", async () => {
    const [, found = []] = await outlook(base, 0.9);
    const block = await fitOf(base);
    const sumAt = async (row: number[]): Promise<number> => {
      const each = await table(`${base.name}.CONDITIONAL`, [[row], one(base.horizon), ...base.history]);
      return total(firstColumn(each), base.customers);
    };
    const row = (block[0] ?? []).map(Number);
    const sum = await sumAt(row);
    const spread = await errorOf(sumAt, row, covarianceOf(block, 4));
    const end =
      base.most *
      total(
        base.customers.map(() => 1),
        base.customers,
      );
    expectClose(found.slice(1), [sum, ...boundsOf(sum, spread, Z90, end)]);
  });

  it("stand above each customer's, which are those of ALIVE and CONDITIONAL", async () => {
    const lines = (await outlook(base, 0.9)).slice(2);
    const block = await fitOf(base);
    const alive = await table(`${base.name}.ALIVE`, [block, ...base.history]);
    const orders = await table(`${base.name}.CONDITIONAL`, [
      block,
      one(base.horizon),
      ...base.history,
      one(0.9),
    ]);
    expect(lines).toHaveLength(alive.length);
    lines.forEach((line, i) => expectClose(line, [Number(alive[i]?.[0]), ...(orders[i] ?? []).map(Number)]));
  });

  it("double with the customers, and their range grows with the level", async () => {
    const twice = base.customers.map(([count]) => [2 * Number(count)]);
    const [, once = []] = await outlook(base, 0.9);
    const [, doubled = []] = await outlook(base, 0.9, twice);
    // The same customers twice are known better by the root of two: only the total itself doubles.
    expect(Number(doubled[1])).toBeCloseTo(2 * Number(once[1]), 3);
    const [, wide = []] = await outlook(base, 0.99);
    expect(Number(wide[2])).toBeLessThan(Number(once[2]));
    expect(Number(wide[3])).toBeGreaterThan(Number(once[3]));
  });
});

it("nothing is ahead within no time", async () => {
  for (const base of BASES) {
    const lines = await outlook(base, 0.9, base.customers, 0);
    expect(lines[1]?.slice(1)).toEqual([0, 0, 0]);
    expect(lines[2]?.slice(1)).toEqual([0, 0, 0]);
  }
});

it("donors who may use four opportunities never use more, however high the level", async () => {
  const [, found = []] = await outlook(DONORS, 0.999999999);
  expect(Number(found[3])).toBeLessThan(4 * 1200);
  expect(Number(found[3])).toBeGreaterThan(Number(found[1]));
});

describe.each(BASES)("the value of all customers by $word", (base) => {
  const terms = (horizon: number | null): unknown[] => [
    meanValues(base),
    one(MARGIN),
    one(RATE),
    horizon === null ? null : one(horizon),
    one(UNIT),
  ];
  const ask = async (
    level: number | null,
    horizon: number | null = base.horizon,
    counts: unknown[][] | null = base.customers,
  ): Promise<Table | number> =>
    (await callById("PREDICT.TOTAL", [
      one(base.word),
      await fitOf(base),
      await spendOf(),
      ...base.history,
      ...terms(horizon),
      level === null ? null : one(level),
      counts,
    ])) as Table | number;
  const bounded = async (level: number, counts?: unknown[][]): Promise<number[]> =>
    ((await ask(level, base.horizon, counts)) as Table)[0]?.map(Number) ?? [];

  /** Each customer's discounted orders from CONDITIONAL: at opportunities their sum, in time an integral by parts. */
  const discounted = async (row: number[]): Promise<number[]> => {
    const perMonth = Math.log(1 + RATE) / 12;
    const by = async (t: number): Promise<number[]> =>
      firstColumn(await table(`${base.name}.CONDITIONAL`, [[row], one(t), ...base.history]));
    const size = (base.history[0] ?? []).length;
    const sums = new Array<number>(size).fill(0);
    const add = (values: number[], weight: number): void =>
      values.forEach((value, i) => (sums[i] = (sums[i] ?? NaN) + weight * value));
    if (base.most < Infinity) {
      for (let t = 1; t <= base.horizon; t++) {
        add(await by(t), Math.exp(-perMonth * t));
        add(await by(t - 1), -Math.exp(-perMonth * t));
      }
      return sums;
    }
    const panels = 64;
    for (let i = 0; i <= panels; i++) {
      const t = (i * base.horizon) / panels;
      const simpson = i === 0 || i === panels ? 1 : i % 2 === 1 ? 4 : 2;
      add(await by(t), (simpson * base.horizon * perMonth * Math.exp(-perMonth * t)) / (3 * panels));
    }
    add(await by(base.horizon), Math.exp(-perMonth * base.horizon));
    return sums;
  };
  const means = async (row: number[]): Promise<number[]> =>
    firstColumn(await table("GAMMAGAMMA.MEAN", [[row], base.history[0], meanValues(base)]));
  const times = (orders: number[], values: number[]): number =>
    MARGIN *
    total(
      orders.map((count, i) => count * (values[i] ?? NaN)),
      base.customers,
    );

  it("is margin × mean value × discounted orders, with the bounds of the sum", async () => {
    const [found, block, spend] = [await bounded(0.9), await fitOf(base), await spendOf()];
    const [row, spendRow] = [(block[0] ?? []).map(Number), (spend[0] ?? []).slice(0, 3).map(Number)];
    const [orders, values] = [await discounted(row), await means(spendRow)];
    const value = times(orders, values);
    const ofOrders = await errorOf(
      async (moved) => times(await discounted(moved), values),
      row,
      covarianceOf(block, 4),
    );
    const ofSpend = await errorOf(
      async (moved) => times(orders, await means(moved)),
      spendRow,
      covarianceOf(spend, 3),
    );
    let end = Infinity;
    if (base.most < Infinity) {
      const each = Array.from({ length: base.horizon }, (_, t) => (1 + RATE) ** (-(t + 1) / 12));
      const all = each.reduce((sum, one) => sum + one, 0);
      end = times(
        values.map(() => all),
        values,
      );
    }
    const [low, high] = boundsOf(value, ofOrders, Z90, end);
    const distance = (bound: number): number =>
      Math.exp(Math.hypot(Math.log(bound / value), (Z90 * ofSpend) / value));
    expectClose(found, [value, value / distance(low), value * distance(high)]);
  });

  it("without a horizon is that of all time", async () => {
    const [row = []] = await fitOf(base);
    const [spendRow = []] = await spendOf();
    const rate = base.name === "BGBB" ? (1 + RATE) ** (1 / 12) - 1 : null;
    const far = rate === null ? await ask(null, 5000) : undefined;
    if (rate !== null) {
      const dert = firstColumn(await table("BGBB.DERT", [[row], ...base.history, one(rate)]));
      expectClose([await ask(null, null)], [times(dert, await means(spendRow.map(Number)))], 10);
      // 10,000 opportunities are as good as all.
      expectClose([await ask(null, null)], [Number(await ask(null, 10_000))], 9);
    } else expectClose([await ask(null, null)], [Number(far)], 8);
  });

  it("of one customer is that of CLV.PREDICT; the bounds double with the customers and grow with the level", async () => {
    const last = (cells: unknown[][]): unknown[][] => cells.slice(-2, -1);
    const single = {
      history: base.history.map(last),
      mean: last(meanValues(base)),
    };
    const args = (level: number): unknown[] => [
      ...single.history,
      single.mean,
      one(MARGIN),
      one(RATE),
      one(base.horizon),
      one(UNIT),
      one(level),
    ];
    const fits = [one(base.word), await fitOf(base), await spendOf()];
    const found = await table("PREDICT.TOTAL", [...fits, ...args(0.8)]);
    expect(found).toEqual([[expect.any(Number), expect.any(Number), expect.any(Number)]]);
    expect(found).toEqual(await table("PREDICT", [...fits, ...args(0.8)]));
    const once = await bounded(0.8);
    const twice = await bounded(
      0.8,
      base.customers.map(([count]) => [2 * Number(count)]),
    );
    // Under the same fits: the fits of `bounded` are always those of the base itself.
    expectClose(
      twice,
      once.map((value) => 2 * value),
      9,
    );
    const wide = await bounded(0.95);
    expect(wide[1]).toBeLessThan(once[1] ?? NaN);
    expect(wide[2]).toBeGreaterThan(once[2] ?? NaN);
  });
});

describe("what cannot be", () => {
  const ask = async (word: string, params: unknown[][], ...rest: unknown[]): Promise<unknown> =>
    callById("PREDICT", [one(word), params, [[6.25, 3.74, 15.44]], ...rest]);
  const donor = [one(2), one(3), one(6), one(20), one(0.3), one(0.1)];

  it("is refused in words", async () => {
    const four = [[1.204, 0.75, 0.657, 2.783]];
    expect(typeof (await ask("bgbb", four, ...donor, one(5), one("year")))).toBe("number");
    expect(await ask("bgbb", four, ...donor, one(2.5))).toEqual(error("#VALUE!", "horizon: 2.5"));
    expect(await ask("bgbb", four, ...donor, one(20000))).toEqual(error("#VALUE!", "horizon: 20"));
    expect(await ask("bgbb", four, one(2), one(3), one(6.5), ...donor.slice(3))).toEqual(
      error("#VALUE!", "age: 6.5"),
    );
    expect(await ask("bgbb", four, one(4), one(3), one(6), ...donor.slice(3))).toEqual(
      error("#VALUE!", "x: 4"),
    );
    expect(await ask("bgcnbd", four, ...donor)).toEqual(error("#VALUE!", "params: at least 5"));
    expect(await ask("mbgcnbd", [[1, 2, 1, 2, 2.5]], ...donor)).toEqual(error("#VALUE!", "k: 2.5"));
    expect(await ask("mbgcnbd", [[1, 2e6, 1, 2, 2]], ...donor)).toEqual(error("#VALUE!", "params: 2"));
    expect(await ask("sbg", four, ...donor)).toEqual(error("#VALUE!", "mbgcnbd, bgbb"));
  });

  it("gaps are needed for stages, and a level is between 0 and 1", async () => {
    const args = [one("bgcnbd"), ...REGULAR.history, one(26)];
    expect(await callById("OUTLOOK", args)).toEqual(error("#VALUE!", "sum_log_gaps"));
    for (const level of [0, 1])
      expect(await callById("OUTLOOK", [one("bgbb"), ...DONORS.history, one(4), one(level)])).toEqual(
        error("#VALUE!", "level"),
      );
    expect(await callById("OUTLOOK", [one("bgbb"), ...DONORS.history, one(1.5)])).toEqual(
      error("#VALUE!", "horizon: 1.5"),
    );
  });
});
