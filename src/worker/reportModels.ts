import type { Locale } from "../locales/locale";
import { fillPlain } from "../locales/message";
import { modelWords } from "../locales/modelWords";
import { standingRemark } from "../locales/standingText";
import { compareModels, type ModelTrial } from "../models/forecasts/compareModels";
import type { FitOutcome, FitResult } from "../models/fitting/fit";
import { fitGammaGamma } from "../models/spending/gammaGamma";
import { spendIndependence } from "../models/spending/spendIndependence";
import { standingFacts } from "../models/fitting/standingFacts";
import { Refusal } from "../numerics/refusal";
import type { CustomerBase } from "../orders/customers/customerBase";
import type { OrderTable } from "../orders/orderTable";
import type { SummaryInputs } from "../summary/inputs/inputs";
import type { FittedModel, ModelReport } from "../summary/models/modelReport";
import { chooseForecast, type ForecastFits } from "./chooseForecast";
import { historyOf, spendHistoryOf } from "./modelHistory";
import { LEAST_VALUE, predictCustomers } from "./predictCustomers";
import { holdoutTest, testModels, trialOf } from "./testModels";
import { trackRepeatOrders } from "./trackRepeatOrders";

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
  const purchaseModels = comparison.trials.flatMap(({ fit }) => fittedModel(fit, "purchases", locale));
  if (purchaseModels.length === 0) return null;
  const independence = spendIndependence(spending);
  const tested = testModels(orders, customers);
  const fits = chooseForecast(comparison, history, spending, spendFit);
  const models = [
    ...purchaseModels,
    ...fittedModel(spendFit, "spend", locale),
    ...(fits?.purchases.weakPrior ? fittedModel(fits.purchases, "purchases", locale) : []),
    ...(fits?.spend.weakPrior ? fittedModel(fits.spend, "spend", locale) : []),
  ];
  const followed =
    (tested && trialOf(tested.comparison, fits?.model)) ??
    (fits && { model: fits.model, fit: fits.purchases });
  return {
    models,
    chosen: fits && chosenAmong(models, fits),
    holdout: tested && holdoutTest(tested, fits?.model, words),
    tracking: tracking(orders, customers, followed, tested?.split.calibration ?? customers),
    spendCorrelation: independence instanceof Refusal ? undefined : independence.correlation,
    leastValue: LEAST_VALUE,
    predictions: fits && predictCustomers(fits, customers, orders.customerIds.length, inputs),
  };
}

function chosenAmong(models: readonly FittedModel[], fits: ForecastFits): ModelReport["chosen"] {
  const of = (fit: FitResult): FittedModel | undefined =>
    models.find(({ model, weakPrior }) => model === fit.model && weakPrior === fit.weakPrior);
  const [purchases, spend] = [of(fits.purchases), of(fits.spend)];
  return purchases && spend && { purchases, spend };
}

function fittedModel(fit: FitOutcome, role: FittedModel["role"], locale: Locale): readonly FittedModel[] {
  if (fit instanceof Refusal) return [];
  const words = modelWords(locale);
  const { logLikelihood, aic, bic, customers, standing, weakPrior } = fit;
  const parameters = fit.parameterNames.map((name, index) => ({
    name,
    place: index,
    value: fit.parameters[index] ?? NaN,
    standardError: finite(fit.standardErrors?.[index]),
  }));
  // A limit of the model may lie at zero or at infinity: such a parameter has no number to show.
  const shown = parameters.filter(({ value }) => Number.isFinite(value));
  return [
    {
      model: fit.model,
      name: weakPrior ? fillPlain(words.steadied, { model: words.names[fit.model] }) : words.names[fit.model],
      role,
      weakPrior,
      parameters: shown,
      logLikelihood,
      aic,
      bic,
      customers,
      standing: standing.kind,
      remark: standingRemark(standingFacts(fit), locale),
    },
  ];
}

const finite = (value: number | undefined): number | null =>
  value !== undefined && Number.isFinite(value) ? value : null;

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
