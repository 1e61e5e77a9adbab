import type { ColumnDraft, ReadingRules } from "../../orders/orderColumns";
import type { InputKey } from "../../summary/inputs/inputs";
import type { ChoiceKey, RateEntry } from "./state";

/** What a person can do in the summary tab. */
export interface SummaryActions {
  readSelection(): void;
  /** How a second list of orders belongs to the summary that is there. */
  relateOrders(answer: "same" | "anew"): void;
  fixColumns(change: Partial<ColumnDraft>): void;
  setRules(change: Partial<ReadingRules>): void;
  /** All currencies count, converted into this one. */
  convertInto(currency: string): void;
  typeRate(currency: string, change: Partial<RateEntry>): void;
  /** A rate's field was left: the orders are read anew with what is typed. */
  settleRates(): void;
  /** Selects a row of the orders; zero-based on the sheet. */
  goToRow(row: number): void;
  typeInput(key: InputKey, text: string): void;
  /** A field was left: its entry is shown as it was understood. */
  settleInput(key: InputKey): void;
  chooseSheet(key: ChoiceKey, chosen: boolean): void;
  chooseSheets(keys: readonly ChoiceKey[]): void;
  /** Whether the Models sheet asks the add-in's functions. */
  chooseLiveModels(chosen: boolean): void;
  make(): void;
  cancel(): void;
  refresh(): void;
  /** Back from the result to the choices. */
  change(): void;
  openSheet(name: string): void;
  /** Our summary sheet, whatever it is called now. */
  openSummary(): void;
  goToField(id: string): void;
}
