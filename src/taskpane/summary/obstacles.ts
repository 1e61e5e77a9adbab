import { fill, type Locale } from "../../locales/locale";
import { rateWords } from "../../locales/rateWords";
import { sheetWords } from "../../locales/sheetWords";
import { INPUTS } from "../../summary/inputs/inputs";
import type { Words } from "../words/words";
import { rateId } from "./currencyView";
import { readInputs } from "./inputEntries";
import { inputId } from "./inputsView";
import { rateOf, toConvert } from "./rates";
import { asksCurrency, type ReadResult, type SummaryState } from "./state";

/** Something to be put right before a summary can be made. */
export interface Obstacle {
  /** The id of the field it is about. */
  readonly target: string;
  readonly label: (words: Words) => string;
}

const ROLE_WORDS = { customer: "roleCustomer", date: "roleDate", amount: "roleAmount" } as const;

/** Everything that keeps the summary from being made, in the order of the page. */
export function obstacles(
  state: SummaryState,
  locale: Locale,
  result: ReadResult | undefined,
): readonly Obstacle[] {
  const { orders } = state;
  if (!orders)
    return [
      {
        target: "step-orders-title",
        label: ({ text, formats }) => fill(text.summary.ordersFirst, { step: formats.count(1) }),
      },
    ];
  const { columns } = orders.recognition;
  const missing = (["customer", "date", "amount"] as const)
    .filter((role) => columns[role] === null)
    .map((role): Obstacle => ({
      target: `column-${role}`,
      label: ({ text }) => fill(text.summary.chooseColumn, { role: text.summary[ROLE_WORDS[role]] }),
    }));
  const currency: Obstacle[] =
    result && asksCurrency(result)
      ? [{ target: firstCurrencyId(result), label: ({ text }) => text.summary.currencyAsk }]
      : [];
  const rule = orders.rules.currency;
  const rates = (rule?.kind === "convert" ? toConvert(orders, rule.into) : [])
    .filter((from) => rateOf(orders.rateEntries[from], locale) === undefined)
    .map((from): Obstacle => ({
      target: rateId(from),
      label: (words) => fill(rateWords(words.locale).needed, { from }),
    }));
  const { problems } = readInputs(state.entries, locale, result);
  const inputs = INPUTS.filter(({ key }) => problems[key]).map(({ key }): Obstacle => ({
    target: inputId(key),
    label: (words) => sheetWords(words.locale).inputs[key].label,
  }));
  const another: Obstacle[] =
    orders.another && orders.another.answer === undefined
      ? [{ target: "ask-another-same", label: ({ text }) => text.summary.anotherNeeded }]
      : [];
  return [...another, ...missing, ...currency, ...rates, ...inputs];
}

const firstCurrencyId = (result: ReadResult): string =>
  `ask-currency-${result.currencies.find((share) => share.currency !== "")?.currency ?? ""}`;
