import { allChecks } from "../checks/allChecks";
import { failures, putChecks } from "../checks/checksBlock";
import { cohortRevenueChart } from "../cohorts/cohortCharts";
import { BOARD, moneyWidth, widthForWords } from "../layout/columnWidth";
import type { Context } from "../context";
import { dateTimeText } from "../layout/dateText";
import { putKeyFigures } from "./figuresBlock";
import { formulaText } from "../layout/figureLines";
import { putForecast } from "./forecastBlock";
import { GROUP_COLUMNS, groupsChart, putGroups } from "../groups/groupsBlock";
import { inputNumber } from "./keyFigures";
import {
  conventions,
  nameInputColumns,
  putInputLinks,
  putInputs,
  readersInputs,
} from "../inputs/inputsBlock";
import type { InputPlaces } from "../inputs/inputLine";
import { putNotes } from "./notesBlock";
import type { Area, SheetKey, SheetPlan } from "../plan";
import { areaOf, formula, type SheetDraft } from "../layout/sheetDraft";
import { putRates } from "../inputs/ratesBlock";
import { whaleOnSegments } from "../segments/segmentsSheet";
import { putWhale, whaleBody, whaleChart } from "../segments/whaleBlock";
import { putWorkings } from "./workingsBlock";

const LEFT_COLUMNS = 4;
/** The right half begins here, after the four columns of the figures and a gap. */
const RIGHT = LEFT_COLUMNS + 1;
const COLUMNS = RIGHT + GROUP_COLUMNS;
const TOP = 5;
const CHART_ROWS = 14;
/** Columns over which the checks' words reach. */
const CHECK_SPAN = 3;

/** Inputs share the columns of the groups' table; their allowed range stands beside the printed page. */
const INPUT_PLACES: InputPlaces = {
  label: RIGHT,
  labelSpan: 3,
  value: RIGHT + 3,
  unit: RIGHT + 4,
  origin: RIGHT + 5,
  originSpan: 3,
  lowest: COLUMNS + 1,
  highest: COLUMNS + 2,
  made: COLUMNS + 3,
};

/**
 * The board's page, one landscape page: figures and what to know about the data on the left; inputs, groups and their
 * chart on the right. The checks one by one, the workings and the conventions stand below the printed page.
 */
export function planSummarySheet(context: Context): SheetPlan {
  const draft = context.draft("summary");
  const { words } = context;
  heading(draft, words.summary.figuresHeading, TOP, 0, LEFT_COLUMNS);
  const figuresEnd = putKeyFigures(draft, context, TOP + 1);
  const leftEnd = putForecast(draft, context, figuresEnd + 1) - 1;
  heading(draft, words.summary.notesHeading, leftEnd + 1, 0, LEFT_COLUMNS);
  const notesEnd = putNotes(draft, context, leftEnd + 2);
  const inputsEnd = putInputsPart(draft, context, TOP);
  heading(draft, words.summary.groupsHeading, inputsEnd + 1);
  const groups = putGroups(draft, context, inputsEnd + 2, RIGHT);
  nameGroups(draft, context, groups.body.row, groups.body.rows);
  const chartRow = groups.nextRow + 1;
  const stripes = context.wants("cohorts") ? 2 : 1;
  // As tall as the notes beside them, and never too small to read.
  const chartRows = Math.max(CHART_ROWS, Math.ceil((notesEnd - chartRow) / stripes));
  const pageEnd = Math.max(notesEnd, chartRow + stripes * chartRows);
  const whale = putBelow(draft, context, pageEnd + 1);
  const half = GROUP_COLUMNS / 2;
  draft.charts.push(
    groupsChart(context, groups.body, areaOf(chartRow, RIGHT, chartRows, half)),
    whaleChart(context, whale.body, areaOf(chartRow, RIGHT + half, chartRows, half), whale.sheet),
  );
  if (context.wants("cohorts")) {
    const place = areaOf(chartRow + chartRows, RIGHT, chartRows, GROUP_COLUMNS);
    draft.charts.push(cohortRevenueChart(context, place, "cohorts"));
  }
  putHead(draft, context);
  draft.columnWidths = widths(context);
  draft.printArea = areaOf(0, 0, pageEnd, COLUMNS);
  draft.pagesTall = 1;
  return draft.finish();
}

