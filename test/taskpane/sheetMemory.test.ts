import { HISTORY_FIGURES } from "../../src/summary/history";
import { INPUTS, type SummaryInput, type SummaryInputs } from "../../src/summary/inputs";
import { sheetWords } from "../../src/locales/sheetWords";
import { historyRows, inputsFromSheet } from "../../src/taskpane/summary/sheetMemory";

const last = Object.fromEntries(
  INPUTS.map(({ key, fallback }): [string, SummaryInput] => [key, { value: fallback, origin: "default" }]),
) as SummaryInputs;

describe("inputsFromSheet", () => {
  it("keeps what was changed on the sheet as typed, and nothing else", () => {
    const inputs = inputsFromSheet(last, { clv_gross_margin: 0.35, clv_discount_rate: 0.1 });
    expect(inputs.grossMargin).toEqual({ value: 0.35, origin: "typed" });
    expect(inputs.discountRate).toBe(last.discountRate);
  });

  it("does not believe a cell outside of its range, or with text", () => {
    const inputs = inputsFromSheet(last, { clv_gross_margin: 40, clv_discount_rate: "ten" });
    expect(inputs).toEqual(last);
  });

  it("reads a timing in the words of the language that the sheet was made in", () => {
    const inputs = inputsFromSheet(last, { clv_timing: sheetWords("fa").timings.begin });
    expect(inputs.timing).toEqual({ value: "begin", origin: "typed" });
  });

  it("takes an emptied optional cell as given up", () => {
    const before = { ...last, churn: { value: 0.2, origin: "typed" } } as const;
    expect(inputsFromSheet(before, { clv_churn_typed: "" }).churn).toEqual({ value: null, origin: "orders" });
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
