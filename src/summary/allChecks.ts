import { summaryChecks, type Check } from "./checksBlock";
import { cohortChecks } from "./cohortsSheet";
import { controlChecks } from "./controlTotals";
import type { Context } from "./context";
import { groupChecks } from "./groupsSheet";
import { heldChecks } from "./heldValues";
import { modelChecks } from "./modelsSheet";
import type { SheetKey } from "./plan";
import { planningChecks } from "./planningSheet";
import { segmentChecks } from "./segmentsSheet";

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
