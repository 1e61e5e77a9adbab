import * as measures from "../measures/acquisition";
import { TIMING } from "../measures/timing";
import * as take from "./arguments";
import { each } from "./broadcast";
import { timingOf } from "./ranges";

/**
 * Customer acquisition cost: what was spent on winning customers, per customer won.
 * @customfunction CAC
 * @param spend Spending on acquisition in the period, in money.
 * @param new_customers Customers won in the same period.
 * @returns Money per new customer.
 * @formula spend / new_customers
 * @errors #DIV/0! when there are no new customers.
 * @example =CLV.CAC(60000, 5847) → 10.26
 * @source Farris et al., Marketing Metrics, ch. 5.
 */
export function cac(spend: unknown[][], new_customers: unknown[][]): unknown[][] {
  return each(
    "plain",
    measures.acquisitionCost,
    take.notNegative("spend", spend),
    take.notNegative("new_customers", new_customers),
  );
}

/**
 * Retention cost: what was spent on keeping customers, per customer kept.
 * @customfunction RETENTIONCOST
 * @param spend Spending on retention in the period, in money.
 * @param retained Customers kept in the same period.
 * @returns Money per customer kept.
 * @formula spend / retained
 * @errors #DIV/0! when no customer was kept.
 * @example =CLV.RETENTIONCOST(25000, 17828) → 1.40
 * @source Farris et al., Marketing Metrics, ch. 5.
 */
export function retentionCost(spend: unknown[][], retained: unknown[][]): unknown[][] {
  return each(
    "plain",
    measures.retentionCost,
    take.notNegative("spend", spend),
    take.notNegative("retained", retained),
  );
}

/**
 * How many times a customer's value covers its acquisition cost. Use a value in profit: one in revenue looks too good.
 * @customfunction LTVCAC
 * @param clv Value of a customer before acquisition cost, in money.
 * @param cac Cost of acquiring one customer, in money.
 * @returns A multiple; below 1 acquisition loses money.
 * @formula clv / cac
 * @errors #DIV/0! when the cost is 0.
 * @example =CLV.LTVCAC(15000, 6000) → 2.5
 * @source Skok, SaaS Metrics 2.0.
 */
export function ltvCac(clv: unknown[][], cac: unknown[][]): unknown[][] {
  return each("multiple", measures.valueToCost, take.money("clv", clv), take.notNegative("cac", cac));
}

/**
 * Payback: how many payments it takes until a customer's margins have paid for the acquisition. With retention and
 * discount the margins that count are expected and discounted ones.
 * @customfunction PAYBACK
 * @param cac Cost of acquiring one customer, in money.
 * @param margin Profit per customer and period, in money.
 * @param [retention] Share of customers who stay from one period to the next; 1 when left out.
 * @param [discount] Discount rate per period; 0 when left out.
 * @param [timing] 0 cash at period ends, 1 first payment now, 2 has just paid, 3 about to renew; 1 when left out.
 * @returns Number of payments, with a part of the last one.
 * @formula cac / margin; with decay q = 1 − retention / (1 + discount): ln(1 − q × cac / margin) / ln(1 − q), with timing 1
 * @errors #VALUE! when the margins never add up to the cost or the margin is negative.
 * @example =CLV.PAYBACK(1000, 80) → 12.5
 * @example =CLV.PAYBACK(200, 100, 0.8, 0.1) → 2.476
 * @source Farris et al., Marketing Metrics, ch. 10; with retention derived from CLV.FINITE.
 */
export function payback(
  cac: unknown[][],
  margin: unknown[][],
  retention?: unknown[][],
  discount?: unknown[][],
  timing?: unknown[][],
): unknown[][] {
  return each(
    "plain",
    measures.payback,
    take.notNegative("cac", cac),
    take.money("margin", margin),
    take.rate("retention", retention, 1),
    take.interest("discount", discount, 0),
    timingOf(timing, TIMING.begin),
  );
}

/**
 * Return on acquisition spending.
 * @customfunction ROI
 * @param clv Value of a customer before acquisition cost, in money.
 * @param cac Cost of acquiring one customer, in money.
 * @returns A share of the cost: 1.5 is 150%.
 * @formula (clv − cac) / cac
 * @errors #DIV/0! when the cost is 0.
 * @example =CLV.ROI(15000, 6000) → 1.5
 * @source Farris et al., Marketing Metrics, ch. 10.
 */
