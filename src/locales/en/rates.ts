/** Several currencies: their rates in the pane and on the sheets. */
export const rates = {
  heading: "Exchange rates",
  rate: "1 {from} in {into}",
  rateExplain:
    "The value of a {from} in {into}. Where the sheets hold formulas, a changed rate changes every figure.",
  digits: "Decimals after conversion",
  digitsExplain: "Each converted amount is rounded to so many decimals.",
  rowCurrency: "Currency",
  ownAmount: "Amount in its own currency",
  ownTotal: "Amounts as in the source, before conversion",
  noOrigin: "no source given",
  note: "converted order by order at this rate; source: {origin}",
  convert: "All of them, converted at rates that you give",
  into: "Convert into",
  origin: "Source of the rate for {from}",
  originHint: "For example: ECB, 25 Nov 2026",
  needed: "Enter the rate for {from}: a number above 0.",
};
