import { fitBetaDiscreteWeibull } from "../../src/models/contractual/betaDiscreteWeibull";
import { fitBgBb } from "../../src/models/buyTillYouDie/bgBb";
import { bgNbd } from "../../src/models/buyTillYouDie/bgNbd";
import { bgCnbdK, mbgCnbdK } from "../../src/models/buyTillYouDie/cnbdK";
import type { LikelihoodProblem } from "../../src/models/fitting/likelihoodProblem";
import { boxOf, objective } from "../../src/models/fitting/likelihoodSearch";
import * as maximumLikelihood from "../../src/models/fitting/maximumLikelihood";
import { fitTransactions } from "../../src/models/buyTillYouDie/fitTransactions";
import { fitGammaGamma } from "../../src/models/spending/gammaGamma";
import { mbgNbd } from "../../src/models/buyTillYouDie/mbgNbd";
import { paretoNbd } from "../../src/models/buyTillYouDie/paretoNbd";
import { simulateCustomers } from "../../src/models/buyTillYouDie/simulateCustomers";
import { minimise } from "../../src/numerics/newton";
import { RandomStream } from "../../src/numerics/random";
import { drawCohort, drawOpportunities, drawSpending } from "../../scripts/models/draws";

/*
 * These likelihoods have several maxima where few customers order again: "most hardly ever order" and "most left at
 * once" tell such data nearly as well. A fit is held against searches from random starts all over its domain.
 */

const STARTS = 12;

/** By how much the best of the random starts beats a fit, in log-likelihood. */
function beatenBy(problem: LikelihoodProblem, logLikelihood: number): number {
  const f = objective(problem, problem.logLikelihood, {});
  const box = boxOf(problem);
  const random = new RandomStream(1);
  let best = -Infinity;
  for (let k = 0; k < STARTS; k++) {
    const spread = k % 2 === 0 ? 3 : 8;
    const start = Float64Array.from(problem.centre, (c, i) =>
      Math.min(box.upper[i] ?? 0, Math.max(box.lower[i] ?? 0, Math.log(c) + spread * random.normal())),
    );
    if (!Number.isFinite(f(start).value)) continue;
    const { evaluation } = minimise(f, start, { ...box, tolerance: 1e-6 / problem.customers });
    best = Math.max(best, -evaluation.value * problem.customers);
  }
  return best - logLikelihood;
}

/** Fits, and looks at the problem that the fit gave to the search. */
function beatenFits(fits: readonly (readonly [string, () => unknown])[]): string[] {
  const search = maximumLikelihood.maximiseLikelihood;
  const beaten: string[] = [];
  let name = "";
  const watch = jest.spyOn(maximumLikelihood, "maximiseLikelihood").mockImplementation((problem, options) => {
    const outcome = search(problem, options);
    const gain = "parameters" in outcome ? beatenBy(problem, outcome.logLikelihood) : Infinity;
    if (gain > 0.01) beaten.push(`${problem.model} of ${name} by ${gain.toFixed(2)}`);
    return outcome;
  });
  for (const [each, fit] of fits) {
    name = each;
    fit();
  }
  expect(watch.mock.calls.length).toBeGreaterThanOrEqual(fits.length);
  watch.mockRestore();
  return beaten;
}

const TRUTHS = [
  [0.05, 0.5, 0.8, 12],
  [0.01, 1e-3, 0.3, 0.3],
  [0.5, 5, 0.01, 5],
  [0.5, 5, 0.8, 12],
  [0.05, 0.5, 5, 0.1],
] as const;

describe("no random start finds a higher maximum than a fit of", () => {
  it.each([bgNbd, mbgNbd, paretoNbd, bgCnbdK(3), mbgCnbdK(3)])("$name", (model) => {
    const data = (["mbgNbd", "paretoNbd"] as const).flatMap((source) =>
      TRUTHS.flatMap((truth) =>
        [20, 200].flatMap((customers) =>
          [1, 2].map((seed) => {
            const plan = { customers, seed, youngest: 20, oldest: 20, day: 1 / 7 };
            return [
              `${customers} of ${source} ${truth}, seed ${seed}`,
              simulateCustomers(source, truth, plan),
            ] as const;
          }),
        ),
      ),
    );
    const some = data.filter(([, { x }]) => x.some((orders) => orders > 0));
    expect(some.length).toBeGreaterThan(25);
    expect(beatenFits(some.map(([name, history]) => [name, () => fitTransactions(model, history)]))).toEqual(
      [],
    );
  });

  it("BG/BB", () => {
    const fits = [
      [5, 0.01, 0.5, 0.5],
      [1, 1, 0.01, 100],
      [1.2, 0.75, 0.66, 5],
    ].flatMap((truth) =>
      [6, 52].flatMap((n) =>
        [5, 50].map((customers) => {
          const history = drawOpportunities(truth, { n, customers, seed: customers });
          return [`${customers} of ${truth}, n = ${n}`, () => fitBgBb(history)] as const;
        }),
      ),
    );
    expect(beatenFits(fits)).toEqual([]);
  });

  it("Gamma-Gamma", () => {
    const fits = [
      [0.1, 0.5, 1],
      [2, 1.01, 1e6],
      [6, 3.7, 15],
    ].flatMap((truth) =>
      [0, 1.6].flatMap((moreOrders) =>
        [2, 8, 50].map((customers) => {
          const history = drawSpending(truth, { moreOrders, customers, seed: customers });
          return [`${customers} of ${truth}, ${moreOrders}`, () => fitGammaGamma(history)] as const;
        }),
      ),
    );
    expect(beatenFits(fits)).toEqual([]);
  });

  it("the beta-discrete-Weibull and the shifted-beta-geometric it starts from", () => {
    const fits = [
      [0.1, 5, 1],
      [0.01, 0.01, 1],
      [0.7, 3, 1.4],
    ].flatMap((truth) =>
      [4, 8, 24].flatMap((periods) =>
        [20, 2000].map((customers) => {
          const active = drawCohort(truth, { periods, customers, seed: 96 });
          return [
            `${customers} of ${truth}, ${periods} periods`,
            () => fitBetaDiscreteWeibull(active),
          ] as const;
        }),
      ),
    );
    expect(beatenFits(fits)).toEqual([]);
  });
});
