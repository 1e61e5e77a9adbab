import { cellAddress } from "../layout/cellAddress";
import { shadeOf } from "../layout/chartColours";
import type { Check } from "../checks/checksBlock";
import { periodStartFormula } from "./cohortColumns";
import { dayOfPeriod } from "./cohortFigures";
import { moneyWidth } from "../layout/columnWidth";
import type { Context } from "../context";
import { withCurrency } from "../board/figuresBlock";
import { inputNumber } from "../board/keyFigures";
import type { Area, ChartPlan, PlanCell, SheetKey, SheetPlan } from "../plan";
import { areaOf, formula, type SheetDraft } from "../layout/sheetDraft";

/** Both charts stand above the triangles, which grow with every month. */
const CHART_ROW = 5;
const MONTHS_ROW = 3;
const CHART_ROWS = 18;
const TOP = CHART_ROW + CHART_ROWS + 1;
/** Cohort's first day and its size; then the ages. */
const AGES_COLUMN = 2;
/** More lines than this cannot be told apart in a chart. */
const MOST_LINES = 6;

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
  putMonths(draft, context);
  const [active, share, revenue] = TRIANGLES.map((triangle) => triangleBody(context, triangle)) as [
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

/** How long a period is follows from the length of the history: no input, because the triangles' size hangs on it. */
function putMonths(draft: SheetDraft, { words, formats, names, cohorts }: Context): void {
  draft.put(MONTHS_ROW, 0, [[words.cohorts.months, cohorts().months]]);
  const cell = areaOf(MONTHS_ROW, 1, 1, 1);
  draft.format(areaOf(MONTHS_ROW, 0, 1, 1), { style: "label", wrap: true });
  draft.format(cell, { style: "modelValue", numberFormat: formats.number, align: "end" });
  names.add("clv_cohort_months", draft.key, cell, words.cohorts.months);
}

/**
 * The first day of each cohort: the first from the first order, each further one a period later, so that all move with
 * the orders. Whether the last still is the as-of day's, a check tells.
 */
function cohortDays(context: Context, first: number): PlanCell[][] {
  const { count, firstPeriod, months } = context.cohorts();
  const start = "MIN(IF(clv_first_order>0,clv_first_order,clv_as_of),clv_as_of)";
  return Array.from({ length: count }, (_, cohort) => [
    formula(
      cohort === 0
        ? `=${periodStartFormula(start)}`
        : `=EDATE(${cellAddress(first + cohort - 1, 0)},clv_cohort_months)`,
      dayOfPeriod(firstPeriod + cohort, months),
    ),
  ]);
}

const agesFrom = ({ row, rows, columns }: Area, age: number): Area =>
  areaOf(row, AGES_COLUMN + age, rows, columns - AGES_COLUMN - age);

/** The header cell that holds an age, above the cells of a triangle. */
const ageCell = (body: Area, age: number): string =>
  cellAddress(body.row - 1, AGES_COLUMN + age).replace(/(\d+)/, "$$$1");

/** The triangles one below the other, each with a heading and a header above its cells, and a gap after them. */
const TRIANGLES = [0, 1, 2] as const;

function triangleBody(context: Context, index: (typeof TRIANGLES)[number]): Area {
  const { count } = context.cohorts();
  return areaOf(TOP + 2 + index * (count + 4), 0, count, AGES_COLUMN + count);
}

interface Triangle {
  readonly heading: string;
  readonly numberFormat: string;
  cell(cohort: number, age: number, row: number): PlanCell;
}

function putTriangle(draft: SheetDraft, context: Context, body: Area, triangle: Triangle): void {
  const { words, formats, live } = context;
  const { count, size } = context.cohorts();
  const ages = Array.from({ length: count }, (_, age) => age);
  draft.put(body.row - 2, 0, [[triangle.heading, ...Array<string>(AGES_COLUMN - 1 + count).fill("")]], {
    style: "heading",
  });
  draft.put(body.row - 1, 0, [[words.cohorts.cohort, words.cohorts.size, ...ages]], { style: "tableHeader" });
  draft.format(areaOf(body.row - 1, 1, 1, count + 1), { align: "end", numberFormat: "0" });
  const first = body.row;
  const rows = ages.map((cohort): PlanCell[] => {
    const row = first + cohort;
    const cells = ages.map((age): PlanCell => {
      if (cohort + age >= count) return "";
      const cell = triangle.cell(cohort, age, row);
      return live || typeof cell !== "object" || cell === null ? cell : (cell.expected ?? "");
    });
    return [formula(`=COUNTIF(clv_customer_cohort,${cellAddress(row, 0)})`, size[cohort] ?? 0), ...cells];
  });
  // Before the formulas that look at them: a grid that calculates while it is written finds them there.
  draft.put(first, 0, cohortDays(context, first));
  draft.put(first, 1, rows);
  draft.format(areaOf(first, 0, count, 1), { style: "label", numberFormat: "yyyy-mm", align: "start" });
  draft.format(areaOf(first, 1, count, 1), { style: "formula", numberFormat: formats.count });
  draft.format(areaOf(first, AGES_COLUMN, count, count), {
    style: live ? "formula" : "modelValue",
    numberFormat: triangle.numberFormat,
  });
}

type ChartWords = Pick<ChartPlan, "name" | "title" | "altText" | "valueFormat" | "valueTitle">;

/** What each cohort has brought so far, by age; on another sheet it names the sheet of its cells. */
export function cohortRevenueChart(context: Context, place: Area, sheet?: SheetKey): ChartPlan {
  const { words, formats } = context;
  const head = {
    name: "clv_chart_cohort_revenue",
    title: words.cohorts.revenueTitle,
    altText: words.cohorts.revenueAlt,
    valueFormat: formats.moneyAxis,
    valueTitle: withCurrency(context, words.cohorts.revenueAxis),
  };
  return cohortChart(context, triangleBody(context, 2), head, place, 0, sheet);
}

function cohortChart(
  context: Context,
  body: Area,
  words: ChartWords,
  place: Area,
  /** The first age drawn. */
  from: 0 | 1,
  sheet?: SheetKey,
): ChartPlan {
  const { count, firstPeriod, months, size } = context.cohorts();
  const step = Math.ceil(count / MOST_LINES);
  const shown = Array.from({ length: count }, (_, cohort) => cohort).filter(
    (cohort) => cohort % step === 0 && cohort < count - 1 && (size[cohort] ?? 0) > 0,
  );
  return {
    ...words,
    kind: "line",
    categories: areaOf(body.row - 1, AGES_COLUMN + from, 1, count - from),
    ...(sheet && { categoriesSheet: sheet }),
    series: shown.map((cohort, index) => ({
      name: monthText(dayOfPeriod(firstPeriod + cohort, months)),
      // Only as far as the data reach: an empty cell may be drawn as 0.
      values: areaOf(body.row + cohort, AGES_COLUMN + from, 1, count - cohort - from),
      colour: shadeOf(index, shown.length),
      ...(sheet && { sheet }),
    })),
    place,
    categoryTitle: context.words.cohorts.ageAxis,
  };
}

const sumOf = (revenue: readonly number[]): number => revenue.reduce((sum, part) => sum + part, 0);

const monthText = (serial: number): string =>
  new Date((serial - 25569) * 86_400_000).toISOString().slice(0, 7);

/** The cohorts hold once every customer who has bought, and every amount of theirs. */
export function cohortChecks(context: Context): Check[] {
  const { words, base } = context;
  const { firstPeriod, count, months } = context.cohorts();
  const scale = 10 ** inputNumber(context.request.inputs, "decimals");
  const units = base.revenue.reduce(
    (sum, revenue, c) => sum + ((base.orders[c] ?? 0) > 0 ? Math.round(revenue * scale) : 0),
    0,
  );
  const checks: Check[] = [
    {
      label: words.cohorts.checkCustomers,
      expected: 'COUNTIF(clv_customer_orders,">0")',
      actual: "SUM(clv_cohort_sizes)",
      value: base.orders.filter((orders) => orders > 0).length,
      isMoney: false,
    },
    {
      // The ages end with the as-of day's period: what comes later has no column.
      label: words.cohorts.checkReach,
      expected: periodStartFormula("clv_as_of"),
      actual: "MAX(clv_cohort_periods)",
      value: dayOfPeriod(firstPeriod + count - 1, months),
      isMoney: false,
      isDate: true,
    },
  ];
  if (!context.live) return checks;
  return [
    ...checks,
    {
      label: words.cohorts.checkRevenue,
      expected: 'ROUND(SUMIFS(clv_customer_revenue,clv_customer_orders,">0"),clv_decimals)',
      actual: "ROUND(SUMPRODUCT(SUMIFS(clv_order_amount,clv_order_cohort,clv_cohort_periods)),clv_decimals)",
      value: units / scale,
      isMoney: true,
    },
  ];
}
