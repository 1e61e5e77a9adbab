import type { Context } from "../context";
import { formulaText, type FigureLine } from "../layout/figureLines";
import { moneyUnit } from "./figuresBlock";
import { isAtStart, TIMINGS, timingOf } from "../inputs/inputs";

type Working = Omit<FigureLine, "label" | "how" | "expected"> & {
  readonly key: keyof Context["words"]["workings"];
  readonly expected: FigureLine["expected"];
};

const linesOf = ({ words }: Context, workings: readonly Working[]): FigureLine[] =>
  workings.map(({ key, ...rest }) => ({ ...rest, label: words.workings[key], how: "" }));

export function periodLines(context: Context): FigureLine[] {
  const { figures, formats, words } = context;
  const { units } = words;
  const count = { numberFormat: formats.count };
  const tooShort = words.summary.tooShort;
  return linesOf(context, [
    {
      key: "periodYears",
      name: "clv_period_years",
      formula: "(clv_as_of-clv_period_start+1)/clv_days_per_year",
      expected: figures.periodYears,
      numberFormat: formats.decimal,
      unit: units.years,
    },
    {
      ...count,
      key: "periodCustomers",
      name: "clv_period_customers",
      formula: 'COUNTIF(clv_customer_period_orders,">0")',
      expected: figures.periodCustomers,
      unit: units.customers,
    },
    {
      ...count,
      key: "periodOrders",
      name: "clv_period_orders",
      formula: "SUM(clv_customer_period_orders)",
      expected: figures.periodOrders,
      unit: units.orders,
    },
    {
      key: "periodRevenue",
      name: "clv_period_revenue",
      formula: "ROUND(SUM(clv_customer_period_revenue),clv_decimals)",
      expected: figures.periodRevenue,
      numberFormat: formats.money,
      unit: moneyUnit(context, "money"),
    },
    {
      key: "firstOrder",
      name: "clv_first_order",
      // The minimum of nothing is 0: where all there is are returns.
      formula: 'MINIFS(clv_customer_first,clv_customer_first,">0")',
      expected: figures.firstOrder,
      numberFormat: `${formats.date};;"–"`,
      unit: "",
    },
    {
      ...count,
      key: "startCustomers",
      name: "clv_start_customers",
      formula: "SUM(clv_customer_active_before)",
      expected: figures.startCustomers,
      unit: units.customers,
    },
    {
      ...count,
      key: "keptCustomers",
      name: "clv_kept_customers",
      formula: "SUMPRODUCT(clv_customer_active_before,clv_customer_active)",
      expected: figures.keptCustomers,
      unit: units.customers,
    },
    {
      key: "churnMeasured",
      name: "clv_churn_measured",
      // Losses can only be seen where the days in which they fall are among the orders: lossesCanBeSeen, keyFigures.ts.
      formula: `IF(AND(clv_start_customers>0,OR(clv_lost_after<=clv_as_of-clv_period_start+1,clv_first_order<=clv_period_start-clv_lost_after)),1-(clv_kept_customers/clv_start_customers)^(1/clv_period_years),${formulaText(tooShort)})`,
      expected: figures.churnMeasured ?? tooShort,
      numberFormat: formats.percent,
      unit: units.perYear,
    },
    {
      key: "expectedLifespan",
      name: "clv_expected_lifespan",
      formula: "IF(clv_churn>0,1/clv_churn,clv_horizon)",
      expected: figures.expectedLifespan,
      numberFormat: formats.decimal,
      unit: units.years,
    },
    {
      key: "revenuePerYear",
      name: "clv_revenue_per_year",
      formula: "clv_order_value*clv_frequency",
      expected: figures.revenuePerYear,
      numberFormat: formats.money,
      unit: moneyUnit(context, "moneyPerYear"),
    },
  ]);
}

export function discountLines(context: Context): FigureLine[] {
  const { figures, formats, words, request } = context;
  const precise = { numberFormat: "0.0000" };
  const { units } = words;
  const firstDiscounts = TIMINGS.map((timing) => (isAtStart(timing) ? "1" : "1/(1+clv_discount_rate)"));
  return linesOf(context, [
    {
      key: "retention",
      name: "clv_retention",
      formula: "1-clv_churn",
      expected: figures.retention,
      numberFormat: formats.percent,
      unit: units.perYear,
    },
    {
      ...precise,
      key: "discountRatio",
      name: "clv_discount_ratio",
      formula: "clv_retention/(1+clv_discount_rate)",
      expected: figures.discountRatio,
      unit: "",
    },
    {
      ...precise,
      key: "annuity",
      name: "clv_annuity",
      formula:
        "IF(clv_discount_ratio=1,clv_horizon,(1-clv_discount_ratio^clv_horizon)/(1-clv_discount_ratio))",
      expected: figures.annuity,
      unit: units.years,
    },
    {
      key: "timingCode",
      name: "clv_timing_place",
      formula: "MATCH(clv_timing,clv_timing_list,0)",
      expected: TIMINGS.indexOf(timingOf(request.inputs)) + 1,
      numberFormat: formats.number,
      unit: "",
    },
    {
      ...precise,
      key: "timingWeight",
      name: "clv_timing_weight",
      formula: "INDEX(clv_timing_weights,clv_timing_place)",
      expected: figures.timingWeight,
      unit: "",
    },
    {
      key: "discountedBeforeAcquisition",
      name: "clv_discounted_before_acquisition",
      formula: "clv_profit_per_year*clv_annuity*clv_timing_weight",
      expected: figures.discountedBeforeAcquisition,
      numberFormat: formats.money,
      unit: moneyUnit(context, "money"),
    },
    {
      ...precise,
      key: "firstDiscount",
      name: "clv_first_discount",
      formula: `CHOOSE(clv_timing_place,${firstDiscounts.join()})`,
      expected: figures.firstDiscount,
      unit: "",
    },
    {
      ...precise,
      key: "residualFactor",
      name: "clv_residual_factor",
      formula: "clv_annuity*clv_retention*clv_first_discount",
      expected: figures.residualFactor,
      unit: units.years,
    },
  ]);
}
