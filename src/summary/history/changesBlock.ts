import type { Context } from "../context";
import { inputNumber } from "../board/keyFigures";
import { addressOf, cellAddress } from "../layout/cellAddress";
import { formulaText } from "../layout/figureLines";
import type { NumberFormats } from "../layout/numberFormats";
import { areaOf, formula, type SheetDraft } from "../layout/sheetDraft";
import type { PlanCell } from "../plan";
import { changesBetween, HISTORY_FIGURES, isBeyond, type HistoryFigure, type HistoryRow } from "./history";
import { moveSentence } from "./historyAlerts";

/** The columns of the sheet: two days, the figures, and how many of these moved. */
export const DAYS = 2;
export const COLUMNS = DAYS + HISTORY_FIGURES.length + 1;

/** Where the parts of a change stand: its figure's name spans two columns, its sentence the last ones. */
const PLACES = { label: 0, before: 2, now: 3, change: 4, said: 5 } as const;

/** The two runs that are compared, and the row of the sheet that holds the later one. */
interface Runs {
  readonly before: HistoryRow;
  readonly now: HistoryRow;
  readonly last: number;
}

/** Each figure at the run before and now, and in words where it moved beyond the threshold; gives the row after. */
export function putChanges(draft: SheetDraft, context: Context, runs: Runs, row: number): number {
  const { words, formats, names } = context;
  const head = words.history;
  const wide = COLUMNS - PLACES.said;
  const blanks = Array<string>(wide - 1).fill("");
  draft.put(row, 0, [[head.figure, "", head.before, head.now, head.change, head.moved, ...blanks]], {
    style: "tableHeader",
    wrap: true,
  });
  draft.format(areaOf(row, PLACES.before, 1, 3), { align: "end", wrap: true });
  draft.format(areaOf(row, PLACES.said, 1, 1), { align: "start", indent: 1 });
  const first = row + 1;
  const count = HISTORY_FIGURES.length;
  draft.put(
    first,
    0,
    HISTORY_FIGURES.map((figure, index) => changeLine(context, figure, runs, first + index)),
  );
  HISTORY_FIGURES.forEach((figure, index) => {
    const numberFormat = formats[formatOf(figure)];
    draft.span(areaOf(first + index, PLACES.label, 1, 2), { style: "label" });
    draft.format(areaOf(first + index, PLACES.before, 1, 1), { style: "modelValue", numberFormat });
    draft.format(areaOf(first + index, PLACES.now, 1, 1), { style: "formula", numberFormat });
    draft.span(areaOf(first + index, PLACES.said, 1, wide), { style: "label", indent: 1 });
  });
  draft.format(areaOf(first, PLACES.change, count, 1), { style: "formula", numberFormat: formats.percent });
  const sentences = addressOf(areaOf(first, PLACES.said, count, 1));
  const moves = changesBetween(runs.before, runs.now).filter((move) => isBeyond(move, thresholdOf(context)));
  draft.put(first + count, 0, [
    [
      head.moved,
      "",
      formula(`=COUNTIF(${sentences},"?*")`, moves.length),
      ...Array<string>(COLUMNS - 3).fill(""),
    ],
  ]);
  draft.format(areaOf(first + count, 0, 1, COLUMNS), { style: "total", numberFormat: formats.count });
  names.add("clv_history_moves", draft.key, areaOf(first + count, PLACES.before, 1, 1), head.moved);
  return first + count + 1;
}

function changeLine(
  context: Context,
  figure: HistoryFigure,
  { before, now, last }: Runs,
  row: number,
): PlanCell[] {
  const { words, request } = context;
  const [from, to] = [before.figures[figure], now.figures[figure]];
  const label = [words.history.figures[figure], ""];
  const link = formula(`=${cellAddress(last, DAYS + HISTORY_FIGURES.indexOf(figure))}`, to ?? "");
  if (from === null || to === null) return [...label, from ?? "", link, "", ""];
  const [was, is] = [cellAddress(row, PLACES.before), cellAddress(row, PLACES.now)];
  const move = { figure, before: from, after: to };
  const sentence = moveSentence(move, words.history, request.money, request.locale);
  return [
    ...label,
    from,
    link,
    formula(`=IF(${was}<>0,(${is}-${was})/ABS(${was}),"")`, from === 0 ? "" : (to - from) / Math.abs(from)),
    formula(
      `=IF(ABS(${is}-${was})>clv_alert_threshold*ABS(${was}),${formulaText(sentence)},"")`,
      isBeyond(move, thresholdOf(context)) ? sentence : "",
    ),
  ];
}

/** The share beyond which a move is named. */
export const thresholdOf = ({ request }: Context): number => inputNumber(request.inputs, "alertThreshold");

export function formatOf(figure: HistoryFigure): keyof NumberFormats {
  if (figure === "churn") return "percent";
  if (figure === "frequency") return "decimal";
  return figure === "customers" || figure === "activeCustomers" || figure === "orders" ? "count" : "money";
}
