import type { Check } from "./checksBlock";
import { dayOfPeriod } from "./cohortFigures";
import type { Context } from "./context";
import { putParameters } from "./parameterCell";
import type { Area, PlanCell, SheetPlan } from "./plan";
import { areaOf, cellAddress, formula, type SheetDraft } from "./sheetDraft";

const TOP = 5;
/** Cohort's period, its first day, its size; then the ages. */
const AGES_COLUMN = 3;
/** More lines than this cannot be told apart in a chart. */
const MOST_LINES = 12;

/**
 * Customers by the period of their first order: how many order at each age, as a number and a share, and what each
 * has brought so far. Cells beyond the data are left empty, never 0: a chart must not draw them.
 */
export function planCohortsSheet(context: Context): SheetPlan {
  const draft = context.draft("cohorts");
  const { words, formats } = context;
  const figures = context.cohorts();
  const width = AGES_COLUMN + figures.count;
  draft.line(0, words.cohorts.title, Math.max(8, width), "title");
  draft.line(1, context.live ? words.cohorts.note : words.cohorts.valuesNote, Math.max(8, width), "note");
  putParameters(
    draft,
    context,
    [
      {
        label: words.cohorts.months,
        name: "clv_cohort_months",
        value: figures.months,
        numberFormat: formats.number,
        min: figures.months,
        max: figures.months,
        whole: true,
      },
    ],
    3,
  );
  const active = putTriangle(draft, context, TOP, {
    heading: words.cohorts.activeHeading,
    numberFormat: formats.count,
    cell: (cohort, age, row) =>
      formula(
        `=SUMIFS(clv_order_first,clv_order_cohort,${cellAddress(row, 0)},clv_order_age,${ageCell(TOP, age)})`,
        figures.active[cohort]?.[age],
      ),
  });
  const shareRow = active.row + active.rows + 2;
  const share = putTriangle(draft, context, shareRow, {
    heading: words.cohorts.shareHeading,
    numberFormat: formats.percent,
    cell: (cohort, age, row) => {
      const size = figures.size[cohort] ?? 0;
      const own = cellAddress(active.row + cohort, AGES_COLUMN + age);
      return formula(
        `=IF(${cellAddress(row, 2)}>0,${own}/${cellAddress(row, 2)},0)`,
        size === 0 ? 0 : (figures.active[cohort]?.[age] ?? 0) / size,
      );
    },
  });
  const revenue = putTriangle(draft, context, share.row + share.rows + 2, {
    heading: words.cohorts.revenueHeading,
    numberFormat: formats.money,
    cell: (cohort, age, row) => {
      const size = figures.size[cohort] ?? 0;
      const sum = (figures.revenue[cohort] ?? []).slice(0, age + 1).reduce((total, part) => total + part, 0);
      return formula(
        `=IF(${cellAddress(row, 2)}>0,SUMIFS(clv_order_amount,clv_order_cohort,${cellAddress(row, 0)},clv_order_age,"<="&${ageCell(share.row + share.rows + 2, age)})/${cellAddress(row, 2)},0)`,
        size === 0 ? 0 : sum / size,
      );
    },
  });
  context.names.add(
    "clv_cohort_periods",
    draft.key,
    areaOf(active.row, 0, active.rows, 1),
    words.cohorts.cohort,
  );
  context.names.add("clv_cohort_sizes", draft.key, areaOf(active.row, 2, active.rows, 1), words.cohorts.size);
  [share, revenue].forEach(({ row, rows, columns }) =>
    draft.conditionalFormats.push({
      area: areaOf(row, AGES_COLUMN, rows, columns - AGES_COLUMN),
      rule: { kind: "colourScale", low: "#FFFFFF", high: "#5B9BD5" },
    }),
  );
  addChart(
    draft,
    context,
    share,
    {
      name: "clv_chart_cohort_share",
      title: words.cohorts.shareTitle,
      altText: words.cohorts.shareAlt,
      valueFormat: "0%",
    },
    0,
  );
  addChart(
    draft,
    context,
    revenue,
    {
      name: "clv_chart_cohort_revenue",
      title: words.cohorts.revenueTitle,
      altText: words.cohorts.revenueAlt,
      valueFormat: formats.moneyAxis,
    },
    1,
  );
  draft.columnWidths = [24, 12, 11, ...Array<number>(figures.count).fill(10)];
  draft.frozenColumns = AGES_COLUMN;
  draft.pagesTall = 1;
  return draft.finish();
}

