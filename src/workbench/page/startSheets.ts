import { sampleOrders } from "../../orders/sample/sampleOrders";
import type { StartSheet } from "../grid/workbookData";
import type { Parameters } from "./parameters";

const DATE = "yyyy-mm-dd";
const MONEY = "#,##0.00";
/** A sample customer has some four orders. */
const ORDERS_PER_CUSTOMER = 3.9;

/** What a newcomer finds: sample orders, and a sheet with formulas to try. */
export function startSheets({ rows, empty }: Parameters): StartSheet[] {
  if (empty) return [{ name: "Sheet1", rows: [] }];
  const orders = sampleOrders(rows === undefined ? {} : { customers: Math.ceil(rows / ORDERS_PER_CUSTOMER) });
  return [
    {
      name: "Orders",
      rows: rows === undefined ? orders : orders.slice(0, rows + 1),
      numberFormats: (orders[0] ?? []).map((heading) =>
        heading === "Date" ? DATE : heading === "Amount" ? MONEY : undefined,
      ),
      columnWidths: [90, 110, 100, 90, 100],
      frozenRows: 1,
      boldHeader: true,
    },
  ];
}

/** Formulas to try, with what they say. */
const TRIES: readonly (readonly [formula: string, words: string])[] = [
  ["CLV.SIMPLE(25,4,10)", "25 an order, 4 orders a year, 10 years: 1,000 in revenue"],
  [
    "CLV.CHURN(25,4,40%,25%)",
    "the same orders at a margin of 40%; a quarter of the customers leaves each year",
  ],
  ["CLV.CHURNRATE(5000,4500)", "5,000 customers at the start, 4,500 of them left at the end"],
  ["CLV.LIFESPAN(10%)", "years a customer stays where one in ten leaves each year"],
  ["CLV.RETENTION(100,80%,10%)", "100 a year, 80% stay, money costs 10%: the most an acquisition may cost"],
  [
    "CLV.RETENTION(100,80%,10%,{0,1,2,3})",
    "the same at the four moments at which the cash may come; the answer spills",
  ],
  ["CLV.MAXCAC(100,80%,10%,3)", "the same, if a customer shall be worth three times its cost"],
  ["CLV.PAYBACK(1000,80)", "months until 80 a month have paid back 1,000"],
  ["CLV.NRR(27000,8000,0,5000)", "net revenue retention of a subscription business"],
  ["CLV.SAVEOFFER(396,45%,15%,75)", "what an offer of 75 to those about to leave returns for each of them"],
  ["CLV.GINI({1,2,3,4,5})", "how unequal five customers are: 0 is alike, 1 is one customer has all"],
  [
    "CLV.BGNBD.ALIVE({0.2426,4.4136,0.793,2.4256},26,30.86,31)",
    "the chance that a frequent buyer is still a customer, by a probability model",
  ],
  ['CLV.FORMULA("CHURN")', "what a function calculates, and the source"],
  ["CLV.CHURN(25,4,40%,25)", "a slip: select the result and read below what is wrong"],
];

/** It is added when the functions are known, or the grid remembers them as unknown. */
export function formulaSheet(): StartSheet {
  return {
    name: "Formulas",
    rows: [
      ["Type this", "What it says", "Result"],
      // A word joiner keeps the formula a text to be read.
      ...TRIES.map(([formula, words]) => [`\u2060=${formula}`, words, `=${formula}`]),
      ["Change a formula in column C and press Enter.", "", ""],
    ],
    formulas: true,
    columnWidths: [350, 470, 110],
    boldHeader: true,
  };
}
