import { widthForWords } from "../layout/columnWidth";
import type { Context } from "../context";
import type { CustomerColumn } from "../customers/customersSheet";
import type { Scalar } from "../plan";
import { segmentCell } from "./segmentInputs";
import { inForce, valueIn } from "../inputs/sheetInputs";

/** A segment's name as it is called on the sheet; empty for those in none. */
export function segmentName(context: Context, number: number): Scalar {
  const own = context.words.segments.names[number - 1];
  return own === undefined
    ? ""
    : valueIn(inForce(context, segmentCell("clv_segment_names", number - 1), own));
}

/** Scores and segment of each customer: RANK shares the lowest rank among equals, as CLV.RFM.SCORE does. */
export function segmentColumns(context: Context): CustomerColumn[] {
  const { words, formats } = context;
  const figures = context.segments();
  const format = { style: "formula", numberFormat: formats.number } as const;
  const score = (of: string, range: string) => (cell: (key: string) => string) =>
    `INT(clv_scores*(RANK(${cell(of)},${range},1)-1)/ROWS(${range}))+1`;
  const within = (cell: string, measure: string): string =>
    `(${cell}>=clv_segment_${measure}_low)*(${cell}<=clv_segment_${measure}_high)`;
  return [
    {
      key: "recencyScore",
      header: words.segments.recencyScore,
      width: 9,
      format,
      values: figures.recencyScore,
      fromOrders: true,
      formula: score("last", "clv_customer_last"),
    },
    {
      key: "frequencyScore",
      header: words.segments.frequencyScore,
      width: 10,
      format,
      values: figures.frequencyScore,
      fromOrders: true,
      formula: score("orders", "clv_customer_orders"),
    },
    {
      key: "moneyScore",
      header: words.segments.moneyScore,
      width: 9,
      format,
      values: figures.moneyScore,
      fromOrders: true,
      formula: score("revenue", "clv_customer_revenue"),
    },
    {
      key: "segment",
      header: words.segments.segment,
      width: 9,
      format,
      values: figures.segment,
      // The first line that fits has the largest weight of those that fit; SUMPRODUCT makes it an array formula.
      formula: (cell) =>
        `ROWS(clv_segment_weights)+1-SUMPRODUCT(MAX(${within(cell("recencyScore"), "recency")}*${within(cell("frequencyScore"), "frequency")}*${within(cell("moneyScore"), "money")}*clv_segment_weights))`,
    },
    {
      key: "segmentName",
      header: words.segments.segmentName,
      width: widthForWords(words.segments.names),
      format: { style: "formula" },
      values: figures.segment.map((number) => String(segmentName(context, number))),
      // Limits that somebody typed may leave a customer without a segment.
      formula: (cell) =>
        `IF(${cell("segment")}>ROWS(clv_segment_names),"",INDEX(clv_segment_names,MIN(${cell("segment")},ROWS(clv_segment_names))))`,
    },
  ];
}
