import type { SmoothFunction } from "../../numerics/newton";
import type { LimitingModel, ModelName } from "./modelName";

/** A way to an edge: the log-parameters that grow (+1) or fall (−1) without end as the model turns into `limit`. */
export interface ModelLimit {
  readonly limit: LimitingModel;
  readonly direction: readonly number[];
}

/** What a fit needs of a model and its data. */
export interface LikelihoodProblem {
  readonly model: ModelName;
  readonly stages?: number;
  readonly parameterNames: readonly string[];
  /** Customers, that is the sum of the counts. */
  readonly customers: number;
  readonly distinctRows: number;
  /** Log-likelihood, gradient and Hessian in the natural parameters. */
  readonly logLikelihood: SmoothFunction;
  /** The same of a small sample of the rows, where that is worth while. */
  readonly sample?: SmoothFunction;
  /** The usual size of each parameter for such data, in their units: centre of the search and of the weak prior. */
  readonly centre: readonly number[];
  readonly starts: readonly (readonly number[])[];
  /** Starts in other regions, where such likelihoods may have another, higher maximum. */
  readonly rivalStarts?: readonly (readonly number[])[];
  /** More of them for a few customers, of whom any model may tell two stories nearly as well. */
  readonly rivalStartsOfFew?: readonly (readonly number[])[];
  /** Whether a clean maximum may be a lower one too, so that the other regions are searched after it as well. */
  readonly severalMaxima?: boolean;
  readonly limits: readonly ModelLimit[];
}
