import { BASES, DONORS, type Base } from "./bases";
import { callById } from "./callById";
import { column, error, one } from "./shapes";

const X = column(0, 1, 1, 2, 2, 3, 4, 7, 12);
const TX = column(0, 4, 20, 10, 30, 24, 36, 35, 38);
const AGE = column(...new Array<number>(9).fill(39));
const CUSTOMERS = column(600, 90, 60, 40, 40, 30, 25, 20, 15);
const HISTORY = [X, TX, AGE];

type Line = [name: string, value: number, low: number, high: number | string];
const table = async (id: string, args: unknown[]): Promise<Line[]> => (await callById(id, args)) as Line[];
const bootstrap = (model: string, seed: number, draws = 40, level = 0.9): Promise<Line[]> =>
  table("BOOTSTRAP", [one(model), ...HISTORY, one(26), one(seed), one(draws), one(level), CUSTOMERS]);
const profile = (model: string, level = 0.95): Promise<Line[]> =>
  table("PROFILE", [one(model), ...HISTORY, one(level), CUSTOMERS]);

describe.each([
  ["bgnbd", "BGNBD"],
  ["mbgnbd", "MBGNBD"],
  ["pareto", "PARETO"],
])("intervals of many fits (%s)", (model, name) => {
  it("stand around the estimates of the fit, by name", async () => {
    const [row = []] = (await callById(`${name}.FIT`, [...HISTORY, one(false), CUSTOMERS])) as number[][];
    for (const lines of [await profile(model), (await bootstrap(model, 1)).slice(0, 4)]) {
      expect(lines.map(([, value]) => value)).toEqual(row);
      expect(lines.map(([parameter]) => parameter).slice(0, 2)).toEqual(["r", "alpha"]);
      for (const [, value, low, high] of lines) {
        expect(low).toBeLessThan(value);
        if (high !== "∞") expect(high).toBeGreaterThan(value);
      }
    }
  });

  it("grow with the level", async () => {
    const [narrow, wide] = [await profile(model, 0.5), await profile(model, 0.95)];
    const [few, many] = [await bootstrap(model, 1, 40, 0.5), await bootstrap(model, 1, 40, 0.95)];
    for (const [inner, outer] of [
      [narrow, wide],
      [few, many],
    ])
      inner?.forEach(([, , low, high], i) => {
        const [, , lower = NaN, higher = NaN] = outer?.[i] ?? [];
        expect(lower).toBeLessThan(low);
        if (higher !== "∞") expect(higher).toBeGreaterThan(Number(high));
      });
  });
});

it("the profile ends where no values of the other parameters explain the data well enough", async () => {
  // At the bound the log-likelihood, at its best over alpha, a and b, has lost z² / 2 with z = 1.959964.
  const [[, best = NaN, low = NaN] = []] = await profile("bgnbd");
  const sumAt = async (row: number[]): Promise<number> => {
    const each = (await callById("BGNBD.LL", [[row], ...HISTORY])) as number[][];
    return each.reduce((sum, [value = NaN], i) => sum + value * (CUSTOMERS[i]?.[0] as number), 0);
  };
  const [row = []] = (await callById("BGNBD.FIT", [...HISTORY, one(false), CUSTOMERS])) as number[][];
  const top = await sumAt(row);
  /** The best of the others by coordinate search: slow and plain, and nothing of the product but the likelihood. */
  const bestAt = async (r: number): Promise<number> => {
    let at = [r, ...row.slice(1)];
    let height = await sumAt(at);
    for (let step = 0.2; step > 1e-5;) {
      let moved = false;
      for (const direction of [
        [0, 1, 0, 0],
        [0, 0, 1, 1],
        [0, 0, 1, 0],
        [0, 0, 0, 1],
      ]) {
        for (const sign of [1, -1]) {
          const next = at.map((value, k) => value * Math.exp(sign * step * (direction[k] ?? 0)));
          const found = await sumAt(next);
          if (found > height) [at, height, moved] = [next, found, true];
        }
      }
      if (!moved) step /= 2;
    }
    return height;
  };
  expect(best).toBe(row[0]);
  expect(top - (await bestAt(low))).toBeCloseTo(1.959964 ** 2 / 2, 4);
});

