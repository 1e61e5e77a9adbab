import { existsSync, readFileSync } from "node:fs";
import path from "node:path";

/** Other people's data, beside the project where they exist; never copied into it (../shared/reference/README.md). */
const FOLDER = path.resolve(__dirname, "../../../shared/reference");

export const hasReference = existsSync(path.join(FOLDER, "cdnow_sample.csv"));

/** `it` where the reference data are there; else a skipped test that says why. */
export const itWithReference: typeof it = hasReference
  ? it
  : (((name: string) =>
      it.skip(`${name} (skipped: ../shared/reference is not on this machine)`, () =>
        undefined)) as typeof it);

const lines = (file: string): string[] =>
  readFileSync(path.join(FOLDER, file), "utf8").trim().split("\n").slice(1);

/** The file's lines of orders up to a day (ISO), with its headings. */
export function cdnowLinesUntil(last: string): string {
  const [headings, ...orders] = readFileSync(path.join(FOLDER, "cdnow_sample.csv"), "utf8")
    .trim()
    .split("\n");
  return [headings, ...orders.filter((line) => (line.split(",")[1] ?? "") <= last)].join("\n");
}

export interface Cdnow {
  readonly x: Float64Array;
  readonly tx: Float64Array;
  readonly age: Float64Array;
  readonly meanValue: Float64Array;
  /** Orders in the 39 weeks after. */
  readonly later: Float64Array;
}

/** CDNOW as README.md of the reference defines it: weeks = days / 7, one order per customer and date. */
export function readCdnow(): Cdnow {
  const day = (text: string): number => Date.parse(`${text}T00:00:00Z`) / 864e5;
  const end = day("1997-09-30");
  const customers = new Map<string, Map<number, number>>();
  for (const line of lines("cdnow_sample.csv")) {
    const [customer = "", date = "", amount = ""] = line.split(",");
    const days = customers.get(customer) ?? new Map<number, number>();
    customers.set(customer, days.set(day(date), (days.get(day(date)) ?? 0) + Number(amount)));
  }
  const all = [...customers.values()].map((days) => {
    const dates = [...days.keys()].sort((p, q) => p - q);
    const first = dates[0] ?? 0;
    const repeat = dates.filter((date) => date <= end).slice(1);
    const spent = repeat.reduce((sum, date) => sum + (days.get(date) ?? 0), 0);
    return {
      x: repeat.length,
      tx: ((repeat.at(-1) ?? first) - first) / 7,
      age: (end - first) / 7,
      meanValue: repeat.length === 0 ? 0 : spent / repeat.length,
      later: dates.length - 1 - repeat.length,
    };
  });
  const column = (key: keyof (typeof all)[number]): Float64Array => Float64Array.from(all, (row) => row[key]);
  return {
    x: column("x"),
    tx: column("tx"),
    age: column("age"),
    meanValue: column("meanValue"),
    later: column("later"),
  };
}

export interface GoldenModel {
  readonly reference: {
    readonly params: readonly number[];
    readonly ll: number;
    readonly se: readonly number[];
  };
  readonly predictions: readonly Readonly<Record<string, number>>[];
  /** Of Gamma-Gamma: the mean order value of all. */
  readonly population_mean?: number;
  readonly holdout?: Readonly<Record<"actual_total" | "pred_total" | "mae" | "rmse", number>>;
}

export const readGolden = (): Record<"BGNBD" | "MBGNBD" | "PARETO" | "GAMMAGAMMA", GoldenModel> =>
  JSON.parse(readFileSync(path.join(FOLDER, "cdnow_sample.golden.json"), "utf8")).models;

/** The donors of Fader, Hardie & Shang 2010: x, t_x, n, customers, purchases in the next five years. */
export function readDonations(): Record<"x" | "tx" | "n" | "counts" | "later", number[]> {
  const rows = lines("donations_bgbb.csv").map((line) => line.split(",").map(Number));
  const column = (k: number): number[] => rows.map((row) => row[k] ?? NaN);
  return { x: column(0), tx: column(1), n: column(2), counts: column(3), later: column(4) };
}

/** How many of a thousand subscribers of a segment were left after each year, and whether the paper fits to it. */
export const readSubscribers = (segment: string): { year: number; left: number; used: boolean }[] =>
  lines("sbg_fader_hardie_2007.csv")
    .map((line) => line.split(","))
    .filter(([of]) => of === segment)
    .map(([, year, left, used]) => ({ year: Number(year), left: Number(left), used: used === "1" }));
