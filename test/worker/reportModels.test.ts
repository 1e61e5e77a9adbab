import { buildCustomers } from "../../src/orders/customers/buildCustomers";
import type { CustomerBase } from "../../src/orders/customers/customerBase";
import { completeColumns } from "../../src/orders/orderColumns";
import type { OrderTable } from "../../src/orders/orderTable";
import { createOrderReader } from "../../src/orders/readOrders";
import { recognise } from "../../src/orders/recognising/recognise";
import { sampleOrders } from "../../src/orders/sample/sampleOrders";
import { modelWords, type ModelWords } from "../../src/locales/modelWords";
import { bgNbd } from "../../src/models/buyTillYouDie/bgNbd";
import { TRANSACTION_MODELS } from "../../src/models/forecasts/compareModels";
import { defaultInputs } from "../../src/summary/inputs/defaultInputs";
import type { ModelReport } from "../../src/summary/models/modelReport";
import { reportModels } from "../../src/worker/reportModels";
import { holdoutTest, testModels } from "../../src/worker/testModels";
import { trackRepeatOrders } from "../../src/worker/trackRepeatOrders";

function sampleTable(customers: number): OrderTable {
  const rows = sampleOrders({ customers, dirt: false });
  const recognition = recognise(rows.slice(0, 200));
  const columns = completeColumns(recognition.columns);
  if (columns === undefined) throw new Error("not recognised");
  const reader = createOrderReader(columns, recognition.rules);
  reader.add(rows, 0);
  return reader.finish().orders;
}

const sum = (values: ArrayLike<number>): number =>
  Array.from(values).reduce((total, value) => total + value, 0);

