import type { Outcome } from "../numerics/refusal";
import { finite } from "./finite";

/**
 * New customers needed in a period: to replace the leavers, and to reach a target if there is one.
 * @returns Negative where the base stays above the target without any.
 * @example replacements(5000, 0.1) // 500
 */
export const replacements = (customers: number, churn: number, target = customers): Outcome =>
  finite(target - customers * (1 - churn), "customers");

export interface BasePeriod {
  readonly period: number;
  readonly start: number;
  readonly leavers: number;
  readonly joiners: number;
  readonly end: number;
}

/** Leavers of each period and the joiners that it takes to keep the base, or to let it grow. */
export function replacementPlan(customers: number, churn: number, periods: number, growth = 0): BasePeriod[] {
  return Array.from({ length: periods }, (_, i) => {
    const start = customers * (1 + growth) ** i;
    const end = customers * (1 + growth) ** (i + 1);
    const leavers = start * churn;
    return { period: i + 1, start, leavers, joiners: end - start + leavers, end };
  });
}

/**
 * Spending on customers to be acquired: a share of their value each, no more than they cost, and nothing on those who
 * are a loss.
 * @param share The share of a customer's value that may be spent on acquiring it.
 * @param cac What acquiring one costs, if known: the budget does not exceed it.
 * @example acquisitionBudget(100, 300, 0.25) // 7500
 */
export const acquisitionBudget = (customers: number, value: number, share: number, cac = Infinity): Outcome =>
  finite(customers * Math.max(0, Math.min(value * share, cac)), "customers");

export interface RevenuePeriod {
  readonly period: number;
  /** Customers at the start of the period. */
  readonly customers: number;
  readonly revenue: number;
  readonly cumulative: number;
}

/**
 * Revenue (not profit) of a base by period: those there at its start × order value × orders per period.
 * @param joiners New customers at the end of each period, who order from the next one on.
 */
export function revenueForecast(
  customers: number,
  churn: number,
  orderValue: number,
  frequency: number,
  periods: number,
  joiners = 0,
): RevenuePeriod[] {
  let base = customers;
  let cumulative = 0;
  return Array.from({ length: periods }, (_, i) => {
    const revenue = base * orderValue * frequency;
    cumulative += revenue;
    const line = { period: i + 1, customers: base, revenue, cumulative };
    base = base * (1 - churn) + joiners;
    return line;
  });
}
