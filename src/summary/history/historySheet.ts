import { addressOf, cellAddress } from "../layout/cellAddress";
import { DARK, MIDDLE } from "../layout/chartColours";
import { moneyWidth } from "../layout/columnWidth";
import type { Context } from "../context";
import { withCurrency } from "../board/figuresBlock";
import { COLUMNS, DAYS, formatOf, putChanges, thresholdOf } from "./changesBlock";
import { historyRowOf } from "./historyAlerts";
import { changesBetween, HISTORY_FIGURES, isBeyond, type HistoryFigure, type HistoryRow } from "./history";
import type { PlanCell, SheetPlan } from "../plan";
import { areaOf, formula, type SheetDraft } from "../layout/sheetDraft";

const TOP = 3;
const FIRST = TOP + 1;
const FEW = 13;
/** Refreshes that stay readable on one page, the changes and the chart below them. */
const ONE_PAGE = 24;

/** The key figures at each refresh, as they stood then, and what has moved since the one before. */
export function planHistorySheet(context: Context): SheetPlan {
  const draft = context.draft("history");
  const { words, request, figures } = context;
  const now = historyRowOf(figures, request);
  const before = request.before ?? request.history?.at(-1);
  const rows = [...(request.history ?? []), now];
  draft.line(0, words.history.title, COLUMNS, "title");
  const note = context.fill(words.history.note, { input: words.inputs.alertThreshold.label });
  draft.line(1, note, COLUMNS, "note");
  putRows(draft, context, rows);
  const last = FIRST + rows.length - 1;
  const heading = [words.history.alertsHeading, ...Array<string>(COLUMNS - 1).fill("")];
  draft.put(last + 2, 0, [heading], { style: "heading" });
  if (before === undefined) draft.line(last + 3, words.history.first, COLUMNS, "label");
  const end = before === undefined ? last + 4 : putChanges(draft, context, { before, now, last }, last + 3);
  // One point is no line.
  if (rows.length > 1) addChart(draft, context, rows.length, end + 1);
  const money = Math.max(14, moneyWidth(request.money, figures.revenue));
  draft.columnWidths = [18, 12, ...HISTORY_FIGURES.map((figure, at) => widthOf(figure, at, money)), FEW];
  draft.frozenRows = FIRST;
  draft.titleRows = FIRST;
  // A page's edge would cut the chart in two.
  if (rows.length <= ONE_PAGE) draft.pagesTall = 1;
  return draft.finish();
}

/** Below the first two figures stand those before and now, money among them. */
const widthOf = (figure: HistoryFigure, at: number, money: number): number =>
  at < 2 || formatOf(figure) === "money" ? money : FEW;

function putRows(draft: SheetDraft, context: Context, rows: readonly HistoryRow[]): void {
  const { words, formats } = context;
  const { at, asOf, figures, moved } = words.history;
  draft.put(TOP, 0, [[at, asOf, ...HISTORY_FIGURES.map((figure) => figures[figure]), moved]], {
    style: "tableHeader",
    wrap: true,
  });
  draft.format(areaOf(TOP, 0, 1, COLUMNS), { align: "end", wrap: true });
  const threshold = thresholdOf(context);
  const lines = rows.map((row, index): PlanCell[] => {
    const before = rows[index - 1];
    const moves = before && changesBetween(before, row).filter((move) => isBeyond(move, threshold)).length;
    return [
      row.at,
      row.asOf,
      ...HISTORY_FIGURES.map((figure) => row.figures[figure] ?? ""),
      moves === undefined ? "" : formula(movesFormula(FIRST + index), moves),
    ];
  });
  draft.put(FIRST, 0, lines);
  draft.format(areaOf(FIRST, 0, rows.length, COLUMNS), { style: "modelValue" });
  draft.format(areaOf(FIRST, 0, rows.length, 1), { numberFormat: "yyyy-mm-dd hh:mm" });
  draft.format(areaOf(FIRST, 1, rows.length, 1), { numberFormat: formats.date });
  HISTORY_FIGURES.forEach((figure, index) =>
    draft.format(areaOf(FIRST, DAYS + index, rows.length, 1), { numberFormat: formats[formatOf(figure)] }),
  );
  draft.format(areaOf(FIRST, COLUMNS - 1, rows.length, 1), { style: "formula", numberFormat: formats.count });
  if (rows.length > 1) {
    draft.conditionalFormats.push({
      area: areaOf(FIRST + 1, DAYS, rows.length - 1, HISTORY_FIGURES.length),
      rule: { kind: "formula", formula: markFormula(FIRST + 1), style: "notice" },
    });
  }
}

/** How many figures of a row moved by more than the threshold since the row above. */
function movesFormula(row: number): string {
  const [now, before] = [row, row - 1].map((at) => addressOf(areaOf(at, DAYS, 1, HISTORY_FIGURES.length)));
  return `=SUMPRODUCT(ISNUMBER(${before})*ISNUMBER(${now})*(ABS(${now}-${before})>clv_alert_threshold*ABS(${before})))`;
}

/** Whether the first figure of a row did. */
function markFormula(row: number): string {
  const [now, before] = [cellAddress(row, DAYS), cellAddress(row - 1, DAYS)];
  return `=IF(AND(ISNUMBER(${before}),ISNUMBER(${now})),ABS(${now}-${before})>clv_alert_threshold*ABS(${before}))`;
}

function addChart(draft: SheetDraft, context: Context, rows: number, row: number): void {
  const { words, formats } = context;
  const { figures, chartTitle, chartAlt, at } = words.history;
  const column = (figure: HistoryFigure) => areaOf(FIRST, DAYS + HISTORY_FIGURES.indexOf(figure), rows, 1);
  draft.charts.push({
    name: "clv_chart_history",
    title: chartTitle,
    altText: chartAlt,
    // By the time of the refresh: several may stand for one day, and would fall on one point.
    kind: "scatterLines",
    categories: areaOf(FIRST, 0, rows, 1),
    series: [
      { name: figures.clvProfit, values: column("clvProfit"), colour: DARK },
      { name: figures.clvDiscounted, values: column("clvDiscounted"), colour: MIDDLE },
    ],
    place: areaOf(row, 0, 18, 7),
    categoryTitle: at,
    categoryFormat: formats.date,
    valueTitle: withCurrency(context, words.history.perCustomer),
    valueFormat: formats.moneyAxis,
  });
}
