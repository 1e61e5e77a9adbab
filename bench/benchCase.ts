/** One measured piece of work. `npm run bench` runs it several times after a warm-up and reports the median. */
export interface BenchCase {
  /** What is done, with its size: "1,000,000 orders from cells to customers". */
  readonly name: string;
  /** Built once, outside the measurement; `run` gets what it gives. */
  readonly prepare?: () => unknown;
  readonly run: (prepared: never) => unknown;
  /** What we want it to be, in ms; shown beside the figure. */
  readonly goalMs?: number;
  /** Measured runs; 5 where left out. */
  readonly repeats?: number;
}

/** A file `<area>.bench.ts` exports its cases under this name. */
export type BenchCases = readonly BenchCase[];
