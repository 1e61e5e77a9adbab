import { modelWords } from "../../locales/modelWords";
import { standingText } from "../../locales/standingText";
import type { Holdout, ModelComparison } from "../../models/forecasts/compareModels";
import type { CustomerForecast, RowEstimates } from "../../models/forecasts/forecastCustomers";
import { hasStages, type ForecastModelName } from "../../models/forecasts/forecastModels";
import type { HoldoutAccuracy } from "../../models/forecasts/holdout";
import { standingFacts } from "../../models/fitting/standingFacts";
import { Refusal } from "../../numerics/refusal";
import * as take from "../arguments";
import type { Cells } from "../arguments";
import { displayLocale } from "../host";
import { list, word } from "../ranges";

/** The models by the words of the worksheet, the same in every language. */
const MODELS = {
  bgnbd: "bgNbd",
  mbgnbd: "mbgNbd",
  pareto: "paretoNbd",
  bgcnbd: "bgCnbdK",
  mbgcnbd: "mbgCnbdK",
  bgbb: "bgBb",
} as const satisfies Readonly<Record<string, ForecastModelName>>;

/** The model that an argument names. */
export function modelNameOf(cells: Cells): ForecastModelName {
  const words = Object.keys(MODELS) as (keyof typeof MODELS)[];
  if (!cells) take.single(take.money("model", cells));
  return MODELS[take.single(word("model", cells, words, "bgnbd"))];
}

/** The columns of a history that a model takes: the gaps between orders for the models with stages. */
export const historyColumns = (
  name: ForecastModelName,
  history: Readonly<Record<"x" | "tx" | "age", Cells>>,
  sum_log_gaps: Cells,
): Readonly<Record<string, Cells>> => (hasStages(name) ? { ...history, sum_log_gaps } : history);

type Line = (string | number | null)[];

const accuracy = (holdout: HoldoutAccuracy | Refusal | undefined): (number | null)[] =>
  holdout === undefined || holdout instanceof Refusal
    ? [null, null, null, null]
    : [holdout.predictedTotal, holdout.actualTotal, holdout.mae, holdout.rmse];

/** A comparison as a table with its headings: one line per model, then the naive forecasts. */
export function comparisonTable({ trials, naive }: ModelComparison): Line[] {
  const locale = displayLocale();
  const words = modelWords(locale);
  const models = trials.map(({ model, fit, holdout }): Line => {
    const name = words.names[model.name as keyof typeof words.names];
    if (fit instanceof Refusal) return [name, null, null, null, null, null, null, null, null];
    const { logLikelihood, aic, bic } = fit;
    return [name, logLikelihood, aic, bic, ...accuracy(holdout), standingText(standingFacts(fit), locale)];
  });
  const rules = naive.map(({ forecast, holdout }): Line => [
    words.naive[forecast],
    null,
    null,
    null,
    ...accuracy(holdout),
    null,
  ]);
  return [Object.values(words.comparison), ...models, ...rules];
}

/** The holdout of two arguments that come together or not at all. */
export function holdoutOf(orders: Cells, length: Cells): Holdout | undefined {
  if (!orders) return undefined;
  return {
    orders: list("holdout_orders", orders, take.notNegative),
    length: take.single(take.positive("holdout_length", length)),
  };
}

const boundsAt = ({ low, high }: RowEstimates, i: number): (number | null)[] => [
  low?.[i] ?? null,
  high?.[i] ?? null,
];

/** A forecast as a table with its headings: the total, then one line per customer. */
export function outlookTable(forecast: CustomerForecast): Line[] {
  const words = modelWords(displayLocale()).outlook;
  const { total, alive, orders } = forecast;
  return [
    [words.alive, words.orders, words.low, words.high],
    [words.total, total.estimate, total.low ?? null, total.high ?? null],
    ...Array.from(orders.estimate, (estimate, i) => [
      alive.estimate[i] ?? null,
      estimate,
      ...boundsAt(orders, i),
    ]),
  ];
}
