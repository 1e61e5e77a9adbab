import { cellAddress } from "../layout/cellAddress";
import { moneyWidth } from "../layout/columnWidth";
import type { Context } from "../context";
import type { Area, SheetPlan } from "../plan";
import { areaOf, formula, type SheetDraft } from "../layout/sheetDraft";
import {
  CHART_ROW,
  CHART_ROWS,
  AGES_COLUMN,
  agesFrom,
  ageCell,
  triangleBody,
  putTriangle,
} from "./cohortTriangles";
import { cohortRevenueChart, cohortChart } from "./cohortCharts";

const MONTHS_ROW = 3;

/**
 * Customers by the period of their first order: how many order at each age, as a number and a share, and what each
 * has brought so far. Cells beyond the data are left empty, never 0: a chart must not draw them.
 */
export function planCohortsSheet(context: Context): SheetPlan {
  const draft = context.draft("cohorts");
  const { words } = context;
  const figures = context.cohorts();
  const width = AGES_COLUMN + figures.count;
  draft.line(0, words.cohorts.title, Math.max(8, width), "title");
  draft.line(1, context.live ? words.cohorts.note : words.cohorts.valuesNote, Math.max(8, width), "note");
  putMonths(draft, context);
  const [active, share, revenue] = putTriangles(draft, context);
  context.names.add(
    "clv_cohort_periods",
    draft.key,
    areaOf(active.row, 0, active.rows, 1),
    words.cohorts.cohort,
  );
  context.names.add("clv_cohort_sizes", draft.key, areaOf(active.row, 1, active.rows, 1), words.cohorts.size);
  const scale = { kind: "colourScale", low: "#FFFFFF", high: "#5B9BD5" } as const;
  // Everyone orders at age 0: with its 100 % in the scale, all other shares would look alike.
  draft.conditionalFormats.push(
    { area: agesFrom(share, 1), rule: scale },
    { area: agesFrom(revenue, 0), rule: scale },
  );
  draft.charts.push(
    cohortChart(
      context,
      share,
      {
        name: "clv_chart_cohort_share",
        title: words.cohorts.shareTitle,
        altText: words.cohorts.shareAlt,
        valueFormat: "0%",
        valueTitle: words.cohorts.shareAxis,
      },
      areaOf(CHART_ROW, 0, CHART_ROWS, 8),
      1,
    ),
    cohortRevenueChart(context, areaOf(CHART_ROW, 9, CHART_ROWS, 9)),
  );
  const perCustomer = figures.revenue.map(
    (line, cohort) => sumOf(line) / Math.max(1, figures.size[cohort] ?? 1),
  );
  const money = moneyWidth(context.request.money, Math.max(1, ...perCustomer));
  draft.columnWidths = [20, 12, ...Array<number>(figures.count).fill(Math.max(8, money - 1))];
  draft.frozenColumns = AGES_COLUMN;
  draft.printArea = areaOf(0, 0, revenue.row + revenue.rows, Math.max(width, 18));
  return draft.finish();
}

/** How many of each cohort order at each age, their share of the cohort, and what they have brought so far. */
function putTriangles(draft: SheetDraft, context: Context): [active: Area, share: Area, revenue: Area] {
  const { words, formats } = context;
  const figures = context.cohorts();
  const [active, share, revenue] = [0, 1, 2].map((place) => triangleBody(context, place)) as [
    Area,
    Area,
    Area,
  ];
  putTriangle(draft, context, active, {
    heading: words.cohorts.activeHeading,
    numberFormat: formats.count,
    cell: (cohort, age, row) =>
      formula(
        `=SUMIFS(clv_order_first,clv_order_cohort,${cellAddress(row, 0)},clv_order_age,${ageCell(active, age)})`,
        figures.active[cohort]?.[age],
      ),
  });
  putTriangle(draft, context, share, {
    heading: words.cohorts.shareHeading,
    numberFormat: formats.percent,
    cell: (cohort, age, row) => {
      const size = figures.size[cohort] ?? 0;
      const own = cellAddress(active.row + cohort, AGES_COLUMN + age);
      return formula(
        `=IF(${cellAddress(row, 1)}>0,${own}/${cellAddress(row, 1)},0)`,
        size === 0 ? 0 : (figures.active[cohort]?.[age] ?? 0) / size,
      );
    },
  });
  putTriangle(draft, context, revenue, {
    heading: words.cohorts.revenueHeading,
    numberFormat: formats.money,
    cell: (cohort, age, row) => {
      const size = figures.size[cohort] ?? 0;
      const sum = (figures.revenue[cohort] ?? []).slice(0, age + 1).reduce((total, part) => total + part, 0);
      return formula(
        `=IF(${cellAddress(row, 1)}>0,SUMIFS(clv_order_amount,clv_order_cohort,${cellAddress(row, 0)},clv_order_age,"<="&${ageCell(revenue, age)})/${cellAddress(row, 1)},0)`,
        size === 0 ? 0 : sum / size,
      );
    },
  });
  return [active, share, revenue];
}

/** How long a period is follows from the length of the history: no input, because the triangles' size hangs on it. */
function putMonths(draft: SheetDraft, { words, formats, names, cohorts }: Context): void {
  draft.put(MONTHS_ROW, 0, [[words.cohorts.months, cohorts().months]]);
  const cell = areaOf(MONTHS_ROW, 1, 1, 1);
  draft.format(areaOf(MONTHS_ROW, 0, 1, 1), { style: "label", wrap: true });
  draft.format(cell, { style: "modelValue", numberFormat: formats.number, align: "end" });
  names.add("clv_cohort_months", draft.key, cell, words.cohorts.months);
}

const sumOf = (revenue: readonly number[]): number => revenue.reduce((sum, part) => sum + part, 0);
