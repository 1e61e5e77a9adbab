import fc from "fast-check";
import { churnValue } from "../../src/measures/base";
import { retentionValue } from "../../src/measures/retention";
import {
  elasticity,
  LEVERS,
  sensitivity,
  sensitivityGrid,
  tornado,
  uplift,
} from "../../src/measures/sensitivity";
import { TIMING, type Timing } from "../../src/measures/timing";
import {
  completeParameters,
  MODEL_NAMES,
  modelNamed,
  modelValue,
  parameterIndex,
  VALUE_MODELS,
} from "../../src/measures/valueModels";
import { answer, code, expectClose, table } from "./expectations";

const ALL: Timing[] = [TIMING.end, TIMING.begin, TIMING.paid, TIMING.renewal];
const BASE = [25, 4, 0.4, 0.1];

describe("elasticity", () => {
  test("of the value to retention is 3.667 at 0.8 and 0.1 (C: 1.1 ÷ 0.3)", () => {
    expect(answer(elasticity(0.8, 0.1))).toBeCloseTo(3.667, 3);
  });
  test("is what a small change of the lever does, in every timing", () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0.05, max: 0.95, noNaN: true }),
        fc.double({ min: 0.02, max: 0.5, noNaN: true }),
        fc.constantFrom(...ALL),
        fc.constantFrom(...LEVERS),
        (r, d, timing, of) => {
          const h = 1e-6;
          const value = (step: number): number =>
            answer(
              retentionValue(
                of === "margin" ? 1 + step : 1,
                of === "retention" ? r * (1 + step) : r,
                of === "discount" ? d * (1 + step) : d,
                timing,
              ),
            );
          const slope = (Math.log(value(h)) - Math.log(value(-h))) / (2 * h);
          expect(answer(elasticity(r, d, of, timing))).toBeCloseTo(slope, 4);
        },
      ),
    );
  });
  test("has no meaning where the value has no end", () => {
    expect(code(elasticity(1, 0))).toBe("retentionNotBelowDiscount");
  });
});

