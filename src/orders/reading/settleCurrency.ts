import { CENT_DIGITS, exactSum, roundMoney } from "../cellValues/exactMoney";
import type { FindingReason, Treatment } from "../findings";
import type { CurrencyRule } from "../orderColumns";
import type { OrderBuffer } from "./orderBuffer";
import type { Conversion } from "../orderTable";
import type { CurrencyShare } from "../readOrders";

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

/** Converts amounts while the orders are packed up, and remembers how. */
export class Converting {
  /** By number of the currency: whether its amounts are multiplied by a rate. */
  private readonly needed: boolean;
  private readonly list: { readonly name: string; readonly rate: number }[] = [];
  /** By number of the currency: its place in the list, −1 until it occurs. */
  private readonly places: Int32Array;
  private readonly currency: Uint32Array;
  private readonly ownAmount: Float64Array;
  private readonly digits: number;

  constructor(
    private readonly decision: CurrencyDecision,
    private readonly names: readonly string[],
    private readonly rule: CurrencyRule,
    length: number,
  ) {
    this.needed = decision.fates.some(({ rate }) => rate !== undefined && rate !== 1);
    this.digits = rule.kind === "convert" ? (rule.digits ?? CENT_DIGITS) : CENT_DIGITS;
    this.places = new Int32Array(names.length).fill(-1);
    this.currency = new Uint32Array(this.needed ? length : 0);
    this.ownAmount = new Float64Array(this.needed ? length : 0);
  }

  /** The amount of the order at this place, converted: rounded at a rate, as it stands without one. */
  amountOf(currency: number, amount: number, order: number): number {
    if (!this.needed) return amount;
    const rate = this.decision.fates[currency]?.rate ?? 1;
    this.currency[order] = this.placeOf(currency, rate);
    this.ownAmount[order] = amount;
    return rate === 1 ? amount : roundMoney(amount * rate, this.digits);
  }

  result(): Conversion | undefined {
    if (!this.needed || this.list.length === 0) return undefined;
    const origins = this.rule.kind === "convert" ? (this.rule.origins ?? {}) : {};
    return {
      into: this.decision.currency,
      currencies: this.list.map(({ name }) => name),
      rates: this.list.map(({ rate }) => rate),
      origins: this.list.map(({ name }) => origins[name] ?? ""),
      currency: this.currency,
      ownAmount: this.ownAmount,
    };
  }

  private placeOf(currency: number, rate: number): number {
    const known = this.places[currency] ?? -1;
    if (known >= 0) return known;
    // Rows that name no currency are in the only one that is named.
    const name =
      this.names[currency] || (this.decision.shares.find((share) => share.currency !== "")?.currency ?? "");
    const there = this.list.findIndex((other) => other.name === name);
    const place = there >= 0 ? there : this.list.push({ name, rate }) - 1;
    this.places[currency] = place;
    return place;
  }
}
