import { planAboutSheet } from "./aboutSheet";
import { planChecksSheet } from "./checks/checksSheet";
import { planCohortsSheet } from "./cohorts/cohortsSheet";
import { createContext, type Context } from "./context";
import { planCustomersSheet } from "./customers/customersSheet";
import { planGroupsSheet } from "./groups/groupsSheet";
import { historyRowOf } from "./history/historyAlerts";
import { planHistorySheet } from "./history/historySheet";
import { planInputsSheet } from "./inputs/inputsSheet";
import { planModelsSheet } from "./models/modelsSheet";
import { planOrdersSheet } from "./orders/ordersSheet";
import type { SheetKey, SheetPlan, WorkbookPlan } from "./plan";
import { planPlanningSheet } from "./planning/planningSheet";
import type { SummaryRequest } from "./request";
import { planSegmentsSheet } from "./segments/segmentsSheet";
import { planSensitivitySheet } from "./sensitivity/sensitivitySheet";
import { planSummarySheet } from "./board/summarySheet";

/** Sheets in the order of their tabs, each with what plans it. */
const PLANNERS: readonly (readonly [SheetKey, (context: Context) => SheetPlan])[] = [
  ["summary", planSummarySheet],
  ["inputs", planInputsSheet],
  ["segments", planSegmentsSheet],
  ["cohorts", planCohortsSheet],
  ["sensitivity", planSensitivitySheet],
  ["models", planModelsSheet],
  ["planning", planPlanningSheet],
  ["groups", planGroupsSheet],
  ["checks", planChecksSheet],
  ["history", planHistorySheet],
  ["customers", planCustomersSheet],
  ["orders", planOrdersSheet],
  ["about", planAboutSheet],
];

const ALWAYS: readonly SheetKey[] = ["summary", "customers", "orders"];

/** The sheets of a summary as plain data: the same request gives the same plan. */
export function planWorkbook(request: SummaryRequest): WorkbookPlan {
  const context = createContext(request);
  const sheets = PLANNERS.filter(([key]) => ALWAYS.includes(key) || context.wants(key)).map(([, plan]) =>
    plan(context),
  );
  return {
    sheets,
    names: context.names.names,
    inputs: context.inputCells.cells,
    refused: context.inputCells.refused,
    figures: historyRowOf(context.figures, request),
  };
}
