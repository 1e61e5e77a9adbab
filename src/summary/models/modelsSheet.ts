import type { Check } from "../checks/checksBlock";
import type { Context } from "../context";
import type { FittedModel, HoldoutScore, ModelReport } from "./modelReport";
import type { Area, PlanCell, SheetPlan } from "../plan";
import {
  liveBound,
  liveParameter,
  liveStandardError,
  liveStatistic,
  modelsAreLive,
  putLiveModels,
} from "./liveModels";
import { numberInCell } from "../../locales/sentenceNumber";
import { areaOf, formula, type SheetDraft } from "../layout/sheetDraft";
import { dateText } from "../layout/dateText";

const COLUMNS = 8;
const CHART_ROWS = 20;

/**
 * The fitted models: parameters, fit, standing in words, holdout, tracking, predicted total. Values; by choice the fits
 * and the total are links to the add-in's functions at the right of the sheet.
 */
export function planModelsSheet(context: Context): SheetPlan {
  const draft = context.draft("models");
  const { words, request } = context;
  draft.line(0, words.models.title, COLUMNS, "title");
  draft.line(1, noteOf(context), COLUMNS, "note");
  if (request.models !== undefined) putReport(draft, context, request.models);
  draft.columnWidths = [34, 18, 18, 16, 16, 16, 16, 70];
  return draft.finish();
}

function noteOf(context: Context): string {
  const { words, request } = context;
  if (request.models === undefined) return words.models.missing;
  return modelsAreLive(context) ? words.models.live.note : words.models.note;
}

function putReport(draft: SheetDraft, context: Context, report: ModelReport): void {
  const fitsEnd = putFits(draft, context, report, 3);
  const parametersEnd = putModelParameters(draft, context, report.models, fitsEnd + 1);
  const totalEnd = putTotal(draft, context, report, parametersEnd + 1);
  const holdoutEnd = putHoldout(draft, context, report, totalEnd + 1);
  // Beside the narrow tables: below them the page's end would cut through the chart.
  const beside = report.predictions === undefined ? parametersEnd : totalEnd;
  const height = Math.min(CHART_ROWS, beside - fitsEnd - 1);
  putTracking(draft, context, report, holdoutEnd + 1, areaOf(fitsEnd + 1, 4, height, 4));
  if (modelsAreLive(context)) putLiveModels(draft, context, report);
}

function putTable(
  draft: SheetDraft,
  row: number,
  heading: string,
  header: readonly string[],
  lines: readonly (readonly PlanCell[])[],
): Area {
  draft.put(row, 0, [[heading, ...Array<string>(header.length - 1).fill("")]], { style: "heading" });
  draft.put(row + 1, 0, [[...header]], { style: "tableHeader", wrap: true });
  draft.format(areaOf(row + 1, 1, 1, header.length - 1), { align: "end", wrap: true });
  if (lines.length > 0) draft.put(row + 2, 0, lines);
  draft.format(areaOf(row + 2, 0, lines.length, 1), { style: "label", wrap: true });
  draft.format(areaOf(row + 2, 1, lines.length, header.length - 1), { style: "modelValue" });
  return areaOf(row + 2, 0, lines.length, header.length);
}

/** A value of the day, or a link to the cell in which a function of the add-in gives it. */
const linkOr = (isLive: boolean, cell: string, value: PlanCell): PlanCell =>
  isLive && (typeof value === "number" || typeof value === "string") ? formula(`=${cell}`, value) : value;

function putFits(draft: SheetDraft, context: Context, report: ModelReport, row: number): number {
  const { words, formats } = context;
  const { models: head } = words;
  const isLive = modelsAreLive(context);
  const header = [head.model, head.customers, head.logLikelihood, head.aic, head.bic, "", "", head.standing];
  const lines = report.models.map((model, fit): PlanCell[] => [
    model.name,
    linkOr(isLive, liveStatistic(fit, "customers"), model.customers),
    linkOr(isLive, liveStatistic(fit, "logLikelihood"), model.logLikelihood),
    linkOr(isLive, liveStatistic(fit, "aic"), model.aic),
    linkOr(isLive, liveStatistic(fit, "bic"), model.bic),
    "",
    "",
    isLive ? formula(`=${liveStatistic(fit, "standing")}`) : standingOf(context, model),
  ]);
  const body = putTable(draft, row, head.fitHeading, header, lines);
  draft.format(areaOf(body.row, 1, body.rows, 1), { numberFormat: formats.count });
  draft.format(areaOf(body.row, 2, body.rows, 3), { numberFormat: "#,##0.0" });
  draft.format(areaOf(row + 1, 7, 1, 1), { align: "start" });
  draft.format(areaOf(body.row, 7, body.rows, 1), { align: "start", wrap: true });
  const next = body.row + body.rows;
  if (report.models.every(({ weakPrior }) => !weakPrior)) return next;
  draft.line(next, head.steadied, COLUMNS, "note");
  return next + 1;
}

