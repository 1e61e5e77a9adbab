import type { Context } from "../context";
import { formulaText, putFigures, type FigureLine } from "../layout/figureLines";
import { timingOf } from "../inputs/inputs";
import type { FormulaCell } from "../plan";
import { areaOf, formula, type SheetDraft } from "../layout/sheetDraft";

/** The board's figures, in four groups; gives the row after the last. */
export function putKeyFigures(draft: SheetDraft, context: Context, row: number): number {
  const { summary } = context.words;
  const head = summary.figureColumns;
  draft.put(row, 0, [[head.label, head.value, head.unit, head.how]], { style: "tableHeader" });
  draft.format(areaOf(row, 1, 1, 1), { align: "end" });
  draft.format(areaOf(row, 2, 1, 2), { align: "start", indent: 1 });
  let next = heading(draft, summary.baseHeading, row + 1);
  next = putFigures(draft, context, baseLines(context), next);
  next = heading(draft, summary.ratesHeading, next);
  next = putFigures(draft, context, rateLines(context), next);
  next = putTwoFormulas(draft, context, next);
  next = heading(draft, summary.valueHeading, next);
  return putFigures(draft, context, valueLines(context), next);
}

function heading(draft: SheetDraft, text: string, row: number): number {
  draft.put(row, 0, [[text, "", "", ""]], { style: "heading" });
  return row + 1;
}

/** A line whose name, words and value all go by one key. */
function lineOf(
  context: Context,
  key: keyof Context["words"]["figures"],
  rest: Omit<FigureLine, "label" | "how">,
): FigureLine {
  return { ...context.words.figures[key], ...rest };
}

function baseLines(context: Context): FigureLine[] {
  const { formats, figures, words } = context;
  const count = { numberFormat: formats.count };
  return [
    lineOf(context, "customers", {
      ...count,
      name: "clv_customers",
      formula: "ROWS(clv_customer_revenue)",
      expected: figures.customers,
      unit: words.units.customers,
    }),
    lineOf(context, "activeCustomers", {
      ...count,
      name: "clv_active_customers",
      formula: "SUM(clv_customer_active)",
      expected: figures.activeCustomers,
      unit: words.units.customers,
    }),
    lineOf(context, "orders", {
      ...count,
      name: "clv_orders",
      formula: "SUM(clv_customer_orders)",
      expected: figures.orders,
      unit: words.units.orders,
    }),
    lineOf(context, "revenue", {
      numberFormat: formats.money,
      name: "clv_revenue",
      formula: "ROUND(SUM(clv_customer_revenue),clv_decimals)",
      expected: figures.revenue,
      unit: moneyUnit(context, "money"),
    }),
  ];
}

function rateLines(context: Context): FigureLine[] {
  const { formats, figures, words, request } = context;
  return [
    lineOf(context, "orderValue", {
      numberFormat: formats.money,
      name: "clv_order_value",
      formula: "IF(clv_period_orders>0,clv_period_revenue/clv_period_orders,0)",
      expected: figures.orderValue,
      unit: moneyUnit(context, "moneyPerOrder"),
    }),
    lineOf(context, "frequency", {
      numberFormat: formats.decimal,
      name: "clv_frequency",
      formula: "IF(clv_period_customers>0,clv_period_orders/clv_period_years/clv_period_customers,0)",
      expected: figures.frequency,
      unit: words.units.perYear,
    }),
    lineOf(context, "grossMargin", {
      numberFormat: formats.percent,
      formula: "clv_gross_margin",
      expected: request.inputs.grossMargin.value,
      unit: words.units.ofRevenue,
      style: "crossLink",
    }),
    lineOf(context, "churn", {
      numberFormat: formats.percent,
      name: "clv_churn",
      // Where nothing is known about churn, every customer counts for one year: the careful side.
      formula:
        "IF(ISNUMBER(clv_churn_typed),clv_churn_typed,IF(ISNUMBER(clv_churn_measured),clv_churn_measured,1))",
      expected: figures.churn,
      unit: words.units.perYear,
    }),
    lineOf(context, "lifespan", {
      numberFormat: formats.decimal,
      name: "clv_lifespan",
      formula: "IF(ISNUMBER(clv_lifespan_typed),clv_lifespan_typed,clv_expected_lifespan)",
      expected: figures.lifespan,
      unit: words.units.years,
    }),
    lineOf(context, "profitPerYear", {
      numberFormat: formats.money,
      name: "clv_profit_per_year",
      formula: "clv_revenue_per_year*clv_gross_margin-clv_frequency*clv_cost_per_order-clv_retention_cost",
      expected: figures.profitPerYear,
      unit: moneyUnit(context, "moneyPerYear"),
    }),
  ];
}

