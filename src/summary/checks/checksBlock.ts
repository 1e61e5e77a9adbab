import { addressOf, cellAddress } from "../layout/cellAddress";
import type { Context } from "../context";
import { excludedRows } from "../orders/excludedRows";
import { formulaText } from "../layout/figureLines";
import { inputNumber } from "../board/keyFigures";
import type { Area, PlanCell, Scalar } from "../plan";
import { areaOf, formula, type SheetDraft } from "../layout/sheetDraft";

/** Description, expected, actual, difference, tolerance, result. */
export const CHECK_COLUMNS = 6;

/** One check: two figures, reached by different ways, that must be equal. */
export interface Check {
  readonly label: string;
  /** A formula, without its `=`, for a label that says more where it can; `label` where left out. */
  readonly labelFormula?: string;
  /** Both without their `=`. */
  readonly expected: string;
  readonly actual: string;
  /** What both are, as far as our own engine knows it. */
  readonly value: Scalar | undefined;
  /** Where the check fails from the start, as with an as-of day before the last order: what is found instead. */
  readonly found?: number;
  readonly isMoney: boolean;
  /** Both figures are days. */
  readonly isDate?: boolean;
}

const failsAtOnce = ({ value, found }: Check): boolean => found !== undefined && found !== value;

/** How many fail already when the sheet is made. */
export const failures = (checks: readonly Check[]): number => checks.filter(failsAtOnce).length;

/** Puts the checks and names how many fail; gives the row after the last. */
export function putChecks(
  draft: SheetDraft,
  context: Context,
  checks: readonly Check[],
  row: number,
  labelColumn: number,
  labelSpan = 1,
): number {
  const { words, formats, names } = context;
  const head = words.checkColumns;
  /** The first figure stands one column after the words, whatever these span. */
  const column = labelColumn + labelSpan - 1;
  const blanks = Array<string>(labelSpan - 1).fill("");
  draft.put(
    row,
    labelColumn,
    [[head.label, ...blanks, head.expected, head.actual, head.difference, head.tolerance, head.result]],
    { style: "tableHeader" },
  );
  draft.put(
    row + 1,
    labelColumn,
    checks.map((check, index) => [
      check.labelFormula === undefined ? check.label : formula(`=${check.labelFormula}`, check.label),
      ...blanks,
      ...checkLine(context, check, row + 1 + index, column),
    ]),
  );
  draft.format(areaOf(row, column + 1, 1, 4), { align: "end" });
  draft.format(areaOf(row, column + 5, 1, 1), { align: "center" });
  checks.forEach(({ isMoney, isDate }, index) => {
    const difference = isMoney ? formats.money : formats.count;
    const figures = isDate === true ? formats.date : difference;
    const look = { style: "formula", align: "end" } as const;
    draft.format(areaOf(row + 1 + index, column + 1, 1, 2), { ...look, numberFormat: figures });
    draft.format(areaOf(row + 1 + index, column + 3, 1, 1), { ...look, numberFormat: difference });
  });
  checks.forEach(({ isMoney }, index) => {
    const at = row + 1 + index;
    draft.span(areaOf(at, labelColumn, 1, labelSpan), { style: "label", wrap: true });
    const numberFormat = isMoney ? formats.tolerance : formats.count;
    draft.format(areaOf(at, column + 4, 1, 1), { style: "unit", numberFormat, align: "end" });
  });
  const results = areaOf(row + 1, column + 5, checks.length, 1);
  draft.format(results, { style: "formula", align: "center" });
  colour(draft, context, results);
  const failed = areaOf(row + 1 + checks.length, column + 5, 1, 1);
  draft.put(failed.row, labelColumn, [
    [
      words.workings.failedChecks,
      ...blanks,
      "",
      "",
      "",
      "",
      formula(
        `=ROWS(${addressOf(results)})-COUNTIF(${addressOf(results)},${formulaText(words.pass)})`,
        failures(checks),
      ),
    ],
  ]);
  draft.format(areaOf(failed.row, labelColumn, 1, CHECK_COLUMNS + labelSpan - 1), { style: "total" });
  draft.format(failed, { numberFormat: "0", align: "center" });
  names.add("clv_failed_checks", draft.key, failed, words.workings.failedChecks);
  return failed.row + 1;
}

