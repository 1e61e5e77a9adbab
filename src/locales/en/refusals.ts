import type { RefusalCode } from "../../numerics/refusal";

/** Words for calculations that cannot be done: what is wrong and what to do. */
export const refusals: Record<RefusalCode, string> = {
  churnNotPositive:
    "The churn rate is 0: nobody leaves, so a lifetime has no end. Give a churn rate above 0.",
  notANumber: "{argument}: “{value}” is not a number. Give a number, or a cell that holds one.",
  notARate: "{argument}: {value} is not a rate between 0 and 1. Did you mean {value}%?",
  notFinite: "The result is too large to be shown. Check {argument}.",
  outOfRange: "{argument}: {value} is outside its range, {range}.",
  retentionNotBelowDiscount:
    "With retention {retention} and discount {discount} the value has no finite sum: retention must be below 1 + discount.",
  zeroDivisor: "{argument} is 0, and the result is divided by it.",
};
