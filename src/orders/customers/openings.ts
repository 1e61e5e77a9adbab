import type { OrderTable } from "../orderTable";

/**
 * Per row 1 where it stands for an order, else 0: the first line of each order of which any line is no return (amount 0
 * or more). Where orders have one line each, every row that is no return is an order.
 */
export function openings(
  { amount, length, firstLine }: OrderTable,
  firstOf: Uint32Array | undefined = firstLine,
): Uint8Array {
  const opens = new Uint8Array(length);
  for (let row = 0; row < length; row++) {
    if ((amount[row] ?? NaN) >= 0) opens[firstOf?.[row] ?? row] = 1;
  }
  return opens;
}

/** The same within each group: an order with lines in several groups is an order in each. */
export const openingsInGroups = (orders: OrderTable): Uint8Array =>
  openings(orders, firstLinesInGroups(orders));

/** Per row the place of its order's first line in its group. */
export function firstLinesInGroups({ firstLine, group }: OrderTable): Uint32Array | undefined {
  const first = new Map<string, number>();
  return firstLine?.map((line, row) => {
    const key = `${line} ${group?.[row] ?? 0}`;
    const known = first.get(key);
    if (known === undefined) first.set(key, row);
    return known ?? row;
  });
}
