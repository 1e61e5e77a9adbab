import { exactSum, roundToCent } from "./exactMoney";
import type { FindingReason, Treatment } from "./findings";
import type { CurrencyRule } from "./orderColumns";
import type { OrderBuffer } from "./orderBuffer";
import type { CurrencyShare } from "./readOrders";

/** What a currency decision means for the rows of one currency. */
interface CurrencyFate {
  /** Factor into the currency of the result; undefined where the rows are left out. */
  readonly rate: number | undefined;
  readonly note?: { readonly reason: FindingReason; readonly treatment: Treatment };
}

export interface CurrencyDecision {
  /** Currency of the amounts that remain; empty where none is known. */
  readonly currency: string;
  readonly shares: readonly CurrencyShare[];
  /** By number of the currency. */
  readonly fates: readonly CurrencyFate[];
}

const COUNTS: CurrencyFate = { rate: 1 };
const UNNAMED_COUNTS: CurrencyFate = { rate: 1, note: { reason: "missingCurrency", treatment: "kept" } };
const UNNAMED_OUT: CurrencyFate = {
  rate: undefined,
  note: { reason: "missingCurrency", treatment: "excluded" },
};
const OTHER_OUT: CurrencyFate = { rate: undefined, note: { reason: "otherCurrency", treatment: "excluded" } };
const UNDECIDED: CurrencyFate = {
  rate: undefined,
  note: { reason: "mixedCurrencies", treatment: "blocking" },
};

/** Rows and amount of each currency in the buffer, the one with the most rows first, rows without one last. */
function sharesOf(orders: OrderBuffer, names: readonly string[]): CurrencyShare[] {
  const rows = new Uint32Array(names.length);
  for (let i = 0; i < orders.length; i++) {
    const { currency } = orders.at(i);
    rows[currency] = (rows[currency] ?? 0) + 1;
  }
  const amounts = names.map((_, index) => new Float64Array(rows[index] ?? 0));
  rows.fill(0);
  for (let i = 0; i < orders.length; i++) {
    const { currency, amount } = orders.at(i);
    const to = rows[currency] ?? 0;
    const own = amounts[currency];
    if (own) own[to] = amount;
    rows[currency] = to + 1;
  }
  return names
    .map((currency, index) => {
      const own = amounts[index] ?? new Float64Array();
      return { currency, rows: own.length, amount: exactSum(own) };
    })
    .filter((share) => share.rows > 0)
    .sort((a, b) => Number(a.currency === "") - Number(b.currency === "") || b.rows - a.rows);
}

/**
 * Decides which rows count and at what rate. Rows that name no currency are taken to be in the only one that is
 * named; where several are, nobody knows, and they are left out.
 */
export function decideCurrency(
  orders: OrderBuffer,
  names: readonly string[],
  rule: CurrencyRule,
): CurrencyDecision {
  const shares = sharesOf(orders, names);
  const named = shares.filter((share) => share.currency !== "");
  const only = named.length === 1 ? (named[0]?.currency ?? "") : "";
  if (rule.kind === "undecided" || named.length === 0) {
    const fate = named.length > 1 ? UNDECIDED : COUNTS;
    const fates = names.map((name) => (name === "" && only !== "" ? UNNAMED_COUNTS : fate));
    return { currency: only, shares, fates };
  }
  const into = rule.kind === "only" ? rule.currency : rule.into;
  const rates = rule.kind === "only" ? {} : rule.rates;
  const fateOf = (name: string): CurrencyFate => {
    const rate = name === into ? 1 : rates[name];
    return rate !== undefined && Number.isFinite(rate) && rate > 0 ? { rate } : OTHER_OUT;
  };
  const fates = names.map((name) => {
    if (name !== "") return fateOf(name);
    if (only === "") return UNNAMED_OUT;
    const { rate } = fateOf(only);
    return rate === undefined ? OTHER_OUT : { ...UNNAMED_COUNTS, rate };
  });
  return { currency: into, shares, fates };
}

/** An amount at a rate, to the cent; at the rate 1 it stays as it is. */
export const atRate = (amount: number, rate: number): number =>
  rate === 1 ? amount : roundToCent(amount * rate);
