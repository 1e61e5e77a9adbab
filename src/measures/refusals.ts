import { Refusal } from "../numerics/refusal";

/** Refused: nobody leaves, so nothing that lasts as long as the customer has an end. */
export const nobodyLeaves = (): Refusal => new Refusal("divisionByZero", "churnNotPositive");

/** Refused: two lists that describe the same things, one value each, have different lengths. */
export function lengthsDiffer(argument: string, length: number, other: string, otherLength: number): Refusal {
  return new Refusal("invalid", "lengthsDiffer", { argument, length, other, otherLength });
}

/** Refused: a list too short to say anything. */
export function tooFew(argument: string, given: number, needed: number): Refusal {
  return new Refusal("tooLittleData", "tooFewValues", { argument, given, needed });
}

export { outOfRange } from "../numerics/refusal";
