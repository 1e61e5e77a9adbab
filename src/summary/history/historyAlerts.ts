import { fillPlain } from "../../locales/message";
import type { Locale } from "../../locales/locale";
import { sentenceNumber } from "../../locales/sentenceNumber";
import type { SheetWords } from "../../locales/sheetWords";
import { movesBetween, type HistoryFigure, type HistoryRow } from "./history";
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

/**
 * What moved by more than the threshold between the last two rows, in words: "Churn rose from 8.1 % to 9.4 %". One
 * sentence that says so where nothing did, or where there is nothing to compare with.
 */
export function historyAlerts(
  rows: readonly HistoryRow[],
  threshold: number,
  words: SheetWords["history"],
  money: MoneyStyle,
  locale: Locale,
): string[] {
  const [before, now] = rows.slice(-2);
  if (before === undefined || now === undefined) return [words.first];
  const alerts = movesBetween(before, now, threshold).map((move) =>
    fillPlain(move.after > move.before ? words.rose : words.fell, {
      figure: words.figures[move.figure],
      from: shown(move.figure, move.before, money, locale),
      to: shown(move.figure, move.after, money, locale),
    }),
  );
  return alerts.length > 0 ? alerts : [words.none];
}

/** A figure within a sentence, with the signs of the language. */
function shown(
  figure: HistoryFigure,
  value: number,
  { symbol, digits, symbolAfter }: MoneyStyle,
  locale: Locale,
): string {
  const text = (places: number): string =>
    sentenceNumber(value, locale, { minimumFractionDigits: places, maximumFractionDigits: places });
  switch (figure) {
    case "churn":
      return sentenceNumber(value, locale, {
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
