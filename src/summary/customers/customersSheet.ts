import { columnLetters } from "../layout/cellAddress";
import { cohortCustomerColumns } from "../cohorts/cohortColumns";
import { putColumns, type Column } from "../layout/columnTable";
import { headerWidth } from "../layout/columnWidth";
import type { Context } from "../context";
import { LIVE_CUSTOMERS } from "../liveLimits";
import { offerColumn } from "../planning/customerOffers";
import { modelColumns } from "./modelColumns";
import { countedOrders } from "../orders/orderLineColumns";
import type { PlanCell, SheetPlan } from "../plan";
import { segmentColumns } from "../segments/segmentColumns";
import { formula, type FormatOptions } from "../layout/sheetDraft";

const HEADER_ROW = 3;

/** More columns than this are too small to read on a page. */
const MOST_PRINTED = 16;

/** A customer's column: its workbook name is `clv_customer_` and the key in snake case. */
export interface CustomerColumn {
  readonly key: string;
  readonly header: string;
  readonly width: number;
  readonly format: FormatOptions;
  readonly values: ArrayLike<number | string>;
  /** The formula, given the cell of another column of the same row; a value where left out. */
  readonly formula?: (cell: (key: string) => string, line: number) => string;
  /** Facts from the orders are values when the table is not live. */
  readonly fromOrders?: boolean;
}

/** One row per customer, joined to the orders by the customer's number. */
export function planCustomersSheet(context: Context): SheetPlan {
  const draft = context.draft("customers");
  const { words, base, request } = context;
  const specs = customerColumns(context);
  draft.line(0, words.customers.title, 12, "title");
  draft.line(
    1,
    context.live
      ? context.fill(words.customers.live, { orders: context.sheetName("orders") })
      : context.fill(words.customers.values, {
          customers: context.quantity(base.length),
          orders: context.quantity(request.orders.length),
        }),
    12,
    "note",
  );
  const columns = specs.map((spec) => column(spec, specs, context));
  putColumns(draft, context.names, columns, {
    row: HEADER_ROW,
    column: 0,
    count: base.length,
    tableName: "clv_customer_table",
  });
  draft.columnWidths = columns.map(({ header, width }) => headerWidth(header, width));
  draft.frozenRows = HEADER_ROW + 1;
  draft.frozenColumns = 2;
  draft.titleRows = HEADER_ROW + 1;
  draft.titleColumns = 2;
  draft.pagesWide = columns.length > MOST_PRINTED ? 2 : 1;
  draft.gridlines = true;
  return draft.finish();
}

const snakeCase = (key: string): string => key.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

/** The workbook name of a customer column: `clv_customer_period_orders`. */
const customerName = (key: string): string => `clv_customer_${snakeCase(key)}`;

function column(spec: CustomerColumn, all: readonly CustomerColumn[], context: Context): Column {
  const follows = spec.fromOrders !== true && context.base.length <= LIVE_CUSTOMERS;
  const isFormula = spec.formula !== undefined && (context.live || follows);
  return {
    header: spec.header,
    width: spec.width,
    format: isFormula || spec.formula === undefined ? spec.format : { ...spec.format, style: "modelValue" },
    name: customerName(spec.key),
    cell: (index, line): PlanCell => {
      const value = spec.values[index] ?? 0;
      if (!isFormula || spec.formula === undefined) return value;
      const cell = (key: string): string =>
        `${columnLetters(all.findIndex((other) => other.key === key))}${line}`;
      return formula(`=${spec.formula(cell, line)}`, value);
    },
  };
}

/** A column whose header goes by its key. */
type OwnColumn = Omit<CustomerColumn, "key" | "header"> & {
  readonly key: keyof Context["words"]["customers"];
};

const own = ({ words }: Context, columns: readonly OwnColumn[]): CustomerColumn[] =>
  columns.map((column) => ({ ...column, header: words.customers[column.key] }));

function customerColumns(context: Context): CustomerColumn[] {
  const { base, request, formats } = context;
  const number = { numberFormat: formats.number };
  return [
    ...own(context, [
      {
        key: "number",
        width: 7,
        format: number,
        values: Array.from({ length: base.length }, (_, i) => i + 1),
      },
      { key: "id", width: 18, format: { numberFormat: "@" }, values: request.orders.customerIds },
      ...factColumns(context),
      ...standingColumns(context),
      ...valueColumns(context),
      ...rankColumns(context),
    ]),
    ...(context.wants("segments") ? segmentColumns(context) : []),
    ...(context.wants("cohorts") ? cohortCustomerColumns(context) : []),
    ...(context.wants("planning") ? [offerColumn(context)] : []),
    ...modelColumns(context),
  ];
}

