import { summaryChecks, type Check } from "./checksBlock";
import { cohortChecks } from "../cohorts/cohortChecks";
import { controlChecks } from "../orders/controlTotals";
import type { Context } from "../context";
import { groupChecks } from "../groups/groupsSheet";
import { heldChecks } from "./heldValues";
import { modelChecks } from "../models/modelsSheet";
import type { SheetKey } from "../plan";
import { planningChecks } from "../planning/planningSheet";
import { segmentChecks } from "../segments/segmentsSheet";

const BY_SHEET: readonly (readonly [SheetKey, (context: Context) => Check[]])[] = [
  ["segments", segmentChecks],
  ["cohorts", cohortChecks],
  ["models", modelChecks],
  ["planning", planningChecks],
  ["groups", groupChecks],
];

/** The checks of the summary and of the sheets made by choice. */
export const allChecks = (context: Context): Check[] => [
  ...summaryChecks(context),
  ...heldChecks(context),
  ...controlChecks(context),
  ...BY_SHEET.filter(([key]) => context.wants(key)).flatMap(([, checks]) => checks(context)),
];
