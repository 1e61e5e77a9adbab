import { cellAddress } from "./cellAddress";
import { maximumOffer, retainOverReplace } from "../measures/service";
import type { Context } from "./context";
import { formulaText } from "./figureLines";
import { moneyUnit } from "./figuresBlock";
import { inputNumber } from "./keyFigures";
import { MOST_MONEY } from "./inputs";
import { parameter, putParameters, type ParameterSpec } from "./parameterCell";
import type { PlanCell } from "./plan";
import { segmentName } from "./segmentColumns";
import { SEGMENT_LIMITS } from "./segmentInputs";
import { areaOf, formula, type SheetDraft } from "./sheetDraft";

/** Placeholders for the user's own experience with offers. */
const SAVE_RATE: ParameterSpec = {
  name: "clv_save_rate",
  rule: { kind: "decimal", min: 0.001, max: 1 },
  value: 0.4,
};
const BASE_RATE: ParameterSpec = {
  name: "clv_base_save_rate",
  rule: { kind: "decimal", min: 0, max: 1 },
  value: 0.2,
};
const CONTACT_COST: ParameterSpec = {
  name: "clv_contact_cost",
  rule: { kind: "decimal", min: 0, max: MOST_MONEY },
  value: 0,
};

/** Half of the days after which a customer counts as lost. */
const atRiskSpec = ({ request }: Context): ParameterSpec => ({
  name: "clv_at_risk_after",
  rule: { kind: "whole", min: 1, max: 3650 },
  value: Math.max(1, Math.round(inputNumber(request.inputs, "lostAfter") / 2)),
});

/** The customers worth an offer, at most. */
const LONGEST_LIST = 25;

const HEADERS = 7;

/** What a retention offer may cost: by value group, by segment where they are shown, and for those most at risk. */
export function putOffers(draft: SheetDraft, context: Context, row: number): void {
  const { words, formats } = context;
  const head = words.planning;
  const atRiskAfter = atRiskSpec(context);
  const atRisk = parameter(context, atRiskAfter);
  draft.put(row, 0, [[head.offerHeading, ...Array<string>(HEADERS).fill("")]], { style: "heading" });
  const rate = {
    numberFormat: formats.inputPercent,
    unit: words.units.ofOffered,
    origin: "default",
  } as const;
  const after = putParameters(
    draft,
    context,
    [
      { ...SAVE_RATE, ...rate, label: head.saveRate },
      { ...BASE_RATE, ...rate, label: head.baseRate },
      {
        ...CONTACT_COST,
        label: head.contactCost,
        numberFormat: formats.inputMoney,
        unit: moneyUnit(context, "money"),
        origin: "default",
      },
      {
        ...atRiskAfter,
        label: head.atRiskDays,
        numberFormat: formats.inputCount,
        unit: words.units.days,
        origin: "default",
      },
    ],
    row + 1,
  );
  let next = putOfferTable(draft, context, after + 1, valueGroups(context), atRisk);
  if (context.wants("segments")) next = putOfferTable(draft, context, next + 1, segments(context), atRisk);
  putCustomerOffers(draft, context, next + 1, atRisk);
}

/** Keeping a customer who stays when offered s₁, and would have stayed anyway s₀ (CLV.MAXOFFER). */
const offerFor = (context: Context, value: number): number => {
  const given = (spec: ParameterSpec): number => parameter(context, spec);
  const offer = maximumOffer(value, given(SAVE_RATE), given(BASE_RATE), given(CONTACT_COST));
  return typeof offer === "number" ? Math.max(0, offer) : 0;
};

const offerFormula = (value: string): string =>
  `MAX(0,((clv_save_rate-clv_base_save_rate)*${value}-clv_contact_cost)/clv_save_rate)`;

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
  const lines = Array.from({ length: parts }, (_, index): PlanCell[] => {
    const at = (column: number): string => cellAddress(first + index, column);
    const { label, part } = division.line(first + index, first);
    const sums = partSums(context, division.partOf, index + 1, atRisk);
    const mean = sums.active === 0 ? 0 : sums.future / sums.active;
    const gain = retainOverReplace(
      mean,
      offerFor(context, mean),
      figures.discountedBeforeAcquisition,
      inputNumber(request.inputs, "acquisitionCost"),
    );
    const retain = typeof gain === "number" && gain >= 0;
    return [
      label,
      formula(`=SUMIFS(clv_customer_active,${cells},${part})`, sums.active),
      formula(
        `=COUNTIFS(${cells},${part},clv_customer_active,1,clv_customer_recency,">"&clv_at_risk_after)`,
        sums.atRisk,
      ),
      formula(`=IF(${at(1)}>0,SUMIFS(clv_customer_future_profit,${cells},${part})/${at(1)},0)`, mean),
      formula(`=${offerFormula(at(3))}`, offerFor(context, mean)),
      formula("=clv_discounted", newValue),
      formula(
        `=IF(${at(1)}=0,"",IF(${at(3)}-${at(4)}>=${at(5)},${formulaText(head.retain)},${formulaText(head.replace)}))`,
        sums.active === 0 ? "" : retain ? head.retain : head.replace,
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

/** The list is of the day it was made; its figures follow the customers. */
function putCustomerOffers(draft: SheetDraft, context: Context, row: number, atRisk: number): void {
  const { words, formats, base, values, request } = context;
  const head = words.planning;
  const asOf = inputNumber(request.inputs, "asOf");
  const recency = (c: number): number => asOf - (base.last[c] ?? 0);
  const future = (c: number): number => values.futureProfit[c] ?? 0;
  const worth = Array.from({ length: base.length }, (_, c) => c)
    .filter((c) => base.active[c] === 1 && recency(c) > atRisk && future(c) > 0)
    .sort((a, b) => future(b) - future(a) || a - b)
    .slice(0, LONGEST_LIST);
  draft.put(row, 0, [[head.listHeading, "", "", "", ""]], { style: "heading" });
  draft.put(row + 1, 0, [[head.customer, words.customers.number, head.days, head.future, head.offer]], {
    style: "tableHeader",
    wrap: true,
  });
  draft.format(areaOf(row + 1, 1, 1, 4), { align: "end", wrap: true });
  const first = row + 2;
  if (worth.length === 0) {
    draft.put(first, 0, [[words.orders.none]], { style: "note" });
    return;
  }
  draft.put(
    first,
    0,
    worth.map((c, index): PlanCell[] => {
      const at = (column: number): string => cellAddress(first + index, column);
      return [
        formula(`=INDEX(clv_customer_id,${at(1)})`, request.orders.customerIds[c] ?? ""),
        c + 1,
        formula(`=INDEX(clv_customer_recency,${at(1)})`, recency(c)),
        formula(`=INDEX(clv_customer_future_profit,${at(1)})`, future(c)),
        formula(`=${offerFormula(at(3))}`, offerFor(context, future(c))),
      ];
    }),
  );
  draft.format(areaOf(first, 0, worth.length, 1), { style: "crossLink" });
  draft.format(areaOf(first, 1, worth.length, 1), { style: "modelValue", numberFormat: formats.number });
  draft.format(areaOf(first, 2, worth.length, 1), { style: "crossLink", numberFormat: formats.count });
  draft.format(areaOf(first, 3, worth.length, 1), { style: "crossLink", numberFormat: formats.money });
  draft.format(areaOf(first, 4, worth.length, 1), { style: "formula", numberFormat: formats.money });
}
