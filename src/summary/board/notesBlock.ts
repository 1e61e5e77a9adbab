import { cellAddress } from "../layout/cellAddress";
import type { Context } from "../context";
import { excludedRows } from "../orders/excludedRows";
import { formulaText } from "../layout/figureLines";
import { readersInputs } from "../inputs/inputsBlock";
import { inputNumber } from "./keyFigures";
import type { PlanCell } from "../plan";
import { RATE_FORMAT, rateNotes } from "../inputs/ratesBlock";
import { areaOf, formula, type SheetDraft } from "../layout/sheetDraft";

/** Data quality in words: what a reader must know before believing the figures; gives the row after the last. */
export function putNotes(draft: SheetDraft, context: Context, row: number): number {
  const findings = findingLines(context);
  const figures = figureNotes(context, row);
  const rates = rateNotes(context);
  const lines = [...figures, ...rates, ...findings];
  draft.put(row, 0, lines);
  draft.format(areaOf(row, 0, lines.length, 1), { style: "label", wrap: true });
  draft.format(areaOf(row, 1, lines.length, 1), {
    style: "formula",
    numberFormat: context.formats.count,
    align: "end",
  });
  draft.format(areaOf(row + figures.length, 1, rates.length, 1), { numberFormat: RATE_FORMAT });
  draft.format(areaOf(row, 2, lines.length, 1), { style: "unit" });
  draft.format(areaOf(row, 3, lines.length, 1), { style: "note", align: "start", indent: 1 });
  return row + lines.length;
}

function figureNotes(context: Context, row: number): PlanCell[][] {
  const { words, figures, request, live } = context;
  const { notes, units } = words;
  const few = inputNumber(request.inputs, "fewCustomers");
  const asOf = inputNumber(request.inputs, "asOf");
  const history = figures.firstOrder === 0 ? 0 : asOf - figures.firstOrder + 1;
  const short = history < inputNumber(request.inputs, "daysPerYear");
  const thin =
    figures.churnMeasured === null
      ? notes.churnNone
      : figures.startCustomers < few
        ? notes.churnThin
        : notes.churnGood;
  const value = (line: number): string => cellAddress(row + line, 1);
  const lines: PlanCell[][] = [
    [
      notes.history,
      formula("=IF(clv_first_order>0,clv_as_of-clv_first_order+1,0)", history),
      units.days,
      formula(
        `=IF(${value(0)}<clv_days_per_year,${formulaText(notes.historyShort)},${formulaText(notes.historyGood)})`,
        short ? notes.historyShort : notes.historyGood,
      ),
    ],
    [
      notes.churnBase,
      formula("=clv_start_customers", figures.startCustomers),
      units.customers,
      formula(
        `=IF(NOT(ISNUMBER(clv_churn_measured)),${formulaText(notes.churnNone)},IF(clv_start_customers<clv_few_customers,${formulaText(notes.churnThin)},${formulaText(notes.churnGood)}))`,
        thin,
      ),
    ],
    [
      notes.oneTime,
      formula("=COUNTIF(clv_customer_orders,1)", figures.oneTimeCustomers),
      units.customers,
      notes.oneTimeWords,
    ],
    [
      notes.defaults,
      formula(`=COUNTIF(clv_input_origins,${formulaText(words.origins.default)})`, unconfirmed(context)),
      units.inputs,
      notes.defaultsWords,
    ],
  ];
  if (live)
    lines.push([
      notes.copied,
      formula("=SUM(clv_order_read)", copied(context)),
      units.rows,
      notes.copiedWords,
    ]);
  return lines;
}

/** Inputs of the block that stand at a default nobody has confirmed. */
const unconfirmed = ({ request }: Context): number =>
  readersInputs().filter(({ key }) => request.inputs[key].origin === "default").length;

/** Rows whose date or amount is written as a value: bits 1 and 2 of the form are not both set. */
const copied = ({ request }: Context): number => {
  const { form, length } = request.orders;
  if (form === undefined) return length;
  return form.reduce((sum, bits) => sum + ((bits & 3) === 3 ? 0 : 1), 0);
};

/** One line per reason that the reader of the orders has noted. */
function findingLines(context: Context): PlanCell[][] {
  const { words, request } = context;
  const lines = request.findings.map(({ reason, count, treatment }): PlanCell[] => [
    context.reason(reason),
    count,
    words.units.rows,
    context.fill(words.treatments[treatment], { orders: context.sheetName("orders") }),
  ]);
  const { unlisted } = excludedRows(request.findings);
  if (unlisted > 0) lines.push([words.workings.unlistedRows, unlisted, words.units.rows, ""]);
  return lines;
}
