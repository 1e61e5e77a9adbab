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
const ROWS_PER_REQUEST = 3;
const ORDERS = startRows(sampleOrders({ customers: 6 }));
/** Failing at each block takes minutes: every so many fails here. */
const STRIDE = 15;

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

/** Which parts of two workbooks differ; whole images would fill pages. */
function differences(before: Image, after: Image): string[] {
  const differ = (a: unknown, b: unknown): boolean => JSON.stringify(a) !== JSON.stringify(b);
  const parts = Object.keys(before).filter((key) => key !== "sheets" && differ(before[key], after[key]));
  const names = new Set([...before.sheets, ...after.sheets].map(({ name }) => name));
  const sheets = [...names].filter((name) => {
    const of = (image: Image): unknown => image.sheets.find((sheet) => sheet.name === name);
    return differ(of(before), of(after));
  });
  return [...parts, ...sheets];
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

describe("a new summary of many blocks", () => {
  let excel: OfficeHarness;
  let source: PlannedRun["source"];
  let blocks: number[];
  let before: Image;

  const begin = async (): Promise<void> => {
    excel = await open();
    source = await planAt(excel, "Orders!A1");
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

  it("is written in several requests per sheet", () => {
    expect(blocks.length).toBeGreaterThan(150);
  });

  it("leaves the workbook as it was, at whichever of some blocks it fails", async () => {
    const some = blocks.filter((_, at) => at % STRIDE === 0);
    for (const request of some) {
      excel.faults.failAtRequest = request;
      const code = await codeOf(writePlan(source, { rowsPerRequest: ROWS_PER_REQUEST }));
      const left = differences(before, await imageOf(excel));
      expect({ request, code, left }).toEqual({ request, code: "unexpected", left: [] });
    }
  }, 300_000);

  it("leaves the workbook as it was, after whichever of some blocks it is cancelled", async () => {
    let cancelled = 0;
    for (let block = 1; ; block += STRIDE) {
      const stop = new AbortController();
      let steps = 0;
      const work = writePlan(source, {
        rowsPerRequest: ROWS_PER_REQUEST,
        signal: stop.signal,
        onProgress: ({ phase }) => {
          if (phase === "writing" && ++steps === block) stop.abort();
        },
      });
      const code = await codeOf(work);
      if (code === "none") break;
      cancelled++;
      const left = differences(before, await imageOf(excel));
      expect({ block, code, left }).toEqual({ block, code: "cancelled", left: [] });
    }
    expect(cancelled).toBeGreaterThan(10);
  }, 300_000);
});
