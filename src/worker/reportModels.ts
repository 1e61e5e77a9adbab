import type { Locale } from "../locales/locale";
import { modelWords } from "../locales/modelWords";
import type { ModelWords } from "../locales/modelWords";
import { compareModels } from "../models/compareModels";
import type { ModelComparison, ModelTrial } from "../models/compareModels";
import type { FitResult, Standing } from "../models/fit";
import { forecastCustomers } from "../models/forecastCustomers";
import { fitGammaGamma } from "../models/gammaGamma";
import { predictValues } from "../models/predictValue";
import type { PurchaseHistory } from "../models/purchaseHistory";
import { spendIndependence } from "../models/spendIndependence";
import { Refusal } from "../numerics/refusal";
import { UNITS_PER_YEAR } from "../numerics/timeUnit";
import { splitAtCutoff } from "../orders/calibrationHoldout";
import type { CalibrationHoldout } from "../orders/calibrationHoldout";
import type { CustomerBase } from "../orders/customerBase";
import type { OrderTable } from "../orders/orderTable";
import type {
  FittedModel,
  HoldoutScore,
  HoldoutTest,
  ModelReport,
  Predictions,
} from "../summary/modelReport";
import type { SummaryInputs } from "../summary/inputs";
import { trackRepeatOrders } from "./trackRepeatOrders";

const DAYS_PER_WEEK = 7;
/** Of the observation, the part kept back to test the models on. */
const HOLDOUT_SHARE = 1 / 3;
/** Shorter observations, in days, are not split: neither part would say anything. */
const SHORTEST_SPLIT = 180;
const CONFIDENCE = 0.95;
/** Returns can bring a customer's mean repeat value to nothing or below, which no model of spending knows. */
const LEAST_VALUE = 0.01;

/**
 * Fits the models to the customers (ages in weeks), compares them, tests them on the last third of the observation
 * and predicts every customer's orders and value over the horizon. Null where no model can be fitted at all.
 */
export function reportModels(
  orders: OrderTable,
  customers: CustomerBase,
  inputs: SummaryInputs,
  locale: Locale,
): ModelReport | null {
  const history = historyOf(customers);
  const comparison = compareModels(history);
  if (comparison instanceof Refusal) return null;
  const words = modelWords(locale);
  const spending = spendHistoryOf(customers);
  const spendFit = fitGammaGamma(spending);
  const purchaseModels = comparison.trials.flatMap((trial) => fittedModel(trial.fit, "purchases", words));
  if (purchaseModels.length === 0) return null;
  const independence = spendIndependence(spending);
  const split = splitOf(orders, customers);
  const tested = split === undefined ? undefined : testOn(split);
  const { best } = comparison;
  return {
    chosen: best === undefined ? "" : words.names[best.model.name],
    models: [...purchaseModels, ...fittedModel(spendFit, "spend", words)],
    holdout:
      split === undefined || tested === undefined
        ? undefined
        : {
            start: split.calibration.asOf + 1,
            scores: scoresOf(tested, words),
            verdict: verdictOn(tested, words),
          },
    tracking: tracking(orders, customers, tested?.best ?? best, split?.calibration ?? customers),
    spendCorrelation: independence instanceof Refusal ? undefined : independence.correlation,
    predictions:
      best === undefined || spendFit instanceof Refusal
        ? undefined
        : predict(best, spendFit, customers, inputs),
  };
}

const inWeeks = (days: Float64Array): Float64Array => days.map((day) => day / DAYS_PER_WEEK);

const historyOf = (customers: CustomerBase): PurchaseHistory => ({
  x: customers.frequency,
  tx: inWeeks(customers.recency),
  age: inWeeks(customers.age),
});

interface Spending {
  readonly x: Float64Array;
  readonly meanValue: Float64Array;
}

/** Customers with repeat orders of some value; the others teach nothing about spending. */
const spendHistoryOf = ({ frequency, meanRepeatValue }: CustomerBase): Spending => ({
  x: Float64Array.from(frequency, (x, customer) => ((meanRepeatValue[customer] ?? 0) > 0 ? x : 0)),
  meanValue: meanRepeatValue,
});

function fittedModel(
  fit: FitResult | Refusal,
  role: FittedModel["role"],
  words: ModelWords,
): readonly FittedModel[] {
  if (fit instanceof Refusal) return [];
  const { logLikelihood, aic, bic, customers, standing } = fit;
  const parameters = fit.parameterNames.map((name, index) => ({
    name,
    value: fit.parameters[index] ?? NaN,
    standardError: finite(fit.standardErrors?.[index]),
  }));
  // A limit of the model may lie at zero or at infinity: such a parameter has no number to show.
  const shown = parameters.filter(({ value }) => Number.isFinite(value));
  return [
    {
      name: words.names[fit.model],
      role,
      parameters: shown,
      logLikelihood,
      aic,
      bic,
      customers,
      standing: standing.kind,
      remark: remarkOn(standing, words),
    },
  ];
}

