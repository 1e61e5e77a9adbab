import { at } from "../../numerics/at";
import { type Outcome, outOfRange, Refusal } from "../../numerics/refusal";
import { collapseRows, type CollapsedRows } from "../fitting/collapseRows";
import { checkCounts, checkLengths, doubles } from "../fitting/columns";
import type { FitOptions, FitOutcome } from "../fitting/fit";
import { gammaGammaLikelihood, gammaGammaTerm } from "./gammaGammaLikelihood";
import { maximiseLikelihood } from "../fitting/maximumLikelihood";
import { positiveParameters } from "../fitting/modelParameters";
import { positive, type Prediction } from "../intervals/predictionInterval";

/**
 * What the Gamma-Gamma model knows of customers: number of (repeat) orders and their mean value; `counts` how many
 * customers each row stands for.
 */
export interface SpendHistory {
  readonly x: ArrayLike<number>;
  readonly meanValue: ArrayLike<number>;
  readonly counts?: ArrayLike<number>;
}

export const GAMMA_GAMMA_PARAMETERS = ["p", "q", "gamma"] as const;

export type ThreeParameters = readonly [number, number, number];

/** The parameters p, q, gamma, or why they cannot be. */
export const checkSpendParameters = (values: readonly number[]): ThreeParameters | Refusal =>
  positiveParameters<ThreeParameters>(GAMMA_GAMMA_PARAMETERS, values);

/** Beyond these no value is money, and ratios of values would overflow. */
const LEAST_VALUE = 1e-100;
const MOST_VALUE = 1e100;

/** Rows with orders; a customer without any says nothing about value and is passed over. */
function spendRows(history: SpendHistory): CollapsedRows | Refusal {
  const lengths = checkLengths({ x: history.x, meanValue: history.meanValue, counts: history.counts });
  if (lengths !== undefined) return lengths;
  const x = doubles(history.x);
  const meanValue = doubles(history.meanValue);
  const counts = history.counts === undefined ? new Float64Array(x.length).fill(1) : doubles(history.counts);
  const wrongCount = checkCounts(counts);
  if (wrongCount !== undefined) return wrongCount;
  for (let i = 0; i < x.length; i++) {
    const orders = at(x, i);
    if (!(orders >= 0 && Number.isFinite(orders))) {
      return outOfRange(`x[${i + 1}]`, orders, "≥ 0");
    }
    const value = at(meanValue, i);
    if (orders > 0 && !(value >= LEAST_VALUE && value <= MOST_VALUE)) {
      const range = value > 0 ? `${LEAST_VALUE} … ${MOST_VALUE}` : "> 0";
      return outOfRange(`mean_value[${i + 1}]`, value, range);
    }
  }
  const kept = counts.map((count, i) => (at(x, i) > 0 ? count : 0));
  const rows = collapseRows(x, meanValue, new Float64Array(x.length), kept);
  return rows.total > 0 ? rows : new Refusal("tooLittleData", "noRepeatOrders");
}

/**
 * Fits Gamma-Gamma (Fader & Hardie, note 025; Colombo & Jiang 1999): a customer's order values vary about her own
 * mean, and the means vary between customers, independently of how often they buy.
 *
 * @returns parameters p, q, gamma; `gamma` is in money
 */
export function fitGammaGamma(history: SpendHistory, options: FitOptions = {}): FitOutcome {
  const rows = spendRows(history);
  if (rows instanceof Refusal) return rows;
  let spent = 0;
  for (let i = 0; i < rows.length; i++) spent += at(rows.counts, i) * at(rows.b, i);
  const mean = spent / rows.total;
  return maximiseLikelihood(
    {
      model: "gammaGamma",
      parameterNames: GAMMA_GAMMA_PARAMETERS,
      customers: rows.total,
      distinctRows: rows.length,
      logLikelihood: gammaGammaLikelihood(rows),
      centre: [1, 1, mean],
      starts: [
        [5, 4, mean / 2],
        [1, 2, mean],
        [20, 3, mean / 10],
        [2, 10, 4 * mean],
      ],
      rivalStarts: [
        [0.1, 0.3, mean / 1000],
        [0.1, 1000, 10_000 * mean],
        [1000, 0.5, mean / 1e5],
      ],
      limits: [
        { limit: "identicalValues", direction: [0, 1, 1] },
        { limit: "noSpreadWithinCustomer", direction: [1, 0, -1] },
      ],
    },
    options,
  );
}

/** One customer's log-likelihood; 0 for a customer without repeat orders, who says nothing. */
export function gammaGammaLogLikelihood(values: readonly number[], x: number, meanValue: number): Outcome {
  const parameters = checkSpendParameters(values);
  if (parameters instanceof Refusal) return parameters;
  if (!(x >= 0 && Number.isFinite(x))) {
    return outOfRange("x", x, "≥ 0");
  }
  if (x === 0) return 0;
  if (!(meanValue > 0 && Number.isFinite(meanValue))) {
    return outOfRange("mean_value", meanValue, "> 0");
  }
  return gammaGammaTerm(...parameters, x, meanValue);
}

/** Unchecked: the expected mean value of a customer's orders, x orders of mean value m known; NaN where infinite. */
export function gammaGammaMeanOf([p, q, gamma]: ThreeParameters, x: number, meanValue: number): number {
  const denominator = p * x + q - 1;
  return denominator > 0 ? (p * (gamma + (x === 0 ? 0 : x * meanValue))) / denominator : NaN;
}

/**
 * The expected mean order value of a customer (note 025, eq. 5): her own mean, drawn towards the population's.
 * With x = 0 it is the population's mean p gamma / (q − 1), which is finite only where q > 1.
 */
export function gammaGammaMean(values: readonly number[], x: number, meanValue: number): Outcome {
  const parameters = checkSpendParameters(values);
  if (parameters instanceof Refusal) return parameters;
  const checked = gammaGammaLogLikelihood(values, x, meanValue);
  if (checked instanceof Refusal) return checked;
  const mean = gammaGammaMeanOf(parameters, x, meanValue);
  return Number.isNaN(mean) ? new Refusal("noConvergence", "noFiniteMean", { q: parameters[1] }) : mean;
}

/** The expected mean order value of x and the mean value known, with its exact gradient for bounds. */
export const meanValuePrediction: Prediction = positive(
  (parameters, x = NaN, meanValue = NaN) => gammaGammaMean(parameters, x, meanValue),
  ([p = NaN, q = NaN, gamma = NaN], x = NaN, meanValue = NaN) => {
    const denominator = p * x + q - 1;
    const spent = x === 0 ? 0 : x * meanValue;
    return Float64Array.of((q - 1) / denominator, -q / denominator, gamma / (gamma + spent));
  },
);
