/** @jest-environment jsdom */
import { writePlan } from "../../src/excel/writing/writePlan";
import type { WriteOptions } from "../../src/excel/writing/writePlan";
import { sampleOrders } from "../../src/orders/sample/sampleOrders";
import type { SheetKey } from "../../src/summary/plan";
import { createEngine } from "../../src/worker/createEngine";
import { startOffice } from "../workbench/officeHarness";
import type { OfficeHarness } from "../workbench/officeHarness";
import { codeOf } from "./problemCode";
import { planSelected, startRows } from "./summaryRun";
import type { PlannedRun } from "./summaryRun";
import { workbookImage } from "./workbookImage";

/** A whole summary in small pieces, so that every sheet of many rows takes several requests. */
const SHEETS: readonly SheetKey[] = ["cohorts", "checks"];
const ROWS_PER_REQUEST = 12;
const ORDERS = startRows(sampleOrders({ customers: 6 }));

interface Image {
  readonly sheets: readonly { readonly name: string }[];
  readonly [part: string]: unknown;
}

type Rows = readonly (readonly unknown[])[];

const filled = (rows: Rows): unknown[] =>
  rows.flatMap((row, r) =>
    row.flatMap((cell, c) => (/^(""|null|\{\})$/.test(JSON.stringify(cell ?? null)) ? [] : [[r, c, cell]])),
  );

/** Cells that were emptied count as cells never written: the grid keeps a place for them. */
async function imageOf(excel: OfficeHarness): Promise<Image> {
  const image = (await workbookImage(excel)) as Omit<Image, "sheets"> & {
    readonly sheets: readonly {
      readonly name: string;
      readonly cells: { readonly formulas: Rows; readonly styles: Rows } | null;
    }[];
  };
  const sheets = image.sheets.map(({ cells, ...rest }) => ({
    ...rest,
    used: null,
    cells: cells && { formulas: filled(cells.formulas), styles: filled(cells.styles) },
  }));
  return { ...image, sheets };
}

const MOST_DIFFERENCES = 8;

/** The first places where two workbooks differ; whole images would fill pages. */
function differences(before: unknown, after: unknown, path = ""): string[] {
  if (JSON.stringify(before) === JSON.stringify(after)) return [];
  const members = (value: unknown): Record<string, unknown> | null =>
    typeof value === "object" && value !== null ? { ...value } : null;
  const [old, now] = [members(before), members(after)];
  if (old === null || now === null)
    return [`${path}: ${JSON.stringify(before)} became ${JSON.stringify(after)}`.slice(0, 200)];
  return [...new Set([...Object.keys(old), ...Object.keys(now)])]
    .flatMap((key) => differences(old[key], now[key], `${path}/${key}`))
    .slice(0, MOST_DIFFERENCES);
}

const open = (): Promise<OfficeHarness> => startOffice({ sheets: [{ name: "Orders", rows: ORDERS }] });

async function planAt(excel: OfficeHarness, selection: string): Promise<PlannedRun["source"]> {
  excel.select(selection);
  return (await planSelected(createEngine(), SHEETS)).source;
}

interface Case {
  readonly what: string;
  /** The orders of the summary that is there already; none where it is new. */
  readonly first?: string;
  readonly then: string;
  /** Trying each request takes half an hour: every so many fails here. */
  readonly stride: number;
  /** Steps of the progress, blocks written and sheets dressed, at which it is cancelled here. */
  readonly steps: readonly number[];
}

const CASES: readonly Case[] = [
  { what: "a new summary", then: "Orders!A1", stride: 14, steps: [10, 28] },
  { what: "a refresh that grows", first: "Orders!A1:E10", then: "Orders!A1", stride: 55, steps: [42] },
  { what: "a refresh that shrinks", first: "Orders!A1", then: "Orders!A1:E10", stride: 55, steps: [34] },
];
/** `CLV_STRIDE=1` tries every request, and every step up to the last of those above. */
const STRIDE = Number(process.env.CLV_STRIDE ?? 0);
const stepsUpTo = (last: number): number[] =>
  Array.from({ length: Math.ceil(last / STRIDE) }, (_, at) => last - at * STRIDE);
const PATIENCE_MS = 60 * 60_000;

describe.each(CASES)("$what of many requests", ({ first, then, ...usual }) => {
  const stride = STRIDE || usual.stride;
  const cancelled = STRIDE > 0 ? stepsUpTo(Math.max(...usual.steps)) : usual.steps;
  let excel: OfficeHarness;
  let source: PlannedRun["source"];
  let before: Image;

  const begin = async (): Promise<void> => {
    excel = await open();
    if (first !== undefined) {
      await writePlan(await planAt(excel, first));
      excel.type("CLV Cohorts!Z1", [["a note of mine"]]);
    }
    source = await planAt(excel, then);
    before = await imageOf(excel);
  };
  beforeAll(begin, 60_000);
  afterAll(() => {
    excel.stop();
  });

  const write = (options: WriteOptions = {}): Promise<string> =>
    codeOf(writePlan(source, { ...options, rowsPerRequest: ROWS_PER_REQUEST }));

  it(
    "leaves the workbook as it was, after whichever of some steps it is cancelled",
    async () => {
      for (const step of cancelled) {
        const stop = new AbortController();
        let steps = 0;
        const code = await write({
          signal: stop.signal,
          onProgress: ({ phase }) => {
            if (phase !== "restoring" && ++steps === step) stop.abort();
          },
        });
        expect({ step, code, left: differences(before, await imageOf(excel)) }).toEqual({
          step,
          code: "cancelled",
          left: [],
        });
      }
    },
    PATIENCE_MS,
  );

  it(
    "leaves the workbook as it was, at whichever of some requests it fails, and then goes through",
    async () => {
      let failed = 0;
      for (let request = stride; ; request += stride) {
        excel.faults.failAtRequest = request;
        const code = await write();
        if (excel.faults.failAtRequest > 0) break;
        if (code === "none") {
          // office.js gives back its proxies in a request of its own, whose failure it keeps to itself.
          excel.stop();
          await begin();
          continue;
        }
        failed++;
        expect({ request, code, left: differences(before, await imageOf(excel)) }).toEqual({
          request,
          code: "unexpected",
          left: [],
        });
      }
      expect(failed).toBeGreaterThan(1);
      expect(excel.sheetNames()).toHaveLength(6);
    },
    PATIENCE_MS,
  );
});