export function roi(clv: unknown[][], cac: unknown[][]): unknown[][] {
  return each("percent", measures.acquisitionReturn, take.money("clv", clv), take.notNegative("cac", cac));
}

/**
 * The most that acquiring a customer may cost: the value with the first payment now, divided by the LTV:CAC aimed at.
 * @customfunction MAXCAC
 * @param margin Profit per customer and period, in money.
 * @param retention Share of customers who stay from one period to the next, 0 to 1.
 * @param discount Discount rate of the same period: 0.1 or 10%.
 * @param [target_ratio] LTV:CAC aimed at; 1 when left out.
 * @returns Money per customer.
 * @formula margin × (1 + discount) / (1 + discount − retention) / target_ratio
 * @errors #VALUE! when a rate is out of range or retention is not below 1 + discount.
 * @example =CLV.MAXCAC(100, 0.8, 0.1) → 366.67
 * @source Fader & Hardie, note 024.
 */
export function maxCac(
  margin: unknown[][],
  retention: unknown[][],
  discount: unknown[][],
  target_ratio?: unknown[][],
): unknown[][] {
  return each(
    "plain",
    measures.maximumCost,
    take.money("margin", margin),
    take.rate("retention", retention),
    take.interest("discount", discount),
    take.positive("target_ratio", target_ratio, 1),
  );
}

/**
 * Prospect lifetime value: the expected gain from approaching one prospect.
 * @customfunction PROSPECT
 * @param acquisition_rate Share of prospects who become customers, 0 to 1.
 * @param initial_margin Profit on the first sale, in money.
 * @param clv Value of the customer after the first sale, in money.
 * @param cost_per_prospect Cost of approaching one prospect, in money.
 * @returns Money per prospect; below 0 prospecting loses money.
 * @formula acquisition_rate × (initial_margin + clv) − cost_per_prospect
 * @errors #VALUE! when the rate is outside 0 to 1.
 * @example =CLV.PROSPECT(0.012, 5, 30, 0.6666667) → -0.2467
 * @source Farris et al., Marketing Metrics, ch. 5.
 */
export function prospect(
  acquisition_rate: unknown[][],
  initial_margin: unknown[][],
  clv: unknown[][],
  cost_per_prospect: unknown[][],
): unknown[][] {
  return each(
    "plain",
    measures.prospectValue,
    take.rate("acquisition_rate", acquisition_rate),
    take.money("initial_margin", initial_margin),
    take.money("clv", clv),
    take.notNegative("cost_per_prospect", cost_per_prospect),
  );
}

/**
 * The acquisition rate at which prospecting neither gains nor loses. Above 1 it cannot be reached.
 * @customfunction BREAKEVEN.ACQUISITION
 * @param initial_margin Profit on the first sale, in money.
 * @param clv Value of the customer after the first sale, in money.
 * @param cost_per_prospect Cost of approaching one prospect, in money.
 * @returns A share of the prospects.
 * @formula cost_per_prospect / (initial_margin + clv)
 * @errors #DIV/0! when a customer is worth nothing; #VALUE! when a customer is a loss.
 * @example =CLV.BREAKEVEN.ACQUISITION(5, 30, 0.6667) → 0.019
 * @source Farris et al., Marketing Metrics, ch. 5.
 */
export function breakevenAcquisition(
  initial_margin: unknown[][],
  clv: unknown[][],
  cost_per_prospect: unknown[][],
): unknown[][] {
  return each(
    "percent",
    measures.breakEvenAcquisition,
    take.money("initial_margin", initial_margin),
    take.money("clv", clv),
    take.notNegative("cost_per_prospect", cost_per_prospect),
  );
}

