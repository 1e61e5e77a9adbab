/**
 * Do the fits find known parameters again, and do their 95 % intervals hold them 95 times of 100? Draws 200 data sets
 * of 2,000 customers from each model, fits each, and prints the page docs/models-simulation.md.
 *
 * Run: npx tsc --outDir .cache/simulation --rootDir . --module commonjs --moduleResolution node10 \
 *   --ignoreDeprecations 6.0 --target ES2022 --lib ES2023,DOM --types node --ignoreConfig --skipLibCheck \
 *   scripts/models/simulation.ts && node .cache/simulation/scripts/models/simulation.js > docs/models-simulation.md
 */
import { bgNbd } from "../../src/models/bgNbd";
import type { FitResult } from "../../src/models/fit";
import { fitTransactions } from "../../src/models/fitTransactions";
import { forecastCustomers } from "../../src/models/forecastCustomers";
import { mbgNbd } from "../../src/models/mbgNbd";
import { paretoNbd } from "../../src/models/paretoNbd";
import { simulateCustomers } from "../../src/models/simulateCustomers";
import type { FourParameters, TransactionModel } from "../../src/models/transactionModel";

const DATA_SETS = 200;
const PLAN = { customers: 2000, youngest: 26, oldest: 52 };
const HORIZON = 26;

const TRUTHS: readonly (readonly [
  TransactionModel,
  "bgNbd" | "mbgNbd" | "paretoNbd",
  FourParameters,
  string,
])[] = [
  [bgNbd, "bgNbd", [0.6, 5, 0.8, 2.5], "BG/NBD"],
  [mbgNbd, "mbgNbd", [0.8, 6, 0.9, 1.8], "MBG/NBD"],
  [paretoNbd, "paretoNbd", [0.7, 8, 0.8, 12], "Pareto/NBD"],
];

interface Tally {
  readonly logErrors: number[];
  covered: number;
}

const mean = (values: readonly number[]): number => values.reduce((sum, v) => sum + v, 0) / values.length;
const percent = (share: number): string => `${(100 * share).toFixed(1)} %`;

/** Whether the truth's total lies in the fit's interval of the total, and the truth's total. */
function totalCovered(
  model: TransactionModel,
  truth: FourParameters,
  fit: FitResult,
  history: ReturnType<typeof simulateCustomers>,
): boolean | undefined {
  const known = forecastCustomers(model, truth, history, { horizon: HORIZON });
  const found = forecastCustomers(model, fit, history, { horizon: HORIZON, level: 0.95 });
  if (!("total" in known) || !("total" in found)) return undefined;
  const { low, high } = found.total;
  return (
    low !== undefined && high !== undefined && low <= known.total.estimate && known.total.estimate <= high
  );
}

function study([model, name, truth, title]: (typeof TRUTHS)[number]): string[] {
  const tallies: Tally[] = truth.map(() => ({ logErrors: [], covered: 0 }));
  const standings = new Map<string, number>();
  let fits = 0;
  let totals = 0;
  for (let seed = 1; seed <= DATA_SETS; seed++) {
    const history = simulateCustomers(name, truth, { ...PLAN, seed });
    const fit = fitTransactions(model, history);
    const standing = "parameters" in fit ? fit.standing.kind : fit.code;
    standings.set(standing, (standings.get(standing) ?? 0) + 1);
    if (!("parameters" in fit) || fit.standardErrors === undefined) continue;
    fits++;
    truth.forEach((value, i) => {
      const estimate = fit.parameters[i] ?? NaN;
      const logError = Math.log(estimate / value);
      const spread = (fit.standardErrors?.[i] ?? NaN) / estimate;
      tallies[i]?.logErrors.push(logError);
      if (Math.abs(logError) <= 1.96 * spread && tallies[i]) tallies[i].covered++;
    });
    if (totalCovered(model, truth, fit, history)) totals++;
  }
  const standingText = [...standings].map(([kind, count]) => `${count} ${kind}`).join(", ");
  return [
    `## ${title}`,
    "",
    `${DATA_SETS} data sets: ${standingText}.`,
    "",
    "| parameter | true | mean estimate (geometric) | spread (SD of the logarithm) | 95 % interval holds the truth |",
    "| --- | --- | --- | --- | --- |",
    ...truth.map((value, i) => {
      const { logErrors, covered } = tallies[i] ?? { logErrors: [], covered: 0 };
      const bias = mean(logErrors);
      const spread = Math.sqrt(mean(logErrors.map((error) => (error - bias) ** 2)));
      const estimate = (value * Math.exp(bias)).toPrecision(3);
      return `| ${model.parameterNames[i] ?? ""} | ${value} | ${estimate} | ${spread.toFixed(3)} | ${percent(covered / fits)} |`;
    }),
    `| orders of all customers in ${HORIZON} weeks | | | | ${percent(totals / fits)} |`,
    "",
  ];
}

const page = [
  "# Do the fits find what was put in?",
  "",
  `Made by scripts/models/simulation.ts. From each model ${DATA_SETS} data sets of ${PLAN.customers} customers, aged ${PLAN.youngest} to ${PLAN.oldest} weeks, were drawn with known parameters and fitted again. An interval of 95 % should hold the truth in about 95 of 100 sets; with ${DATA_SETS} sets anything from 92 % to 98 % is no surprise. Intervals are the product's: the delta method on the logarithm. The expected total compares the forecast at the fitted with that at the true parameters.`,
  "",
  ...TRUTHS.flatMap(study),
];
process.stdout.write(`${page.join("\n").trimEnd()}\n`);
