import { INPUTS } from "../../summary/inputs/inputs";
import type { PaneContext } from "../context";
import { entryText, isProblem, readEntry } from "../entries/readEntry";
import type { SummaryActions } from "./actions";
import { ruleOf } from "./inputEntries";
import { conversionFrom } from "./rates";
import type { OrdersReading } from "./reading";
import { resultOf, type SummaryState } from "./state";

/** Several currencies: what is typed for the rates, and the rule that follows. */
export function rateActions(
  context: PaneContext,
  reading: OrdersReading,
): Pick<SummaryActions, "convertInto" | "typeRate" | "settleRates"> {
  const { store } = context;
  const convert = (into: string): void => {
    const { summary, locale } = store.get();
    const { orders } = summary;
    if (!orders) return;
    const currency = conversionFrom(orders, into, locale);
    if (JSON.stringify(currency) === JSON.stringify(orders.rules.currency)) return;
    void context.attempt("check", () => reading.changeRules({ currency }));
  };
  return {
    convertInto: convert,
    typeRate: (currency, typed) =>
      store.set(({ summary }) => {
        const { orders } = summary;
        if (!orders) return {};
        const before = orders.rateEntries[currency] ?? { text: "", origin: "" };
        const rateEntries = { ...orders.rateEntries, [currency]: { ...before, ...typed } };
        return { summary: { ...summary, orders: { ...orders, rateEntries } } };
      }),
    settleRates: () => {
      const rule = store.get().summary.orders?.rules.currency;
      if (rule?.kind === "convert") convert(rule.into);
    },
  };
}

export function inputActions(
  context: PaneContext,
  change: (next: Partial<SummaryState>) => void,
): Pick<SummaryActions, "typeInput" | "settleInput" | "chooseSheet" | "chooseSheets" | "chooseLiveModels"> {
  const summary = (): SummaryState => context.store.get().summary;
  return {
    typeInput: (key, text) => change({ entries: { ...summary().entries, [key]: text } }),
    settleInput: (key) => {
      const spec = INPUTS.find((input) => input.key === key);
      const text = summary().entries[key];
      const rule = spec && ruleOf(spec, resultOf(summary().orders));
      if (!spec || !rule || text === undefined) return;
      const others = { ...summary().entries };
      delete others[key];
      // An emptied field with a suggestion of its own shows the suggestion again.
      if (text.trim() === "" && spec.defaultOrigin === "orders" && !spec.optional) {
        change({ entries: others });
        return;
      }
      const { locale, formats } = context.words();
      const entry = readEntry(rule, text, locale);
      if (!isProblem(entry)) change({ entries: { ...others, [key]: entryText(rule, entry.value, formats) } });
    },
    chooseSheet: (key, chosen) => {
      const others = summary().sheets.filter((other) => other !== key);
      change({ sheets: chosen ? [...others, key] : others });
    },
    chooseSheets: (sheets) => change({ sheets }),
    chooseLiveModels: (liveModels) => change({ liveModels }),
  };
}
