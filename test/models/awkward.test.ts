import { fitBetaDiscreteWeibull } from "../../src/models/contractual/betaDiscreteWeibull";
import { fitBgBb } from "../../src/models/buyTillYouDie/bgBb";
import { bgNbd } from "../../src/models/buyTillYouDie/bgNbd";
import type { FitOutcome } from "../../src/models/fitting/fit";
import { fitCnbdK } from "../../src/models/buyTillYouDie/fitCnbdK";
import { fitTransactions } from "../../src/models/buyTillYouDie/fitTransactions";
import { fitGammaGamma } from "../../src/models/spending/gammaGamma";
import { mbgNbd } from "../../src/models/buyTillYouDie/mbgNbd";
import { paretoNbd } from "../../src/models/buyTillYouDie/paretoNbd";
import { fitShiftedBetaGeometric } from "../../src/models/contractual/shiftedBetaGeometric";
import { simulateCustomers } from "../../src/models/buyTillYouDie/simulateCustomers";
import { drawCohort, drawOpportunities, drawRegular, drawSpending } from "../../scripts/models/draws";

/*
 * A grid of data as awkward as can be: few customers, one repeat order, all the same, a huge T, a tiny alpha, many
 * stages, parameters far from the usual. Each fit ends as fitted, weak or at a boundary, or says why it cannot be.
 */

/** The reasons that lie in such data. "Not converged" is none: it would lie in the search. */
const REASONS = ["noRepeatOrders", "nobodyLeft"];

/** What is wrong with an outcome; nothing where it is as it should be. */
function faultOf(outcome: FitOutcome): string | undefined {
  if (!("parameters" in outcome)) return REASONS.includes(outcome.code) ? undefined : outcome.code;
  const { parameters, logLikelihood, standardErrors, standing } = outcome;
  if (!parameters.every((value) => value > 0 && Number.isFinite(value))) return `parameters ${parameters}`;
  if (!Number.isFinite(logLikelihood)) return `log-likelihood ${logLikelihood}`;
  if (standing.kind === "boundary") return standardErrors === undefined ? undefined : "errors at a boundary";
  if (standing.kind === "weak") return standing.width > 0 ? undefined : `width ${standing.width}`;
  return standardErrors?.every((error) => error > 0 && Number.isFinite(error)) ? undefined : "no errors";
}

const SIZES = [1, 2, 5, 20, 50];
const SEEDS = [1, 2];

/** Names what went wrong; data that came out the same (one customer who left at once) are fitted once. */
function faultsOf<Data>(
  data: readonly (readonly [string, Data])[],
  fit: (data: Data) => FitOutcome,
): { count: number; faults: string[] } {
  const known = new Map<string, string | undefined>();
  const faults = data.flatMap(([name, each]) => {
    const content = JSON.stringify(each);
    if (!known.has(content)) known.set(content, faultOf(fit(each)));
    const fault = known.get(content);
    return fault === undefined ? [] : [`${name}: ${fault}`];
  });
  return { count: data.length, faults };
}

const sampled = <Data>(
  truths: readonly (readonly number[])[],
  draw: (truth: readonly number[], customers: number, seed: number) => Data,
): (readonly [string, Data])[] =>
  truths.flatMap((truth) =>
    SIZES.flatMap((size) =>
      SEEDS.map((seed) => [`${truth} × ${size}, seed ${seed}`, draw(truth, size, seed)] as const),
    ),
  );

interface History {
  readonly x: Float64Array;
  readonly tx: Float64Array;
  readonly age: Float64Array;
}

/** Customers of whom the first (or all) ordered x times up to a share of their age. */
const alike = (customers: number, x: number, share: number, age: number, all: boolean): History => {
  const of = (value: number): Float64Array =>
    new Float64Array(customers).map((_, i) => (all || i === 0 ? value : 0));
  return { x: of(x), tx: of(share * age), age: new Float64Array(customers).fill(age) };
};

const TRUTHS = [
  [0.5, 5, 0.8, 2.5],
  [0.05, 0.5, 0.8, 2.5],
  [5, 1e-2, 0.8, 2.5],
  [0.5, 5, 0.01, 5],
  [0.5, 5, 5, 0.1],
  [30, 30, 1, 3],
  [0.01, 1e-3, 0.3, 0.3],
  [0.5, 5, 100, 300],
] as const;

