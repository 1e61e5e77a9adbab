import { fillPlain } from "../../locales/message";
import type { Locale } from "../../locales/locale";
import { numberInCell } from "../../locales/sentenceNumber";
import type { SheetWords } from "../../locales/sheetWords";
import type { HistoryFigure, HistoryRow, Move } from "./history";
import { inputNumber, type KeyFigures } from "../board/keyFigures";
import type { MoneyStyle, SummaryChoices } from "../request";

/** The row that this run adds to the history. */
export function historyRowOf(
  figures: KeyFigures,
  { madeAt, inputs }: Pick<SummaryChoices, "madeAt" | "inputs">,
): HistoryRow {
  const { customers, activeCustomers, orders, revenue, orderValue, frequency, churn, equity } = figures;
  return {
    at: madeAt,
    asOf: inputNumber(inputs, "asOf"),
    figures: {
      customers,
      activeCustomers,
      orders,
      revenue,
      orderValue,
      frequency,
      churn,
      clvRevenue: figures.churnRevenue,
      clvProfit: figures.churnProfit,
      clvDiscounted: figures.discounted,
      equity,
    },
  };
}

/** A move in words: "Churn rose from 8.1 % to 9.4 %". */
export const moveSentence = (
  { figure, before, after }: Move,
  words: SheetWords["history"],
  money: MoneyStyle,
  locale: Locale,
): string =>
  fillPlain(after > before ? words.rose : words.fell, {
    figure: words.figures[figure],
    from: shown(figure, before, money, locale),
    to: shown(figure, after, money, locale),
  });

/** A figure within a sentence, with the signs of the language. */
function shown(
  figure: HistoryFigure,
  value: number,
  { symbol, digits, symbolAfter }: MoneyStyle,
  locale: Locale,
): string {
  const text = (places: number): string =>
    numberInCell(value, locale, { minimumFractionDigits: places, maximumFractionDigits: places });
  switch (figure) {
    case "churn":
      return numberInCell(value, locale, {
        style: "percent",
        minimumFractionDigits: 1,
        maximumFractionDigits: 1,
      });
    case "frequency":
      return text(2);
    case "customers":
    case "activeCustomers":
    case "orders":
      return text(0);
    default:
      return symbolAfter ? `${text(digits)} ${symbol}`.trim() : `${symbol}${text(digits)}`;
  }
}
