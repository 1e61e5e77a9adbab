import { cellAddress } from "../layout/cellAddress";
import type { Context } from "../context";
import type { CustomerColumn } from "../customers/customersSheet";
import { formulaText } from "../layout/figureLines";
import { inputNumber } from "../board/keyFigures";
import { atRiskAfter, largestOffer, largestOfferFormula } from "./largestOffer";
import { parameter } from "../inputs/parameterCell";
import type { PlanCell } from "../plan";
import { areaOf, formula, type SheetDraft } from "../layout/sheetDraft";

/** The customers in the list, at most. */
const LONGEST_LIST = 25;

/** Customer, number, days, profit to come, offer. */
const COLUMNS = 5;

/** The largest offer to each customer, in whole cents: so it is found again, whatever calculates; 0 to those who are not at risk, or for whom none pays. */
function customerOffers(context: Context): number[] {
  const { base, values, request } = context;
  const asOf = inputNumber(request.inputs, "asOf");
  const atRisk = parameter(context, atRiskAfter(context));
  const scale = 10 ** inputNumber(request.inputs, "decimals");
  return Array.from({ length: base.length }, (_, c) =>
    base.active[c] === 1 && asOf - (base.last[c] ?? 0) > atRisk
      ? Math.round(largestOffer(context, values.futureProfit[c] ?? 0) * scale) / scale
      : 0,
  );
}

/** What a retention offer to the customer may cost. */
export const offerColumn = (context: Context): CustomerColumn => ({
  key: "offer",
  header: context.words.planning.largestOffer,
  width: 14,
  format: { style: "formula", numberFormat: context.formats.money },
  values: customerOffers(context),
  formula: (cell) =>
    `IF(AND(${cell("active")}=1,${cell("recency")}>clv_at_risk_after),ROUND(${largestOfferFormula(cell("futureProfit"))},clv_decimals),0)`,
});

/** Who is worth an offer, the most valuable first, as formulas over the customers; equal ones in their order. */
export function putCustomerOffers(draft: SheetDraft, context: Context, row: number): void {
  const { words, formats } = context;
  const head = words.planning;
  const offers = customerOffers(context);
  const worth = Array.from(offers.keys())
    .filter((c) => (offers[c] ?? 0) > 0)
    .sort((a, b) => (offers[b] ?? 0) - (offers[a] ?? 0) || a - b);
  draft.put(row, 0, [[head.listHeading, ...Array<string>(COLUMNS - 1).fill("")]], { style: "heading" });
  draft.put(row + 1, 0, [[head.customer, words.customers.number, head.days, head.future, head.offer]], {
    style: "tableHeader",
    wrap: true,
  });
  draft.format(areaOf(row + 1, 1, 1, COLUMNS - 1), { align: "end", wrap: true });
  const first = row + 2;
  const count = Math.min(LONGEST_LIST, offers.length);
  const lines = Array.from({ length: count }, (_, place) =>
    offerLine(context, { customer: worth[place], offers, isEmpty: worth.length === 0 }, first, place),
  );
  draft.put(first, 0, lines);
  draft.put(first + count, 0, totals(context, offers, worth, areaOf(first, 0, count, COLUMNS)));
  draft.format(areaOf(first, 0, count, 1), { style: "crossLink" });
  draft.format(areaOf(first, 1, count, 1), { style: "formula", numberFormat: formats.number });
  draft.format(areaOf(first, 2, count, 1), { style: "crossLink", numberFormat: formats.count });
  draft.format(areaOf(first, 3, count, 2), { style: "crossLink", numberFormat: formats.money });
  draft.format(areaOf(first + count, 0, 2, COLUMNS), { style: "total" });
  draft.format(areaOf(first + count, 1, 2, 1), { style: "total", numberFormat: formats.count });
  draft.format(areaOf(first + count, 3, 2, 2), { style: "total", numberFormat: formats.money });
  const counted = areaOf(first + count + 1, 1, 1, 1);
  context.names.add("clv_offers", draft.key, counted, head.allWorth);
}

interface Listed {
  /** The customer on this line; undefined beyond the last. */
  readonly customer: number | undefined;
  readonly offers: readonly number[];
  readonly isEmpty: boolean;
}

function offerLine(
  { request, values, base, words }: Context,
  { customer, offers, isEmpty }: Listed,
  first: number,
  place: number,
): PlanCell[] {
  const at = (column: number, line = place): string => cellAddress(first + line, column);
  const [number, offer] = [at(1), at(4)];
  // Counted from the heading to the line above: a range with the cell itself in it is a circle to the workbench's grid.
  const line = `ROWS(${at(4, -1).replace(/(\d+)/, "$$$1")}:${at(4, place - 1)})`;
  const of = <T>(value: (c: number) => T): T | string => (customer === undefined ? "" : value(customer));
  const found = `MATCH(${offer},clv_customer_offer,0)`;
  const before = at(1, place - 1);
  // The next one with an offer as large as the line before is looked for below that one.
  const next = `${before}+MATCH(${offer},INDEX(clv_customer_offer,${before}+1):INDEX(clv_customer_offer,ROWS(clv_customer_offer)),0)`;
  const position = place === 0 ? found : `IF(${offer}=${at(4, place - 1)},${next},${found})`;
  const link = (name: string, none = '""'): string => `=IF(${number}="",${none},INDEX(${name},${number}))`;
  return [
    formula(
      link("clv_customer_id", place === 0 ? formulaText(words.orders.none) : undefined),
      isEmpty && place === 0 ? words.orders.none : of((c) => request.orders.customerIds[c] ?? ""),
    ),
    formula(
      `=IF(${offer}="","",${position})`,
      of((c) => c + 1),
    ),
    formula(
      link("clv_customer_recency"),
      of((c) => inputNumber(request.inputs, "asOf") - (base.last[c] ?? 0)),
    ),
    formula(
      link("clv_customer_future_profit"),
      of((c) => values.futureProfit[c] ?? 0),
    ),
    formula(
      `=IF(${line}>clv_offers,"",LARGE(clv_customer_offer,${line}))`,
      of((c) => offers[c] ?? 0),
    ),
  ];
}

/** How many are listed and how many there are, with what they bring and what they may cost. */
function totals(
  { words, values }: Context,
  offers: readonly number[],
  worth: readonly number[],
  { row, rows }: { readonly row: number; readonly rows: number },
): PlanCell[][] {
  const head = words.planning;
  const down = (column: number): string =>
    `${cellAddress(row, column)}:${cellAddress(row + rows - 1, column)}`;
  const sum = (customers: readonly number[], of: ArrayLike<number>): number =>
    customers.reduce((total, c) => total + (of[c] ?? 0), 0);
  const listed = worth.slice(0, rows);
  return [
    [
      head.listed,
      formula(`=COUNT(${down(1)})`, listed.length),
      "",
      formula(`=SUM(${down(3)})`, sum(listed, values.futureProfit)),
      formula(`=SUM(${down(4)})`, sum(listed, offers)),
    ],
    [
      head.allWorth,
      formula('=COUNTIF(clv_customer_offer,">0")', worth.length),
      "",
      formula('=SUMIFS(clv_customer_future_profit,clv_customer_offer,">0")', sum(worth, values.futureProfit)),
      formula("=SUM(clv_customer_offer)", sum(worth, offers)),
    ],
  ];
}
