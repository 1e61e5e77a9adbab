import { modelWords } from "../../locales/modelWords";
import type { ModelName } from "../../models/fitting/modelName";
import { UNITS_PER_YEAR } from "../../numerics/timeUnit";
import { cellAddress } from "../layout/cellAddress";
import type { Context } from "../context";
import type { ChosenModels, FittedModel, ModelReport } from "./modelReport";
import { putParameters } from "../inputs/parameterCell";
import type { PlanCell } from "../plan";
import { areaOf, formula, type SheetDraft } from "../layout/sheetDraft";

/** The models as formulas of the add-in, at the right of the Models sheet: customers, then one fit beside the other. */

const LEFT = 9;
const TOP = 3;
const HEADER_ROW = TOP + 5;
const BODY_ROW = HEADER_ROW + 1;
/** The block of a FIT with its statistics is four columns wide, and one keeps it from the next. */
const FIT_COLUMNS = 5;

interface ModelFunctions {
  /** The first part of their names on the worksheet. */
  readonly name: string;
  readonly parameters: number;
}

/** The models that a summary uses. */
const FUNCTIONS: Partial<Record<ModelName, ModelFunctions>> = {
  bgNbd: { name: "BGNBD", parameters: 4 },
  mbgNbd: { name: "MBGNBD", parameters: 4 },
  paretoNbd: { name: "PARETO", parameters: 4 },
  gammaGamma: { name: "GAMMAGAMMA", parameters: 3 },
};

function functionsOf({ model }: FittedModel): ModelFunctions {
  const functions = FUNCTIONS[model];
  if (functions === undefined) throw new RangeError(`no functions for ${model}`);
  return functions;
}

/** Lines of a FIT with its statistics, and the columns of their values. */
const FIT_LINES = {
  parameters: 0,
  standardErrors: 1,
  logLikelihood: 2,
  aic: 3,
  bic: 4,
  customers: 5,
  standing: 8,
};
const STATISTIC = 1;
/** The lines of a fit before its covariance, and the heading of that. */
const LINES_BEFORE_COVARIANCE = 10;

/** Whether the Models sheet asks the add-in's functions: by choice, where orders are formulas and a forecast stands. */
export const modelsAreLive = ({ request, live }: Context): boolean =>
  request.liveModels === true && live && request.models?.predictions !== undefined;

/** The models' customers are columns of a spilled table, and what follows from them. */
type CustomerKey =
  | "customer"
  | "repeat_orders"
  | "recency"
  | "age"
  | "mean_value"
  | "spend_orders"
  | "spend_value"
  | "alive"
  | "orders"
  | "value"
  | "value_low"
  | "value_high";

interface LiveColumn {
  readonly key: CustomerKey;
  readonly header: string;
  readonly numberFormat: string;
  /** The formula of the first row, which spills down. */
  readonly spills?: string;
  /** The formula of each row. */
  readonly each?: (line: number) => string;
}

const FITS_LEFT = LEFT + 13;
/** Above the fits: the value of all customers with its bounds, side by side. */
const TOTAL_ROW = TOP + 2;

/** The cell of the low or the high bound of the value of all customers. */
export const liveBound = (bound: "low" | "high"): string =>
  cellAddress(TOTAL_ROW, FITS_LEFT + (bound === "low" ? 1 : 2));

/** The cell of a fit's parameter. */
export const liveParameter = (fit: number, place: number): string =>
  fitCell(fit, FIT_LINES.parameters, place);

/** The cell of a parameter's standard error. */
export const liveStandardError = (fit: number, place: number): string =>
  fitCell(fit, FIT_LINES.standardErrors, place);

/** The cell of a fit's statistic. */
export const liveStatistic = (
  fit: number,
  line: "logLikelihood" | "aic" | "bic" | "customers" | "standing",
): string => fitCell(fit, FIT_LINES[line], STATISTIC);

const fitCell = (fit: number, line: number, column: number): string =>
  cellAddress(BODY_ROW + line, FITS_LEFT + fit * FIT_COLUMNS + column);

