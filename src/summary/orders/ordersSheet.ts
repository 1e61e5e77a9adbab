import { columnLetters } from "../layout/cellAddress";
import { cohortOrderColumns } from "../cohorts/cohortColumns";
import { putColumns, type Column } from "../layout/columnTable";
import { headerWidth } from "../layout/columnWidth";
import { controlColumns } from "./controlTotals";
import type { Context } from "../context";
import { excludedRows, type ExcludedRow } from "./excludedRows";
import { heldOrderColumns } from "../checks/heldValues";
import { groupOrderColumns } from "./groupOrderColumns";
import { orderLineColumns } from "./orderLineColumns";
import type { PlanCell, SheetPlan } from "../plan";
import { conversionOrderColumns } from "../inputs/ratesBlock";
import { formula, type SheetDraft } from "../layout/sheetDraft";
import { orderColumns } from "./orderColumns";

const HEADER_ROW = 3;

/** The width of an empty column between two tables. */
const GAP = 3;

/** Columns of every order, before those of chosen sheets. */
const ORDER_COLUMNS = 9;

/**
 * The working sheet: the orders as they are used, joined to the customers by number (ids as SUMIFS criteria are a
 * trap: wildcards, "1" against 1, capital letters), and the rows that were left out.
 */
export function planOrdersSheet(context: Context): SheetPlan {
  const draft = context.draft("orders");
  const words = context.words.orders;
  draft.line(0, words.title, 9, "title");
  draft.line(1, context.live ? words.live : words.valuesOnly, 9, "note");
  const columns = context.live ? allColumns(context) : [];
  if (context.live) {
    const count = context.request.orders.length;
    putColumns(draft, context.names, columns, { row: HEADER_ROW, column: 0, count });
  }
  const excluded = excludedColumns(context);
  const rows = excludedRows(context.request.findings);
  const left = context.live ? columns.length + 1 : 0;
  draft.put(HEADER_ROW - 1, left, [[words.excludedHeading, ...Array<string>(excluded.length - 1).fill("")]], {
    style: "heading",
  });
  putColumns(draft, context.names, excluded, {
    row: HEADER_ROW,
    column: left,
    count: Math.max(1, rows.listed.length),
  });
  noteUnlisted(draft, context, left);
  const controls = putControls(draft, context, left + excluded.length + 1);
  const widths = [columns, excluded, controls].filter((table) => table.length > 0);
  const widthOf = ({ header, width }: Column): number => headerWidth(header, width);
  draft.columnWidths = widths.flatMap((table, place) => [...(place > 0 ? [GAP] : []), ...table.map(widthOf)]);
  draft.frozenRows = HEADER_ROW + 1;
  draft.titleRows = HEADER_ROW + 1;
  draft.gridlines = true;
  return draft.finish();
}

/** The totals by which a changed cell of the source is noticed that no formula follows; gives their columns. */
function putControls(draft: SheetDraft, context: Context, column: number): Column[] {
  const { columns, count } = controlColumns(context, column);
  if (count === 0) return [];
  draft.put(
    HEADER_ROW - 1,
    column,
    [[context.words.orders.controlHeading, ...Array<string>(columns.length - 1).fill("")]],
    { style: "heading" },
  );
  putColumns(draft, context.names, columns, { row: HEADER_ROW, column, count });
  return columns;
}

function allColumns(context: Context): Column[] {
  const chosen = [
    ...(context.wants("cohorts") ? cohortOrderColumns(context) : []),
    ...(context.wants("groups") ? groupOrderColumns(context) : []),
  ];
  const lines = orderLineColumns(context, ORDER_COLUMNS + chosen.length, HEADER_ROW + 1);
  const conversion = conversionOrderColumns(context);
  const before = [...chosen, ...lines];
  const added = [...before, ...heldOrderColumns(context), ...conversion];
  return [
    ...orderColumns(context, {
      madeCustomer: columnLetters(ORDER_COLUMNS + before.length),
      ownAmount: columnLetters(ORDER_COLUMNS + added.length - 1),
    }),
    ...added,
  ];
}

function excludedColumns(context: Context): Column[] {
  const { source, formats } = context;
  const words = context.words.orders;
  const { listed } = excludedRows(context.request.findings);
  const of = (index: number, cell: (row: ExcludedRow) => PlanCell, none: PlanCell): PlanCell => {
    const row = listed[index];
    return row === undefined ? none : cell(row);
  };
  return [
    {
      header: words.number,
      width: 8,
      format: { numberFormat: formats.number },
      name: "clv_excluded_number",
      cell: (i) => of(i, () => i + 1, ""),
    },
    {
      header: words.sourceRow,
      width: 11,
      format: { style: "crossLink", numberFormat: formats.number },
      cell: (i) => of(i, ({ row }) => formula(source.link(row), row + 1), ""),
    },
    {
      header: words.excludedReason,
      width: 34,
      format: { style: "label" },
      cell: (i) => of(i, ({ reason }) => context.reason(reason), words.none),
    },
    {
      header: words.excludedAmount,
      width: 16,
      format: { style: "crossLink", numberFormat: formats.money },
      name: "clv_excluded_amount",
      // What the cell holds is not kept by the reader, so nothing is expected of it here.
      cell: (i) => of(i, ({ row }) => formula(`=${source.amountOrZero(row)}`), 0),
    },
  ];
}

/** So many rows can be left out that they are only counted. */
function noteUnlisted(draft: SheetDraft, context: Context, column: number): void {
  const { listed, unlisted } = excludedRows(context.request.findings);
  if (unlisted === 0) return;
  const text = context.fill(context.words.orders.notListed, { count: context.quantity(unlisted) });
  draft.put(HEADER_ROW + 1 + listed.length, column + 2, [[text]], { style: "note" });
}
