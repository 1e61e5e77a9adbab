import { SEGMENTS } from "../../measures/rfm";
import type { Context } from "../context";
import { parameter, type ParameterSpec } from "../inputs/parameterCell";
import type { SegmentRules } from "./segmentFigures";
import { numberInForce, type SheetInput } from "../inputs/sheetInputs";

/** Scores, and so limits, go from 1 to this at most. */
const MOST_SCORES = 10;

/** Scores run from 1 (low) to this. */
export const SCORES: ParameterSpec = {
  name: "clv_scores",
  rule: { kind: "whole", min: 2, max: MOST_SCORES },
  value: 5,
};

export const LIMIT_RULE = { kind: "whole", min: 1, max: MOST_SCORES } as const;

/** The workbook names of the columns of limits. */
export const LIMIT_NAMES = [
  "clv_segment_recency_low",
  "clv_segment_recency_high",
  "clv_segment_frequency_low",
  "clv_segment_frequency_high",
  "clv_segment_money_low",
  "clv_segment_money_high",
] as const;

/** The workbook names of all columns that may be typed in, side by side on the sheet. */
export const SEGMENT_CELLS = ["clv_segment_names", ...LIMIT_NAMES] as const;

/** One cell of the table of segments: its row is told by the segment's own name, whatever it is called on the sheet. */
export const segmentCell = (
  name: SheetInput["name"],
  place: number,
): Required<Pick<SheetInput, "name" | "row">> => ({
  name,
  row: { key: SEGMENTS[place]?.name ?? "", place },
});

/** Lowest and highest score of recency, frequency and spending per segment, in the order of reading, as they come. */
export const SEGMENT_LIMITS: readonly (readonly number[])[] = SEGMENTS.map(({ limits }) =>
  limits.map((limit, side) => limit ?? (side % 2 === 0 ? 1 : SCORES.value)),
);

/** The scores and limits in force. */
export const segmentRules = (context: Pick<Context, "request">): SegmentRules => ({
  scores: parameter(context, SCORES),
  limits: SEGMENT_LIMITS.map((limits, place) =>
    LIMIT_NAMES.map((name, side) =>
      numberInForce(context, { ...segmentCell(name, place), rule: LIMIT_RULE }, limits[side] ?? 1),
    ),
  ),
});
