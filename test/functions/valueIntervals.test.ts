import { fitTransactions } from "../../src/models/buyTillYouDie/fitTransactions";
import { fitGammaGamma } from "../../src/models/spending/gammaGamma";
import { bgNbd } from "../../src/models/buyTillYouDie/bgNbd";
import { mbgNbd } from "../../src/models/buyTillYouDie/mbgNbd";
import { paretoNbd } from "../../src/models/buyTillYouDie/paretoNbd";
import { predictValues } from "../../src/models/forecasts/predictValue";
import { Refusal } from "../../src/numerics/refusal";
import { callById } from "./callById";
import { column, error, one } from "./shapes";

const X = column(0, 1, 1, 2, 2, 3, 4, 7, 12);
const TX = column(0, 4, 20, 10, 30, 24, 36, 35, 38);
const AGE = column(...new Array<number>(9).fill(39));
const CUSTOMERS = column(600, 90, 60, 40, 40, 30, 25, 20, 15);
const HISTORY = [X, TX, AGE];

const blockOf = async (model: string): Promise<unknown[][]> =>
  (await callById(`${model}.FIT`, [...HISTORY, one(true), CUSTOMERS])) as unknown[][];
const table = async (id: string, args: unknown[]): Promise<number[][]> =>
  (await callById(id, args)) as number[][];

describe("bounds of value", () => {
  const MEAN = column(0, 20, 60, 30, 45, 90, 28, 33, 70);
  const spent = async (): Promise<unknown[][]> =>
    (await callById("GAMMAGAMMA.FIT", [X, MEAN, one(true), CUSTOMERS])) as unknown[][];
  const blocks = async (model: string): Promise<unknown[][][]> => [await blockOf(model), await spent()];
  const terms = [one(0.3), one(0.1)];
  const numbersOf = (cells: unknown[][]): number[] => cells.map(([value]) => Number(value));
  const closeTo = (found: readonly number[], wanted: readonly (number | undefined)[]): void => {
    expect(found).toHaveLength(wanted.length);
    found.forEach((value, k) => expect(value / (wanted[k] ?? NaN)).toBeCloseTo(1, 7));
  };

  it.each([
    ["BGNBD", "bgnbd", bgNbd],
    ["MBGNBD", "mbgnbd", mbgNbd],
    ["PARETO", "pareto", paretoNbd],
  ])("of CLV.PREDICT and its total by %s are those of the whole base", async (name, word, model) => {
    const [x, tx, age, counts] = [X, TX, AGE, CUSTOMERS].map(numbersOf) as [
      number[],
      number[],
      number[],
      number[],
    ];
    const meanValue = numbersOf(MEAN);
    const fit = fitTransactions(model, { x, tx, age, counts });
    const spend = fitGammaGamma({ x, meanValue, counts });
    if (fit instanceof Refusal || spend instanceof Refusal) throw new Error("no fit");
    const history = { x, tx, age, meanValue, counts };
    const of = { margin: 0.3, annualRate: 0.1, unit: "week", horizon: 104 } as const;
    const wanted = predictValues(model, fit, spend, history, of, 0.9);
    if (wanted instanceof Refusal) throw new Error(wanted.code);
    const args = [
      one(word),
      ...(await blocks(name)),
      ...HISTORY,
      MEAN,
      ...terms,
      one(104),
      one("week"),
      one(0.9),
    ];
    const found = await table("PREDICT", args);
    const { estimate, low, high } = wanted.value;
    expect(found).toHaveLength(9);
    found.forEach((line, i) => closeTo(line, [estimate[i], low?.[i], high?.[i]]));
    const [total = []] = await table("PREDICT.TOTAL", [...args, CUSTOMERS]);
    closeTo(total, [wanted.total.estimate, wanted.total.low, wanted.total.high]);
  });

  it("give the sum its own: it is the sum of the values, but closer than the sum of the bounds", async () => {
    const args = [
      one("bgnbd"),
      ...(await blocks("BGNBD")),
      ...HISTORY,
      MEAN,
      ...terms,
      one(52),
      null,
      one(0.95),
    ];
    const each = await table("PREDICT", args);
    const [[value = NaN, low = NaN, high = NaN] = []] = await table("PREDICT.TOTAL", args);
    const sum = (k: number): number => each.reduce((total, line) => total + (line[k] ?? NaN), 0);
    expect(value).toBeCloseTo(sum(0), 8);
    expect(low).toBeGreaterThan(sum(1));
    expect(high).toBeLessThan(sum(2));
    expect(await callById("PREDICT.TOTAL", args.slice(0, 11))).toBe(value);
  });

  it("turn round where the margin is a loss", async () => {
    const ask = async (margin: number): Promise<number[]> => {
      const fits = await blocks("BGNBD");
      const args = [one("bgnbd"), ...fits, ...HISTORY, MEAN, one(margin), one(0.1), one(52), null, one(0.95)];
      return (await table("PREDICT.TOTAL", args))[0] ?? [];
    };
    const [gain, gainLow, gainHigh] = await ask(0.3);
    closeTo(await ask(-0.3), [-(gain ?? 0), -(gainHigh ?? 0), -(gainLow ?? 0)]);
    expect(await ask(0)).toEqual([0, 0, 0]);
  });

  it("need both blocks, name the row that is wrong, and take whole columns", async () => {
    const [fit = [], spend = []] = await blocks("PARETO");
    const ask = (...args: unknown[]): Promise<unknown> =>
      callById("PREDICT.TOTAL", [one("pareto"), ...args, ...terms, one(52), null, one(0.95)]);
    expect(await ask(fit.slice(0, 1), spend, ...HISTORY, MEAN)).toEqual(error("#VALUE!", "params"));
    expect(await ask(fit, spend.slice(0, 1), ...HISTORY, MEAN)).toEqual(error("#VALUE!", "spend_params"));
    const late = column(0, 4, 20, 10, 30, 24, 40, 35, 38);
    expect(await ask(fit, spend, X, late, AGE, MEAN)).toEqual(error("#VALUE!", "tx[7]: 40"));
    expect(await ask(fit, spend, one(""), one(""), one(""), one(""))).toEqual(error("#N/A", ""));
    const longer = (cells: unknown[][]): unknown[][] => [...cells, [""], [""]];
    const whole = await ask(fit, spend, longer(X), longer(TX), longer(AGE), longer(MEAN));
    expect(whole).toEqual(await ask(fit, spend, ...HISTORY, MEAN));
  });
});
