import { shadeOf } from "../layout/chartColours";
import { dayOfPeriod } from "./cohortFigures";
import type { Context } from "../context";
import { withCurrency } from "../board/figuresBlock";
import type { Area, ChartPlan, SheetKey } from "../plan";
import { areaOf } from "../layout/sheetDraft";
import { AGES_COLUMN, triangleBody } from "./cohortTriangles";

/** More lines than this cannot be told apart in a chart. */
const MOST_LINES = 6;

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

export function cohortChart(
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

const monthText = (serial: number): string =>
  new Date((serial - 25569) * 86_400_000).toISOString().slice(0, 7);
