import type { WorkbookOutline } from "../../src/summary/planOutline";
import type { Pane } from "../../src/taskpane/pane";
import { excelServices, type ExcelServices, type Surroundings } from "../../src/taskpane/services";
import type { PaneState } from "../../src/taskpane/state";
import type { Store } from "../../src/taskpane/store";
import { until } from "../until";
import { startOffice, type OfficeHarness } from "../workbench/officeHarness";
import { fakeSurroundings } from "./fakeServices";
import { paneOnPage } from "./paneOnPage";

/** The pane over the real office.js, our own Excel and the engine: nothing between them is made up. */
export interface RealPane {
  readonly excel: OfficeHarness;
  readonly pane: Pane;
  readonly store: Store<PaneState>;
  /** What was written, the latest last. */
  readonly outlines: WorkbookOutline[];
}

export async function openPane(
  rows: readonly (readonly (string | number)[])[],
  rest: Partial<Surroundings> = {},
): Promise<RealPane> {
  const excel = await startOffice({ sheets: [{ name: "Orders", rows: rows.map((row) => [...row]) }] });
  excel.select("Orders!A1");
  const outlines: WorkbookOutline[] = [];
  const services: ExcelServices = {
    ...excelServices,
    writePlan: (plan, options) => {
      if (!("outline" in plan)) throw new Error("the pane writes plans in pieces");
      outlines.push(plan.outline);
      return excelServices.writePlan(plan, options);
    },
  };
  const { pane, store } = paneOnPage(fakeSurroundings(services, rest));
  return { excel, pane, store, outlines };
}

/** Presses a button of the pane and waits for the sheets; a problem is one of the test's. */
export async function run(
  { pane, store, excel, outlines }: RealPane,
  press: (pane: Pane) => void,
): Promise<void> {
  const before = outlines.length;
  press(pane);
  await until(() => {
    const { summary, problems } = store.get();
    return problems.run !== undefined || (outlines.length > before && summary.run.kind === "done");
  });
  expect(store.get().problems).toEqual({});
  await excel.calculated();
}

/** Reads the selected orders, to the end. */
export async function readOrders({ pane, store }: RealPane): Promise<void> {
  pane.summary.actions.readSelection();
  await until(() => store.get().summary.orders?.check.kind === "checked");
}
