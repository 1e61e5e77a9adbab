import type { CellRows } from "../cells";
import type { OrderColumns } from "../orderColumns";

type ColumnRole = "customer" | "date" | "amount" | "quantity" | "price" | "orderId" | "currency" | "group";

/** The headings of the columns in use, so that they are found again where columns were moved. */
export type ColumnHeadings = Readonly<Partial<Record<ColumnRole, string>>>;

/** A column that cannot be found again by its heading. */
export interface LostColumn {
  readonly heading: string;
  /** Several columns have the heading, and none stands where it did. */
  readonly several: boolean;
}

/** The headings now; undefined for a list without a heading row. `head` holds the first rows. */
export function headingsOf(columns: OrderColumns, head: CellRows): ColumnHeadings | undefined {
  if (columns.headerRow === null) return undefined;
  const row = head[columns.headerRow] ?? [];
  return Object.fromEntries(placesOf(columns).map(([role, column]) => [role, textOf(row[column])]));
}

/**
 * The columns of an earlier run as they stand now, each under its heading; the heading row may have moved, too. A
 * column whose heading is gone, or there twice, is never guessed.
 */
export function columnsUnder(
  columns: OrderColumns,
  headings: ColumnHeadings | undefined,
  head: CellRows,
): OrderColumns | LostColumn {
  const { headerRow } = columns;
  if (headings === undefined || headerRow === null) return columns;
  const there = inRow(columns, headings, head[headerRow] ?? []);
  if (!isLost(there)) return there;
  for (const [row, cells] of head.entries()) {
    const moved = inRow(columns, headings, cells);
    const dataRow = columns.dataRow - headerRow + row;
    if (!isLost(moved)) return { ...moved, headerRow: row, dataRow };
  }
  return there;
}

export const isLost = (found: OrderColumns | LostColumn): found is LostColumn => "heading" in found;

function inRow(
  columns: OrderColumns,
  headings: ColumnHeadings,
  row: CellRows[number],
): OrderColumns | LostColumn {
  const now = new Map<ColumnRole, number>();
  for (const [role, before] of placesOf(columns)) {
    const heading = headings[role] ?? "";
    const same = (cell: unknown): boolean => textOf(cell).toLowerCase() === heading.toLowerCase();
    const column = same(row[before]) ? before : row.findIndex(same);
    const several = column !== before && row.filter(same).length > 1;
    if (column < 0 || several) return { heading, several };
    now.set(role, column);
  }
  return at(columns, (role, before) => now.get(role) ?? before);
}

function placesOf(columns: OrderColumns): readonly (readonly [ColumnRole, number])[] {
  const places: (readonly [ColumnRole, number])[] = [];
  at(columns, (role, column) => {
    places.push([role, column]);
    return column;
  });
  return places;
}

/** The columns with another number for each that is in use. */
function at(columns: OrderColumns, number: (role: ColumnRole, column: number) => number): OrderColumns {
  const { amount } = columns;
  const maybe = (role: "orderId" | "currency" | "group"): number | null => {
    const column = columns[role];
    return column === null ? null : number(role, column);
  };
  return {
    ...columns,
    customer: number("customer", columns.customer),
    date: number("date", columns.date),
    amount:
      amount.kind === "column"
        ? { kind: "column", column: number("amount", amount.column) }
        : {
            kind: "product",
            quantity: number("quantity", amount.quantity),
            price: number("price", amount.price),
          },
    orderId: maybe("orderId"),
    currency: maybe("currency"),
    group: maybe("group"),
  };
}

const textOf = (cell: unknown): string => String(cell ?? "").trim();
