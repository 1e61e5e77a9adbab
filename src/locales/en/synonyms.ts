/** Words people search by that mean the same in this trade: whoever looks for one finds the others too. */
export const synonyms = {
  churn: "churn, attrition, lapse, leavers, lost, defection, gone",
  retention: "retention, loyalty, stay, keep, renewal, kept",
  value: "lifetime value, clv, ltv, cltv, customer value",
  acquisition: "acquisition, cac, win, marketing spend, new customer, cpa",
  margin: "margin, profit, contribution, markup",
  orderValue: "order value, aov, basket, average sale, ticket, purchase value",
  frequency: "frequency, repeat, purchases per, orders per",
  discount: "discount, present value, npv, time value, interest, wacc",
  payback: "payback, break-even, breakeven, recover",
  subscription: "subscription, mrr, arr, recurring, saas, arpu",
  segments: "rfm, segment, quartile, decile, pareto, concentration, gini",
  sensitivity: "sensitivity, tornado, what-if, scenario, elasticity",
  forecast: "forecast, predict, expected, probability, model",
  cohort: "cohort, survival, lifespan, tenure, duration",
  referral: "referral, recommend, word of mouth, viral, nps",
};
