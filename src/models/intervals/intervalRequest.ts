import { Refusal } from "../../numerics/refusal";
import { bootstrapIntervals, parametersOf } from "./bootstrap";
import type { Interval } from "./deltaMethod";
import type { FitResult } from "../fitting/fit";
import { runFit, type FitRequest } from "../fitRequest";
import { forecastCustomers } from "../forecasts/forecastCustomers";
import { forecastModel, type ForecastModelName } from "../forecasts/forecastModels";
import { profileInterval } from "./profileInterval";
import { checkHorizon } from "../buyTillYouDie/transactionModel";

/** Intervals of a fit that take many fits, as plain data for a worker (see FitRequest). */
export interface IntervalRequest extends FitRequest {
  readonly model: ForecastModelName;
  readonly intervals:
    | { readonly method: "profile"; readonly level: number }
    | {
        readonly method: "bootstrap";
        readonly level: number;
        readonly seed: number;
        readonly draws: number;
        /** With it, the last interval is that of the orders of all customers within this time. */
        readonly horizon?: number;
      };
}

const NONE = new Float64Array(0);

/** Intervals of the parameters, in their order. The number of stages of CNBD-k is that of the fit, taken as known. */
export function runIntervals(request: IntervalRequest): readonly Interval[] | Refusal {
  const { intervals, counts, weakPrior } = request;
  const fit = runFit(request);
  if (fit instanceof Refusal) return fit;
  const model = forecastModel(request.model, fit.stages);
  const [x = NONE, tx = NONE, age = NONE] = request.columns;
  const history = { x, tx, age, counts };
  if (intervals.method === "bootstrap") {
    const { seed, draws: replicates, level, horizon } = intervals;
    const wrong = horizon === undefined ? undefined : checkHorizon(model, horizon);
    if (wrong !== undefined) return wrong;
    const statistics = (fit: FitResult): readonly Interval[] => {
      if (horizon === undefined) return parametersOf(fit);
      const forecast = forecastCustomers(model, fit, history, { horizon });
      return [...parametersOf(fit), forecast instanceof Refusal ? { estimate: NaN } : forecast.total];
    };
    return bootstrapIntervals(model, history, statistics, { seed, replicates, level, fit: { weakPrior } });
  }
  const found: Interval[] = [];
  for (let index = 0; index < fit.parameters.length; index++) {
    const interval = profileInterval(model, history, fit, index, intervals.level);
    if (interval instanceof Refusal) return interval;
    found.push(interval);
  }
  return found;
}
