import { sheetWords } from "../../src/locales/sheetWords";
import { HISTORY_FIGURES, type HistoryRow } from "../../src/summary/history/history";
import { historyAlerts } from "../../src/summary/history/historyAlerts";

const words = sheetWords("en").history;
const money = { symbol: "€", digits: 2, symbolAfter: true };
const row = (change: Partial<HistoryRow["figures"]>): HistoryRow => ({
  at: 46000,
  asOf: 46000,
  figures: {
    ...(Object.fromEntries(HISTORY_FIGURES.map((figure) => [figure, 100])) as HistoryRow["figures"]),
    ...change,
  },
});

describe("alerts of the history", () => {
  it("name a rise and a fall beyond the threshold in words", () => {
    const rows = [row({ churn: 0.081, equity: 2000 }), row({ churn: 0.094, equity: 1500 })];
    expect(historyAlerts(rows, 0.1, words, money, "en")).toEqual([
      "Churn rose from 8.1% to 9.4%",
      "Customer equity fell from 2,000.00 € to 1,500.00 €",
    ]);
  });

  it("say so where nothing moved, or where there is nothing to compare with", () => {
    expect(historyAlerts([row({}), row({ orders: 105 })], 0.1, words, money, "en")).toEqual([words.none]);
    expect(historyAlerts([row({})], 0.1, words, money, "en")).toEqual([words.first]);
  });

  it("look at the last two refreshes only", () => {
    expect(historyAlerts([row({ orders: 10 }), row({}), row({})], 0.1, words, money, "en")).toEqual([
      words.none,
    ]);
  });
});
