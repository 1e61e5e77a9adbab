import { Refusal, type Outcome } from "../numerics/refusal";
import { churnValue, simpleValue, subscriptionValue } from "./base";
import { tooFew } from "./refusals";
import { continuousValue, finiteValue, growthValue, retentionValue } from "./retention";
import { accountValue } from "./subscription";
import type { Timing } from "./timing";

/** What a parameter of a model may be: a share from 0 to 1, a margin of at most 1, a growing rate, a timing, or any. */
export type ParameterKind = "money" | "count" | "share" | "margin" | "interest" | "timing";

export interface Parameter {
  /** The argument's name in the worksheet function. */
  readonly name: string;
  readonly kind: ParameterKind;
  /** The value when left out; parameters without one are needed. */
  readonly fallback?: number;
}

/** A value formula whose parameters can be moved one by one: the subject of sensitivity and what-if. */
export interface ValueModel {
  readonly parameters: readonly Parameter[];
  readonly value: (...values: number[]) => Outcome;
}

const of = (kind: ParameterKind, ...names: string[]): Parameter[] => names.map((name) => ({ name, kind }));
const optional = (kind: ParameterKind, name: string, fallback: number): Parameter => ({
  name,
  kind,
  fallback,
});
const asTiming = (value: number): Timing => (value === 0 || value === 2 || value === 3 ? value : 1);

/** The models by the name of their worksheet function. */
export const VALUE_MODELS = {
  SIMPLE: {
    parameters: [
      ...of("money", "aov"),
      ...of("count", "frequency", "lifespan"),
      optional("count", "cost", 0),
    ],
    value: (aov = 0, frequency = 0, periods = 0, cost = 0) => simpleValue(aov, frequency, periods, cost),
  },
  CHURN: {
    parameters: [
      ...of("money", "aov"),
      ...of("count", "frequency"),
      ...of("margin", "gross_margin"),
      ...of("share", "churn_rate"),
      optional("count", "cost", 0),
    ],
    value: (aov = 0, frequency = 0, margin = 0, churn = 0, cost = 0) =>
      churnValue(aov, frequency, margin, churn, cost),
  },
  SUBSCRIPTION: {
    parameters: [
      ...of("money", "fee"),
      ...of("count", "years"),
      optional("count", "periods_per_year", 12),
      optional("margin", "margin", 1),
    ],
    value: (fee = 0, years = 0, periodsPerYear = 12, margin = 1) =>
      subscriptionValue(fee, years, periodsPerYear, margin),
  },
  RETENTION: {
    parameters: [
      ...of("money", "margin"),
      ...of("share", "retention"),
      ...of("interest", "discount"),
      optional("timing", "timing", 1),
      optional("count", "acquisition_cost", 0),
    ],
    value: (margin = 0, retention = 0, discount = 0, timing = 1, cost = 0) =>
      retentionValue(margin, retention, discount, asTiming(timing), cost),
  },
  FINITE: {
    parameters: [
      ...of("money", "margin"),
      ...of("share", "retention"),
      ...of("interest", "discount"),
      ...of("count", "periods"),
      optional("timing", "timing", 2),
      optional("count", "acquisition_cost", 0),
    ],
    value: (margin = 0, retention = 0, discount = 0, periods = 0, timing = 2, cost = 0) =>
      finiteValue(margin, retention, discount, periods, asTiming(timing), cost),
  },
  GROWTH: {
    parameters: [
      ...of("money", "margin"),
      ...of("interest", "growth"),
      ...of("share", "retention"),
      ...of("interest", "discount"),
      optional("timing", "timing", 1),
    ],
    value: (margin = 0, growth = 0, retention = 0, discount = 0, timing = 1) =>
      growthValue(margin, growth, retention, discount, asTiming(timing)),
  },
  CONTINUOUS: {
    parameters: [...of("money", "margin"), ...of("count", "hazard", "delta")],
    value: (margin = 0, hazard = 0, delta = 0) => continuousValue(margin, hazard, delta),
  },
  SAAS: {
    parameters: [...of("money", "arpa"), ...of("margin", "margin"), ...of("share", "churn")],
    value: (arpa = 0, margin = 0, churn = 0) => accountValue(arpa, margin, churn),
  },
} as const satisfies Record<string, ValueModel>;

export type ModelName = keyof typeof VALUE_MODELS;
export const MODEL_NAMES = Object.keys(VALUE_MODELS).filter(isModelName);

function isModelName(name: string): name is ModelName {
  return name in VALUE_MODELS;
}

const unknownName = (argument: string, value: string | number, names: readonly string[]): Refusal =>
  new Refusal("invalid", "unknownName", { argument, value, names: names.join(", ") });

/** The model of a worksheet function's name, in any case, with or without `CLV.` before it. */
export function modelNamed(name: string): ValueModel | Refusal {
  const bare = name
    .trim()
    .toUpperCase()
    .replace(/^CLV\./, "");
  return isModelName(bare) ? VALUE_MODELS[bare] : unknownName("model", name, MODEL_NAMES);
}

/** The place of a model's parameter, given its name or its number from 1. */
export function parameterIndex(model: ValueModel, parameter: string | number, argument: string): Outcome {
  const names = model.parameters.map(({ name }) => name);
  const wanted = String(parameter).trim().toLowerCase();
  const index = names.indexOf(wanted);
  if (index >= 0) return index;
  const number = Number(wanted);
  return Number.isInteger(number) && number >= 1 && number <= names.length
    ? number - 1
    : unknownName(argument, parameter, names);
}

/** What is wrong with one parameter's value, if anything. */
function flaw({ name, kind }: Parameter, value: number): Refusal | undefined {
  if (((kind === "share" || kind === "margin") && value > 1) || (kind === "interest" && value >= 1))
    return new Refusal("invalid", "notARate", { argument: name, value });
  const range =
    kind === "interest" && !(value > -1)
      ? "> −1"
      : kind === "count" && !(value >= 0)
        ? "≥ 0"
        : kind === "share" && !(value >= 0)
          ? "0…1"
          : kind === "timing" && ![0, 1, 2, 3].includes(value)
            ? "0, 1, 2, 3"
            : undefined;
  return range ? new Refusal("invalid", "outOfRange", { argument: name, value, range }) : undefined;
}

/** The parameters as given, those left out at the end filled in; refused where one is missing. */
export function completeParameters(model: ValueModel, given: ArrayLike<number>): number[] | Refusal {
  const { parameters } = model;
  const needed = parameters.filter(({ fallback }) => fallback === undefined).length;
  if (given.length < needed || given.length > parameters.length)
    return given.length < needed
      ? tooFew("base", given.length, needed)
      : new Refusal("invalid", "tooManyValues", {
          argument: "base",
          given: given.length,
          most: parameters.length,
        });
  return parameters.map(({ fallback }, i) => given[i] ?? fallback ?? 0);
}

/** The value of a model at its parameters, each checked against its range. */
export function modelValue(model: ValueModel, values: readonly number[]): Outcome {
  for (const [i, parameter] of model.parameters.entries()) {
    const wrong = flaw(parameter, values[i] ?? 0);
    if (wrong) return wrong;
  }
  return model.value(...values);
}