const finite = (value: number | undefined): number | null =>
  value !== undefined && Number.isFinite(value) ? value : null;

/** What the standing means, beyond its kind: the limiting model, or the directions that the data leave open. */
function remarkOn(standing: Standing, words: ModelWords): string | undefined {
  if (standing.kind === "boundary") return words.limits[standing.limit];
  if (standing.kind === "weak") return standing.direction.map(({ parameter }) => parameter).join(", ");
  return undefined;
}

function splitOf(orders: OrderTable, customers: CustomerBase): CalibrationHoldout | undefined {
  const { asOf, firstDay } = customers;
  const first = firstDay.reduce((least, day) => Math.min(least, day), asOf);
  const observed = asOf - first;
  if (observed < SHORTEST_SPLIT) return undefined;
  return splitAtCutoff(orders, { cutoff: asOf - Math.round(observed * HOLDOUT_SHARE), asOf });
}

function testOn(split: CalibrationHoldout): ModelComparison | undefined {
  const holdout = { orders: split.holdoutFrequency, length: split.holdoutDays / DAYS_PER_WEEK };
  const tested = compareModels(historyOf(split.calibration), holdout);
  return tested instanceof Refusal ? undefined : tested;
}

function verdictOn({ best, earnsItsPlace }: ModelComparison, words: ModelWords): HoldoutTest["verdict"] {
  if (best === undefined || earnsItsPlace === undefined) return undefined;
  return { model: words.names[best.model.name], earnsItsPlace };
}

function scoresOf({ trials, naive }: ModelComparison, words: ModelWords): readonly HoldoutScore[] {
  const all = [
    ...trials.map(({ model, holdout }) => ({ name: words.names[model.name], holdout })),
    ...naive.map(({ forecast, holdout }) => ({ name: words.naive[forecast], holdout })),
  ];
  return all.flatMap(({ name, holdout }): HoldoutScore[] => {
    if (holdout === undefined || holdout instanceof Refusal) return [];
    const { predictedTotal, actualTotal, mae, rmse } = holdout;
    return [
      {
        name,
        expected: predictedTotal,
        actual: actualTotal,
        meanAbsoluteError: mae,
        rootMeanSquareError: rmse,
      },
    ];
  });
}

/** Repeat orders over time as they came and as the model, fitted to `known` alone, expects them. */
function tracking(
  orders: OrderTable,
  customers: CustomerBase,
  best: ModelTrial | undefined,
  known: CustomerBase,
): ModelReport["tracking"] {
  if (best === undefined || best.fit instanceof Refusal) return [];
  return trackRepeatOrders(orders, known, customers.asOf, best.model, best.fit.parameters);
}

function predict(
  { model, fit }: ModelTrial,
  spendFit: FitResult,
  customers: CustomerBase,
  inputs: SummaryInputs,
): Predictions | undefined {
  if (fit instanceof Refusal) return undefined;
  const years = numberOf(inputs.horizon.value);
  const horizon = years * UNITS_PER_YEAR.week;
  const history = {
    ...historyOf(customers),
    meanValue: customers.meanRepeatValue.map((value) => Math.max(value, LEAST_VALUE)),
  };
  const forecast = forecastCustomers(model, fit, history, { horizon });
  const terms = {
    margin: numberOf(inputs.grossMargin.value),
    annualRate: numberOf(inputs.discountRate.value),
    unit: "week",
    horizon,
  } as const;
  const worth = predictValues(model, fit, spendFit, history, terms, CONFIDENCE);
  if (forecast instanceof Refusal || worth instanceof Refusal) return undefined;
  const { value, total } = worth;
  // Without intervals, or with such as are beyond counting, a prediction would look surer than it is.
  if (value.low === undefined || value.high === undefined) return undefined;
  if (total.low === undefined || total.high === undefined) return undefined;
  if (!Number.isFinite(total.high) || !value.high.every(Number.isFinite)) return undefined;
  return {
    horizonYears: years,
    alive: forecast.alive.estimate,
    orders: forecast.orders.estimate,
    value: value.estimate,
    valueLow: value.low,
    valueHigh: value.high,
    total: total.estimate,
    totalLow: total.low,
    totalHigh: total.high,
    confidence: CONFIDENCE,
  };
}

const numberOf = (value: unknown): number => (typeof value === "number" ? value : 0);