/** What a fit is worth, in words. */
export function standingOf({ words }: Context, { standing, remark }: FittedModel): string {
  const text = words.models.standings[standing];
  return remark === undefined ? text : `${text} (${remark})`;
}

function putModelParameters(
  draft: SheetDraft,
  context: Context,
  models: readonly FittedModel[],
  row: number,
): number {
  const { models: head } = context.words;
  const isLive = modelsAreLive(context);
  const lines = models.flatMap((model, fit) =>
    model.parameters.map(({ name, place, value, standardError }): PlanCell[] => [
      model.name,
      name,
      linkOr(isLive, liveParameter(fit, place), value),
      linkOr(isLive, liveStandardError(fit, place), standardError) ?? "–",
    ]),
  );
  const body = putTable(
    draft,
    row,
    head.parametersHeading,
    [head.model, head.parameter, head.estimate, head.standardError],
    lines,
  );
  draft.format(areaOf(body.row, 1, body.rows, 1), { align: "end" });
  draft.format(areaOf(body.row, 2, body.rows, 2), { numberFormat: "0.0000", align: "end" });
  return body.row + body.rows;
}

function putTotal(draft: SheetDraft, context: Context, report: ModelReport, row: number): number {
  const { words, formats, names } = context;
  const { models: head } = words;
  const { predictions } = report;
  if (predictions === undefined) {
    // Without intervals a forecast would look surer than it is: the sheet says so and leaves the counted figures.
    draft.line(row, head.noForecast, COLUMNS, "note");
    return row + 1;
  }
  const isLive = modelsAreLive(context);
  const heading = totalHeading(context, predictions.horizonYears);
  const total = isLive
    ? formula("=SUMPRODUCT((clv_model_customer>0)*clv_model_value)", predictions.total)
    : predictions.total;
  /** What a live sheet shows beside a figure that follows: what it was when the sheet was made. */
  const madeColumn = (value: PlanCell): PlanCell[] => (isLive ? [value] : []);
  const following = (label: string, cell: string, value: number): PlanCell[] => [
    label,
    linkOr(isLive, cell, value),
    ...madeColumn(value),
  ];
  const ofTheDay = (label: string, value: number): PlanCell[] =>
    isLive ? [label, "", value] : [label, value];
  const lines: PlanCell[][] = [
    [head.total, total, ...madeColumn(predictions.total)],
    following(head.low, liveBound("low"), predictions.totalLow),
    following(head.high, liveBound("high"), predictions.totalHigh),
    ofTheDay(head.confidence, predictions.confidence),
  ];
  if (report.spendCorrelation !== undefined) lines.push(ofTheDay(head.correlation, report.spendCorrelation));
  const values = isLive ? 2 : 1;
  const header = isLive ? [head.live.now, head.live.made] : [head.estimate];
  const body = putTable(draft, row, heading, [report.chosen?.purchases.name ?? "", ...header], lines);
  draft.format(areaOf(body.row, 1, 3, values), { numberFormat: formats.money });
  draft.format(areaOf(body.row + 3, 1, 1, values), { numberFormat: formats.percent });
  draft.format(areaOf(body.row + 4, 1, body.rows - 4, values), { numberFormat: "0.000" });
  const name = (text: string, line: number, column: number, comment: string): string =>
    names.add(text, draft.key, areaOf(body.row + line, column, 1, 1), comment);
  name("clv_predicted_total", 0, 1, head.total);
  name("clv_predicted_low", 1, 1, head.low);
  name("clv_predicted_high", 2, 1, head.high);
  name("clv_predicted_confidence", 3, values, head.confidence);
  return body.row + body.rows;
}

/** Over which time: where the models follow a changed horizon, no number of years would stay true. */
export const totalHeading = (context: Context, years: number): string => {
  const { models: head } = context.words;
  if (modelsAreLive(context)) return head.live.totalHeading;
  return context.fill(head.totalHeading, { years: context.quantity(years) });
};

