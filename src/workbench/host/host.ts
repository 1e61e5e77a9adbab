import type { Backend } from "../grid/backend";
import { newWorkbookParts, partsOfSheet } from "../workbookParts";
import type { WorkbookParts } from "../workbookParts";
import type { Batch } from "./batch";
import type { HostContext } from "./context";
import { hostError, internalError } from "./errors";
import { executeBatch, References } from "./executeBatch";
import { noFaults } from "./faults";
import type { Faults } from "./faults";
import { workbook } from "./workbook";

/** An Excel of our own: answers the batches of the real office.js over a grid. */
export interface Host {
  readonly backend: Backend;
  readonly parts: WorkbookParts;
  readonly faults: Faults;
  /** The batches answered so far, newest last, for tests that look at what was sent. */
  readonly log: readonly BatchRecord[];
  /** Answers one batch as JSON; a HostError refuses the request as a whole. */
  execute(request: string, options?: { readonly delayForCellEdit?: boolean }): Promise<string>;
  onPartsChanged(listener: () => void): void;
}

export interface BatchRecord {
  readonly characters: number;
  readonly milliseconds: number;
  /** `Range.values =`, `Worksheet.delete` … of the actions that change something, as office.js names them. */
  readonly actions: readonly string[];
  readonly error: string | null;
}

const LOG_LENGTH = 500;
const EDIT_MODE_POLL_MS = 20;

const pause = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, milliseconds));

export function createHost(backend: Backend): Host {
  const parts = newWorkbookParts();
  const faults = noFaults();
  const listeners: (() => void)[] = [];
  const context: HostContext = {
    backend,
    parts,
    faults,
    changed: () => listeners.forEach((listener) => listener()),
  };
  for (const sheet of backend.sheets()) partsOfSheet(parts, sheet.id);
  backend.onNameMoved((name, formula) => {
    const part = parts.names.find((candidate) => candidate.name === name);
    if (part) part.formula = formula;
  });
  const root = workbook(context);
  const references = new References();
  const log: BatchRecord[] = [];

  /** Meets what was switched on; answers how many actions of the request are still carried out. */
  async function meetFaults(request: string, delayForCellEdit: boolean): Promise<number> {
    if (faults.delay > 0) await pause(faults.delay);
    if (request.length > faults.payloadLimit) {
      throw hostError("RequestPayloadSizeLimitExceeded", "The request payload size has exceeded the limit.");
    }
    // https://learn.microsoft.com/javascript/api/excel/excel.runoptions (delayForCellEdit)
    while (faults.editMode && delayForCellEdit) await pause(EDIT_MODE_POLL_MS);
    if (faults.editMode) {
      throw hostError(
        "InvalidOperationInCellEditMode",
        "Excel is in cell-editing mode. Please exit the edit mode by pressing ENTER or TAB or selecting another cell, and then try again.",
      );
    }
    const fails = faults.failAtRequest > 0 && --faults.failAtRequest === 0;
    if (fails && faults.failAfterActions === 0) throw internalError();
    const gone = faults.deleteSheet;
    if (gone && --gone.atRequest <= 0) {
      faults.deleteSheet = null;
      const sheet = backend.sheets().find((candidate) => candidate.name === gone.name);
      if (sheet) backend.removeSheet(sheet.id);
    }
    return fails ? faults.failAfterActions : Infinity;
  }

  async function execute(
    request: string,
    options: { readonly delayForCellEdit?: boolean } = {},
  ): Promise<string> {
    const start = performance.now();
    const actions = await meetFaults(request, options.delayForCellEdit === true);
    await backend.hold();
    const batch = JSON.parse(request) as Batch;
    const { notUndoable } = faults;
    const settle = (): Promise<void> => backend.settle();
    const answer = await executeBatch(batch, { root, references, settle, actions, notUndoable });
    const text = JSON.stringify(answer);
    log.push({
      characters: request.length,
      milliseconds: performance.now() - start,
      actions: batch.Actions.filter((action) => action.ActionType >= 3).map((action) => action.Name),
      error: answer.Error ? answer.Error.Code : null,
    });
    if (log.length > LOG_LENGTH) log.shift();
    if (text.length > faults.payloadLimit) {
      throw hostError(
        "ResponsePayloadSizeLimitExceeded",
        "The response payload size has exceeded the limit.",
      );
    }
    return text;
  }

  return {
    backend,
    parts,
    faults,
    log,
    execute,
    onPartsChanged: (listener) => void listeners.push(listener),
  };
}
