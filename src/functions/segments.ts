import * as measures from "../measures/concentration";
import { rankGroups, SEGMENTS, segmentOf, segmentTable } from "../measures/rfm";
import { isRefusal } from "../numerics/refusal";
import * as take from "./arguments";
import { each, once } from "./broadcast";
import { list, numbers, perValue, together } from "./ranges";

const groupsOf = (name: string, cells: unknown[][] | undefined, fallback: number): number =>
  take.single(take.whole(name, cells, 1, 1000, fallback));

/**
 * RFM score: customers in groups of equal size by recency, frequency or monetary value. Equal values get equal scores.
 * @customfunction RFM.SCORE
 * @param values One value per customer.
 * @param [bins] Number of groups; 5 when left out.
 * @param [order] 0 the largest values score highest, 1 the smallest do, as for days since the last order; 0 when left out.
 * @returns One score per value, 1 to bins, in the shape of the range; empty cells stay empty.
 * @formula INT(bins × (rank − 1) / N) + 1
 * @errors #VALUE! when a cell is not a number or bins is not 1 to 1000.
 * @example =CLV.RFM.SCORE({10; 40; 20; 30; 50}) → {1; 4; 2; 3; 5}
 * @example =CLV.RFM.SCORE({10; 40; 20; 30; 50}, 5, 1) → {5; 2; 4; 3; 1}
 * @source Hughes, Strategic Database Marketing; ranks as in Excel's RANK.EQ.
 */
export function rfmScore(values: unknown[][], bins?: unknown[][], order?: unknown[][]): unknown[][] {
  const groups = groupsOf("bins", bins, 5);
  const smallestBest = take.single(take.flag("order", order, false));
  return once(
    "plain",
    perValue("values", values, (each) => rankGroups(each, groups, smallestBest)),
  );
}

/**
 * Segment of a customer by RFM scores from 1 to 5. The table is read from the top; the first line that fits counts.
 * @customfunction RFM.SEGMENT
 * @param recency Score by recency, 5 for the most recent.
 * @param frequency Score by frequency, 5 for the most frequent.
 * @param monetary Score by monetary value, 5 for the highest.
 * @param [table] A table of your own, in the form that CLV.RFM.TABLE shows; that one when left out.
 * @returns The segment's name.
 * @formula first line with lowest ≤ score ≤ highest for all three scores
 * @errors #N/A when no line fits; #VALUE! when the table does not have seven columns.
 * @example =CLV.RFM.SEGMENT(5, 5, 5) → "Best"
 * @example =CLV.RFM.SEGMENT({1; 5}, {5; 1}, {5; 2}) → {"Win back first"; "New"}
 * @example =CLV.RFM.SEGMENT(2, 1, 1, {"active", 3, "", "", "", "", ""; "silent", "", 2, "", "", "", ""}) → "silent"
 * @source Our own table: docs/reference, CLV.RFM.TABLE.
 */
export function rfmSegment(
  recency: unknown[][],
  frequency: unknown[][],
  monetary: unknown[][],
  table?: unknown[][],
): unknown[][] {
  const rules = table ? segmentTable(take.block(take.text("table", table))) : SEGMENTS;
  if (isRefusal(rules)) return once("plain", rules);
  return each(
    "plain",
    (r: number, f: number, m: number) => segmentOf(r, f, m, rules),
    take.money("recency", recency),
    take.money("frequency", frequency),
    take.money("monetary", monetary),
  );
}

/**
 * The segment table of CLV.RFM.SEGMENT, to be copied as values, changed, and given back to it.
 * @customfunction RFM.TABLE
 * @returns A heading and a row per segment: name, lowest and highest R, F and M; empty is no limit.
 * @formula a fixed table of eleven segments that covers every score from 1 to 5
 * @errors None.
 * @example =CLV.RFM.TABLE() → {"segment","r_min","r_max","f_min","f_max","m_min","m_max"; "Best",4,5,4,5,4,5; "Loyal",3,5,4,5,"",""; "New",5,5,1,1,"",""; "Big spenders",3,5,1,3,5,5; "Promising",4,5,1,3,"",""; "Cooling",3,3,1,3,"",""; "Win back first",1,2,4,5,4,5; "Slipping away",1,2,4,5,"",""; "Dormant spenders",1,2,1,3,4,5; "Dormant",2,2,1,3,"",""; "Lost",1,1,1,3,"",""}
 * @source Our own.
 */
