import type { FormulaCount } from "../../excel/freezing/freeze";
import type { RestoreReport } from "../../excel/freezing/restoreFormulas";

export type ShareOutcome =
  { readonly kind: "frozen"; readonly changed: number } | ({ readonly kind: "restored" } & RestoreReport);

export interface ShareState {
  /** How many formulas there are to replace and to bring back; undefined until counted. */
  readonly counts: FormulaCount | undefined;
  readonly work: "none" | "counting" | "freezing" | "restoring";
  readonly outcome: ShareOutcome | undefined;
}
