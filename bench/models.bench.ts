import { fitBgBb } from "../src/models/buyTillYouDie/bgBb";
import { bgNbd } from "../src/models/buyTillYouDie/bgNbd";
import type { FitResult } from "../src/models/fitting/fit";
import { fitTransactions } from "../src/models/buyTillYouDie/fitTransactions";
import { forecastCustomers } from "../src/models/forecasts/forecastCustomers";
import { fitGammaGamma, type SpendHistory } from "../src/models/spending/gammaGamma";
import { mbgNbd } from "../src/models/buyTillYouDie/mbgNbd";
import { paretoNbd } from "../src/models/buyTillYouDie/paretoNbd";
import { predictValues } from "../src/models/forecasts/predictValue";
import { simulateCustomers, type SimulatedCustomers } from "../src/models/buyTillYouDie/simulateCustomers";
import type { TransactionModel } from "../src/models/buyTillYouDie/transactionModel";
import { RandomStream } from "../src/numerics/random";
import type { BenchCases } from "./benchCase";

/** Like CDNOW (its parameters, ages of 27 to 39 weeks, whole days), but drawn: those data are not ours to ship. */
function likeCdnow(customers: number, model: TransactionModel = bgNbd): SimulatedCustomers {
  const plan = { customers, seed: 4, youngest: 27, oldest: 39, day: 1 / 7 };
  return model === paretoNbd
    ? simulateCustomers("paretoNbd", [0.5533, 10.578, 0.6062, 11.669], plan)
    : simulateCustomers("bgNbd", [0.2426, 4.4136, 0.793, 2.4259], plan);
}

const count = (customers: number): string => customers.toLocaleString("en-US");

const fitting = (
  model: TransactionModel,
  name: string,
  customers: number,
  goalMs: number | undefined,
  repeats: number,
): BenchCases[number] => ({
  name: `fit ${name} with standard errors, ${count(customers)} customers`,
  goalMs,
  repeats,
  prepare: () => likeCdnow(customers, model),
  run: (history: never) => fitTransactions(model, history),
});

/** Cost grows with distinct rows: a million customers each time, more and more of them different. */
const distinct = (rows: number): BenchCases[number] => ({
  name: `fit Pareto/NBD, 1,000,000 customers drawn from ${count(rows)} different ones`,
  repeats: rows > 10_000 ? 1 : 5,
  prepare: (): SimulatedCustomers => {
    const { x, tx, age } = simulateCustomers("paretoNbd", [0.5533, 10.578, 0.6062, 11.669], {
      customers: rows,
      seed: 5,
      youngest: 27,
      oldest: 39,
    });
    const repeated = (column: Float64Array): Float64Array =>
      Float64Array.from({ length: 1_000_000 }, (_, i) => column[i % rows] ?? NaN);
    return { x: repeated(x), tx: repeated(tx), age: repeated(age) };
  },
  run: (history: never) => fitTransactions(paretoNbd, history),
});

/** Of 100,000 customers only one ever came back. */
const oneCameBack: BenchCases[number] = {
  name: "fit Pareto/NBD, 100,000 customers, one of whom ordered again",
  prepare: () => {
    const { x, age } = likeCdnow(100_000, paretoNbd);
    return { x: x.map((_, i) => (i === 0 ? 1 : 0)), tx: x.map((_, i) => (i === 0 ? 5 : 0)), age };
  },
  run: (history: never) => fitTransactions(paretoNbd, history),
};

/** The times of a customer's orders up to her age. */
type DrawOrders = (random: RandomStream, age: number) => number[];

const atRandom: DrawOrders = (random, age) => {
  const times: number[] = [];
  for (let time = random.exponential() / 0.1; time <= age; time += random.exponential() / 0.1)
    times.push(time);
  return times;
};

const everyDay: DrawOrders = (_random, age) =>
  Array.from({ length: Math.round(7 * age) }, (_, i) => (i + 1) / 7);

const onceAtMost: DrawOrders = (random, age) =>
  random.uniform() < 0.3 ? [Math.ceil(random.uniform() * age * 7) / 7] : [];

/** 100,000 customers of a shape that no model is made for: most lead the search to an edge, where no maximum is. */
const hostile = (what: string, orders: DrawOrders, wholeDays: boolean): BenchCases[number] => ({
  name: `fit Pareto/NBD, 100,000 customers ${what}`,
  goalMs: 5000,
  repeats: 3,
  prepare: (): SimulatedCustomers => {
    const random = new RandomStream(9);
    const days = (time: number): number => (wholeDays ? Math.round(time * 7) / 7 : time);
    const age = new Float64Array(100_000).map(() => days(4 + 100 * random.uniform()));
    const times = Array.from(age, (end) =>
      [...new Set(orders(random, end).map(days))].filter((time) => time > 0),
    );
    const column = (of: (times: readonly number[]) => number): Float64Array => Float64Array.from(times, of);
    return { x: column((all) => all.length), tx: column((all) => all.at(-1) ?? 0), age };
  },
  run: (history: never) => fitTransactions(paretoNbd, history),
});

