import type { CustomerBase } from "../../../src/orders/customers/customerBase";
import type { FittedModel, ModelReport } from "../../../src/summary/models/modelReport";

/** A report as the engine would hand it over; its figures mean nothing, the sheet only has to show them. */
export function reportOf(customers: CustomerBase): ModelReport {
  const per = (step: number): Float64Array =>
    Float64Array.from({ length: customers.length }, (_, c) => (c % 7) * step);
  const value = per(2.5);
  const total = value.reduce((sum, each) => sum + each, 0);
  const purchases: FittedModel = {
    model: "bgNbd",
    name: "BG/NBD",
    role: "purchases",
    weakPrior: false,
    parameters: [
      { name: "r", place: 0, value: 0.243, standardError: 0.013 },
      { name: "alpha", place: 1, value: 4.414, standardError: 0.378 },
    ],
    logLikelihood: -9582.4,
    aic: 19172.8,
    bic: 19195.9,
    customers: customers.length,
    standing: "fitted",
  };
  const spend: FittedModel = {
    model: "gammaGamma",
    name: "Gamma-Gamma",
    role: "spend",
    weakPrior: false,
    parameters: [{ name: "p", place: 0, value: 6.25, standardError: null }],
    logLikelihood: -4055.2,
    aic: 8116.4,
    bic: 8130.1,
    customers: customers.length,
    standing: "boundary",
    remark: "all customers have the same mean order value",
  };
  return {
    models: [purchases, spend],
    chosen: { purchases, spend },
    holdout: {
      start: customers.asOf - 180,
      scores: [
        { name: "BG/NBD", expected: 1710, actual: 1788, meanAbsoluteError: 0.7, rootMeanSquareError: 1.6 },
        {
          name: "rate so far goes on",
          expected: 2611,
          actual: 1788,
          meanAbsoluteError: 1,
          rootMeanSquareError: 2,
        },
      ],
    },
    tracking: Array.from({ length: 20 }, (_, week) => ({
      day: customers.asOf - 140 + 7 * week,
      actual: week * 11,
      expected: week * 10.5,
    })),
    spendCorrelation: 0.06,
    leastValue: 0.01,
    predictions: {
      horizonYears: 1,
      known: new Uint8Array(customers.length).fill(1),
      alive: per(0.1),
      orders: per(0.7),
      value,
      valueLow: per(1.5),
      valueHigh: per(4),
      total,
      totalLow: total * 0.8,
      totalHigh: total * 1.2,
      confidence: 0.95,
    },
  };
}
