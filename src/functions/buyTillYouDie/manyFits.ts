import type { Interval } from "../../models/intervals/deltaMethod";
import { forecastModel } from "../../models/forecasts/forecastModels";
import type { IntervalRequest } from "../../models/intervals/intervalRequest";
import { modelWords } from "../../locales/modelWords";
import { isRefusal } from "../../numerics/refusal";
import * as take from "../arguments";
import type { Cells } from "../arguments";
import { once } from "../broadcast";
import { errorOf } from "../cellError";
import { displayLocale } from "../host";
import { columnsOf, intervalsOf, levelOf } from "../modelArguments";
import { historyColumns, modelNameOf } from "./modelTables";

/** Intervals that need many fits: where the delta method is only a rough guide. */

const shown = (bound: number): string | number => (bound === Infinity ? "∞" : bound);

/** A row for each: name, value, low, high. A bound that does not exist is "∞". */
const tableOf = (names: readonly string[], intervals: readonly Interval[]): (string | number)[][] =>
  intervals.map(({ estimate, low = NaN, high = NaN }, i) => [
    names[i] ?? "",
    estimate,
    shown(low),
    shown(high),
  ]);

/** What both functions take. */
interface Asked {
  readonly model: Cells;
  readonly history: Readonly<Record<"x" | "tx" | "age", Cells>>;
  readonly customers: Cells;
  readonly weak_prior: Cells;
  readonly sum_log_gaps: Cells;
}

async function intervalTable(
  { model, history, customers, weak_prior, sum_log_gaps }: Asked,
  intervals: IntervalRequest["intervals"],
  invocation: CustomFunctions.CancelableInvocation,
): Promise<unknown[][]> {
  const name = modelNameOf(model);
  const columns = columnsOf(historyColumns(name, history, sum_log_gaps), customers);
  const weakPrior = take.single(take.flag("weak_prior", weak_prior, false));
  const request = { model: name, ...columns, weakPrior, intervals };
  const found = await intervalsOf(request, invocation);
  if (isRefusal(found)) throw errorOf(found);
  const { orders } = modelWords(displayLocale()).outlook;
  return once("plain", tableOf([...forecastModel(name).parameterNames, orders], found));
}

/**
 * Bootstrap intervals of a fit: customers are drawn again and again with replacement, and the model is fitted to each
 * draw. It assumes nothing about the shape of the likelihood, and takes as long as so many fits.
 * @customfunction BOOTSTRAP
 * @param model The model: "bgnbd", "mbgnbd", "pareto", "bgcnbd", "mbgcnbd", or "bgbb", whose times count opportunities.
 * @param x Repeat orders of each customer: orders after the first, at most one a day.
 * @param tx Age of each customer at the last order, 0 where x is 0.
 * @param age Age of each customer now, in the same unit as tx; weeks are days / 7.
 * @param [horizon] Time ahead: adds the orders expected of all customers within it.
 * @param [seed] Where the draws begin, a whole number: the same seed gives the same intervals; 1 when left out.
 * @param [draws] Number of draws, 20 to 5000; 500 when left out.
 * @param [level] Level of the intervals; 0.95 when left out.
 * @param [customers] How many customers each row stands for; 1 when left out.
 * @param [weak_prior] TRUE steadies a fit that the data hardly determine.
 * @param [sum_log_gaps] For "bgcnbd" and "mbgcnbd": for each customer the sum of the natural logarithms of the gaps between orders.
 * @returns A row per parameter: name, value, low, high; with a horizon a last row for the orders of all customers. Where the draws set no bound it is 0 or "∞".
 * @formula quantiles (1 − level) / 2 and (1 + level) / 2 of the fits to the draws
 * @errors #N/A when no customer has ordered again, because nothing can be learnt, or when more draws cannot be fitted than lie beyond a bound; #VALUE! when a history is impossible (tx above age) or the ranges differ in length; #NUM! when the search for the fit does not end.
 * @example =CLV.BOOTSTRAP("bgnbd", {0; 1; 1; 2; 2; 3; 4; 7; 12}, {0; 4; 20; 10; 30; 24; 36; 35; 38}, {39; 39; 39; 39; 39; 39; 39; 39; 39}, 26, 1, 50, 0.95, {600; 90; 60; 40; 40; 30; 25; 20; 15}) → {"r", 0.2319, 0.2047, 0.2761; "alpha", 6.942, 6.143, 8.407; "a", 0.2388, 0.1524, 0.4341; "b", 0.591, 0.3365, 1.211; "expected orders", 427.7, 389.1, 448.3}
 * @source Efron & Tibshirani 1993, An introduction to the bootstrap, 13.3 (percentile intervals).
 * @cancelable
 */
