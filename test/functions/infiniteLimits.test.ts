import { callById } from "./callById";
import { column, error, one, row } from "./shapes";

const X = column(1, 2, 5, 3, 9, 1);
const LAST = column(...new Array<number>(6).fill(30));
const MEAN = column(...new Array<number>(6).fill(20));
const SPEND = row(6.25, 3.74, 15.44);

/** Customers none of whom has ever stayed away: the model's limit has nobody leave. */
const fitOf = async (name: string): Promise<unknown[][]> =>
  (await callById(`${name}.FIT`, [X, LAST, LAST, one(true)])) as unknown[][];

describe.each([
  ["BGNBD", "bgnbd"],
  ["MBGNBD", "mbgnbd"],
  ["PARETO", "pareto"],
])("where nobody leaves (%s)", (name, word) => {
  it("predicts what is finite: a horizon, or a discount rate", async () => {
    const block = await fitOf(name);
    expect(block[8]?.[1]).toContain("nobody leaves; limiting model: NBD");
    const history = [X, LAST, LAST];
    const orders = (await callById(`${name}.DERT`, [block, ...history, one(0.01)])) as number[][];
    expect(orders.flat().every((value) => value > 0 && Number.isFinite(value))).toBe(true);
    const args = [one(word), block, SPEND, ...history, MEAN, one(0.3)];
    expect(await callById("PREDICT.TOTAL", [...args, one(0), one(52)])).toEqual(expect.any(Number));
    expect(await callById("PREDICT.TOTAL", [...args, one(0.1)])).toEqual(expect.any(Number));
  });

  it("refuses orders without end that nothing discounts", async () => {
    const block = await fitOf(name);
    const history = [X, LAST, LAST];
    const args = [one(word), block, SPEND, ...history, MEAN, one(0.3), one(0)];
    expect(await callById("PREDICT.TOTAL", args)).toEqual(error("#NUM!", "discount"));
    const each = (await callById("PREDICT", args)) as unknown[][];
    expect(each).toEqual(X.map(() => [error("#NUM!", "discount")]));
    const dert = (await callById(`${name}.DERT`, [block, ...history, one(0)])) as unknown[][];
    expect(dert).toEqual(X.map(() => [error("#VALUE!", "delta")]));
  });
});

it("an order value without a finite mean is refused, and the sum names the customer", async () => {
  const args = [one("bgnbd"), row(0.24, 4.4, 0.8, 2.4), row(6, 0.9, 15), column(2, 0), column(30, 0)];
  const rest = [column(39, 39), column(20, 0), one(0.3), one(0.1)];
  expect(await callById("PREDICT.TOTAL", [...args, ...rest])).toEqual(error("#NUM!", "q"));
  expect(await callById("GAMMAGAMMA.MEAN", [row(6, 0.9, 15), one(0), one(0)])).toEqual(error("#NUM!", "q"));
});
