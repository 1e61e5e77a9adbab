import { rateWords } from "../../locales/rateWords";
import { exactSum } from "../../orders/cellValues/exactMoney";
import { SOURCE_FORM } from "../../orders/orderTable";
import type { Context } from "../context";
import { excludedRows } from "../orders/excludedRows";
import { formulaText, putFigures, type FigureLine } from "../layout/figureLines";
import { moneyUnit } from "./figuresBlock";
import { isAtStart, TIMINGS, timingOf } from "../inputs/inputs";
import { inputNumber, MONTHS_PER_YEAR } from "./keyFigures";
import { furtherLines } from "../orders/orderLineColumns";
import { PLAIN_MONEY } from "../inputs/ratesBlock";
import { areaOf, formula, type SheetDraft } from "../layout/sheetDraft";

/** The steps between the inputs and the board's figures; gives the row after the last. */
export function putWorkings(draft: SheetDraft, context: Context, row: number): number {
  draft.put(row, 0, [[context.words.summary.workingsHeading, "", "", ""]], { style: "heading" });
  const next = putFigures(draft, context, [...periodLines(context), ...discountLines(context)], row + 1);
  return putTimings(draft, context, putReadFacts(draft, context, next));
}

/** Facts that no formula can give: amounts that were text, rows too many to be listed, the calendar. */
function putReadFacts(draft: SheetDraft, context: Context, row: number): number {
  const { words, request, formats, names } = context;
  const { unlisted } = excludedRows(request.findings);
  draft.put(row, 0, [
    [words.workings.readAmount, readAmount(context), moneyUnit(context, "money")],
    [words.workings.unlistedRows, unlisted, words.units.rows],
    [words.workings.monthsPerYear, MONTHS_PER_YEAR, words.units.months],
  ]);
  draft.format(areaOf(row, 0, 3, 1), { style: "label", wrap: true });
  draft.format(areaOf(row, 1, 1, 1), { style: "modelValue", numberFormat: formats.money, align: "end" });
  draft.format(areaOf(row + 1, 1, 2, 1), { style: "modelValue", numberFormat: formats.count, align: "end" });
  draft.format(areaOf(row, 2, 3, 1), { style: "unit" });
  names.add("clv_read_amount", draft.key, areaOf(row, 1, 1, 1), words.workings.readAmount);
  names.add("clv_unlisted_rows", draft.key, areaOf(row + 1, 1, 1, 1), words.workings.unlistedRows);
  names.add("clv_months_per_year", draft.key, areaOf(row + 2, 1, 1, 1), words.workings.monthsPerYear);
  return putOwnAmounts(draft, context, putFurtherLines(draft, context, row + 3));
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

type Working = Omit<FigureLine, "label" | "how" | "expected"> & {
  readonly key: keyof Context["words"]["workings"];
  readonly expected: FigureLine["expected"];
};

const linesOf = ({ words }: Context, workings: readonly Working[]): FigureLine[] =>
  workings.map(({ key, ...rest }) => ({ ...rest, label: words.workings[key], how: "" }));

function periodLines(context: Context): FigureLine[] {
  const { figures, formats, words } = context;
  const { units } = words;
  const count = { numberFormat: formats.count };
  const tooShort = words.summary.tooShort;
  return linesOf(context, [
    {
      key: "periodYears",
      name: "clv_period_years",
      formula: "(clv_as_of-clv_period_start+1)/clv_days_per_year",
      expected: figures.periodYears,
      numberFormat: formats.decimal,
      unit: units.years,
    },
    {
      ...count,
      key: "periodCustomers",
      name: "clv_period_customers",
      formula: 'COUNTIF(clv_customer_period_orders,">0")',
      expected: figures.periodCustomers,
      unit: units.customers,
    },
    {
      ...count,
      key: "periodOrders",
      name: "clv_period_orders",
      formula: "SUM(clv_customer_period_orders)",
      expected: figures.periodOrders,
      unit: units.orders,
    },
    {
      key: "periodRevenue",
      name: "clv_period_revenue",
      formula: "ROUND(SUM(clv_customer_period_revenue),clv_decimals)",
      expected: figures.periodRevenue,
      numberFormat: formats.money,
      unit: moneyUnit(context, "money"),
    },
    {
      key: "firstOrder",
      name: "clv_first_order",
      // The minimum of nothing is 0: where all there is are returns.
      formula: 'MINIFS(clv_customer_first,clv_customer_first,">0")',
      expected: figures.firstOrder,
      numberFormat: `${formats.date};;"–"`,
      unit: "",
    },
    {
      ...count,
      key: "startCustomers",
      name: "clv_start_customers",
      formula: "SUM(clv_customer_active_before)",
      expected: figures.startCustomers,
      unit: units.customers,
    },
    {
      ...count,
      key: "keptCustomers",
      name: "clv_kept_customers",
      formula: "SUMPRODUCT(clv_customer_active_before,clv_customer_active)",
      expected: figures.keptCustomers,
      unit: units.customers,
    },
    {
      key: "churnMeasured",
      name: "clv_churn_measured",
      // Losses can only be seen where the days in which they fall are among the orders: lossesCanBeSeen, keyFigures.ts.
      formula: `IF(AND(clv_start_customers>0,OR(clv_lost_after<=clv_as_of-clv_period_start+1,clv_first_order<=clv_period_start-clv_lost_after)),1-(clv_kept_customers/clv_start_customers)^(1/clv_period_years),${formulaText(tooShort)})`,
      expected: figures.churnMeasured ?? tooShort,
      numberFormat: formats.percent,
      unit: units.perYear,
    },
    {
      key: "expectedLifespan",
      name: "clv_expected_lifespan",
      formula: "IF(clv_churn>0,1/clv_churn,clv_horizon)",
      expected: figures.expectedLifespan,
      numberFormat: formats.decimal,
      unit: units.years,
    },
    {
      key: "revenuePerYear",
      name: "clv_revenue_per_year",
      formula: "clv_order_value*clv_frequency",
      expected: figures.revenuePerYear,
      numberFormat: formats.money,
      unit: moneyUnit(context, "moneyPerYear"),
    },
  ]);
}

function discountLines(context: Context): FigureLine[] {
  const { figures, formats, words, request } = context;
  const precise = { numberFormat: "0.0000" };
  const { units } = words;
  const firstDiscounts = TIMINGS.map((timing) => (isAtStart(timing) ? "1" : "1/(1+clv_discount_rate)"));
  return linesOf(context, [
    {
      key: "retention",
      name: "clv_retention",
      formula: "1-clv_churn",
      expected: figures.retention,
      numberFormat: formats.percent,
      unit: units.perYear,
    },
    {
      ...precise,
      key: "discountRatio",
      name: "clv_discount_ratio",
      formula: "clv_retention/(1+clv_discount_rate)",
      expected: figures.discountRatio,
      unit: "",
    },
    {
      ...precise,
      key: "annuity",
      name: "clv_annuity",
      formula:
        "IF(clv_discount_ratio=1,clv_horizon,(1-clv_discount_ratio^clv_horizon)/(1-clv_discount_ratio))",
      expected: figures.annuity,
      unit: units.years,
    },
    {
      key: "timingCode",
      name: "clv_timing_place",
      formula: "MATCH(clv_timing,clv_timing_list,0)",
      expected: TIMINGS.indexOf(timingOf(request.inputs)) + 1,
      numberFormat: formats.number,
      unit: "",
    },
    {
      ...precise,
      key: "timingWeight",
      name: "clv_timing_weight",
      formula: "INDEX(clv_timing_weights,clv_timing_place)",
      expected: figures.timingWeight,
      unit: "",
    },
    {
      key: "discountedBeforeAcquisition",
      name: "clv_discounted_before_acquisition",
      formula: "clv_profit_per_year*clv_annuity*clv_timing_weight",
      expected: figures.discountedBeforeAcquisition,
      numberFormat: formats.money,
      unit: moneyUnit(context, "money"),
    },
    {
      ...precise,
      key: "firstDiscount",
      name: "clv_first_discount",
      formula: `CHOOSE(clv_timing_place,${firstDiscounts.join()})`,
      expected: figures.firstDiscount,
      unit: "",
    },
    {
      ...precise,
      key: "residualFactor",
      name: "clv_residual_factor",
      formula: "clv_annuity*clv_retention*clv_first_discount",
      expected: figures.residualFactor,
      unit: units.years,
    },
  ]);
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