describe("what-if", () => {
  test("ten percent more order value lifts 400 by 40; ten percent less churn by 44.44 (C)", () => {
    expectClose(answer(uplift("CHURN", BASE, "aov", 0.1)), 40);
    expect(answer(uplift("clv.churn", BASE, "churn_rate", -0.1))).toBeCloseTo(44.44, 2);
    expectClose(answer(uplift("CHURN", BASE, 4, -0.1)), 400 / 0.9 - 400);
  });
  test("steps show the parameter, the value and the difference", () => {
    const steps = table(sensitivity("CHURN", BASE, "frequency", [-0.5, 0, 0.5]));
    expect(steps.map(({ parameter, value, difference }) => [parameter, value, difference])).toEqual([
      [2, 200, -200],
      [4, 400, 0],
      [6, 600, 200],
    ]);
  });
  test("a step out of range carries its own refusal, and the others their values", () => {
    const steps = table(sensitivity("RETENTION", [100, 0.8, 0.1], "retention", [0, 0.5]));
    expect(steps[0]?.value).toEqual(retentionValue(100, 0.8, 0.1));
    expect(code(steps[1]?.value)).toBe("outOfRange");
    expect(code(steps[1]?.difference)).toBe("outOfRange");
  });
  test("a grid crosses two parameters, rows down and columns across", () => {
    const grid = table(sensitivityGrid("CHURN", BASE, "aov", [25, 50], "churn_rate", [0.1, 0.2, 0.4]));
    expect(grid).toEqual([
      [400, 200, 100],
      [800, 400, 200],
    ]);
  });
  test("no change gains nothing, in every model and every parameter", () => {
    const bases: Record<keyof typeof VALUE_MODELS, number[]> = {
      SIMPLE: [25, 4, 10],
      CHURN: BASE,
      SUBSCRIPTION: [10, 3],
      RETENTION: [100, 0.8, 0.1],
      FINITE: [100, 0.8, 0.1, 5],
      GROWTH: [100, 0.03, 0.8, 0.1],
      CONTINUOUS: [100, 0.05, 0.1],
      SAAS: [500, 0.75, 0.025],
    };
    for (const name of MODEL_NAMES)
      for (const { name: parameter } of VALUE_MODELS[name].parameters)
        expect(uplift(name, bases[name], parameter, 0)).toBe(0);
  });
  test("models give what their worksheet functions give, defaults filled in", () => {
    const value = (name: string, given: number[]): number => {
      const model = table(modelNamed(name));
      return answer(modelValue(model, table(completeParameters(model, given))));
    };
    expect(value("SIMPLE", [25, 4, 10])).toBe(1000);
    expect(value("churn", BASE)).toBe(churnValue(25, 4, 0.4, 0.1));
    expect(value("SUBSCRIPTION", [10, 3])).toBe(360);
    expect(value("RETENTION", [100, 0.8, 0.1])).toBeCloseTo(366.67, 2);
    expect(value("FINITE", [7, 59 / 60, 0.12, 60, 2, 10])).toBeCloseTo(40.35, 2);
    expect(value("GROWTH", [100, 0.03, 0.8, 0.1])).toBeCloseTo(398.55, 2);
    expect(value("CONTINUOUS", [100, 0.05, 0.1])).toBeCloseTo(666.67, 2);
    expect(value("SAAS", [500, 0.75, 0.025])).toBe(15000);
  });
  test.each<[string, unknown, string]>([
    ["a model that does not exist", uplift("MAGIC", BASE, 1, 0.1), "unknownName"],
    ["a model of another object", uplift("toString", BASE, 1, 0.1), "unknownName"],
    ["a lever that does not exist", uplift("CHURN", BASE, "luck", 0.1), "unknownName"],
    ["a lever by a number that does not exist", uplift("CHURN", BASE, 6, 0.1), "unknownName"],
    ["too few parameters", uplift("CHURN", [25, 4], 1, 0.1), "tooFewValues"],
    ["too many parameters", uplift("CHURN", [...BASE, 1, 2], 1, 0.1), "tooManyValues"],
    ["a base out of range", uplift("CHURN", [25, 4, 0.4, 10], "aov", 0.1), "notARate"],
    ["a base out of range, steps", sensitivity("CHURN", [25, 4, 0.4, 10], "aov", [0.1]), "notARate"],
    ["a margin above 1", uplift("CHURN", [25, 4, 40, 0.1], "aov", 0.1), "notARate"],
    ["a negative count", uplift("SIMPLE", [25, -4, 10], "aov", 0.1), "outOfRange"],
    ["a discount below −1", uplift("RETENTION", [1, 0.5, -1], "margin", 0.1), "outOfRange"],
    ["a timing that does not exist", uplift("RETENTION", [1, 0.5, 0.1, 4], "margin", 0.1), "outOfRange"],
    ["a change out of range", uplift("CHURN", BASE, "churn_rate", 20), "outOfRange"],
    ["steps of no model", sensitivity("MAGIC", BASE, "aov", [0]), "unknownName"],
    ["steps of no parameter", sensitivity("CHURN", BASE, "luck", [0]), "unknownName"],
    ["a grid of no model", sensitivityGrid("MAGIC", BASE, 1, [1], 2, [1]), "unknownName"],
    ["a grid of no row parameter", sensitivityGrid("CHURN", BASE, "x", [1], 2, [1]), "unknownName"],
    ["a grid of no column parameter", sensitivityGrid("CHURN", BASE, 1, [1], "x", [1]), "unknownName"],
    ["a parameter by no number", parameterIndex(VALUE_MODELS.SIMPLE, 1.5, "parameter"), "unknownName"],
  ])("refused: %s", (_, result, expected) => {
    expect(code(result)).toBe(expected);
  });
});

describe("a tornado", () => {
  test("has its longest bar first (C: swings 300, 100, 0)", () => {
    expect(tornado(["churn", "margin", "cost"], [500, 350, 400], [200, 450, 400], 400)).toEqual([
      { label: "churn", low: 100, high: -200, swing: 300, share: 0.75 },
      { label: "margin", low: -50, high: 50, swing: 100, share: 0.25 },
      { label: "cost", low: 0, high: 0, swing: 0, share: 0 },
    ]);
  });
  test("has shares that add to 1 and bars whose ends are a swing apart, whatever the order of rows", () => {
    const bar = fc.tuple(
      fc.string(),
      fc.integer({ min: -999, max: 999 }),
      fc.integer({ min: -999, max: 999 }),
    );
    fc.assert(
      fc.property(fc.array(bar, { minLength: 1 }), fc.integer({ min: -99, max: 99 }), (rows, base) => {
        const of = (list: typeof rows) =>
          table(
            tornado(
              list.map((r) => r[0]),
              list.map((r) => r[1]),
              list.map((r) => r[2]),
              base,
            ),
          );
        const bars = of(rows);
        const total = bars.reduce((sum, { share }) => sum + share, 0);
        if (rows.some(([, low, high]) => low !== high)) expect(total).toBeCloseTo(1, 12);
        else expect(total).toBe(0);
        for (const { low, high, swing } of bars) expect(Math.abs(high - low)).toBe(swing);
        expect(of([...rows].reverse()).map(({ swing }) => swing)).toEqual(bars.map(({ swing }) => swing));
      }),
    );
  });
  test.each<[string, unknown, string]>([
    ["no bars", tornado([], [], [], 0), "tooFewValues"],
    ["low ends that do not match", tornado(["a"], [], [1], 0), "lengthsDiffer"],
    ["high ends that do not match", tornado(["a"], [1], [], 0), "lengthsDiffer"],
  ])("refused: %s", (_, result, expected) => {
    expect(code(result)).toBe(expected);
  });
});
