import { cellAddress } from "../layout/cellAddress";
import { DARK } from "../layout/chartColours";
import type { Check } from "../checks/checksBlock";
import { moneyWidth, widthForWords } from "../layout/columnWidth";
import type { Context } from "../context";
import { formulaText } from "../layout/figureLines";
import { withCurrency } from "../board/figuresBlock";
import { inputNumber } from "../board/keyFigures";
import { holdsSegments } from "../checks/heldValues";
import { asMade } from "../inputs/inputLine";
import { putParameters } from "../inputs/parameterCell";
import type { Area, PlanCell, SheetPlan } from "../plan";
import { LIMIT_NAMES, LIMIT_RULE, SCORES, SEGMENT_CELLS, SEGMENT_LIMITS, segmentCell } from "./segmentInputs";
import { areaOf, formula, type SheetDraft } from "../layout/sheetDraft";
import { keepInput, valueIn } from "../inputs/sheetInputs";
import { putWhale, whaleBody, whaleChart } from "./whaleBlock";

const TABLE_ROW = 6;
/** Number, name, six limits and the weight come before the figures, and where the limits are from after them. */
const FIGURES_COLUMN = 9;
const ORIGIN_COLUMN = FIGURES_COLUMN + 7;
const COLUMNS = ORIGIN_COLUMN + 1;

const WHALE_ROW = TABLE_ROW + SEGMENT_LIMITS.length + 5;
const NAMES_COLUMN = 1;
const LIMITS_COLUMN = 2;
/** Beside the printed page. */
const MADE_COLUMN = COLUMNS + 1;

/** The cells of the curve, for charts on other sheets. */
export const whaleOnSegments = whaleBody(WHALE_ROW);

/** Segments by recency, frequency and spending with an editable table of limits, and how concentrated revenue is. */
export function planSegmentsSheet(context: Context): SheetPlan {
  const draft = context.draft("segments");
  const { words, formats } = context;
  draft.line(0, words.segments.title, COLUMNS, "title");
  putParameters(
    draft,
    context,
    [
      {
        ...SCORES,
        label: words.segments.scores,
        numberFormat: formats.number,
        origin: "convention",
        isHeld: !context.live,
      },
    ],
    2,
  );
  const body = putSegments(draft, context);
  putWhale(draft, context, WHALE_ROW);
  addCharts(draft, context, body);
  const { request, figures } = context;
  const revenue = Math.max(15, moneyWidth(request.money, figures.revenue));
  const name = Math.max(22, widthForWords(context.words.segments.names));
  draft.columnWidths = [
    20,
    name,
    revenue,
    11,
    11,
    11,
    11,
    11,
    11,
    11,
    10,
    revenue,
    10,
    14,
    revenue,
    10,
    14,
    3,
    name,
    ...LIMIT_NAMES.map(() => 11),
  ];
  draft.printArea = { ...draft.used(), columns: COLUMNS };
  draft.pagesTall = 1;
  return draft.finish();
}

