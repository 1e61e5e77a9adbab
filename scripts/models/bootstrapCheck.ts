/**
 * Do the delta method's intervals of predictions agree with the bootstrap, which assumes nothing about the shape of
 * the likelihood? Draws one data set from each model, and prints the table of docs/models-evidence.md.
 *
 * Run: npx tsc --outDir .cache/simulation --rootDir . --module commonjs --moduleResolution node10 \
 *   --ignoreDeprecations 6.0 --target ES2022 --lib ES2023,DOM --types node --ignoreConfig --skipLibCheck \
 *   scripts/models/bootstrapCheck.ts && node .cache/simulation/scripts/models/bootstrapCheck.js
 */
import { bgNbd } from "../../src/models/buyTillYouDie/bgNbd";
import { bootstrapInterval } from "../../src/models/intervals/bootstrap";
import type { Interval } from "../../src/models/intervals/deltaMethod";
import type { FitResult } from "../../src/models/fitting/fit";
import { fitTransactions } from "../../src/models/buyTillYouDie/fitTransactions";
import { forecastCustomers, type CustomerForecast } from "../../src/models/forecasts/forecastCustomers";
import { mbgNbd } from "../../src/models/buyTillYouDie/mbgNbd";
import { paretoNbd } from "../../src/models/buyTillYouDie/paretoNbd";
import type { PurchaseHistory } from "../../src/models/buyTillYouDie/purchaseHistory";
import { simulateCustomers } from "../../src/models/buyTillYouDie/simulateCustomers";
import type { FourParameters, TransactionModel } from "../../src/models/buyTillYouDie/transactionModel";
import { Refusal } from "../../src/numerics/refusal";

export interface BootstrapStudy {
  readonly model: TransactionModel;
  readonly truth: FourParameters;
  readonly customers: number;
  readonly replicates: number;
}

export interface Agreement {
  readonly what: string;
  readonly delta: Interval;
  readonly bootstrap: Interval;
}

const HORIZON = 26;
/** One who orders often and one who has been silent for long. */
const CUSTOMERS: PurchaseHistory = { x: [6, 2], tx: [35, 8], age: [38, 38] };

function given<Value>(value: Value | Refusal): Value {
  if (value instanceof Refusal) throw new Error(value.code);
  return value;
}

const rowOf = (rows: CustomerForecast["orders"], i: number): Interval => ({
  estimate: rows.estimate[i] ?? NaN,
  low: rows.low?.[i],
  high: rows.high?.[i],
});

/** Both intervals of the base's orders, and of the two customers' orders and P(alive). */
export function compareWithBootstrap({ model, truth, customers, replicates }: BootstrapStudy): Agreement[] {
  const plan = { customers, seed: 3, youngest: 26, oldest: 52, day: 1 / 7 };
  const name = model.name === "paretoNbd" ? "paretoNbd" : model.name === "mbgNbd" ? "mbgNbd" : "bgNbd";
  const history = simulateCustomers(name, truth, plan);
  type Forecast = (of: PurchaseHistory) => CustomerForecast;
  const forecastBy =
    (fit: FitResult, level?: number): Forecast =>
    (of) =>
      given(forecastCustomers(model, fit, of, { horizon: HORIZON, level }));
  const quantities: readonly (readonly [string, (forecast: Forecast) => Interval])[] = [
    ["orders of all", (forecast) => forecast(history).total],
    ["orders of a frequent customer", (forecast) => rowOf(forecast(CUSTOMERS).orders, 0)],
    ["orders of a silent customer", (forecast) => rowOf(forecast(CUSTOMERS).orders, 1)],
    ["P(alive) of a frequent customer", (forecast) => rowOf(forecast(CUSTOMERS).alive, 0)],
    ["P(alive) of a silent customer", (forecast) => rowOf(forecast(CUSTOMERS).alive, 1)],
  ];
  const fit = given(fitTransactions(model, history));
  return quantities.map(([what, of]) => ({
    what,
    delta: of(forecastBy(fit, 0.95)),
    bootstrap: given(
      bootstrapInterval(model, history, (refit) => of(forecastBy(refit)).estimate, { seed: 5, replicates }),
    ),
  }));
}

const width = ({ low = NaN, high = NaN }: Interval): number => high - low;
export const widthRatio = ({ delta, bootstrap }: Agreement): number => width(delta) / width(bootstrap);

const bounds = ({ low = NaN, high = NaN }: Interval): string =>
  `${low.toPrecision(3)} … ${high.toPrecision(3)}`;

if (require.main === module) {
  const lines = [
    "| model | quantity | estimate | delta method | bootstrap | ratio of the widths |",
    "| --- | --- | --- | --- | --- | --- |",
    ...[
      { model: bgNbd, truth: [0.6, 5, 0.8, 2.5] as const, title: "BG/NBD" },
      { model: mbgNbd, truth: [0.8, 6, 0.9, 1.8] as const, title: "MBG/NBD" },
      { model: paretoNbd, truth: [0.7, 8, 0.8, 12] as const, title: "Pareto/NBD" },
    ].flatMap(({ model, truth, title }) =>
      compareWithBootstrap({ model, truth, customers: 1000, replicates: 1000 }).map((found) =>
        [
          "",
          title,
          found.what,
          found.delta.estimate.toPrecision(3),
          bounds(found.delta),
          bounds(found.bootstrap),
          widthRatio(found).toFixed(2),
          "",
        ]
          .join(" | ")
          .trim(),
      ),
    ),
  ];
  process.stdout.write(`${lines.join("\n")}\n`);
}
