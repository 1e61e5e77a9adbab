import { modelWords } from "../locales/modelWords";
import { standingText } from "../locales/standingText";
import type { FitOutcome, FitResult } from "../models/fitting/fit";
import type { FittedRow } from "../models/intervals/predictionInterval";
import { standingFacts } from "../models/fitting/standingFacts";
import { at } from "../numerics/at";
import { Refusal } from "../numerics/refusal";
import type { Cells } from "./arguments";
import { once } from "./broadcast";
import { errorOf } from "./cellError";
import { displayLocale } from "./host";
import { leading } from "./ranges";

/*
 * The block that a FIT function spills, written and read again:
 *   the row of parameters
 *   with statistics: their standard errors; line by line, with its name, what else there is to know; a heading; and
 *   the covariance of the logarithms of the parameters, which predictions need for their bounds.
 */

/** Lines with a name, between the standard errors and the heading of the covariance. */
const NAMED_LINES = 7;
const COVARIANCE_AT = 2 + NAMED_LINES + 1;

/** The row of parameters that a FIT function spills: its first row, so that a fit with statistics serves as well. */
export function paramsOf(name: string, cells: Cells): number[] {
  return leading(name, isBlock(cells) ? cells?.slice(0, 1) : cells);
}

const isBlock = (cells: Cells): boolean => (cells?.length ?? 0) > 1 && (cells?.[0]?.length ?? 0) > 1;

/** The parameters with their covariance, from the whole block; or why there is none. */
export function fittedRowOf(name: string, cells: Cells, parameters: readonly number[]): FittedRow | Refusal {
  const needsFit = new Refusal("invalid", "intervalNeedsFit", { argument: name });
  if (!isBlock(cells) || (cells?.length ?? 0) <= COVARIANCE_AT) return needsFit;
  const estimated = leading(name, cells?.slice(1, 2)).length;
  if (estimated === 0) return new Refusal("tooLittleData", "noIntervalAtBoundary", { argument: name });
  const rows = cells?.slice(COVARIANCE_AT, COVARIANCE_AT + estimated) ?? [];
  const entries = rows.flatMap((row) => row.slice(0, estimated));
  const logCovariance = Float64Array.from(entries, (entry) => (typeof entry === "number" ? entry : NaN));
  const sound = logCovariance.length === estimated ** 2 && isCovariance(logCovariance, estimated);
  return sound && estimated <= parameters.length ? { parameters, logCovariance } : needsFit;
}

/** Whether numbers can be a covariance: symmetric, with variances above 0. */
function isCovariance(entries: Float64Array, n: number): boolean {
  for (let i = 0; i < n; i++) {
    if (!(at(entries, i * n + i) > 0)) return false;
    for (let j = 0; j < i; j++) {
      const scale = Math.sqrt(at(entries, i * n + i) * at(entries, j * n + j));
      if (!(Math.abs(at(entries, i * n + j) - at(entries, j * n + i)) <= 1e-6 * scale)) return false;
    }
  }
  return true;
}

/** A fit as LINEST gives it. At a boundary the lines of standard errors and covariance are empty. */
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
    line(words.standing, standingText(standingFacts(outcome), displayLocale())),
    [words.covariance, ...blank(1)],
    ...covarianceLines(outcome, parameters.length),
  ]);
}

function covarianceLines({ parameters, logCovariance }: FitResult, width: number): (number | null)[][] {
  const n = parameters.length;
  return parameters.map((_, i) =>
    Array.from({ length: width }, (_, j) =>
      logCovariance !== undefined && j < n ? at(logCovariance, i * n + j) : null,
    ),
  );
}
