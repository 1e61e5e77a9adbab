import { createContext, type Context } from "./context";
import { planCustomersSheet } from "./customersSheet";
import { planOrdersSheet } from "./ordersSheet";
import type { SheetKey, SheetPlan, WorkbookPlan } from "./plan";
import type { SummaryRequest } from "./request";
import { planSummarySheet } from "./summarySheet";

/** Sheets in the order of their tabs, each with what plans it. */
const PLANNERS: readonly (readonly [SheetKey, (context: Context) => SheetPlan])[] = [
  ["summary", planSummarySheet],
  ["customers", planCustomersSheet],
  ["orders", planOrdersSheet],
];

const ALWAYS: readonly SheetKey[] = ["summary", "customers", "orders"];

/** The sheets of a summary as plain data: the same request gives the same plan. */
export function planWorkbook(request: SummaryRequest): WorkbookPlan {
  const context = createContext(request);
  const sheets = PLANNERS.filter(([key]) => ALWAYS.includes(key) || context.wants(key)).map(([, plan]) =>
    plan(context),
  );
  return { sheets, names: context.names.names };
}
