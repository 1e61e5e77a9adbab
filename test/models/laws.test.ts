import fc from "fast-check";
import {
  bgBbAlive,
  bgBbConditional,
  bgBbExpected,
  bgBbLogLikelihood,
  bgBbPmf,
} from "../../src/models/buyTillYouDie/bgBb";
import { bgNbd } from "../../src/models/buyTillYouDie/bgNbd";
import { bgCnbdK, mbgCnbdK } from "../../src/models/buyTillYouDie/cnbdK";
import { bdwProbability, bdwSurvival } from "../../src/models/contractual/betaDiscreteWeibull";
import { mbgNbd } from "../../src/models/buyTillYouDie/mbgNbd";
import { paretoNbd } from "../../src/models/buyTillYouDie/paretoNbd";
import {
  sbgDel,
  sbgProbability,
  sbgRetention,
  sbgSurvival,
} from "../../src/models/contractual/shiftedBetaGeometric";
import {
  alive,
  conditional,
  dert,
  expected,
  logLikelihood,
  pmf,
  type TransactionModel,
} from "../../src/models/buyTillYouDie/transactionModel";

const logUniform = (low: number, high: number): fc.Arbitrary<number> =>
  fc.double({ min: Math.log(low), max: Math.log(high), noNaN: true }).map(Math.exp);
const shape = logUniform(0.02, 50);
const scale = logUniform(0.1, 1000);
const history = fc
  .tuple(
    fc.integer({ min: 0, max: 60 }),
    logUniform(0.1, 1000),
    fc.double({ min: 0.01, max: 1, noNaN: true }),
  )
  .map(([x, age, share]) => ({ x, tx: x === 0 ? 0 : share * age, age }));

const betaModels: TransactionModel[] = [bgNbd, mbgNbd, bgCnbdK(2), mbgCnbdK(3)];
const models: readonly (readonly [string, TransactionModel, fc.Arbitrary<number[]>])[] = [
  ...betaModels.map(
    (model) =>
      [
        `${model.name}${model.stages === undefined ? "" : ` k = ${model.stages}`}`,
        model,
        fc.tuple(shape, scale, shape, shape),
      ] as const,
  ),
  ["paretoNbd", paretoNbd, fc.tuple(shape, scale, shape, scale)],
];