function putSegments(draft: SheetDraft, context: Context): Area {
  const { words, formats, names } = context;
  const head = words.segments;
  const count = SEGMENT_LIMITS.length;
  draft.put(TABLE_ROW - 1, 0, [[head.tableHeading, ...Array<string>(COLUMNS - 1).fill("")]], {
    style: "heading",
  });
  const headers = [
    ...[head.order, head.name, head.recencyLow, head.recencyHigh, head.frequencyLow, head.frequencyHigh],
    ...[head.moneyLow, head.moneyHigh, head.weight],
    ...[words.groups.customers, words.groups.customerShare, words.groups.revenue, words.groups.revenueShare],
    ...[words.groups.meanValue, words.groups.future, words.groups.futureShare, words.inputColumns.origin],
  ];
  draft.put(TABLE_ROW, 0, [headers], { style: "tableHeader", wrap: true });
  draft.format(areaOf(TABLE_ROW, LIMITS_COLUMN, 1, ORIGIN_COLUMN - LIMITS_COLUMN), {
    align: "end",
    wrap: true,
  });
  draft.format(areaOf(TABLE_ROW, ORIGIN_COLUMN, 1, 1), { style: "tableHeader", indent: 1 });
  const first = TABLE_ROW + 1;
  const rows = SEGMENT_LIMITS.map((limits, index): PlanCell[] => {
    const own = [head.names[index] ?? "", ...limits];
    const cells = keepSegment(draft, context, own, headers, first + index, index);
    return [
      index + 1,
      ...cells.map(({ value }) => value),
      formula(`=ROWS(${cellAddress(first + index, 0)}:A$${first + count})`, count - index),
      ...segmentLine(context, index + 1, first + index),
      cells.some(({ isTyped }) => isTyped) ? words.origins.typed : originCell(context, first + index),
    ];
  });
  draft.put(first, 0, rows);
  putAsMade(draft, context, headers, rows);
  draft.put(first + count, 0, [totalLine(context, areaOf(first, 0, count, ORIGIN_COLUMN))]);
  draft.format(areaOf(first, 0, count, 1), { style: "label", numberFormat: formats.number, align: "start" });
  draft.format(areaOf(first, 1, count, 7), { style: "input" });
  draft.format(areaOf(first, 8, count, 1), { style: "formula", numberFormat: formats.number });
  headers.slice(LIMITS_COLUMN, FIGURES_COLUMN - 1).forEach((header, offset) => {
    draft.validations.push({
      area: areaOf(first, LIMITS_COLUMN + offset, count, 1),
      rule: LIMIT_RULE,
      title: header.slice(0, 32),
      message: `${header}: ${LIMIT_RULE.min} – ${LIMIT_RULE.max}`,
    });
  });
  formatFigures(draft, context, first, count);
  draft.format(areaOf(first, ORIGIN_COLUMN, count, 1), { style: "unit" });
  const column = (name: string, offset: number): void => {
    names.add(name, draft.key, areaOf(first, offset, count, 1), headers[offset] ?? name);
  };
  LIMIT_NAMES.forEach((name, place) => column(name, LIMITS_COLUMN + place));
  column("clv_segment_names", NAMES_COLUMN);
  column("clv_segment_weights", FIGURES_COLUMN - 1);
  column("clv_segment_customers", FIGURES_COLUMN);
  column("clv_segment_revenue", FIGURES_COLUMN + 2);
  return areaOf(first, 0, count, 16);
}

/** Names and limits once more, at the right of what is printed: what differs was typed, and values do not follow it. */
function putAsMade(
  draft: SheetDraft,
  context: Context,
  headers: readonly string[],
  rows: readonly (readonly PlanCell[])[],
): void {
  const { made } = context.words.inputColumns;
  const isHeld = holdsSegments(context);
  SEGMENT_CELLS.forEach((name, place) => {
    const column = NAMES_COLUMN + place;
    const header = `${headers[column] ?? ""}: ${made}`;
    draft.put(TABLE_ROW, MADE_COLUMN + place, [[header]], { style: "tableHeader", align: "end" });
    const cells = rows.map((row) => [valueIn(row[column] ?? null)]);
    const area = draft.put(TABLE_ROW + 1, MADE_COLUMN + place, cells, { style: "unit", align: "end" });
    if (isHeld) context.names.add(asMade(name), draft.key, area, header);
  });
}

/** Where a segment's name and limits are from, which changes by itself when somebody types others. */
function originCell({ words }: Context, row: number): PlanCell {
  const across = (column: number): string =>
    `${cellAddress(row, column)}:${cellAddress(row, column + SEGMENT_CELLS.length - 1)}`;
  const changes = `SUMPRODUCT(--(${across(NAMES_COLUMN)}<>${across(MADE_COLUMN)}))`;
  return formula(`=IF(${changes}=0,"",${formulaText(words.origins.typed)})`, "");
}

/** A segment's name and limits as they are typed, else as they come. */
const keepSegment = (
  draft: SheetDraft,
  context: Context,
  own: readonly PlanCell[],
  headers: readonly string[],
  row: number,
  segment: number,
): ReturnType<typeof keepInput>[] =>
  own.map((cell, place) => {
    const column = NAMES_COLUMN + place;
    const name = SEGMENT_CELLS[place] ?? "clv_segment_names";
    const input = {
      ...segmentCell(name, segment),
      label: headers[column] ?? "",
      ...(name === "clv_segment_names" ? {} : { rule: LIMIT_RULE }),
    };
    return keepInput(draft, context, input, { row, column }, cell);
  });

function formatFigures(draft: SheetDraft, { formats }: Context, first: number, count: number): void {
  const codes = [
    formats.count,
    formats.percent,
    formats.money,
    formats.percent,
    formats.money,
    formats.money,
    formats.percent,
  ];
  codes.forEach((numberFormat, offset) => {
    draft.format(areaOf(first, FIGURES_COLUMN + offset, count, 1), { style: "formula", numberFormat });
    draft.format(areaOf(first + count, FIGURES_COLUMN + offset, 1, 1), { style: "total", numberFormat });
  });
  draft.format(areaOf(first + count, 0, 1, FIGURES_COLUMN), { style: "total" });
  draft.format(areaOf(first + count, ORIGIN_COLUMN, 1, 1), { style: "total" });
}