/** One customer of a thousand orders among ordinary ones. */
const oneOfAThousandOrders: BenchCases[number] = {
  name: "fit Pareto/NBD, 100,000 customers, one of them with 1,000 orders",
  prepare: () => {
    const { x, tx, age } = likeCdnow(100_000, paretoNbd);
    return { x: x.with(0, 1000), tx: tx.with(0, age[0] ?? 0), age };
  },
  run: (history: never) => fitTransactions(paretoNbd, history),
};

function spending(customers: number): SpendHistory {
  const random = new RandomStream(6);
  const x = new Float64Array(customers).map(() => 1 + random.poisson(1.6));
  const meanValue = x.map((orders) => random.gamma(6.25 * orders, random.gamma(3.74, 15.44) * orders));
  return { x, meanValue };
}

function opportunities(): { x: number[]; tx: number[]; n: number[] } {
  const random = new RandomStream(7);
  const rows = Array.from({ length: 20_000 }, () => {
    const [buys, leaves] = [random.beta(0.5, 2), random.beta(0.6, 12)];
    let [x, tx] = [0, 0];
    for (let t = 1; t <= 52 && random.uniform() >= leaves; t++)
      if (random.uniform() < buys) [x, tx] = [x + 1, t];
    return { x, tx };
  });
  return { x: rows.map((row) => row.x), tx: rows.map((row) => row.tx), n: rows.map(() => 52) };
}

interface Prediction {
  readonly fit: FitResult;
  readonly history: SimulatedCustomers;
}

const predicting = (model: TransactionModel, name: string): BenchCases[number] => ({
  name: `P(alive) and expected orders by ${name} of 1,000,000 customers`,
  goalMs: 1000,
  repeats: 3,
  prepare: () => {
    const fit = fitTransactions(model, likeCdnow(20_000));
    if (!("parameters" in fit)) throw new Error(fit.code);
    return { fit, history: likeCdnow(1_000_000) };
  },
  run: ({ fit, history }: Prediction) => forecastCustomers(model, fit, history, { horizon: 39 }),
});

interface Valuation {
  readonly fit: FitResult;
  readonly spendFit: FitResult;
  readonly history: SimulatedCustomers & { readonly meanValue: Float64Array };
}

/** First orders spread over two years, as in a list of orders: hardly two customers are of one age. */
const valuing = (customers: number, repeats: number): BenchCases[number] => ({
  name: `value of ${count(customers)} customers over 5 years, with intervals, MBG/NBD and Gamma-Gamma`,
  repeats,
  prepare: () => {
    const drawn = simulateCustomers("bgNbd", [0.53, 6.6, 0.92, 4.9], {
      customers,
      seed: 8,
      youngest: 1,
      oldest: 104,
      day: 1 / 7,
    });
    const fit = fitTransactions(mbgNbd, drawn);
    const spendFit = fitGammaGamma(spending(946));
    if (!("parameters" in fit) || !("parameters" in spendFit)) throw new Error("no fit");
    return { fit, spendFit, history: { ...drawn, meanValue: drawn.x.map(() => 40) } };
  },
  run: ({ fit, spendFit, history }: Valuation) =>
    predictValues(
      mbgNbd,
      fit,
      spendFit,
      history,
      { margin: 0.4, annualRate: 0.1, unit: "week", horizon: 261 },
      0.95,
    ),
});

export const cases: BenchCases = [
  fitting(bgNbd, "BG/NBD", 2357, 2, 300),
  fitting(mbgNbd, "MBG/NBD", 2357, 3, 300),
  fitting(paretoNbd, "Pareto/NBD", 2357, 8, 100),
  {
    name: "fit Gamma-Gamma with standard errors, 946 customers",
    goalMs: 1.5,
    repeats: 300,
    prepare: () => spending(946),
    run: (history: never) => fitGammaGamma(history),
  },
  {
    name: "fit BG/BB, 20,000 customers with 52 opportunities",
    goalMs: 50,
    repeats: 20,
    prepare: opportunities,
    run: (history: never) => fitBgBb(history),
  },
  fitting(bgNbd, "BG/NBD", 1_000_000, 300, 5),
  fitting(paretoNbd, "Pareto/NBD", 1_000_000, 1000, 5),
  distinct(10),
  distinct(1000),
  distinct(100_000),
  distinct(1_000_000),
  hostile("who order at random and never leave", atRandom, true),
  hostile("who order at random and never leave, no two alike", atRandom, false),
  hostile("who order every day", everyDay, true),
  hostile("who order once more at most", onceAtMost, true),
  oneOfAThousandOrders,
  oneCameBack,
  predicting(bgNbd, "BG/NBD"),
  predicting(paretoNbd, "Pareto/NBD"),
  valuing(900, 5),
  valuing(100_000, 1),
] as BenchCases;
