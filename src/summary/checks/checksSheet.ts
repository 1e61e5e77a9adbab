import { allChecks } from "./allChecks";
import { CHECK_COLUMNS, putChecks } from "./checksBlock";
import { moneyWidth } from "../layout/columnWidth";
import type { Context } from "../context";
import type { PlanCell, SheetPlan } from "../plan";
import { areaOf, formula } from "../layout/sheetDraft";

const TOP = 3;

/** All checks, and what the reading of the orders noted, each with a link to its first row. */
export function planChecksSheet(context: Context): SheetPlan {
  const draft = context.draft("checks");
  const { words, request, source, formats } = context;
  draft.line(0, words.checksSheet.title, CHECK_COLUMNS, "title");
  draft.line(1, words.checksSheet.note, CHECK_COLUMNS, "note");
  const end = putChecks(draft, context, allChecks(context), TOP, 0);
  const head = words.checksSheet;
  draft.put(end + 1, 0, [[head.reasonsHeading, "", "", "", "", ""]], { style: "heading" });
  draft.put(end + 2, 0, [[head.reason, head.rows, head.example, head.treatment, "", ""]]);
  draft.format(areaOf(end + 2, 0, 1, 3), { style: "tableHeader" });
  draft.span(areaOf(end + 2, 3, 1, 3), { style: "tableHeader", align: "start", indent: 1 });
  draft.format(areaOf(end + 2, 1, 1, 2), { align: "end" });
  const lines = request.findings.map(({ reason, count, treatment, rows }): PlanCell[] => [
    context.reason(reason),
    count,
    rows[0] === undefined ? "" : formula(source.link(rows[0]), rows[0] + 1),
    context.fill(words.treatments[treatment], { orders: context.sheetName("orders") }),
    "",
    "",
  ]);
  draft.put(end + 3, 0, lines.length > 0 ? lines : [[head.noFindings, "", "", "", "", ""]]);
  draft.format(areaOf(end + 3, 0, Math.max(1, lines.length), 1), { style: "label" });
  draft.format(areaOf(end + 3, 1, lines.length, 1), {
    style: "modelValue",
    numberFormat: formats.count,
    align: "end",
  });
  draft.format(areaOf(end + 3, 2, lines.length, 1), {
    style: "crossLink",
    numberFormat: formats.number,
    align: "end",
  });
  lines.forEach((_, index) =>
    draft.span(areaOf(end + 3 + index, 3, 1, 3), { style: "note", align: "start", indent: 1 }),
  );
  const money = Math.max(16, moneyWidth(request.money, context.figures.revenue));
  draft.columnWidths = [56, money, money, 18, 14, 14];
  draft.frozenRows = TOP + 1;
  draft.pagesTall = 1;
  return draft.finish();
}
