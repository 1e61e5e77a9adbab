import { rateWords } from "../../locales/rateWords";
import { exactSum } from "../../orders/cellValues/exactMoney";
import { SOURCE_FORM } from "../../orders/orderTable";
import type { Context } from "../context";
import { excludedRows } from "../orders/excludedRows";
import { putFigures } from "../layout/figureLines";
import { moneyUnit } from "./figuresBlock";
import { TIMINGS } from "../inputs/inputs";
import { inputNumber, MONTHS_PER_YEAR } from "./keyFigures";
import { furtherLines } from "../orders/orderLineColumns";
import { PLAIN_MONEY } from "../inputs/ratesBlock";
import { areaOf, formula, type SheetDraft } from "../layout/sheetDraft";
import { periodLines, discountLines } from "./workingLines";

/** The steps between the inputs and the board's figures; gives the row after the last. */
export function putWorkings(draft: SheetDraft, context: Context, row: number): number {
  draft.put(row, 0, [[context.words.summary.workingsHeading, "", "", ""]], { style: "heading" });
  const next = putFigures(draft, context, [...periodLines(context), ...discountLines(context)], row + 1);
  return putTimings(draft, context, putReadFacts(draft, context, next));
}

/** Facts that no formula can give: amounts that were text, how many rows were read, rows too many to be listed, the calendar. */
function putReadFacts(draft: SheetDraft, context: Context, row: number): number {
  const { words, request, formats, names, source } = context;
  const { unlisted } = excludedRows(request.findings);
  draft.put(row, 0, [
    [words.workings.readAmount, readAmount(context), moneyUnit(context, "money")],
    [words.workings.rowsRead, source.dataRows, words.units.rows],
    [words.workings.unlistedRows, unlisted, words.units.rows],
    [words.workings.monthsPerYear, MONTHS_PER_YEAR, words.units.months],
  ]);
  draft.format(areaOf(row, 0, 4, 1), { style: "label", wrap: true });
  draft.format(areaOf(row, 1, 1, 1), { style: "modelValue", numberFormat: formats.money, align: "end" });
  draft.format(areaOf(row + 1, 1, 3, 1), { style: "modelValue", numberFormat: formats.count, align: "end" });
  draft.format(areaOf(row, 2, 4, 1), { style: "unit" });
  names.add("clv_read_amount", draft.key, areaOf(row, 1, 1, 1), words.workings.readAmount);
  names.add("clv_rows_read", draft.key, areaOf(row + 1, 1, 1, 1), words.workings.rowsRead);
  names.add("clv_unlisted_rows", draft.key, areaOf(row + 2, 1, 1, 1), words.workings.unlistedRows);
  names.add("clv_months_per_year", draft.key, areaOf(row + 3, 1, 1, 1), words.workings.monthsPerYear);
  return putOwnAmounts(draft, context, putFurtherLines(draft, context, row + 4));
}

/** Where the orders do not stand on a sheet of their own: the lines that are counted with another line's order. */
function putFurtherLines(draft: SheetDraft, context: Context, row: number): number {
  const { words, request, formats, names, live } = context;
  if (live || request.orders.firstLine === undefined) return row;
  const label = words.workings.furtherLines;
  draft.put(row, 0, [[label, furtherLines(request), words.units.rows]]);
  draft.format(areaOf(row, 0, 1, 1), { style: "label", wrap: true });
  draft.format(areaOf(row, 1, 1, 1), { style: "modelValue", numberFormat: formats.count, align: "end" });
  draft.format(areaOf(row, 2, 1, 1), { style: "unit" });
  names.add("clv_further_lines", draft.key, areaOf(row, 1, 1, 1), label);
  return row + 1;
}

/** The sum that a converted source has as it stands, for the check that ties it. */
function putOwnAmounts(draft: SheetDraft, context: Context, row: number): number {
  const { conversion } = context.request.orders;
  if (conversion === undefined) return row;
  const label = rateWords(context.request.locale).ownTotal;
  draft.put(row, 0, [[label, exactSum(conversion.ownAmount), ""]]);
  draft.format(areaOf(row, 0, 1, 1), { style: "label", wrap: true });
  draft.format(areaOf(row, 1, 1, 1), { style: "modelValue", numberFormat: PLAIN_MONEY, align: "end" });
  context.names.add("clv_own_amounts", draft.key, areaOf(row, 1, 1, 1), label);
  return row + 1;
}

/** The sum of the amounts whose cells are no numbers. */
function readAmount({ request }: Context): number {
  const { orders, inputs } = request;
  const scale = 10 ** inputNumber(inputs, "decimals");
  let units = 0;
  for (let row = 0; row < orders.length; row++) {
    if (((orders.form?.[row] ?? 0) & SOURCE_FORM.amountIsNumber) !== 0) continue;
    units += Math.round(((orders.conversion?.ownAmount ?? orders.amount)[row] ?? 0) * scale);
  }
  return units / scale;
}

/** What each cash timing multiplies the discounted years by (FUNCTIONS.md, shared enum `timing`). */
function putTimings(draft: SheetDraft, context: Context, row: number): number {
  const { words, figures, names } = context;
  const weights = ["1/(1+clv_discount_rate)", "1", "clv_discount_ratio", "clv_retention"];
  const cells = TIMINGS.map((timing, index) => [
    words.timings[timing],
    formula(`=${weights[index] ?? "0"}`, figures.timingWeights[index] ?? 0),
  ]);
  draft.put(row, 0, [[words.inputs.timing.label, "", "", ""]], { style: "heading" });
  draft.put(row + 1, 0, cells);
  draft.format(areaOf(row + 1, 0, cells.length, 1), { style: "label", wrap: true });
  draft.format(areaOf(row + 1, 1, cells.length, 1), {
    style: "formula",
    numberFormat: "0.0000",
    align: "end",
  });
  names.add("clv_timing_list", draft.key, areaOf(row + 1, 0, cells.length, 1), words.inputs.timing.label);
  names.add(
    "clv_timing_weights",
    draft.key,
    areaOf(row + 1, 1, cells.length, 1),
    words.workings.timingWeight,
  );
  return row + 1 + cells.length;
}
