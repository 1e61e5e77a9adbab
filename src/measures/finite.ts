import { Refusal, type Outcome } from "../numerics/refusal";

/** Nothing but a finite number leaves a measure: an overflow is refused, naming the argument to look at. */
export function finite(value: number, argument: string): Outcome {
  return Number.isFinite(value) ? value : new Refusal("invalid", "notFinite", { argument });
}

/** `dividend / divisor`, refused where the divisor is 0; `argument` names the divisor as the user knows it. */
export function quotient(dividend: number, divisor: number, argument: string): Outcome {
  if (divisor === 0) return new Refusal("divisionByZero", "zeroDivisor", { argument });
  return finite(dividend / divisor, argument);
}