/**
 * The lowest retention rate at which a customer is worth its acquisition cost; 0 where any rate will do.
 * @customfunction BREAKEVEN.RETENTION
 * @param margin Profit per customer and period, in money.
 * @param acquisition_cost Cost of acquiring the customer, in money.
 * @param discount Discount rate per period: 0.1 or 10%.
 * @param [timing] 0 cash at period ends, 1 first payment now, 2 has just paid, 3 about to renew; 1 when left out.
 * @returns A share per period.
 * @formula (1 + discount) × (1 − margin / acquisition_cost), with timing 1
 * @errors #VALUE! when even customers who never leave are worth less.
 * @example =CLV.BREAKEVEN.RETENTION(100, 300, 0.1) → 0.7333
 * @example =CLV.BREAKEVEN.RETENTION(100, 300, 0.1, {0, 2}) → {0.7667, 0.825}
 * @source Derived: CLV.RETENTION solved for the rate.
 */
export function breakevenRetention(
  margin: unknown[][],
  acquisition_cost: unknown[][],
  discount: unknown[][],
  timing?: unknown[][],
): unknown[][] {
  return each(
    "percent",
    measures.breakEvenRetention,
    take.money("margin", margin),
    take.notNegative("acquisition_cost", acquisition_cost),
    take.interest("discount", discount),
    timingOf(timing, TIMING.begin),
  );
}

/**
 * The highest churn rate at which a customer is worth its acquisition cost.
 * @customfunction BREAKEVEN.CHURN
 * @param margin Profit per customer and period, in money.
 * @param acquisition_cost Cost of acquiring the customer, in money.
 * @param discount Discount rate per period: 0.1 or 10%.
 * @param [timing] 0 cash at period ends, 1 first payment now, 2 has just paid, 3 about to renew; 1 when left out.
 * @returns A share per period.
 * @formula 1 − CLV.BREAKEVEN.RETENTION of the same arguments
 * @errors #VALUE! when even customers who never leave are worth less.
 * @example =CLV.BREAKEVEN.CHURN(100, 300, 0.1) → 0.2667
 * @source Derived: CLV.RETENTION solved for the rate.
 */
export function breakevenChurn(
  margin: unknown[][],
  acquisition_cost: unknown[][],
  discount: unknown[][],
  timing?: unknown[][],
): unknown[][] {
  return each(
    "percent",
    measures.breakEvenChurn,
    take.money("margin", margin),
    take.notNegative("acquisition_cost", acquisition_cost),
    take.interest("discount", discount),
    timingOf(timing, TIMING.begin),
  );
}

/**
 * The margin per period at which a customer is worth its acquisition cost.
 * @customfunction BREAKEVEN.MARGIN
 * @param retention Share of customers who stay from one period to the next, 0 to 1.
 * @param acquisition_cost Cost of acquiring the customer, in money.
 * @param discount Discount rate of the same period: 0.1 or 10%.
 * @param [timing] 0 cash at period ends, 1 first payment now, 2 has just paid, 3 about to renew; 1 when left out.
 * @returns Money per customer and period.
 * @formula acquisition_cost × (1 + discount − retention) / (1 + discount), with timing 1
 * @errors #VALUE! when a rate is out of range or retention is not below 1 + discount; #DIV/0! when nothing is ever paid.
 * @example =CLV.BREAKEVEN.MARGIN(0.8, 300, 0.1) → 81.82
 * @source Derived: CLV.RETENTION solved for the margin.
 */
export function breakevenMargin(
  retention: unknown[][],
  acquisition_cost: unknown[][],
  discount: unknown[][],
  timing?: unknown[][],
): unknown[][] {
  return each(
    "plain",
    measures.breakEvenMargin,
    take.rate("retention", retention),
    take.notNegative("acquisition_cost", acquisition_cost),
    take.interest("discount", discount),
    timingOf(timing, TIMING.begin),
  );
}

/**
 * The acquisition or retention rate to expect at a level of spending, from today's and from the most that could be
 * reached.
 * @customfunction RESPONSE
 * @param spend Spending per head to look at, in money.
 * @param ceiling The rate that no spending would exceed, 0 to 1.
 * @param rate_now Today's rate, above 0 and below the ceiling.
 * @param spend_now Today's spending per head, above 0.
 * @returns A share.
 * @formula ceiling × (1 − (1 − rate_now / ceiling)^(spend / spend_now))
 * @errors #VALUE! when today's rate is not between 0 and the ceiling, or today's spending is 0.
 * @example =CLV.RESPONSE(20, 0.4, 0.2, 10) → 0.3
 * @source Blattberg & Deighton 1996.
 */