/** Puts the customers as the models see them, the fits, and each customer's forecast. */
export function putLiveModels(draft: SheetDraft, context: Context, report: ModelReport): void {
  const { words } = context;
  const { live } = words.models;
  draft.printArea = draft.used();
  draft.put(TOP, LEFT, [[live.heading, "", "", ""]], { style: "heading" });
  putParameters(
    draft,
    context,
    [
      {
        label: live.weeksPerYear,
        name: "clv_weeks_per_year",
        value: UNITS_PER_YEAR.week,
        numberFormat: "0.00",
        rule: { kind: "decimal", min: 52, max: 53 },
        origin: "convention",
      },
      {
        label: live.leastValue,
        name: "clv_least_value",
        value: report.leastValue,
        numberFormat: context.formats.money,
        rule: { kind: "decimal", min: 0, max: 1000 },
        origin: "convention",
      },
    ],
    TOP + 1,
    LEFT,
  );
  putCustomers(draft, context, report);
  report.models.forEach((model, index) => putFit(draft, context, model, index));
  putTotalWithBounds(draft, context, report);
}

/** What the functions of a forecast are told of it, in weeks. */
const HISTORIES = "clv_model_repeat_orders,clv_model_recency,clv_model_age";
const HORIZON = "clv_horizon*clv_weeks_per_year";
const VALUED = `${HISTORIES},clv_model_spend_value,clv_gross_margin,clv_discount_rate,${HORIZON},"week"`;

/** Bounds of the sum are no sums of bounds, so a function of its own gives them; rows without a customer count 0. */
function putTotalWithBounds(draft: SheetDraft, { words, formats }: Context, report: ModelReport): void {
  if (report.chosen === undefined) return;
  const { purchases, spend } = report.chosen;
  const { total, low, high } = words.models;
  const blocks = blocksOf(report.models, purchases, spend);
  const model = functionsOf(purchases).name.toLowerCase();
  const area = areaOf(TOTAL_ROW, FITS_LEFT, 1, 3);
  draft.put(TOTAL_ROW - 1, FITS_LEFT, [[total, low, high]], { style: "tableHeader", wrap: true });
  draft.format(areaOf(TOTAL_ROW - 1, FITS_LEFT, 1, 3), { align: "end", wrap: true });
  draft.format(area, { style: "modelValue", numberFormat: formats.money });
  draft.put(TOTAL_ROW, FITS_LEFT, [
    [
      formula(
        `=CLV.PREDICT.TOTAL("${model}",${blocks},${VALUED},clv_predicted_confidence,--(clv_model_customer>0))`,
      ),
    ],
  ]);
}

function putCustomers(draft: SheetDraft, context: Context, report: ModelReport): void {
  if (report.chosen === undefined) return;
  const columns = liveColumns(context, report.models, report.chosen);
  const count = report.predictions?.known.reduce((sum, one) => sum + one, 0) ?? 0;
  draft.put(HEADER_ROW, LEFT, [columns.map(({ header }) => header)], { style: "tableHeader", wrap: true });
  draft.format(areaOf(HEADER_ROW, LEFT, 1, columns.length), { align: "end", wrap: true });
  columns.forEach(({ key, header, numberFormat, spills, each }, offset) => {
    const area = areaOf(BODY_ROW, LEFT + offset, count, 1);
    draft.format(area, { style: each ? "formula" : "modelValue", numberFormat });
    context.names.add(`clv_model_${key}`, draft.key, area, header);
    if (spills !== undefined) draft.put(BODY_ROW, LEFT + offset, [[formula(`=${spills}`)]]);
    if (each === undefined) return;
    const cells = Array.from({ length: count }, (_, row) => [formula(`=${each(BODY_ROW + row + 1)}`)]);
    draft.put(BODY_ROW, LEFT + offset, cells);
  });
}