function widths({ request, figures, words }: Context): number[] {
  const money = (largest: number, scale = 1): number =>
    Math.max(13, moneyWidth(request.money, largest, scale));
  const board = money(Math.max(figures.equity, figures.simpleRevenue), BOARD);
  const { noCost, noPayback, tooShort } = words.summary;
  const units = widthForWords([words.units.inputs]);
  const values = Math.max(board, money(figures.revenue), widthForWords([noCost, noPayback, tooShort]));
  const left = [31, values, Math.max(20, board, units), 60];
  const revenue = Math.max(14, money(figures.revenue));
  const groups = [16, 11, 9, revenue, revenue, 13, Math.max(14, money(figures.equity)), 10];
  return [...left, 2, ...groups, 2, 12, 12, 12];
}

function heading(
  draft: SheetDraft,
  text: string,
  row: number,
  column = RIGHT,
  columns = GROUP_COLUMNS,
): void {
  draft.put(row, column, [[text, ...Array<string>(columns - 1).fill("")]], { style: "heading" });
}

/** Title, source, one line on the checks, and the period that the rates are measured in. */
function putHead(draft: SheetDraft, context: Context): void {
  const { words, source, request, formats } = context;
  const { summary } = words;
  draft.line(0, summary.title, COLUMNS, "title");
  const made = dateTimeText(request.madeAt);
  draft.line(
    1,
    context.fill(summary.subtitle, { source: source.shown, made, version: request.version }),
    COLUMNS,
    "subtitle",
  );
  const [before = "", after = ""] = summary.someFail.split("{n}");
  const some = `${formulaText(before)}&clv_failed_checks&${formulaText(after)}`;
  const failed = failures(allChecks(context));
  draft.line(
    2,
    formula(
      `=IF(clv_failed_checks=0,${formulaText(summary.allPass)},${some})`,
      failed === 0 ? summary.allPass : `${before}${failed}${after}`,
    ),
    COLUMNS,
    "subtitle",
  );
  const status = areaOf(2, 0, 1, 1);
  draft.conditionalFormats.push(
    { area: status, rule: { kind: "formula", formula: "=clv_failed_checks=0", style: "pass" } },
    { area: status, rule: { kind: "formula", formula: "=clv_failed_checks>0", style: "fail" } },
  );
  draft.put(3, 0, [
    [
      words.about.period,
      formula("=clv_period_start", inputNumber(request.inputs, "periodStart")),
      formula("=clv_as_of", inputNumber(request.inputs, "asOf")),
    ],
  ]);
  draft.format(areaOf(3, 0, 1, 1), { style: "subtitle", wrap: true });
  draft.format(areaOf(3, 1, 1, 1), { style: "crossLink", numberFormat: formats.date, align: "end" });
  draft.format(areaOf(3, 2, 1, 1), { style: "crossLink", numberFormat: formats.date, align: "end" });
}

/** The inputs themselves, or links to them where the user wants them on a sheet of their own. */
function putInputsPart(draft: SheetDraft, context: Context, row: number): number {
  const inputs = readersInputs();
  const { words } = context;
  if (context.wants("inputs")) {
    heading(draft, words.inputsSheet.title, row);
    return putInputLinks(draft, context, inputs, row + 1, INPUT_PLACES);
  }
  heading(draft, words.inputsHeading, row);
  const end = putInputs(draft, context, inputs, row + 1, INPUT_PLACES);
  nameInputColumns(draft, context, INPUT_PLACES, row + 2, inputs.length);
  return end;
}

function nameGroups(draft: SheetDraft, { names, words }: Context, row: number, rows: number): void {
  names.add("clv_group_customers", draft.key, areaOf(row, RIGHT + 1, rows, 1), words.groups.customers);
  names.add("clv_group_revenue", draft.key, areaOf(row, RIGHT + 3, rows, 1), words.groups.revenue);
}

/** Under the printed page: workings on the left; conventions and checks on the right. Gives the whale curve's cells. */
function putBelow(
  draft: SheetDraft,
  context: Context,
  row: number,
): { readonly body: Area; readonly sheet?: SheetKey } {
  const whaleRow = putWorkings(draft, context, row) + 1;
  putConventionsAndChecks(draft, context, row);
  if (context.wants("segments")) return { body: whaleOnSegments, sheet: "segments" };
  putWhale(draft, context, whaleRow);
  return { body: whaleBody(whaleRow) };
}

function putConventionsAndChecks(draft: SheetDraft, context: Context, row: number): void {
  let next = row;
  if (!context.wants("inputs")) {
    heading(draft, context.words.summary.conventionsHeading, row);
    const end = putInputs(draft, context, conventions(), row + 1, INPUT_PLACES);
    next = putRates(draft, context, end, INPUT_PLACES) + 1;
  }
  // On a sheet of their own where the user wants that: the status line then counts those.
  if (context.wants("checks")) return;
  heading(draft, context.words.summary.checksHeading, next);
  putChecks(draft, context, allChecks(context), next + 1, RIGHT, CHECK_SPAN);
}