function putHoldout(draft: SheetDraft, context: Context, report: ModelReport, row: number): number {
  const { models: head } = context.words;
  if (report.holdout === undefined) return row - 1;
  const lines = report.holdout.scores.map((score, index): PlanCell[] => {
    const line = row + 3 + index;
    return [
      score.name,
      score.expected,
      score.actual,
      formula(`=IF(C${line}<>0,B${line}/C${line}-1,0)`, errorOf(score)),
      score.meanAbsoluteError,
      score.rootMeanSquareError,
    ];
  });
  const heading = context.fill(head.holdoutHeading, { start: dateText(report.holdout.start) });
  const header = [head.forecast, head.expected, head.actual, head.error, head.mae, head.rmse];
  const body = putTable(draft, row, heading, header, lines);
  draft.format(areaOf(body.row, 1, body.rows, 2), { numberFormat: "#,##0.0" });
  draft.format(areaOf(body.row, 3, body.rows, 1), {
    style: "formula",
    numberFormat: context.formats.percent,
  });
  draft.format(areaOf(body.row, 4, body.rows, 2), { numberFormat: "0.000" });
  const tested = testedScore(report);
  if (tested >= 0)
    context.names.add("clv_holdout_error", draft.key, areaOf(body.row + tested, 3, 1, 1), head.holdoutError);
  const verdict = verdictOf(context, report);
  if (verdict === undefined) return body.row + body.rows;
  draft.line(body.row + body.rows, verdict, COLUMNS, "note");
  return body.row + body.rows + 1;
}

/** By how much a forecast missed, as a share of what happened. */
const errorOf = ({ expected, actual }: HoldoutScore): number => (actual === 0 ? 0 : expected / actual - 1);

/** The line of the model that the verdict is about; −1 where there is none. */
const testedScore = ({ holdout }: ModelReport): number =>
  holdout?.scores.findIndex(({ name }) => name === holdout.verdict?.model) ?? -1;

/** The error of the forecast in the holdout test; undefined where nothing could be tested. */
export function holdoutErrorOf(report: ModelReport): number | undefined {
  const score = report.holdout?.scores[testedScore(report)];
  return score && errorOf(score);
}

/** Whether the model earned its place in the test, in words; undefined where nothing could be tested. */
export function verdictOf({ words, fill, request }: Context, { holdout }: ModelReport): string | undefined {
  const verdict = holdout?.verdict;
  if (verdict === undefined) return undefined;
  const { earnsItsPlace, noBetter, otherBetter, rmse } = words.models;
  const said = fill(verdict.earnsItsPlace ? earnsItsPlace : noBetter, { model: verdict.model });
  if (verdict.better === undefined) return said;
  const errorIn = (model: string): string => {
    const score = holdout?.scores.find(({ name }) => name === model);
    const digits = { minimumFractionDigits: 3, maximumFractionDigits: 3 };
    return numberInCell(score?.rootMeanSquareError ?? NaN, request.locale, digits);
  };
  const [lower, own] = [errorIn(verdict.better), errorIn(verdict.model)];
  // A difference too small to be shown is none.
  return lower === own
    ? said
    : `${said} ${fill(otherBetter, { other: verdict.better, measure: rmse, lower, own })}`;
}

function putTracking(
  draft: SheetDraft,
  context: Context,
  report: ModelReport,
  row: number,
  place: Area,
): void {
  const { models: head } = context.words;
  if (report.tracking.length === 0) return;
  const lines = report.tracking.map(({ day, actual, expected }): PlanCell[] => [day, actual, expected]);
  const body = putTable(draft, row, head.trackingHeading, [head.day, head.actual, head.expected], lines);
  draft.format(areaOf(body.row, 0, body.rows, 1), { numberFormat: context.formats.date, align: "start" });
  draft.format(areaOf(body.row, 1, body.rows, 2), { numberFormat: "#,##0.0" });
  const column = (offset: number): Area => areaOf(body.row, offset, body.rows, 1);
  draft.charts.push({
    name: "clv_chart_tracking",
    title: head.trackingTitle,
    altText: head.trackingAlt,
    kind: "line",
    categories: column(0),
    series: [
      { name: head.actual, values: column(1) },
      { name: head.expected, values: column(2) },
    ],
    place,
    categoryTitle: head.day,
    valueTitle: context.words.customers.orders,
    valueFormat: "#,##0",
  });
}

/** The predicted total is the sum of the customers' values; where fits follow the orders, a later one may have no bounds. */
export function modelChecks(context: Context): Check[] {
  const { words, request } = context;
  const predictions = request.models?.predictions;
  if (predictions === undefined) return [];
  const bounds: Check = {
    label: words.models.live.checkBounds,
    expected: "0",
    actual: "IF(ISNUMBER(clv_predicted_low),0,1)+IF(ISNUMBER(clv_predicted_high),0,1)",
    value: 0,
    isMoney: false,
  };
  return [
    {
      label: words.models.checkTotal,
      expected: "ROUND(clv_predicted_total,clv_decimals)",
      actual: "ROUND(SUM(clv_customer_expected_value),clv_decimals)",
      value: undefined,
      isMoney: true,
    },
    ...(modelsAreLive(context) ? [bounds] : []),
  ];
}