/** Both founding formulas, as revenue and as profit side by side: the two are never to be confused. */
function putTwoFormulas(draft: SheetDraft, context: Context, row: number): number {
  const { summary, figures: words } = context.words;
  const { figures, formats, names } = context;
  const upkeep = "(clv_frequency*clv_cost_per_order+clv_retention_cost)";
  const product = "clv_order_value*clv_frequency";
  const byChurn = (margin: string): string =>
    `IF(clv_churn>0,${product}${margin}/clv_churn,${product}${margin}*clv_horizon)`;
  const lines = [
    {
      ...words.simple,
      key: "simple",
      revenue: formula(`=${product}*clv_lifespan`, figures.simpleRevenue),
      profit: formula(
        `=${product}*clv_lifespan*clv_gross_margin-(clv_acquisition_cost+${upkeep}*clv_lifespan)`,
        figures.simpleProfit,
      ),
    },
    {
      ...words.churnBased,
      key: "churn",
      revenue: formula(`=${byChurn("")}`, figures.churnRevenue),
      profit: formula(
        `=${byChurn("*clv_gross_margin")}-(clv_acquisition_cost+${upkeep}*clv_expected_lifespan)`,
        figures.churnProfit,
      ),
    },
  ];
  draft.put(row, 0, [[summary.formulasHeading, summary.asRevenue, summary.asProfit, ""]]);
  draft.format(areaOf(row, 0, 1, 1), { style: "heading", wrap: true });
  draft.format(areaOf(row, 1, 1, 2), { style: "tableHeader", align: "end" });
  draft.format(areaOf(row, 3, 1, 1), { style: "heading" });
  draft.put(
    row + 1,
    0,
    lines.map(({ label, revenue, profit, how }) => [label, revenue, profit, how]),
  );
  draft.format(areaOf(row + 1, 0, lines.length, 1), { style: "label" });
  draft.format(areaOf(row + 1, 1, lines.length, 2), {
    style: "boardFigure",
    numberFormat: formats.money,
    align: "end",
  });
  draft.format(areaOf(row + 1, 3, lines.length, 1), { style: "note", align: "start", indent: 1 });
  lines.forEach(({ key, label }, index) => {
    names.add(
      `clv_${key}_revenue`,
      draft.key,
      areaOf(row + 1 + index, 1, 1, 1),
      context.fill(summary.figureAs, { figure: label, basis: summary.asRevenue }),
    );
    names.add(
      `clv_${key}_profit`,
      draft.key,
      areaOf(row + 1 + index, 2, 1, 1),
      context.fill(summary.figureAs, { figure: label, basis: summary.asProfit }),
    );
  });
  return row + 1 + lines.length;
}

function valueLines(context: Context): FigureLine[] {
  const { formats, figures, words, request } = context;
  const { noCost, noPayback } = words.summary;
  const cost = request.inputs.acquisitionCost.value;
  const hasCost = typeof cost === "number" && cost > 0;
  const discounted = words.figures.discounted;
  return [
    {
      label: discounted.label,
      how: namingTiming(discounted.how, "clv_timing", words.timings[timingOf(request.inputs)]),
      numberFormat: formats.money,
      name: "clv_discounted",
      formula: "clv_discounted_before_acquisition-clv_acquisition_cost",
      expected: figures.discounted,
      unit: moneyUnit(context, "money"),
      style: "boardFigure",
    },
    lineOf(context, "acquisitionCost", {
      numberFormat: formats.money,
      formula: "clv_acquisition_cost",
      expected: request.inputs.acquisitionCost.value,
      unit: moneyUnit(context, "money"),
      style: "crossLink",
    }),
    lineOf(context, "ltvToCac", {
      numberFormat: formats.multiple,
      name: "clv_ltv_to_cac",
      formula: `IF(clv_acquisition_cost>0,clv_discounted_before_acquisition/clv_acquisition_cost,${formulaText(noCost)})`,
      expected: figures.ltvToCac ?? noCost,
      unit: "",
    }),
    lineOf(context, "payback", {
      numberFormat: formats.decimal,
      name: "clv_payback_months",
      formula: `IF(clv_acquisition_cost>0,IF(clv_profit_per_year>0,clv_acquisition_cost/clv_profit_per_year*clv_months_per_year,${formulaText(noPayback)}),${formulaText(noCost)})`,
      expected: figures.paybackMonths ?? (hasCost ? noPayback : noCost),
      unit: formula(
        `=IF(ISNUMBER(clv_payback_months),${formulaText(words.units.months)},"")`,
        figures.paybackMonths === null ? "" : words.units.months,
      ),
    }),
    lineOf(context, "equity", {
      numberFormat: formats.money,
      name: "clv_equity",
      formula: "SUM(clv_customer_future_profit)",
      expected: figures.equity,
      unit: moneyUnit(context, "money"),
      style: "boardFigure",
    }),
  ];
}

/** The sentence with a timing in it, which follows the cells of the formula that gives it. */
export function namingTiming(sentence: string, given: string, timing: string): FormulaCell {
  const [before = "", after = ""] = sentence.split("{timing}");
  return formula(`=${formulaText(before)}&${given}&${formulaText(after)}`, `${before}${timing}${after}`);
}

/** `Cash flow, €`: the title of an axis; without the currency where none is known. */
export const withCurrency = ({ request }: Context, text: string): string =>
  request.money.symbol === "" ? text : `${text}, ${request.money.symbol}`;

/** `€ per order`; only `per order` where no currency is known. */
export function moneyUnit(
  { words, request }: Context,
  unit: "money" | "moneyPerYear" | "moneyPerOrder" | "moneyPerCustomer",
): string {
  const { symbol } = request.money;
  return unit === "money" ? symbol : words.units[unit].replace("{money}", symbol).trim();
}
