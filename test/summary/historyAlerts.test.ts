import { sheetWords } from "../../src/locales/sheetWords";
import { withTyped } from "../../src/summary/inputs/defaultInputs";
import {
  changesBetween,
  HISTORY_FIGURES,
  isBeyond,
  type HistoryRow,
} from "../../src/summary/history/history";
import { historyRowOf, moveSentence } from "../../src/summary/history/historyAlerts";
import { createContext } from "../../src/summary/context";
import { planWorkbook } from "../../src/summary/planWorkbook";
import { planFile, recalculatedAll } from "./support/planFile";
import { differences, itRecalculates, valuesOf, withTypedCells } from "./support/recalculation";
import { cellsOf, requestOf, type PlainOrder } from "./support/requests";

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

describe("moves between two runs", () => {
  it("are named as a rise or a fall", () => {
    const [churn, equity] = changesBetween(
      row({ churn: 0.081, equity: 2000 }),
      row({ churn: 0.094, equity: 1500 }),
    );
    expect(churn && moveSentence(churn, words, money, "en")).toBe("Churn rose from 8.1% to 9.4%");
    expect(equity && moveSentence(equity, words, money, "en")).toBe(
      "Customer equity fell from 2,000.00 € to 1,500.00 €",
    );
  });

  it("count where they are larger than the share of what was, below zero and from nothing too", () => {
    const beyond = (before: number, after: number): boolean =>
      isBeyond({ figure: "equity", before, after }, 0.1);
    expect([beyond(100, 110), beyond(100, 111), beyond(100, 89)]).toEqual([false, true, true]);
    expect([beyond(-100, -111), beyond(-100, -109), beyond(0, 1)]).toEqual([true, false, true]);
  });

  it("are none where a figure is as it was, or is missing on one side", () => {
    expect(changesBetween(row({}), row({}))).toEqual([]);
    expect(changesBetween(row({ orders: null }), row({ churn: null }))).toEqual([]);
  });
});

describe("the History sheet", () => {
  const ORDERS = Array.from({ length: 60 }, (_, i): PlainOrder => [`c${i % 9}`, 45000 + i * 9, 20 + (i % 7)]);
  const asked = requestOf(ORDERS, { sheets: ["history"] });
  const now = historyRowOf(createContext(asked).figures, asked);
  const share = (by: Partial<Record<(typeof HISTORY_FIGURES)[number], number>>): HistoryRow => ({
    at: now.at - 30,
    asOf: now.asOf - 30,
    figures: Object.fromEntries(
      HISTORY_FIGURES.map((figure) => [figure, (now.figures[figure] ?? 0) * (by[figure] ?? 1)]),
    ) as HistoryRow["figures"],
  });
  const history = [
    share({ revenue: 0.5, equity: -1, activeCustomers: 0 }),
    { ...share({ revenue: 0.97 }), figures: { ...share({ revenue: 0.97 }).figures, orders: null } },
    share({ revenue: 0.93, equity: 1.15, orderValue: 0.85 }),
  ];
  const request = { ...asked, history };
  const plan = planWorkbook(request);
  const rows = [...history, now];
  const sheet = sheetWords("en").sheetNames.history;

  /** How many figures of each row moved by more than a share since the row above. */
  const movesAt = (threshold: number): number[] =>
    rows
      .slice(1)
      .map((each, i) => changesBetween(rows[i] ?? each, each).filter((m) => isBeyond(m, threshold)).length);

  it("draws refreshes of one day beside each other, on one page", () => {
    const history = [{ ...share({ clvProfit: 2 }), asOf: now.asOf }];
    const sheet = planWorkbook({ ...asked, history }).sheets.find(({ key }) => key === "history");
    const [chart] = sheet?.charts ?? [];
    if (!sheet || !chart) throw new Error("no chart");
    const { row: first, column, rows } = chart.categories;
    const block = sheet.blocks.find((each) => each.row === first && each.column === 0);
    const places = block?.cells.slice(0, rows).map((line) => line[column]);
    expect(places).toEqual([now.at - 30, now.at]);
    expect(sheet.print.pagesTall).toBe(1);
  });

  itRecalculates(
    "marks and names what its own engine does, and follows a threshold typed later",
    async () => {
      const thresholds = [0.1, 0.05, 0.2, 0];
      const books = await recalculatedAll(
        await Promise.all(
          thresholds.map((threshold) =>
            planFile(withTypedCells(plan, { clv_alert_threshold: threshold }), [
              { name: "Orders", rows: cellsOf(ORDERS) },
            ]),
          ),
        ),
      );
      const [first = new Map<string, unknown[][]>()] = books;
      expect(differences(plan, first)).toEqual([]);
      thresholds.forEach((threshold, i) => {
        const book = books[i] ?? new Map<string, unknown[][]>();
        const cells = book.get(sheet) ?? [];
        const marks = cells.slice(5, 4 + rows.length).map((line) => line[13]);
        const fresh = { ...request, inputs: withTyped(request.inputs, { alertThreshold: threshold }) };
        expect([threshold, marks]).toEqual([threshold, movesAt(threshold)]);
        const ofHistory = differences(planWorkbook(fresh), book).filter((text) => text.startsWith("history"));
        expect([threshold, ofHistory]).toEqual([threshold, []]);
        const moves = changesBetween(rows[2] ?? now, now).filter((move) => isBeyond(move, threshold));
        const said = moves.map((move) => moveSentence(move, words, request.money, "en"));
        const from = cells.findIndex(([label]) => label === words.figure) + 1;
        const sentences = cells.slice(from, from + HISTORY_FIGURES.length).map((line) => line[5] ?? "");
        expect(sentences.filter((text) => text !== "")).toEqual(said);
        expect(valuesOf(plan, book, "clv_history_moves")).toEqual([said.length]);
      });
      // Revenue, equity and active customers; equity and order value; both back again.
      expect(movesAt(0.1)).toEqual([3, 2, 2]);
    },
  );

  it("has nothing to compare with at first", () => {
    const cells = planWorkbook(asked)
      .sheets.filter(({ key }) => key === "history")
      .flatMap(({ blocks }) => blocks.flatMap((block) => block.cells.flat()));
    expect(cells).toContain(words.first);
    expect(cells).not.toContain(words.figure);
  });
});