describe("CLV.BOOTSTRAP", () => {
  it("gives the same for the same seed and other bounds for another", async () => {
    expect(await bootstrap("bgnbd", 7)).toEqual(await bootstrap("bgnbd", 7));
    const [seven, eight] = [await bootstrap("bgnbd", 7), await bootstrap("bgnbd", 8)];
    expect(eight.map(([, value]) => value)).toEqual(seven.map(([, value]) => value));
    expect(eight.map(([, , low]) => low)).not.toEqual(seven.map(([, , low]) => low));
  });

  it("of the orders of all customers is about as wide as the delta method's where the fit is firm", async () => {
    const args = [one("bgnbd"), ...HISTORY, one(26), one(0.9), CUSTOMERS];
    const [, total = []] = (await callById("OUTLOOK", args)) as (number | string)[][];
    const [label, value, low, high] = (await bootstrap("bgnbd", 3, 300)).at(-1) ?? [];
    expect(label).toBe("expected orders");
    expect(value).toBeCloseTo(Number(total[1]), 8);
    const width = (Number(high) - Number(low)) / (Number(total[3]) - Number(total[2]));
    expect(width).toBeGreaterThan(0.7);
    expect(width).toBeLessThan(1.4);
  });

  it("has no line of orders without a horizon", async () => {
    const lines = await table("BOOTSTRAP", [one("bgnbd"), ...HISTORY, null, null, one(20), null, CUSTOMERS]);
    expect(lines.map(([name]) => name)).toEqual(["r", "alpha", "a", "b"]);
  });
});

describe("where the data leave a parameter open", () => {
  const NAMES = ["r", "alpha", "a", "b"];
  const openOf = (lines: Line[]): (string | undefined)[] =>
    lines.map(([, , low, high]) => `${low === 0 ? "0" : ""}…${high === "∞" ? "∞" : ""}`);

  it("no bound is an edge of the search: nobody has stayed away, so a and b may be anything", async () => {
    // Everyone's last order is near the end: the fit is at its limit, NBD.
    const history = [column(1, 2, 3, 5, 0), column(30, 35, 38, 38, 0), column(39, 39, 39, 39, 39)];
    const counts = column(20, 20, 15, 10, 20);
    const args = [one("bgnbd"), ...history];
    const drawn = await table("BOOTSTRAP", [...args, null, null, one(60), null, counts]);
    expect(drawn.map(([name]) => name)).toEqual(NAMES);
    expect(openOf(drawn).slice(2)).toEqual(["0…∞", "0…∞"]);
    const profiled = await table("PROFILE", [...args, null, counts]);
    expect(openOf(profiled).slice(2)).toEqual(["0…∞", "0…∞"]);
    for (const [, value, low] of [...drawn.slice(0, 1), ...profiled.slice(0, 1)]) {
      expect(low).toBeGreaterThan(0.5);
      expect(low).toBeLessThan(value);
    }
  });

  it("a bound is infinite where the draws have no other: everybody orders at one rate", async () => {
    const history = [column(2, 3, 1, 4, 5, 0), column(30, 35, 20, 36, 38, 0), column(39, 39, 39, 39, 39, 39)];
    const counts = column(50, 50, 40, 30, 10, 15);
    const args = [one("pareto"), ...history, one(26), null, one(40), null, counts];
    const [r, alpha, , , orders = []] = await table("BOOTSTRAP", args);
    expect(r?.slice(2)).toEqual(["∞", "∞"]);
    expect(alpha?.slice(2)).toEqual(["∞", "∞"]);
    // What the data do tell is told: orders per week so far, 26 weeks on.
    expect(Number(orders[3]) / Number(orders[2])).toBeLessThan(1.3);
  });

  it("a profile that jumps past the allowed height, from one maximum to another, sets no bound", async () => {
    const history = [column(1, 2, 3, 5, 0), column(30, 35, 38, 38, 0), column(39, 39, 39, 39, 39)];
    const [, alpha] = await table("PROFILE", [one("mbgnbd"), ...history, null, column(20, 20, 15, 10, 20)]);
    expect(alpha?.[3]).toBe("∞");
  });

  it("draws without a repeat order are not left out in silence", async () => {
    const history = [column(0, 1), column(0, 5), column(39, 39)];
    const args = [one("bgnbd"), ...history, null, null, one(40), null, column(500, 1)];
    // Of one among 501 customers a draw holds none with probability (500/501)^501 = 0.37.
    expect(await callById("BOOTSTRAP", args)).toEqual(error("#N/A", "40 draws"));
  });
});

