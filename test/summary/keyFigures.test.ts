import fc from "fast-check";
import { customerFigures } from "../../src/summary/customers/customerFigures";
import { defaultInputs, withTyped, periodStart, usualGap } from "../../src/summary/inputs/defaultInputs";
import { INPUTS, inputSpec } from "../../src/summary/inputs/inputs";
import { keyFigures, yearlyChurn } from "../../src/summary/board/keyFigures";
import { requestOf, tableOf, type PlainOrder } from "./support/requests";

/** 2023-01-01; 730 days later is 2024-12-31. */
const START = 44927;

/**
 * Two years. A and B order in both years, C in the first only, D joins in the second. In the period, the last 365
 * days, there are A 100, A 50, B 40, D 60, D −10: four orders and one return of three customers.
 */
const ORDERS: PlainOrder[] = [
  ["A", START, 80],
  ["B", START + 100, 40],
  ["C", START + 200, 30],
  ["A", START + 300, 20],
  ["A", START + 500, 100],
  ["B", START + 600, 40],
  ["D", START + 650, 60],
  ["D", START + 655, -10],
  ["A", START + 729, 50],
];

function figuresOf(typed: Parameters<typeof withTyped>[1] = {}) {
  const request = requestOf(ORDERS);
  const inputs = withTyped(request.inputs, { lostAfter: 365, ...typed });
  const number = (key: "asOf" | "periodStart" | "lostAfter" | "decimals" | "groups"): number =>
    Number(inputs[key].value);
  const base = customerFigures(request.orders, {
    asOf: number("asOf"),
    periodStart: number("periodStart"),
    lostAfter: number("lostAfter"),
    decimals: number("decimals"),
    groups: number("groups"),
  });
  return { base, figures: keyFigures(base, inputs) };
}

describe("the key figures", () => {
  it("count orders and revenue of the last year per year, not those of two years as if they were one", () => {
    const { figures } = figuresOf();
    expect(figures).toMatchObject({ customers: 4, orders: 8, returns: 1, revenue: 410 });
    expect(figures).toMatchObject({
      periodYears: 1,
      periodOrders: 4,
      periodCustomers: 3,
      periodRevenue: 240,
    });
    expect(figures.orderValue).toBe(60);
    expect(figures.frequency).toBeCloseTo(4 / 3, 12);
  });

  it("measure churn among those who were active when the year began, so that joiners cannot hide leavers", () => {
    const { figures } = figuresOf();
    // A, B and C had ordered in the year before; C is lost since. D joined and is in neither number.
    expect(figures).toMatchObject({ startCustomers: 3, keptCustomers: 2 });
    expect(figures.churn).toBeCloseTo(1 / 3, 12);
    expect(figures.lifespan).toBeCloseTo(3, 12);
  });

  it("give both founding formulas as revenue and as profit", () => {
    const { figures } = figuresOf({
      grossMargin: 0.4,
      acquisitionCost: 5,
      costPerOrder: 1.5,
      retentionCost: 2,
    });
    // 60 × 4/3 × 3 = 240; × 0.4 = 96; costs 5 + (4/3 × 1.5 + 2) × 3 = 17.
    expect(figures.simpleRevenue).toBeCloseTo(240, 9);
    expect(figures.churnRevenue).toBeCloseTo(240, 9);
    expect(figures.simpleProfit).toBeCloseTo(79, 9);
    expect(figures.churnProfit).toBeCloseTo(79, 9);
  });

  it("discount by hand-computed sums for each cash timing", () => {
    const [margin, rate, years] = [0.5, 0.1, 4];
    const sums = { end: 0, begin: 0, paid: 0, renewal: 0 };
    const profit = 60 * (4 / 3) * margin;
    const kept = 2 / 3;
    for (let t = 1; t <= years; t++) {
      sums.end += (profit * kept ** (t - 1)) / (1 + rate) ** t;
      sums.begin += (profit * kept ** (t - 1)) / (1 + rate) ** (t - 1);
      sums.paid += (profit * kept ** t) / (1 + rate) ** t;
      sums.renewal += (profit * kept ** t) / (1 + rate) ** (t - 1);
    }
    for (const timing of ["end", "begin", "paid", "renewal"] as const) {
      const { figures } = figuresOf({
        grossMargin: margin,
        discountRate: rate,
        horizon: years,
        timing,
        acquisitionCost: 7,
      });
      expect(figures.discounted).toBeCloseTo(sums[timing] - 7, 9);
    }
  });

  it("counts every customer for one year where churn is unknown, and for the horizon where nobody leaves", () => {
    expect(yearlyChurn(0, 0, 1)).toBeNull();
    expect(figuresOf({ churn: 0, horizon: 7 }).figures.lifespan).toBe(7);
    expect(figuresOf({ periodStart: START }).figures).toMatchObject({
      churnMeasured: null,
      churn: 1,
      lifespan: 1,
    });
  });

  it("turns what is kept over two years into a yearly rate: 0.81 over two is 0.9 a year", () => {
    expect(yearlyChurn(100, 81, 2)).toBeCloseTo(0.1, 12);
  });

  it("leaves LTV:CAC and payback open while no acquisition cost is known", () => {
    expect(figuresOf().figures).toMatchObject({ ltvToCac: null, paybackMonths: null });
    const { figures } = figuresOf({ acquisitionCost: 16, grossMargin: 0.4 });
    // Profit a year 60 × 4/3 × 0.4 = 32: half a year pays 16 back.
    expect(figures.paybackMonths).toBeCloseTo(6, 9);
  });

  it("ranks ties in the order of the customers and cuts groups of equal size", () => {
    const orders: PlainOrder[] = ["a", "b", "c", "d"].map((id) => [id, START, 10]);
    const base = customerFigures(tableOf(orders), {
      asOf: START,
      periodStart: START,
      lostAfter: 30,
      decimals: 2,
      groups: 2,
    });
    expect([...base.rank]).toEqual([1, 2, 3, 4]);
    expect([...base.group]).toEqual([1, 1, 2, 2]);
  });
});

