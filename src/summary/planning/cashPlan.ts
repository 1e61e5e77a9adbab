import { cellAddress } from "../layout/cellAddress";
import { DARK } from "../layout/chartColours";
import type { Context } from "../context";
import { withCurrency } from "../board/figuresBlock";
import { inputNumber } from "../board/keyFigures";
import type { PlanCell } from "../plan";
import { putParameters } from "../inputs/parameterCell";
import { JOINERS, joinersInPeriod, joinersPerYear } from "./joiners";
import { areaOf, formula, type SheetDraft } from "../layout/sheetDraft";

/** Year, start, lost, joined, end, revenue, profit, acquisition, cash flow, factor, present value. */
const COLUMNS = 11;
const CHART_ROWS = 12;

interface Year {
  readonly start: number;
  readonly lost: number;
  readonly joined: number;
  readonly end: number;
  readonly revenue: number;
  readonly profit: number;
  readonly acquisition: number;
  readonly cash: number;
  readonly factor: number;
  readonly present: number;
}

/**
 * The cash flow of the customers one has and of those who join, year by year over the horizon. Money is earned by
 * the mean of the customers at the start and at the end of a year, and counts when the input of cash timing says.
 */
export function putCashPlan(
  draft: SheetDraft,
  context: Context,
  row: number,
): { readonly nextRow: number; readonly chartEnd: number } {
  const { words, formats, request } = context;
  const head = words.planning;
  draft.put(row, 0, [[head.cashHeading, ...Array<string>(COLUMNS - 1).fill("")]], { style: "heading" });
  const headerRow = putJoiners(draft, context, row + 1) + 1;
  const header = [
    head.year,
    head.start,
    head.lost,
    head.joined,
    head.end,
    head.revenue,
    head.profit,
    head.acquisition,
    head.cash,
    head.factor,
    head.present,
  ];
  draft.put(headerRow, 0, [header], { style: "tableHeader", wrap: true });
  draft.format(areaOf(headerRow, 1, 1, COLUMNS - 1), { align: "end", wrap: true });
  const first = headerRow + 1;
  const horizon = inputNumber(request.inputs, "horizon");
  const years = cashPlan(context, horizon);
  draft.put(
    first,
    0,
    years.map((year, index) => yearLine(year, index, first)),
  );
  draft.put(first + horizon, 0, [totalLine(context, years, first)]);
  draft.format(areaOf(first, 0, horizon, 1), {
    style: "label",
    numberFormat: formats.number,
    align: "start",
  });
  const count = '#,##0.0_);(#,##0.0);"–"_)';
  const codes = [
    count,
    count,
    count,
    count,
    formats.money,
    formats.money,
    formats.money,
    formats.money,
    "0.0000",
    formats.money,
  ];
  codes.forEach((numberFormat, offset) => {
    draft.format(areaOf(first, offset + 1, horizon, 1), { style: "formula", numberFormat });
    draft.format(areaOf(first + horizon, offset + 1, 1, 1), { style: "total", numberFormat });
  });
  draft.format(areaOf(first + horizon, 0, 1, 1), { style: "total" });
  context.names.add("clv_plan_years", draft.key, areaOf(first, 0, horizon, 1), head.year);
  context.names.add("clv_plan_value", draft.key, areaOf(first + horizon, 10, 1, 1), head.present);
  const chartRow = first + horizon + 2;
  draft.charts.push({
    name: "clv_chart_cash",
    title: head.cashTitle,
    altText: head.cashAlt,
    kind: "column",
    categories: areaOf(first, 0, horizon, 1),
    series: [{ name: head.cash, values: areaOf(first, 8, horizon, 1), colour: DARK }],
    place: areaOf(chartRow, 5, CHART_ROWS, 6),
    categoryTitle: head.year,
    valueTitle: withCurrency(context, head.cash),
    valueFormat: formats.moneyAxis,
  });
  return { nextRow: first + horizon + 1, chartEnd: chartRow + CHART_ROWS };
}

/** The plan's own input: as the period shows it until somebody types a plan over it. */
function putJoiners(draft: SheetDraft, context: Context, row: number): number {
  const { planning, units } = context.words;
  const value = formula(
    '=COUNTIF(clv_customer_first,">="&clv_period_start)/clv_period_years',
    joinersInPeriod(context),
  );
  return putParameters(
    draft,
    context,
    [
      {
        ...JOINERS,
        value,
        label: planning.joiners,
        numberFormat: "#,##0.0",
        origin: "orders",
        unit: units.customers,
        explain: planning.joinersHow,
      },
    ],
    row,
  );
}

function cashPlan(context: Context, horizon: number): Year[] {
  const { figures, request } = context;
  const joined = joinersPerYear(context);
  const discount = inputNumber(request.inputs, "discountRate");
  const cost = inputNumber(request.inputs, "acquisitionCost");
  let start = figures.activeCustomers;
  let factor = figures.firstDiscount;
  return Array.from({ length: horizon }, () => {
    const lost = start * figures.churn;
    const end = start - lost + joined;
    const mean = (start + end) / 2;
    const profit = mean * figures.profitPerYear;
    const acquisition = joined * cost;
    const year = {
      start,
      lost,
      joined,
      end,
      revenue: mean * figures.revenuePerYear,
      profit,
      acquisition,
      cash: profit - acquisition,
      factor,
      present: (profit - acquisition) * factor,
    };
    start = end;
    factor /= 1 + discount;
    return year;
  });
}

function yearLine(year: Year, index: number, first: number): PlanCell[] {
  const row = first + index;
  const at = (column: number): string => cellAddress(row, column);
  const above = (column: number): string => cellAddress(row - 1, column);
  const isFirst = index === 0;
  return [
    index + 1,
    formula(isFirst ? "=clv_active_customers" : `=${above(4)}`, year.start),
    formula(`=${at(1)}*clv_churn`, year.lost),
    formula("=clv_joiners", year.joined),
    formula(`=${at(1)}-${at(2)}+${at(3)}`, year.end),
    formula(`=AVERAGE(${at(1)},${at(4)})*clv_revenue_per_year`, year.revenue),
    formula(`=AVERAGE(${at(1)},${at(4)})*clv_profit_per_year`, year.profit),
    formula(`=${at(3)}*clv_acquisition_cost`, year.acquisition),
    formula(`=${at(6)}-${at(7)}`, year.cash),
    formula(isFirst ? "=clv_first_discount" : `=${above(9)}/(1+clv_discount_rate)`, year.factor),
    formula(`=${at(8)}*${at(9)}`, year.present),
  ];
}

function totalLine(context: Context, years: readonly Year[], first: number): PlanCell[] {
  const sum = (pick: (year: Year) => number, column: number): PlanCell =>
    formula(
      `=SUM(${cellAddress(first, column)}:${cellAddress(first + years.length - 1, column)})`,
      years.reduce((total, year) => total + pick(year), 0),
    );
  return [
    context.words.planning.total,
    "",
    sum(({ lost }) => lost, 2),
    sum(({ joined }) => joined, 3),
    "",
    sum(({ revenue }) => revenue, 5),
    sum(({ profit }) => profit, 6),
    sum(({ acquisition }) => acquisition, 7),
    sum(({ cash }) => cash, 8),
    "",
    sum(({ present }) => present, 10),
  ];
}
