import type { Cell } from "./cells";
import type { OrderColumns } from "./orderColumns";
import { SOURCE_FORM } from "./orderTable";

/** What a formula may refer to directly in this row: bits of SOURCE_FORM. `name` is the customer's id as kept. */
export function sourceForm(row: readonly Cell[], columns: OrderColumns, name: string): number {
  const { amount, dateReading } = columns;
  const isNumber = (column: number): boolean => typeof row[column] === "number";
  const plainDate = dateReading.numbers === "serial" && !dateReading.system1904 && isNumber(columns.date);
  const plainAmount =
    amount.kind === "column" ? isNumber(amount.column) : isNumber(amount.quantity) && isNumber(amount.price);
  return (
    (plainDate ? SOURCE_FORM.dateIsSerial : 0) |
    (plainAmount ? SOURCE_FORM.amountIsNumber : 0) |
    (isPlainId(row[columns.customer], name) ? SOURCE_FORM.idIsPlain : 0)
  );
}

/** More digits than this, and Excel writes a number otherwise than we do. */
const LARGEST_PLAIN = 1e11;

/** Whether Excel's TRIM(cell) equals the id under `=`, which passes over the case of letters. */
function isPlainId(cell: Cell | undefined, name: string): boolean {
  if (typeof cell === "number") {
    return Number.isInteger(cell) && Math.abs(cell) < LARGEST_PLAIN && String(cell) === name;
  }
  if (typeof cell !== "string") return false;
  if (cell === name && !cell.includes("  ")) return true;
  // TRIM knows the plain space only, and makes one of several.
  const trimmed = cell.replace(/^ +| +$/g, "").replace(/ {2,}/g, " ");
  return trimmed.toLowerCase() === name.toLowerCase();
}
