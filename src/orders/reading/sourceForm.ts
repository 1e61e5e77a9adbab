import type { Cell } from "../cells";
import type { OrderColumns } from "../orderColumns";
import { SOURCE_FORM } from "../orderTable";

const isNumber = (cell: Cell | undefined): boolean => typeof cell === "number";

/** What a formula may refer to directly in this row: bits of SOURCE_FORM. */
export function sourceForm(
  row: readonly Cell[],
  columns: OrderColumns,
  idIsPlain: boolean,
  groupIsPlain: boolean,
): number {
  const { amount, dateReading } = columns;
  const plainDate =
    dateReading.numbers === "serial" && !dateReading.system1904 && isNumber(row[columns.date]);
  const plainAmount =
    amount.kind === "column"
      ? isNumber(row[amount.column])
      : isNumber(row[amount.quantity]) && isNumber(row[amount.price]);
  return (
    (plainDate ? SOURCE_FORM.dateIsSerial : 0) |
    (plainAmount ? SOURCE_FORM.amountIsNumber : 0) |
    (idIsPlain ? SOURCE_FORM.idIsPlain : 0) |
    (columns.group !== null && groupIsPlain ? SOURCE_FORM.groupIsPlain : 0)
  );
}
