import type { RefusalCode } from "../../numerics/refusal";

/** Words for calculations that cannot be done: what is wrong and what to do. */
export const refusals: Record<RefusalCode, string> = {
  argumentMissing: "{argument} is missing. Give a value or a cell.",
  notAWholeNumber: "{argument}: {value} is not a whole number.",
  oneValueExpected: "One of the arguments must be a single value, not a range.",
  unexpected: "This could not be calculated. Check the arguments; if they are right, please report it.",
  noData: "There is no data to calculate from.",
  churnNotPositive:
    "The churn rate is 0: nobody leaves, so a lifetime has no end. Give a churn rate above 0.",
  lengthsDiffer:
    "{argument} has {length} values and {other} has {otherLength}: they belong together, one to one.",
  notANumber: "{argument}: “{value}” is not a number. Give a number, or a cell that holds one.",
  notARate: "{argument}: {value} is not a rate between 0 and 1. Did you mean {value}%?",
  notFinite: "The result is too large to be shown. Check {argument}.",
  outOfRange: "{argument}: {value} is outside its range, {range}.",
  retentionNotBelowDiscount:
    "With retention {retention} and discount {discount} the value has no finite sum: retention must be below 1 + discount.",
  tooFewValues: "{argument}: at least {needed} values are needed; {given} were given.",
  zeroDivisor: "{argument} is 0, and the result is divided by it.",
};
