import { addAt, at, codeAt } from "../../numerics/at";
import type { SmoothFunction } from "../../numerics/newton";
import { emptyRisingTable, fillRisingTable } from "../../numerics/risingFactorial";
import { dictionaryOf, type CollapsedRows } from "../fitting/collapseRows";

/** Sums over the rows that do not change with the parameters. */
interface Prepared {
  readonly orders: Float64Array;
  /** Customers by number of orders, by age; orders by age. */
  readonly byOrders: Float64Array;
  readonly ages: Float64Array;
  readonly byAge: Float64Array;
  readonly ordersByAge: Float64Array;
  readonly recencies: Float64Array;
  /** The rows in which the customer may have left at the last order, in an order kind to the cache. */
  readonly rows: number;
  readonly ordersOf: Int32Array;
  readonly ageOf: Int32Array;
  readonly recencyOf: Int32Array;
  readonly counts: Float64Array;
}

function prepare(rows: CollapsedRows, mayLeaveAtOnce: boolean): Prepared {
  const orders = dictionaryOf(rows.a);
  const recencies = dictionaryOf(rows.b);
  const ages = dictionaryOf(rows.c);
  const byOrders = new Float64Array(orders.values.length);
  const byAge = new Float64Array(ages.values.length);
  const ordersByAge = new Float64Array(ages.values.length);
  const kept: number[] = [];
  for (let i = 0; i < rows.length; i++) {
    const count = at(rows.counts, i);
    addAt(byOrders, codeAt(orders.codes, i), count);
    addAt(byAge, codeAt(ages.codes, i), count);
    addAt(ordersByAge, codeAt(ages.codes, i), count * at(rows.a, i));
    if (mayLeaveAtOnce || at(rows.a, i) > 0) kept.push(i);
  }
  const codes = (all: Int32Array): Int32Array => Int32Array.from(kept, (i) => codeAt(all, i));
  return {
    orders: orders.values,
    byOrders,
    ages: ages.values,
    byAge,
    ordersByAge,
    recencies: recencies.values,
    rows: kept.length,
    ordersOf: codes(orders.codes),
    ageOf: codes(ages.codes),
    recencyOf: codes(recencies.codes),
    counts: Float64Array.from(kept, (i) => at(rows.counts, i)),
  };
}

/**
 * The log-likelihood of BG/NBD (Fader, Hardie & Lee 2005, eq. 6) or, where a customer may leave at once after the
 * first order, MBG/NBD (Batislam, Denizel & Filiztekin 2007), with gradient and Hessian in r, alpha, a, b.
 *
 * In both the likelihood is that of an unbroken relation times 1 + e^d, where d weighs "left at the last order"
 * against "still there". x is a whole number, so every ratio of gamma functions is a sum of logarithms.
 */
