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
    formulaSheet(),
  ];
}

function formulaSheet(): StartSheet {
  return {
    name: "Formulas",
    rows: [
      ["Try a formula", "Result", "What it says"],
      [
        "=CLV.SIMPLE(25,4,10)",
        "=CLV.SIMPLE(25,4,10)",
        "25 an order, 4 orders a year, 10 years: the customer is worth 1,000 in revenue",
      ],
      [
        "=CLV.CHURN(200,50000,5)",
        "=CLV.CHURN(200,50000,5)",
        "Change the formula in column B and press Enter",
      ],
    ].map((row) =>
      row.map((cell, column) => (column === 0 && cell.startsWith("=") ? `\u200B${cell}` : cell)),
    ),
    columnWidths: [210, 110, 520],
    boldHeader: true,
  };
}
