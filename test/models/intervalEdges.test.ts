import { readFileSync } from "node:fs";
import path from "node:path";
import { Refusal } from "../../src/numerics/refusal";
import { bgBbPredictions } from "../../src/models/buyTillYouDie/bgBbPredictions";
import { bgNbd } from "../../src/models/buyTillYouDie/bgNbd";
import { bgCnbdK, mbgCnbdK } from "../../src/models/buyTillYouDie/cnbdK";
import { bdwPredictions, sbgPredictions } from "../../src/models/contractual/contractPredictions";
import { mbgNbd } from "../../src/models/buyTillYouDie/mbgNbd";
import { paretoNbd } from "../../src/models/buyTillYouDie/paretoNbd";
import { predictionInterval, type Prediction } from "../../src/models/intervals/predictionInterval";
import { massOf, predictionsOf } from "../../src/models/buyTillYouDie/transactionPredictions";
import type { TransactionModel } from "../../src/models/buyTillYouDie/transactionModel";

/*
 * The argument `level` on the reference grid (see grid.test.ts and gridEdges.test.ts): the value is
 * the high-precision one, and its bounds are numbers that hold it and stay within what is possible.
 */

const ofModel = (model: TransactionModel): Record<string, Prediction> => ({
  [`${model.name}.alive`]: predictionsOf(model).alive,
  [`${model.name}.conditional`]: predictionsOf(model).conditional,
  [`${model.name}.dert`]: predictionsOf(model).dert,
  [`${model.name}.expected`]: predictionsOf(model).expected,
  [`${model.name}.pmf`]: massOf(model),
});

const PREDICTIONS: Record<string, Prediction> = {
  ...ofModel(bgNbd),
  ...ofModel(mbgNbd),
  ...ofModel(paretoNbd),
  "bgBb.alive": bgBbPredictions.alive,
  "bgBb.conditional": bgBbPredictions.conditional,
  "bgBb.dert": bgBbPredictions.dert,
  "bgBb.expected": bgBbPredictions.expected,
  "sbg.survival": sbgPredictions.survival,
  "sbg.prob": sbgPredictions.probability,
  "sbg.retention": sbgPredictions.retention,
  "sbg.del": sbgPredictions.del,
  "bdw.survival": bdwPredictions.survival,
  "bdw.prob": bdwPredictions.probability,
  "bdw.retention": bdwPredictions.retention,
};

/** The models of regular buyers: their stages stand before the other arguments of a row. */
const STAGED: Record<string, (stages: number) => Record<string, Prediction>> = Object.fromEntries(
  [bgCnbdK, mbgCnbdK].flatMap((create) =>
    ["alive", "conditional", "dert", "expected", "pmf"].map((what) => [
      `${create(1).name}.${what}`,
      (stages: number) => ofModel(create(stages)),
    ]),
  ),
);

const PROBABILITIES = ["alive", "pmf", "survival", "prob", "retention"];

/** Standard errors of 30 % in every parameter, independent of one another. */
const covarianceOf = (n: number): Float64Array =>
  new Float64Array(n * n).map((_, i) => (i % (n + 1) === 0 ? 0.09 : 0));

/** Of these, every fourth point is tried. */
const SLOW = /\.(conditional|dert)$/;

type Row = readonly (number | readonly number[])[];

function faultOf(name: string, row: Row): string | undefined {
  const truth = row.at(-1);
  const parameters = row.flatMap((entry) => (typeof entry === "number" ? [] : [entry]))[0] ?? [];
  const args = row.slice(0, -1).filter((entry): entry is number => typeof entry === "number");
  const staged = STAGED[name];
  const prediction = staged ? staged(args.shift() ?? NaN)[name] : PREDICTIONS[name];
  if (prediction === undefined || typeof truth !== "number") return "no such prediction";
  const n = parameters.length;
  const found = predictionInterval(prediction, { parameters, logCovariance: covarianceOf(n) }, 0.95, args);
  if (found instanceof Refusal) return `refused: ${found.code}`;
  const { estimate, low = NaN, high = NaN } = found;
  const possible = PROBABILITIES.includes(name.split(".")[1] ?? "") ? 1 : Infinity;
  if (!(Math.abs(estimate / truth - 1) <= 1e-9)) return `value ${estimate}`;
  return low >= 0 && low <= estimate && estimate <= high && high <= possible
    ? undefined
    : `bounds ${low} … ${high}`;
}

describe("bounds on the reference grid hold the value and stay within the possible:", () => {
  it.each([...Object.keys(PREDICTIONS), ...Object.keys(STAGED)])("%s", (name) => {
    const text = readFileSync(path.join(__dirname, "reference", `${name}.json`), "utf8");
    const points = (JSON.parse(text) as { rows: Row[] }).rows;
    const rows = SLOW.test(name) ? points.filter((_, i) => i % 4 === 0) : points;
    expect(rows.length).toBeGreaterThan(10);
    const faults = rows.flatMap((row) => {
      const fault = faultOf(name, row);
      return fault === undefined ? [] : [`${JSON.stringify(row)}: ${fault}`];
    });
    expect(faults).toEqual([]);
  });
});