export function rfmTable(): unknown[][] {
  const heading = ["segment", "r_min", "r_max", "f_min", "f_max", "m_min", "m_max"];
  return once("plain", [heading, ...SEGMENTS.map(({ name, limits }) => [name, ...limits])]);
}

/**
 * Quantile group of each value: quartiles, deciles or any other groups of equal size. Equal values share a group.
 * @customfunction QUANTILE
 * @param values One value per customer.
 * @param [groups] Number of groups: 4 for quartiles, 10 for deciles; 4 when left out.
 * @param [order] 0 group 1 holds the smallest values, 1 it holds the largest; 0 when left out.
 * @returns One group per value, 1 to groups, in the shape of the range; empty cells stay empty.
 * @formula INT(groups × (rank − 1) / N) + 1
 * @errors #VALUE! when a cell is not a number or groups is not 1 to 1000.
 * @example =CLV.QUANTILE({10, 40, 20, 30}) → {1, 4, 2, 3}
 * @example =CLV.QUANTILE({10, 40, 20, 30}, 2, 1) → {2, 1, 2, 1}
 * @source Groups of equal size by rank, as in Excel's RANK.EQ.
 */
export function quantile(values: unknown[][], groups?: unknown[][], order?: unknown[][]): unknown[][] {
  const count = groupsOf("groups", groups, 4);
  const largestFirst = take.single(take.flag("order", order, false));
  return once(
    "plain",
    perValue("values", values, (each) => rankGroups(each, count, largestFirst)),
  );
}

/**
 * Customers in tenths by profit, the most profitable first, with what sets the tenths apart.
 * @customfunction DECILE
 * @param profit Profit per customer, in money.
 * @param [transactions] Number of transactions per customer.
 * @param [spend] Revenue per customer, in money.
 * @returns A row per tenth: number, customers, profit, share of profit, cumulative share; with transactions their number per customer; with spend also spend per transaction (if there are transactions) and margin.
 * @formula tenths by position in descending order of profit
 * @errors #N/A with fewer than ten customers; #VALUE! when the ranges differ in length or all profit is negative.
 * @example =CLV.DECILE({19,17,15,13,11,9,7,5,3,1}) → {1,1,19,0.19,0.19; 2,1,17,0.17,0.36; 3,1,15,0.15,0.51; 4,1,13,0.13,0.64; 5,1,11,0.11,0.75; 6,1,9,0.09,0.84; 7,1,7,0.07,0.91; 8,1,5,0.05,0.96; 9,1,3,0.03,0.99; 10,1,1,0.01,1}
 * @source Fader, Hardie & Ross, The Customer-Base Audit (2022); note 047.
 */
export function decile(profit: unknown[][], transactions?: unknown[][], spend?: unknown[][]): unknown[][] {
  const rows = together({ profit }, { transactions, spend });
  const lines = measures.deciles(
    numbers("profit", rows.profit),
    transactions ? numbers("transactions", rows.transactions, take.notNegative) : undefined,
    spend ? numbers("spend", rows.spend) : undefined,
  );
  if (isRefusal(lines)) return once("plain", lines);
  return once(
    "plain",
    lines.map((line) => [
      line.decile,
      line.customers,
      line.profit,
      line.share,
      line.cumulativeShare,
      ...[line.frequency, line.orderValue, line.margin].filter((factor) => factor !== null),
    ]),
  );
}

/**
 * Whale curve: the cumulative share of profit from the most profitable customer down. It rises above 1 where other
 * customers lose money.
 * @customfunction WHALE
 * @param profit Profit per customer, in money.
 * @returns A row per customer: cumulative share of customers, cumulative share of profit.
 * @formula sum of the largest k profits / sum of all
 * @errors #VALUE! when all profit together is negative; #DIV/0! when it is 0; #N/A without customers.
 * @example =CLV.WHALE({40; -20; 80}) → {0.333, 0.8; 0.667, 1.2; 1, 1}
 * @source Kaplan & Narayanan 2001.
 */
export function whale(profit: unknown[][]): unknown[][] {
  const curve = measures.whaleCurve(list("profit", profit));
  if (isRefusal(curve)) return once("plain", curve);
  return once(
    "plain",
    curve.map((point) => [point.customers, point.profit]),
  );
}

