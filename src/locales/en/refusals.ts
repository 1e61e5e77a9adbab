import type { RefusalCode } from "../../numerics/refusal";

/** Words for calculations that cannot be done: what is wrong and what to do. */
export const refusals: Record<RefusalCode, string> = {
  argumentMissing: "{argument} is missing. Give a value or a cell.",
  cellEmpty: "{argument}: cell {index} is empty. Fill it, or leave the whole row empty.",
  churnNotPositive:
    "The churn rate is 0: nobody leaves, so a lifetime has no end. Give a churn rate above 0.",
  columnsExpected: "{argument} needs {columns, plural, one {one column} other {# columns}}.",
  countsRise:
    "Value {index} of {argument} is above the one before it. These are the customers of one cohort still there, so the count can only fall.",
  drawsNotFitted:
    "{failed} of {draws} draws cannot be fitted: too few customers have ordered again for bounds by draws. Take more customers, or CLV.PROFILE.",
  fitNotConverged:
    "The search for the parameters did not end. Check the data, or fit again with weak_prior set to TRUE.",
  growthNotBelowDiscount:
    "With retention {retention}, growth {growth} and discount {discount} the value has no finite sum: retention × (1 + growth) must be below 1 + discount.",
  intervalNeedsFit: "As {argument} an interval needs the whole block that FIT spills with stats TRUE.",
  lengthsDiffer:
    "{argument} has {length, plural, one {one value} other {# values}} and {other} has {otherLength}: they belong together, one to one.",
  negativeTotal:
    "The values of {argument} add up to {total}: shares of a total that is not positive mean nothing.",
  neverEnds:
    "With discount {discount} the value has no finite sum: some customers never stop paying. Give a discount rate above 0, or a number of periods.",
  neverPaysBack: "The margins never add up to {cac}: over the whole relationship they are worth {value}.",
  noBreakEven: "No value of {argument} within its range makes the customer worth {cost}.",
  noData: "There is no data to calculate from.",
  noFiniteMean: "With q = {q} the mean order value has no finite expected value: q must be above 1.",
  noIntervalAtBoundary:
    "No interval: {argument} is a fit at a boundary, without standard errors. Leave level out, or fit again with weak_prior TRUE.",
  noRepeatOrders:
    "No customer has ordered again (all x are 0), so nothing can be learnt about repeat orders.",
  noSegment:
    "No line of the segment table fits the scores {scores}. Add a line with empty limits at its end.",
  noTimeObserved: "Every customer’s age is 0: no time has passed in which an order could have come.",
  noVariation: "All values of {argument} are the same, so nothing can be compared.",
  nobodyLeft: "Nobody has left yet, so these data say nothing about leaving.",
  notANumber: "{argument}: “{value}” is not a number. Give a number, or a cell that holds one.",
  notARate: "{argument}: {value} is not a rate between 0 and 1. Did you mean {value}%?",
  notATransition:
    "Row {row} of {argument} is not a set of chances: each must be between 0 and 1, and together they add to {sum}, where 1 is the most.",
  notAWholeNumber: "{argument}: {value} is not a whole number.",
  notFinite: "The result is too large to be shown. Check {argument}.",
  notSquare:
    "{argument} has {rows, plural, one {one row} other {# rows}} and {columns, plural, one {one column} other {# columns}}: it needs as many columns as rows, one for each state.",
  oneValueExpected: "{argument} must be a single value, not a range.",
  outOfRange: "{argument}: {value} is outside its range, {range}.",
  retentionNotBelowDiscount:
    "With retention {retention} and discount {discount} the value has no finite sum: retention must be below 1 + discount.",
  tooFewValues:
    "{argument}: at least {needed, plural, one {one value is} other {# values are}} needed; {given, plural, one {one was} other {# were}} given.",
  tooManyValues:
    "{argument}: at most {most, plural, one {one value is} other {# values are}} taken; {given, plural, one {one was} other {# were}} given.",
  unexpected: "This could not be calculated. Check the arguments; if they are right, please report it.",
  unknownName: "{argument}: “{value}” is not known here. Possible are: {names}.",
  zeroDivisor: "{argument} is 0, and the result is divided by it.",
};
