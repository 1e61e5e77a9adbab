import type { Context } from "../context";
import { formulaText, putFigures, type FigureLine } from "../layout/figureLines";
import { moneyUnit } from "./figuresBlock";
import { inputNumber } from "./keyFigures";
import { liveStatistic, modelsAreLive } from "../models/liveModels";
import { holdoutErrorOf, standingOf, totalHeading, verdictOf } from "../models/modelsSheet";
import type { ChosenModels, ModelReport, Predictions } from "../models/modelReport";
import { areaOf, formula, type SheetDraft } from "../layout/sheetDraft";

const COLUMNS = 4;
/** The column of the words beside a figure. */
const HOW = 3;

/**
 * What the probability models expect, in short: links to the Models sheet, and in words how far they can be relied
 * upon. Nothing where no forecast was asked for; gives the row after the last.
 */
export function putForecast(draft: SheetDraft, context: Context, row: number): number {
  const { request, words } = context;
  if (!context.wants("models")) return row;
  const { models: head } = words;
  const { predictions, chosen } = request.models ?? {};
  const title = totalHeading(context, inputNumber(request.inputs, "horizon"));
  draft.put(row, 0, [[title, "", "", ""]], { style: "heading" });
  if (request.models === undefined || predictions === undefined || chosen === undefined) {
    const reason = request.models === undefined ? head.missing : head.noForecastShort;
    draft.line(row + 1, reason, COLUMNS, "note");
    context.names.add("clv_forecast_basis", draft.key, areaOf(row + 1, 0, 1, 1), head.standing);
    return row + 3;
  }
  const lines = [
    ...valueLines(context, request.models, predictions, chosen),
    ...testLines(context, request.models),
  ];
  const end = putFigures(draft, context, lines, row + 1);
  draft.format(areaOf(row + 1, HOW, lines.length, 1), {
    style: "note",
    align: "start",
    indent: 1,
    wrap: true,
  });
  context.names.add("clv_forecast_basis", draft.key, areaOf(row + 1, HOW, 1, 1), head.standing);
  context.names.add("clv_forecast_scope", draft.key, areaOf(row + 3, HOW, 1, 1), head.total);
  context.names.add("clv_forecast_verdict", draft.key, areaOf(end - 1, HOW, 1, 1), head.holdoutError);
  return end + 1;
}

function valueLines(
  context: Context,
  { models }: ModelReport,
  predictions: Predictions,
  { purchases, spend }: ChosenModels,
): FigureLine[] {
  const { models: head } = context.words;
  const isLive = modelsAreLive(context);
  const line = (label: string, name: string, expected: number, how: FigureLine["how"]): FigureLine => ({
    label,
    formula: name,
    expected,
    numberFormat: context.formats.money,
    unit: moneyUnit(context, "money"),
    how,
    style: "crossLink",
  });
  const chosen = [purchases, spend];
  const basis = chosen.map((model) => `${model.name}: ${standingOf(context, model)}`).join(". ");
  // A later fit may stand otherwise, and have no bounds.
  const standings = chosen.map((model, index) => {
    const before = formulaText(`${index === 0 ? "" : ". "}${model.name}: `);
    return `${before}&${context.quoted("models")}!${liveStatistic(models.indexOf(model), "standing")}`;
  });
  const interval = `=IF(AND(ISNUMBER(clv_predicted_low),ISNUMBER(clv_predicted_high)),${formulaText(head.intervalHow)},${formulaText(head.live.noBounds)})`;
  return [
    line(
      head.total,
      "clv_predicted_total",
      predictions.total,
      isLive ? formula(`=${standings.join("&")}`, basis) : basis,
    ),
    line(
      head.expectedLow,
      "clv_predicted_low",
      predictions.totalLow,
      isLive ? formula(interval, head.intervalHow) : head.intervalHow,
    ),
    line(head.expectedHigh, "clv_predicted_high", predictions.totalHigh, head.againstEquity),
  ];
}

/** How the forecast did on orders that it had not seen. */
function testLines(context: Context, report: ModelReport): FigureLine[] {
  const { models: head } = context.words;
  const error = holdoutErrorOf(report);
  return [
    {
      label: head.holdoutError,
      formula: error === undefined ? formulaText("–") : "clv_holdout_error",
      expected: error ?? "–",
      numberFormat: context.formats.percent,
      unit: "",
      how: verdictOf(context, report) ?? head.notTested,
      style: "crossLink",
    },
  ];
}
