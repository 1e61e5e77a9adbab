import { firstLinesInGroups, openings } from "../../orders/customers/openings";
import type { OrderTable } from "../../orders/orderTable";
import { addressOf, columnLetters } from "../layout/cellAddress";
import type { Column } from "../layout/columnTable";
import type { Context } from "../context";
import { LIVE_FIRSTS } from "../liveLimits";
import { groupColumn } from "./groupOrderColumns";
import { areaOf, formula } from "../layout/sheetDraft";

/** Columns of every order that the formulas here look at. */
const AMOUNT_COLUMN = 4;

/** The criteria by which COUNTIFS counts orders: each once, however many lines it has. Returns are none. */
export const countedOrders = ({ request }: Context): string =>
  request.orders.firstLine === undefined ? 'clv_order_amount,">=0"' : "clv_order_counts,1";

/** The same for the orders of one group. */
export const countedInGroup = ({ request }: Context): string =>
  request.orders.firstLine === undefined ? 'clv_order_amount,">=0"' : "clv_order_counts_in_group,1";

/**
 * Where orders have several lines: the order that each line belongs to, and whether the line stands for it. The first
 * line does, where any line of the order is no return. `column` is that of the first of these columns, `body` the row
 * of the first order, zero-based.
 */
export function orderLineColumns(context: Context, column: number, body: number): Column[] {
  const { orders } = context.request;
  const { firstLine } = orders;
  if (firstLine === undefined) return [];
  const words = context.words.orders;
  const format = { style: "formula", numberFormat: context.formats.number } as const;
  const lines = linesOfOrders(firstLine);
  const counts = openings(orders);
  const own = columnLetters(column);
  const columns: Column[] = [
    {
      header: words.firstLine,
      width: 12,
      format: { numberFormat: context.formats.number },
      name: "clv_order_first_line",
      cell: (i) => (firstLine[i] ?? 0) + 1,
    },
    {
      header: words.countsAsOrder,
      width: 11,
      format,
      name: "clv_order_counts",
      cell: (i, line) => {
        const { count, last } = lines.get(i) ?? { count: 0, last: i };
        if (count === 0) return 0;
        const rows = last - i + 1;
        const down = (at: number): string => addressOf(areaOf(body + i, at, rows, 1));
        const highest =
          count === rows
            ? `MAX(${down(AMOUNT_COLUMN)})`
            : `MAXIFS(${down(AMOUNT_COLUMN)},${down(column)},${own}${line})`;
        return formula(`=IF(${highest}>=0,1,0)`, counts[i] ?? 0);
      },
    },
  ];
  return context.wants("groups") && orders.group !== undefined
    ? [...columns, inGroupColumn(context, own, lines, body + 1)]
    : columns;
}

/** The first line of each order within each group. */
function inGroupColumn(
  context: Context,
  own: string,
  lines: ReadonlyMap<number, Lines>,
  firstLine: number,
): Column {
  const { orders } = context.request;
  const format = { style: "formula", numberFormat: context.formats.number } as const;
  const isLive = orders.length <= LIVE_FIRSTS;
  const counts = openings(orders, firstLinesInGroups(orders));
  const group = groupColumn(context);
  return {
    header: context.words.orders.countsInGroup,
    width: 14,
    format: isLive ? format : { ...format, style: "modelValue" },
    name: "clv_order_counts_in_group",
    cell: (i, line) => {
      const value = counts[i] ?? 0;
      if (!isLive) return value;
      const down = (column: string): string => `${column}${line}`;
      const above = (column: string): string => `${column}$${firstLine}:${down(column)}`;
      if (lines.get(orders.firstLine?.[i] ?? i)?.count === 1) {
        return formula(`=IF(${down(columnLetters(AMOUNT_COLUMN))}>=0,1,0)`, value);
      }
      const isFirst = `COUNTIFS(${above(own)},${down(own)},${above(group)},${down(group)})=1`;
      const highest = `MAXIFS(clv_order_amount,clv_order_first_line,${down(own)},clv_order_group,${down(group)})`;
      return formula(`=IF(${isFirst},IF(${highest}>=0,1,0),0)`, value);
    },
  };
}

interface Lines {
  readonly count: number;
  readonly last: number;
}

/** By the place of an order's first line: how many lines it has and where the last one stands. */
function linesOfOrders(firstLine: Uint32Array): ReadonlyMap<number, Lines> {
  const lines = new Map<number, Lines>();
  firstLine.forEach((first, row) =>
    lines.set(first, { count: (lines.get(first)?.count ?? 0) + 1, last: row }),
  );
  return lines;
}

/** Lines that are no returns and add to the amount, but not to the number of orders. */
export function furtherLines({ orders }: { readonly orders: OrderTable }): number {
  const kept = orders.amount.reduce((count, amount) => count + (amount >= 0 ? 1 : 0), 0);
  return kept - openings(orders).reduce((count, opens) => count + opens, 0);
}
