import { cellAddress } from "../layout/cellAddress";
import { DARK, LIGHT, MIDDLE } from "../layout/chartColours";
import type { Context } from "../context";
import { inputNumber } from "../board/keyFigures";
import type { Area, ChartPlan, PlanCell } from "../plan";
import { areaOf, formula, type FormatOptions, type SheetDraft } from "../layout/sheetDraft";

/** Number, customers, share, revenue, share, mean value, still to come, share. */
export const GROUP_COLUMNS = 8;

/** Where the groups' table ended up: its body without header and total. */
export interface GroupsPlace {
  readonly body: Area;
  readonly nextRow: number;
}

interface GroupSums {
  readonly customers: number;
  readonly revenue: number;
  readonly clvProfit: number;
  readonly futureProfit: number;
}

/** Customers by value group: how many, what they brought, what they are worth and bring still. */
export function putGroups(draft: SheetDraft, context: Context, row: number, column: number): GroupsPlace {
  const { words, formats } = context;
  const groups = inputNumber(context.request.inputs, "groups");
  draft.put(row, column, [headings(words.groups)], { style: "tableHeader", wrap: true });
  draft.format(areaOf(row, column + 1, 1, GROUP_COLUMNS - 1), { align: "end", wrap: true });
  const lines = Array.from({ length: groups }, (_, g) => groupLine(context, g + 1, row + 1 + g, column));
  draft.put(row + 1, column, lines);
  const body = areaOf(row + 1, column, groups, GROUP_COLUMNS);
  draft.put(row + 1 + groups, column, [totalLine(context, body)]);
  const numberFormat = `"${context.fill(words.groups.format, { n: '"0"' })}"`.replaceAll('""', "");
  const columns: FormatOptions[] = [
    { style: "label", numberFormat, align: "start" },
    { style: "formula", numberFormat: formats.count },
    { style: "formula", numberFormat: formats.percent },
    { style: "formula", numberFormat: formats.money },
    { style: "formula", numberFormat: formats.percent },
    { style: "formula", numberFormat: formats.money },
    { style: "formula", numberFormat: formats.money },
    { style: "formula", numberFormat: formats.percent },
  ];
  columns.forEach((options, offset) => {
    draft.format(areaOf(row + 1, column + offset, groups, 1), options);
    draft.format(areaOf(row + 1 + groups, column + offset, 1, 1), { ...options, style: "total" });
  });
  return { body, nextRow: row + 2 + groups };
}

const headings = (words: Context["words"]["groups"]): string[] => [
  words.number,
  words.customers,
  words.customerShare,
  words.revenue,
  words.revenueShare,
  words.meanValue,
  words.future,
  words.futureShare,
];

const share = (part: number, whole: number): number => (whole === 0 ? 0 : part / whole);

/** The four sums of one group, or of everyone. */
function groupSums({ base, values, request }: Context, group?: number): GroupSums {
  const scale = 10 ** inputNumber(request.inputs, "decimals");
  const sums = { customers: 0, revenue: 0, clvProfit: 0, futureProfit: 0 };
  for (let c = 0; c < base.length; c++) {
    if (group !== undefined && base.group[c] !== group) continue;
    sums.customers += 1;
    sums.revenue += Math.round((base.revenue[c] ?? 0) * scale);
    sums.clvProfit += values.clvProfit[c] ?? 0;
    sums.futureProfit += values.futureProfit[c] ?? 0;
  }
  return { ...sums, revenue: sums.revenue / scale };
}

function groupLine(context: Context, group: number, row: number, column: number): PlanCell[] {
  const { figures } = context;
  const sums = groupSums(context, group);
  const at = (offset: number): string => cellAddress(row, column + offset);
  const ofGroup = (name: string): string => `SUMIFS(${name},clv_customer_group,${at(0)})`;
  return [
    group,
    formula(`=COUNTIF(clv_customer_group,${at(0)})`, sums.customers),
    formula(`=IF(clv_customers>0,${at(1)}/clv_customers,0)`, share(sums.customers, figures.customers)),
    formula(`=ROUND(${ofGroup("clv_customer_revenue")},clv_decimals)`, sums.revenue),
    formula(`=IF(clv_revenue<>0,${at(3)}/clv_revenue,0)`, share(sums.revenue, figures.revenue)),
    formula(
      `=IF(${at(1)}>0,${ofGroup("clv_customer_clv_profit")}/${at(1)},0)`,
      share(sums.clvProfit, sums.customers),
    ),
    formula(`=${ofGroup("clv_customer_future_profit")}`, sums.futureProfit),
    formula(`=IF(clv_equity<>0,${at(6)}/clv_equity,0)`, share(sums.futureProfit, figures.equity)),
  ];
}

function totalLine(context: Context, body: Area): PlanCell[] {
  const { figures } = context;
  const sums = groupSums(context);
  const down = (offset: number): string => {
    const column = body.column + offset;
    return `SUM(${cellAddress(body.row, column)}:${cellAddress(body.row + body.rows - 1, column)})`;
  };
  return [
    context.words.groups.total,
    formula(`=${down(1)}`, sums.customers),
    formula(`=${down(2)}`, sums.customers > 0 ? 1 : 0),
    formula(`=${down(3)}`, sums.revenue),
    formula(`=${down(4)}`, figures.revenue === 0 ? 0 : 1),
    formula(
      "=IF(clv_customers>0,SUM(clv_customer_clv_profit)/clv_customers,0)",
      share(sums.clvProfit, sums.customers),
    ),
    formula(`=${down(6)}`, sums.futureProfit),
    formula(`=${down(7)}`, figures.equity === 0 ? 0 : 1),
  ];
}

/** Three shares per group as columns: who they are, what they brought, what they bring still. */
export function groupsChart(context: Context, body: Area, place: Area): ChartPlan {
  const { summary, groups } = context.words;
  const column = (offset: number): Area => areaOf(body.row, body.column + offset, body.rows, 1);
  return {
    name: "clv_chart_groups",
    title: summary.chartTitle,
    altText: summary.chartAlt,
    kind: "column",
    categories: column(0),
    series: [
      { name: groups.customerShareSeries, values: column(2), colour: LIGHT },
      { name: groups.revenueShareSeries, values: column(4), colour: MIDDLE },
      { name: groups.futureShareSeries, values: column(7), colour: DARK },
    ],
    place,
    valueTitle: groups.shareOfAll,
    valueFormat: "0%",
  };
}
