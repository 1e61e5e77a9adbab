import type { CurrencyRule } from "../../orders/orderColumns";
import { CENT_DIGITS } from "../../orders/cellValues/exactMoney";
import type { Locale } from "../../locales/locale";
import { RATE_DIGITS, RATE_RANGE, rateName } from "../../summary/inputs/exchangeRates";
import type { InputCell } from "../../summary/plan";
import { valueIn } from "../../summary/inputs/sheetInputs";
import type { Formats } from "../words/formats";
import { readNumber } from "../words/readNumber";
import { typedCells } from "./sheetMemory";
import type { OrdersState, RateEntry } from "./state";

type Conversion = Extract<CurrencyRule, { kind: "convert" }>;

const [LOWEST, HIGHEST] = RATE_RANGE;
const isRate = (value: unknown): value is number =>
  typeof value === "number" && value >= LOWEST && value <= HIGHEST;

/** A typed rate as a number; undefined where it is none. */
export function rateOf(entry: RateEntry | undefined, locale: Locale): number | undefined {
  const rate = readNumber(entry?.text ?? "", locale);
  return isRate(rate) ? rate : undefined;
}

/** The currencies that need a rate, the one with the most rows first. */
export const toConvert = ({ currencies }: OrdersState, into: string): readonly string[] =>
  currencies.map(({ currency }) => currency).filter((currency) => currency !== "" && currency !== into);

/** Whether a choice among several currencies, or a rate for one of them, is still missing. */
export function currencyIsOpen(orders: OrdersState, locale: Locale): boolean {
  const { currency: rule } = orders.rules;
  if (namedCurrencies(orders).length < 2) return false;
  if (rule?.kind === "convert")
    return toConvert(orders, rule.into).some(
      (code) => rateOf(orders.rateEntries[code], locale) === undefined,
    );
  return rule?.kind !== "only";
}

/** The currencies that rows name. */
export const namedCurrencies = ({ currencies }: OrdersState): OrdersState["currencies"] =>
  currencies.filter(({ currency }) => currency !== "");

/** The rule that follows from what was typed; a currency without a usable rate has none. */
export function conversionFrom(orders: OrdersState, into: string, locale: Locale): Conversion {
  const rates: Record<string, number> = {};
  const origins: Record<string, string> = {};
  for (const currency of toConvert(orders, into)) {
    const entry = orders.rateEntries[currency];
    const rate = rateOf(entry, locale);
    if (rate === undefined) continue;
    rates[currency] = rate;
    if (entry?.origin.trim()) origins[currency] = entry.origin.trim();
  }
  const before = orders.rules.currency;
  const digits = before?.kind === "convert" ? before.digits : undefined;
  return { kind: "convert", into, rates, origins, digits };
}

/** What the fields show of a rule that is remembered. */
export function rateEntriesOf(rule: CurrencyRule | undefined, formats: Formats): OrdersState["rateEntries"] {
  if (rule?.kind !== "convert") return {};
  return Object.fromEntries(
    Object.entries(rule.rates).map(([currency, rate]) => [
      currency,
      { text: formats.entry(rate), origin: rule.origins?.[currency] ?? "" },
    ]),
  );
}

/**
 * The rule with the rates that were typed on the sheet: its cells invite to change them. A source that was given for
 * another rate is no longer true.
 */
export function ratesFromCells(rule: CurrencyRule, cells: readonly InputCell[]): CurrencyRule {
  if (rule.kind !== "convert") return rule;
  const typed = typedCells(cells);
  const rates = { ...rule.rates };
  const origins = { ...rule.origins };
  for (const [currency, rate] of Object.entries(rule.rates)) {
    const value = valueIn(typed[rateName(currency)] ?? null);
    if (!isRate(value) || Math.abs(value - rate) <= 1e-12 * rate) continue;
    rates[currency] = value;
    delete origins[currency];
  }
  const digits = valueIn(typed[RATE_DIGITS] ?? null);
  return { ...rule, rates, origins, digits: isDigits(digits) ? digits : undefined };
}

const isDigits = (value: unknown): value is number =>
  typeof value === "number" && Number.isInteger(value) && value >= 0 && value <= CENT_DIGITS;
