import { outOfRange, Refusal, type Outcome } from "../../numerics/refusal";

/** The parameters of a model, as many as it has names for them, all above 0; or why they cannot be. */
export function positiveParameters<T extends readonly number[]>(
  names: { readonly [K in keyof T]: string },
  values: readonly number[],
): T | Refusal {
  const needed = names.length;
  if (values.length < needed) {
    return new Refusal("invalid", "tooFewValues", { argument: "params", needed, given: values.length });
  }
  const parameters = values.slice(0, needed);
  const wrong = parameters.findIndex((value) => !(value > 0 && Number.isFinite(value)));
  // As many as there are names, which are as many as T has numbers.
  if (wrong < 0) return parameters as readonly number[] as T;
  return outOfRange(names[wrong] ?? "params", parameters[wrong] ?? NaN, "> 0");
}

/** What a model of contracts says of period t, the first of which is `from`. */
export function forPeriod<T extends readonly number[]>(
  names: { readonly [K in keyof T]: string },
  values: readonly number[],
  t: number,
  from: 0 | 1,
  compute: (parameters: T) => number,
): Outcome {
  const parameters = positiveParameters(names, values);
  if (parameters instanceof Refusal) return parameters;
  return t >= from && Number.isInteger(t)
    ? compute(parameters)
    : outOfRange("t", t, `${from}, ${from + 1}, …`);
}
