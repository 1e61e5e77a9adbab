import { rateWords } from "../../locales/rateWords";
import type { Conversion } from "../../orders/orderTable";
import type { Column } from "../layout/columnTable";
import type { Context } from "../context";
import { asMade, putInputHeadings, putInputLine, type InputPlaces } from "./inputLine";
import { CENT_DIGITS } from "../../orders/cellValues/exactMoney";
import { SOURCE_FORM } from "../../orders/orderTable";
import { formulaText } from "../layout/figureLines";
import { nameAsMade } from "../checks/heldValues";
import type { PlanCell } from "../plan";
import { RATE_DIGITS, RATE_RANGE, rateName } from "./exchangeRates";
import { putParameter, type Parameter, type ParameterSpec } from "./parameterCell";
import { keepInput, valueIn } from "./sheetInputs";
import { formula, type SheetDraft } from "../layout/sheetDraft";

/** Digits after the point to which what is converted is rounded. */
const DIGITS: ParameterSpec = {
  name: RATE_DIGITS,
  rule: { kind: "whole", min: 0, max: CENT_DIGITS },
  value: CENT_DIGITS,
};
const RATE_RULE = { kind: "decimal", min: RATE_RANGE[0], max: RATE_RANGE[1] } as const;
/** Amounts in several currencies stand below one another: no sign fits all. */
export const PLAIN_MONEY = '#,##0.00_);(#,##0.00);"–"_)';
export const RATE_FORMAT = "0.000000_)";

interface Rate {
  readonly currency: string;
  readonly rate: number;
  readonly origin: string;
  readonly name: `clv_${string}`;
}

/** The rates in use: all but that of the summary's own currency, which is 1. */
function ratesOf({ currencies, rates, origins }: Conversion): readonly Rate[] {
  return currencies.flatMap((currency, place) => {
    const rate = rates[place] ?? 1;
    return rate === 1 ? [] : [{ currency, rate, origin: origins[place] ?? "", name: rateName(currency) }];
  });
}

/** Puts the rates as inputs, where there are any, a row below what ends before `after`; gives the row after the last. */
export function putRates(draft: SheetDraft, context: Context, after: number, places: InputPlaces): number {
  const { request, words, formats } = context;
  const { conversion } = request.orders;
  if (conversion === undefined) return after;
  const row = after + 1;
  const own = rateWords(request.locale);
  const { into } = conversion;
  const list = ratesOf(conversion);
  draft.put(row, places.label, [[own.heading]], { style: "heading" });
  putInputHeadings(draft, context, row + 1, places);
  const first = row + 2;
  list.forEach(({ currency, rate, origin, name }, index) => {
    const label = context.fill(own.rate, { from: currency, into });
    const input = { name, label, rule: RATE_RULE };
    const { value: kept } = keepInput(
      draft,
      context,
      input,
      { row: first + index, column: places.value },
      rate,
    );
    // What was typed is among the rates by now; a formula goes on as such.
    const value = valueIn(kept) === rate ? kept : rate;
    const made = putInputLine(draft, context, first + index, places, {
      ...input,
      value,
      numberFormat: RATE_FORMAT,
      unit: into,
      origin: originOf(context, { origin, name }),
      explain: context.fill(own.rateExplain, { from: currency, into }),
    });
    nameAsMade(draft, context, name, made, label);
  });
  const digitsRow = first + list.length;
  const digits: Parameter = {
    ...DIGITS,
    label: own.digits,
    numberFormat: formats.inputCount,
    unit: words.units.digits,
    origin: "convention",
    explain: own.digitsExplain,
  };
  putParameter(draft, context, digits, digitsRow, places);
  return digitsRow + 1;
}

/** Where a rate is from: as its source was given, else typed on the sheet, else nobody said. */
function originOf({ request, words }: Context, { origin, name }: Pick<Rate, "origin" | "name">): string {
  if (origin !== "") return origin;
  return request.typed?.[name] === undefined ? rateWords(request.locale).noOrigin : words.origins.typed;
}

/** An order's amount as a formula over its amount in its own currency; undefined where it was not converted. */
export function convertedAmount(context: Context, index: number, ownCell: string): PlanCell | undefined {
  const { conversion, amount } = context.request.orders;
  if (conversion === undefined) return undefined;
  const place = conversion.currency[index] ?? 0;
  if ((conversion.rates[place] ?? 1) === 1) return undefined;
  const name = rateName(conversion.currencies[place] ?? "");
  return formula(`=ROUND(${ownCell}*${name},${RATE_DIGITS})`, amount[index] ?? 0);
}

/** Per order: its currency and its amount in it. */
export function conversionOrderColumns(context: Context): Column[] {
  const { orders, locale } = context.request;
  const { conversion } = orders;
  if (conversion === undefined) return [];
  const own = rateWords(locale);
  const { source } = context;
  const inSource = (index: number): boolean =>
    ((orders.form?.[index] ?? 0) & SOURCE_FORM.amountIsNumber) !== 0;
  return [
    {
      header: own.rowCurrency,
      width: 9,
      format: { style: "label" },
      name: "clv_order_currency",
      cell: (i) => conversion.currencies[conversion.currency[i] ?? 0] ?? "",
    },
    {
      header: own.ownAmount,
      width: 14,
      format: { style: "crossLink", numberFormat: PLAIN_MONEY },
      name: "clv_order_own_amount",
      cell: (i) => {
        const value = conversion.ownAmount[i] ?? 0;
        return inSource(i) ? formula(`=${source.amount(orders.sourceRow[i] ?? 0)}`, value) : value;
      },
    },
  ];
}

/** One line of the notes per currency: the rate, and where it is from, which a changed rate changes. */
export function rateNotes(context: Context): PlanCell[][] {
  const { conversion } = context.request.orders;
  if (conversion === undefined) return [];
  const own = rateWords(context.request.locale);
  const { into } = conversion;
  const note = (origin: string): string => context.fill(own.note, { origin });
  const changed = note(context.words.origins.typed);
  return ratesOf(conversion).map(({ currency, rate, origin, name }) => {
    const asGiven = note(originOf(context, { origin, name }));
    return [
      context.fill(own.rate, { from: currency, into }),
      formula(`=${name}`, rate),
      into,
      formula(`=IF(${name}=${asMade(name)},${formulaText(asGiven)},${formulaText(changed)})`, asGiven),
    ];
  });
}
