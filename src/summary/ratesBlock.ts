import { rateWords } from "../locales/rateWords";
import type { Conversion } from "../orders/orderTable";
import type { Column } from "./columnTable";
import type { Context } from "./context";
import { putInputHeadings, putInputLine, type InputPlaces } from "./inputLine";
import { SOURCE_FORM } from "../orders/orderTable";
import { formulaText } from "./figureLines";
import { asMade, nameAsMade } from "./heldValues";
import type { PlanCell } from "./plan";
import { RATE_RANGE, rateName } from "./exchangeRates";
import { formula, type SheetDraft } from "./sheetDraft";

/** Digits after the point to which the reader rounds what it converts (orders/settleCurrency.ts). */
const DIGITS = 2;
const DIGITS_NAME = "clv_rate_digits";
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
  const { request, words, names, formats } = context;
  const { conversion } = request.orders;
  if (conversion === undefined) return after;
  const row = after + 1;
  const own = rateWords(request.locale);
  const { into } = conversion;
  const list = ratesOf(conversion);
  const [low, high] = RATE_RANGE;
  draft.put(row, places.label, [[own.heading]], { style: "heading" });
  putInputHeadings(draft, context, row + 1, places);
  const first = row + 2;
  list.forEach(({ currency, rate, origin, name }, index) => {
    const label = context.fill(own.rate, { from: currency, into });
    const { value: area, made } = putInputLine(draft, first + index, places, {
      label,
      value: rate,
      numberFormat: RATE_FORMAT,
      unit: into,
      origin: origin === "" ? own.noOrigin : origin,
      originOfChange: words.origins.typed,
      lowest: low,
      highest: high,
    });
    names.add(name, draft.key, area, label);
    nameAsMade(draft, context, name, made, label);
    draft.validations.push({
      area,
      rule: { kind: "decimal", min: low, max: high },
      title: label.slice(0, 32),
      message: context.fill(own.rateExplain, { from: currency, into }).slice(0, 255),
    });
  });
  const { value: digits } = putInputLine(draft, first + list.length, places, {
    label: own.digits,
    value: DIGITS,
    numberFormat: formats.inputCount,
    unit: words.units.digits,
    origin: words.origins.convention,
    originOfChange: words.origins.typed,
    lowest: 0,
    highest: DIGITS,
  });
  names.add(DIGITS_NAME, draft.key, digits, own.digits);
  draft.validations.push({
    area: digits,
    rule: { kind: "whole", min: 0, max: DIGITS },
    title: own.digits.slice(0, 32),
    message: own.digitsExplain,
  });
  return first + list.length + 1;
}

/** An order's amount as a formula over its amount in its own currency; undefined where it was not converted. */
export function convertedAmount(context: Context, index: number, ownCell: string): PlanCell | undefined {
  const { conversion, amount } = context.request.orders;
  if (conversion === undefined) return undefined;
  const place = conversion.currency[index] ?? 0;
  if ((conversion.rates[place] ?? 1) === 1) return undefined;
  const name = rateName(conversion.currencies[place] ?? "");
  return formula(`=ROUND(${ownCell}*${name},${DIGITS_NAME})`, amount[index] ?? 0);
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
    const asGiven = note(origin === "" ? own.noOrigin : origin);
    return [
      context.fill(own.rate, { from: currency, into }),
      formula(`=${name}`, rate),
      into,
      formula(`=IF(${name}=${asMade(name)},${formulaText(asGiven)},${formulaText(changed)})`, asGiven),
    ];
  });
}