describe("laws of the customers' figures", () => {
  const order = fc.record({
    customer: fc.integer({ min: 0, max: 9 }),
    day: fc.integer({ min: 0, max: 900 }),
    cents: fc.integer({ min: 0, max: 99_999 }),
  });
  const rule = { asOf: START + 900, periodStart: START + 500, lostAfter: 200, decimals: 2, groups: 4 };
  const plain = (list: readonly { customer: number; day: number; cents: number }[]): PlainOrder[] =>
    list.map(({ customer, day, cents }) => [`c${customer}`, START + day, cents / 100]);

  it("sums of customers tie to the orders, to the cent", () => {
    fc.assert(
      fc.property(fc.array(order, { minLength: 1, maxLength: 80 }), (list) => {
        const base = customerFigures(tableOf(plain(list)), rule);
        const cents = base.revenue.reduce((sum, revenue) => sum + Math.round(revenue * 100), 0);
        expect(cents).toBe(list.reduce((sum, each) => sum + each.cents, 0));
        expect(base.orders.reduce((sum, count) => sum + count, 0)).toBe(list.length);
      }),
    );
  });

  it("the order of rows does not matter to a customer's facts", () => {
    fc.assert(
      fc.property(fc.array(order, { minLength: 1, maxLength: 60 }), (list) => {
        const facts = (orders: PlainOrder[]) => {
          const table = tableOf(orders);
          const base = customerFigures(table, rule);
          return Object.fromEntries(
            table.customerIds.map((id, c) => [
              id,
              [
                base.first[c],
                base.last[c],
                base.orders[c],
                base.revenue[c],
                base.periodRevenue[c],
                base.lastBefore[c],
                base.active[c],
              ],
            ]),
          );
        };
        expect(facts(plain([...list].reverse()))).toEqual(facts(plain(list)));
      }),
    );
  });
});

describe("the default inputs", () => {
  it("take the as-of day and the period from the orders", () => {
    const request = requestOf(ORDERS);
    expect(request.inputs.asOf).toEqual({ value: START + 729, origin: "orders" });
    expect(request.inputs.periodStart).toEqual({ value: START + 365, origin: "orders" });
  });

  it("use the last year only if the orders reach a quarter further back, else the later half", () => {
    expect(periodStart(1, 730)).toBe(366);
    expect(periodStart(1, 456)).toBe(92);
    expect(periodStart(1, 400)).toBe(201);
  });

  it("suggest the days within which nine in ten repeat orders come, in tens between 30 and 365", () => {
    const every = (gap: number): PlainOrder[] =>
      Array.from({ length: 30 }, (_, i) => ["a", START + i * gap, 1]);
    expect(usualGap(tableOf(every(44)))).toBe(50);
    expect(usualGap(tableOf(every(5)))).toBe(30);
    expect(usualGap(tableOf(ORDERS))).toBeUndefined();
  });

  it("call a value typed once the user has given it", () => {
    const { inputs } = requestOf(ORDERS);
    expect(inputs.grossMargin).toEqual({ value: 0.4, origin: "default" });
    expect(withTyped(inputs, { grossMargin: 0.3 }).grossMargin).toEqual({ value: 0.3, origin: "typed" });
  });

  it("lie within the ranges of their specifications", () => {
    const request = requestOf(ORDERS);
    const inputs = defaultInputs(request.orders);
    for (const { key } of INPUTS) {
      const { value } = inputs[key];
      if (typeof value !== "number") continue;
      expect(value).toBeGreaterThanOrEqual(inputSpec(key).min);
      expect(value).toBeLessThanOrEqual(inputSpec(key).max);
    }
  });
});
