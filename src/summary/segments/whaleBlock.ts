import { cellAddress } from "../layout/cellAddress";
import { DARK } from "../layout/chartColours";
import type { Context } from "../context";
import { inputNumber } from "../board/keyFigures";
import type { Area, ChartPlan, PlanCell, SheetKey } from "../plan";
import { areaOf, formula, type SheetDraft } from "../layout/sheetDraft";

const STEPS = 20;

/** The cells of the curve whose heading stands in a row. */
export const whaleBody = (row: number): Area => areaOf(row + 2, 0, STEPS + 1, 4);

/** The whale curve: cumulative share of revenue by cumulative share of customers, best first; gives the row after. */
export function putWhale(draft: SheetDraft, context: Context, row: number): number {
  const { words, formats, figures } = context;
  const head = words.segments;
  draft.put(row, 0, [[head.whaleHeading, "", "", ""]], { style: "heading" });
  draft.put(row + 1, 0, [[head.whaleShare, head.whaleCustomers, head.whaleRevenue, head.whaleRevenueShare]], {
    style: "tableHeader",
    wrap: true,
  });
  draft.format(areaOf(row + 1, 0, 1, 4), { align: "end", wrap: true });
  const body = whaleBody(row);
  const firstStep = `A$${body.row + 2}`;
  const lastStep = `A$${body.row + body.rows}`;
  const lines = Array.from({ length: STEPS + 1 }, (_, step): PlanCell[] => {
    const at = (column: number): string => cellAddress(body.row + step, column);
    const best = Math.round((step / STEPS) * figures.customers);
    const revenue = revenueOfBest(context, best);
    return [
      step === 0 ? 0 : formula(`=ROWS(${firstStep}:${at(0)})/ROWS(${firstStep}:${lastStep})`, step / STEPS),
      formula(`=ROUND(${at(0)}*clv_customers,0)`, best),
      formula(`=ROUND(SUMIFS(clv_customer_revenue,clv_customer_rank,"<="&${at(1)}),clv_decimals)`, revenue),
      formula(
        `=IF(clv_revenue<>0,${at(2)}/clv_revenue,0)`,
        figures.revenue === 0 ? 0 : revenue / figures.revenue,
      ),
    ];
  });
  draft.put(body.row, 0, lines);
  [formats.percent, formats.count, formats.money, formats.percent].forEach((numberFormat, column) =>
    draft.format(areaOf(body.row, column, body.rows, 1), { style: "formula", numberFormat, align: "end" }),
  );
  return body.row + body.rows;
}

function revenueOfBest({ base, request }: Context, best: number): number {
  const scale = 10 ** inputNumber(request.inputs, "decimals");
  let units = 0;
  for (let c = 0; c < base.length; c++) {
    if ((base.rank[c] ?? 0) <= best) units += Math.round((base.revenue[c] ?? 0) * scale);
  }
  return units / scale;
}

/** The curve as a chart; its cells may be on another sheet than the chart. */
export function whaleChart({ words }: Context, body: Area, place: Area, sheet?: SheetKey): ChartPlan {
  const { segments: head } = words;
  return {
    name: "clv_chart_whale",
    title: head.whaleTitle,
    altText: head.whaleAlt,
    kind: "scatterLines",
    categories: areaOf(body.row, 0, body.rows, 1),
    ...(sheet && { categoriesSheet: sheet }),
    series: [
      {
        name: head.whaleRevenueShare,
        values: areaOf(body.row, 3, body.rows, 1),
        colour: DARK,
        ...(sheet && { sheet }),
      },
    ],
    place,
    categoryTitle: head.whaleShare,
    valueTitle: head.whaleRevenueShare,
    valueFormat: "0%",
    valueMaximum: 1,
    categoryMaximum: 1,
    categoryFormat: "0%",
  };
}
