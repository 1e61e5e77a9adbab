import { EngineProblem } from "../../worker/engine";
import { problemOf, type ProblemCode, type ProblemDetails } from "../../excel/problem";

/** Problems that arise outside of Excel: in the orders, in the calculation, or with files of our own. */
export const OWN_PROBLEMS = [
  "noOrders",
  "noRevenue",
  "oneDay",
  "columnMissing",
  "columnTwice",
  "inputRefused",
  "engineFailed",
  "languageNotLoaded",
  "catalogueNotLoaded",
] as const;
export type PaneProblemCode = ProblemCode | (typeof OWN_PROBLEMS)[number];

/** What went wrong, as state: a code for the words, and what they mention. */
export interface PaneProblem {
  readonly code: PaneProblemCode;
  readonly details: ProblemDetails;
}

/** Where in the pane something went wrong: its message stands there. */
export type ProblemPlace =
  "language" | "selection" | "check" | "run" | "link" | "catalogue" | "insert" | "scenario" | "share";

export type Problems = Readonly<Partial<Record<ProblemPlace, PaneProblem>>>;

/** Thrown by the pane's own steps: a problem that is not Excel's. */
export class OwnProblem extends Error {
  override readonly name = "OwnProblem";

  constructor(
    readonly code: PaneProblemCode,
    readonly details: ProblemDetails = {},
  ) {
    super(code);
  }
}

/** Anything thrown, as state. */
export function paneProblem(error: unknown): PaneProblem {
  if (error instanceof OwnProblem) return { code: error.code, details: error.details };
  if (error instanceof EngineProblem)
    return error.code === "cancelled"
      ? { code: "cancelled", details: {} }
      : { code: "engineFailed", details: { reason: error.code } };
  const problem = problemOf(error);
  // Excel's side passes on what the engine threw while it fed it, and has no word for it.
  if (problem.cause instanceof EngineProblem) return paneProblem(problem.cause);
  const { code, details } = problem;
  return { code, details };
}