const share = (part: number, whole: number): number => (whole === 0 ? 0 : part / whole);

interface Sums {
  readonly customers: number;
  readonly revenue: number;
  readonly clv: number;
  readonly future: number;
}

function sumsOf(context: Context, belongs: (customer: number) => boolean): Sums {
  const { base, values, request } = context;
  const scale = 10 ** inputNumber(request.inputs, "decimals");
  const sums = { customers: 0, revenue: 0, clv: 0, future: 0 };
  for (let c = 0; c < base.length; c++) {
    if (!belongs(c)) continue;
    sums.customers += 1;
    sums.revenue += Math.round((base.revenue[c] ?? 0) * scale);
    sums.clv += values.clvProfit[c] ?? 0;
    sums.future += values.futureProfit[c] ?? 0;
  }
  return { ...sums, revenue: sums.revenue / scale };
}

function segmentLine(context: Context, number: number, row: number): PlanCell[] {
  const { figures } = context;
  const { segment } = context.segments();
  const sums = sumsOf(context, (c) => segment[c] === number);
  const at = (offset: number): string => cellAddress(row, FIGURES_COLUMN + offset);
  const own = cellAddress(row, 0);
  const sumOf = (name: string): string => `SUMIFS(${name},clv_customer_segment,${own})`;
  return [
    formula(`=COUNTIF(clv_customer_segment,${own})`, sums.customers),
    formula(`=IF(clv_customers>0,${at(0)}/clv_customers,0)`, share(sums.customers, figures.customers)),
    formula(`=ROUND(${sumOf("clv_customer_revenue")},clv_decimals)`, sums.revenue),
    formula(`=IF(clv_revenue<>0,${at(2)}/clv_revenue,0)`, share(sums.revenue, figures.revenue)),
    formula(
      `=IF(${at(0)}>0,${sumOf("clv_customer_clv_profit")}/${at(0)},0)`,
      share(sums.clv, sums.customers),
    ),
    formula(`=${sumOf("clv_customer_future_profit")}`, sums.future),
    formula(`=IF(clv_equity<>0,${at(5)}/clv_equity,0)`, share(sums.future, figures.equity)),
  ];
}

function totalLine(context: Context, body: Area): PlanCell[] {
  const { figures, words } = context;
  const sums = sumsOf(context, () => true);
  const down = (offset: number): string => {
    const column = FIGURES_COLUMN + offset;
    return `=SUM(${cellAddress(body.row, column)}:${cellAddress(body.row + body.rows - 1, column)})`;
  };
  return [
    words.groups.total,
    ...Array<PlanCell>(FIGURES_COLUMN - 1).fill(""),
    formula(down(0), sums.customers),
    formula(down(1), sums.customers === 0 ? 0 : 1),
    formula(down(2), sums.revenue),
    formula(down(3), figures.revenue === 0 ? 0 : 1),
    formula(
      "=IF(clv_customers>0,SUM(clv_customer_clv_profit)/clv_customers,0)",
      share(sums.clv, sums.customers),
    ),
    formula(down(5), sums.future),
    formula(down(6), figures.equity === 0 ? 0 : 1),
    "",
  ];
}

function addCharts(draft: SheetDraft, context: Context, segments: Area): void {
  const { segments: words, groups } = context.words;
  draft.charts.push(whaleChart(context, whaleOnSegments, areaOf(WHALE_ROW, 5, 23, 5)));
  draft.charts.push({
    name: "clv_chart_segments",
    title: words.valueTitle,
    altText: words.valueAlt,
    kind: "bar",
    categories: areaOf(segments.row, 1, segments.rows, 1),
    series: [
      {
        name: groups.future,
        values: areaOf(segments.row, FIGURES_COLUMN + 5, segments.rows, 1),
        colour: DARK,
      },
    ],
    place: areaOf(WHALE_ROW, 10, 23, 6),
    categoryTitle: words.name,
    valueTitle: withCurrency(context, groups.future),
    valueFormat: context.formats.moneyAxis,
  });
}

/** The segments hold every customer once. */
export function segmentChecks({ words, figures }: Context): Check[] {
  return [
    {
      label: words.segments.checkCustomers,
      expected: "clv_customers",
      actual: "SUM(clv_segment_customers)",
      value: figures.customers,
      isMoney: false,
    },
    {
      label: words.segments.checkRevenue,
      expected: "clv_revenue",
      actual: "ROUND(SUM(clv_segment_revenue),clv_decimals)",
      value: figures.revenue,
      isMoney: true,
    },
  ];
}
