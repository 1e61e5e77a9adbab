import { SOURCE_FORM } from "../../orders/orderTable";
import type { Column } from "../layout/columnTable";
import type { Context } from "../context";
import { convertedAmount } from "../inputs/ratesBlock";
import { formula } from "../layout/sheetDraft";

/** Columns further on that those of every order look at. */
interface Further {
  /** The customers' numbers when the sheets were made. */
  readonly madeCustomer: string;
  /** The amounts in their own currencies, where amounts were converted. */
  readonly ownAmount: string;
}

export function orderColumns(context: Context, { madeCustomer, ownAmount }: Further): Column[] {
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
