import { modelWords } from "../locales/modelWords";
import { fillPlain } from "../locales/message";
import type { FitOutcome, Standing } from "../models/fit";
import type { FitRequest } from "../models/fitRequest";
import { Refusal, type Outcome } from "../numerics/refusal";
import { createFitRunner, type FitRunner } from "../worker/fitRunner";
import * as take from "./arguments";
import type { Cells } from "./arguments";
import { each, once } from "./broadcast";
import { errorOf } from "./cellError";
import { displayLocale } from "./host";
import { leading, numbers, together } from "./ranges";

/** What the worksheet functions of the probability models share: parameters, histories, and the shape of a fit. */

/** The row of parameters that a FIT function spills: its first row, so that a fit with statistics serves as well. */
export function paramsOf(name: string, cells: Cells): number[] {
  const wide = cells && cells.length > 1 && (cells[0]?.length ?? 0) > 1;
  return leading(name, wide ? cells.slice(0, 1) : cells);
}

/**
 * Beyond these the sums behind the models would run for minutes; no fit and no calendar comes near them. Money is
 * exempt, and with it the Gamma-Gamma parameters, one of which is in money: there is no sum behind them.
 */
const LARGEST_PARAMETER = 1e6;
const LARGEST_NUMBER = 1e6;
const LARGEST_MONEY = 1e15;

const isMoney = (argument: string): boolean => argument === "mean_value";

/** A number beyond its limit, as a refusal. */
const beyond = (argument: string, value: number, limit: number): Refusal | undefined =>
  Math.abs(value) > limit
    ? new Refusal("invalid", "outOfRange", { argument, value, range: `≤ ${limit}` })
    : undefined;

/** The first of some numbers that is beyond the limit, as a refusal. */
function anyBeyond(argument: string, values: ArrayLike<number>, limit: number): Refusal | undefined {
  for (let i = 0; i < values.length; i++) {
    const refusal = beyond(argument, values[i] ?? 0, limit);
    if (refusal) return refusal;
  }
  return undefined;
}

const limitOf = (argument: string): number => (isMoney(argument) ? LARGEST_MONEY : LARGEST_NUMBER);

/** One answer per customer: parameters once, everything else broadcast. */
export const eachCustomer = (
  params: Cells,
  compute: (params: readonly number[], ...values: number[]) => Outcome,
  ...args: readonly (readonly [name: string, cells: Cells])[]
): unknown[][] => {
  const row = paramsOf("params", params);
  const values = args.map(([name, cells]) => take.money(name, cells));
  const ofMoney = args.some(([name]) => isMoney(name));
  const tooLarge = anyBeyond("params", row, ofMoney ? LARGEST_MONEY : LARGEST_PARAMETER);
  const limits = args.map(([name]) => ({ name, limit: limitOf(name) }));
  const answer = (...numbersOfCell: number[]): Outcome => {
    for (let i = 0; i < limits.length; i++) {
      const { name, limit } = limits[i] ?? { name: "", limit: Infinity };
      const refusal = beyond(name, numbersOfCell[i] ?? 0, limit);
      if (refusal) return refusal;
    }
    return compute(row, ...numbersOfCell);
  };
  return each<number[]>("plain", (...numbersOfCell) => tooLarge ?? answer(...numbersOfCell), ...values);
};

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

/**
 * A fit as LINEST gives it: the row of parameters; with statistics, below it the standard errors and then, line by
 * line with its name, what else there is to know.
 */
export function laidOut(outcome: FitOutcome, stats: boolean): unknown[][] {
  if (outcome instanceof Refusal) throw errorOf(outcome);
  const parameters =
    outcome.stages === undefined ? [...outcome.parameters] : [...outcome.parameters, outcome.stages];
  if (!stats) return once("plain", [parameters]);
  const words = modelWords(displayLocale()).fitRows;
  const blank = (given: number): null[] => new Array<null>(Math.max(0, parameters.length - given)).fill(null);
  const errors = outcome.standardErrors ?? [];
  const line = (label: string, value: number | string): (number | string | null)[] => [
    label,
    value,
    ...blank(2),
  ];
  return once("plain", [
    parameters,
    [...errors, ...blank(errors.length)],
    line(words.logLikelihood, outcome.logLikelihood),
    line(words.aic, outcome.aic),
    line(words.bic, outcome.bic),
    line(words.customers, outcome.customers),
    line(words.distinctRows, outcome.distinctRows),
    line(words.iterations, outcome.iterations),
    line(words.standing, standingText(outcome.standing)),
  ]);
}

/** What a fit is worth, in the user's words. */
export function standingText(standing: Standing): string {
  const words = modelWords(displayLocale());
  if (standing.kind === "fitted") return words.standings.fitted;
  if (standing.kind === "boundary") {
    return fillPlain(words.standings.boundary, { limit: words.limits[standing.limit] });
  }
  const direction = standing.direction
    .filter(({ weight }) => Math.abs(weight) > 0.2)
    .map(({ parameter }) => parameter)
    .join(", ");
  const factor = standing.width < 20 ? String(Number(Math.exp(standing.width).toPrecision(2))) : "∞";
  return fillPlain(words.standings.weak, { direction, factor });
}