/** What the orders say about the customer. */
function factColumns(context: Context): OwnColumn[] {
  const { base, formats } = context;
  const mine = (cell: (key: string) => string): string => `clv_order_customer,${cell("number")}`;
  // Whoever only returned has bought on no day.
  const dayOrNone = { style: "formula", numberFormat: `${formats.date};;"–"` } as const;
  const count = { style: "formula", numberFormat: formats.count } as const;
  const money = { style: "formula", numberFormat: formats.money } as const;
  const bought = 'clv_order_amount,">=0"';
  const counted = countedOrders(context);
  const inPeriod = 'clv_order_date,">="&clv_period_start';
  const fact = (
    key: OwnColumn["key"],
    values: Float64Array,
    format: FormatOptions,
    text: (cell: (key: string) => string) => string,
    width = 12,
  ): OwnColumn => ({ key, values, format, formula: text, width, fromOrders: true });
  return [
    fact("first", base.first, dayOrNone, (cell) => `MINIFS(clv_order_date,${mine(cell)},${bought})`),
    fact("last", base.last, dayOrNone, (cell) => `MAXIFS(clv_order_date,${mine(cell)},${bought})`),
    fact("orders", base.orders, count, (cell) => `COUNTIFS(${mine(cell)},${counted})`, 9),
    fact("returns", base.returns, count, (cell) => `COUNTIFS(${mine(cell)},clv_order_amount,"<0")`, 9),
    fact(
      "revenue",
      base.revenue,
      money,
      (cell) => `ROUND(SUMIFS(clv_order_amount,${mine(cell)}),clv_decimals)`,
      14,
    ),
    {
      key: "orderValue",
      width: 12,
      format: money,
      values: base.revenue.map((revenue, c) =>
        (base.orders[c] ?? 0) > 0 ? revenue / (base.orders[c] ?? 1) : 0,
      ),
      formula: (cell) => `IF(${cell("orders")}>0,${cell("revenue")}/${cell("orders")},0)`,
    },
    fact(
      "periodOrders",
      base.periodOrders,
      count,
      (cell) => `COUNTIFS(${mine(cell)},${inPeriod},${counted})`,
      10,
    ),
    fact(
      "periodRevenue",
      base.periodRevenue,
      money,
      (cell) => `ROUND(SUMIFS(clv_order_amount,${mine(cell)},${inPeriod}),clv_decimals)`,
      14,
    ),
    fact(
      "lastBefore",
      base.lastBefore,
      dayOrNone,
      (cell) => `MAXIFS(clv_order_date,${mine(cell)},clv_order_date,"<"&clv_period_start,${bought})`,
    ),
  ];
}

/** Whether the customer is one, and since when. */
function standingColumns({ base, formats, request }: Context): OwnColumn[] {
  const count = { style: "formula", numberFormat: formats.count } as const;
  const asOf = request.inputs.asOf.value;
  const today = typeof asOf === "number" ? asOf : 0;
  const since = (days: Float64Array): (number | string)[] =>
    Array.from(days, (day) => (day > 0 ? today - day : ""));
  return [
    {
      key: "activeBefore",
      width: 12,
      format: count,
      values: base.activeBefore,
      formula: (cell) => `IF(${cell("lastBefore")}>=clv_period_start-clv_lost_after,1,0)`,
    },
    {
      key: "active",
      width: 11,
      format: count,
      values: base.active,
      formula: (cell) => `IF(${cell("last")}>clv_as_of-clv_lost_after,1,0)`,
    },
    {
      key: "recency",
      width: 11,
      format: { ...count, numberFormat: "#,##0" },
      values: since(base.last),
      formula: (cell) => `IF(${cell("last")}>0,clv_as_of-${cell("last")},"")`,
    },
    {
      key: "tenure",
      width: 11,
      format: { ...count, numberFormat: "#,##0" },
      values: since(base.first),
      formula: (cell) => `IF(${cell("first")}>0,clv_as_of-${cell("first")},"")`,
    },
  ];
}

/** What the customer has brought and brings still, before acquisition cost. */
function valueColumns({ values, formats }: Context): OwnColumn[] {
  const money = { style: "formula", numberFormat: formats.money } as const;
  return [
    {
      key: "futureRevenue",
      width: 14,
      format: money,
      values: values.futureRevenue,
      formula: (cell) => `IF(${cell("active")}=1,${cell("periodRevenue")}/clv_period_years*clv_lifespan,0)`,
    },
    {
      key: "futureProfit",
      width: 14,
      format: money,
      values: values.futureProfit,
      formula: (cell) =>
        `IF(${cell("active")}=1,((${cell("periodRevenue")}*clv_gross_margin-${cell("periodOrders")}*clv_cost_per_order)/clv_period_years-clv_retention_cost)*clv_residual_factor,0)`,
    },
    {
      key: "clvRevenue",
      width: 14,
      format: money,
      values: values.clvRevenue,
      formula: (cell) => `${cell("revenue")}+${cell("futureRevenue")}`,
    },
    {
      key: "clvProfit",
      width: 14,
      format: money,
      values: values.clvProfit,
      formula: (cell) =>
        `${cell("revenue")}*clv_gross_margin-${cell("orders")}*clv_cost_per_order+${cell("futureProfit")}`,
    },
  ];
}

/** Ranked by revenue, a fact: groups must not move when the discount rate does. */
function rankColumns({ base, formats }: Context): OwnColumn[] {
  const count = { style: "formula", numberFormat: formats.count } as const;
  return [
    {
      key: "rank",
      width: 9,
      format: count,
      values: base.rank,
      fromOrders: true,
      formula: (cell, line) => {
        const own = cell("revenue");
        const letters = own.replace(/\d+$/, "");
        // Ties in the order of the rows: as many of this value as stand above it.
        return `RANK(${own},clv_customer_revenue)+COUNTIF(${letters}$${HEADER_ROW + 2}:${letters}${line},${own})-1`;
      },
    },
    {
      key: "group",
      width: 9,
      format: count,
      values: base.group,
      formula: (cell) => `INT(clv_groups*(${cell("rank")}-1)/ROWS(clv_customer_revenue))+1`,
    },
  ];
}
