import type { WorkbookPlan } from "./plan";
import type { SummaryRequest } from "./request";

export declare function planWorkbook(request: SummaryRequest): WorkbookPlan;
