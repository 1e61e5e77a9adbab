import { absoluteAddress, cellAddress, columnLetters } from "../layout/cellAddress";
import { DARK, LIGHT } from "../layout/chartColours";
import type { Context } from "../context";
import { withCurrency } from "../board/figuresBlock";
import { inputNumber } from "../board/keyFigures";
import type { Area, PlanCell } from "../plan";
import { areaOf, formula, type SheetDraft } from "../layout/sheetDraft";

/** A lever, and what the value changes by when it is a step less or more. */
export interface Move {
  readonly label: string;
  readonly less: number;
  readonly more: number;
}

/** A lever's place in the tornado: the first is the one that moves most. */
export interface Bar extends Move {
  readonly index: number;
  /** To the digits of money: what looks alike is alike. */
  readonly span: number;
  readonly place: number;
}

/** The levers in their own order, each with its place. */
export function barsOf({ request }: Context, moves: readonly Move[]): Bar[] {
  const scale = 10 ** inputNumber(request.inputs, "decimals");
  const bars = moves.map((move, index) => ({
    ...move,
    index,
    span: Math.round(Math.abs(move.more - move.less) * scale) / scale,
  }));
  const sorted = [...bars].sort((a, b) => b.span - a.span || a.index - b.index);
  return bars.map((bar) => ({ ...bar, place: sorted.indexOf(bar) + 1 }));
}

/** Where the places of the bars stand: beside the printed page, a row above the first bar for their headings. */
interface PlacesAt {
  readonly first: number;
  readonly column: number;
}

/** The rows of the bars begin two below that of the heading. */
export const firstBarBelow = (row: number): number => row + 2;

/** Levers in the order of what they move, each with its change down and up, and a chart; gives the area of all. */
export function putTornado(
  draft: SheetDraft,
  context: Context,
  bars: readonly Bar[],
  row: number,
  { first, column: placesColumn }: PlacesAt,
): Area {
  const words = context.words.sensitivity;
  const count = bars.length;
  draft.put(row, 0, [[words.tornadoHeading, "", ""]], { style: "heading" });
  draft.put(row + 1, 0, [[words.lever, words.less, words.more]], { style: "tableHeader", wrap: true });
  draft.format(areaOf(row + 1, 1, 1, 2), { align: "end", wrap: true });
  const down = (column: number): string => absoluteAddress(areaOf(first, placesColumn + column, count, 1));
  const anchor = columnLetters(placesColumn);
  const ranked = [...bars].sort((a, b) => a.place - b.place);
  draft.put(
    first,
    0,
    ranked.map(({ label, less, more }, line) => {
      const at = `MATCH(ROWS(${anchor}$${first + 1}:${anchor}${first + 1 + line}),${down(4)},0)`;
      return [
        formula(`=INDEX(${down(0)},${at})`, label),
        formula(`=INDEX(${down(1)},${at})`, less),
        formula(`=INDEX(${down(2)},${at})`, more),
      ];
    }),
  );
  draft.format(areaOf(first, 0, count, 1), { style: "label" });
  draft.format(areaOf(first, 1, count, 2), { style: "formula", numberFormat: context.formats.money });
  const column = (offset: number): Area => areaOf(first, offset, count, 1);
  draft.charts.push({
    name: "clv_chart_tornado",
    title: words.tornadoTitle,
    altText: words.tornadoAlt,
    kind: "stackedBar",
    categories: column(0),
    series: [
      { name: words.less, values: column(1), colour: LIGHT },
      { name: words.more, values: column(2), colour: DARK },
    ],
    place: areaOf(row, 4, 16, 8),
    valueTitle: withCurrency(context, words.change),
    valueFormat: context.formats.moneyAxis,
  });
  return areaOf(first, 0, Math.max(count, 15), 3);
}

/** How wide each lever's bar is, and its place among them. `changeOf`: the cell of a lever's change. */
export function putPlaces(
  draft: SheetDraft,
  context: Context,
  bars: readonly Bar[],
  { first, column }: PlacesAt,
  changeOf: (lever: number, step: "less" | "more") => string,
): void {
  const words = context.words.sensitivity;
  const count = bars.length;
  draft.put(first - 1, column, [[words.lever, words.less, words.more, words.span, words.place]], {
    style: "tableHeader",
    wrap: true,
  });
  draft.format(areaOf(first - 1, column + 1, 1, 4), { align: "end", wrap: true });
  const spans = absoluteAddress(areaOf(first, column + 3, count, 1));
  const lines = bars.map(({ label, index, less, more, span, place }): PlanCell[] => {
    const at = (offset: number): string => cellAddress(first + index, column + offset);
    const start = cellAddress(first, column + 3).replace(/(\d+)/, "$$$1");
    return [
      label,
      formula(`=${changeOf(index, "less")}`, less),
      formula(`=${changeOf(index, "more")}`, more),
      formula(`=ROUND(ABS(${at(2)}-${at(1)}),clv_decimals)`, span),
      // Equal ones in their own order: as many of this width as stand above.
      formula(`=RANK(${at(3)},${spans})+COUNTIF(${start}:${at(3)},${at(3)})-1`, place),
    ];
  });
  draft.put(first, column, lines);
  draft.format(areaOf(first, column, count, 1), { style: "label" });
  draft.format(areaOf(first, column + 1, count, 3), {
    style: "formula",
    numberFormat: context.formats.money,
  });
  draft.format(areaOf(first, column + 4, count, 1), {
    style: "formula",
    numberFormat: context.formats.number,
  });
}
