import type { Backend } from "../grid/backend";
import type { Rect } from "../rect";
import { quoteSheetName, addressOf } from "../rect";
import { partsOfSheet } from "../workbookParts";
import type { SheetParts, WorkbookParts } from "../workbookParts";
import { itemNotFound, hostError } from "./errors";
import type { Faults } from "./faults";

/** What every object of the host works with. */
export interface HostContext {
  readonly backend: Backend;
  readonly parts: WorkbookParts;
  readonly faults: Faults;
  /** Called after anything besides cells changed, so that the page draws it anew. */
  changed(): void;
}

export function sheetName(context: HostContext, id: string): string {
  const sheet = context.backend.sheets().find((candidate) => candidate.id === id);
  if (!sheet) throw itemNotFound();
  return sheet.name;
}

export const sheetExists = (context: HostContext, id: string): boolean =>
  context.backend.sheets().some((sheet) => sheet.id === id);

/** `Orders!A1:D9`, with quotes where the name needs them, as `Range.address` gives it. */
export const fullAddress = (context: HostContext, rect: Rect): string =>
  `${quoteSheetName(sheetName(context, rect.sheet))}!${addressOf(rect)}`;

export const sheetParts = (context: HostContext, id: string): SheetParts => partsOfSheet(context.parts, id);

/** A protected sheet refuses every change of its cells. */
export function assertNotProtected(context: HostContext, sheet: string): void {
  if (sheetParts(context, sheet).protected) {
    throw hostError(
      "AccessDenied",
      "The cell or chart you're trying to change is on a protected sheet. To make a change, unprotect the sheet.",
    );
  }
}

/** A protected structure refuses sheets to be added, deleted, moved, renamed or hidden. */
export function assertStructureOpen(context: HostContext): void {
  if (context.parts.structureProtected || context.faults.protectedStructure) {
    throw hostError("AccessDenied", "Workbook is protected and cannot be changed.");
  }
}
