import * as fc from "fast-check";
import { LOCALES } from "../../src/locales/locale";
import type { FormulaCell, PlanCell, SheetPlan } from "../../src/summary/plan";
import { planScenario, type ScenarioRequest } from "../../src/summary/sensitivity/planScenario";
import {
  customerValue,
  leverWorths,
  LEVERS,
  moved,
  NO_CHANGE,
  tornado,
  type ValueFigures,
} from "../../src/summary/sensitivity/scenarioValue";

const FIGURES: ValueFigures = {
  orderValue: 25,
  frequency: 4,
  margin: 0.4,
  churn: 0.1,
  discount: 0,
  acquisitionCost: 0,
};

const request: ScenarioRequest = {
  locale: "en",
  name: "CLV Scenario",
  figures: { ...FIGURES, discount: 0.1, acquisitionCost: 20, customers: 1000 },
  changes: { orderValue: 0.1, frequency: 0, margin: -0.01, churn: -0.02, acquisitionCost: 0.05 },
  width: 0.1,
  money: { symbol: "€", digits: 2, symbolAfter: false },
};

const isFormula = (cell: PlanCell): cell is FormulaCell => typeof cell === "object" && cell !== null;

/** Calculates the plan's formulas from its input cells alone: + − × ÷, MAX and MIN. */
function calculator(sheet: SheetPlan): (address: string) => number {
  const cells = new Map<string, PlanCell>();
  for (const { row, column, cells: rows } of sheet.blocks)
    rows.forEach((line, r) =>
      line.forEach((cell, c) => cells.set(String.fromCharCode(65 + column + c) + (row + r + 1), cell)),
    );
  const value = (address: string): number => {
    const cell = cells.get(address) ?? null;
    if (typeof cell === "number") return cell;
    if (!isFormula(cell)) throw new Error(`${address} holds no number`);
    const text = cell.formula
      .slice(1)
      .replace(/\$?([A-Z])\$?(\d+)/g, (_whole, column: string, row: string) => `(${value(column + row)})`)
      .replace(/MAX|MIN/g, (name) => `Math.${name.toLowerCase()}`);
    return Number(new Function(`return ${text}`)());
  };
  return value;
}

const onlySheet = (plan: ReturnType<typeof planScenario>): SheetPlan => {
  const [sheet] = plan.sheets;
  if (!sheet || plan.sheets.length !== 1) throw new Error("one sheet expected");
  return sheet;
};

describe("customerValue", () => {
  it("is CLV.CHURN without discounting: 25 × 4 × 0.4 ÷ 0.1 = 400 (FUNCTIONS.md, theme 1)", () => {
    expect(customerValue(FIGURES)).toBeCloseTo(400, 9);
  });

  it("has no finite value where nobody leaves and nothing is discounted", () => {
    expect(typeof customerValue({ ...FIGURES, churn: 0 })).not.toBe("number");
  });
});

describe("leverWorths and tornado", () => {
  it("give nothing for no change", () => {
    for (const { gain } of leverWorths(FIGURES, NO_CHANGE)) expect(gain).toBeCloseTo(0, 9);
  });

  it("put today's value between lower and higher, the widest first", () => {
    fc.assert(
      fc.property(
        fc.record({
          orderValue: fc.double({ min: 1, max: 500, noNaN: true }),
          frequency: fc.double({ min: 0.1, max: 50, noNaN: true }),
          margin: fc.double({ min: 0.05, max: 0.9, noNaN: true }),
          churn: fc.double({ min: 0.05, max: 0.8, noNaN: true }),
          discount: fc.double({ min: 0.01, max: 0.4, noNaN: true }),
          acquisitionCost: fc.double({ min: 0, max: 300, noNaN: true }),
        }),
        (figures) => {
          const today = Number(customerValue(figures));
          const lines = tornado(figures, 0.1);
          const slack = 1e-9 * Math.abs(today) + 1e-9;
          for (const { low, high } of lines) {
            expect(Math.min(low, high)).toBeLessThanOrEqual(today + slack);
            expect(Math.max(low, high)).toBeGreaterThanOrEqual(today - slack);
          }
          const spans = lines.map(({ low, high }) => Math.abs(high - low));
          expect(spans).toEqual([...spans].sort((a, b) => b - a));
        },
      ),
    );
  });

  it("keep rates within their bounds however far they are moved", () => {
    const far = moved(FIGURES, { margin: 5, churn: -1, orderValue: -2 });
    expect([far.margin, far.churn, far.orderValue]).toEqual([1, 0, 0]);
  });
});

describe("planScenario", () => {
  it("gives formulas whose own results are the expected ones", () => {
    const sheet = onlySheet(planScenario(request));
    const value = calculator(sheet);
    let compared = 0;
    for (const { row, column, cells } of sheet.blocks)
      cells.forEach((line, r) =>
        line.forEach((cell, c) => {
          if (!isFormula(cell)) return;
          expect(value(String.fromCharCode(65 + column + c) + (row + r + 1))).toBeCloseTo(
            Number(cell.expected),
            9,
          );
          compared++;
        }),
      );
    // Three per lever, three values, four for each of six bars.
    expect(compared).toBe(3 * LEVERS.length + 3 + 4 * 6);
  });

  it("types no number into a formula but the ends of a rate", () => {
    const sheet = onlySheet(planScenario(request));
    const formulas = sheet.blocks.flatMap(({ cells }) => cells.flat()).filter(isFormula);
    for (const { formula } of formulas)
      expect(formula.replace(/\$?[A-Z]+\$?\d+/g, "").match(/\d+(\.\d+)?/g) ?? []).toEqual(
        (formula.replace(/\$?[A-Z]+\$?\d+/g, "").match(/\d+(\.\d+)?/g) ?? []).filter(
          (n) => n === "0" || n === "1",
        ),
      );
  });

  it.each(LOCALES)("speaks %s, in its direction", (locale) => {
    const sheet = onlySheet(planScenario({ ...request, locale }));
    expect(sheet.rightToLeft).toBe(locale === "fa" || locale === "ar");
    const words = sheet.blocks
      .flatMap(({ cells }) => cells.flat())
      .filter((cell) => typeof cell === "string");
    expect(words.every((word) => word !== "" && !/[{}]/.test(String(word)))).toBe(true);
  });
});
