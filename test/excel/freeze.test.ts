/** @jest-environment jsdom */
import { countClvFormulas, freezeFormulas } from "../../src/excel/freezing/freeze";
import { restoreFormulas } from "../../src/excel/freezing/restoreFormulas";
import { startOffice } from "../workbench/officeHarness";
import type { OfficeHarness } from "../workbench/officeHarness";
import { codeOf } from "./problemCode";
import { workbookImage } from "./workbookImage";

/** The grid has no CLV functions here: what matters is the formula's text and whatever value the cell has. */
const start = (): Promise<OfficeHarness> =>
  startOffice({
    sheets: [
      {
        name: "One",
        rows: [
          ["=CLV.SIMPLE(25,4,10)", 1, "=SUM(B1:B2)"],
          ["=1+CLV.CHURN(25,4,0.2)", 2, "text"],
        ],
        formulas: true,
      },
      { name: "Two", rows: [["plain", "=SEQUENCE(3)"]], formulas: true },
      { name: "Three", rows: [["=One!A1"], ["=clv.ltv(1)"]], formulas: true },
    ],
  });

let excel: OfficeHarness;

beforeEach(async () => {
  excel = await start();
  await excel.calculated();
});
afterEach(() => {
  excel.stop();
});

it("counts the formulas that call the add-in, in the whole workbook", async () => {
  expect(await countClvFormulas()).toEqual({ live: 3, frozen: 0 });
});

it("replaces them by their values and leaves every other formula", async () => {
  const values = excel.values("One!A1:C2");
  expect(await freezeFormulas()).toEqual({ changed: 3, sheets: 2 });
  expect(excel.formulas("One!A1:C2")).toEqual([
    [values[0]?.[0], 1, "=SUM(B1:B2)"],
    [values[1]?.[0], 2, "text"],
  ]);
  expect(excel.formulas("Two!B1")).toEqual([["=SEQUENCE(3)"]]);
  expect(await countClvFormulas()).toEqual({ live: 0, frozen: 3 });
});

it("brings every formula back, and the workbook is as before", async () => {
  const before = await workbookImage(excel);
  await freezeFormulas();
  expect(await restoreFormulas()).toEqual({ restored: 3, left: [], gone: 0 });
  expect(await workbookImage(excel)).toEqual(before);
  expect(await countClvFormulas()).toEqual({ live: 3, frozen: 0 });
});

it("replaces a result that spills by all of its values, and lets it spill again", async () => {
  excel.type("Two!D1", [["=SEQUENCE(3)+IFERROR(CLV.NONE(1),0)"]]);
  await excel.calculated();
  expect(excel.values("Two!D1:D3")).toEqual([[1], [2], [3]]);
  const before = await workbookImage(excel);
  await freezeFormulas();
  expect(excel.formulas("Two!D1:D3")).toEqual([[1], [2], [3]]);
  expect(await restoreFormulas()).toEqual({ restored: 4, left: [], gone: 0 });
  expect(await workbookImage(excel)).toEqual(before);
});

it("leaves a cell alone that was changed after freezing, and keeps its formula", async () => {
  await freezeFormulas();
  excel.type("One!A2", [["mine now"]]);
  expect(await restoreFormulas()).toEqual({
    restored: 2,
    left: [{ sheet: "One", address: "A2", formulas: 1, why: "changed" }],
    gone: 0,
  });
  expect(excel.values("One!A2")).toEqual([["mine now"]]);
  expect(await countClvFormulas()).toEqual({ live: 2, frozen: 1 });
});

it("adds to what is frozen already", async () => {
  await freezeFormulas();
  excel.type("Two!A5", [["=CLV.SIMPLE(1,2,3)"]]);
  expect(await freezeFormulas()).toEqual({ changed: 1, sheets: 1 });
  expect(await restoreFormulas()).toEqual({ restored: 4, left: [], gone: 0 });
});

it("finds the sheet again after it was renamed", async () => {
  await freezeFormulas();
  await Excel.run(async (context) => {
    context.workbook.worksheets.getItem("One").name = "First";
    await context.sync();
  });
  expect(await restoreFormulas()).toEqual({ restored: 3, left: [], gone: 0 });
});

it("changes nothing while a sheet with such formulas is protected", async () => {
  await Excel.run(async (context) => {
    context.workbook.worksheets.getItem("Three").protection.protect();
    await context.sync();
  });
  const before = await workbookImage(excel);
  expect(await codeOf(freezeFormulas())).toBe("protectedSheet");
  expect(await workbookImage(excel)).toEqual(before);
});

it("does not believe formulas kept in a workbook that do not look like ours", async () => {
  excel.parts.settings.set("clv.frozen", JSON.stringify({ pieces: 1, length: 12 }));
  excel.parts.settings.set("clv.frozen.0", '{"version":9');
  expect(await countClvFormulas()).toEqual({ live: 3, frozen: 0 });
  expect(await restoreFormulas()).toEqual({ restored: 0, left: [], gone: 0 });
});

it.each([
  ["freezing", false],
  ["restoring", true],
])(
  "leaves no trace of %s when any of its requests fails",
  async (_, restoring) => {
    let failures = 0;
    for (let request = 1; request < 100; request++) {
      excel.stop();
      excel = await start();
      await excel.calculated();
      if (restoring) await freezeFormulas();
      const before = await workbookImage(excel);
      excel.faults.failAtRequest = request;
      const code = await codeOf(restoring ? restoreFormulas() : freezeFormulas());
      if (excel.faults.failAtRequest > 0) break;
      if (code === "none") continue;
      failures++;
      expect({ request, code, image: await workbookImage(excel) }).toEqual({
        request,
        code: "unexpected",
        image: before,
      });
    }
    expect(failures).toBeGreaterThan(5);
  },
  60_000,
);
