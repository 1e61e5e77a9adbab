import { openings } from "../../orders/customers/openings";
import type { OrderTable } from "../../orders/orderTable";

/** What the figures of a customer depend on besides the orders. */
export interface PeriodRule {
  readonly asOf: number;
  readonly periodStart: number;
  readonly lostAfter: number;
  readonly decimals: number;
  readonly groups: number;
}

/**
 * One entry per customer, computed straight from the orders: what the formulas of the Customers sheet give.
 * Returns (negative amounts) lower revenue but are no orders and no sign of life. Days are Excel serials, 0 for none.
 */
export interface CustomerFigures {
  readonly length: number;
  readonly first: Float64Array;
  readonly last: Float64Array;
  readonly orders: Float64Array;
  readonly returns: Float64Array;
  readonly revenue: Float64Array;
  readonly periodOrders: Float64Array;
  readonly periodRevenue: Float64Array;
  /** Last order before the period. */
  readonly lastBefore: Float64Array;
  /** 1 where the customer counted as active when the period began; else 0. */
  readonly activeBefore: Float64Array;
  readonly active: Float64Array;
  /** 1 for the highest revenue; ties in the order of the customers. */
  readonly rank: Float64Array;
  /** 1 for the most valuable group. */
  readonly group: Float64Array;
}

/** Money as whole units of its last digit: such sums are exact. */
const unitsOf = (amount: number, scale: number): number => Math.round(amount * scale);

export function customerFigures(orders: OrderTable, rule: PeriodRule): CustomerFigures {
  const length = orders.customerIds.length;
  const empty = (): Float64Array => new Float64Array(length);
  const figures = {
    length,
    first: empty(),
    last: empty(),
    orders: empty(),
    returns: empty(),
    revenue: empty(),
    periodOrders: empty(),
    periodRevenue: empty(),
    lastBefore: empty(),
    activeBefore: empty(),
    active: empty(),
    rank: empty(),
    group: empty(),
  };
  addOrders(orders, rule, figures);
  const scale = 10 ** rule.decimals;
  for (let c = 0; c < length; c++) {
    figures.revenue[c] = at(figures.revenue, c) / scale;
    figures.periodRevenue[c] = at(figures.periodRevenue, c) / scale;
    figures.activeBefore[c] = at(figures.lastBefore, c) >= rule.periodStart - rule.lostAfter ? 1 : 0;
    figures.active[c] = at(figures.last, c) > rule.asOf - rule.lostAfter ? 1 : 0;
  }
  rankInto(figures, rule.groups);
  return figures;
}

const at = (values: Float64Array, index: number): number => values[index] ?? 0;

type Sums = Pick<
  CustomerFigures,
  "first" | "last" | "orders" | "returns" | "revenue" | "periodOrders" | "periodRevenue" | "lastBefore"
>;

function addOrders(orders: OrderTable, rule: PeriodRule, into: Sums): void {
  const scale = 10 ** rule.decimals;
  const opens = openings(orders);
  for (let row = 0; row < orders.length; row++) {
    const c = orders.customer[row] ?? 0;
    const day = orders.day[row] ?? 0;
    const amount = orders.amount[row] ?? 0;
    const inPeriod = day >= rule.periodStart;
    into.revenue[c] = at(into.revenue, c) + unitsOf(amount, scale);
    if (inPeriod) into.periodRevenue[c] = at(into.periodRevenue, c) + unitsOf(amount, scale);
    into.orders[c] = at(into.orders, c) + (opens[row] ?? 0);
    if (inPeriod) into.periodOrders[c] = at(into.periodOrders, c) + (opens[row] ?? 0);
    if (amount < 0) {
      into.returns[c] = at(into.returns, c) + 1;
      continue;
    }
    if (!inPeriod && day > at(into.lastBefore, c)) into.lastBefore[c] = day;
    if (day > at(into.last, c)) into.last[c] = day;
    if (at(into.first, c) === 0 || day < at(into.first, c)) into.first[c] = day;
  }
}

/** RANK with ties in the order of the customers; groups as INT(groups × (rank − 1) / customers) + 1. */
function rankInto(
  figures: Pick<CustomerFigures, "length" | "revenue" | "rank" | "group">,
  groups: number,
): void {
  const { revenue, length } = figures;
  const order = Array.from({ length }, (_, c) => c);
  order.sort((a, b) => at(revenue, b) - at(revenue, a) || a - b);
  order.forEach((c, place) => {
    figures.rank[c] = place + 1;
    figures.group[c] = Math.floor((groups * place) / length) + 1;
  });
}