function liveColumns(
  { request, words, formats }: Context,
  models: readonly FittedModel[],
  { purchases, spend }: ChosenModels,
): LiveColumn[] {
  const { models: head } = words;
  const history = modelWords(request.locale).history;
  const { name } = functionsOf(purchases);
  const column = (offset: number, line: number): string => cellAddress(line - 1, LEFT + offset);
  const params = fitName(models.indexOf(purchases));
  const blocks = blocksOf(models, purchases, spend);
  return [
    {
      key: "customer",
      header: history.customer,
      numberFormat: formats.number,
      spills: 'CLV.RFM(clv_order_customer,clv_order_date,clv_order_amount,clv_as_of,"week")',
    },
    { key: "repeat_orders", header: history.repeatOrders, numberFormat: formats.count },
    { key: "recency", header: history.recency, numberFormat: formats.decimal },
    { key: "age", header: history.age, numberFormat: formats.decimal },
    { key: "mean_value", header: history.meanValue, numberFormat: formats.money },
    {
      key: "spend_orders",
      header: head.live.spendOrders,
      numberFormat: formats.count,
      each: (line) => `IF(${column(4, line)}>0,${column(1, line)},0)`,
    },
    {
      key: "spend_value",
      header: head.live.spendValue,
      numberFormat: formats.money,
      each: (line) => `MAX(${column(4, line)},clv_least_value)`,
    },
    {
      key: "alive",
      header: head.alive,
      numberFormat: formats.percent,
      spills: `CLV.${name}.ALIVE(${params},${HISTORIES})`,
    },
    {
      key: "orders",
      header: head.expectedOrders,
      numberFormat: formats.decimal,
      spills: `CLV.${name}.CONDITIONAL(${params},${HORIZON},${HISTORIES})`,
    },
    {
      key: "value",
      header: head.expectedValue,
      numberFormat: formats.money,
      spills: `CLV.PREDICT("${name.toLowerCase()}",${blocks},${VALUED},clv_predicted_confidence)`,
    },
    { key: "value_low", header: head.expectedLow, numberFormat: formats.money },
    { key: "value_high", header: head.expectedHigh, numberFormat: formats.money },
  ];
}

/** The workbook's name of a fit's row of parameters: `clv_fit_a` is the first. */
const fitName = (fit: number): string => `clv_fit_${letterOf(fit)}`;

/** The whole blocks of fits, from which bounds are made. */
const blocksOf = (models: readonly FittedModel[], ...chosen: readonly FittedModel[]): string =>
  chosen.map((model) => blockName(models.indexOf(model))).join();

/** The name of a fit's whole block: `clv_fit_block_a`. */
const blockName = (fit: number): string => `clv_fit_block_${letterOf(fit)}`;

const letterOf = (fit: number): string => String.fromCharCode("a".charCodeAt(0) + fit);

function putFit(draft: SheetDraft, context: Context, model: FittedModel, index: number): void {
  const left = FITS_LEFT + index * FIT_COLUMNS;
  const { name, parameters: count } = functionsOf(model);
  const columns =
    model.role === "spend"
      ? "clv_model_spend_orders,clv_model_spend_value"
      : "clv_model_repeat_orders,clv_model_recency,clv_model_age";
  const heading: PlanCell[] = [model.name, ...Array<string>(count - 1).fill("")];
  draft.put(HEADER_ROW, left, [heading], { style: "tableHeader" });
  const options = model.weakPrior ? "TRUE,,TRUE" : "TRUE";
  draft.put(BODY_ROW, left, [[formula(`=CLV.${name}.FIT(${columns},${options})`)]]);
  draft.format(areaOf(BODY_ROW, left, Object.keys(FIT_LINES).length + 2, count), {
    style: "modelValue",
    numberFormat: "0.0000",
  });
  const block = areaOf(BODY_ROW, left, LINES_BEFORE_COVARIANCE + count, count);
  context.names.add(fitName(index), draft.key, areaOf(BODY_ROW, left, 1, count), model.name);
  context.names.add(blockName(index), draft.key, block, model.name);
}