const histories: readonly (readonly [string, History])[] = [
  ...sampled(TRUTHS, ([r = NaN, alpha = NaN, a = NaN, b = NaN], customers, seed) =>
    simulateCustomers("mbgNbd", [r, alpha, a, b], { customers, seed, youngest: 20, oldest: 60, day: 1 / 7 }),
  ),
  ...[1, 2, 100].flatMap((customers) =>
    [1, 7].flatMap((x) =>
      [0.001, 0.3, 1].flatMap((share) =>
        [1, 1e6].flatMap((age) =>
          [true, false].map(
            (all) =>
              [
                `${all ? "all" : "one"} of ${customers} with x = ${x}, tx = ${share * age}, T = ${age}`,
                alike(customers, x, share, age, all),
              ] as const,
          ),
        ),
      ),
    ),
  ),
];

describe("awkward data end in a standing or a reason:", () => {
  it.each([bgNbd, mbgNbd, paretoNbd])("$name", (model) => {
    const plain = faultsOf(histories, (history) => fitTransactions(model, history));
    expect(plain).toEqual({ count: 152, faults: [] });
  });

  it.each([bgNbd, mbgNbd, paretoNbd])("$name with a weak prior, which always has a maximum", (model) => {
    const steadied = faultsOf(histories, (history) => {
      const outcome = fitTransactions(model, history, { weakPrior: true });
      if ("standing" in outcome) expect(outcome.standing.kind).not.toBe("boundary");
      return outcome;
    });
    expect(steadied).toEqual({ count: 152, faults: [] });
  });

  it.each(["bgCnbdK", "mbgCnbdK"] as const)("%s, from random to nearly clockwork buyers", (model) => {
    const data = [1, 40].flatMap((stages) =>
      sampled(TRUTHS.slice(0, 3), ([r = NaN, alpha = NaN, a = NaN, b = NaN], customers, seed) =>
        drawRegular([r, alpha / stages, a, b], {
          stages,
          mayLeaveAtOnce: model === "mbgCnbdK",
          customers,
          seed,
          youngest: 2,
          oldest: 6,
        }),
      ),
    );
    expect(faultsOf(data, (history) => fitCnbdK(model, history))).toEqual({ count: 60, faults: [] });
  });

  it.each([1, 2, 52, 300])("BG/BB with %i opportunities", (n) => {
    const truths = [
      [1.2, 0.75, 0.66, 5],
      [0.01, 0.01, 0.01, 0.01],
      [50, 50, 0.5, 0.5],
      [1, 1, 0.01, 100],
      [1e3, 1e3, 1e3, 1e3],
      [5, 0.01, 0.5, 0.5],
    ];
    const data = sampled(truths, (truth, customers, seed) =>
      drawOpportunities(truth, { n, customers, seed }),
    );
    expect(faultsOf(data, fitBgBb)).toEqual({ count: 60, faults: [] });
  });

  it("Gamma-Gamma", () => {
    const truths = [
      [6, 3.7, 15],
      [0.1, 0.5, 1],
      [1e3, 3, 1],
      [1, 1e3, 1e3],
      [2, 1.01, 1e6],
    ];
    const data = [0, 2, 20].flatMap((moreOrders) =>
      sampled(truths, (truth, customers, seed) => drawSpending(truth, { moreOrders, customers, seed })),
    );
    expect(faultsOf(data, fitGammaGamma)).toEqual({ count: 150, faults: [] });
  });

  it.each([
    ["the shifted-beta-geometric", fitShiftedBetaGeometric],
    ["the beta-discrete-Weibull", fitBetaDiscreteWeibull],
  ])("%s", (_, fit) => {
    const truths = [
      [0.67, 3.8, 1],
      [0.01, 0.01, 1],
      [100, 300, 1],
      [5, 0.1, 1],
      [0.1, 5, 1],
      [0.7, 3, 1.4],
      [0.7, 3, 0.3],
      [1e3, 1e3, 2],
      [2, 2, 4],
    ];
    const data = [3, 24].flatMap((periods) =>
      sampled(truths, (truth, customers, seed) => drawCohort(truth, { periods, customers, seed })),
    );
    const cohorts = [
      [10, 0, 0, 0],
      [10, 10, 10, 9],
      [10, 5, 5, 5, 5],
      [5, 5, 4, 4],
      [5, 5, 3, 3, 3],
      [100, 99, 97, 90, 50, 2, 0],
      [1e6, 1e6, 1e6, 999999],
      [1e9, 1, 0, 0],
    ].map((active) => [`${active}`, Float64Array.from(active)] as const);
    expect(faultsOf([...data, ...cohorts], fit)).toEqual({ count: 188, faults: [] });
  });
});

describe("values that are no money", () => {
  it.each([1e-101, 1e101])("are refused with their row, for their ratios would overflow: %d", (value) => {
    expect(fitGammaGamma({ x: [1, 2], meanValue: [20, value] })).toMatchObject({
      code: "outOfRange",
      details: { argument: "mean_value[2]", range: "1e-100 … 1e+100" },
    });
  });
});
