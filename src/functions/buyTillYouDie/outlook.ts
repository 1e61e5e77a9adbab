import { columnsOf, fitOf, levelOf } from "../modelArguments";
import type { FitRequest } from "../../models/fitRequest";
import { forecastCustomers } from "../../models/forecasts/forecastCustomers";
import { forecastModel } from "../../models/forecasts/forecastModels";
import { isRefusal, Refusal } from "../../numerics/refusal";
import * as take from "../arguments";
import { once } from "../broadcast";
import { errorOf } from "../cellError";
import { historyColumns, modelNameOf, outlookTable } from "./modelTables";

const NONE = new Float64Array(0);

/**
 * Fits a model and looks ahead: for all customers together and for each, the probability of being a customer and the
 * orders expected within a horizon, with bounds that tell how well the data determine them (not how far one customer
 * may stray).
 * @customfunction OUTLOOK
 * @param model The model: "bgnbd", "mbgnbd", "pareto", "bgcnbd", "mbgcnbd", or "bgbb", whose times count opportunities.
 * @param x Repeat orders of each customer: orders after the first, at most one a day.
 * @param tx Age of each customer at the last order, 0 where x is 0.
 * @param age Age of each customer now, in the same unit as tx; weeks are days / 7.
 * @param horizon Time ahead, in the unit of the ages.
 * @param [level] Level of the bounds; 0.95 when left out.
 * @param [customers] How many customers each row stands for; 1 when left out.
 * @param [weak_prior] TRUE steadies a fit that the data hardly determine.
 * @param [sum_log_gaps] For "bgcnbd" and "mbgcnbd": for each customer the sum of the natural logarithms of the gaps between orders.
 * @returns A table with headings: the total with its bounds, then one row per customer: P(alive), expected orders, lower and upper bound. No bounds at a boundary.
 * @formula orders × e^(± z × standard error / orders), by the delta method
 * @errors #N/A when no customer has ordered again, because nothing can be learnt; #VALUE! when a history is impossible (tx above age) or the ranges differ in length; #NUM! when the search does not end.
 * @example =CLV.OUTLOOK("bgnbd", {0; 1; 1; 2; 2; 3; 4; 7; 12}, {0; 4; 20; 10; 30; 24; 36; 35; 38}, {39; 39; 39; 39; 39; 39; 39; 39; 39}, 26, 0.95, {600; 90; 60; 40; 40; 30; 25; 20; 15}) → {"P(alive)", "expected orders", "low", "high"; "all customers", 427.7, 392.1, 466.5; 1, 0.1209, 0.104, 0.1404; 0.2971, 0.1934, 0.1457, 0.2568; 0.5619, 0.3659, 0.3114, 0.4299; 0.4182, 0.4954, 0.3603, 0.6812; 0.8037, 0.9521, 0.8444, 1.073; 0.7515, 1.292, 1.092, 1.528; 0.9187, 2.07, 1.905, 2.249; 0.9346, 3.604, 3.328, 3.902; 0.9737, 6.357, 5.983, 6.754}
 * @source Fader, Hardie & Lee 2005; delta method: Casella & Berger 2002, 5.5.4.
 * @cancelable
 */
export async function outlook(
  model: unknown[][],
  x: unknown[][],
  tx: unknown[][],
  age: unknown[][],
  horizon: unknown[][],
  level: unknown[][] | undefined,
  customers: unknown[][] | undefined,
  weak_prior: unknown[][] | undefined,
  sum_log_gaps: unknown[][] | undefined,
  invocation: CustomFunctions.CancelableInvocation,
): Promise<unknown[][]> {
  const name = modelNameOf(model);
  const { columns, counts } = columnsOf(historyColumns(name, { x, tx, age }, sum_log_gaps), customers);
  const ahead = take.single(take.notNegative("horizon", horizon));
  const confidence = levelOf(level, 0.95);
  const weakPrior = take.single(take.flag("weak_prior", weak_prior, false));
  const request: FitRequest = { model: name, columns, counts, weakPrior };
  const [fit = new Refusal("noConvergence", "fitNotConverged")] = await fitOf([request], invocation);
  if (isRefusal(fit)) throw errorOf(fit);
  const [orders = NONE, last = NONE, now = NONE] = columns;
  const history = { x: orders, tx: last, age: now, counts };
  const chosen = forecastModel(name, fit.stages);
  const forecast = forecastCustomers(chosen, fit, history, { horizon: ahead, level: confidence });
  return once("plain", isRefusal(forecast) ? forecast : outlookTable(forecast));
}