/** The header cell that holds an age, in the triangle that begins at `top`. */
const ageCell = (top: number, age: number): string =>
  cellAddress(top + 1, AGES_COLUMN + age).replace(/(\d+)/, "$$$1");

interface Triangle {
  readonly heading: string;
  readonly numberFormat: string;
  cell(cohort: number, age: number, row: number): PlanCell;
}

function putTriangle(draft: SheetDraft, context: Context, top: number, triangle: Triangle): Area {
  const { words, formats, live } = context;
  const { count, firstPeriod, months, size } = context.cohorts();
  const ages = Array.from({ length: count }, (_, age) => age);
  draft.put(top, 0, [[triangle.heading, ...Array<string>(AGES_COLUMN - 1 + count).fill("")]], {
    style: "heading",
  });
  draft.put(top + 1, 0, [["", words.cohorts.cohort, words.cohorts.size, ...ages]], { style: "tableHeader" });
  draft.format(areaOf(top + 1, 1, 1, count + 2), { align: "end", wrap: true, numberFormat: "0" });
  const first = top + 2;
  const rows = ages.map((cohort): PlanCell[] => {
    const row = first + cohort;
    const period = firstPeriod + cohort;
    const cells = ages.map((age): PlanCell => {
      if (cohort + age >= count) return "";
      const cell = triangle.cell(cohort, age, row);
      return live || typeof cell !== "object" || cell === null ? cell : (cell.expected ?? "");
    });
    return [
      period,
      formula(
        `=DATE(INT(${cellAddress(row, 0)}*clv_cohort_months/clv_months_per_year),MOD(${cellAddress(row, 0)}*clv_cohort_months,clv_months_per_year)+1,1)`,
        dayOfPeriod(period, months),
      ),
      formula(`=COUNTIF(clv_customer_cohort,${cellAddress(row, 0)})`, size[cohort] ?? 0),
      ...cells,
    ];
  });
  draft.put(first, 0, rows);
  draft.format(areaOf(first, 0, count, 1), { style: "unit", numberFormat: formats.number });
  draft.format(areaOf(first, 1, count, 1), { style: "label", numberFormat: "yyyy-mm" });
  draft.format(areaOf(first, 2, count, 1), { style: "formula", numberFormat: formats.count });
  draft.format(areaOf(first, AGES_COLUMN, count, count), {
    style: live ? "formula" : "modelValue",
    numberFormat: triangle.numberFormat,
  });
  return areaOf(first, 0, count, AGES_COLUMN + count);
}

function addChart(
  draft: SheetDraft,
  context: Context,
  body: Area,
  words: {
    readonly name: string;
    readonly title: string;
    readonly altText: string;
    readonly valueFormat: string;
  },
  place: number,
): void {
  const { count, firstPeriod, months, size } = context.cohorts();
  const step = Math.ceil(count / MOST_LINES);
  const shown = Array.from({ length: count }, (_, cohort) => cohort).filter(
    (cohort) => cohort % step === 0 && cohort < count - 1 && (size[cohort] ?? 0) > 0,
  );
  const last = body.row + body.rows;
  draft.charts.push({
    ...words,
    kind: "line",
    categories: areaOf(body.row - 1, AGES_COLUMN, 1, count),
    series: shown.map((cohort) => ({
      name: monthText(dayOfPeriod(firstPeriod + cohort, months)),
      // Only as far as the data reach: an empty cell may be drawn as 0.
      values: areaOf(body.row + cohort, AGES_COLUMN, 1, count - cohort),
    })),
    place: areaOf(Math.max(last, TOP + 3 * (count + 4)) + 1, place * 9, 20, 8),
  });
}

const monthText = (serial: number): string =>
  new Date((serial - 25569) * 86_400_000).toISOString().slice(0, 7);

/** The cohorts hold every customer and every amount once. */
export function cohortChecks(context: Context): Check[] {
  const { words, figures } = context;
  const checks: Check[] = [
    {
      label: words.cohorts.checkCustomers,
      expected: "clv_customers",
      actual: "SUM(clv_cohort_sizes)",
      value: figures.customers,
      isMoney: false,
    },
  ];
  if (!context.live) return checks;
  return [
    ...checks,
    {
      label: words.cohorts.checkRevenue,
      expected: "clv_revenue",
      actual: "ROUND(SUMPRODUCT(SUMIFS(clv_order_amount,clv_order_cohort,clv_cohort_periods)),clv_decimals)",
      value: figures.revenue,
      isMoney: true,
    },
  ];
}
