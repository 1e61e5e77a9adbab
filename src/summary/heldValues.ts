import type { Check } from "./checksBlock";
import { LIVE_CUSTOMERS, LIVE_FIRSTS, type Context } from "./context";
import { inputSpec, type InputKey } from "./inputs";
import type { Area } from "./plan";
import { rateName } from "./exchangeRates";
import type { SheetDraft } from "./sheetDraft";

/** What a customer's facts hang on, besides the orders. */
const OF_FACTS: readonly InputKey[] = ["periodStart", "decimals"];
/** What a customer's other columns hang on. */
const OF_CUSTOMERS: readonly InputKey[] = [
  ...OF_FACTS,
  "asOf",
  "lostAfter",
  "churn",
  "lifespan",
  "grossMargin",
  "costPerOrder",
  "retentionCost",
  "discountRate",
  "horizon",
  "groups",
  "daysPerYear",
];

/** The names of the inputs that values on the sheets were calculated from, and that these cannot follow. */
export function heldInputs(context: Context): readonly `clv_${string}`[] {
  const { live, base, request } = context;
  const { conversion, length } = request.orders;
  const named = (keys: readonly InputKey[]): `clv_${string}`[] => keys.map((key) => inputSpec(key).name);
  if (live) return context.wants("groups") && length > LIVE_FIRSTS ? named(["periodStart"]) : [];
  const rates = (conversion?.currencies ?? []).filter((_, place) => conversion?.rates[place] !== 1);
  return [...named(base.length > LIVE_CUSTOMERS ? OF_CUSTOMERS : OF_FACTS), ...rates.map(rateName)];
}

/** The name of the cell that keeps an input as it was when the sheet was made. */
export const asMade = (name: string): string => `${name}_made`;

export function nameAsMade(
  draft: SheetDraft,
  { names, words }: Context,
  name: string,
  area: Area,
  label: string,
): void {
  names.add(asMade(name), draft.key, area, `${label}: ${words.inputColumns.made}`);
}

/** A changed input that values cannot follow must not pass unseen. */
export function heldChecks(context: Context): Check[] {
  const held = heldInputs(context);
  if (held.length === 0) return [];
  return [
    {
      label: context.words.checks.stale,
      expected: "0",
      actual: held.map((name) => `IF(${name}<>${asMade(name)},1,0)`).join("+"),
      value: 0,
      isMoney: false,
    },
  ];
}