describe("the report of the models on the sample orders", () => {
  let orders: OrderTable;
  let base: CustomerBase;
  let report: ModelReport;

  beforeAll(() => {
    orders = sampleTable(900);
    base = buildCustomers(orders);
    const start = performance.now();
    const made = reportModels(orders, base, defaultInputs(orders), "en");
    console.log(`models of ${base.length} customers: ${Math.round(performance.now() - start)} ms`);
    if (made === null) throw new Error("no model could be fitted");
    report = made;
  });

  it("names the models, with a standing and as many customers as there are", () => {
    expect(report.models.map(({ name }) => name)).toEqual(["BG/NBD", "MBG/NBD", "Pareto/NBD", "Gamma-Gamma"]);
    for (const model of report.models.slice(0, 3)) expect(model.customers).toBe(base.length);
    expect(report.models).toContain(report.chosen?.purchases);
    expect(report.chosen?.spend.name).toBe("Gamma-Gamma");
  });

  it("finds the parameters from which the orders were simulated, within three standard errors", () => {
    // sampleOrders: purchase rate Gamma(1.3, ·), dropout Beta(0.9, 3.2) after any purchase, the first included: MBG/NBD.
    const mbg = report.models.find(({ name }) => name === "MBG/NBD");
    for (const [name, truth] of [
      ["r", 1.3],
      ["a", 0.9],
      ["b", 3.2],
    ] as const) {
      const parameter = mbg?.parameters.find((each) => each.name === name);
      if (parameter === undefined || parameter.standardError === null) throw new Error(`no ${name}`);
      expect(Math.abs(parameter.value - truth)).toBeLessThan(3 * parameter.standardError);
    }
  });

  it("predicts for every customer, and the total is the sum", () => {
    const { predictions } = report;
    if (predictions === undefined) throw new Error("no predictions");
    expect(predictions.value).toHaveLength(base.length);
    expect(predictions.total).toBeCloseTo(sum(predictions.value), 6);
    expect(predictions.totalLow).toBeLessThan(predictions.total);
    expect(predictions.totalHigh).toBeGreaterThan(predictions.total);
    predictions.value.forEach((value, customer) => {
      expect(predictions.valueLow[customer]).toBeLessThanOrEqual(value);
      expect(predictions.valueHigh[customer]).toBeGreaterThanOrEqual(value);
    });
    expect(predictions.alive.every((share) => share >= 0 && share <= 1)).toBe(true);
  });

  it("tests each model and two rules of thumb on the last third of the time", () => {
    const scores = report.holdout?.scores ?? [];
    expect(scores.map(({ name }) => name)).toEqual([
      "BG/NBD",
      "MBG/NBD",
      "Pareto/NBD",
      "rate so far goes on",
      "nothing more is ordered",
    ]);
    expect(new Set(scores.map(({ actual }) => actual)).size).toBe(1);
    const rateSoFar = scores[3]?.rootMeanSquareError ?? 0;
    for (const score of scores.slice(0, 3)) expect(score.rootMeanSquareError).toBeLessThan(rateSoFar);
    const { verdict } = report.holdout ?? {};
    const errorOf = (name: string | undefined): number =>
      scores.find((score) => score.name === name)?.rootMeanSquareError ?? NaN;
    expect(verdict?.earnsItsPlace).toBe(
      scores.slice(3).every(({ rootMeanSquareError }) => errorOf(verdict?.model) < rootMeanSquareError),
    );
    expect(verdict?.earnsItsPlace).toBe(true);
  });

  it("judges the model of the forecast, and names another that did better", () => {
    const { verdict, scores = [] } = report.holdout ?? {};
    expect(verdict?.model).toBe(
      report.models.find(({ model, weakPrior }) => !weakPrior && model === report.chosen?.purchases.model)
        ?.name,
    );
    const models = scores.slice(0, 3);
    const errorOf = (name: string | undefined): number =>
      models.find((score) => score.name === name)?.rootMeanSquareError ?? NaN;
    const least = Math.min(...models.map(({ rootMeanSquareError }) => rootMeanSquareError));
    expect(errorOf(verdict?.better ?? verdict?.model)).toBe(least);
    const tested = testModels(orders, base);
    if (tested === undefined) throw new Error("nothing tested");
    for (const model of TRANSACTION_MODELS) {
      const judged = holdoutTest(tested, model, modelWords("en")).verdict;
      expect(judged?.model).toBe(modelWords("en").names[model.name as keyof ModelWords["names"]]);
      expect(errorOf(judged?.better ?? judged?.model)).toBe(least);
      if (judged?.better !== undefined) expect(errorOf(judged.model)).toBeGreaterThan(least);
    }
  });

  it("tracks the repeat orders of those known at the cutoff up to the last day", () => {
    const last = report.tracking.at(-1);
    expect(last?.day).toBe(base.asOf);
    const cutoff = report.holdout?.start ?? 0;
    const known = Array.from(base.firstDay, (day, customer) =>
      day < cutoff ? (base.frequency[customer] ?? 0) : 0,
    );
    expect(last?.actual).toBe(sum(known));
    expect(Math.abs((last?.expected ?? 0) / (last?.actual ?? 1) - 1)).toBeLessThan(0.15);
    const actuals = report.tracking.map(({ actual }) => actual);
    expect([...actuals].sort((a, b) => a - b)).toEqual(actuals);
  });

  it("gives finite numbers only", () => {
    for (const model of report.models) {
      const { logLikelihood, aic, bic, parameters } = model;
      const values = [logLikelihood, aic, bic, ...parameters.map(({ value }) => value)];
      expect(values.every(Number.isFinite)).toBe(true);
    }
  });
});

it("says nothing where no customer came back", () => {
  const orders: OrderTable = {
    length: 3,
    customer: Uint32Array.of(0, 1, 2),
    customerIds: ["a", "b", "c"],
    day: Int32Array.of(45_000, 45_100, 45_300),
    amount: Float64Array.of(5, 6, 7),
    sourceRow: Uint32Array.of(1, 2, 3),
  };
  const base = buildCustomers(orders);
  expect(reportModels(orders, base, defaultInputs(orders), "en")).toBeNull();
});

