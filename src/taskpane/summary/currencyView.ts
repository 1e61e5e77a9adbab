import { fill } from "../../locales/locale";
import { rateWords } from "../../locales/rateWords";
import { h, type ElementNode } from "../dom/node";
import { radioFields, selectField, textField } from "../views/fields";
import type { OrdersView } from "./columnsView";
import { namedCurrencies, rateOf, toConvert } from "./rates";

/** No currency is called so. */
const ALL = "*";

export const rateId = (currency: string): string => `rate-${currency}`;

/** Several currencies are never added up: one is chosen, or each of the others gets a rate. */
export function currencyFields(view: OrdersView): ElementNode[] {
  const { orders, words, act } = view;
  const shares = namedCurrencies(orders);
  if (shares.length < 2) return [];
  const text = words.text.summary;
  const rule = orders.rules.currency;
  const converts = rule?.kind === "convert";
  const choice = radioFields({
    id: "ask-currency",
    legend: text.currencyAsk,
    hint: converts ? undefined : text.currencyHint,
    value: converts ? ALL : rule?.kind === "only" ? rule.currency : undefined,
    options: [
      ...shares.map((share) => ({
        value: share.currency,
        label: fill(text.currencyOption, {
          currency: share.currency,
          rows: words.formats.quantity(share.rows),
        }),
      })),
      { value: ALL, label: rateWords(words.locale).convert },
    ],
    onChange: (value) =>
      value === ALL
        ? act.convertInto(shares[0]?.currency ?? "")
        : act.setRules({ currency: { kind: "only", currency: value } }),
  });
  return converts ? [choice, ratesView(view, rule.into)] : [choice];
}

function ratesView({ orders, words, act }: OrdersView, into: string): ElementNode {
  const own = rateWords(words.locale);
  const named = namedCurrencies(orders).map(({ currency }) => currency);
  return h(
    "div",
    { class: "stack-tight", key: "rates" },
    selectField({
      id: "rate-into",
      label: own.into,
      value: into,
      inline: true,
      options: named.map((currency) => ({ value: currency, label: currency })),
      onChange: act.convertInto,
    }),
    toConvert(orders, into).flatMap((currency) => {
      const entry = orders.rateEntries[currency];
      const wrong = (entry?.text ?? "") !== "" && rateOf(entry, words.locale) === undefined;
      return [
        textField({
          id: rateId(currency),
          label: fill(own.rate, { from: currency, into }),
          value: entry?.text ?? "",
          numeric: true,
          ...(wrong ? { error: fill(own.needed, { from: currency }) } : {}),
          onInput: (text) => act.typeRate(currency, { text }),
          onLeave: act.settleRates,
        }),
        textField({
          id: `${rateId(currency)}-origin`,
          label: fill(own.origin, { from: currency }),
          hint: own.originHint,
          value: entry?.origin ?? "",
          onInput: (origin) => act.typeRate(currency, { origin }),
          onLeave: act.settleRates,
        }),
      ];
    }),
  );
}