export function response(
  spend: unknown[][],
  ceiling: unknown[][],
  rate_now: unknown[][],
  spend_now: unknown[][],
): unknown[][] {
  return each(
    "percent",
    (s: number, top: number, rateNow: number, spendNow: number) =>
      measures.response(s, { ceiling: top, rateNow, spendNow }),
    take.notNegative("spend", spend),
    take.rate("ceiling", ceiling),
    take.rate("rate_now", rate_now),
    take.notNegative("spend_now", spend_now),
  );
}

/**
 * The spending per prospect that gains most from acquisition. CLV.RESPONSE gives the rate that goes with it.
 * @customfunction OPTIMAL.ACQUISITION
 * @param clv Value of an acquired customer before acquisition cost, in money.
 * @param ceiling The acquisition rate that no spending would exceed, 0 to 1.
 * @param rate_now Today's acquisition rate, above 0 and below the ceiling.
 * @param spend_now Today's spending per prospect, above 0.
 * @returns Money per prospect; 0 where no spending pays.
 * @formula ln(ceiling × k × clv) / k, with k = −ln(1 − rate_now / ceiling) / spend_now
 * @errors #VALUE! when today's rate is not between 0 and the ceiling, or today's spending is 0.
 * @example =CLV.OPTIMAL.ACQUISITION(100, 0.4, 0.2, 10) → 14.71
 * @source Blattberg & Deighton 1996.
 */
export function optimalAcquisition(
  clv: unknown[][],
  ceiling: unknown[][],
  rate_now: unknown[][],
  spend_now: unknown[][],
): unknown[][] {
  return each(
    "plain",
    (value: number, top: number, rateNow: number, spendNow: number) =>
      measures.optimalAcquisition(value, { ceiling: top, rateNow, spendNow }),
    take.money("clv", clv),
    take.rate("ceiling", ceiling),
    take.rate("rate_now", rate_now),
    take.notNegative("spend_now", spend_now),
  );
}

/**
 * The spending per customer and period that gains most from retention. CLV.RESPONSE gives the rate that goes with it.
 * @customfunction OPTIMAL.RETENTION
 * @param margin Profit per customer and period before retention spending, in money.
 * @param discount Discount rate of the same period: 0.1 or 10%.
 * @param ceiling The retention rate that no spending would exceed, 0 to 1.
 * @param rate_now Today's retention rate, above 0 and below the ceiling.
 * @param spend_now Today's spending per customer and period, above 0.
 * @returns Money per customer and period; 0 where no spending pays.
 * @formula the spending s at which (margin × r(s) − s) / (1 + discount − r(s)) is highest
 * @errors #VALUE! when today's rate is not between 0 and the ceiling, or today's spending is 0.
 * @example =CLV.OPTIMAL.RETENTION(100, 0.1, 0.8, 0.4, 10) → 34.88
 * @source Blattberg & Deighton 1996.
 */
export function optimalRetention(
  margin: unknown[][],
  discount: unknown[][],
  ceiling: unknown[][],
  rate_now: unknown[][],
  spend_now: unknown[][],
): unknown[][] {
  return each(
    "plain",
    (m: number, d: number, top: number, rateNow: number, spendNow: number) =>
      measures.optimalRetention(m, d, { ceiling: top, rateNow, spendNow }),
    take.money("margin", margin),
    take.interest("discount", discount),
    take.rate("ceiling", ceiling),
    take.rate("rate_now", rate_now),
    take.notNegative("spend_now", spend_now),
  );
}

/**
 * Expected gain from trying to win back a lost customer.
 * @customfunction WINBACK
 * @param clv Value of the customer once won back, in money.
 * @param probability Chance that the attempt succeeds, 0 to 1.
 * @param cost Cost of the attempt, in money.
 * @returns Money per attempt; below 0 it loses money.
 * @formula probability × clv − cost
 * @errors #VALUE! when the probability is outside 0 to 1.
 * @example =CLV.WINBACK(500, 0.2, 30) → 70
 * @source Derived: expected value of the attempt.
 */
export function winback(clv: unknown[][], probability: unknown[][], cost: unknown[][]): unknown[][] {
  return each(
    "plain",
    measures.winBackValue,
    take.money("clv", clv),
    take.rate("probability", probability),
    take.notNegative("cost", cost),
  );
}