describe.each(models)("%s", (_, model, parameters) => {
  it("keeps P(alive) in [0, 1]", () => {
    fc.assert(
      fc.property(parameters, history, (p, { x, tx, age }) => {
        const found = Number(alive(model, p, x, tx, age));
        expect(found).toBeGreaterThanOrEqual(0);
        expect(found).toBeLessThanOrEqual(1);
      }),
      { numRuns: 100 },
    );
  });

  it("gives a longer silence a lower P(alive)", () => {
    fc.assert(
      fc.property(parameters, history, (p, { x, tx, age }) => {
        const now = Number(alive(model, p, x, tx, age));
        const later = Number(alive(model, p, x, tx, age * 1.3));
        expect(later).toBeLessThanOrEqual(now + 1e-12);
      }),
      { numRuns: 80 },
    );
  });

  it("expects more orders the longer the time, and never fewer than none", () => {
    fc.assert(
      fc.property(
        parameters,
        history,
        fc.double({ min: 0.1, max: 20, noNaN: true }),
        (p, { x, tx, age }, t) => {
          const shorter = Number(conditional(model, p, t, x, tx, age));
          const longer = Number(conditional(model, p, 2 * t, x, tx, age));
          expect(shorter).toBeGreaterThanOrEqual(0);
          expect(longer).toBeGreaterThanOrEqual(shorter * (1 - 1e-12));
          expect(Number(expected(model, p, 2 * t))).toBeGreaterThanOrEqual(
            Number(expected(model, p, t)) * (1 - 1e-12),
          );
        },
      ),
      { numRuns: 25 },
    );
  });

  it("does not depend on the unit of time: weeks or days", () => {
    const rescaled = ([first = 0, second = 0, third = 0, fourth = 0]: number[]): number[] =>
      model === paretoNbd ? [first, second * 7, third, fourth * 7] : [first, second * 7, third, fourth];
    fc.assert(
      fc.property(parameters, history, (p, { x, tx, age }) => {
        const days = rescaled(p);
        const [inWeeks, inDays] = [alive(model, p, x, tx, age), alive(model, days, x, tx * 7, age * 7)].map(
          Number,
        );
        expect(inDays).toBeCloseTo(inWeeks ?? NaN, 9);
        const orders = Number(conditional(model, p, 5, x, tx, age));
        expect(Number(conditional(model, days, 35, x, tx * 7, age * 7))).toBeCloseTo(orders, 7);
        // A density per day is a seventh of one per week, once for every order (and stage).
        const moves = x * (model.stages ?? 1) * Math.log(7);
        const [perWeek, perDay] = [
          logLikelihood(model, p, x, tx, age),
          logLikelihood(model, days, x, tx * 7, age * 7),
        ].map(Number);
        expect((perDay ?? NaN) + moves).toBeCloseTo(perWeek ?? NaN, 6);
      }),
      { numRuns: 25 },
    );
  });

  it("has a mass that sums to one and to the expectation", () => {
    const some = fc.tuple(
      fc.double({ min: 0.3, max: 5, noNaN: true }),
      fc.double({ min: 4, max: 30, noNaN: true }),
      fc.double({ min: 0.3, max: 4, noNaN: true }),
      fc.double({ min: 0.3, max: 4, noNaN: true }),
    );
    fc.assert(
      fc.property(some, fc.double({ min: 0.5, max: 5, noNaN: true }), (p, t) => {
        let [sum, mean] = [0, 0];
        for (let n = 0; n < 400; n++) {
          const mass = Number(pmf(model, p, n, t));
          expect(mass).toBeGreaterThanOrEqual(0);
          sum += mass;
          mean += n * mass;
        }
        expect(sum).toBeCloseTo(1, 8);
        expect(mean).toBeCloseTo(Number(expected(model, p, t)), 6);
      }),
      { numRuns: 15 },
    );
  });

  it("gives no time to no order at all", () => {
    const p = [0.5, 6, 3.9, 2.4];
    expect([0, 1, 2].map((n) => pmf(model, p, n, 0))).toEqual([1, 0, 0]);
    expect(expected(model, p, 0)).toBe(0);
  });

  it("is worth less the higher the discount rate, and with a tiny one as much as is expected in a long time", () => {
    const p = model === paretoNbd ? [0.55, 10.6, 3.6, 11.7] : [0.5, 6, 3.9, 2.4];
    const at = (delta: number): number => Number(dert(model, p, 3, 20, 30, delta));
    expect(at(0.1)).toBeLessThan(at(0.01));
    expect(at(0.01)).toBeLessThan(at(0.001));
    expect(at(1e-7) / Number(conditional(model, p, 2e5, 3, 20, 30))).toBeCloseTo(1, 2);
  });
});

describe("an unknown customer", () => {
  /** Σ over all histories of (0, T] by their likelihood, the time of the last order by 60-point midpoint sums. */
  it.each([bgNbd, mbgNbd, paretoNbd])(
    "is expected to order in (T, T + t] what CONDITIONAL averages to over histories: $name",
    (model) => {
      const p = [0.8, 5, 0.9, model === paretoNbd ? 9 : 2.4];
      const [age, t] = [4, 6];
      const likelihood = (x: number, tx: number): number =>
        Math.exp(Number(logLikelihood(model, p, x, tx, age)));
      let average = likelihood(0, 0) * Number(conditional(model, p, t, 0, 0, age));
      let whole = likelihood(0, 0);
      const steps = 400;
      let choose = 1; // tx^(x−1) / (x−1)!: the room for the orders before the last
      for (let x = 1; x < 40; x++) {
        if (x > 1) choose /= x - 1;
        for (let i = 0; i < steps; i++) {
          const tx = ((i + 0.5) * age) / steps;
          const weight = likelihood(x, tx) * choose * tx ** (x - 1) * (age / steps);
          whole += weight;
          average += weight * Number(conditional(model, p, t, x, tx, age));
        }
      }
      expect(whole).toBeCloseTo(1, 4);
      const direct = Number(expected(model, p, age + t)) - Number(expected(model, p, age));
      expect(average).toBeCloseTo(direct, 4);
    },
  );
});

