import { cellAddress } from "../layout/cellAddress";
import { periodStartFormula } from "./cohortColumns";
import { dayOfPeriod } from "./cohortFigures";
import type { Context } from "../context";
import type { Area, PlanCell } from "../plan";
import { areaOf, formula, type SheetDraft } from "../layout/sheetDraft";

/** Both charts stand above the triangles, which grow with every month. */
export const CHART_ROW = 5;

export const CHART_ROWS = 18;

const TOP = CHART_ROW + CHART_ROWS + 1;

/** Cohort's first day and its size; then the ages. */
export const AGES_COLUMN = 2;

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

export const agesFrom = ({ row, rows, columns }: Area, age: number): Area =>
  areaOf(row, AGES_COLUMN + age, rows, columns - AGES_COLUMN - age);

/** The header cell that holds an age, above the cells of a triangle. */
export const ageCell = (body: Area, age: number): string =>
  cellAddress(body.row - 1, AGES_COLUMN + age).replace(/(\d+)/, "$$$1");

/** The triangles one below the other, each with a heading and a header above its cells, and a gap after them. */
export function triangleBody(context: Context, place: number): Area {
  const { count } = context.cohorts();
  return areaOf(TOP + 2 + place * (count + 4), 0, count, AGES_COLUMN + count);
}

interface Triangle {
  readonly heading: string;
  readonly numberFormat: string;
  cell(cohort: number, age: number, row: number): PlanCell;
}

export function putTriangle(draft: SheetDraft, context: Context, body: Area, triangle: Triangle): void {
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
