import type { ControlTotal, Total } from "../../orders/reading/controlTotals";
import { SOURCE_FORM } from "../../orders/orderTable";
import { cellAddress, columnLetters } from "../layout/cellAddress";
import type { Check } from "../checks/checksBlock";
import type { Column } from "../layout/columnTable";
import type { Context } from "../context";
import { LIVE_FIRSTS } from "../liveLimits";
import { formula } from "../layout/sheetDraft";

/** Of the size of a sum: what adding a million numbers in another order or way may change. */
const ROUNDING = 1e-11;

const NUMBERS = 0;

/** What the lines hang on: they are worked out before the rest of the context is there. */
type Planned = Pick<Context, "request" | "live" | "wants">;

/** One line of the table: what is added, and what it came to. */
export interface ControlLine {
  readonly column: number;
  readonly character: number;
  readonly total: Total;
  readonly byDate: boolean;
}

/**
 * The control totals of all cells that no formula of the sheets follows. Where customers are values these are all that
 * the orders were read from, each row times its date. Else these are the cells that had to be read: their rows are not
 * multiplied by dates, which anybody may change, as the sheets follow them.
 */
export function controlLines(context: Planned): ControlLine[] {
  const { controlTotals } = context.request;
  if (!context.live) {
    const used = controlTotals.filter(({ column }) => isUsed(context, column));
    return used.map(({ column, character, sum, byDate }) => ({
      column,
      character,
      total: byDate ?? sum,
      byDate: byDate !== undefined,
    }));
  }
  const held = controlTotals.filter((total) => isHeld(context, total));
  return held.map(({ column, character, sum }) => ({ column, character, total: sum, byDate: false }));
}

/** Order numbers matter where lines are put together by them, groups where they have a sheet. */
function isUsed({ request, wants }: Planned, column: number): boolean {
  const { columns, orders } = request;
  if (column === columns.orderId) return orders.firstLine !== undefined;
  return column === columns.group ? wants("groups") : true;
}

/** Whether some cells of the column are followed by no formula: texts were read, or are why their row was left out. */
function isHeld(context: Planned, { column, character }: ControlTotal): boolean {
  const { columns, orders } = context.request;
  const has = (bit: number): number =>
    orders.form?.reduce((count, form) => count + ((form & bit) === 0 ? 0 : 1), 0) ?? 0;
  const some = (bit: number): boolean => has(bit) < orders.length;
  switch (column) {
    case columns.customer:
      return some(SOURCE_FORM.idIsPlain);
    case columns.date:
      // Numbers among the dates are followed, or all of them are read, as those of another calendar are.
      return character !== NUMBERS || has(SOURCE_FORM.dateIsSerial) === 0;
    case columns.group:
      return context.wants("groups") && (orders.length > LIVE_FIRSTS || some(SOURCE_FORM.groupIsPlain));
    case columns.currency:
      return true;
    case columns.orderId:
      return orders.firstLine !== undefined;
    default:
      return character !== NUMBERS;
  }
}

/** The table's columns, and how many lines it has. */
export function controlColumns(context: Context, left: number): { columns: Column[]; count: number } {
  const { source, request, words, formats } = context;
  const lines = context.controls();
  const lineAt = (index: number): ControlLine | undefined => lines[index];
  const total = { numberFormat: "#,##0.00" } as const;
  const added = (line: ControlLine, row: number): string => {
    const cells = source.dataCells(line.column);
    const dates = source.dataCells(request.columns.date);
    const characters = `ISTEXT(${cells})*LEN(${cells})*UNICODE(MID(REPT(" ",${cellAddress(row - 1, left + 1)})&${cells},LEN(${cells})+1,1))`;
    const terms = line.character === NUMBERS ? cells : characters;
    return `=SUMPRODUCT(${line.byDate ? `${dates},` : ""}${terms})`;
  };
  const columns: Column[] = [
    {
      header: words.orders.controlColumn,
      width: 10,
      format: { style: "label" },
      cell: (i) => columnLetters(request.place.firstColumn + (lineAt(i)?.column ?? 0)),
    },
    {
      header: words.orders.controlCharacter,
      width: 14,
      format: { numberFormat: formats.number },
      cell: (i) => lineAt(i)?.character ?? 0,
    },
    {
      header: words.orders.controlNow,
      width: 26,
      format: { ...total, style: "crossLink" },
      name: "clv_control_now",
      cell: (i, row) => {
        const line = lineAt(i);
        return line === undefined ? 0 : formula(added(line, row), line.total.value);
      },
    },
    {
      header: words.inputColumns.made,
      width: 26,
      format: { ...total, style: "modelValue" },
      name: "clv_control_made",
      cell: (i) => lineAt(i)?.total.value ?? 0,
    },
    {
      header: words.checkColumns.tolerance,
      width: 16,
      format: { ...total, style: "modelValue" },
      name: "clv_control_tolerance",
      cell: (i) => (lineAt(i)?.total.size ?? 0) * ROUNDING,
    },
  ];
  return { columns, count: lines.length };
}

/** A cell of the source that is another one than when it was read must not pass unseen. */
export const controlChecks = (context: Context): Check[] =>
  context.controls().length === 0
    ? []
    : [
        {
          label: context.words.checks.control,
          expected: "0",
          actual: "SUMPRODUCT(--(ABS(clv_control_now-clv_control_made)>clv_control_tolerance))",
          value: 0,
          isMoney: false,
        },
      ];
