import type { OrderTable } from "../orderTable";

/**
 * The rows in the order of their days, those of one day in their own order: a counting sort, because a million rows are
 * sorted while the user waits.
 */
export function rowsByDay({ day, length }: Pick<OrderTable, "day" | "length">): Uint32Array {
  let [low, high] = [day[0] ?? 0, day[0] ?? 0];
  for (let row = 0; row < length; row++) {
    const one = day[row] ?? 0;
    if (one < low) low = one;
    if (one > high) high = one;
  }
  const starts = new Uint32Array(high - low + 2);
  for (let row = 0; row < length; row++) {
    const after = (day[row] ?? 0) - low + 1;
    starts[after] = (starts[after] ?? 0) + 1;
  }
  for (let at = 1; at < starts.length; at++) starts[at] = (starts[at] ?? 0) + (starts[at - 1] ?? 0);
  const sorted = new Uint32Array(length);
  for (let row = 0; row < length; row++) {
    const at = (day[row] ?? 0) - low;
    const to = starts[at] ?? 0;
    starts[at] = to + 1;
    sorted[to] = row;
  }
  return sorted;
}