function checkLine({ words }: Context, check: Check, row: number, column: number): PlanCell[] {
  const at = (offset: number): string => cellAddress(row, column + offset);
  const [pass, fail] = [formulaText(words.pass), formulaText(words.fail)];
  return [
    formula(`=${check.expected}`, check.value),
    formula(`=${check.actual}`, check.found ?? check.value),
    formula(`=${at(2)}-${at(1)}`),
    check.isMoney ? formula("=clv_tolerance") : 0,
    // An error in either figure fails the check instead of hiding it.
    formula(
      `=IF(ISNUMBER(${at(3)}),IF(ABS(${at(3)})<=${at(4)},${pass},${fail}),${fail})`,
      failsAtOnce(check) ? words.fail : words.pass,
    ),
  ];
}

function colour(draft: SheetDraft, { words }: Context, area: Area): void {
  const first = cellAddress(area.row, area.column);
  draft.conditionalFormats.push(
    { area, rule: { kind: "formula", formula: `=${first}=${formulaText(words.pass)}`, style: "pass" } },
    { area, rule: { kind: "formula", formula: `=${first}=${formulaText(words.fail)}`, style: "fail" } },
  );
}

/** The checks of every summary; sheets made by choice add their own. */
export function summaryChecks(context: Context): Check[] {
  return context.live
    ? [...sourceChecks(context), ...liveChecks(context), ...commonChecks(context)]
    : [...sourceChecks(context), ...commonChecks(context)];
}

/** The source, seen as a whole, against what was used and what was left out. */
function sourceChecks(context: Context): Check[] {
  const { source, live, request } = context;
  const words = context.words.checks;
  const { listed, unlisted } = excludedRows(request.findings);
  const left = `COUNT(clv_excluded_number)`;
  const hasLines = request.orders.firstLine !== undefined;
  const used = live
    ? "COUNT(clv_order_customer)"
    : `SUM(clv_customer_orders)+SUM(clv_customer_returns)${hasLines ? "+clv_further_lines" : ""}`;
  // What was converted ties to the source in its own currencies.
  const converted = request.orders.conversion !== undefined;
  const amount = live
    ? `SUM(${converted ? "clv_order_own_amount" : "clv_order_amount"})-SUM(clv_order_read_amount)`
    : `${converted ? "clv_own_amounts" : "clv_revenue"}-clv_read_amount`;
  const rows: Check = {
    ...rowsLabel(context),
    expected: `ROWS(${source.idRange})`,
    actual: unlisted > 0 ? `${used}+${left}+clv_unlisted_rows` : `${used}+${left}`,
    value: request.orders.length + listed.length + unlisted,
    isMoney: false,
  };
  if (unlisted > 0) return [rows];
  const total = `ROUND(${source.amountTotal},clv_decimals)`;
  return [
    rows,
    {
      label: words.amount,
      expected: total,
      // The amounts of rows put in since are in the total: the check of the rows says that there are some.
      actual: `IF(${source.rowsInserted}>0,${total},ROUND(${amount}+SUM(clv_excluded_amount),clv_decimals))`,
      value: undefined,
      isMoney: true,
    },
  ];
}

/** Rows that were added to the source are told by their number. */
function rowsLabel({ source, words }: Context): Pick<Check, "label" | "labelFormula"> {
  const { rows, tableRows, rowsAdded } = words.checks;
  const { rowsAdded: added } = source;
  const label = source.isTable ? tableRows : rows;
  const [before = "", after = ""] = rowsAdded.split("{n}");
  const said = `${formulaText(before)}&${added}&${formulaText(after)}`;
  return { label, labelFormula: `IF(${added}>0,${said},${formulaText(label)})` };
}

