import { openingsInGroups } from "../../orders/customers/openings";
import { cellAddress } from "../layout/cellAddress";
import { DARK } from "../layout/chartColours";
import type { Check } from "../checks/checksBlock";
import { moneyWidth } from "../layout/columnWidth";
import type { Context } from "../context";
import { LIVE_FIRSTS } from "../liveLimits";
import { withCurrency } from "../board/figuresBlock";
import { firstsInGroup } from "../orders/groupOrderColumns";
import { inputNumber } from "../board/keyFigures";
import { countedInGroup } from "../orders/orderLineColumns";
import type { PlanCell, SheetPlan } from "../plan";
import { areaOf, formula, type SheetDraft } from "../layout/sheetDraft";

const TOP = 3;
const COLUMNS = 11;

/** What one group of orders amounts to, in the period of the rates. */
interface GroupSums {
  readonly customers: number;
  readonly orders: number;
  readonly revenue: number;
  readonly periodCustomers: number;
  readonly periodOrders: number;
  readonly periodRevenue: number;
}

const NOTHING: GroupSums = {
  customers: 0,
  orders: 0,
  revenue: 0,
  periodCustomers: 0,
  periodOrders: 0,
  periodRevenue: 0,
};

/** A summary per group, and how each compares with all. */
export function planGroupsSheet(context: Context): SheetPlan {
  const draft = context.draft("groups");
  const words = context.words.groupsSheet;
  const { groupIds, firstLine } = context.request.orders;
  draft.line(0, words.title, COLUMNS, "title");
  draft.line(
    1,
    groupIds === undefined ? words.missing : firstLine === undefined ? words.note : words.noteLines,
    COLUMNS,
    "note",
  );
  if (groupIds !== undefined) putGroups(draft, context, groupIds);
  const money = Math.max(15, moneyWidth(context.request.money, context.figures.revenue));
  draft.columnWidths = [8, 26, 12, 12, money, 12, 14, 14, 15, 15, 12];
  draft.pagesTall = 1;
  return draft.finish();
}

function putGroups(draft: SheetDraft, context: Context, groupIds: readonly string[]): void {
  const { formats, names } = context;
  const words = context.words.groupsSheet;
  const header = [
    context.words.customers.number,
    words.group,
    context.words.workings.periodCustomers,
    words.orders,
    words.revenue,
    words.revenueShare,
    words.orderValue,
    words.frequency,
    words.clvRevenue,
    words.clvProfit,
    words.index,
  ];
  draft.put(TOP, 0, [header], { style: "tableHeader", wrap: true });
  draft.format(areaOf(TOP, 2, 1, COLUMNS - 2), { align: "end", wrap: true });
  const first = TOP + 1;
  const sums = sumByGroup(context, groupIds.length);
  draft.put(
    first,
    0,
    groupIds.map((id, index) => groupLine(context, id, sums[index], first + index)),
  );
  const count = groupIds.length;
  draft.put(first + count, 0, [totalLine(context, sums, first)]);
  draft.format(areaOf(first, 0, count, 1), {
    style: "unit",
    numberFormat: formats.number,
    align: "start",
    indent: 0,
  });
  draft.format(areaOf(first, 1, count, 1), { style: "label" });
  const codes = [
    formats.count,
    formats.count,
    formats.money,
    formats.percent,
    formats.money,
    formats.decimal,
    formats.money,
    formats.money,
    formats.percent,
  ];
  codes.forEach((numberFormat, offset) => {
    draft.format(areaOf(first, offset + 2, count, 1), {
      style: context.live ? "formula" : "modelValue",
      numberFormat,
    });
    draft.format(areaOf(first + count, offset + 2, 1, 1), { style: "total", numberFormat });
  });
  draft.format(areaOf(first + count, 0, 1, 2), { style: "total" });
  names.add("clv_by_group_number", draft.key, areaOf(first, 0, count, 1), context.words.customers.number);
  names.add("clv_by_group_name", draft.key, areaOf(first, 1, count, 1), words.group);
  names.add("clv_by_group_revenue", draft.key, areaOf(first, 4, count, 1), words.revenue);
  draft.charts.push({
    name: "clv_chart_by_group",
    title: words.chartTitle,
    altText: words.chartAlt,
    kind: "column",
    categories: areaOf(first, 1, count, 1),
    series: [{ name: words.clvProfit, values: areaOf(first, 9, count, 1), colour: DARK }],
    place: areaOf(first + count + 2, 0, 18, 8),
    categoryTitle: words.group,
    valueTitle: withCurrency(context, words.clvProfit),
    valueFormat: formats.moneyAxis,
  });
}

function sumByGroup(context: Context, count: number): GroupSums[] {
  const { orders, inputs } = context.request;
  const start = inputNumber(inputs, "periodStart");
  const scale = 10 ** inputNumber(inputs, "decimals");
  const sums = Array.from({ length: count }, () => ({ ...NOTHING }));
  const firsts = firstsInGroup(context);
  const counts = openingsInGroups(orders);
  for (let row = 0; row < orders.length; row++) {
    const own = sums[orders.group?.[row] ?? 0];
    if (own === undefined) continue;
    const amount = orders.amount[row] ?? 0;
    const units = Math.round(amount * scale);
    const inPeriod = (orders.day[row] ?? 0) >= start;
    own.revenue += units;
    if (inPeriod) own.periodRevenue += units;
    own.orders += counts[row] ?? 0;
    if (inPeriod) own.periodOrders += counts[row] ?? 0;
    own.periodCustomers += firsts[row] ?? 0;
  }
  return sums.map((own) => ({
    ...own,
    revenue: own.revenue / scale,
    periodRevenue: own.periodRevenue / scale,
  }));
}

