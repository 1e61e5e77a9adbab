import { sampleOrders } from "../../orders/sampleOrders";
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

/** Formulas to try. It is added when the functions are known, or the grid remembers them as unknown. */
export function formulaSheet(): StartSheet {
  const tries = [
    ["CLV.SIMPLE(25,4,10)", "25 an order, 4 orders a year, 10 years: 1,000 in revenue"],
    [
      "CLV.CHURN(25,4,0.4,0.25)",
      "the same orders at a margin of 40 %, a quarter of the customers leaves each year",
    ],
  ];
  return {
    name: "Formulas",
    rows: [
      ["Type this", "Result", "What it says"],
      // A word joiner keeps the formula a text to be read.
      ...tries.map(([formula, words]) => [`\u2060=${formula}`, `=${formula}`, words ?? ""]),
      ["Change a formula in column B and press Enter.", "", ""],
    ],
    formulas: true,
    columnWidths: [230, 110, 520],
    boldHeader: true,
  };
}