it("adds up what the model expects of each customer from her own first day", () => {
  const orders: OrderTable = {
    length: 3,
    customer: Uint32Array.of(0, 1, 0),
    customerIds: ["a", "b"],
    day: Int32Array.of(100, 110, 121),
    amount: Float64Array.of(5, 6, 7),
    sourceRow: Uint32Array.of(1, 2, 3),
  };
  const base = buildCustomers(orders);
  const parameters = [0.243, 4.414, 0.793, 2.426] as const;
  const points = trackRepeatOrders(orders, base, 121, bgNbd, parameters);
  const last = points.at(-1);
  expect(last).toMatchObject({ day: 121, actual: 1 });
  const expected = bgNbd.expected(parameters, 21 / 7) + bgNbd.expected(parameters, 11 / 7);
  expect(last?.expected).toBeCloseTo(expected, 12);
});

/** The sample's customers, before whose orders one stands who bought nothing up to the last day. */
function withReturnFirst(orders: OrderTable): OrderTable {
  const row = <T extends Int32Array | Uint32Array | Float64Array>(values: T, first: number): T => {
    const longer = new (values.constructor as new (length: number) => T)(values.length + 1);
    longer.set([first]);
    longer.set(values, 1);
    return longer;
  };
  return {
    length: orders.length + 1,
    customer: row(
      orders.customer.map((customer) => customer + 1),
      0,
    ),
    customerIds: ["only a return", ...orders.customerIds],
    day: row(orders.day, orders.day[0] ?? 0),
    amount: row(orders.amount, -5),
    sourceRow: row(orders.sourceRow, 0),
  };
}

it("gives each prediction to its customer, also where the models do not know the first of them", () => {
  const orders = sampleTable(200);
  const shifted = withReturnFirst(orders);
  const reportOf = (table: OrderTable): ModelReport["predictions"] =>
    reportModels(table, buildCustomers(table), defaultInputs(orders), "en")?.predictions;
  const [plain, moved] = [reportOf(orders), reportOf(shifted)];
  if (plain === undefined || moved === undefined) throw new Error("no predictions");
  expect(moved.known[0]).toBe(0);
  expect(moved.known.slice(1)).toEqual(plain.known);
  expect(plain.known.every((one) => one === 1)).toBe(true);
  for (const key of ["alive", "orders", "value", "valueLow", "valueHigh"] as const) {
    expect(moved[key]).toHaveLength(plain[key].length + 1);
    expect(moved[key].slice(1)).toEqual(plain[key]);
  }
});

describe("where the orders do not settle a model", () => {
  /** Everybody buys every tenth day and nobody ever stops: a life that ends cannot be seen. */
  function neverLeaving(customers: number): OrderTable {
    const rows = Array.from({ length: customers * 30 }, (_, row) => ({
      customer: row % customers,
      day: 45_000 + 10 * Math.floor(row / customers) + ((row * 7) % 5),
      amount: 20 + ((row * 13) % 50),
    }));
    return {
      length: rows.length,
      customer: Uint32Array.from(rows, ({ customer }) => customer),
      customerIds: Array.from({ length: customers }, (_, index) => `c${index}`),
      day: Int32Array.from(rows, ({ day }) => day),
      amount: Float64Array.from(rows, ({ amount }) => amount),
      sourceRow: Uint32Array.from(rows, (_, index) => index),
    };
  }
  const orders = neverLeaving(60);
  const report = reportModels(orders, buildCustomers(orders), defaultInputs(orders), "en");

  it("says so of each model, and forecasts with one that a weak prior steadies", () => {
    const plain = report?.models.filter(({ role, weakPrior }) => role === "purchases" && !weakPrior) ?? [];
    expect(plain.map(({ standing }) => standing)).not.toContain("fitted");
    expect(report?.chosen?.purchases.weakPrior).toBe(true);
    expect(report?.chosen?.purchases.name).toMatch(/, steadied$/);
    expect(report?.models).toContain(report?.chosen?.purchases);
  });

  it("forecasts what such customers do: about as many orders a year as they made", () => {
    const { predictions } = report ?? {};
    if (predictions === undefined) throw new Error("no predictions");
    const perYear = sum(predictions.orders) / 60 / predictions.horizonYears;
    expect(perYear).toBeGreaterThan(30);
    expect(perYear).toBeLessThan(38);
    expect(predictions.totalHigh).toBeGreaterThan(predictions.total);
    expect(Number.isFinite(predictions.totalHigh)).toBe(true);
  });
});