/** A group's value by the founding formula: its own order value and frequency, everyone's lifespan and margin. */
function groupValue({ figures, request }: Context, sums: GroupSums) {
  const ratio = (part: number, whole: number): number => (whole === 0 ? 0 : part / whole);
  const orderValue = ratio(sums.periodRevenue, sums.periodOrders);
  const frequency = ratio(sums.periodOrders / figures.periodYears, sums.periodCustomers);
  const given = (key: Parameters<typeof inputNumber>[1]): number => inputNumber(request.inputs, key);
  const clvRevenue = orderValue * frequency * figures.lifespan;
  const costs =
    given("acquisitionCost") +
    (frequency * given("costPerOrder") + given("retentionCost")) * figures.lifespan;
  return { orderValue, frequency, clvRevenue, clvProfit: clvRevenue * given("grossMargin") - costs };
}

function groupLine(context: Context, id: string, sums: GroupSums | undefined, row: number): PlanCell[] {
  const own = sums ?? NOTHING;
  const { figures, live } = context;
  const at = (column: number): string => cellAddress(row, column);
  const value = groupValue(context, own);
  const mine = `clv_order_group,${at(0)}`;
  const counted = countedInGroup(context);
  const inPeriod = 'clv_order_date,">="&clv_period_start';
  const periodOrders = `COUNTIFS(${mine},${counted},${inPeriod})`;
  const cell = (text: string, expected: number): PlanCell =>
    live ? formula(`=${text}`, expected) : expected;
  return [
    row - TOP,
    id === "" ? context.words.groupsSheet.none : id,
    cell(`SUMIFS(clv_order_first_in_group,${mine})`, own.periodCustomers),
    cell(`COUNTIFS(${mine},${counted})`, own.orders),
    cell(`ROUND(SUMIFS(clv_order_amount,${mine}),clv_decimals)`, own.revenue),
    formula(
      `=IF(clv_revenue<>0,${at(4)}/clv_revenue,0)`,
      figures.revenue === 0 ? 0 : own.revenue / figures.revenue,
    ),
    cell(
      `IF(${periodOrders}>0,SUMIFS(clv_order_amount,${mine},${inPeriod})/${periodOrders},0)`,
      value.orderValue,
    ),
    cell(`IF(${at(2)}>0,${periodOrders}/clv_period_years/${at(2)},0)`, value.frequency),
    formula(`=${at(6)}*${at(7)}*clv_lifespan`, value.clvRevenue),
    formula(
      `=${at(8)}*clv_gross_margin-(clv_acquisition_cost+(${at(7)}*clv_cost_per_order+clv_retention_cost)*clv_lifespan)`,
      value.clvProfit,
    ),
    formula(
      `=IF(clv_simple_profit<>0,${at(9)}/clv_simple_profit,0)`,
      figures.simpleProfit === 0 ? 0 : value.clvProfit / figures.simpleProfit,
    ),
  ];
}

/** Customers of several groups are counted once here, so that the column does not add up, as the note says. */
function totalLine(context: Context, sums: readonly GroupSums[], first: number): PlanCell[] {
  const { figures, words } = context;
  const down = (column: number): string =>
    `=SUM(${cellAddress(first, column)}:${cellAddress(first + sums.length - 1, column)})`;
  return [
    "",
    words.groupsSheet.total,
    formula("=clv_period_customers", figures.periodCustomers),
    formula(context.request.orders.firstLine === undefined ? down(3) : "=clv_orders", figures.orders),
    formula(down(4), figures.revenue),
    formula(down(5), figures.revenue === 0 ? 0 : 1),
    formula("=clv_order_value", figures.orderValue),
    formula("=clv_frequency", figures.frequency),
    formula("=clv_simple_revenue", figures.simpleRevenue),
    formula("=clv_simple_profit", figures.simpleProfit),
    formula("=IF(clv_simple_profit<>0,1,0)", figures.simpleProfit === 0 ? 0 : 1),
  ];
}

/** The groups hold all the revenue, and each order is in one of them. */
export function groupChecks(context: Context): Check[] {
  const { figures, live, request, words } = context;
  const { groupIds, length } = request.orders;
  if (groupIds === undefined) return [];
  const groups = context.sheetName("groups");
  const revenue: Check = {
    label: context.fill(words.groupsSheet.checkRevenue, { groups }),
    expected: "clv_revenue",
    actual: "ROUND(SUM(clv_by_group_revenue),clv_decimals)",
    value: figures.revenue,
    isMoney: true,
  };
  const known: Check = {
    label: context.fill(words.groupsSheet.checkKnown, { groups }),
    expected: "0",
    actual: "COUNTIF(clv_order_group,0)",
    value: 0,
    isMoney: false,
  };
  return live && length <= LIVE_FIRSTS ? [revenue, known] : [revenue];
}