describe("of BG/BB and CNBD-k", () => {
  const fitOf = async ({ name, history, gaps, customers }: Base, weakPrior: boolean): Promise<number[]> => {
    const options = gaps ? [gaps, one(false), customers] : [customers, one(false)];
    const [row = []] = (await callById(`${name}.FIT`, [
      ...history,
      ...options,
      one(weakPrior),
    ])) as number[][];
    return row.slice(0, 4);
  };
  const ask = (id: string, { word, history, gaps, customers }: Base, asked: unknown[], weakPrior = false) =>
    table(id, [one(word), ...history, ...asked, customers, one(weakPrior), gaps]);

  it.each(BASES)("stand around the estimates of the fit ($word)", async (base) => {
    for (const weakPrior of [false, true]) {
      const row = await fitOf(base, weakPrior);
      const profiled = await ask("PROFILE", base, [null], weakPrior);
      const drawn = await ask("BOOTSTRAP", base, [null, null, one(40), one(0.9)], weakPrior);
      for (const lines of [profiled, drawn]) {
        expect(lines.map(([, value]) => value)).toEqual(row);
        for (const [, value, low, high] of lines) {
          expect(low).toBeLessThan(value);
          if (high !== "∞") expect(high).toBeGreaterThan(value);
        }
      }
    }
    expect(await fitOf(base, true)).not.toEqual(await fitOf(base, false));
  });

  it.each(BASES)("orders of all are about as uncertain as by the delta method ($word)", async (base) => {
    const { word, history, gaps, customers, horizon } = base;
    const args = [one(word), ...history, one(horizon), one(0.9), customers, null, gaps];
    const [, total = []] = (await callById("OUTLOOK", args)) as (number | string)[][];
    const drawn = (await ask("BOOTSTRAP", base, [one(horizon), one(5), one(200), one(0.9)])).at(-1);
    const [, value = NaN, low = NaN, high] = drawn ?? [];
    expect(value).toBeCloseTo(Number(total[1]), 8);
    const width = (Number(high) - low) / (Number(total[3]) - Number(total[2]));
    expect(width).toBeGreaterThan(0.7);
    expect(width).toBeLessThan(1.4);
  });

  it("need the gaps for stages, and whole opportunities", async () => {
    for (const id of ["BOOTSTRAP", "PROFILE"])
      expect(await callById(id, [one("bgcnbd"), ...HISTORY])).toEqual(error("#VALUE!", "sum_log_gaps"));
    const drawn = await callById("BOOTSTRAP", [one("bgbb"), ...DONORS.history, one(1.5)]);
    expect(drawn).toEqual(error("#VALUE!", "horizon: 1.5"));
  });
});

describe("both refuse", () => {
  it.each([
    ["BOOTSTRAP", [one("nbd"), ...HISTORY], "#VALUE!", "pareto"],
    ["PROFILE", [one("nbd"), ...HISTORY], "#VALUE!", "pareto"],
    ["BOOTSTRAP", [one("bgnbd"), ...HISTORY, null, null, one(5)], "#VALUE!", "draws"],
    ["BOOTSTRAP", [one("bgnbd"), ...HISTORY, null, one(0.5)], "#VALUE!", "seed"],
    ["BOOTSTRAP", [one("bgnbd"), ...HISTORY, null, null, null, one(1)], "#VALUE!", "level"],
    ["PROFILE", [one("bgnbd"), ...HISTORY, one(1)], "#VALUE!", "level"],
    ["PROFILE", [one("bgnbd"), one(2), one(8), one(5)], "#VALUE!", "tx"],
    ["PROFILE", [one("bgnbd"), column(0, 0), column(0, 0), column(9, 9)], "#N/A", ""],
    ["BOOTSTRAP", [one("bgnbd"), column(0, 0), column(0, 0), column(9, 9)], "#N/A", ""],
  ])("CLV.%s what cannot be (%#)", async (id, args, kind, words) => {
    expect(await callById(id, args)).toEqual(error(kind, words));
  });
});
