import type { Refusal } from "../../numerics/refusal";
import type { LimitingModel, ModelName } from "./modelName";

/** The limit of a fit at a boundary; two where it is at one for leaving and at one for ordering at the same time. */
export type ReachedLimits = readonly [LimitingModel, LimitingModel?];

/** How far a fit can be relied upon. */
export type Standing =
  /** A clean maximum: standard errors and intervals mean what they say. */
  | { readonly kind: "fitted" }
  /**
   * A maximum, but the data hardly determine it: along `direction` (weights of the log-parameters) the likelihood
   * is so flat that the standard error, in units of the logarithm, is `width`.
   */
  | {
      readonly kind: "weak";
      readonly direction: readonly { readonly parameter: string; readonly weight: number }[];
      readonly width: number;
    }
  /**
   * The likelihood rises towards an edge of the model: it turns into a simpler one. No standard errors. A parameter
   * that may run either way is named twice.
   */
  | {
      readonly kind: "boundary";
      readonly limits: ReachedLimits;
      readonly parameters: readonly { readonly parameter: string; readonly towards: "zero" | "infinity" }[];
    };

/** A fitted model. Where no fit can be made at all there is a `Refusal` in its place. */
export interface FitResult {
  readonly model: ModelName;
  /** Number of Erlang stages, for the CNBD-k models. */
  readonly stages?: number;
  readonly parameterNames: readonly string[];
  readonly parameters: readonly number[];
  /** Undefined at a boundary. */
  readonly standardErrors: readonly number[] | undefined;
  /** Covariance of the logarithms of the parameters, row by row; undefined at a boundary. */
  readonly logCovariance: Float64Array | undefined;
  /** Of the data alone, also where a weak prior guided the fit. */
  readonly logLikelihood: number;
  readonly aic: number;
  readonly bic: number;
  readonly customers: number;
  /** Rows that were distinct: the work grows with these, not with the customers. */
  readonly distinctRows: number;
  readonly iterations: number;
  readonly standing: Standing;
  readonly weakPrior: boolean;
}

export type FitOutcome = FitResult | Refusal;

export interface FitOptions {
  /** Adds a weak prior, normal with standard deviation 3 on each log-parameter: always gives a proper maximum. */
  readonly weakPrior?: boolean;
  /** Stops the search; the fit then throws the signal's reason. */
  readonly signal?: AbortSignal;
}
