/**
 * Does a fit of few customers find the highest maximum? Draws bases of 2 to 50 customers, some from parameters far
 * from the usual, and holds each fit against the best of 40 searches from random starts.
 *
 * Run (2,000 bases take about half an hour): npx tsc --outDir .cache/simulation --rootDir . --module commonjs \
 *   --moduleResolution node10 --ignoreDeprecations 6.0 --target ES2022 --lib ES2023,DOM --types node --ignoreConfig \
 *   --skipLibCheck scripts/models/smallBases.ts && node .cache/simulation/scripts/models/smallBases.js
 */
import { bgNbd } from "../../src/models/buyTillYouDie/bgNbd";
import { fitTransactions } from "../../src/models/buyTillYouDie/fitTransactions";
import { mbgNbd } from "../../src/models/buyTillYouDie/mbgNbd";
import { paretoNbd } from "../../src/models/buyTillYouDie/paretoNbd";
import { simulateCustomers } from "../../src/models/buyTillYouDie/simulateCustomers";
import type { TransactionModel } from "../../src/models/buyTillYouDie/transactionModel";
import type { LikelihoodProblem } from "../../src/models/fitting/likelihoodProblem";
import { boxOf, objective } from "../../src/models/fitting/likelihoodSearch";
import { minimise } from "../../src/numerics/newton";
import { RandomStream } from "../../src/numerics/random";

/** The random base of a seed; every second one is drawn from a wider range of parameters. */
function smallBase(seed: number): ReturnType<typeof simulateCustomers> {
  const random = new RandomStream(seed);
  const between = (low: number, high: number): number => low * (high / low) ** random.uniform();
  const wide = seed % 2 === 0;
  const source = (["bgNbd", "mbgNbd", "paretoNbd"] as const)[random.below(3)] ?? "bgNbd";
  const customers = 2 + random.below(49);
  const r = wide ? between(0.01, 30) : between(0.05, 10);
  const alpha = r / (wide ? between(0.005, 5) : between(0.01, 1));
  const leaving =
    source === "paretoNbd"
      ? ([wide ? between(0.01, 30) : between(0.05, 10), 20 * between(0.05, 10)] as const)
      : ([
          wide ? between(0.005, 30) : between(0.02, 10),
          wide ? between(0.05, 30) : between(0.1, 20),
        ] as const);
  const ages = random.below(2) === 0 ? { youngest: 30, oldest: 30 } : { youngest: 5, oldest: 60 };
  return simulateCustomers(source, [r, alpha, ...leaving], { customers, seed, ...ages, day: 1 / 7 });
}

/** The highest log-likelihood that searches from random starts all over the domain find. */
export function bestOfRandomStarts(problem: LikelihoodProblem, starts: number, seed: number): number {
  const f = objective(problem, problem.logLikelihood, {});
  const box = boxOf(problem);
  const random = new RandomStream(seed);
  let best = -Infinity;
  for (let k = 0; k < starts; k++) {
    const spread = k % 2 === 0 ? 3 : 8;
    const start = Float64Array.from(problem.centre, (c, i) =>
      Math.min(box.upper[i] ?? 0, Math.max(box.lower[i] ?? 0, Math.log(c) + spread * random.normal())),
    );
    if (!Number.isFinite(f(start).value)) continue;
    const { evaluation } = minimise(f, start, { ...box, tolerance: 1e-6 / problem.customers });
    best = Math.max(best, -evaluation.value * problem.customers);
  }
  return best;
}

/** By how much the best of 40 random starts beats the fit of a base; undefined where nobody ordered again. */
export function beatenBy(model: TransactionModel, seed: number): number | undefined {
  const history = smallBase(seed);
  if (!history.x.some((orders) => orders > 0)) return undefined;
  let best = NaN;
  const watched: TransactionModel = {
    ...model,
    problem(rows) {
      const problem = model.problem(rows);
      best = bestOfRandomStarts(problem, 40, seed + 7_000_000);
      return problem;
    },
  };
  const fit = fitTransactions(watched, history);
  return "parameters" in fit ? best - fit.logLikelihood : Infinity;
}

if (require.main === module) {
  for (const model of [bgNbd, mbgNbd, paretoNbd]) {
    const gains = Array.from({ length: 2000 }, (_, i) => beatenBy(model, i + 1) ?? NaN);
    const [fitted, beaten] = [
      gains.filter((gain) => !Number.isNaN(gain)),
      gains.filter((gain) => gain > 1e-3),
    ];
    process.stdout.write(`${model.name}: ${fitted.length} fits, ${beaten.length} beaten by more than 1e-3\n`);
  }
}
