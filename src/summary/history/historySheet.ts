import { sentenceNumber } from "../../locales/sentenceNumber";
import { DARK, MIDDLE } from "../layout/chartColours";
import { moneyWidth } from "../layout/columnWidth";
import type { Context } from "../context";
import { withCurrency } from "../board/figuresBlock";
import { historyAlerts, historyRowOf } from "./historyAlerts";
import { HISTORY_FIGURES, type HistoryFigure, type HistoryRow } from "./history";
import { inputNumber } from "../board/keyFigures";
import type { NumberFormats } from "../layout/numberFormats";
import type { PlanCell, SheetPlan } from "../plan";
import { areaOf, type SheetDraft } from "../layout/sheetDraft";

const TOP = 3;
const COLUMNS = 2 + HISTORY_FIGURES.length;

/** The key figures at each refresh, as they stood then, and what has moved since the one before. */
export function planHistorySheet(context: Context): SheetPlan {
  const draft = context.draft("history");
  const { words, request, figures } = context;
  const now = historyRowOf(figures, request);
  const before = request.before ?? request.history?.at(-1);
  const rows = [...(request.history ?? []), now];
  const threshold = inputNumber(request.inputs, "alertThreshold");
  draft.line(0, words.history.title, COLUMNS, "title");
  draft.line(
    1,
    context.fill(words.history.note, {
      share: sentenceNumber(threshold, request.locale, { style: "percent", maximumFractionDigits: 1 }),
    }),
    COLUMNS,
    "note",
  );
  const alertsRow = putRows(draft, context, rows) + 1;
  const alerts = historyAlerts(
    before === undefined ? [now] : [before, now],
    threshold,
    words.history,
    request.money,
    request.locale,
  );
  draft.put(alertsRow, 0, [[words.history.alertsHeading, ...Array<string>(COLUMNS - 1).fill("")]], {
    style: "heading",
  });
  alerts.forEach((alert, index) => draft.line(alertsRow + 1 + index, alert, COLUMNS, "label"));
  // One point is no line.
  if (rows.length > 1) addChart(draft, context, rows.length, alertsRow + alerts.length + 2);
  const money = Math.max(14, moneyWidth(request.money, figures.revenue));
  draft.columnWidths = [
    18,
    12,
    ...HISTORY_FIGURES.map((figure) => (formatOf(figure) === "money" ? money : 13)),
  ];
  draft.frozenRows = TOP + 1;
  draft.titleRows = TOP + 1;
  return draft.finish();
}

function putRows(draft: SheetDraft, { words, formats }: Context, rows: readonly HistoryRow[]): number {
  const { at, asOf, figures } = words.history;
  draft.put(TOP, 0, [[at, asOf, ...HISTORY_FIGURES.map((figure) => figures[figure])]], {
    style: "tableHeader",
    wrap: true,
  });
  draft.format(areaOf(TOP, 0, 1, COLUMNS), { align: "end", wrap: true });
  draft.put(
    TOP + 1,
    0,
    rows.map((row): PlanCell[] => [
      row.at,
      row.asOf,
      ...HISTORY_FIGURES.map((figure) => row.figures[figure] ?? ""),
    ]),
  );
  draft.format(areaOf(TOP + 1, 0, rows.length, COLUMNS), { style: "modelValue" });
  draft.format(areaOf(TOP + 1, 0, rows.length, 1), { numberFormat: "yyyy-mm-dd hh:mm" });
  draft.format(areaOf(TOP + 1, 1, rows.length, 1), { numberFormat: formats.date });
  HISTORY_FIGURES.forEach((figure, index) =>
    draft.format(areaOf(TOP + 1, 2 + index, rows.length, 1), { numberFormat: formats[formatOf(figure)] }),
  );
  return TOP + 1 + rows.length;
}

function formatOf(figure: HistoryFigure): keyof NumberFormats {
  if (figure === "churn") return "percent";
  if (figure === "frequency") return "decimal";
  return figure === "customers" || figure === "activeCustomers" || figure === "orders" ? "count" : "money";
}

function addChart(draft: SheetDraft, context: Context, rows: number, row: number): void {
  const { words, formats } = context;
  const { figures, chartTitle, chartAlt, asOf } = words.history;
  const column = (figure: HistoryFigure) => areaOf(TOP + 1, 2 + HISTORY_FIGURES.indexOf(figure), rows, 1);
  draft.charts.push({
    name: "clv_chart_history",
    title: chartTitle,
    altText: chartAlt,
    kind: "line",
    categories: areaOf(TOP + 1, 1, rows, 1),
    series: [
      { name: figures.clvProfit, values: column("clvProfit"), colour: DARK },
      { name: figures.clvDiscounted, values: column("clvDiscounted"), colour: MIDDLE },
    ],
    place: areaOf(row, 0, 18, 7),
    categoryTitle: asOf,
    valueTitle: withCurrency(context, words.history.perCustomer),
    valueFormat: formats.moneyAxis,
  });
}
