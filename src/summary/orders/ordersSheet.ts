import { columnLetters } from "../layout/cellAddress";
import { SOURCE_FORM } from "../../orders/orderTable";
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
import { convertedAmount, conversionOrderColumns } from "../inputs/ratesBlock";
import { formula, type SheetDraft } from "../layout/sheetDraft";

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

/** Columns further on that those of every order look at. */
interface Further {
  /** The customers' numbers when the sheets were made. */
  readonly madeCustomer: string;
  /** The amounts in their own currencies, where amounts were converted. */
  readonly ownAmount: string;
}

function orderColumns(context: Context, { madeCustomer, ownAmount }: Further): Column[] {
  const { orders } = context.request;
  const { source, formats } = context;
  const words = context.words.orders;
  const rowOf = (index: number): number => orders.sourceRow[index] ?? 0;
  const firstRowOf = (index: number): number => rowOf(orders.firstLine?.[index] ?? index);
  const has = (index: number, bit: number): boolean => ((orders.form?.[index] ?? 0) & bit) !== 0;
  const amountOf = (index: number): number => orders.amount[index] ?? 0;
  const linked = (index: number): boolean =>
    has(index, SOURCE_FORM.dateIsSerial) && has(index, SOURCE_FORM.amountIsNumber);
  const idText = (index: number): string => orders.customerIds[orders.customer[index] ?? 0] ?? "";
  const mayMove = everyRowFollows(context);
  return [
    { header: words.number, width: 8, format: { numberFormat: formats.number }, cell: (i) => i + 1 },
    {
      header: words.customer,
      width: 10,
      format: { numberFormat: formats.number },
      name: "clv_order_customer",
      cell: (i, line) => {
        const number = (orders.customer[i] ?? 0) + 1;
        if (!has(i, SOURCE_FORM.idIsPlain)) return number;
        const [id, made] = [`C${line}`, `${madeCustomer}${line}`];
        // Only an id that is another one is looked for. Where no customer has it, or it is a pattern, a check fails.
        const found = `IFERROR(MATCH(${id},clv_customer_id,0),${made})`;
        return formula(`=IF(${id}=INDEX(clv_customer_id,${made}),${made},${found})`, number);
      },
    },
    {
      header: words.id,
      width: 18,
      format: { style: "crossLink" },
      // How the row itself writes the id, its capitals, is not kept by the reader: nothing is expected of the formula.
      cell: (i) => (has(i, SOURCE_FORM.idIsPlain) ? formula(`=TRIM(${source.idCell(rowOf(i))})`) : idText(i)),
    },
    {
      header: words.date,
      width: 12,
      format: { style: "crossLink", numberFormat: formats.date },
      name: "clv_order_date",
      cell: (i) => {
        const day = orders.day[i] ?? 0;
        return has(i, SOURCE_FORM.dateIsSerial)
          ? formula(`=INT(${source.dateCell(firstRowOf(i))})`, day)
          : day;
      },
    },
    {
      header: words.amount,
      width: 14,
      format: { style: "crossLink", numberFormat: formats.money },
      name: "clv_order_amount",
      cell: (i, line) =>
        convertedAmount(context, i, `${ownAmount}${line}`) ??
        (has(i, SOURCE_FORM.amountIsNumber)
          ? formula(`=${source.amount(rowOf(i))}`, amountOf(i))
          : amountOf(i)),
    },
    {
      header: words.sourceRow,
      width: 11,
      format: { style: "crossLink", numberFormat: formats.number },
      cell: (i) => formula(source.link(rowOf(i)), rowOf(i) + 1),
    },
    {
      header: words.read,
      width: 11,
      format: { numberFormat: formats.count },
      name: "clv_order_read",
      cell: (i) => (linked(i) ? 0 : 1),
    },
    {
      header: words.readAmount,
      width: 14,
      format: { numberFormat: formats.money },
      name: "clv_order_read_amount",
      cell: (i) =>
        has(i, SOURCE_FORM.amountIsNumber) ? 0 : (orders.conversion?.ownAmount[i] ?? amountOf(i)),
    },
    {
      header: words.changed,
      width: 12,
      format: { numberFormat: formats.count },
      name: "clv_order_changed",
      cell: (i, line) => {
        const [row, firstRow] = [rowOf(i), firstRowOf(i)];
        const same = [
          ...(has(i, SOURCE_FORM.idIsPlain)
            ? [`C${line}=INDEX(clv_customer_id,${mayMove ? "B" : madeCustomer}${line})`]
            : []),
          // A link to an emptied cell is 0, and one to a text is left out of every sum: neither may pass unseen.
          ...(has(i, SOURCE_FORM.dateIsSerial) ? [`ISNUMBER(${source.dateCell(firstRow)})`] : []),
          ...(has(i, SOURCE_FORM.amountIsNumber)
            ? source.amountCells(row).map((cell) => `ISNUMBER(${cell})`)
            : []),
          ...(row === firstRow ? [] : [source.sameOrder(row, firstRow)]),
        ];
        return same.length > 0 ? formula(`=IF(AND(${same.join(",")}),0,1)`, 0) : 0;
      },
    },
  ];
}

/**
 * Whether every row of the source is an order of which everything is read by formulas: then another customer in a row, or
 * rows in another order, leave the sheets right. Else a value could be taken for that of another row.
 */
function everyRowFollows({ request }: Context): boolean {
  const { orders, columns, sourceRows } = request;
  const all = SOURCE_FORM.dateIsSerial | SOURCE_FORM.amountIsNumber | SOURCE_FORM.idIsPlain;
  return (
    orders.length === sourceRows &&
    columns.currency === null &&
    orders.firstLine === undefined &&
    orders.form?.every((form) => (form & all) === all) === true &&
    (orders.group === undefined || orders.form.every((form) => (form & SOURCE_FORM.groupIsPlain) !== 0))
  );
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
