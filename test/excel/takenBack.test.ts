/** @jest-environment jsdom */
import { writePlan } from "../../src/excel/writing/writePlan";
import type { WorkbookPlan } from "../../src/summary/plan";
import { startOffice } from "../workbench/officeHarness";
import { failEverywhere } from "./failEverywhere";
import { codeOf } from "./problemCode";
import { CUSTOMERS, MORE, START, smallPlan } from "./smallPlan";
import { workbookImage } from "./workbookImage";

describe("a request that fails, whichever it is", () => {
  it("leaves no trace of new sheets", async () => {
    expect(await failEverywhere(null, smallPlan({ customers: CUSTOMERS }))).toBeGreaterThan(15);
  }, 60_000);

  it.each([
    ["grows", CUSTOMERS, MORE],
    ["shrinks", MORE, CUSTOMERS],
  ])(
    "leaves sheets of ours as they were when a refresh %s",
    async (_, first, second) => {
      const plan = smallPlan({ customers: second, title: "After", rightToLeft: true, margin: 0.5 });
      const failed = await failEverywhere(smallPlan({ customers: first, title: "Before" }), plan);
      expect(failed).toBeGreaterThan(15);
    },
    120_000,
  );
});

describe("cells that a refresh takes", () => {
  /** With a date by formula on its first sheet: the cell gets a format for dates as it is calculated. */
  function datedPlan(): WorkbookPlan {
    const plan = smallPlan({ customers: MORE });
    const dates = { row: 1, column: 4, cells: [[7], [{ formula: "=DATE(2026,1,1)" }]] };
    const sheets = plan.sheets.map((sheet) =>
      sheet.key === "summary" ? { ...sheet, blocks: [...sheet.blocks, dates] } : sheet,
    );
    return { ...plan, sheets };
  }

  it("have their number formats again when it is taken back", async () => {
    const excel = await startOffice(START);
    await writePlan(smallPlan({ customers: CUSTOMERS }));
    const sheet = excel.backend.sheets().find(({ name }) => name === "CLV Summary")?.id ?? "";
    excel.backend.style({ sheet, row: 1, column: 4, rows: 1, columns: 1 }, { numberFormat: "0.000" });
    const before = await workbookImage(excel);
    const formats = (): unknown =>
      excel.backend
        .styles({ sheet, row: 1, column: 4, rows: 2, columns: 1 })
        .map(([style]) => style?.numberFormat);
    const stop = new AbortController();
    let meanwhile: unknown;
    const work = writePlan(datedPlan(), {
      signal: stop.signal,
      onProgress: ({ phase, done, total }) => {
        if (phase !== "writing" || done < total) return;
        meanwhile = formats();
        stop.abort();
      },
    });
    expect(await codeOf(work)).toBe("cancelled");
    expect(meanwhile).toEqual(["0.000", expect.stringContaining("y")]);
    expect(formats()).toEqual(["0.000", undefined]);
    expect(await workbookImage(excel)).toEqual(before);
    excel.stop();
  });
});

describe("a cancel", () => {
  it.each([1, 2, 3, 4])("at step %i leaves the workbook as it was", async (step) => {
    const excel = await startOffice(START);
    await writePlan(smallPlan({ customers: MORE }));
    const before = await workbookImage(excel);
    const stop = new AbortController();
    let steps = 0;
    const work = writePlan(smallPlan({ customers: CUSTOMERS, title: "After" }), {
      signal: stop.signal,
      onProgress: ({ phase }) => {
        if (phase !== "restoring" && ++steps === step) stop.abort();
      },
    });
    expect(await codeOf(work)).toBe("cancelled");
    expect(await workbookImage(excel)).toEqual(before);
    excel.stop();
  });
});
