import type { OrderColumns } from "../../orders/orderColumns";
import type { SourceTable } from "../../summary/orders/structuredReference";
import type { SelectionDescription } from "./selection";

/** The table that holds the orders, where formulas may refer to its columns: its heading row is that of the orders. */
export function sourceTableOf(
  { tableName, tableColumns }: SelectionDescription,
  { headerRow }: OrderColumns,
): SourceTable | undefined {
  if (tableName === null || tableColumns === null || headerRow !== 0) return undefined;
  return { name: tableName, headings: tableColumns };
}