export async function bootstrap(
  model: unknown[][],
  x: unknown[][],
  tx: unknown[][],
  age: unknown[][],
  horizon: unknown[][] | undefined,
  seed: unknown[][] | undefined,
  draws: unknown[][] | undefined,
  level: unknown[][] | undefined,
  customers: unknown[][] | undefined,
  weak_prior: unknown[][] | undefined,
  sum_log_gaps: unknown[][] | undefined,
  invocation: CustomFunctions.CancelableInvocation,
): Promise<unknown[][]> {
  const intervals = {
    method: "bootstrap",
    level: levelOf(level, 0.95),
    seed: take.single(take.whole("seed", seed, 0, 2 ** 31, 1)),
    draws: take.single(take.whole("draws", draws, 20, 5000, 500)),
    horizon: horizon ? take.single(take.notNegative("horizon", horizon)) : undefined,
  } as const;
  const asked = { model, history: { x, tx, age }, customers, weak_prior, sum_log_gaps };
  return intervalTable(asked, intervals, invocation);
}

/**
 * Profile-likelihood intervals of a fit's parameters: the values that a likelihood-ratio test does not reject, the
 * other parameters fitted anew for each. Right for lopsided likelihoods, such as those of s and beta of Pareto/NBD.
 * @customfunction PROFILE
 * @param model The model: "bgnbd", "mbgnbd", "pareto", "bgcnbd", "mbgcnbd", or "bgbb", whose times count opportunities.
 * @param x Repeat orders of each customer: orders after the first, at most one a day.
 * @param tx Age of each customer at the last order, 0 where x is 0.
 * @param age Age of each customer now, in the same unit as tx; weeks are days / 7.
 * @param [level] Level of the intervals; 0.95 when left out.
 * @param [customers] How many customers each row stands for; 1 when left out.
 * @param [weak_prior] TRUE steadies a fit that the data hardly determine.
 * @param [sum_log_gaps] For "bgcnbd" and "mbgcnbd": for each customer the sum of the natural logarithms of the gaps between orders.
 * @returns A row per parameter: name, value, low, high. Where the data set no bound it is 0 or "∞".
 * @formula values whose profile log-likelihood is at most z² / 2 below the maximum, z the normal quantile of (1 + level) / 2
 * @errors #N/A when no customer has ordered again, because nothing can be learnt; #VALUE! when a history is impossible (tx above age) or the ranges differ in length; #NUM! when the search does not end.
 * @example =CLV.PROFILE("bgnbd", {0; 1; 1; 2; 2; 3; 4; 7; 12}, {0; 4; 20; 10; 30; 24; 36; 35; 38}, {39; 39; 39; 39; 39; 39; 39; 39; 39}, 0.95, {600; 90; 60; 40; 40; 30; 25; 20; 15}) → {"r", 0.2319, 0.1944, 0.2775; "alpha", 6.942, 5.223, 9.155; "a", 0.2388, 0.1087, 0.4658; "b", 0.591, 0.2627, 1.291}
 * @source Venzon & Moolgavkar 1988, Applied Statistics 37, 87–94.
 * @cancelable
 */
export async function profile(
  model: unknown[][],
  x: unknown[][],
  tx: unknown[][],
  age: unknown[][],
  level: unknown[][] | undefined,
  customers: unknown[][] | undefined,
  weak_prior: unknown[][] | undefined,
  sum_log_gaps: unknown[][] | undefined,
  invocation: CustomFunctions.CancelableInvocation,
): Promise<unknown[][]> {
  const intervals = { method: "profile", level: levelOf(level, 0.95) } as const;
  const asked = { model, history: { x, tx, age }, customers, weak_prior, sum_log_gaps };
  return intervalTable(asked, intervals, invocation);
}