describe("models within models", () => {
  it("CNBD-k with one stage is BG/NBD and MBG/NBD", () => {
    fc.assert(
      fc.property(fc.tuple(shape, scale, shape, shape), history, (p, { x, tx, age }) => {
        for (const [regular, plain] of [
          [bgCnbdK(1), bgNbd],
          [mbgCnbdK(1), mbgNbd],
        ] as const) {
          const pairs = [
            [logLikelihood(regular, p, x, tx, age), logLikelihood(plain, p, x, tx, age)],
            [alive(regular, p, x, tx, age), alive(plain, p, x, tx, age)],
            [conditional(regular, p, 3, x, tx, age), conditional(plain, p, 3, x, tx, age)],
          ];
          for (const [one, other] of pairs) {
            expect(Math.abs(Number(one) - Number(other))).toBeLessThanOrEqual(
              1e-9 * (1 + Math.abs(Number(other))),
            );
          }
        }
      }),
      { numRuns: 25 },
    );
  });

  it("beta-discrete-Weibull with c = 1 is the shifted-beta-geometric", () => {
    fc.assert(
      fc.property(shape, shape, fc.integer({ min: 1, max: 60 }), (alpha, beta, t) => {
        const [own, other] = [bdwSurvival(t, [alpha, beta, 1]), sbgSurvival(t, [alpha, beta])].map(Number);
        expect(Math.abs((own ?? NaN) / (other ?? NaN) - 1)).toBeLessThan(1e-10);
      }),
    );
  });
});

describe("contracts", () => {
  it("survival falls from 1, retention rises, and what leaves adds up", () => {
    fc.assert(
      fc.property(shape, shape, (alpha, beta) => {
        let gone = 0;
        for (let t = 1; t < 30; t++) {
          gone += Number(sbgProbability(t, [alpha, beta]));
          const survival = Number(sbgSurvival(t, [alpha, beta]));
          expect(gone + survival).toBeCloseTo(1, 10);
          expect(survival).toBeLessThanOrEqual(Number(sbgSurvival(t - 1, [alpha, beta])));
          expect(Number(sbgRetention(t + 1, [alpha, beta]))).toBeGreaterThanOrEqual(
            Number(sbgRetention(t, [alpha, beta])),
          );
        }
      }),
    );
  });

  it("the discounted lifetime is the sum of the discounted survival curve", () => {
    const p = [3.8, 15.2];
    let sum = 0;
    for (let t = 0; t < 600; t++) sum += Number(sbgSurvival(t, p)) / 1.1 ** t;
    expect(Number(sbgDel(p, 0.1))).toBeCloseTo(sum, 10);
  });

  it("what leaves adds up with the beta-discrete-Weibull too", () => {
    const p = [0.26, 1.72, 1.58];
    let gone = 0;
    for (let t = 1; t < 40; t++) gone += Number(bdwProbability(t, p));
    expect(gone + Number(bdwSurvival(39, p))).toBeCloseTo(1, 12);
  });
});

describe("BG/BB", () => {
  it("has masses that sum to one and to the expectation", () => {
    fc.assert(
      fc.property(fc.tuple(shape, shape, shape, shape), fc.integer({ min: 1, max: 12 }), (p, n) => {
        let sum = 0;
        let mean = 0;
        for (let count = 0; count <= n; count++) {
          const mass = Number(bgBbPmf(p, count, n));
          sum += mass;
          mean += count * mass;
        }
        expect(sum).toBeCloseTo(1, 9);
        expect(mean).toBeCloseTo(Number(bgBbExpected(p, n)), 9);
      }),
    );
  });

  it("averages CONDITIONAL over all histories of a donor to the expectation", () => {
    const p = [1.2, 0.75, 0.66, 2.8];
    const [n, t] = [6, 4];
    const average = { whole: 0, orders: 0 };
    const add = (x: number, tx: number, ways: number): void => {
      const weight = ways * Math.exp(Number(bgBbLogLikelihood(p, x, tx, n)));
      average.whole += weight;
      average.orders += weight * Number(bgBbConditional(p, t, x, tx, n));
    };
    add(0, 0, 1);
    for (let tx = 1; tx <= n; tx++) {
      // The purchases before the last one fall anywhere: (tx − 1 choose x − 1) ways.
      for (let x = 1, ways = 1; x <= tx; ways = (ways * (tx - x)) / x, x++) add(x, tx, ways);
    }
    expect(average.whole).toBeCloseTo(1, 12);
    expect(average.orders).toBeCloseTo(Number(bgBbExpected(p, n + t)) - Number(bgBbExpected(p, n)), 12);
  });

  it("gives a later last purchase a higher P(alive)", () => {
    fc.assert(
      fc.property(fc.tuple(shape, shape, shape, shape), (p) => {
        expect(Number(bgBbAlive(p, 2, 5, 6))).toBeGreaterThanOrEqual(Number(bgBbAlive(p, 2, 3, 6)) - 1e-12);
        expect(Number(bgBbConditional(p, 5, 2, 5, 6))).toBeGreaterThanOrEqual(0);
      }),
    );
  });
});
