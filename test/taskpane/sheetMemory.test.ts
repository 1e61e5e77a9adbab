import { HISTORY_FIGURES } from "../../src/summary/history/history";
import { INPUTS, type SummaryInput, type SummaryInputs } from "../../src/summary/inputs/inputs";
import { sheetWords } from "../../src/locales/sheetWords";
import type { NamedCells } from "../../src/excel/inputCells";
import type { InputCell } from "../../src/summary/plan";
import {
  historyRows,
  inputCellsNow,
  inputsFromSheet,
  typedCells,
} from "../../src/taskpane/summary/sheetMemory";

const last = Object.fromEntries(
  INPUTS.map(({ key, fallback }): [string, SummaryInput] => [key, { value: fallback, origin: "default" }]),
) as SummaryInputs;

/** The cells of all inputs as a plan makes them. */
const made: readonly InputCell[] = INPUTS.map(({ key, name, fallback }) => ({
  id: name,
  name,
  place: 0,
  made:
    key === "asOf"
      ? { formula: "=MAX(clv_order_date)" }
      : key === "timing"
        ? sheetWords("en").timings.end
        : (fallback ?? ""),
  typed: false,
}));

const inputsWith = (now: NamedCells, from = last, cells = made): SummaryInputs =>
  inputsFromSheet(from, inputCellsNow(cells, now));

describe("inputsFromSheet", () => {
  it("keeps what was changed on the sheet as typed, and nothing else", () => {
    const inputs = inputsWith({ clv_gross_margin: [0.35], clv_discount_rate: [0.1] });
    expect(inputs.grossMargin).toEqual({ value: 0.35, origin: "typed" });
    expect(inputs.discountRate).toBe(last.discountRate);
  });

  it("does not believe a cell outside of its range, or with text", () => {
    const inputs = inputsWith({ clv_gross_margin: [40], clv_discount_rate: ["ten"] });
    expect(inputs).toEqual(last);
  });

  it("reads a timing in the words of the language that the sheet was made in", () => {
    const inputs = inputsWith({ clv_timing: [sheetWords("fa").timings.begin] });
    expect(inputs.timing).toEqual({ value: "begin", origin: "typed" });
  });

  it("takes an emptied cell as given up", () => {
    const before = { ...last, churn: { value: 0.2, origin: "typed" } } as const;
    const cells = made.map((cell) =>
      cell.id === "clv_churn_typed" ? { ...cell, made: 0.2, typed: true } : cell,
    );
    expect(inputsWith({ clv_churn_typed: [""] }, before, cells).churn).toEqual({
      value: null,
      origin: "orders",
    });
    expect(inputsWith({ clv_churn_typed: [0.2] }, before, cells).churn).toEqual(before.churn);
  });

  it("sees by its formula that an input still follows the orders, whatever it has come to", () => {
    const untouched = { clv_as_of: [{ formula: "=MAX(clv_order_date)", expected: 46_000 }] };
    expect(inputsWith(untouched).asOf).toBe(last.asOf);
    const own = { clv_as_of: [{ formula: "=Plan!B2", expected: 46_000 }] };
    expect(inputsWith(own).asOf).toEqual({ value: 46_000, origin: "typed" });
    expect(typedCells(inputCellsNow(made, own))).toEqual({ clv_as_of: own.clv_as_of[0] });
  });
});

describe("historyRows", () => {
  it("finds the rows between headings and sentences, a figure that is missing as null", () => {
    const row = [46348.5, 46022, ...HISTORY_FIGURES.map((_figure, index) => (index === 6 ? "" : index + 1))];
    const sheet = {
      name: "CLV History",
      firstRow: 0,
      firstColumn: 0,
      values: [["History", ""], ["When", "As of"], row, ["Churn rose from 8.1% to 9.4%", ""]],
    };
    const [found, ...more] = historyRows(sheet);
    expect(more).toEqual([]);
    expect(found).toMatchObject({
      at: 46348.5,
      asOf: 46022,
      figures: { customers: 1, churn: null, equity: 11 },
    });
  });

  it("is empty where there is no history", () => {
    expect(historyRows(null)).toEqual([]);
  });
});
