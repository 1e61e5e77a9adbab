import { writePlan } from "../../src/excel/writing/writePlan";
import type { WorkbookPlan } from "../../src/summary/plan";
import { startOffice } from "../workbench/officeHarness";
import type { OfficeHarness } from "../workbench/officeHarness";
import { codeOf } from "./problemCode";
import { START } from "./smallPlan";
import { workbookImage } from "./workbookImage";

interface Prepared {
  readonly excel: OfficeHarness;
  readonly before: unknown;
}

async function prepared(first: WorkbookPlan | null): Promise<Prepared> {
  const excel = await startOffice(START);
  if (first) await writePlan(first);
  return { excel, before: await workbookImage(excel) };
}

/**
 * Fails at each request in turn until the work goes through, and looks at the workbook each time. The next try finds
 * the workbook as the last one left it.
 */
export async function failEverywhere(
  first: WorkbookPlan | null,
  plan: WorkbookPlan,
  failAfterActions = 0,
): Promise<number> {
  let { excel, before } = await prepared(first);
  try {
    for (let request = 1; request < 200; request++) {
      Object.assign(excel.faults, { failAtRequest: request, failAfterActions });
      const code = await codeOf(writePlan(plan));
      const reached = excel.faults.failAtRequest === 0;
      Object.assign(excel.faults, { failAtRequest: 0, failAfterActions: 0 });
      if (!reached) return request - 1;
      if (code === "none") {
        // office.js gives back its proxies in a request of its own, whose failure it keeps to itself.
        excel.stop();
        ({ excel, before } = await prepared(first));
        continue;
      }
      expect({ request, code, image: await workbookImage(excel) }).toEqual({
        request,
        code: "unexpected",
        image: before,
      });
    }
  } finally {
    excel.stop();
  }
  throw new Error("it never went through");
}
