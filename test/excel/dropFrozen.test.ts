/** @jest-environment jsdom */
import { countClvFormulas, freezeFormulas } from "../../src/excel/freezing/freeze";
import { restoreFormulas } from "../../src/excel/freezing/restoreFormulas";
import { writePlan } from "../../src/excel/writing/writePlan";
import type { WorkbookPlan } from "../../src/summary/plan";
import { startOffice } from "../workbench/officeHarness";
import type { OfficeHarness } from "../workbench/officeHarness";
import { codeOf } from "./problemCode";
import { CUSTOMERS, START, smallPlan } from "./smallPlan";
import { workbookImage } from "./workbookImage";

/** A formula of the add-in that spills over three cells, as those of a live Models sheet do. */
function livePlan(title: string): WorkbookPlan {
  const plan = smallPlan({ customers: CUSTOMERS, title });
  const live = { row: 2, column: 5, cells: [[{ formula: "=SEQUENCE(3)*B2+IFERROR(CLV.NONE(1),0)" }]] };
  const sheets = plan.sheets.map((sheet) =>
    sheet.key === "summary" ? { ...sheet, blocks: [...sheet.blocks, live] } : sheet,
  );
  return { ...plan, sheets };
}

let excel: OfficeHarness;

beforeEach(async () => {
  excel = await startOffice(START);
  await writePlan(livePlan("Before"));
  excel.type("CLV Summary!H1", [["=IFERROR(CLV.NONE(1),7)"]]);
  await excel.calculated();
  await freezeFormulas();
});
afterEach(() => excel.stop());

it("a refresh after freezing writes our formulas anew, and they spill again", async () => {
  expect(excel.formulas("CLV Summary!F3:F5")).toEqual([[0.4], [0.8], [1.2]]);
  await writePlan(livePlan("After"));
  await excel.calculated();
  excel.type("CLV Summary!B2", [[0.5]]);
  await excel.calculated();
  expect(excel.values("CLV Summary!F3:F5")).toEqual([[0.5], [1], [1.5]]);
});

it("the user's own formula beside our cells stays replaced, and alone comes back", async () => {
  await writePlan(livePlan("After"));
  expect(excel.formulas("CLV Summary!H1")).toEqual([[7]]);
  expect(await countClvFormulas()).toEqual({ live: 1, frozen: 1 });
  expect(await restoreFormulas()).toEqual({ restored: 1, left: [], gone: 0 });
  expect(excel.formulas("CLV Summary!H1")).toEqual([["=IFERROR(CLV.NONE(1),7)"]]);
});

it("a refresh that is cancelled leaves them replaced and remembered", async () => {
  const before = await workbookImage(excel);
  const stop = new AbortController();
  const work = writePlan(livePlan("After"), {
    signal: stop.signal,
    onProgress: ({ phase, done, total }) => {
      if (phase === "writing" && done === total) stop.abort();
    },
  });
  expect(await codeOf(work)).toBe("cancelled");
  expect(await workbookImage(excel)).toEqual(before);
  expect(await countClvFormulas()).toEqual({ live: 0, frozen: 2 });
});
