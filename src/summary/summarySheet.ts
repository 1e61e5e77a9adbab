import { allChecks } from "./allChecks";
import { putChecks } from "./checksBlock";
import type { Context } from "./context";
import { dateTimeText } from "./dateText";
import { putKeyFigures } from "./figuresBlock";
import { formulaText } from "./figureLines";
import { chartGroups, putGroups } from "./groupsBlock";
import { conventions, nameInputColumns, putInputLinks, putInputs, readersInputs } from "./inputsBlock";
import { putNotes } from "./notesBlock";
import type { SheetPlan } from "./plan";
import { areaOf, formula, type SheetDraft } from "./sheetDraft";
import { putRates } from "./ratesBlock";
import { putWorkings } from "./workingsBlock";

/** The right half begins here, after the four columns of the figures and a gap. */
const RIGHT = 5;
const COLUMNS = RIGHT + 8;
const TOP = 4;
const CHART_ROWS = 15;

/**
 * The board's page, one landscape page: figures, chart and notes on the left; inputs, groups and checks on the
 * right; the workings below, outside the printed area.
 */
export function planSummarySheet(context: Context): SheetPlan {
  const draft = context.draft("summary");
  const { words } = context;
  draft.put(TOP, 0, [[words.summary.figuresHeading, "", "", ""]], { style: "heading" });
  const leftEnd = putKeyFigures(draft, context, TOP + 1);
  const inputsEnd = putInputsPart(draft, context, TOP);
  const groupsRow = inputsEnd + 1;
  heading(draft, words.summary.groupsHeading, groupsRow);
  const groups = putGroups(draft, context, groupsRow + 1, RIGHT);
  nameGroups(draft, context, groups.body.row, groups.body.rows);
  const rightEnd = putChecksPart(draft, context, groups.nextRow + 1);
  chartGroups(draft, context, groups.body, areaOf(leftEnd + 1, 0, CHART_ROWS, 4));
  const notesRow = leftEnd + CHART_ROWS + 2;
  draft.put(notesRow, 0, [[words.summary.notesHeading, "", "", ""]], { style: "heading" });
  const notesEnd = putNotes(draft, context, notesRow + 1);
  const pageEnd = Math.max(rightEnd, notesEnd);
  putBelow(draft, context, pageEnd + 1);
  putHead(draft, context);
  draft.columnWidths = [32, 16, 16, 56, 2, 44, 15, 15, 19, 13, 14, 15, 9];
  draft.printArea = areaOf(0, 0, pageEnd, COLUMNS);
  draft.pagesTall = 1;
  return draft.finish();
}

function heading(draft: SheetDraft, text: string, row: number): void {
  draft.put(row, RIGHT, [[text, "", "", "", "", "", "", ""]], { style: "heading" });
}

/** Title, source, and one line on the checks. */
function putHead(draft: SheetDraft, context: Context): void {
  const { words, source, request } = context;
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
  draft.line(
    2,
    formula(`=IF(clv_failed_checks=0,${formulaText(summary.allPass)},${some})`, summary.allPass),
    COLUMNS,
    "subtitle",
  );
  const status = areaOf(2, 0, 1, 1);
  draft.conditionalFormats.push(
    { area: status, rule: { kind: "formula", formula: "=clv_failed_checks=0", style: "pass" } },
    { area: status, rule: { kind: "formula", formula: "=clv_failed_checks>0", style: "fail" } },
  );
}

/** The checks themselves, unless the user wants them on a sheet of their own: the status line then counts those. */
function putChecksPart(draft: SheetDraft, context: Context, row: number): number {
  if (context.wants("checks")) return row;
  heading(draft, context.words.summary.checksHeading, row);
  return putChecks(draft, context, allChecks(context), row + 1, RIGHT);
}

/** The inputs themselves, or links to them where the user wants them on a sheet of their own. */
function putInputsPart(draft: SheetDraft, context: Context, row: number): number {
  heading(draft, context.words.inputsHeading, row);
  const inputs = readersInputs();
  if (context.wants("inputs")) return putInputLinks(draft, context, inputs, row + 1, RIGHT);
  const end = putInputs(draft, context, inputs, row + 1, RIGHT);
  nameInputColumns(draft, context, areaOf(row + 2, RIGHT, inputs.length, 1));
  return end;
}

function nameGroups(draft: SheetDraft, { names, words }: Context, row: number, rows: number): void {
  names.add("clv_group_customers", draft.key, areaOf(row, RIGHT + 1, rows, 1), words.groups.customers);
  names.add("clv_group_revenue", draft.key, areaOf(row, RIGHT + 3, rows, 1), words.groups.revenue);
}

/** Under the printed page: workings and the conventions that hardly anyone changes. */
function putBelow(draft: SheetDraft, context: Context, row: number): void {
  putWorkings(draft, context, row);
  if (context.wants("inputs")) return;
  heading(draft, context.words.summary.conventionsHeading, row);
  const end = putInputs(draft, context, conventions(), row + 1, RIGHT);
  putRates(draft, context, end, RIGHT);
}
