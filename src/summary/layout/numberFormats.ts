import type { MoneyStyle } from "../request";

/** Negatives in parentheses, zero as a dash (SUMMARY.md, manners); codes are en-US whatever the language. */
export interface NumberFormats {
  readonly money: string;
  /** Whole money, for totals on charts' axes. */
  readonly moneyAxis: string;
  readonly count: string;
  readonly percent: string;
  readonly multiple: string;
  readonly decimal: string;
  /** As many decimals as there are, up to three. */
  readonly tolerance: string;
  readonly date: string;
  /** A plain number that identifies: no separators. */
  readonly number: string;
  /** Input cells: a zero that somebody typed is shown as a zero, at the same distance from the edge. */
  readonly inputMoney: string;
  readonly inputPercent: string;
  readonly inputCount: string;
  readonly inputDecimal: string;
  readonly inputDate: string;
  /** For a choice in words. */
  readonly inputText: string;
}

/** `_)` leaves the width of a parenthesis, so that digits stand below digits. */
const threeParts = (positive: string): string => `${positive}_);(${positive});"–"_);@_)`;

const quoted = (text: string): string => `"${text.replaceAll('"', "")}"`;

/** "EUR 12", but "€12". */
const isWord = (symbol: string): boolean => /\p{L}$/u.test(symbol);

function moneyCode({ symbol, digits, symbolAfter }: MoneyStyle, shownDigits = digits): string {
  const number = shownDigits > 0 ? `#,##0.${"0".repeat(shownDigits)}` : "#,##0";
  if (symbol === "") return number;
  if (symbolAfter) return `${number} ${quoted(symbol)}`;
  return isWord(symbol) ? `${quoted(`${symbol} `)}${number}` : `${quoted(symbol)}${number}`;
}

export function numberFormats(money: MoneyStyle): NumberFormats {
  return {
    money: threeParts(moneyCode(money)),
    moneyAxis: moneyCode(money, 0),
    count: threeParts("#,##0"),
    percent: threeParts("0.0%"),
    multiple: threeParts('0.0"x"'),
    decimal: threeParts("0.00"),
    tolerance: threeParts("0.000"),
    date: "yyyy-mm-dd",
    number: "0_)",
    inputMoney: `${moneyCode(money)}_)`,
    inputPercent: "0.0%_)",
    inputCount: "0_)",
    inputDecimal: "0.0##_)",
    inputDate: "yyyy-mm-dd_)",
    inputText: "General;General;General;@_)",
  };
}
