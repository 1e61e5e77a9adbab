import { callById } from "../functions/callById";

/**
 * Answers by another road (scripts/models/independentCheck.py integrates over the customers' own rates and chances),
 * through the worksheet functions as a user calls them.
 */
const CDNOW_0001 = [[[2]], [[30.43]], [[38.86]]];
const WORTH = [[[22.345]], [[0.3]], [[0.1]]];
const SPENDING = [[6.25, 3.74, 15.44]];
const customer = (x: number, tx: number, age: number): unknown[][][] => [[[x]], [[tx]], [[age]]];

describe("an answer found by integration over the customers", () => {
  it.each<[name: string, id: string, args: unknown[], value: number]>([
    [
      "BG/NBD, all orders to come",
      "BGNBD.DERT",
      [[[0.2426, 4.4136, 0.793, 2.4256]], ...CDNOW_0001, [[0.0027]]],
      5.155579251543,
    ],
    [
      "BG/NBD, the same with a + b < 1",
      "BGNBD.DERT",
      [[[0.5, 4, 0.3, 0.4]], ...customer(3, 10, 30), [[0.01]]],
      1.890415981072,
    ],
    [
      "MBG/NBD, all orders to come",
      "MBGNBD.DERT",
      [[[0.525, 6.183, 0.891, 1.614]], ...CDNOW_0001, [[0.0027]]],
      4.913027319128,
    ],
    [
      "MBG/NBD, orders of a known customer",
      "MBGNBD.CONDITIONAL",
      [[[0.525, 6.183, 0.891, 1.614]], [[39]], ...CDNOW_0001],
      1.262960623267,
    ],
    [
      "MBG/NBD, one who never came back",
      "MBGNBD.CONDITIONAL",
      [[[0.525, 6.183, 0.4, 0.3]], [[39]], ...customer(0, 0, 38.86)],
      0.08408831698153,
    ],
    [
      "MBG/NBD, a = 1",
      "MBGNBD.CONDITIONAL",
      [[[0.525, 6.183, 1, 1.3]], [[100]], ...customer(7, 20, 38.86)],
      1.168630317588,
    ],
    ["BG/CNBD-2, alive", "BGCNBD.ALIVE", [[[0.5, 2, 0.9, 1.6, 2]], ...CDNOW_0001], 0.6632397762877],
    [
      "BG/CNBD-2, orders",
      "BGCNBD.CONDITIONAL",
      [[[0.5, 2, 0.9, 1.6, 2]], [[39]], ...CDNOW_0001],
      1.272843050235,
    ],
    [
      "MBG/CNBD-3, alive on the day of an order",
      "MBGCNBD.ALIVE",
      [[[1.2, 3, 1, 1.6, 3]], ...customer(4, 30, 30)],
      0.8484848484848,
    ],
    [
      "MBG/CNBD-3, orders, the same",
      "MBGCNBD.CONDITIONAL",
      [[[1.2, 3, 1, 1.6, 3]], [[52]], ...customer(4, 30, 30)],
      3.998985482029,
    ],
    [
      "MBG/CNBD-5, alive, never came back",
      "MBGCNBD.ALIVE",
      [[[1.2, 3, 0.4, 0.3, 5]], ...customer(0, 0, 30)],
      0.1813785238103,
    ],
    [
      "MBG/CNBD-5, orders, the same",
      "MBGCNBD.CONDITIONAL",
      [[[1.2, 3, 0.4, 0.3, 5]], [[52]], ...customer(0, 0, 30)],
      0.1674785861585,
    ],
    ["BG/CNBD-4, alive", "BGCNBD.ALIVE", [[[2.2, 3, 0.4, 3.3, 4]], ...customer(6, 20, 24)], 0.8800078967252],
    [
      "BG/CNBD-4, orders",
      "BGCNBD.CONDITIONAL",
      [[[2.2, 3, 0.4, 3.3, 4]], [[26]], ...customer(6, 20, 24)],
      5.515125111874,
    ],
    [
      "the worth of 52 weeks",
      "PREDICT",
      [[["pareto"]], [[0.5533, 10.5777, 0.6062, 11.6687]], SPENDING, ...CDNOW_0001, ...WORTH, [[52]]],
      13.10600560361,
    ],
    [
      "the worth without end",
      "PREDICT",
      [[["pareto"]], [[0.5533, 10.5777, 0.6062, 11.6687]], SPENDING, ...CDNOW_0001, ...WORTH],
      60.46066341036,
    ],
    [
      "the worth of 180 days, ages in days",
      "PREDICT",
      [
        [["bgnbd"]],
        [[0.2426, 30, 0.793, 2.4256]],
        SPENDING,
        ...customer(2, 213, 272),
        ...WORTH,
        [[180]],
        [["day"]],
      ],
      6.184943579953,
    ],
    [
      "order value, q near 1",
      "GAMMAGAMMA.MEAN",
      [[[6.25, 1.0001, 15.44]], [[1]], [[22.345]]],
      37.78439544967,
    ],
    ["its likelihood", "GAMMAGAMMA.LL", [[[6.25, 1.0001, 15.44]], [[1]], [[22.345]]], -5.45199760869],
    ["order value, q below 1", "GAMMAGAMMA.MEAN", [[[0.8, 0.4, 5]], [[3]], [[12]]], 18.22222222222],
    ["its likelihood, q below 1", "GAMMAGAMMA.LL", [[[0.8, 0.4, 5]], [[3]], [[12]]], -4.13552216745],
  ])("is the product's: %s", async (_name, id, args, value) => {
    const answer = Number(await callById(id, args));
    expect(Math.abs(answer / value - 1)).toBeLessThan(1e-11);
  });
});
