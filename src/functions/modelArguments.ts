import type { FitOutcome } from "../models/fitting/fit";
import type { FitRequest } from "../models/fitRequest";
import type { IntervalRequest } from "../models/intervals/intervalRequest";
import { predictionInterval, type Prediction } from "../models/intervals/predictionInterval";
import { type Outcome, outOfRange, Refusal } from "../numerics/refusal";
import { createFitRunner, type FitRunner, type IntervalsOutcome } from "../worker/fitRunner";
import * as take from "./arguments";
import type { Cells } from "./arguments";
import { each, eachSeveral } from "./broadcast";
import { errorOf } from "./cellError";
import { fittedRowOf, laidOut, paramsOf } from "./fitBlock";
import { numbers, together } from "./ranges";

/** What the worksheet functions of the probability models share: predictions, histories and fits. */

/**
 * Beyond these the sums behind the models would run for minutes; no fit and no calendar comes near them. Money is
 * exempt, and with it the Gamma-Gamma parameters, one of which is in money: there is no sum behind them. A fit at a
 * boundary may end far out (at 160,000 times the usual size), and its parameters must be taken; CNBD-k, whose fifth
 * is k, sums stage by stage and cannot go there.
 */
const LARGEST_PARAMETER = 1e12;
export const LARGEST_OF_CNBD = 1e6;
const LARGEST_NUMBER = 1e6;
const LARGEST_MONEY = 1e15;

const isMoney = (argument: string): boolean => argument === "mean_value";

/** A number beyond its limit, as a refusal. */
const beyond = (argument: string, value: number, limit: number): Refusal | undefined =>
  Math.abs(value) > limit ? outOfRange(argument, value, `≤ ${limit}`) : undefined;

/** The first of some numbers that is beyond the limit, as a refusal. */
export function anyBeyond(argument: string, values: ArrayLike<number>, limit: number): Refusal | undefined {
  for (let i = 0; i < values.length; i++) {
    const refusal = beyond(argument, values[i] ?? 0, limit);
    if (refusal) return refusal;
  }
  return undefined;
}

const limitOf = (argument: string): number => (isMoney(argument) ? LARGEST_MONEY : LARGEST_NUMBER);

type Named = readonly (readonly [name: string, cells: Cells])[];

interface Customers {
  readonly row: readonly number[];
  readonly values: readonly take.Argument<number>[];
  /** Why a row of arguments is not calculated with. */
  beyond(this: void, numbersOfCell: readonly number[]): Refusal | undefined;
}

/** The parameters and what is known of the customers, within their limits. */
function customersOf(params: Cells, args: Named): Customers {
  const row = paramsOf("params", params);
  const ofMoney = args.some(([name]) => isMoney(name));
  const tooLarge = anyBeyond(
    "params",
    row,
    ofMoney ? LARGEST_MONEY : row.length > 4 ? LARGEST_OF_CNBD : LARGEST_PARAMETER,
  );
  const limits = args.map(([name]) => ({ name, limit: limitOf(name) }));
  return {
    row,
    values: args.map(([name, cells]) => take.money(name, cells)),
    beyond: (numbersOfCell) => {
      if (tooLarge) return tooLarge;
      for (let i = 0; i < limits.length; i++) {
        const { name, limit } = limits[i] ?? { name: "", limit: Infinity };
        const refusal = beyond(name, numbersOfCell[i] ?? 0, limit);
        if (refusal) return refusal;
      }
      return undefined;
    },
  };
}

/** One answer per customer: parameters once, everything else broadcast. */
export const eachCustomer = (
  params: Cells,
  compute: (params: readonly number[], ...values: number[]) => Outcome,
  ...args: Named
): unknown[][] => {
  const { row, values, beyond: wrong } = customersOf(params, args);
  return each<number[]>("plain", (...given) => wrong(given) ?? compute(row, ...given), ...values);
};

/** The level of an interval, between 0 and 1 without them: at 1 it would hold everything. */
export function levelOf(cells: Cells, fallback?: number): number {
  const level = take.single(take.rate("level", cells, fallback));
  if (level > 0 && level < 1) return level;
  throw errorOf(outOfRange("level", level, "> 0, < 1"));
}

/** A prediction for each customer; with a level its bounds too, for which the whole block of the fit is needed. */
export function predicted(prediction: Prediction, params: Cells, level: Cells, ...args: Named): unknown[][] {
  if (!level) return eachCustomer(params, prediction.value, ...args);
  const asked = levelOf(level);
  const { row, values, beyond: wrong } = customersOf(params, args);
  const fitted = fittedRowOf("params", params, row);
  if (fitted instanceof Refusal) throw errorOf(fitted);
  const withBounds = (...given: number[]): readonly (number | undefined)[] | Refusal => {
    const found = wrong(given) ?? predictionInterval(prediction, fitted, asked, given);
    return found instanceof Refusal ? found : [found.estimate, found.low, found.high];
  };
  return eachSeveral<number[]>("plain", 3, withBounds, ...values);
}

/** Columns that belong together, empty rows left out, as doubles; and the counts, where they were given. */
export function columnsOf(
  required: Readonly<Record<string, Cells>>,
  customers: Cells,
): { columns: Float64Array[]; counts?: Float64Array } {
  const rows = together<string>(customers ? { ...required, customers } : required);
  const column = (name: string): Float64Array => {
    const values = Float64Array.from(numbers(name, rows[name]));
    const refusal = anyBeyond(name, values, limitOf(name));
    if (refusal) throw errorOf(refusal);
    return values;
  };
  const columns = Object.keys(required).map(column);
  return customers ? { columns, counts: column("customers") } : { columns };
}

let runner: FitRunner | undefined;

/** The page's one runner of fits. */
function fitRunner(): FitRunner {
  runner ??= createFitRunner();
  return runner;
}

/** A signal that follows Excel's cancellation; none where the runtime knows no signals. */
function signalOf(invocation: CustomFunctions.CancelableInvocation | undefined): AbortSignal | undefined {
  if (typeof AbortController === "undefined" || invocation === undefined) return undefined;
  const controller = new AbortController();
  invocation.onCanceled = () => {
    controller.abort();
  };
  return controller.signal;
}

/** Does fits, in the worker where that pays; all stop when Excel cancels the call. */
export function fitOf(
  requests: readonly FitRequest[],
  invocation: CustomFunctions.CancelableInvocation | undefined,
): Promise<FitOutcome[]> {
  const signal = signalOf(invocation);
  return Promise.all(requests.map((request) => fitRunner().run(request, signal)));
}

/** Intervals that take many fits, in the worker; they stop when Excel cancels the call. */
export function intervalsOf(
  request: IntervalRequest,
  invocation: CustomFunctions.CancelableInvocation | undefined,
): Promise<IntervalsOutcome> {
  return fitRunner().run(request, signalOf(invocation));
}

export interface FitCall {
  readonly model: FitRequest["model"];
  readonly columns: Readonly<Record<string, Cells>>;
  readonly customers?: Cells;
  readonly stats?: Cells;
  readonly weakPrior?: Cells;
  readonly invocation?: CustomFunctions.CancelableInvocation;
}

/** Fits, in the worker where that pays, and lays the result out. */
export async function fitted(call: FitCall): Promise<unknown[][]> {
  const stats = take.single(take.flag("stats", call.stats, false));
  const weakPrior = take.single(take.flag("weak_prior", call.weakPrior, false));
  const request = { model: call.model, ...columnsOf(call.columns, call.customers), weakPrior };
  const [outcome = new Refusal("noConvergence", "fitNotConverged")] = await fitOf([request], call.invocation);
  return laidOut(outcome, stats);
}
