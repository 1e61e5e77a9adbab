import type { Check } from "./checksBlock";
import type { Context } from "./context";
import type { FittedModel, ModelReport } from "./modelReport";
import type { Area, PlanCell, SheetPlan } from "./plan";
import { areaOf, formula, type SheetDraft } from "./sheetDraft";
import { dateText } from "./dateText";

const COLUMNS = 8;

/** The fitted models as values: parameters, fit, standing in words, holdout, tracking, predicted total. */
export function planModelsSheet(context: Context): SheetPlan {
  const draft = context.draft("models");
  const { words, request } = context;
  draft.line(0, words.models.title, COLUMNS, "title");
  draft.line(1, request.models === undefined ? words.models.missing : words.models.note, COLUMNS, "note");
  if (request.models !== undefined) putReport(draft, context, request.models);
  draft.columnWidths = [34, 18, 18, 16, 16, 16, 16, 70];
  draft.pagesTall = 1;
  return draft.finish();
}

function putReport(draft: SheetDraft, context: Context, report: ModelReport): void {
  let row = putFits(draft, context, report.models, 3);
  row = putModelParameters(draft, context, report.models, row + 1);
  row = putTotal(draft, context, report, row + 1);
  row = putHoldout(draft, context, report, row + 1);
  putTracking(draft, context, report, row + 1);
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

function putFits(
  draft: SheetDraft,
  { words, formats }: Context,
  models: readonly FittedModel[],
  row: number,
): number {
  const { models: head } = words;
  const header = [head.model, head.customers, head.logLikelihood, head.aic, head.bic, "", "", head.standing];
  const lines = models.map((model): PlanCell[] => [
    model.name,
    model.customers,
    model.logLikelihood,
    model.aic,
    model.bic,
    "",
    "",
    model.remark === undefined
      ? head.standings[model.standing]
      : `${head.standings[model.standing]} (${model.remark})`,
  ]);
  const body = putTable(draft, row, head.fitHeading, header, lines);
  draft.format(areaOf(body.row, 1, body.rows, 1), { numberFormat: formats.count });
  draft.format(areaOf(body.row, 2, body.rows, 3), { numberFormat: "#,##0.0" });
  draft.format(areaOf(row + 1, 7, 1, 1), { align: "start" });
  return body.row + body.rows;
}

function putModelParameters(
  draft: SheetDraft,
  { words }: Context,
  models: readonly FittedModel[],
  row: number,
): number {
  const { models: head } = words;
  const lines = models.flatMap((model) =>
    model.parameters.map(({ name, value, standardError }): PlanCell[] => [
      model.name,
      name,
      value,
      standardError ?? "–",
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
  const heading = context.fill(head.totalHeading, { years: context.quantity(predictions.horizonYears) });
  const lines: PlanCell[][] = [
    [head.total, predictions.total],
    [head.low, predictions.totalLow],
    [head.high, predictions.totalHigh],
    [head.confidence, predictions.confidence],
  ];
  if (report.spendCorrelation !== undefined) lines.push([head.correlation, report.spendCorrelation]);
  const body = putTable(draft, row, heading, [report.chosen, head.estimate], lines);
  draft.format(areaOf(body.row, 1, 3, 1), { numberFormat: formats.money });
  draft.format(areaOf(body.row + 3, 1, 1, 1), { numberFormat: formats.percent });
  draft.format(areaOf(body.row + 4, 1, body.rows - 4, 1), { numberFormat: "0.000" });
  names.add("clv_predicted_total", draft.key, areaOf(body.row, 1, 1, 1), head.total);
  return body.row + body.rows;
}

function putHoldout(draft: SheetDraft, context: Context, report: ModelReport, row: number): number {
  const { models: head } = context.words;
  if (report.holdout === undefined) return row - 1;
  const lines = report.holdout.scores.map((score, index): PlanCell[] => {
    const line = row + 3 + index;
    return [
      score.name,
      score.expected,
      score.actual,
      formula(
        `=IF(C${line}<>0,B${line}/C${line}-1,0)`,
        score.actual === 0 ? 0 : score.expected / score.actual - 1,
      ),
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
  const { verdict } = report.holdout;
  if (verdict === undefined) return body.row + body.rows;
  const words = verdict.earnsItsPlace ? head.earnsItsPlace : head.noBetter;
  draft.line(body.row + body.rows, context.fill(words, { model: verdict.model }), COLUMNS, "note");
  return body.row + body.rows + 1;
}

function putTracking(draft: SheetDraft, context: Context, report: ModelReport, row: number): void {
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
    place: areaOf(row, 4, 20, 4),
    valueFormat: "#,##0",
  });
}

/** The predicted total is the sum of the customers' values. */
export function modelChecks({ words, request }: Context): Check[] {
  const predictions = request.models?.predictions;
  if (predictions === undefined) return [];
  return [
    {
      label: words.models.checkTotal,
      expected: "ROUND(clv_predicted_total,clv_decimals)",
      actual: "ROUND(SUM(clv_customer_expected_value),clv_decimals)",
      value: undefined,
      isMoney: true,
    },
  ];
}
