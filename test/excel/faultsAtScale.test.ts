/** @jest-environment jsdom */
import { writePlan } from "../../src/excel/writePlan";
import { sampleOrders } from "../../src/orders/sampleOrders";
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

/** Numbers, counted from 1, of the requests in which a writing sets cells. */
async function blocksOf(excel: OfficeHarness, source: PlannedRun["source"]): Promise<number[]> {
  const requests: (readonly string[])[] = [];
  const heard = excel.host.log;
  const before = heard.at(-1);
  await writePlan(source, { rowsPerRequest: ROWS_PER_REQUEST });
  for (const record of heard.slice(before ? heard.lastIndexOf(before) + 1 : 0)) requests.push(record.actions);
  return requests.flatMap((actions, at) => (actions.includes("Formulas") ? [at + 1] : []));
}

interface Case {
  readonly what: string;
  /** Failing at each block takes minutes: every so many fails here, and the last. */
  readonly stride: number;
  /** The orders of the summary that is there already; none where it is new. */
  readonly first?: string;
  readonly then: string;
}

const CASES: readonly Case[] = [
  { what: "a new summary", stride: 5, then: "Orders!A1" },
  { what: "a refresh that grows", stride: 16, first: "Orders!A1:E10", then: "Orders!A1" },
  { what: "a refresh that shrinks", stride: 16, first: "Orders!A1", then: "Orders!A1:E10" },
];

describe.each(CASES)("$what of many blocks", ({ stride, first, then }) => {
  let excel: OfficeHarness;
  let source: PlannedRun["source"];
  let blocks: number[];
  let before: Image;

  const begin = async (): Promise<void> => {
    excel = await open();
    if (first !== undefined) {
      await writePlan(await planAt(excel, first));
      excel.type("CLV Cohorts!Z1", [["a note of mine"]]);
    }
    source = await planAt(excel, then);
  };

  beforeAll(async () => {
    await begin();
    blocks = await blocksOf(excel, source);
    excel.stop();
    await begin();
    before = await imageOf(excel);
  }, 60_000);
  afterAll(() => {
    excel.stop();
  });

  it("is written in many requests", () => {
    expect(blocks.length).toBeGreaterThan(20);
  });

  it("leaves the workbook as it was, at whichever of some blocks it fails", async () => {
    const some = blocks.filter((_, at) => at % stride === 0 || at === blocks.length - 1);
    for (const request of some) {
      excel.faults.failAtRequest = request;
      const code = await codeOf(writePlan(source, { rowsPerRequest: ROWS_PER_REQUEST }));
      const left = differences(before, await imageOf(excel));
      expect({ request, code, left }).toEqual({ request, code: "unexpected", left: [] });
    }
  }, 300_000);

  it("leaves the workbook as it was, after whichever of some steps it is cancelled", async () => {
    let cancelled = 0;
    for (let step = 1; ; step += stride) {
      const stop = new AbortController();
      let steps = 0;
      const work = writePlan(source, {
        rowsPerRequest: ROWS_PER_REQUEST,
        signal: stop.signal,
        onProgress: ({ phase }) => {
          if (phase !== "restoring" && ++steps === step) stop.abort();
        },
      });
      const code = await codeOf(work);
      if (code === "none") break;
      cancelled++;
      const left = differences(before, await imageOf(excel));
      expect({ step, code, left }).toEqual({ step, code: "cancelled", left: [] });
    }
    expect(cancelled).toBeGreaterThan(2);
  }, 300_000);
});