/**
 * Concentration: the share of the total that the top customers bring.
 * @customfunction CONCENTRATION
 * @param values One value per customer, in money.
 * @param [top] Share of the customers that counts as top; 0.2 when left out.
 * @returns A share of the total.
 * @formula sum of the largest top × N values / sum of all; a cut customer counts in part
 * @errors #VALUE! when the total is negative; #DIV/0! when it is 0; #N/A without values.
 * @example =CLV.CONCENTRATION({10, 50, 10, 20, 10}) → 0.5
 * @example =CLV.CONCENTRATION({10, 50, 10, 20, 10}, {0.3, 1}) → {0.6, 1}
 * @source Fader, Hardie & Ross, The Customer-Base Audit (2022).
 */
export function concentration(values: unknown[][], top?: unknown[][]): unknown[][] {
  const shareOf = measures.topShares(list("values", values));
  if (isRefusal(shareOf)) return once("plain", shareOf);
  return each("percent", shareOf, take.rate("top", top, 0.2));
}

/**
 * Gini coefficient: how unequal customers are, from 0 (all alike) to nearly 1 (one has all).
 * @customfunction GINI
 * @param values One value per customer, none negative.
 * @returns A number from 0 to below 1.
 * @formula Σ (2i − N − 1) × value(i) / (N × Σ value), values in ascending order
 * @errors #VALUE! when a value is negative; #DIV/0! when all are 0; #N/A without values.
 * @example =CLV.GINI({1, 2, 3, 4, 5}) → 0.2667
 * @source Gini 1912, without correction for small samples.
 */
export function gini(values: unknown[][]): unknown[][] {
  return once("plain", measures.gini(list("values", values)));
}

/**
 * Herfindahl-Hirschman index: how much of the business hangs on few customers, from 1/N (all alike) to 1 (one has all).
 * @customfunction HERFINDAHL
 * @param values One value per customer, none negative.
 * @returns A number from 1/N to 1.
 * @formula Σ (value / total)²
 * @errors #VALUE! when a value is negative; #DIV/0! when all are 0; #N/A without values.
 * @example =CLV.HERFINDAHL({60, 30, 10}) → 0.46
 * @source Herfindahl 1950; Hirschman 1945.
 */
export function herfindahl(values: unknown[][]): unknown[][] {
  return once("plain", measures.herfindahl(list("values", values)));
}

/**
 * Profit taken apart into its four drivers; their product is the profit.
 * @customfunction DECOMPOSE
 * @param customers Number of active customers.
 * @param transactions Number of their transactions.
 * @param spend Their revenue, in money.
 * @param profit Profit on it, in money.
 * @returns A row: customers, transactions per customer, spend per transaction, margin.
 * @formula profit = customers × transactions/customer × spend/transaction × profit/spend
 * @errors #DIV/0! in the cells of a driver that has nothing below its line.
 * @example =CLV.DECOMPOSE(100, 400, 10000, 4000) → {100, 4, 25, 0.4}
 * @source Fader, Hardie & Ross, The Customer-Base Audit (2022).
 */
export function decompose(
  customers: unknown[][],
  transactions: unknown[][],
  spend: unknown[][],
  profit: unknown[][],
): unknown[][] {
  const drivers = measures.decompose(
    take.single(take.notNegative("customers", customers)),
    take.single(take.notNegative("transactions", transactions)),
    take.single(take.money("spend", spend)),
    take.single(take.money("profit", profit)),
  );
  return once("plain", [[drivers.customers, drivers.frequency, drivers.orderValue, drivers.margin]]);
}

/**
 * Where the difference between two periods comes from: customers who are new, lost, up, down, or the same.
 * @customfunction UPDOWN
 * @param before Amount per customer in the first period; 0 or empty where there was none.
 * @param after Amount of the same customers in the second period.
 * @returns A row per kind: name, customers, amount before, amount after, change. The changes add to the difference.
 * @formula new: 0 before; lost: 0 after; up, down, same: compared with before
 * @errors #VALUE! when the ranges differ in length; #N/A without customers.
 * @example =CLV.UPDOWN({0;10;10;10;10}, {5;0;15;4;10}) → {"new",1,0,5,5; "lost",1,10,0,-10; "up",1,10,15,5; "down",1,10,4,-6; "same",1,10,10,0}
 * @source Fader, Hardie & Ross, The Customer-Base Audit (2022).
 */
export function updown(before: unknown[][], after: unknown[][]): unknown[][] {
  const rows = together({ before, after });
  const lines = measures.movements(numbers("before", rows.before), numbers("after", rows.after));
  if (isRefusal(lines)) return once("plain", lines);
  return once(
    "plain",
    lines.map((line) => [line.kind, line.customers, line.before, line.after, line.change]),
  );
}
