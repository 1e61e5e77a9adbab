import type { FormulaCount } from "../../excel/freeze";

export type ShareOutcome =
  | { readonly kind: "frozen"; readonly changed: number }
  | { readonly kind: "restored"; readonly restored: number; readonly skipped: number };

export interface ShareState {
  /** How many formulas there are to replace and to bring back; undefined until counted. */
  readonly counts: FormulaCount | undefined;
  readonly work: "none" | "counting" | "freezing" | "restoring";
  readonly outcome: ShareOutcome | undefined;
}
