import type { Context } from "./context";
import { dateTimeText } from "./layout/dateText";
import { inputNumber } from "./board/keyFigures";
import { modelsAreLive } from "./models/liveModels";
import type { PlanCell, SheetPlan, StyleName } from "./plan";
import { areaOf, formula, type SheetDraft } from "./layout/sheetDraft";

const COLUMNS = 3;

/** For whoever receives the workbook: what it is, where it comes from, how its figures are made, what they cannot tell. */
export function planAboutSheet(context: Context): SheetPlan {
  const draft = context.draft("about");
  const { about } = context.words;
  draft.line(0, about.title, COLUMNS, "title");
  let row = putText(draft, about.purposeHeading, [about.purpose], 2);
  const lines = sourceLines(context);
  const period = row + 2 + lines.findIndex(([label]) => label === about.period);
  row = putLines(draft, about.sourceHeading, lines, row + 1);
  draft.format(areaOf(period, 1, 1, 2), { numberFormat: context.formats.date, align: "start" });
  row = putLines(draft, about.formulasHeading, about.formulas, row + 1);
  row = putLegend(draft, context, row + 1);
  row = putText(draft, about.limitsHeading, about.limits, row + 1);
  const withoutAddIn = modelsAreLive(context) ? context.words.models.live.about : about.withoutAddIn;
  putText(draft, about.refreshHeading, [...about.refresh, withoutAddIn], row + 1);
  draft.columnWidths = [34, 84, 48];
  draft.pagesTall = 1;
  return draft.finish();
}

function sourceLines(context: Context): PlanCell[][] {
  const { words, request, source, live } = context;
  const { about } = words;
  const used = request.orders.length;
  return [
    [about.source, source.shown],
    [about.made, dateTimeText(request.madeAt)],
    [about.version, `CLV for Excel ${request.version}`],
    [
      about.period,
      formula("=clv_period_start", inputNumber(request.inputs, "periodStart")),
      formula("=clv_as_of", inputNumber(request.inputs, "asOf")),
    ],
    [about.mode, live ? about.modeLive : about.modeValues],
    [about.rows, `${request.sourceRows}, ${used}, ${request.sourceRows - used}`],
  ];
}

function heading(draft: SheetDraft, text: string, row: number): void {
  draft.put(row, 0, [[text, "", ""]], { style: "heading" });
}

/** Sentences, one per row, across the sheet. */
function putText(draft: SheetDraft, title: string, texts: readonly string[], row: number): number {
  heading(draft, title, row);
  texts.forEach((text, index) => draft.line(row + 1 + index, text, COLUMNS, "label"));
  return row + 1 + texts.length;
}

/** A name and what is said of it, in columns. */
function putLines(
  draft: SheetDraft,
  title: string,
  lines: readonly (readonly PlanCell[])[],
  row: number,
): number {
  heading(draft, title, row);
  draft.put(
    row + 1,
    0,
    lines.map((line): PlanCell[] => [line[0] ?? "", line[1] ?? "", line[2] ?? ""]),
  );
  draft.format(areaOf(row + 1, 0, lines.length, 1), { style: "label", wrap: true });
  draft.format(areaOf(row + 1, 1, lines.length, 2), { style: "note", wrap: true });
  return row + 1 + lines.length;
}

function putLegend(draft: SheetDraft, { words }: Context, row: number): number {
  const { about } = words;
  const legend: readonly (readonly [StyleName, string])[] = [
    ["input", about.legendInput],
    ["formula", about.legendFormula],
    ["crossLink", about.legendLink],
    ["modelValue", about.legendValue],
    ["pass", words.pass],
    ["fail", words.fail],
  ];
  heading(draft, about.legendHeading, row);
  draft.put(
    row + 1,
    0,
    legend.map(([, text]) => [text]),
  );
  legend.forEach(([style], index) => draft.format(areaOf(row + 1 + index, 0, 1, 1), { style }));
  return row + 1 + legend.length;
}