export function bgNbdLogLikelihood(rows: CollapsedRows, mayLeaveAtOnce: boolean): SmoothFunction {
  const data = prepare(rows, mayLeaveAtOnce);
  const chances = data.orders.map((x) => (mayLeaveAtOnce ? x + 1 : x));
  const rises = [0, 1, 2].map(() => emptyRisingTable(data.orders.length)) as [Rising, Rising, Rising];
  const logAge = new Float64Array(data.ages.length);
  const logRecency = new Float64Array(data.recencies.length);
  const logOdds = new Float64Array(data.orders.length);
  const oddsSlope = new Float64Array(data.orders.length);

  return (parameters) => {
    const [r, alpha, a, b] = [at(parameters, 0), at(parameters, 1), at(parameters, 2), at(parameters, 3)];
    const [riseR, riseB, riseAB] = rises;
    fillRisingTable(riseR, r, data.orders);
    fillRisingTable(riseB, b, chances);
    fillRisingTable(riseAB, a + b, chances);
    let value = 0;
    let gR = 0;
    let gAlpha = 0;
    let gA = 0;
    let gB = 0;
    let hRR = 0;
    let hRAlpha = 0;
    let hAlphaAlpha = 0;
    let hAA = 0;
    let hAB = 0;
    let hBB = 0;
    for (let k = 0; k < data.orders.length; k++) {
      const count = at(data.byOrders, k);
      value += count * (at(riseR.value, k) + at(riseB.value, k) - at(riseAB.value, k));
      gR += count * at(riseR.first, k);
      gA -= count * at(riseAB.first, k);
      gB += count * (at(riseB.first, k) - at(riseAB.first, k));
      hRR += count * at(riseR.second, k);
      hAA -= count * at(riseAB.second, k);
      hAB -= count * at(riseAB.second, k);
      hBB += count * (at(riseB.second, k) - at(riseAB.second, k));
      const left = b + (at(chances, k) - 1);
      logOdds[k] = Math.log(a / left);
      oddsSlope[k] = -1 / left;
    }
    const inverseAlpha = 1 / alpha;
    for (let k = 0; k < data.ages.length; k++) {
      const age = at(data.ages, k);
      const inverse = 1 / (alpha + age);
      const ratio = age * inverse * inverseAlpha;
      const log = Math.log1p(age * inverseAlpha);
      const count = at(data.byAge, k);
      const orders = at(data.ordersByAge, k);
      logAge[k] = log;
      value -= r * count * log + orders * Math.log(alpha + age);
      gR -= count * log;
      gAlpha += r * count * ratio - orders * inverse;
      hRAlpha += count * ratio;
      hAlphaAlpha += orders * inverse * inverse - r * count * ratio * (inverse + inverseAlpha);
    }
    for (let k = 0; k < data.recencies.length; k++) {
      logRecency[k] = Math.log1p(at(data.recencies, k) * inverseAlpha);
    }
    // Sums of e^d / (1 + e^d) times the first and second derivatives of d; those in a carry a factor 1/a.
    let s0 = 0;
    let s1 = 0;
    let s2 = 0;
    let s3 = 0;
    let h00 = 0;
    let h01 = 0;
    let h02 = 0;
    let h03 = 0;
    let h11 = 0;
    let h12 = 0;
    let h13 = 0;
    let h22 = 0;
    let h23 = 0;
    let h33 = 0;
    for (let i = 0; i < data.rows; i++) {
      const xCode = codeAt(data.ordersOf, i);
      const ageCode = codeAt(data.ageOf, i);
      const recencyCode = codeAt(data.recencyOf, i);
      const age = alpha + at(data.ages, ageCode);
      const recency = alpha + at(data.recencies, recencyCode);
      const log = at(logAge, ageCode) - at(logRecency, recencyCode);
      const shape = r + at(data.orders, xCode);
      const d = at(logOdds, xCode) + shape * log;
      const tail = Math.exp(d > 0 ? -d : d);
      const inverse = 1 / (1 + tail);
      const share = d > 0 ? inverse : tail * inverse;
      const count = at(data.counts, i);
      value += count * ((d > 0 ? d : 0) + Math.log1p(tail));
      const weight = count * share;
      const step = (recency - age) / (age * recency);
      const d1 = shape * step;
      const d3 = at(oddsSlope, xCode);
      s0 += weight * log;
      s1 += weight * d1;
      s2 += weight;
      s3 += weight * d3;
      const both = weight * (1 - share);
      h00 += both * log * log;
      h01 += both * log * d1 + weight * step;
      h02 += both * log;
      h03 += both * log * d3;
      h11 += both * d1 * d1 - weight * d1 * (1 / age + 1 / recency);
      h12 += both * d1;
      h13 += both * d1 * d3;
      h22 += both - weight;
      h23 += both * d3;
      h33 += (both + weight) * d3 * d3;
    }
    const gradient = Float64Array.of(gR + s0, gAlpha + s1, gA + s2 / a, gB + s3);
    const rAlpha = hRAlpha + h01;
    const alphaA = h12 / a;
    const ab = hAB + h23 / a;
    const hessian = Float64Array.of(
      ...[hRR + h00, rAlpha, h02 / a, h03],
      ...[rAlpha, hAlphaAlpha + h11, alphaA, h13],
      ...[h02 / a, alphaA, hAA + h22 / (a * a), ab],
      ...[h03, h13, ab, hBB + h33],
    );
    return { value, gradient, hessian };
  };
}

type Rising = ReturnType<typeof emptyRisingTable>;
