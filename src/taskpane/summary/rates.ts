import type { CurrencyRule } from "../../orders/orderColumns";
import type { Cell } from "../../orders/cells";
import type { Locale } from "../../locales/locale";
import { RATE_RANGE, rateName } from "../../summary/exchangeRates";
import type { PaneContext } from "../context";
import type { Formats } from "../words/formats";
import { readNumber } from "../words/readNumber";
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
  return { kind: "convert", into, rates, origins };
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
 * The rule with the rates that stand on the sheet now: its cells invite to change them. Whoever changes a rate there
 * and says nothing of its origin leaves none that would still be true.
 */
export async function withSheetRates({ excel }: PaneContext, rule: CurrencyRule): Promise<CurrencyRule> {
  if (rule.kind !== "convert") return rule;
  const currencies = Object.keys(rule.rates);
  return ratesFromCells(rule, await excel.readNames(currencies.map(rateName)));
}

export function ratesFromCells(rule: Conversion, cells: Readonly<Partial<Record<string, Cell>>>): Conversion {
  const rates = { ...rule.rates };
  const origins = { ...rule.origins };
  for (const [currency, rate] of Object.entries(rule.rates)) {
    const cell = cells[rateName(currency)];
    if (!isRate(cell) || Math.abs(cell - rate) <= 1e-12 * rate) continue;
    rates[currency] = cell;
    delete origins[currency];
  }
  return { ...rule, rates, origins };
}
