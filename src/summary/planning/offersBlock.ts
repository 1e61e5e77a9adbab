import { cellAddress } from "../layout/cellAddress";
import { retainOverReplace } from "../../measures/service";
import type { Context } from "../context";
import { putCustomerOffers } from "./customerOffers";
import { formulaText } from "../layout/figureLines";
import { moneyUnit } from "../board/figuresBlock";
import { holdsOffers } from "../checks/heldValues";
import { inputNumber } from "../board/keyFigures";
import {
  atRiskAfter,
  atRiskDefault,
  BASE_RATE,
  CONTACT_COST,
  largestOffer,
  largestOfferFormula,
  SAVE_RATE,
} from "./largestOffer";
import { parameter, putParameters } from "../inputs/parameterCell";
import type { PlanCell } from "../plan";
import { segmentName } from "../segments/segmentColumns";
import { SEGMENT_LIMITS } from "../segments/segmentInputs";
import { areaOf, formula, type SheetDraft } from "../layout/sheetDraft";

const HEADERS = 7;

/** What a retention offer may cost: by value group, by segment where they are shown, and for those most at risk. */
export function putOffers(draft: SheetDraft, context: Context, row: number): void {
  const { words, formats } = context;
  const head = words.planning;
  const atRisk = parameter(context, atRiskAfter(context));
  draft.put(row, 0, [[head.offerHeading, ...Array<string>(HEADERS).fill("")]], { style: "heading" });
  const own = { origin: "default", isHeld: holdsOffers(context) } as const;
  const rate = { ...own, numberFormat: formats.inputPercent, unit: words.units.ofOffered };
  const after = putParameters(
    draft,
    context,
    [
      { ...SAVE_RATE, ...rate, label: head.saveRate },
      { ...BASE_RATE, ...rate, label: head.baseRate },
      {
        ...CONTACT_COST,
        ...own,
        label: head.contactCost,
        numberFormat: formats.inputMoney,
        unit: moneyUnit(context, "money"),
      },
      {
        ...atRiskAfter(context),
        ...own,
        value: atRiskDefault(context),
        label: head.atRiskDays,
        numberFormat: formats.inputCount,
        unit: words.units.days,
      },
    ],
    row + 1,
  );
  let next = putOfferTable(draft, context, after + 1, valueGroups(context), atRisk);
  if (context.wants("segments")) next = putOfferTable(draft, context, next + 1, segments(context), atRisk);
  putCustomerOffers(draft, context, next + 1);
}

/** A way of dividing the customers into numbered parts. */
interface Division {
  readonly heading: string;
  readonly parts: number;
  /** Each customer's part, counted from 1. */
  readonly partOf: ArrayLike<number>;
  /** The name of the cells that hold them. */
  readonly cells: string;
  readonly numberFormat?: string;
  /** What stands in front of a line, and how a formula gets the number of its part. */
  readonly line: (row: number, first: number) => { readonly label: PlanCell; readonly part: string };
}

function valueGroups(context: Context): Division {
  return {
    heading: context.words.groups.number,
    parts: inputNumber(context.request.inputs, "groups"),
    partOf: context.base.group,
    cells: "clv_customer_group",
    numberFormat: groupFormat(context),
    line: (row, first) => ({ label: row - first + 1, part: cellAddress(row, 0) }),
  };
}

function segments(context: Context): Division {
  return {
    heading: context.words.segments.segmentName,
    parts: SEGMENT_LIMITS.length,
    partOf: context.segments().segment,
    cells: "clv_customer_segment",
    line: (row, first) => {
      const part = `ROWS(A$${first + 1}:A${row + 1})`;
      const name = segmentName(context, row - first + 1);
      return { label: formula(`=INDEX(clv_segment_names,${part})`, name), part };
    },
  };
}

function putOfferTable(
  draft: SheetDraft,
  context: Context,
  row: number,
  division: Division,
  atRisk: number,
): number {
  const { words, formats, request, figures } = context;
  const head = words.planning;
  const { parts, cells } = division;
  const header = [
    division.heading,
    head.active,
    head.atRisk,
    head.meanFuture,
    head.largestOffer,
    head.newValue,
    head.verdict,
  ];
  draft.put(row, 0, [header], { style: "tableHeader", wrap: true });
  draft.format(areaOf(row, 1, 1, header.length - 1), { align: "end", wrap: true });
  const first = row + 1;
  const newValue = figures.discounted;
  const acquisitionCost = inputNumber(request.inputs, "acquisitionCost");
  const { noCost } = words.summary;
  const lines = Array.from({ length: parts }, (_, index): PlanCell[] => {
    const at = (column: number): string => cellAddress(first + index, column);
    const { label, part } = division.line(first + index, first);
    const sums = partSums(context, division.partOf, index + 1, atRisk);
    const mean = sums.active === 0 ? 0 : sums.future / sums.active;
    const gain = retainOverReplace(
      mean,
      largestOffer(context, mean),
      figures.discountedBeforeAcquisition,
      acquisitionCost,
    );
    const verdict = typeof gain === "number" && gain >= 0 ? head.retain : head.replace;
    return [
      label,
      formula(`=SUMIFS(clv_customer_active,${cells},${part})`, sums.active),
      formula(
        `=COUNTIFS(${cells},${part},clv_customer_active,1,clv_customer_recency,">"&clv_at_risk_after)`,
        sums.atRisk,
      ),
      formula(`=IF(${at(1)}>0,SUMIFS(clv_customer_future_profit,${cells},${part})/${at(1)},0)`, mean),
      formula(`=${largestOfferFormula(at(3))}`, largestOffer(context, mean)),
      formula("=clv_discounted", newValue),
      formula(
        // New customers who cost nothing would always win.
        `=IF(${at(1)}=0,"",IF(clv_acquisition_cost>0,IF(${at(3)}-${at(4)}>=${at(5)},${formulaText(head.retain)},${formulaText(head.replace)}),${formulaText(noCost)}))`,
        sums.active === 0 ? "" : acquisitionCost > 0 ? verdict : noCost,
      ),
    ];
  });
  draft.put(first, 0, lines);
  const { numberFormat } = division;
  draft.format(areaOf(first, 0, parts, 1), { style: "label", numberFormat, align: "start" });
  draft.format(areaOf(first, 1, parts, 2), { style: "formula", numberFormat: formats.count });
  draft.format(areaOf(first, 3, parts, 3), { style: "formula", numberFormat: formats.money });
  draft.format(areaOf(first, 6, parts, 1), { style: "formula", align: "end" });
  return first + parts;
}

/** A number shown with a word: `Group 1`. */
const groupFormat = ({ words, fill }: Context): string => {
  const [before = "", after = ""] = fill(words.groups.format, {}).split("{n}");
  return `"${before}"0"${after}"`;
};

function partSums(
  { base, values, request }: Context,
  partOf: ArrayLike<number>,
  part: number,
  atRisk: number,
) {
  const asOf = inputNumber(request.inputs, "asOf");
  const sums = { active: 0, atRisk: 0, future: 0 };
  for (let c = 0; c < base.length; c++) {
    if (partOf[c] !== part) continue;
    sums.active += base.active[c] ?? 0;
    if (base.active[c] === 1 && asOf - (base.last[c] ?? 0) > atRisk) sums.atRisk += 1;
    sums.future += values.futureProfit[c] ?? 0;
  }
  return sums;
}
