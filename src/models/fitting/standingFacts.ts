import { halfWidth } from "../intervals/deltaMethod";
import type { FitResult, ReachedLimits, Standing } from "./fit";
import type { LimitingModel, ModelName } from "./modelName";

/** The model that each model turns into at an edge, where that has a name; see LIMITING_MODELS for the edges. */
const NAMES = {
  betaDiscreteWeibull: { identicalDropout: "discreteWeibull" },
  bgBb: {
    identicalDropout: "geometricBetaBinomial",
    identicalRates: "bgBernoulli",
    leavesAtOnceOrNever: "zeroInflatedBetaBinomial",
    nobodyLeaves: "betaBinomial",
  },
  bgCnbdK: { identicalDropout: "geometricCnbd", identicalRates: "bgErlang", nobodyLeaves: "cnbd" },
  bgNbd: { identicalDropout: "geometricNbd", identicalRates: "bgPoisson", nobodyLeaves: "nbd" },
  gammaGamma: { identicalValues: "gamma", noSpreadWithinCustomer: "inverseGamma" },
  mbgCnbdK: {
    identicalDropout: "geometricCnbd",
    identicalRates: "mbgErlang",
    leavesAtOnceOrNever: "zeroInflatedCnbd",
    nobodyLeaves: "cnbd",
  },
  mbgNbd: {
    identicalDropout: "geometricNbd",
    identicalRates: "mbgPoisson",
    leavesAtOnceOrNever: "zeroInflatedNbd",
    nobodyLeaves: "nbd",
  },
  paretoNbd: {
    identicalDropout: "exponentialNbd",
    identicalRates: "paretoPoisson",
    leavesAtOnceOrNever: "zeroInflatedNbd",
    nobodyLeaves: "nbd",
  },
  shiftedBetaGeometric: { identicalDropout: "geometric" },
} as const satisfies Record<ModelName, Partial<Record<LimitingModel, string>>>;

/** The same where all customers order at one rate as well, by the limit that speaks of leaving. */
const NAMES_AT_ONE_RATE = {
  bgBb: {
    identicalDropout: "geometricBernoulli",
    leavesAtOnceOrNever: "zeroInflatedBinomial",
    nobodyLeaves: "binomial",
  },
  bgCnbdK: { identicalDropout: "geometricErlang", nobodyLeaves: "erlang" },
  bgNbd: { identicalDropout: "geometricPoisson", nobodyLeaves: "poisson" },
  mbgCnbdK: {
    identicalDropout: "geometricErlang",
    leavesAtOnceOrNever: "zeroInflatedErlang",
    nobodyLeaves: "erlang",
  },
  mbgNbd: {
    identicalDropout: "geometricPoisson",
    leavesAtOnceOrNever: "zeroInflatedPoisson",
    nobodyLeaves: "poisson",
  },
  paretoNbd: {
    identicalDropout: "exponentialPoisson",
    leavesAtOnceOrNever: "zeroInflatedPoisson",
    nobodyLeaves: "poisson",
  },
} as const satisfies Partial<Record<ModelName, Partial<Record<LimitingModel, string>>>>;

type Named<T> = T extends Record<string, string> ? T[keyof T] : never;
export type LimitName =
  Named<(typeof NAMES)[ModelName]> | Named<(typeof NAMES_AT_ONE_RATE)[keyof typeof NAMES_AT_ONE_RATE]>;

type LimitNames = Partial<Record<ModelName, Partial<Record<LimitingModel, LimitName>>>>;

/** The name of what a model has turned into, where that has one. */
function nameAt(model: ModelName, [first, second]: ReachedLimits): LimitName | undefined {
  const alone: LimitNames = NAMES;
  const atOneRate: LimitNames = NAMES_AT_ONE_RATE;
  if (second === undefined) return alone[model]?.[first];
  const other = first === "identicalRates" ? second : second === "identicalRates" ? first : undefined;
  return other && atOneRate[model]?.[other];
}

/** What there is to say of a standing that is not "fitted". */
export type StandingFacts =
  | { readonly kind: "fitted" }
  | { readonly kind: "boundary"; readonly limits: ReachedLimits; readonly model?: LimitName }
  /** `up` can move by `factor` either way; `down` then moves the other way. */
  | {
      readonly kind: "weak";
      readonly up: readonly string[];
      readonly down: readonly string[];
      readonly factor: number;
    };

/** Parameters that take less part than this in the weak direction are not named. */
const LEAST_WEIGHT = 0.2;

/** The standing of a fit as facts for sentences: the limiting model, or what moves with what, and how far at 95 %. */
export function standingFacts({ model, standing }: Pick<FitResult, "model" | "standing">): StandingFacts {
  if (standing.kind === "fitted") return standing;
  if (standing.kind === "weak") return weakFacts(standing);
  return { kind: "boundary", limits: standing.limits, model: nameAt(model, standing.limits) };
}

function weakFacts({ direction, width }: Extract<Standing, { kind: "weak" }>): StandingFacts {
  const [first] = [...direction].sort((p, q) => Math.abs(q.weight) - Math.abs(p.weight));
  const most = first?.weight ?? 1;
  const shares = direction.map(({ parameter, weight }) => ({ parameter, along: weight * Math.sign(most) }));
  return {
    kind: "weak",
    up: shares.filter(({ along }) => along > LEAST_WEIGHT).map(({ parameter }) => parameter),
    down: shares.filter(({ along }) => along < -LEAST_WEIGHT).map(({ parameter }) => parameter),
    factor: Math.exp(halfWidth(0.95) * width * Math.abs(most)),
  };
}
