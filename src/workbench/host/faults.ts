/** What can go wrong in Excel and can be switched on here, by tests and by the workbench's menu. */
export interface Faults {
  /** Requests longer than this many characters are refused; Excel on the web takes 5 MB (PLATFORM.md, section 4). */
  payloadLimit: number;
  /** A cell is being edited: every request is refused, or waits where it says so (delayForCellEdit). */
  editMode: boolean;
  /** The workbook's structure is protected. */
  protectedStructure: boolean;
  /** Milliseconds by which each answer is late. */
  delay: number;
  /** The n-th request from now fails with GeneralException; 0 for none. */
  failAtRequest: number;
  /** The request that fails is carried out up to so many of its actions first; 0 refuses it as a whole. */
  failAfterActions: number;
  /** The n-th request from now finds this sheet gone; null for none. */
  deleteSheet: { name: string; atRequest: number } | null;
  /** Members (`Worksheet.delete`) that are refused with UndoNotSupported, as within a group of Undo. */
  notUndoable: readonly string[];
  /** A chart is selected instead of cells. */
  chartSelected: boolean;
}

export const PAYLOAD_LIMIT = 5 * 1024 * 1024;

export function noFaults(): Faults {
  return {
    payloadLimit: PAYLOAD_LIMIT,
    editMode: false,
    protectedStructure: false,
    delay: 0,
    failAtRequest: 0,
    failAfterActions: 0,
    deleteSheet: null,
    notUndoable: [],
    chartSelected: false,
  };
}
