/** @jest-environment jsdom */
import type { freezeFormulas as Freeze } from "../../src/excel/freezing/freeze";
import type { writePlan as WritePlan } from "../../src/excel/writing/writePlan";
import type { OfficeHarness } from "../workbench/officeHarness";
import { startOffice } from "../workbench/officeHarness";
import { smallPlan } from "./smallPlan";
import { workbookImage } from "./workbookImage";

const SHEETS = [{ name: "Orders", rows: [["Customer"], ["Ada"], ["=1+CLV.NONE(1)"]], formulas: true }];
const PLAN = smallPlan({ customers: [["Ada", 120]] });

/** Undo cannot take it back [learn.microsoft.com, "Undo capabilities"]; taking sheets of ours back needs it. */
const DELETE = "Worksheet.delete";

let excel: OfficeHarness;
let asked: (boolean | undefined)[] = [];
let writePlan: typeof WritePlan;
let freezeFormulas: typeof Freeze;

async function start(apiVersion: string, refusedInGroup: readonly string[] = []): Promise<void> {
  excel = await startOffice({ sheets: SHEETS, apiVersion });
  // Whether groups work is remembered: each test begins with code that knows nothing.
  jest.resetModules();
  ({ writePlan } = await import("../../src/excel/writing/writePlan"));
  ({ freezeFormulas } = await import("../../src/excel/freezing/freeze"));
  asked = [];
  const run = Excel.run.bind(Excel);
  // The office.js of the workbench knows nothing of groups, so that the host cannot: it is told here.
  jest.spyOn(Excel, "run").mockImplementation(async (...args: unknown[]) => {
    const [options, batch] = args as [Excel.RunOptions, (context: Excel.RequestContext) => Promise<unknown>];
    asked.push(options.mergeUndoGroup);
    excel.faults.notUndoable = options.mergeUndoGroup === true ? refusedInGroup : [];
    return run(options, batch);
  });
}

afterEach(() => {
  jest.restoreAllMocks();
  excel.stop();
});

describe("one step for Undo", () => {
  it("is asked for where Excel knows of it, for the writing and not for the first look", async () => {
    await start("1.20");
    await writePlan(PLAN);
    await freezeFormulas();
    expect(asked).toEqual([undefined, true, true]);
  });

  it("is not asked for in an older Excel", async () => {
    await start("1.19");
    await writePlan(PLAN);
    await freezeFormulas();
    expect(asked).toEqual([undefined, undefined, undefined]);
  });

  it("is given up where Excel refuses the group, and the sheets are those of an older Excel", async () => {
    await start("1.19");
    await writePlan(PLAN);
    const without = await workbookImage(excel);
    jest.restoreAllMocks();
    excel.stop();
    await start("1.20", ["Range.formulas", DELETE]);
    await writePlan(PLAN);
    expect(await workbookImage(excel)).toEqual(without);
    // The look, the group, its way back, and once more without.
    expect(asked).toEqual([undefined, true, undefined, undefined]);
    await writePlan(smallPlan({ customers: [["Bob", 1]] }));
    expect(asked.slice(4)).toEqual([undefined, undefined]);
  });

  it("leaves no trace of a group that is cancelled, though Undo cannot delete a sheet", async () => {
    await start("1.20", [DELETE]);
    const before = await workbookImage(excel);
    const cancel = new AbortController();
    const writing = writePlan(PLAN, { signal: cancel.signal, onProgress: () => cancel.abort() });
    await expect(writing).rejects.toMatchObject({ code: "cancelled" });
    expect(await workbookImage(excel)).toEqual(before);
    expect(asked).toEqual([undefined, true, undefined]);
  });
});