/** The customer table against the working sheet of orders. */
function liveChecks(context: Context): Check[] {
  const { words, figures, request } = context;
  const hasLines = request.orders.firstLine !== undefined;
  const asOf = inputNumber(request.inputs, "asOf");
  return [
    {
      label: words.checks.customers,
      // Counts different numbers: FREQUENCY gives 0 for a number that was seen before.
      expected: "SUMPRODUCT(--(FREQUENCY(clv_order_customer,clv_order_customer)>0))",
      actual: "clv_customers",
      value: figures.customers,
      isMoney: false,
    },
    ...(hasLines ? lineChecks(context) : [lineCheck(words.checks.lines, context)]),
    {
      label: words.checks.revenue,
      expected: "ROUND(SUM(clv_order_amount),clv_decimals)",
      actual: "clv_revenue",
      value: figures.revenue,
      isMoney: true,
    },
    {
      label: words.checks.periodRevenue,
      expected: 'ROUND(SUMIFS(clv_order_amount,clv_order_date,">="&clv_period_start),clv_decimals)',
      actual: "clv_period_revenue",
      value: figures.periodRevenue,
      isMoney: true,
    },
    {
      label: words.checks.late,
      expected: "0",
      actual: 'COUNTIF(clv_order_date,">"&clv_as_of)',
      value: 0,
      found: request.orders.day.reduce((late, day) => late + (day > asOf ? 1 : 0), 0),
      isMoney: false,
    },
    {
      label: hasLines ? words.checks.changedLines : words.checks.changed,
      expected: "0",
      actual: "SUM(clv_order_changed)",
      value: 0,
      isMoney: false,
    },
  ];
}

const lineCheck = (label: string, { request }: Context, further = ""): Check => ({
  label,
  expected: "COUNT(clv_order_amount)",
  actual: `clv_orders+SUM(clv_customer_returns)${further}`,
  value: request.orders.length,
  isMoney: false,
});

/** Where orders have several lines: each order counts once, and the other lines are accounted for. */
function lineChecks(context: Context): Check[] {
  const { words, figures } = context;
  const further = '+COUNTIF(clv_order_amount,">=0")-SUM(clv_order_counts)';
  // The order's number where the line is no return, else 0: which is one number too many where there are returns.
  const numbers = "clv_order_first_line*(clv_order_amount>=0)";
  return [
    {
      label: words.checks.uniqueOrders,
      expected: `SUMPRODUCT(--(FREQUENCY(${numbers},${numbers})>0))-IF(COUNTIF(clv_order_amount,"<0")>0,1,0)`,
      actual: "clv_orders",
      value: figures.orders,
      isMoney: false,
    },
    lineCheck(words.checks.linesTogether, context, further),
  ];
}

function commonChecks({ words, source, figures }: Context): Check[] {
  const below = `COUNTA(${source.rowBelow})`;
  return [
    {
      label: words.checks.groupCustomers,
      expected: "clv_customers",
      actual: "SUM(clv_group_customers)",
      value: figures.customers,
      isMoney: false,
    },
    {
      label: words.checks.groupRevenue,
      expected: "clv_revenue",
      actual: "ROUND(SUM(clv_group_revenue),clv_decimals)",
      value: figures.revenue,
      isMoney: true,
    },
    {
      label: words.checks.below,
      expected: "0",
      // Where a table has grown, the row below is one of its own.
      actual: source.rowsAppended === undefined ? below : `IF(${source.rowsAppended}>0,0,${below})`,
      value: 0,
      isMoney: false,
    },
    {
      label: words.checks.inputs,
      expected: "0",
      actual:
        "SUMPRODUCT(ISNUMBER(clv_input_values)*((clv_input_values<clv_input_lowest)+(clv_input_values>clv_input_highest)))+IF(clv_period_start>clv_as_of,1,0)",
      value: 0,
      isMoney: false,
    },
  ];
}
