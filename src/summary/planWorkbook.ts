import { planAboutSheet } from "./aboutSheet";
import { planChecksSheet } from "./checksSheet";
import { planCohortsSheet } from "./cohortsSheet";
import { createContext, type Context } from "./context";
import { planCustomersSheet } from "./customersSheet";
import { planGroupsSheet } from "./groupsSheet";
import { historyRowOf } from "./historyAlerts";
import { planHistorySheet } from "./historySheet";
import { planInputsSheet } from "./inputsSheet";
import { planModelsSheet } from "./modelsSheet";
import { planOrdersSheet } from "./ordersSheet";
import type { SheetKey, SheetPlan, WorkbookPlan } from "./plan";
import { planPlanningSheet } from "./planningSheet";
import type { SummaryRequest } from "./request";
import { planSegmentsSheet } from "./segmentsSheet";
import { planSensitivitySheet } from "./sensitivitySheet";
import { planSummarySheet } from "./summarySheet";

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
