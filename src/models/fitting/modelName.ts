/** The probability models, by the names that code, results and locales use. */
export type ModelName =
  | "betaDiscreteWeibull"
  | "bgBb"
  | "bgCnbdK"
  | "bgNbd"
  | "gammaGamma"
  | "mbgCnbdK"
  | "mbgNbd"
  | "paretoNbd"
  | "shiftedBetaGeometric";

/**
 * What a model turns into where its likelihood has no maximum and rises towards an edge; each has words in
 * src/locales/<language>/models.ts.
 */
export type LimitingModel =
  /** Everyone leaves at the first opportunity. */
  | "everybodyLeavesAtOnce"
  /** All customers share one chance of leaving: no spread in loyalty. */
  | "identicalDropout"
  /** All customers buy at one rate: no spread in frequency. */
  | "identicalRates"
  /** All customers have one mean order value: no spread between customers. */
  | "identicalValues"
  /** Each customer either leaves at the first opportunity or never. */
  | "leavesAtOnceOrNever"
  /** Nobody leaves: the negative binomial model of purchases alone. */
  | "nobodyLeaves"
  /** A customer's orders are all of the same value: no spread within customers. */
  | "noSpreadWithinCustomer"
  /** Each customer orders at every opportunity or at none. */
  | "ordersAlwaysOrNever";

/** What a limit speaks of. A fit is at one limit of each subject at most: "nobody leaves" says all about leaving. */
export const LIMIT_SUBJECTS: Record<
  LimitingModel,
  "leaving" | "ordering" | "valuesBetween" | "valuesWithin"
> = {
  everybodyLeavesAtOnce: "leaving",
  identicalDropout: "leaving",
  identicalRates: "ordering",
  identicalValues: "valuesBetween",
  leavesAtOnceOrNever: "leaving",
  nobodyLeaves: "leaving",
  noSpreadWithinCustomer: "valuesWithin",
  ordersAlwaysOrNever: "ordering",
};
