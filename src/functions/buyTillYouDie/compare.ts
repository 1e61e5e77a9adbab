import { columnsOf, fitOf } from "../modelArguments";
import { compareFits, TRANSACTION_MODELS } from "../../models/forecasts/compareModels";
import type { FitRequest } from "../../models/fitRequest";
import { isRefusal, Refusal } from "../../numerics/refusal";
import { once } from "../broadcast";
import { errorOf } from "../cellError";
import { comparisonTable, holdoutOf } from "./modelTables";

const NONE = new Float64Array(0);

/**
 * Compares the models on one history: how well each fits and, with a holdout, how well it forecast what came, against
 * two forecasts that need no model (the rate so far goes on; nothing more comes).
 * @customfunction COMPARE
 * @param x Repeat orders of each customer: orders after the first, at most one a day.
 * @param tx Age of each customer at the last order, 0 where x is 0.
 * @param age Age of each customer now, in the same unit as tx; weeks are days / 7.
 * @param [holdout_orders] Orders of each customer after the history ended.
 * @param [holdout_length] How long that was, in the unit of the ages; needed with holdout_orders.
 * @param [customers] How many customers each row stands for; 1 when left out.
 * @returns A table with headings: model, log-likelihood, AIC, BIC, expected and actual orders, mean absolute error, root mean squared error, standing. The lowest BIC fits best; the lowest errors forecast best.
 * @formula AIC = 2k − 2 LL; BIC = k ln n − 2 LL
 * @errors #N/A when no customer has ordered again, because nothing can be learnt; #VALUE! when a history is impossible (tx above age) or the ranges differ in length; #NUM! when the search does not end.
 * @example =CLV.COMPARE({0; 1; 1; 2; 2; 3; 4; 7; 12}, {0; 4; 20; 10; 30; 24; 36; 35; 38}, {39; 39; 39; 39; 39; 39; 39; 39; 39}, , , {600; 90; 60; 40; 40; 30; 25; 20; 15}) → {"model", "log-likelihood", "AIC", "BIC", "expected orders", "actual orders", "mean absolute error", "root mean squared error", "standing"; "BG/NBD", -3444, 6895, 6915, "", "", "", "", "fitted"; "MBG/NBD", -3431, 6870, 6889, "", "", "", "", "fitted"; "Pareto/NBD", -3433, 6874, 6893, "", "", "", "", "fitted"}
 * @source Burnham & Anderson 2002 (AIC, BIC); Wübben & Wangenheim 2008 (naive rules against models).
 * @cancelable
 */
export async function compare(
  x: unknown[][],
  tx: unknown[][],
  age: unknown[][],
  holdout_orders: unknown[][] | undefined,
  holdout_length: unknown[][] | undefined,
  customers: unknown[][] | undefined,
  invocation: CustomFunctions.CancelableInvocation,
): Promise<unknown[][]> {
  const { columns, counts } = columnsOf({ x, tx, age }, customers);
  const holdout = holdoutOf(holdout_orders, holdout_length);
  const request = (model: FitRequest["model"]): FitRequest => ({ model, columns, counts, weakPrior: false });
  const outcomes = await fitOf(
    TRANSACTION_MODELS.map(({ name }) => request(name as FitRequest["model"])),
    invocation,
  );
  const [orders = NONE, last = NONE, now = NONE] = columns;
  const fits = TRANSACTION_MODELS.map((model, i) => ({
    model,
    fit: outcomes[i] ?? new Refusal("noConvergence", "fitNotConverged"),
  }));
  const refused = fits.map(({ fit }) => fit).find(isRefusal);
  if (refused !== undefined && fits.every(({ fit }) => isRefusal(fit))) throw errorOf(refused);
  const comparison = compareFits(fits, { x: orders, tx: last, age: now, counts }, holdout);
  return once("plain", isRefusal(comparison) ? comparison : comparisonTable(comparison));
}
