import { at } from "../../src/numerics/at";
import { RandomStream } from "../../src/numerics/random";
import { fitTransactions } from "../../src/models/buyTillYouDie/fitTransactions";
import { paretoNbd } from "../../src/models/buyTillYouDie/paretoNbd";
import { emptyPlan, planPanels } from "../../src/models/buyTillYouDie/paretoQuadrature";
import { logLikelihood } from "../../src/models/buyTillYouDie/transactionModel";

/*
 * Many orders soon after the first, with alpha far above beta: the integrand hardly falls at first, and then as a
 * cliff. One such customer took a hundred thousand panels, and half a second.
 */

/** r, alpha, s, beta; x, t_x, T; ln L by mpmath's quad of the integral over 400 pieces, with 50 digits. */
const CLIFFS = [
  [[30800, 778, 0.00203, 0.00138], [748000, 0.000834, 200], 4519251.335699883],
  [[15300, 342, 0.000125, 0.00276], [385000, 0.000542, 200], 2385018.0680420077],
  [[0.357, 1280, 0.04, 0.0032], [66400, 0.00404, 200], 195797.78380542758],
  [[3.62, 11.3, 0.5, 0.0028], [2740, 0.01, 200], 12324.026291270531],
] as const;

function panelsFor(parameters: readonly number[], [x = NaN, tx = NaN, age = NaN]: readonly number[]): number {
  const [r = NaN, alpha = NaN, s = NaN, beta = NaN] = parameters;
  const plan = emptyPlan();
  const smaller = Math.min(alpha, beta);
  planPanels(plan, r + x, s, smaller + tx, smaller + age, Math.abs(alpha - beta), alpha <= beta);
  return plan.panels;
}

describe("the integral of Pareto/NBD", () => {
  it.each(CLIFFS)("at %j of a customer %j is right, by few panels", (parameters, history, expected) => {
    const [x, tx, age] = history;
    const found = Number(logLikelihood(paretoNbd, parameters, x, tx, age));
    expect(Math.abs(found / expected - 1)).toBeLessThan(1e-13);
    expect(panelsFor(parameters, history)).toBeLessThan(20);
  });

  it("takes at most a hundred panels anywhere in the box of a search", () => {
    const random = new RandomStream(3);
    const between = (low: number, high: number): number => low * (high / low) ** random.uniform();
    let most = 0;
    for (let i = 0; i < 100_000; i++) {
      const parameters = [between(6e-6, 2e5), between(1e-3, 3e7), between(6e-6, 2e5), between(1e-3, 3e7)];
      const tx = random.uniform() < 0.3 ? 0 : between(2e-4, 200);
      most = Math.max(most, panelsFor(parameters, [tx > 0 ? Math.round(between(1, 1e6)) : 0, tx, 200]));
    }
    expect(most).toBeGreaterThan(20);
    expect(most).toBeLessThan(100);
  });
});

describe("a fit of customers with a hundred thousand orders and more", () => {
  const random = new RandomStream(5);
  const x = Float64Array.from({ length: 200 }, () => Math.round(1e5 * 10 ** random.uniform()));
  const age = x.map(() => 50 + 300 * random.uniform());
  const tx = age.map((end) => end * Math.exp(-12 * random.uniform()));

  it("starts within the box of the search, and does not stay where it starts", () => {
    const fit = fitTransactions(paretoNbd, { x, tx, age });
    if (!("parameters" in fit)) throw new Error(fit.code);
    expect(fit.iterations).toBeGreaterThan(1);
    expect(fit.standing.kind).toBe("weak");
    // No rate that the box allows comes near theirs, so that alpha stands on its edge: e^-12 of the mean age.
    const meanAge = age.reduce((sum, end) => sum + end, 0) / age.length;
    expect(at(Float64Array.from(fit.parameters), 1) / (meanAge * Math.exp(-12))).toBeCloseTo(1, 3);
  });
});
