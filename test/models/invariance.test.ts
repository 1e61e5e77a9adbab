import { fitBetaDiscreteWeibull } from "../../src/models/contractual/betaDiscreteWeibull";
import { fitBgBb } from "../../src/models/buyTillYouDie/bgBb";
import type { FitOutcome, FitResult } from "../../src/models/fitting/fit";
import { fitCnbdK } from "../../src/models/buyTillYouDie/fitCnbdK";
import { fitGammaGamma } from "../../src/models/spending/gammaGamma";
import { fitShiftedBetaGeometric } from "../../src/models/contractual/shiftedBetaGeometric";
import { drawOpportunities, drawRegular, drawSpending } from "../../scripts/models/draws";

/** Neither the order of the customers nor the units may change what a fit says. (BG/NBD and its kin: standing.test.ts) */

function fitted(outcome: FitOutcome): FitResult {
  if (!("parameters" in outcome)) throw new Error(`refused: ${outcome.code}`);
  return outcome;
}

/** That two fits agree, the second's parameters divided by `factors`. */
function same(first: FitOutcome, second: FitOutcome, factors: readonly number[] = []): void {
  const [one, other] = [fitted(first), fitted(second)];
  expect(other.standing).toEqual(one.standing);
  expect(other.stages).toBe(one.stages);
  one.parameters.forEach((value, i) => {
    const factor = factors[i] ?? 1;
    expect((other.parameters[i] ?? NaN) / factor / value).toBeCloseTo(1, 4);
    const [error = NaN, otherError = NaN] = [one.standardErrors?.[i], other.standardErrors?.[i]];
    expect(otherError / factor / error).toBeCloseTo(1, 3);
  });
}

/** The same customers, the last first. */
const backwards = <Columns extends Record<string, Float64Array>>(columns: Columns): Columns =>
  Object.fromEntries(
    Object.entries(columns).map(([name, column]) => [name, column.slice().reverse()]),
  ) as Columns;

describe.each(["bgCnbdK", "mbgCnbdK"] as const)("%s", (model) => {
  const history = drawRegular([1.2, 3, 0.8, 2.5], {
    stages: 2,
    mayLeaveAtOnce: model === "mbgCnbdK",
    customers: 800,
    seed: 3,
    youngest: 26,
    oldest: 52,
  });

  it("is the same whatever the order of the customers", () => {
    same(fitCnbdK(model, history), fitCnbdK(model, backwards(history)));
  });

  it("is the same in days and in weeks; the likelihood of the gaps changes by ln 7 an order", () => {
    const weeks = fitCnbdK(model, history);
    const days = fitCnbdK(model, {
      x: history.x,
      tx: history.tx.map((t) => 7 * t),
      age: history.age.map((t) => 7 * t),
      sumLogGaps: history.sumLogGaps.map((sum, i) => sum + (history.x[i] ?? NaN) * Math.log(7)),
    });
    same(weeks, days, [1, 7, 1, 1]);
    const orders = history.x.reduce((sum, x) => sum + x, 0);
    expect(fitted(days).logLikelihood + orders * Math.log(7)).toBeCloseTo(fitted(weeks).logLikelihood, 4);
  });
});

it("BG/BB is the same whatever the order of the donors", () => {
  const donors = drawOpportunities([1.2, 0.75, 0.66, 3], { n: 8, customers: 1500, seed: 4 });
  same(fitBgBb(donors), fitBgBb(backwards(donors)));
});

describe("Gamma-Gamma", () => {
  const spend = drawSpending([6.25, 3.74, 15.44], { moreOrders: 1.6, customers: 1500, seed: 5 });

  it("is the same whatever the order of the customers", () => {
    same(fitGammaGamma(spend), fitGammaGamma(backwards(spend)));
  });

  it.each([100, 0.001])("is the same in a currency of %d to one", (rate) => {
    const other = { x: spend.x, meanValue: spend.meanValue.map((value) => value * rate) };
    same(fitGammaGamma(spend), fitGammaGamma(other), [1, 1, rate]);
  });
});

it.each([
  ["the shifted-beta-geometric", fitShiftedBetaGeometric],
  ["the beta-discrete-Weibull", fitBetaDiscreteWeibull],
])("%s of a cohort nine times as large is the same, its standard errors a third", (_, fit) => {
  const active = [1000, 869, 743, 653, 593, 551, 517, 491];
  const [small, large] = [fitted(fit(active)), fitted(fit(active.map((count) => 9 * count)))];
  small.parameters.forEach((value, i) => {
    expect((large.parameters[i] ?? NaN) / value).toBeCloseTo(1, 4);
    expect((3 * (large.standardErrors?.[i] ?? NaN)) / (small.standardErrors?.[i] ?? NaN)).toBeCloseTo(1, 3);
  });
});
